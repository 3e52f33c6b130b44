"""Polls for a date, and the links by which a seat answers without login."""

from django.db import models
from django.db.models import F, Q

from accounts.models import Membership, PlanOwned, User
from actors.models import Contact
from meetings.models.forums import Forum
from meetings.models.meetings import Meeting
from meetings.models.seats import ForumSeat


class Poll(PlanOwned):
    """When shall we meet? Open until a time is picked or the poll is closed."""

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="polls", verbose_name="forum")
    why = models.TextField("hvorfor mødes vi", max_length=500, blank=True)
    place = models.CharField("hvor", max_length=120, blank=True)
    # So many seats must be there to decide; 0 for no such rule.
    quorum = models.PositiveSmallIntegerField("beslutningsdygtig fra", default=0)
    # The meeting that came of it.
    meeting = models.OneToOneField(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="poll", verbose_name="møde"
    )
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="sendt af"
    )
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    closed_at = models.DateTimeField("lukket", null=True, blank=True)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "datoafstemning"
        verbose_name_plural = "datoafstemninger"
        ordering = ["-created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "submission"], name="poll_sent_once")]

    def __str__(self):
        return "datoafstemning"


class PollTime(PlanOwned):
    """One time that one could meet, in UTC."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="times", verbose_name="datoafstemning")
    begins_at = models.DateTimeField("fra")
    ends_at = models.DateTimeField("til")

    class Meta:
        verbose_name = "mulig tid"
        verbose_name_plural = "mulige tider"
        ordering = ["begins_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(begins_at__lt=F("ends_at")), name="poll_time_has_length"),
            models.UniqueConstraint(fields=["poll", "begins_at", "ends_at"], name="poll_time_once"),
        ]

    def __str__(self):
        return f"{self.begins_at:%Y-%m-%d %H:%M}"


class TimeReply(models.TextChoices):
    """What one says to a time; the words of meetings.polls.Answer."""

    YES = "yes", "Ja"
    MAYBE = "maybe", "Måske"
    NO = "no", "Nej"


class PollReply(PlanOwned):
    """What the one in a seat, or whoever comes instead, says to one time."""

    time = models.ForeignKey(PollTime, models.CASCADE, related_name="replies", verbose_name="tid")
    seat = models.ForeignKey(ForumSeat, models.CASCADE, related_name="poll_replies", verbose_name="plads")
    is_stand_in = models.BooleanField("fra suppleanten", default=False)
    reply = models.CharField("svar", max_length=5, choices=TimeReply)

    class Meta:
        verbose_name = "svar på en dato"
        verbose_name_plural = "svar på datoer"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["time", "seat", "is_stand_in"], name="one_reply_to_a_time"),
        ]

    def __str__(self):
        return "svar på en dato"


class SeatLink(PlanOwned):
    """A link by mail that lets one person answer for one seat: at a meeting, or in a poll.

    Only a hash of its token is kept. It holds while the person has the seat or comes instead; with neither
    contact nor membership it went to the common mailbox of the seat's organisation.
    """

    seat = models.ForeignKey(ForumSeat, models.CASCADE, related_name="links", verbose_name="plads")
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="links", verbose_name="møde"
    )
    poll = models.ForeignKey(
        Poll, models.CASCADE, null=True, blank=True, related_name="links", verbose_name="datoafstemning"
    )
    is_stand_in = models.BooleanField("til suppleanten", default=False)
    contact = models.ForeignKey(
        Contact, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="sendt til"
    )
    membership = models.ForeignKey(
        Membership, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="sendt til bruger"
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("sendt", auto_now_add=True)
    expires_at = models.DateTimeField("udløber")
    revoked_at = models.DateTimeField("lukket", null=True, blank=True)

    class Meta:
        verbose_name = "link til en plads"
        verbose_name_plural = "links til pladser"
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting=None, poll__isnull=False) | Q(meeting__isnull=False, poll=None),
                name="seat_link_is_to_one_thing",
            ),
        ]

    def __str__(self):
        return "link til en plads"
