"""A calendar file that waits for a yes."""

from django.db import models
from django.utils import timezone

from accounts.models import PlanOwned, User
from actors.models import Actor


class CalendarDraft(PlanOwned):
    """What an organisation's calendar holds, read and waiting; gone when it is answered, or after a day."""

    by = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="hentet af")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="+", verbose_name="arrangør")
    # As `exchange.calendar_reading` keeps it.
    found = models.JSONField("indhold", default=list)
    created_at = models.DateTimeField("hentet ind", default=timezone.now)

    class Meta:
        verbose_name = "kalender til indlæsning"
        verbose_name_plural = "kalendere til indlæsning"

    def __str__(self):
        return "kalender til indlæsning"
