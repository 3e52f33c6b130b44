"""What the plan wants, how it is measured, what was counted, and what is told beside the figures."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from accounts.models import Area, FocusArea, Membership, PlanOwned, User
from reports import goal_queries, goal_rules
from reports.goal_periods import Frequency as RuleFrequency

MINUTES_AT_MOST = 2400


class Influence(models.TextChoices):
    """Whether the work here can move it; the words of goal_rules.Influence."""

    YES = goal_rules.Influence.YES.value, "Ja, det kan vi flytte"
    PARTLY = goal_rules.Influence.PARTLY.value, "Noget af det"
    NO = goal_rules.Influence.NO.value, "Nej, det afgør andre"


class Measured(models.TextChoices):
    """Whether what is logged already tells it."""

    YES = "yes", "Ja, det tæller sig selv"
    PARTLY = "partly", "Noget af det"
    NO = "no", "Nej, nogen skal tælle"


class Direction(models.TextChoices):
    """Which way is good; the words of goal_rules.Direction."""

    UP = goal_rules.Direction.UP.value, "Det skal op"
    DOWN = goal_rules.Direction.DOWN.value, "Det skal ned"
    WATCH = goal_rules.Direction.WATCH.value, "Vi følger det bare"


class Frequency(models.TextChoices):
    """How often it is counted; the words of goal_periods.Frequency."""

    MONTH = RuleFrequency.MONTH.value, "Hver måned"
    QUARTER = RuleFrequency.QUARTER.value, "Hvert kvartal"


class Goal(PlanOwned):
    """Something the plan wants, in a focus area. One with a parent is a part of that goal and has none."""

    focus_area = models.ForeignKey(
        FocusArea, models.SET_NULL, null=True, blank=True, related_name="goals",
        verbose_name="indsatsområde",
    )  # fmt: skip
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="parts", verbose_name="delmål af"
    )
    name = models.CharField("mål", max_length=140)
    why = models.TextField("hvorfor", max_length=600, blank=True)
    influence = models.CharField("kan vi påvirke det", max_length=6, choices=Influence)
    measured = models.CharField("måles det af det, vi logger", max_length=6, choices=Measured)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af"
    )
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    dropped_at = models.DateTimeField("lagt væk", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = goal_queries.GoalQuerySet.as_manager()

    class Meta:
        verbose_name = "mål"
        verbose_name_plural = "mål"
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="goal_sent_once"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="goal_is_no_part_of_itself"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def stands(self) -> bool:
        """Whether neither it was put away nor what it is a part of; fetch the parent beforehand."""
        return self.dropped_at is None and (self.parent is None or self.parent.dropped_at is None)


class Indicator(PlanOwned):
    """How a goal is seen. `automatic` is a key of reports.indicator_catalogue, "" for one counted by hand.

    `part` and `area` narrow an automatic one; `minutes` is how long one count takes by hand.
    """

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="indicators", verbose_name="mål")
    name = models.CharField("indikator", max_length=120)
    automatic = models.CharField("tæller sig selv", max_length=20, blank=True)
    part = models.CharField("kun", max_length=12, blank=True)
    area = models.ForeignKey(
        Area, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="boligområde"
    )
    unit = models.CharField("enhed", max_length=20, blank=True)
    direction = models.CharField("retning", max_length=5, choices=Direction, default=Direction.UP)
    baseline = models.DecimalField("udgangspunkt", max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField("mål", max_digits=14, decimal_places=2, null=True, blank=True)
    frequency = models.CharField("hvor tit", max_length=7, choices=Frequency, default=Frequency.MONTH)
    owner = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="ansvarlig"
    )
    source = models.CharField("hvor kommer tallet fra", max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(
        "minutter hver gang", default=0, validators=[MaxValueValidator(MINUTES_AT_MOST)]
    )
    influence = models.CharField("kan vi påvirke det", max_length=6, choices=Influence)
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    dropped_at = models.DateTimeField("lagt væk", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = goal_queries.IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikatorer"
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="indicator_sent_once"),
            models.CheckConstraint(
                condition=Q(automatic="", part="", area=None) | ~Q(automatic=""),
                name="only_what_counts_itself_is_narrowed",
            ),
        ]

    def __str__(self):
        return self.name


class ValueEntry(PlanOwned):
    """Figures written together, a month's table or a file, with what changed, so that it can be undone.

    `changes` is a list of {indicator, first, before, after}; before and after are [amount, note] or null.
    """

    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af")
    at = models.DateTimeField("skrevet", auto_now_add=True)
    changes = models.JSONField("ændringer", default=list)
    undone_at = models.DateTimeField("fortrudt", null=True, blank=True)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "indtastning"
        verbose_name_plural = "indtastninger"
        ordering = ["-at", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "submission"], name="entry_sent_once")]

    def __str__(self):
        return "indtastning"


class IndicatorValue(PlanOwned):
    """What was counted for the month or quarter that begins on `first`."""

    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="values_counted", verbose_name="indikator"
    )
    first = models.DateField("første dag")
    amount = models.DecimalField("tal", max_digits=14, decimal_places=2)
    note = models.CharField("note", max_length=200, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af")
    at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "tal"
        verbose_name_plural = "tal"
        ordering = ["first", "id"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "first"], name="one_amount_per_indicator_and_period")
        ]

    def __str__(self):
        return "tal"


class GoalStory(PlanOwned):
    """What happened, told beside the figures. About organisations and what they did, never residents."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="stories", verbose_name="mål")
    title = models.CharField("overskrift", max_length=80)
    text = models.TextField("fortælling", max_length=1200)
    on = models.DateField("dag")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af")
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    removed_at = models.DateTimeField("slettet", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = goal_queries.StoryQuerySet.as_manager()

    class Meta:
        verbose_name = "fortælling"
        verbose_name_plural = "fortællinger"
        ordering = ["-on", "-created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "submission"], name="goal_story_sent_once")]

    def __str__(self):
        return self.title


class ValueDraft(PlanOwned):
    """A file of figures that waits for a yes; gone when it is answered, or after a day."""

    by = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="indlæst af")
    file_name = models.CharField("fil", max_length=120)
    data = models.BinaryField("indhold")
    created_at = models.DateTimeField("hentet ind")

    class Meta:
        verbose_name = "fil med tal"
        verbose_name_plural = "filer med tal"

    def __str__(self):
        return "fil med tal"
