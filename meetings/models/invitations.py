"""Who is asked to a meeting and what they said, who came, and whom they brought along."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from accounts.models import Membership, PlanOwned, User
from actors.models import Actor, Contact
from meetings.models.meetings import Meeting
from meetings.models.seats import ForumSeat


class Reply(models.TextChoices):
    """What one says to an invitation."""

    YES = "yes", "Kommer"
    MAYBE = "maybe", "Måske"
    NO = "no", "Kommer ikke"
    SUBSTITUTE = "substitute", "Suppleant kommer"


class Invite(PlanOwned):
    """One seat asked to one meeting. Whoever answers for it, there is one answer.

    `sequence` and `sent_as` are of the calendar entry that was last sent to whoever sits there: it counts up
    by one each time the entry says something new, and stays when the same is sent again.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invites", verbose_name="møde")
    seat = models.ForeignKey(ForumSeat, models.CASCADE, related_name="invites", verbose_name="plads")
    # Who it was last sent to; both None for the common mailbox of the seat's organisation.
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="sendt til"
    )
    membership = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="sendt til bruger"
    )
    sent_at = models.DateTimeField("sendt", null=True, blank=True)
    reminded_at = models.DateTimeField("sendt igen", null=True, blank=True)
    sequence = models.PositiveIntegerField("udgave", default=0)
    # A fingerprint of what the entry said.
    sent_as = models.CharField(max_length=64, blank=True, editable=False)
    is_called_off = models.BooleanField("aflysningen er sendt", default=False)
    reply = models.CharField("svar", max_length=10, choices=Reply, blank=True)
    replied_at = models.DateTimeField("svarede", null=True, blank=True)
    # The answer "suppleant" came from the substitute, or they have said yes to it.
    stand_in_said_yes = models.BooleanField("suppleanten har sagt ja", default=False)
    eats = models.BooleanField("spiser med", null=True, blank=True)
    # Emptied once it is written down who came.
    food_note = models.CharField("om maden", max_length=120, blank=True)

    class Meta:
        verbose_name = "indkaldelse"
        verbose_name_plural = "indkaldelser"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="seat_asked_once_to_a_meeting"),
            models.CheckConstraint(
                condition=(Q(reply="") & Q(replied_at=None)) | (~Q(reply="") & Q(replied_at__isnull=False)),
                name="invite_reply_says_when",
            ),
        ]

    def __str__(self):
        return "indkaldelse"


class Guest(PlanOwned):
    """An organisation that somebody brings along (»Alle tager en med«), and who brings it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="guests", verbose_name="møde")
    seat = models.ForeignKey(
        ForumSeat, models.SET_NULL, null=True, blank=True, related_name="guests", verbose_name="inviteret af"
    )
    organisation = models.CharField("organisation", max_length=120)
    # In the registry: found there, or made of this.
    actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="guest_at", verbose_name="i registret"
    )
    has_come = models.BooleanField("var med", null=True, blank=True)
    created_at = models.DateTimeField("skrevet", auto_now_add=True)

    class Meta:
        verbose_name = "gæst"
        verbose_name_plural = "gæster"
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint("meeting", Lower("organisation"), name="guest_once_at_a_meeting"),
        ]

    def __str__(self):
        return self.organisation


class AttendanceMark(models.TextChoices):
    """What is written down of a seat; the words of meetings.attendance.Came."""

    YES = "yes", "Var med"
    SUBSTITUTE = "substitute", "Suppleant var med"
    EXCUSED = "excused", "Meldte afbud"
    NO = "no", "Kom ikke"


class Attendance(PlanOwned):
    """Whether a seat was there. No row: nobody wrote it down, which is not absence."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances", verbose_name="møde")
    seat = models.ForeignKey(ForumSeat, models.CASCADE, related_name="attendances", verbose_name="plads")
    came = models.CharField("fremmøde", max_length=10, choices=AttendanceMark)
    recorded_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af"
    )
    recorded_at = models.DateTimeField("skrevet", auto_now=True)

    class Meta:
        verbose_name = "fremmøde"
        verbose_name_plural = "fremmøder"
        ordering = ["recorded_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="seat_recorded_once_at_a_meeting")
        ]

    def __str__(self):
        return "fremmøde"
