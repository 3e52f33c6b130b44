"""The rows of the actor list: from values of the database to what a row prints, without model objects.

A page of fifty costs three queries whatever it holds: the actors, the numbers, the target groups.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count
from django.urls import reverse

from accounts.models import Plan
from actors.models import Actor, ActorKind, ActorStatus
from config.danish import days_ago, long_date

KIND_NAMES = dict(ActorKind.choices)
STATUS_NAMES = dict(ActorStatus.choices)
NOT_CONFIRMED = "Aldrig"
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
    confirmed_ago: str
    status: str
    status_name: str


def actor_rows(
    actors, *, plan: Plan, target_groups: Iterable[tuple[UUID, str]], today: date
) -> list[ActorListRow]:
    """The rows of `actors`, a queryset already narrowed to one page, in its order.

    `target_groups` are (id, name) of the plan, in the plan's order, as the filter form has read them.
    """
    values = list(actors.values_list("pk", "name", "kind", "address", "confirmed_on", "status"))
    ids = [value[0] for value in values]
    numbers = _numbers(plan, ids, today)
    groups = _group_names(ids, target_groups)
    pattern = reverse("actors:detail", args=[plan.slug, ANY_ACTOR])
    return [
        ActorListRow(
            url=pattern.replace(str(ANY_ACTOR), str(pk)),
            name=name,
            kind=kind,
            small=" · ".join(filter(None, (KIND_NAMES[kind], address))),
            target_groups=groups.get(pk, ""),
            collaborations=numbers[pk][0],
            coordinating=numbers[pk][1],
            confirmed=long_date(confirmed_on, today) if confirmed_on else NOT_CONFIRMED,
            confirmed_ago=days_ago((today - confirmed_on).days) if confirmed_on else "",
            status=status,
            status_name=STATUS_NAMES[status],
        )
        for pk, name, kind, address, confirmed_on, status in values
    ]


def count_by_kind(actors) -> Mapping[str, int]:
    """How many of `actors` there are of each kind; 0 for a kind without any."""
    counts = dict.fromkeys(ActorKind.values, 0)
    counts.update(actors.order_by().values_list("kind").annotate(number=Count("pk")))
    return counts


def _numbers(plan: Plan, ids: list[UUID], today: date) -> dict[UUID, tuple[int, int]]:
    """(collaborations, times tovholder) of each actor in `ids`."""
    counted = plan.actors.filter(pk__in=ids).with_collaboration_count(today).with_coordinating_count(today)
    rows = counted.values_list("pk", "collaboration_count", "coordinating_count")
    return {pk: (collaborations, coordinating) for pk, collaborations, coordinating in rows}


def _group_names(ids: list[UUID], target_groups: Iterable[tuple[UUID, str]]) -> dict[UUID, str]:
    """The target groups of each actor in `ids` in one line, in the plan's order."""
    chosen = defaultdict(set)
    through = Actor.target_groups.through.objects.filter(actor__in=ids)
    for actor, group in through.values_list("actor_id", "targetgroup_id"):
        chosen[actor].add(group)
    return {
        actor: ", ".join(name for pk, name in target_groups if pk in groups)
        for actor, groups in chosen.items()
    }
