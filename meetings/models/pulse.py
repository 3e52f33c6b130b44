"""Three questions after a meeting. Nothing here says who answered what.

A ticket knows that it was used and not by whom or for which answer; an answer knows neither ticket nor time.
"""

from django.db import models

from accounts.models import PlanOwned, User
from meetings.models.meetings import Meeting


class PulseRound(PlanOwned):
    """One time that those invited to a meeting were asked."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="pulse", verbose_name="møde")
    sent_at = models.DateTimeField("sendt")
    closes_at = models.DateTimeField("slutter")
    sent_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="sendt af")

    class Meta:
        verbose_name = "puls"
        verbose_name_plural = "pulser"
        ordering = ["-sent_at", "id"]

    def __str__(self):
        return "puls"


class PulseTicket(PlanOwned):
    """The right to answer once. Only a hash of its token is kept, and not whom it was sent to."""

    round = models.ForeignKey(PulseRound, models.CASCADE, related_name="tickets", verbose_name="puls")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    is_used = models.BooleanField("brugt", default=False)

    class Meta:
        verbose_name = "link til puls"
        verbose_name_plural = "links til puls"
        ordering = ["id"]

    def __str__(self):
        return "link til puls"


class FeltChoice(models.TextChoices):
    """What one can answer; the words of meetings.health.Felt."""

    YES = "yes", "Ja"
    PARTLY = "partly", "Delvist"
    NO = "no", "Nej"


class PulseAnswer(PlanOwned):
    """What somebody answered; a question may be left out."""

    round = models.ForeignKey(PulseRound, models.CASCADE, related_name="answers", verbose_name="puls")
    roles = models.CharField("roller", max_length=6, choices=FeltChoice, blank=True)
    people = models.CharField("de rigtige var med", max_length=6, choices=FeltChoice, blank=True)
    worth = models.CharField("tiden værd", max_length=6, choices=FeltChoice, blank=True)

    class Meta:
        verbose_name = "svar på puls"
        verbose_name_plural = "svar på puls"
        ordering = ["id"]

    def __str__(self):
        return "svar på puls"
