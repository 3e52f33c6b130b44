"""The rows of the actor list: from values of the database to what a row prints, without model objects.

A page of fifty costs two queries whatever it holds: the actors with their numbers, and the target groups.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count
from django.urls import reverse
from django.utils.safestring import SafeString

from accounts.models import Plan
from actors import row_drawings
from actors.models import Actor, ActorKind
from config.danish import count, long_date

KIND_NAMES = dict(ActorKind.choices)
COLUMNS = (
    "pk", "name", "kind", "address", "confirmed_on", "status", "collaboration_count", "coordinating_count",
)  # fmt: skip
NONE = "–"
# Stands for any actor in the address, so that it is made once and not for each row.
ANY_ACTOR = UUID(int=0)


@dataclass(frozen=True, slots=True)
class ActorListRow:
    """What one row of the list prints. Numbers count ongoing collaborations alone."""

    url: str
    name: str
    mark: SafeString
    small: str
    target_groups: str
    load: SafeString
    coordinating: str
    confirmed: str
    status: SafeString


def actor_rows(
    actors, *, plan: Plan, target_groups: Iterable[tuple[UUID, str]], today: date
) -> list[ActorListRow]:
    """The rows of `actors`, a queryset in order, narrowed to one page, with both counts.

    `target_groups` are (id, name) of the plan, in the plan's order, as the filter form has read them.
    """
    values = list(actors.values_list(*COLUMNS))
    groups = _group_names([value[0] for value in values], target_groups)
    pattern = reverse("actors:detail", args=[plan.slug, ANY_ACTOR])
    return [
        ActorListRow(
            url=pattern.replace(str(ANY_ACTOR), str(pk)),
            name=name,
            mark=row_drawings.mark(kind),
            small=f"{KIND_NAMES[kind]} · {address}" if address else KIND_NAMES[kind],
            target_groups=groups.get(pk, NONE),
            load=row_drawings.load(collaborations),
            coordinating=str(coordinating or NONE),
            confirmed=_confirmed(confirmed_on, today),
            status=row_drawings.status(status),
        )
        for pk, name, kind, address, confirmed_on, status, collaborations, coordinating in values
    ]


def _confirmed(on: date | None, today: date) -> str:
    """When somebody last said that the actor's page is true: "18. juni · 118 dage"."""
    return f"{long_date(on, today)} · {_ago((today - on).days)}" if on else "Aldrig"


def _ago(days: int) -> str:
    """How long since, as short as a column allows: "118 dage"."""
    return "i dag" if days < 1 else count(days, "dag", "dage")


def count_by_kind(actors) -> Mapping[str, int]:
    """How many of `actors` there are of each kind; 0 for a kind without any."""
    counts = dict.fromkeys(ActorKind.values, 0)
    counts.update(actors.order_by().values_list("kind").annotate(number=Count("pk")))
    return counts


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
