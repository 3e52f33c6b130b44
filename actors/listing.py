"""The rows of the actor list: from values of the database to what a row prints, without model objects.

A page of fifty costs two queries whatever it holds: the actors with their numbers, and the target groups; a
third for who may see what the actors gain.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, DateField, F, Value
from django.urls import reverse

from accounts.models import Plan
from actors.filters import ActorFilterForm, in_order
from actors.models import Actor, ActorKind
from actors.value_queries import standings
from actors.values import Standing
from config.danish import count, long_date
from config.prepared import Slot, prepared, slots, spread

KIND_NAMES = dict(ActorKind.choices)
COLUMNS = (
    "pk", "name", "kind", "address", "confirmed_on", "status", "collaboration_count", "coordinating_count",
)  # fmt: skip
FIVE = range(1, 6)
NO_VALUES = ("off",) * len(FIVE)
# Stands for any actor in the address, so that it is made once and not for each row.
ANY_ACTOR = UUID(int=0)


@dataclass(frozen=True, slots=True)
class ActorListRow:
    """What one row of the list says. Numbers count ongoing collaborations alone."""

    url: str
    name: str
    kind: str
    small: str
    target_groups: str
    collaborations: int
    coordinating: int
    confirmed: str
    status: str
    # For each of the five values whether it is "on", only our "guess" or "off"; None for who may not see.
    values: tuple[str, ...] | None = None
    # When one of us last was in contact; None for who may not see.
    contact: str | None = None


def actor_rows(
    values: Sequence[tuple], *, plan: Plan, today: date, with_values: bool = False, with_contact: bool = False
) -> list[ActorListRow]:
    """The rows of one page, of what `page_of` read."""
    ids = [value[0] for value in values]
    groups = _group_names(ids)
    meant = _values_of(plan, ids) if with_values else {}
    before, after = reverse("actors:detail", args=[plan.slug, ANY_ACTOR]).split(str(ANY_ACTOR))
    return [
        ActorListRow(
            url=f"{before}{pk}{after}",
            name=name,
            kind=kind,
            small=f"{KIND_NAMES[kind]} · {address}" if address else KIND_NAMES[kind],
            target_groups=", ".join(groups.get(pk, ())),
            collaborations=collaborations,
            coordinating=coordinating,
            confirmed=_day_and_days(confirmed_on, today),
            status=status,
            values=meant.get(pk, NO_VALUES) if with_values else None,
            contact=_day_and_days(contact, today) if with_contact else None,
        )
        for pk, name, kind, address, confirmed_on, status, collaborations, coordinating, contact in values
    ]


def _values_of(plan: Plan, ids: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    """What each of these actors means by each of the five values."""
    return {
        actor: tuple(_meant(stands.get(n)) for n in FIVE) for actor, stands in standings(plan, ids).items()
    }


def _meant(stands: Standing | None) -> str:
    if stands is None or not stands.now.level:
        return "off"
    return "on" if stands.now.is_own_word else "guess"


@lru_cache(maxsize=2048)
def _day_and_days(on: date | None, today: date) -> str:
    """When something last happened, and how long since: "18. juni · 118 dage"."""
    return f"{long_date(on, today)} · {_ago((today - on).days)}" if on else "Aldrig"


def _ago(days: int) -> str:
    """How long since, as short as a column allows: "118 dage"."""
    return "i dag" if days < 1 else count(days, "dag", "dage")


def count_by_kind(filters: ActorFilterForm, *, today: date) -> Mapping[str, int]:
    """How many actors there are of each kind that pass all other filters; 0 for a kind without any."""
    counts = dict.fromkeys(ActorKind.values, 0)
    if filters.is_plain:
        counts.update(_kinds_of_active(plan=filters.plan.pk))
    else:
        counts.update(_kinds(filters.passing(today=today)))
    return counts


def page_of(filters: ActorFilterForm, first: int, last: int, *, today: date) -> list[tuple]:
    """COLUMNS and the last contact of the actors from number `first` (of 0, 1 …) up to `last`, in order."""
    order, with_contact = filters.order, filters.sees_contact
    if first == last:
        return []
    if filters.is_plain:
        where = {"plan": filters.plan.pk, "today": today}
        return _page_of_active(filters.chosen("kind"), order, with_contact, first, last, **where)
    actors = filters.of_kind(filters.passing(today=today))
    return list(_columns(actors, order, today, with_contact)[first:last])


@prepared
def _kinds_of_active():
    return _kinds(_of_plan().active())


@prepared
def _page_of_active(kind: str, order: str, with_contact: bool, first: int, last: int):
    actors = _of_plan().active()
    actors = actors.filter(kind=kind) if kind else actors
    return _columns(actors, order, Slot("today", DateField()), with_contact)[first:last]


def _of_plan():
    return Actor.objects.filter(plan=Slot("plan", Plan._meta.pk))


def _kinds(actors):
    return actors.order_by().values_list("kind").annotate(number=Count("*"))


def _columns(actors, order, today, with_contact):
    """Ready to read; nobody who may not see the last contact makes the database look for it."""
    last = F("last_contact") if with_contact else Value(None, DateField())
    return in_order(actors, order, today=today, with_contact=with_contact).values_list(*COLUMNS, last)


def _group_names(ids: list[UUID]) -> dict[UUID, list[str]]:
    """The names of the target groups of each actor in `ids`, in the plan's order."""
    names = defaultdict(list)
    for actor, name in _groups_of(len(ids), **spread("actor", ids)) if ids else ():
        names[actor].append(name)
    return names


@prepared
def _groups_of(number: int):
    chosen = Actor.target_groups.through.objects.filter(actor__id__in=slots("actor", number, Actor._meta.pk))
    return chosen.order_by("targetgroup__position", "targetgroup__name").values_list(
        "actor_id", "targetgroup__name"
    )
