"""The rows of a plan as the plain data that the network and its layout are made of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from accounts.models import Plan
from mapping.network import Line, Node


@dataclass(frozen=True)
class MapRows:
    """Who and what is on a plan's map. Keys are the actors' ids as text.

    `nodes` stand in Danish order of name; `names` are the full names where a node has the kortnavn. A line's
    `collaboration` is that row's id as text. `stored` are the positions kept so far.
    """

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    names: Mapping[str, str]
    stored: Mapping[str, tuple[float, float]]


def read_map(plan: Plan, today: date) -> MapRows:
    """Active actors, the collaborations ongoing on `today`, and the positions: three queries."""
    actors = list(plan.actors.active().by_name().values_list("pk", "name", "short_name", "kind"))
    keys = {pk: str(pk) for pk, *_ in actors}
    return MapRows(
        nodes=tuple(Node(keys[pk], short or name, kind) for pk, name, short, kind in actors),
        lines=tuple(_lines(_ongoing_parts(plan, today), keys)),
        names={keys[pk]: name for pk, name, _, _ in actors},
        stored={
            keys[pk]: (x, y)
            for pk, x, y in plan.map_positions.values_list("actor_id", "x", "y")
            if pk in keys
        },
    )


def _ongoing_parts(plan: Plan, today: date):
    """Rows (collaboration, form, actor) of what goes on; archived actors are sorted out by the reader."""
    return (
        plan.participations.filter(collaboration__in=plan.collaborations.ongoing(today))
        .order_by()
        .values_list("collaboration_id", "collaboration__form", "actor_id")
    )


def _lines(parts: Iterable[tuple[UUID, int, UUID]], keys: Mapping[UUID, str]) -> Iterator[Line]:
    """A line for every pair of actors in a collaboration, in an order that no database decides."""
    actors_of, form_of = defaultdict(list), {}
    for collaboration, form, actor in parts:
        if actor in keys:
            actors_of[collaboration].append(keys[actor])
            form_of[collaboration] = form
    for collaboration in sorted(actors_of):
        name, form = str(collaboration), form_of[collaboration]
        for a, b in combinations(sorted(actors_of[collaboration]), 2):
            yield Line(a, b, form, name)


def in_area(plan: Plan, area: UUID | str) -> frozenset[str]:
    """The keys of the active actors that work in the area."""
    return frozenset(str(pk) for pk in plan.actors.active().filter(areas=area).values_list("pk", flat=True))


def what_about(plan: Plan, collaborations: Iterable[str]) -> dict[str, str]:
    """What each of these collaborations is about, by its id as text; those about nothing are empty."""
    wanted = set(collaborations)
    if not wanted:
        return {}
    rows = plan.collaborations.filter(pk__in=wanted).values_list("pk", "about")
    return {str(pk): about for pk, about in rows}
