"""What a meeting came to: the minutes, what was promised there, and who has said yes to them."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership, PlanOwned, User
from actors.models import Contact, FollowUp
from meetings.models.meetings import AgendaItem, ItemKind, Meeting
from meetings.models.seats import ForumSeat


class MinutesShape(models.TextChoices):
    """What the meeting's output is printed as (004: it depends on what came out of it)."""

    MINUTES = "minutes", "Referat"
    IDEAS = "ideas", "Idékatalog"
    FOLDER = "folder", "Folder"


class MinutesState(models.TextChoices):
    """How far the minutes are; the steps between are in meetings.minutes_actions."""

    DRAFT = "draft", "Kladde"
    SENT = "sent", "Sendt til godkendelse"
    APPROVED = "approved", "Godkendt"


class MinutesSheet(PlanOwned):
    """The minutes of one meeting as a whole, and what its big screen shows. Written first when needed."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="sheet", verbose_name="møde")
    shape = models.CharField("form", max_length=8, choices=MinutesShape, default=MinutesShape.MINUTES)
    state = models.CharField("status", max_length=8, choices=MinutesState, default=MinutesState.DRAFT)
    # Counts how often they were sent to be approved; each time all are asked anew.
    round = models.PositiveSmallIntegerField("runde", default=0)
    sent_at = models.DateTimeField("sendt til godkendelse", null=True, blank=True)
    approved_at = models.DateTimeField("godkendt", null=True, blank=True)
    mailed_at = models.DateTimeField("sendt rundt", null=True, blank=True)
    # The item that the meeting is at, and since when.
    current = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="punktet nu"
    )
    current_since = models.DateTimeField("punktet begyndte", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "referat"
        verbose_name_plural = "referater"
        constraints = [
            models.CheckConstraint(
                condition=Q(state="approved", approved_at__isnull=False)
                | (~Q(state="approved") & Q(approved_at=None)),
                name="approved_minutes_say_when",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(round__gt=0), name="minutes_that_went_out_have_a_round"
            ),
        ]

    def __str__(self):
        return "referat"


class ItemNote(PlanOwned):
    """What one item came to at one meeting. `version` 0 is one in which nothing was written yet.

    Title and kind are the item's as it stood, so that the minutes stay whole when it is changed or moved.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="notes", verbose_name="møde")
    item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="notes", verbose_name="punkt"
    )
    kind = models.CharField("slags", max_length=8, choices=ItemKind)
    title = models.CharField("punkt", max_length=120)
    position = models.PositiveIntegerField("plads", default=0)
    text = models.TextField("resumé", max_length=4000, blank=True)
    proposal = models.TextField("indstilling", max_length=2000, blank=True)
    decision = models.TextField("beslutning", max_length=2000, blank=True)
    # How long the item took, without the time since it was begun last.
    used_seconds = models.PositiveIntegerField("brugte sekunder", default=0)
    saved_at = models.DateTimeField("gemt", null=True, blank=True)
    saved_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="skrevet af"
    )
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "referat af punkt"
        verbose_name_plural = "referater af punkter"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "item"], name="one_note_per_item_and_meeting"),
        ]

    def __str__(self):
        return self.title


class MeetingPromise(PlanOwned):
    """That a promise was made at a meeting, about which item, and by whom at the table.

    The promise itself is a FollowUp like any other. `seat` says who owns it when that is nobody with a login.
    """

    follow_up = models.OneToOneField(
        FollowUp, models.CASCADE, related_name="from_meeting", verbose_name="opfølgning"
    )
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="promises", verbose_name="møde")
    item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="promises", verbose_name="punkt"
    )
    seat = models.ForeignKey(
        ForumSeat, models.SET_NULL, null=True, blank=True, related_name="promises", verbose_name="ansvarlig"
    )

    class Meta:
        verbose_name = "aftale på møde"
        verbose_name_plural = "aftaler på møder"

    def __str__(self):
        return "aftale på møde"


class Approval(PlanOwned):
    """One who is asked to approve the minutes in one round, by a link in a mail or when logged in.

    Only a hash of the link's token is kept. Who it is stands here too, since seats go to others.
    """

    sheet = models.ForeignKey(MinutesSheet, models.CASCADE, related_name="approvals", verbose_name="referat")
    round = models.PositiveSmallIntegerField("runde")
    seat = models.ForeignKey(
        ForumSeat, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="plads"
    )
    membership = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="bruger"
    )
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="kontaktperson"
    )
    # An observer reads along and is not asked.
    is_asked = models.BooleanField("skal godkende", default=True)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField("udløber")
    approved_at = models.DateTimeField("godkendt", null=True, blank=True)
    remark = models.TextField("bemærkning", max_length=1000, blank=True)
    remarked_at = models.DateTimeField("bemærket", null=True, blank=True)

    class Meta:
        verbose_name = "svar på referat"
        verbose_name_plural = "svar på referater"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "round", "seat"], name="asked_once_in_a_round"),
        ]

    def __str__(self):
        return "svar på referat"


class DigestMark(PlanOwned):
    """That somebody got this week's mail about what they promised at meetings."""

    membership = models.ForeignKey(
        Membership, models.CASCADE, null=True, blank=True, related_name="digest_marks", verbose_name="bruger"
    )
    contact = models.ForeignKey(
        Contact, models.CASCADE, null=True, blank=True, related_name="digest_marks",
        verbose_name="kontaktperson",
    )  # fmt: skip
    # The Monday.
    week = models.DateField("uge")

    class Meta:
        verbose_name = "ugemail"
        verbose_name_plural = "ugemails"
        constraints = [
            models.UniqueConstraint(fields=["membership", "week"], name="one_digest_a_week_for_a_member"),
            models.UniqueConstraint(fields=["contact", "week"], name="one_digest_a_week_for_a_contact"),
            models.CheckConstraint(
                condition=Q(membership=None, contact__isnull=False)
                | Q(membership__isnull=False, contact=None),
                name="a_digest_is_to_one",
            ),
        ]

    def __str__(self):
        return "ugemail"
