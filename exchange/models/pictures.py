"""Pictures of things that are lent or told about, re-encoded; nothing of the file sent is kept."""

from django.db import models

from accounts.models import PlanOwned


class Picture(PlanOwned):
    """A JPEG made by `exchange.pictures.reencode`: no metadata, no name. Width and height in pixels.

    Kept in the database, so that a backup of it is the whole backup and a plan's end ends it too.
    """

    data = models.BinaryField("billede")
    width = models.PositiveIntegerField("bredde")
    height = models.PositiveIntegerField("højde")
    created_at = models.DateTimeField("lagt op", auto_now_add=True)

    class Meta:
        verbose_name = "billede"
        verbose_name_plural = "billeder"

    def __str__(self):
        return "billede"
