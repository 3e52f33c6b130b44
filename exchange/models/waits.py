"""Who waits for a time that somebody else has."""

from django.db import models
from django.db.models import F, Q

from accounts.models import PlanOwned, User
from actors.models import Actor
from exchange.models.places import Booking, Facility
from exchange.queries import WaitQuerySet


class Wait(PlanOwned):
    """All of this at that time, if it becomes free; then `booking` is what it came to."""

    title = models.CharField("til hvad", max_length=80)
    borrower = models.ForeignKey(Actor, models.CASCADE, related_name="waits", verbose_name="hvem låner")
    facilities = models.ManyToManyField(Facility, related_name="waits", verbose_name="steder")
    begins_at = models.DateTimeField("fra")
    ends_at = models.DateTimeField("til")
    note = models.CharField("besked", max_length=200, blank=True)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet op af"
    )
    created_at = models.DateTimeField("skrevet op", auto_now_add=True)
    withdrawn_at = models.DateTimeField("trukket tilbage", null=True, blank=True)
    booking = models.OneToOneField(
        Booking, models.SET_NULL, null=True, blank=True, related_name="waited", verbose_name="booking"
    )
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = WaitQuerySet.as_manager()

    class Meta:
        verbose_name = "plads på venteliste"
        verbose_name_plural = "venteliste"
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(begins_at__lt=F("ends_at")), name="wait_ends_after_it_begins"),
            models.UniqueConstraint(fields=["plan", "submission"], name="wait_sent_once"),
        ]

    def __str__(self):
        return self.title
