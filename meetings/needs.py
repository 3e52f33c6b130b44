"""Who is needed for which item."""

from collections.abc import Iterable
from uuid import UUID

from meetings.models import AgendaItem, NeededFor


def needed_by_item(items: Iterable[AgendaItem]) -> dict[UUID, frozenset[UUID]]:
    """{item: the seats there are that it needs}; an item that is not there is for everybody. One query."""
    found: dict[UUID, set[UUID]] = {}
    rows = NeededFor.objects.filter(item__in=list(items), seat__removed_at=None)
    for item, seat in rows.values_list("item", "seat"):
        found.setdefault(item, set()).add(seat)
    return {item: frozenset(seats) for item, seats in found.items()}
