"""Who sits in a forum, for which organisation, and who comes instead."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership, PlanOwned
from actors.models import Actor, Contact
from meetings.models.forums import Forum
from meetings.queries import SeatQuerySet


class SeatPart(models.TextChoices):
    """What one does there. Two chairs share it."""

    CHAIR = "chair", "Formand"
    MEMBER = "member", "Medlem"
    OBSERVER = "observer", "Observatør"


class SeatSide(models.TextChoices):
    """Which side one comes from."""

    PROFESSIONAL = "professional", "Fagperson"
    RESIDENT = "resident", "Beboer"


def _person(model, verbose: str) -> models.ForeignKey:
    return models.ForeignKey(
        model, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=verbose
    )


class ForumSeat(PlanOwned):
    """One place at the table. It may be empty, and it stays when the person in it changes.

    A person is a contact of the seat's organisation or a member of the plan, and the same for who comes
    instead; what others may see of a contact is decided by the consent alone. A seat for residents is no row
    about a resident: only one who speaks for an organisation is ever named.
    """

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="seats", verbose_name="forum")
    title = models.CharField("plads", max_length=80)
    part = models.CharField("rolle", max_length=10, choices=SeatPart, default=SeatPart.MEMBER)
    side = models.CharField("side", max_length=12, choices=SeatSide, default=SeatSide.PROFESSIONAL)
    # Carries what is known to the forum above, and back.
    is_link = models.BooleanField("er bindeled opad", default=False)
    actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="forum_seats", verbose_name="for hvem"
    )
    contact = _person(Contact, "kontaktperson")
    membership = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="forum_seats",
        verbose_name="bruger",
    )  # fmt: skip
    stand_in_contact = _person(Contact, "suppleant")
    stand_in_membership = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="forum_stand_ins",
        verbose_name="suppleant blandt brugere",
    )  # fmt: skip
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    # Kept, since past meetings tell who came.
    removed_at = models.DateTimeField("nedlagt", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = "plads i forum"
        verbose_name_plural = "pladser i fora"
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="forum_seat_sent_once"),
            models.CheckConstraint(
                condition=Q(contact=None) | Q(membership=None), name="one_person_in_a_seat"
            ),
            models.CheckConstraint(
                condition=Q(stand_in_contact=None) | Q(stand_in_membership=None),
                name="one_stand_in_for_a_seat",
            ),
        ]

    def __str__(self):
        return self.title
