"""The rows of bookings and what they hold, written under the locks of exchange.free_times."""

import uuid
from collections.abc import Mapping, Sequence

from accounts.audit import record
from accounts.models import Plan, User
from exchange.availability import Span
from exchange.free_times import held, see_that_free, taken_times
from exchange.models import Booking, Facility, Hold


def put_down(
    *,
    plan: Plan,
    booked_by: User | None,
    values: Mapping[str, object],
    facilities: Sequence[Facility],
    spans: Sequence[Span],
    numbers: Sequence[uuid.UUID | None],
) -> list[Booking]:
    """One booking of all the locked `facilities` for each span, with its submission. Raises Taken."""
    taken = taken_times(facilities, Span(min(spans).begin, max(span.end for span in spans)))
    series = uuid.uuid4() if len(spans) > 1 else None
    made = []
    for number, span in zip(numbers, sorted(spans), strict=True):
        see_that_free(facilities, span, taken)
        booking = Booking(
            plan=plan, created_by=booked_by, begins_at=span.begin, ends_at=span.end, series=series,
            submission=number, **values,
        )  # fmt: skip
        made.append(booking)
        # The days of a series may stand in each other's way too.
        for facility in facilities:
            taken.setdefault(facility.pk, []).append(held(facility, span))
    Booking.objects.bulk_create(made)
    Hold.objects.bulk_create(hold_of(booking, facility) for booking in made for facility in facilities)
    for booking in made:
        record(plan=plan, by=booked_by, verb="create", obj=booking)
    return made


def hold_of(booking: Booking, facility: Facility, *, awaits: bool | None = None) -> Hold:
    """What the booking holds of the facility; it waits for the owner's yes where one is asked for."""
    span = held(facility, Span(booking.begins_at, booking.ends_at))
    return Hold(
        plan_id=booking.plan_id, booking=booking, facility=facility, begins_at=span.begin, ends_at=span.end,
        awaits=asks_owner(facility, booking) if awaits is None else awaits,
    )  # fmt: skip


def asks_owner(facility: Facility, booking: Booking) -> bool:
    """Whether the owner must say yes; nobody asks themselves."""
    return facility.needs_approval and facility.owner_id != booking.borrower_id
