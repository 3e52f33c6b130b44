"""What is free, asked under lock: two that want the same wait for each other.

Never two at once: the rows of all that is wanted are locked, in one order, before anybody looks whether it is
free. PostgreSQL locks the rows; SQLite lets one writer in at a time (`transaction_mode` IMMEDIATE).
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accounts.models import Plan
from exchange.availability import Span, first_clash
from exchange.models import Booking, Facility, Hold


@dataclass
class Taken(Exception):
    """Somebody else has it: what, the time they hold it, and the time that was wanted."""

    facility: Facility
    clash: Span
    wanted: Span


class NotOnList(Exception):
    """Something that was wanted cannot be booked any more."""


def held(facility: Facility, span: Span) -> Span:
    """The time in which nobody else may have it when it is used in `span`."""
    return span.widened(facility.minutes_before, facility.minutes_after)


def taken_times(
    facilities: Sequence[Facility], around: Span, *, but: Booking | None = None
) -> dict[uuid.UUID, list[Span]]:
    """{facility: times it is held in or near `around`}, without those of the booking `but`. One query."""
    wide = around.widened(8 * 60, 8 * 60)
    holds = Hold.objects.filter(
        facility__in=facilities, is_live=True, begins_at__lt=wide.end, ends_at__gt=wide.begin
    )
    if but is not None:
        holds = holds.exclude(booking=but)
    found: dict[uuid.UUID, list[Span]] = {}
    for facility, begin, end in holds.values_list("facility_id", "begins_at", "ends_at"):
        found.setdefault(facility, []).append(Span(begin, end))
    return found


def see_that_free(facilities: Sequence[Facility], span: Span, taken: Mapping[uuid.UUID, list[Span]]) -> None:
    for facility in facilities:
        if clash := first_clash(held(facility, span), taken.get(facility.pk, ())):
            raise Taken(facility, clash, span)


def lock_facilities(
    plan: Plan, facilities: Iterable[Facility], *, also: Iterable[uuid.UUID] = ()
) -> list[Facility]:
    """The rows, locked in one order for all. Raises NotOnList, but for those `also` that are held already."""
    ids = {facility.pk for facility in facilities}
    rows = plan.facilitys.select_related("owner").select_for_update(no_key=True, of=("self",))
    locked = list(rows.filter(pk__in=ids).order_by("pk"))
    kept = set(also)
    if len(locked) < len(ids) or any(one.archived_at and one.pk not in kept for one in locked):
        raise NotOnList
    return locked


def lock_all(plan: Plan) -> None:
    """Lock all that is lent, in the same order: who lets go may hand on what holds other things too."""
    list(plan.facilitys.select_for_update(no_key=True).order_by("pk").values_list("pk"))
