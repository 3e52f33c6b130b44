"""A game, who sits at its table, and what was done there."""

import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from accounts.models import Membership, PlanOwned, User
from actors.models import Actor, ActorKind
from mapping.models import Collaboration
from valuegame.codes import new_code
from valuegame.method import LEAST_MINUTES, MOST_MINUTES
from valuegame.queries import GameQuerySet, SeatQuerySet
from valuegame.rules import Kind


def new_link() -> str:
    """What stands in the address that phones and the wall come in by: 128 bits nobody can guess."""
    return secrets.token_urlsafe(16)


class Game(PlanOwned):
    """One value game, being prepared, being played or closed. Its state is the sum of its moves.

    `version` counts the moves; a screen says which it shows and is told when there is more. `shared_version`
    is the last one that changed something on every phone. `form_version` is for those who prepare it.
    """

    title = models.CharField("hvad spiller I om", max_length=80)
    about = models.CharField("hvorfor mødes I", max_length=300, blank=True)
    collaboration = models.ForeignKey(
        Collaboration, models.SET_NULL, null=True, blank=True, related_name="games", verbose_name="samarbejde"
    )
    held_on = models.DateField("dato", null=True, blank=True)
    starts_at = models.TimeField("begynder kl.", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        "minutter",
        default=90,
        validators=[MinValueValidator(LEAST_MINUTES), MaxValueValidator(MOST_MINUTES)],
    )
    with_opening = models.BooleanField("åbningsøvelse", default=False)
    with_stronger = models.BooleanField("gør hinanden stærkere", default=False)
    # {key of a step: whole minutes}, adding up to `minutes`.
    step_minutes = models.JSONField("minutter pr. trin", default=dict)
    held_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="facilitator"
    )
    # Played with pieces of card, and typed in afterwards.
    on_paper = models.BooleanField("spillet på papir", default=False)
    link = models.CharField(max_length=43, unique=True, default=new_link, editable=False)
    code = models.CharField("kode", max_length=6, default=new_code, editable=False)
    version = models.PositiveIntegerField(default=0)
    shared_version = models.PositiveIntegerField(default=0)
    form_version = models.PositiveIntegerField("version", default=1)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    closed_at = models.DateTimeField("sluttet", null=True, blank=True)
    deleted_at = models.DateTimeField("slettet", null=True, blank=True)
    submission = models.UUIDField("indsendelse", null=True, blank=True, editable=False)

    objects = GameQuerySet.as_manager()

    class Meta:
        verbose_name = "værdispil"
        verbose_name_plural = "værdispil"
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=models.Q(closed_at__isnull=True, deleted_at__isnull=True),
                name="game_code_once_while_open",
            ),
            models.UniqueConstraint(fields=["plan", "submission"], name="game_sent_once"),
            models.CheckConstraint(
                condition=models.Q(minutes__range=(LEAST_MINUTES, MOST_MINUTES)), name="game_minutes_in_range"
            ),
        ]
        indexes = [models.Index(fields=["plan", "deleted_at", "-held_on"], name="game_by_plan_and_day")]

    def __str__(self):
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether moves are taken."""
        return self.closed_at is None and self.deleted_at is None


class Seat(PlanOwned):
    """One organisation at the table: one of the plan's actors, or only a name."""

    game = models.ForeignKey(Game, models.CASCADE, related_name="seats", verbose_name="værdispil")
    actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="seats", verbose_name="aktør"
    )
    name = models.CharField("navn på skærmen", max_length=24)
    kind = models.CharField("aktørtype", max_length=10, choices=ActorKind, default=ActorKind.OTHER)
    position = models.PositiveSmallIntegerField("plads", default=0)
    # The last version that changed something on this organisation's own phones.
    version = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField("taget fra bordet", null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = "plads ved bordet"
        verbose_name_plural = "pladser ved bordet"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["game", "actor"], name="actor_once_per_game"),
            models.CheckConstraint(condition=~models.Q(name=""), name="seat_has_a_name"),
        ]

    def __str__(self):
        return self.name


class GameMove(PlanOwned):
    """One move as it was received; never changed. valuegame/rules.py says what it means.

    `move_id` was made where it was done, so that the same one sent again is known. `by` is set for what the
    facilitator does; who holds a phone is not known, and never asked.
    """

    game = models.ForeignKey(Game, models.CASCADE, related_name="moves", verbose_name="værdispil")
    move_id = models.UUIDField()
    number = models.PositiveIntegerField()
    clock = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in Kind])
    seat = models.ForeignKey(Seat, models.CASCADE, null=True, blank=True, related_name="moves")
    target = models.CharField(max_length=120, blank=True)
    value = models.TextField("tekst", max_length=2000, blank=True)
    base = models.CharField(max_length=36, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "træk"
        verbose_name_plural = "træk"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["game", "move_id"], name="move_once_per_game"),
            models.UniqueConstraint(fields=["game", "number"], name="move_number_once_per_game"),
        ]

    def __str__(self):
        return f"{self.number} {self.kind}"


class Carried(PlanOwned):
    """What of a game was taken over into the plan's own rows, with the facilitator's yes; one row an item.

    `item` names what was said in the game ("values:<seat>", "adjust:<id>", "pledge:<id>"), `object_id` the
    row that came of it.
    """

    class Into(models.TextChoices):
        """Where it went."""

        VALUES = "values", "Værdiprofil"
        COLLABORATION = "collaboration", "Samarbejde"
        FOLLOW_UP = "follow_up", "Opfølgning"

    game = models.ForeignKey(Game, models.CASCADE, related_name="carried", verbose_name="værdispil")
    item = models.CharField(max_length=120)
    into = models.CharField("hvorhen", max_length=14, choices=Into)
    object_id = models.UUIDField()
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name="hvem af os")
    at = models.DateTimeField("hvornår", auto_now_add=True)

    class Meta:
        verbose_name = "ført videre"
        verbose_name_plural = "ført videre"
        constraints = [models.UniqueConstraint(fields=["game", "item", "into"], name="item_carried_once")]

    def __str__(self):
        return f"{self.item} {self.into}"


class WrongCode(models.Model):
    """A code that was typed and is no game's, so that guessing can be stopped. Kept for a day at most.

    `address` is a hash with a salt of the day: who it was cannot be read out of it.
    """

    address = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "forkert kode"
        verbose_name_plural = "forkerte koder"
        indexes = [models.Index(fields=["at"], name="wrong_code_by_time")]

    def __str__(self):
        return f"{self.at:%H.%M}"
