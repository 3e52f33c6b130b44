"""The rows of the list of games: from values of the database to what a row prints."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from config.danish import clock, count, long_date
from valuegame.models import GameMove

# The game's state, its words and the tag's look.
STATES = {"soon": ("Forberedes", "info"), "on": ("I gang", "warn"), "done": ("Spillet", "ok")}


@dataclass(frozen=True, slots=True)
class GameRow:
    """One game of the list."""

    pk: UUID
    title: str
    when: str
    table: str
    state: str
    style: str


def game_rows(games: QuerySet, *, today: date) -> list[GameRow]:
    """The rows of `games`, in order and narrowed to one page; one query."""
    found = games.annotate(
        many=Count("seats", filter=Q(seats__removed_at__isnull=True)),
        begun=Exists(GameMove.objects.filter(game=OuterRef("pk"))),
    ).values_list("pk", "title", "held_on", "starts_at", "many", "begun", "closed_at")
    return [
        GameRow(pk, title, when_of(on, at, today), count(many, "organisation", "organisationer"),
                *STATES[state_of(begun=begun, closed=closed is not None)])
        for pk, title, on, at, many, begun, closed in found
    ]  # fmt: skip


def state_of(*, begun: bool, closed: bool) -> str:
    """Which of STATES a game is in; it is on from its first move."""
    return "done" if closed else "on" if begun else "soon"


def when_of(on: date | None, at, today: date) -> str:
    """The day and the time, as far as they are known: "14. oktober kl. 10.00"."""
    if on is None:
        return "Ingen dato endnu"
    return long_date(on, today) + (f" kl. {clock(at)}" if at else "")
