"""The rows of a plan as the facts that matching is made of: nine queries, however many rows there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet, Value

from accounts.models import Plan
from actors.care import coordinates_many, too_much
from actors.care_queries import limits_of, recent_contacts
from actors.models import Actor
from actors.value_queries import standings
from actors.values import Standing
from mapping.map_queries import read_lines
from mapping.match_facts import Facts, Thing, ValueWord
from mapping.network import Line, Node, core_actors

COLUMNS = (
    "pk", "name", "short_name", "kind", "base", "specialised_in", "daily_presence", "close_to_residents"
)  # fmt: skip
# A sentence says a name up to four times: a longer one than this gives way to the short name.
NAME_LENGTH = 40
# (field of Facts, field of Actor, the related row's column on the link)
LINKS = (
    ("areas", "areas", "area"),
    ("reaches", "target_groups", "targetgroup"),
    ("wants", "wanted_target_groups", "targetgroup"),
)


@dataclass(frozen=True)
class MatchRows:
    """What matching reads of a plan: facts by key, lines, and those who carry too much."""

    by_key: Mapping[str, Facts]
    lines: tuple[Line, ...]
    overburdened: frozenset[str]


def read_rows(plan: Plan, today: date, lines: Iterable[Line] | None = None) -> MatchRows:
    """Facts of the active actors, the lines ongoing on `today`, and who carries too much.

    A page that has read the lines gives them; it is then not asked who carries too much either, which takes
    queries that a map has no room for.
    """
    rows = [
        (pk, _spoken(name, short), *rest)
        for pk, name, short, *rest in plan.actors.active().order_by().values_list(*COLUMNS)
    ]
    tired = overburdened(plan, today) if lines is None else frozenset()
    lines = tuple(read_lines(plan, today, [pk for pk, *_ in rows]) if lines is None else lines)
    core = core_actors([Node(str(pk), name, kind) for pk, name, kind, *_ in rows], lines)
    names, things, said = _names(plan), _things(plan), standings(plan)
    by_key = {
        str(pk): Facts(
            str(pk), name, kind, base, specialised_in, daily, close, str(pk) in core,
            **{field: frozenset(names[field, pk]) for field, *_ in LINKS},
            **{field: tuple(things[field, pk]) for field in ("has", "lacks", "skills")},
            values=_values(said.get(pk, {})),
        )
        for pk, name, kind, base, specialised_in, daily, close in rows
    }  # fmt: skip
    return MatchRows(by_key, lines, tired)


def _spoken(name: str, short_name: str) -> str:
    return short_name if short_name and len(name) > NAME_LENGTH else name


def overburdened(plan: Plan, today: date) -> frozenset[str]:
    """The actors that carry too much just now, as actors/care.py has it: two queries."""
    limits = limits_of(plan)
    asked = recent_contacts(plan.contactnotes.kept(), limits, today)
    gathering = plan.collaborations.ongoing(today).filter(coordinator__isnull=False).order_by()
    counted = gathering.values_list("coordinator").annotate(number=Count("pk"))
    tired = {pk for pk, contacts in asked.items() if too_much(contacts, limits.contacts, limits.days, today)}
    return frozenset(map(str, tired | {pk for pk, number in counted if coordinates_many(number)}))


def _names(plan: Plan) -> Mapping[tuple[str, UUID], list[str]]:
    """Names of areas and target groups by (field, actor)."""
    asked = [_linked(plan, *link) for link in LINKS]
    return _gathered(asked[0].union(*asked[1:], all=True))


def _linked(plan: Plan, field: str, through: str, column: str) -> QuerySet:
    links = getattr(Actor, through).through.objects.filter(actor__plan=plan)
    return links.order_by().values_list(Value(field), "actor_id", f"{column}__name")


def _things(plan: Plan) -> Mapping[tuple[str, UUID], list[Thing]]:
    """What actors have, lack and are good at, by (field, actor)."""
    asked = [
        rows.order_by().values_list(Value(field), "actor_id", "kind", "text")
        for field, rows in (("has", plan.resources), ("lacks", plan.needs), ("skills", plan.competences))
    ]
    rows = asked[0].union(*asked[1:], all=True)
    found = _gathered((field, actor, Thing(kind, text)) for field, actor, kind, text in rows)
    for things in found.values():
        things.sort()
    return found


def _gathered(rows: Iterable[tuple]) -> dict:
    found = defaultdict(list)
    for field, actor, what in rows:
        found[field, actor].append(what)
    return found


def _values(stands: Mapping[int | str, Standing]) -> Mapping[int, ValueWord]:
    """The five values alone: what an actor calls its own has no pattern."""
    return {
        value: ValueWord(stand.now.level, stand.now.is_own_word, stand.now.gains, stand.now.gives)
        for value, stand in stands.items()
        if isinstance(value, int)
    }
