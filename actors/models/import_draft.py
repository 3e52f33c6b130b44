"""A spreadsheet on its way in."""

from django.db import models
from django.utils import timezone

from accounts.models import PlanOwned, User


class ImportDraft(PlanOwned):
    """An uploaded file that waits for a yes; gone as soon as it is answered, or after a day."""

    by = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="indlæst af")
    file_name = models.CharField("fil", max_length=120)
    data = models.BinaryField("indhold")
    created_at = models.DateTimeField("hentet ind", default=timezone.now)

    class Meta:
        verbose_name = "fil til indlæsning"
        verbose_name_plural = "filer til indlæsning"

    def __str__(self):
        return "fil til indlæsning"
