"""How a group says it stands: dated answers to the same questions, kept so that two times can be compared."""

from django.db import models
from django.db.models import Q

from accounts.models import PlanOwned, User
from mapping.initiative_queries import ReviewQuerySet
from mapping.models.initiatives import Initiative, Phase

HIGHEST_LEVEL = 3


class ReviewKind(models.TextChoices):
    """What was asked about; the questions are in `mapping.initiative_method`."""

    FACTORS = "factors", "Forudsætninger"
    CONDITIONS = "conditions", "Grundbetingelser"


class Review(PlanOwned):
    """One time that a group answered, on a day, in the phase that the initiative had then."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="reviews")
    kind = models.CharField("hvad", max_length=10, choices=ReviewKind)
    held_on = models.DateField("dato")
    phase = models.PositiveSmallIntegerField("fase", choices=Phase)
    present = models.CharField("hvem var med", max_length=200, blank=True)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name="skrevet af"
    )
    created_at = models.DateTimeField("skrevet", auto_now_add=True)
    removed_at = models.DateTimeField("slettet", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = "tjek"
        verbose_name_plural = "tjek"
        ordering = ["-held_on", "-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="review_sent_once"),
            models.CheckConstraint(condition=Q(phase__range=(1, 5)), name="review_phase_1_to_5"),
        ]

    def __str__(self):
        return self.get_kind_display()


class ReviewAnswer(PlanOwned):
    """How one question was answered; `key` is that of the question. No level is no answer, only words."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="answers")
    key = models.CharField("spørgsmål", max_length=20)
    level = models.PositiveSmallIntegerField("svar", null=True, blank=True)
    note = models.CharField("egne ord", max_length=300, blank=True)

    class Meta:
        verbose_name = "svar i et tjek"
        verbose_name_plural = "svar i et tjek"
        constraints = [
            models.UniqueConstraint(fields=["review", "key"], name="review_answer_once"),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__lte=HIGHEST_LEVEL), name="review_level_0_to_3"
            ),
        ]

    def __str__(self):
        return self.key
