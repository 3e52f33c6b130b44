"""Calendars that somebody subscribes to by an address that nobody can guess."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership, PlanOwned
from actors.models import Actor
from exchange.models.places import Facility


class Feed(PlanOwned):
    """One calendar, for as long as whoever made it is in the plan. Only a hash of its token is kept."""

    class Kind(models.TextChoices):
        """What is in it."""

        MINE = "mine", "Det, jeg har booket"
        PLACE = "place", "Et sted"
        ACTOR = "actor", "Det, en organisation låner"
        ACTIVITIES = "activities", "Aktiviteterne"

    kind = models.CharField("slags", max_length=10, choices=Kind)
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="feeds", verbose_name="medlem")
    facility = models.ForeignKey(
        Facility, models.CASCADE, null=True, blank=True, related_name="feeds", verbose_name="sted"
    )
    actor = models.ForeignKey(
        Actor, models.CASCADE, null=True, blank=True, related_name="feeds", verbose_name="aktør"
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    revoked_at = models.DateTimeField("lukket", null=True, blank=True)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "kalender"
        verbose_name_plural = "kalendere"
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=("mine", "activities"), facility=None, actor=None)
                | Q(kind="place", facility__isnull=False, actor=None)
                | Q(kind="actor", facility=None, actor__isnull=False),
                name="feed_is_about_one_thing",
            ),
            models.UniqueConstraint(fields=["membership", "submission"], name="feed_sent_once"),
        ]

    def __str__(self):
        return "kalender"

    @property
    def name(self) -> str:
        """What it is of: "Festsalen", "Rosen", "Det, jeg har booket"."""
        return str(self.facility or self.actor or self.get_kind_display())
