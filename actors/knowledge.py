"""What we know, and do not know, about whom: by actor and value, and what an area lacks. Plain Python."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from actors.method import VALUES
from config.danish import count, join_names, number


class Known(StrEnum):
    """How we know something of one value."""

    TOLD = "told"
    ESTIMATED = "estimated"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ActorKnown:
    """One actor: a cell for each of the five values, and when somebody last interviewed about it.

    `is_asked`: it has told us something itself, of a value or in an interview face to face.
    """

    pk: UUID
    name: str
    kind: str
    sort_key: str
    cells: tuple[Known, ...]
    interviewed_on: date | None = None
    is_asked: bool = False

    @property
    def told(self) -> int:
        """How many of the five values it has spoken of itself."""
        return self.cells.count(Known.TOLD)

    @property
    def estimated(self) -> int:
        """How many more we have only an estimate of."""
        return self.cells.count(Known.ESTIMATED)


@dataclass(frozen=True, slots=True)
class Gap:
    """A target group that nobody in the area reaches, and those who would like to."""

    group: str
    wanted_by: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The group, and who could be the one: "Ældre. Apoteket Lærken vil gerne nå dem."."""
        wish = f" {join_names(self.wanted_by, limit=2)} vil gerne nå dem." if self.wanted_by else ""
        return f"{self.group}.{wish}"


def cells_of(told: Collection[int], estimated: Collection[int]) -> tuple[Known, ...]:
    """The five cells: what was told outweighs what was estimated."""
    return tuple(
        Known.TOLD if value.number in told
        else Known.ESTIMATED if value.number in estimated
        else Known.NOTHING
        for value in VALUES
    )  # fmt: skip


def in_order(rows: Iterable[ActorKnown], order: str) -> list[ActorKnown]:
    """By what is known ("known", the least first), day of interview (never is oldest) or name; "-" turns it.

    Equals stand by name whichever way it is turned.
    """
    keys = {
        "known": lambda row: (row.told, row.estimated, row.interviewed_on or date.min),
        "interview": lambda row: row.interviewed_on or date.min,
        "name": lambda row: row.sort_key,
    }
    by_name = sorted(rows, key=lambda row: (row.sort_key, str(row.pk)))
    return sorted(by_name, key=keys[order.removeprefix("-")], reverse=order.startswith("-"))


def asked_sentence(rows: Collection[ActorKnown], place: str) -> str:
    """ "Vi har spurgt 12 af 31 aktører i Østhøj."; `place` is the area or the plan."""
    if not rows:
        return f"Ingen aktører i {place}."
    asked = sum(row.is_asked for row in rows)
    if asked == 0:
        return f"Vi har ikke spurgt nogen af {count(len(rows), 'aktør', 'aktører')} i {place}."
    return f"Vi har spurgt {number(asked)} af {count(len(rows), 'aktør', 'aktører')} i {place}."


def gaps(
    groups: Mapping[UUID, str], reached: Collection[UUID], wanted: Mapping[UUID, Iterable[str]]
) -> list[Gap]:
    """The target groups (id → name, in order) that nobody reaches; `wanted` names who would like to."""
    return [Gap(name, tuple(wanted.get(pk, ()))) for pk, name in groups.items() if pk not in reached]


def missing_kinds(rows: Iterable[ActorKnown], kinds: Iterable[str]) -> list[str]:
    """The kinds of actor that nobody among `rows` is."""
    there = {row.kind for row in rows}
    return [kind for kind in kinds if kind not in there]
