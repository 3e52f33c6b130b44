"""What one forum sends to another: where it came from, where it is, who owes an answer, since when."""

from django.db import models
from django.db.models import Q

from accounts.models import PlanOwned, User
from meetings.models.forums import Forum
from meetings.models.meetings import AgendaItem, Meeting
from meetings.queries import ReferralQuerySet


class Ask(models.TextChoices):
    """What the sender asks the other forum to do."""

    INFO = "info", "Orientering"
    DISCUSS = "discuss", "Drøftelse"
    DECIDE = "decide", "Beslutning"


class ReferralState(models.TextChoices):
    """Where it stands; the steps between are in meetings.referral_rules."""

    WAITING = "waiting", "Venter"
    ON_AGENDA = "on_agenda", "På en dagsorden"
    ANSWERED = "answered", "Besvaret"
    RETURNED = "returned", "Sendt retur"
    TAKEN_BACK = "taken_back", "Trukket tilbage"


class Referral(PlanOwned):
    """An item on its way. The columns repeat what its steps say, so that lists need no second look."""

    # Who is to have the answer.
    sender = models.ForeignKey(Forum, models.CASCADE, related_name="sent", verbose_name="fra")
    at_forum = models.ForeignKey(Forum, models.CASCADE, related_name="received", verbose_name="hos")
    # The item, if it was raised at a meeting.
    from_item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="referrals",
        verbose_name="rejst som",
    )  # fmt: skip
    ask = models.CharField("hvad beder I om", max_length=8, choices=Ask)
    title = models.CharField("punkt", max_length=120)
    text = models.TextField("tekst", max_length=2000, blank=True)
    # One address a line.
    links = models.TextField("links", max_length=1000, blank=True)
    due = models.DateField("svar senest", null=True, blank=True)
    state = models.CharField("status", max_length=10, choices=ReferralState, default=ReferralState.WAITING)
    # Since when whoever owes the next step has owed it.
    since = models.DateTimeField("siden")
    answer = models.TextField("svar", max_length=2000, blank=True)
    answered_at = models.DateTimeField("besvaret", null=True, blank=True)
    sent_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="sendt af")
    sent_at = models.DateTimeField("sendt")
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = "sendt punkt"
        verbose_name_plural = "sendte punkter"
        ordering = ["-sent_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="referral_sent_once"),
            models.CheckConstraint(
                condition=Q(state="answered", answered_at__isnull=False)
                | (~Q(state="answered") & Q(answered_at=None)),
                name="answered_referral_says_when",
            ),
        ]
        indexes = [models.Index(fields=["plan", "state", "due"], name="referral_by_state_and_day")]

    def __str__(self):
        return self.title


class ReferralAct(models.TextChoices):
    """What was done with it."""

    SENT = "sent", "Sendt"
    PLACED = "placed", "Sat på dagsordenen"
    TAKEN_OFF = "taken_off", "Taget af dagsordenen"
    PASSED_ON = "passed_on", "Sendt videre"
    ANSWERED = "answered", "Besvaret"
    RETURNED = "returned", "Sendt retur"
    SENT_AGAIN = "sent_again", "Sendt igen"
    TAKEN_BACK = "taken_back", "Trukket tilbage"
    REOPENED = "reopened", "Åbnet igen"
    MOVED = "moved", "Flyttet, fordi forummet blev nedlagt"
    INHERITED = "inherited", "Svaret går til et andet forum"


class ReferralStep(PlanOwned):
    """One line of a referral's history, which is only added to."""

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="steps", verbose_name="sendt punkt")
    number = models.PositiveIntegerField("nummer")
    act = models.CharField("hvad skete der", max_length=10, choices=ReferralAct)
    # Who did it, and for a thing that went somewhere, where to.
    forum = models.ForeignKey(Forum, models.CASCADE, related_name="+", verbose_name="forum")
    to_forum = models.ForeignKey(
        Forum, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="til"
    )
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="møde"
    )
    text = models.TextField("tekst", max_length=2000, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af")
    at = models.DateTimeField("hvornår")
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "skridt for et sendt punkt"
        verbose_name_plural = "skridt for sendte punkter"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["referral", "number"], name="referral_step_number_once"),
            models.UniqueConstraint(fields=["plan", "submission"], name="referral_step_sent_once"),
        ]

    def __str__(self):
        return self.get_act_display()

    def save(self, *args, **kwargs):
        """Insert only. Raises TypeError for a row that exists."""
        if not self._state.adding:
            raise TypeError("The history of a referral is only added to.")
        super().save(*args, **kwargs)
