"""What actors do together over time: an initiative, who takes part, and what each brings in each phase."""

from django.db import models

from accounts.models import Area, FocusArea, PlanOwned, TargetGroup, User
from actors.models import Actor
from config.danish import SORT_KEY_LENGTH, fold, sort_key
from mapping.initiative_queries import InitiativeQuerySet, PartnerQuerySet


class Phase(models.IntegerChoices):
    """How far an initiative is."""

    IDEA = 1, "Idé"
    START = 2, "Opstart"
    RUNNING = 3, "Drift"
    ANCHORING = 4, "Forankring"
    EVALUATION = 5, "Evaluering"


class Belonging(models.TextChoices):
    """Whose it is, so that the boligsocial contribution can be seen."""

    SOCIAL = "social", "Boligsocial"
    MUNICIPAL = "municipal", "Kommunal"
    JOINT = "joint", "Fælles"


class Initiative(PlanOwned):
    """Something that several organisations do together for somebody."""

    name = models.CharField("navn", max_length=80)
    purpose = models.TextField("formål", max_length=1000, blank=True)
    signs = models.TextField("tegn på, at det lykkes", max_length=1000, blank=True)
    phase = models.PositiveSmallIntegerField("fase", choices=Phase, default=Phase.IDEA)
    belonging = models.CharField("hvis er det", max_length=10, choices=Belonging, default=Belonging.JOINT)
    focus_area = models.ForeignKey(
        FocusArea,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="initiatives",
        verbose_name="indsatsområde",
    )
    target_groups = models.ManyToManyField(
        TargetGroup, verbose_name="målgrupper", blank=True, related_name="initiatives"
    )
    areas = models.ManyToManyField(Area, verbose_name="boligområder", blank=True, related_name="initiatives")
    coordinator = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="tovholder"
    )
    relation = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="hvem af os"
    )
    # What happens now, for who has one minute: said in a line, with a day when there is one.
    next_step = models.CharField("næste skridt", max_length=200, blank=True)
    next_on = models.DateField("næste skridt senest", null=True, blank=True)
    since = models.DateField("siden", null=True, blank=True)
    until = models.DateField("til", null=True, blank=True)
    archived_at = models.DateTimeField("arkiveret", null=True, blank=True)
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    updated_at = models.DateTimeField("ændret", auto_now=True)
    version = models.PositiveIntegerField(default=1)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)
    # Both are derived from name and purpose, so that search and order agree on both databases.
    search_text = models.TextField(editable=False, default="")
    sort_key = models.CharField(max_length=SORT_KEY_LENGTH, editable=False, default="")

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = "initiativ"
        verbose_name_plural = "initiativer"
        constraints = [
            models.CheckConstraint(condition=models.Q(phase__range=(1, 5)), name="initiative_phase_1_to_5"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="initiative_ends_after_it_starts",
            ),
            models.UniqueConstraint(fields=["plan", "submission"], name="initiative_sent_once"),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, update_fields=None, **kwargs):
        """Save, keeping the derived columns true."""
        self.search_text, self.sort_key = fold(f"{self.name} {self.purpose}"), sort_key(self.name)
        if update_fields is not None:
            update_fields = {*update_fields, "search_text", "sort_key"}
        super().save(*args, update_fields=update_fields, **kwargs)


class Partner(PlanOwned):
    """An actor that takes part in an initiative."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="partners")
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="partnerships", verbose_name="aktør")
    created_at = models.DateTimeField("med siden", auto_now_add=True)
    # Taken out, with what was said kept, so that it can come back.
    removed_at = models.DateTimeField("taget ud", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = "partner"
        verbose_name_plural = "partnere"
        constraints = [
            models.UniqueConstraint(fields=["initiative", "actor"], name="partner_once_per_initiative")
        ]

    def __str__(self):
        return str(self.actor_id)


class PartnerPart(PlanOwned):
    """What a partner does, brings and gains in one phase."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="parts")
    phase = models.PositiveSmallIntegerField("fase", choices=Phase)
    role = models.CharField("rolle", max_length=120, blank=True)
    contribution = models.CharField("bidrag", max_length=200, blank=True)
    gain = models.CharField("udbytte", max_length=200, blank=True)

    class Meta:
        verbose_name = "del i en fase"
        verbose_name_plural = "dele i faser"
        ordering = ["phase", "id"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "phase"], name="part_once_per_phase"),
            models.CheckConstraint(condition=models.Q(phase__range=(1, 5)), name="part_phase_1_to_5"),
        ]

    def __str__(self):
        return self.role or self.contribution or self.get_phase_display()
