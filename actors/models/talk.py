"""What a collaboration is worth to an actor: talks, and the rays of the sun that were filled in."""

from django.db import models

from accounts.models import Membership, PlanOwned
from actors.models.actor import Actor
from actors.models.contact import Contact
from actors.queries import TalkQuerySet


class Source(models.TextChoices):
    """How we know; the sources are kept apart, and an estimate is never shown as their own words."""

    TALK = "talk", "Solskinssamtale"
    INTERVIEW = "interview", "Interview"
    GAME = "game", "Værdispil"
    ESTIMATE = "estimate", "Vores eget skøn"


class Level(models.IntegerChoices):
    """How much a value means to the actor: as many bands of the ray are filled."""

    NOT_NOW = 0, "Ikke nu"
    A_LITTLE = 1, "Lidt"
    SOME = 2, "Noget"
    A_LOT = 3, "Meget"


class Talk(PlanOwned):
    """One time somebody found out what an actor gains and gives. An actor has several over the years."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="talks", verbose_name="aktør")
    source = models.CharField("kilde", max_length=10, choices=Source, default=Source.TALK)
    held_on = models.DateField("dato")
    held_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="hvem af os"
    )
    present = models.ManyToManyField(
        Contact, blank=True, related_name="talks", verbose_name="hvem var med fra aktøren"
    )
    also_present = models.CharField("andre, der var med", max_length=120, blank=True)
    finished_at = models.DateTimeField("gemt som færdig", null=True, blank=True)
    created_at = models.DateTimeField("begyndt", auto_now_add=True)
    deleted_at = models.DateTimeField("slettet", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1)

    objects = TalkQuerySet.as_manager()

    class Meta:
        verbose_name = "samtale"
        verbose_name_plural = "samtaler"
        ordering = ["-held_on", "-created_at", "id"]
        indexes = [models.Index(fields=["plan", "-held_on"], name="talk_by_plan_and_day")]

    def __str__(self):
        return f"{self.get_source_display()} {self.held_on:%d.%m.%Y}"


class Ray(PlanOwned):
    """What an actor said of one value in one talk: one of the five, or one of its own with a name.

    `level` is None as long as it was not spoken of. `version` counts up at each save, so that two who write
    in the same ray are told.
    """

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="rays", verbose_name="samtale")
    value = models.PositiveSmallIntegerField("værdi", null=True, blank=True)
    name = models.CharField("egen værdi", max_length=60, blank=True)
    level = models.PositiveSmallIntegerField("hvor meget", choices=Level, null=True, blank=True)
    gains = models.TextField("med deres egne ord", max_length=1000, blank=True)
    gives = models.TextField("det kan de give andre", max_length=1000, blank=True)
    position = models.PositiveSmallIntegerField("plads", default=0)
    saved_at = models.DateTimeField("gemt", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1)

    class Meta:
        verbose_name = "stråle"
        verbose_name_plural = "stråler"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value__range=(1, 5), name="")
                | models.Q(value__isnull=True) & ~models.Q(name=""),
                name="ray_is_one_of_five_or_named",
            ),
            models.CheckConstraint(
                condition=models.Q(level__isnull=True) | models.Q(level__range=(0, 3)),
                name="ray_level_0_to_3",
            ),
            models.UniqueConstraint(fields=["talk", "value"], name="value_once_per_talk"),
            models.UniqueConstraint(
                fields=["talk", "name"], condition=~models.Q(name=""), name="own_value_once_per_talk"
            ),
        ]

    def __str__(self):
        return self.name or str(self.value)
