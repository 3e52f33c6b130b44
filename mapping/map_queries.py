"""The rows of a plan as the plain data that the network and its layout are made of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from django.db.models import CharField
from django.db.models.functions import Cast

from accounts.models import Plan
from mapping.network import Line, Node


@dataclass(frozen=True)
class MapRows:
    """Who and what is on a plan's map. Keys are the actors' ids as text.

    `nodes` stand in Danish order of name; `names` are the full names where a node has the kortnavn. A line's
    `collaboration` is that row's id as this database writes it. `stored` are the positions kept so far.
    """

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    names: Mapping[str, str]
    stored: Mapping[str, tuple[float, float]]


def read_map(plan: Plan, today: date) -> MapRows:
    """Active actors, the collaborations ongoing on `today`, and the positions: three queries."""
    actors = list(plan.actors.active().by_name().values_list("pk", "name", "short_name", "kind", _raw("pk")))
    keys = {pk: str(pk) for pk, *_ in actors}
    key_of = {raw: keys[pk] for pk, *_, raw in actors}
    return MapRows(
        nodes=tuple(Node(keys[pk], short or name, kind) for pk, name, short, kind, _ in actors),
        lines=tuple(_lines(_ongoing_parts(plan, today), key_of)),
        names={keys[pk]: name for pk, name, *_ in actors},
        stored={
            keys[pk]: (x, y)
            for pk, x, y in plan.map_positions.values_list("actor_id", "x", "y")
            if pk in keys
        },
    )


def read_lines(plan: Plan, today: date, actors: Iterable[UUID]) -> Iterator[Line]:
    """The lines between these actors ongoing on `today`, keyed by their ids as text: one query."""
    keys = {writing: str(pk) for pk in actors for writing in (str(pk), pk.hex)}
    return _lines(_ongoing_parts(plan, today), keys)


def _ongoing_parts(plan: Plan, today: date):
    """Rows (collaboration, form, actor) of what goes on; archived actors are sorted out by the reader."""
    return (
        plan.participations.filter(collaboration__in=plan.collaborations.ongoing(today))
        .order_by()
        .values_list(_raw("collaboration_id"), "collaboration__form", _raw("actor_id"))
    )


def _raw(field: str) -> Cast:
    """An id as the database writes it: a map reads thousands, and UUID objects would double the time."""
    return Cast(field, CharField(max_length=36))


def _lines(parts: Iterable[tuple[str, int, str]], key_of: Mapping[str, str]) -> Iterator[Line]:
    """A line for every pair of actors in a collaboration; readers mind neither order nor direction."""
    actors_of, form_of = defaultdict(list), {}
    for collaboration, form, actor in parts:
        if key := key_of.get(actor):
            actors_of[collaboration].append(key)
            form_of[collaboration] = form
    for collaboration, actors in actors_of.items():
        for a, b in combinations(actors, 2):
            yield Line(a, b, form_of[collaboration], collaboration)


def in_area(plan: Plan, area: UUID | str) -> frozenset[str]:
    """The keys of the active actors that work in the area."""
    return frozenset(str(pk) for pk in plan.actors.active().filter(areas=area).values_list("pk", flat=True))


def what_about(plan: Plan, collaborations: Iterable[str]) -> dict[str, str]:
    """What each of these collaborations is about, by the id as it stands on a Line."""
    rows = plan.collaborations.filter(pk__in=set(collaborations)).values_list(_raw("pk"), "about")
    return dict(rows)
