"""What happens when, for whom: single activities and those that come back."""

from django.db import models
from django.db.models import F, Q

from accounts.models import Area, PlanOwned, TargetGroup, User
from actors.models import Actor
from mapping.activity_queries import ActivityQuerySet
from mapping.models.initiatives import Initiative


class Activity(PlanOwned):
    """One activity of an initiative, or of an actor on its own; the first time in UTC.

    `every` is how many weeks lie between two times, 0 for one time alone; it goes on until `until`.
    """

    title = models.CharField("hvad", max_length=80)
    text = models.CharField("mere om det", max_length=300, blank=True)
    initiative = models.ForeignKey(
        Initiative,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="initiativ",
    )
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="activities", verbose_name="arrangør")
    target_groups = models.ManyToManyField(
        TargetGroup, verbose_name="målgrupper", blank=True, related_name="activities"
    )
    area = models.ForeignKey(
        Area, models.SET_NULL, null=True, blank=True, related_name="activities", verbose_name="boligområde"
    )
    place = models.CharField("hvor", max_length=120, blank=True)
    begins_at = models.DateTimeField("fra")
    ends_at = models.DateTimeField("til")
    every = models.PositiveSmallIntegerField("hver … uge", default=0)
    until = models.DateField("sidste dag", null=True, blank=True)
    is_public = models.BooleanField("må ses af alle", default=False)
    cancelled_at = models.DateTimeField("aflyst", null=True, blank=True)
    # The other one that it became part of; then it is cancelled too, and its actor takes part there.
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged", verbose_name="slået sammen med"
    )
    # What the organisation's own calendar calls it, when it was fetched from there.
    calendar_uid = models.CharField("id i egen kalender", max_length=255, blank=True, default="")
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="lagt ind af"
    )
    created_at = models.DateTimeField("lagt ind", auto_now_add=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["begins_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_at__lt=F("ends_at")), name="activity_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(every=0, until__isnull=True) | Q(every__gt=0, until__isnull=False),
                name="activity_that_comes_back_ends",
            ),
            models.UniqueConstraint(fields=["plan", "submission"], name="activity_sent_once"),
            models.UniqueConstraint(
                fields=["actor", "calendar_uid"],
                condition=~Q(calendar_uid=""),
                name="activity_fetched_once",
            ),
        ]
        indexes = [models.Index(fields=["plan", "begins_at"], name="activity_by_plan_and_time")]

    def __str__(self):
        return self.title


class ChangedTime(PlanOwned):
    """One time of a series that was moved, or with no times cancelled. `day` is its day in the series."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="changes", verbose_name="aktivitet")
    day = models.DateField("dagen i rækken")
    begins_at = models.DateTimeField("fra", null=True, blank=True)
    ends_at = models.DateTimeField("til", null=True, blank=True)

    class Meta:
        verbose_name = "ændret gang"
        verbose_name_plural = "ændrede gange"
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "day"], name="time_changed_once"),
            models.CheckConstraint(
                condition=Q(begins_at__isnull=True, ends_at__isnull=True) | Q(begins_at__lt=F("ends_at")),
                name="changed_time_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return f"{self.day:%Y-%m-%d}"


class ClashChoice(models.TextChoices):
    """What was done about two activities that are in each other's way."""

    MOVED = "moved", "Flyttet"
    MERGED = "merged", "Slået sammen"
    KEPT = "kept", "Beholdt"


class ClashAnswer(PlanOwned):
    """What somebody chose for two activities; holds while both stand at the times it was said of.

    `first` has the lower id. The fingerprint is that of `mapping.clashes`.
    """

    first = models.ForeignKey(Activity, models.CASCADE, related_name="+", verbose_name="den ene")
    second = models.ForeignKey(Activity, models.CASCADE, related_name="+", verbose_name="den anden")
    fingerprint = models.CharField("aftryk af tiderne", max_length=64)
    choice = models.CharField("valg", max_length=8, choices=ClashChoice)
    reason = models.CharField("hvorfor", max_length=200, blank=True)
    answered_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="besvaret af"
    )
    answered_at = models.DateTimeField("besvaret")

    class Meta:
        verbose_name = "svar på et sammenfald"
        verbose_name_plural = "svar på sammenfald"
        ordering = ["-answered_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second", "fingerprint"], name="clash_answered_once")
        ]

    def __str__(self):
        return self.get_choice_display()


class NeighbourArea(PlanOwned):
    """Two areas of a plan that people walk between; what happens in one is known in the other."""

    one = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name="det ene område")
    other = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name="det andet område")

    class Meta:
        verbose_name = "naboområder"
        verbose_name_plural = "naboområder"
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="neighbours_once")]

    def __str__(self):
        return "naboområder"
