"""What is written about an initiative beside its facts: its story, what it gives the area, the agreement.

Each initiative has at most one of each. They are rows of their own, so that two who write different sheets
never get in each other's way.
"""

from django.db import models
from django.db.models import F, Q

from accounts.models import PlanOwned
from mapping.models.initiatives import Initiative


class Sheet(PlanOwned):
    """One sheet of one initiative."""

    initiative = models.OneToOneField(Initiative, models.CASCADE, related_name="%(class)s")
    updated_at = models.DateTimeField("ændret", auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def __str__(self):
        return str(self._meta.verbose_name)


class Story(Sheet):
    """The initiative told for others: organisations and what they did, never residents."""

    headline = models.CharField("overskrift", max_length=100, blank=True)
    before = models.TextField("før", max_length=400, blank=True)
    did = models.TextField("det gjorde vi", max_length=600, blank=True)
    came = models.TextField("det kom der ud af det", max_length=600, blank=True)
    # One thing per line: jobs, internships, the next initiative.
    grew = models.TextField("det voksede ud af det", blank=True)
    said = models.CharField("citat", max_length=140, blank=True)
    said_by = models.CharField("hvem siger det", max_length=80, blank=True)

    class Meta:
        verbose_name = "fortælling"
        verbose_name_plural = "fortællinger"


class AreaGains(Sheet):
    """What the initiative gives the area, with the group's own words (mapping.initiative_method.GIFTS)."""

    cohesion = models.BooleanField("lokal sammenhængskraft", default=False)
    cohesion_words = models.CharField("sammenhængskraft, egne ord", max_length=300, blank=True)
    attraction = models.BooleanField("lokal tiltrækning", default=False)
    attraction_words = models.CharField("tiltrækning, egne ord", max_length=300, blank=True)
    ownership = models.BooleanField("lokalt ejerskab", default=False)
    ownership_words = models.CharField("ejerskab, egne ord", max_length=300, blank=True)
    quality = models.BooleanField("lokal kvalificering af tilbud", default=False)
    quality_words = models.CharField("kvalificering, egne ord", max_length=300, blank=True)

    class Meta:
        verbose_name = "det, området får"
        verbose_name_plural = "det, områder får"


class JointAgreement(Sheet):
    """What the partners agree on beside who brings what: the text of the samarbejdsaftale."""

    starts_on = models.DateField("gælder fra", null=True, blank=True)
    ends_on = models.DateField("gælder til", null=True, blank=True)
    coordination = models.TextField("det gør tovholderen", max_length=600, blank=True)
    economy = models.TextField("penge og timer", max_length=600, blank=True)
    decisions = models.TextField("sådan beslutter I", max_length=600, blank=True)
    # One per line.
    conditions = models.TextField("det er I enige om", blank=True)
    leaving = models.TextField("hvis én vil ud", max_length=600, blank=True)

    class Meta:
        verbose_name = "samarbejdsaftale"
        verbose_name_plural = "samarbejdsaftaler"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="joint_agreement_ends_after_it_starts",
            )
        ]
