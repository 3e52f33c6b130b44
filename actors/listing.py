"""The rows of the actor list: from values of the database to what a row prints, without model objects.

A page of fifty costs two queries whatever it holds: the actors with their numbers, and the target groups; a
third for who may see what the actors gain.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, DateField, F, Value
from django.urls import reverse

from accounts.models import Plan
from actors.models import Actor, ActorKind
from actors.value_queries import standings
from actors.values import Standing
from config.danish import count, long_date

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
    actors, *, plan: Plan, today: date, with_values: bool = False, with_contact: bool = False
) -> list[ActorListRow]:
    """The rows of `actors`, a queryset in order, narrowed to one page, with both counts.

    With `with_contact` it also has the last contact.
    """
    last = F("last_contact") if with_contact else Value(None, DateField())
    values = list(actors.values_list(*COLUMNS, last))
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


def _day_and_days(on: date | None, today: date) -> str:
    """When something last happened, and how long since: "18. juni · 118 dage"."""
    return f"{long_date(on, today)} · {_ago((today - on).days)}" if on else "Aldrig"


def _ago(days: int) -> str:
    """How long since, as short as a column allows: "118 dage"."""
    return "i dag" if days < 1 else count(days, "dag", "dage")


def count_by_kind(actors) -> Mapping[str, int]:
    """How many of `actors` there are of each kind; 0 for a kind without any."""
    counts = dict.fromkeys(ActorKind.values, 0)
    counts.update(actors.order_by().values_list("kind").annotate(number=Count("*")))
    return counts


def _group_names(ids: list[UUID]) -> dict[UUID, list[str]]:
    """The names of the target groups of each actor in `ids`, in the plan's order."""
    chosen = Actor.target_groups.through.objects.filter(actor__in=ids)
    names = defaultdict(list)
    for actor, name in chosen.order_by("targetgroup__position", "targetgroup__name").values_list(
        "actor_id", "targetgroup__name"
    ):
        names[actor].append(name)
    return names
