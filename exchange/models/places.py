"""What is lent: places and equipment, who has them when, and the days of a series."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from accounts.models import Area, PlanOwned, User
from actors.models import Actor
from exchange.queries import BookingQuerySet, FacilityQuerySet
from mapping.models import Activity

PREPARATION_AT_MOST = 240


class FacilityKind(models.TextChoices):
    """What can be lent."""

    ROOM = "room", "Lokale"
    EQUIPMENT = "equipment", "Udstyr"


class Facility(PlanOwned):
    """A room, or something one carries away. `days` holds the open weekdays as digits, 0 for Monday."""

    class OpenTo(models.TextChoices):
        """Who may book it."""

        ALL = "all", "Alle, der må booke"
        TEAM = "team", "Kun helhedsplanens medarbejdere"

    kind = models.CharField("slags", max_length=10, choices=FacilityKind, default=FacilityKind.ROOM)
    name = models.CharField("navn", max_length=60)
    owner = models.ForeignKey(Actor, models.RESTRICT, related_name="facilities", verbose_name="ejer")
    area = models.ForeignKey(
        Area, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="område"
    )
    address = models.CharField("hvor", max_length=120, blank=True)
    capacity = models.PositiveSmallIntegerField("plads til", null=True, blank=True)
    features = models.CharField("hvad der er", max_length=200, blank=True)
    keys = models.CharField("nøgle", max_length=120, blank=True)
    rules = models.TextField("husregler", max_length=1000, blank=True)
    price = models.CharField("pris", max_length=60, blank=True)
    days = models.CharField("åbne dage", max_length=7, blank=True)
    opens = models.TimeField("åbner kl.", null=True, blank=True)
    closes = models.TimeField("lukker kl.", null=True, blank=True)
    # Minutes in which nobody else may have it.
    minutes_before = models.PositiveSmallIntegerField(
        "minutter til at gøre klar", default=0, validators=[MaxValueValidator(PREPARATION_AT_MOST)]
    )
    minutes_after = models.PositiveSmallIntegerField(
        "minutter til at rydde op", default=0, validators=[MaxValueValidator(PREPARATION_AT_MOST)]
    )
    open_to = models.CharField("hvem må booke", max_length=10, choices=OpenTo, default=OpenTo.ALL)
    needs_approval = models.BooleanField("ejeren siger ja", default=False)
    tells_owner = models.BooleanField("besked til ejerens fælles mail", default=True)
    archived_at = models.DateTimeField("taget af listen", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = FacilityQuerySet.as_manager()

    class Meta:
        verbose_name = "sted eller udstyr"
        verbose_name_plural = "steder og udstyr"
        ordering = ["-kind", "name", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "submission"], name="facility_sent_once")]

    def __str__(self):
        return self.name


class Booking(PlanOwned):
    """One time that an organisation has something, in UTC; `series` is the same for those made together."""

    title = models.CharField("til hvad", max_length=80)
    borrower = models.ForeignKey(Actor, models.RESTRICT, related_name="bookings", verbose_name="hvem låner")
    begins_at = models.DateTimeField("fra")
    ends_at = models.DateTimeField("til")
    note = models.CharField("besked", max_length=200, blank=True)
    series = models.UUIDField("række", null=True, blank=True, editable=False)
    # What in the activity calendar it is for.
    activity = models.ForeignKey(
        Activity, models.SET_NULL, null=True, blank=True, related_name="bookings", verbose_name="aktivitet"
    )
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="booket af"
    )
    created_at = models.DateTimeField("booket", auto_now_add=True)
    # Why somebody else than the one who booked it moved or cancelled it.
    reason = models.CharField("hvorfor", max_length=200, blank=True)
    cancelled_at = models.DateTimeField("aflyst", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = "booking"
        verbose_name_plural = "bookinger"
        ordering = ["begins_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_at__lt=F("ends_at")), name="booking_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=["plan", "submission"], name="booking_sent_once"),
        ]
        indexes = [models.Index(fields=["plan", "begins_at"], name="booking_by_plan_and_time")]

    def __str__(self):
        return self.title


class Hold(PlanOwned):
    """One thing that a booking holds, with the preparation around it. A cancelled booking has none."""

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="holds", verbose_name="booking")
    facility = models.ForeignKey(Facility, models.RESTRICT, related_name="holds", verbose_name="sted")
    begins_at = models.DateTimeField("fra")
    ends_at = models.DateTimeField("til")
    # False when the booking was cancelled: what it held is free again, and known if it comes back.
    is_live = models.BooleanField("gælder", default=True)
    # The owner has not said yes yet; the time is held meanwhile.
    awaits = models.BooleanField("venter på ja", default=False)

    class Meta:
        verbose_name = "lån"
        verbose_name_plural = "lån"
        ordering = ["begins_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["booking", "facility"], name="facility_once_per_booking"),
            models.CheckConstraint(condition=Q(begins_at__lt=F("ends_at")), name="hold_ends_after_it_begins"),
        ]
        indexes = [
            models.Index(fields=["facility", "is_live", "begins_at"], name="hold_by_facility_and_time")
        ]

    def __str__(self):
        return f"{self.begins_at:%Y-%m-%d %H:%M}"
