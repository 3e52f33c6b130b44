"""Meetings, and the items that are on an agenda or wait for one."""

from django.db import models
from django.db.models import F, Q

from accounts.models import PlanOwned, User
from exchange.models import Booking
from meetings.models.forums import Forum
from meetings.models.seats import ForumSeat
from meetings.queries import ItemQuerySet, MeetingQuerySet


class Meeting(PlanOwned):
    """One meeting of a forum, in UTC."""

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="meetings", verbose_name="forum")
    begins_at = models.DateTimeField("fra")
    ends_at = models.DateTimeField("til")
    why = models.TextField("hvorfor mødes vi", max_length=500, blank=True)
    place = models.CharField("hvor", max_length=120, blank=True)
    # The room, when it is borrowed here; `place` is then its name in words.
    booking = models.ForeignKey(
        Booking, models.SET_NULL, null=True, blank=True, related_name="meetings", verbose_name="booking"
    )
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="planlagt af"
    )
    created_at = models.DateTimeField("planlagt", auto_now_add=True)
    cancelled_at = models.DateTimeField("aflyst", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "møde"
        verbose_name_plural = "møder"
        ordering = ["begins_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_at__lt=F("ends_at")), name="meeting_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=["plan", "submission"], name="meeting_sent_once"),
        ]
        indexes = [models.Index(fields=["forum", "begins_at"], name="meeting_by_forum_and_time")]

    def __str__(self):
        return "møde"


class ItemKind(models.TextChoices):
    """What is done with an item."""

    TALK = "talk", "Oplæg"
    WORKSHOP = "workshop", "Workshop"
    SHARING = "sharing", "Vidensdeling"
    INFO = "info", "Orientering"
    DISCUSS = "discuss", "Drøftelse"
    DECIDE = "decide", "Beslutning"
    BREAK = "break", "Pause"
    FOOD = "food", "Mad"
    GATHER = "gather", "Opsamling"


class AgendaItem(PlanOwned):
    """One item of a forum: on the agenda of a meeting, or in the backlog as long as `meeting` is None.

    An item with `referral` came from another forum, or with `is_answer` tells what became of one's own. Such
    items are moved by meetings.agenda_actions alone, which keeps the referral's standing true.
    """

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="items", verbose_name="forum")
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="items", verbose_name="møde"
    )
    kind = models.CharField("slags", max_length=8, choices=ItemKind, default=ItemKind.DISCUSS)
    title = models.CharField("punkt", max_length=120)
    text = models.TextField("hvad skal der komme ud af det", max_length=1000, blank=True)
    minutes = models.PositiveSmallIntegerField("minutter", null=True, blank=True)
    responsible = models.ForeignKey(
        ForumSeat, models.SET_NULL, null=True, blank=True, related_name="items", verbose_name="ansvarlig"
    )
    # Its turn on the agenda, or in the backlog.
    position = models.PositiveIntegerField("plads", default=0)
    referral = models.ForeignKey(
        "meetings.Referral", models.CASCADE, null=True, blank=True, related_name="items",
        verbose_name="sendt punkt",
    )  # fmt: skip
    is_answer = models.BooleanField("er et svar", default=False)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af"
    )
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    # Out of the backlog and off agendas to come: done with, let go, or gone to another forum.
    closed_at = models.DateTimeField("lagt væk", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = "punkt"
        verbose_name_plural = "punkter"
        ordering = ["position", "created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="agenda_item_sent_once"),
            models.CheckConstraint(
                condition=Q(is_answer=False) | Q(referral__isnull=False), name="an_answer_is_to_something"
            ),
            # What another forum waits for stands in one place.
            models.UniqueConstraint(
                fields=["referral"], condition=Q(is_answer=False, closed_at=None),
                name="referral_in_one_backlog",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["forum", "meeting", "position"], name="item_by_forum_and_meeting")]

    def __str__(self):
        return self.title
