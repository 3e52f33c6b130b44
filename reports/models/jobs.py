"""Reports that are made in the background, and the files that came of them."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from accounts.access import ROLE_CHOICES
from accounts.models import Membership, PlanOwned
from reports.paper_queries import PaperJobQuerySet

KEPT = timedelta(hours=24)


class PaperState(models.TextChoices):
    """How far a report has come; the steps between are in reports.paper_actions."""

    WAITING = "waiting", "Venter"
    RUNNING = "running", "Bliver lavet"
    DONE = "done", "Færdig"
    REFUSED = "refused", "For lang"
    FAILED = "failed", "Gik galt"
    STOPPED = "stopped", "Stoppet"
    BROKEN = "broken", "Afbrudt"


class PaperJob(PlanOwned):
    """One report that a member has ordered as PDF. It goes with the membership, and its file with it.

    `share` (0–1) and `said` tell how far it is; `version` counts up with each change of what is shown, so
    that a page can ask whether there is news. `beat_at` is when whoever makes it was last alive.
    """

    membership = models.ForeignKey(
        Membership, models.CASCADE, related_name="paper_jobs", verbose_name="bestilt af"
    )
    # The role in which it was ordered: what may be seen depends on it.
    role = models.CharField("rolle", max_length=12, choices=ROLE_CHOICES)
    key = models.CharField("rapport", max_length=20)
    name = models.CharField("navn", max_length=160)
    # What was chosen, as the address says it.
    wish = models.JSONField("valg", default=dict)
    state = models.CharField("status", max_length=8, choices=PaperState, default=PaperState.WAITING)
    share = models.FloatField("hvor langt", default=0)
    said = models.CharField("hvor langt i ord", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    ordered_at = models.DateTimeField("bestilt")
    begun_at = models.DateTimeField("begyndt", null=True, blank=True)
    beat_at = models.DateTimeField("sidst i live", null=True, blank=True)
    ended_at = models.DateTimeField("færdig", null=True, blank=True)
    expires_at = models.DateTimeField("slettes")
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = PaperJobQuerySet.as_manager()

    class Meta:
        verbose_name = "rapport"
        verbose_name_plural = "rapporter"
        ordering = ["-ordered_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "submission"], name="paper_ordered_once"),
            models.CheckConstraint(condition=Q(share__gte=0, share__lte=1), name="paper_share_0_to_1"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running"], ended_at=None)
                | (~Q(state__in=["waiting", "running"]) & Q(ended_at__isnull=False)),
                name="paper_that_ended_says_when",
            ),
        ]
        indexes = [models.Index(fields=["state", "ordered_at"], name="paper_by_state_and_time")]

    def __str__(self):
        return self.name

    @property
    def is_open(self) -> bool:
        """Whether something is still to be made."""
        return self.state in (PaperState.WAITING, PaperState.RUNNING)


class PaperFile(PlanOwned):
    """The PDF of a report, kept in the database so that it ends with the report, the member and the plan."""

    job = models.OneToOneField(PaperJob, models.CASCADE, related_name="file", verbose_name="rapport")
    data = models.BinaryField("PDF")
    size = models.PositiveIntegerField("bytes")
    # Marks of the phones and mails in it: it is not given out once one of them may no longer be seen.
    shown = models.JSONField("mærker af viste oplysninger", default=list)
    made_at = models.DateTimeField("lavet")

    class Meta:
        verbose_name = "rapportens fil"
        verbose_name_plural = "rapporternes filer"

    def __str__(self):
        return "fil"


def kept_until(now: datetime) -> datetime:
    """When what is ordered or ended now is deleted."""
    return now + KEPT
