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
        ]
        indexes = [models.Index(fields=["plan", "begins_at"], name="activity_by_plan_and_time")]

    def __str__(self):
        return self.title
