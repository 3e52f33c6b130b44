"""Which organisation a partner speaks for."""

from django.db import models

from accounts.models import Membership, PlanOwned
from actors.models.actor import Actor


class Representation(PlanOwned):
    """A member from another organisation, and the one they may post, answer and book for."""

    membership = models.OneToOneField(
        Membership, models.CASCADE, related_name="representation", verbose_name="medlem"
    )
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="representations", verbose_name="aktør")

    class Meta:
        verbose_name = "repræsentant"
        verbose_name_plural = "repræsentanter"

    def __str__(self):
        return "repræsentant"
