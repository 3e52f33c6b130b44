"""What was said to whom, in a line, and what was promised."""

from django.db import models

from accounts.models import Membership, PlanOwned, User
from actors.models.actor import Actor
from actors.models.contact import Contact
from actors.models.talk import Talk
from actors.queries import ContactNoteQuerySet, FollowUpQuerySet


class NoteChannel(models.TextChoices):
    """How they met."""

    CALL = "call", "Opkald"
    MEETING = "meeting", "Møde"
    MAIL = "mail", "Mail"
    PASSING = "passing", "På gaden"


class ContactNote(PlanOwned):
    """One contact with an actor: who of us, when, and what came of it. Never about a resident."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="contact_notes", verbose_name="aktør")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="hvem af os")
    person = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="hvem hos dem"
    )
    on = models.DateField("dato")
    channel = models.CharField("hvordan", max_length=8, choices=NoteChannel, default=NoteChannel.CALL)
    text = models.CharField("hvad kom der ud af det", max_length=300)
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    deleted_at = models.DateTimeField("slettet", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1)
    # The form's own id, so that sending it twice makes one note.
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = ContactNoteQuerySet.as_manager()

    class Meta:
        verbose_name = "kontakt"
        verbose_name_plural = "kontakter"
        ordering = ["-on", "-created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "submission"], name="contact_note_sent_once")]
        indexes = [models.Index(fields=["plan", "actor", "-on"], name="contact_note_by_actor")]

    def __str__(self):
        return self.get_channel_display()


class FollowUp(PlanOwned):
    """One promise: what, by when, who of us, about which actor. Talks, meetings and games make them too."""

    actor = models.ForeignKey(
        Actor, models.CASCADE, null=True, blank=True, related_name="follow_ups", verbose_name="aktør"
    )
    what = models.CharField("hvad", max_length=200)
    due = models.DateField("senest")
    responsible = models.ForeignKey(
        Membership,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name="ansvarlig",
    )
    note = models.ForeignKey(ContactNote, models.SET_NULL, null=True, blank=True, related_name="follow_ups")
    talk = models.ForeignKey(Talk, models.SET_NULL, null=True, blank=True, related_name="follow_ups")
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    done_at = models.DateTimeField("klaret", null=True, blank=True)
    done_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    deleted_at = models.DateTimeField("slettet", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = "opfølgning"
        verbose_name_plural = "opfølgninger"
        ordering = ["due", "created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="follow_up_sent_once"),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=False) | models.Q(done_by__isnull=True),
                name="follow_up_done_by_when_done",
            ),
        ]
        indexes = [models.Index(fields=["plan", "done_at", "due"], name="follow_up_by_plan_and_day")]

    def __str__(self):
        return self.what
