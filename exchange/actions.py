"""Changes to places and bookings. Each is one transaction; two that want the same wait for each other.

Never two at once: the rows of all that is wanted are locked, in one order, before anybody looks whether it is
free. PostgreSQL locks the rows; SQLite lets one writer in at a time (`transaction_mode` IMMEDIATE).
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from actors.actions import StaleVersion
from actors.versions import change_row, mark_once
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


# -- Places -------------------------------------------------------------------------------------------------


def create_facility(
    *, plan: Plan, by: User, values: Mapping[str, object], submission: uuid.UUID | None = None
) -> Facility:
    """Something that can be lent. The same submission twice makes one."""
    with transaction.atomic():
        Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
        if submission and (there := plan.facilitys.filter(submission=submission).first()):
            return there
        facility = Facility.objects.create(plan=plan, submission=submission, **values)
        record(plan=plan, by=by, verb="create", obj=facility)
    return facility


def change_facility(
    *, facility: Facility, by: User, values: Mapping[str, object], changed: Iterable[str], version: int
) -> None:
    """Write what was changed; bookings keep the time they hold. Raises StaleVersion."""
    change_row(row=facility, by=by, values=values, changed=changed, version=version)


def archive_facility(*, facility: Facility, by: User, now: datetime) -> None:
    """Take it off the list; what is booked stays booked."""
    mark_once(row=facility, by=by, verb="archive", archived_at=now)


def restore_facility(*, facility: Facility, by: User) -> None:
    """Put it on the list again."""
    mark_once(row=facility, by=by, verb="restore", archived_at=None)


# -- Bookings -----------------------------------------------------------------------------------------------


def book(
    *,
    plan: Plan,
    by: User,
    values: Mapping[str, object],
    facilities: Sequence[Facility],
    spans: Sequence[Span],
    submission: uuid.UUID,
) -> list[Booking]:
    """One booking for each span, all of them or none. The same submission again gives those that were made.

    Raises Taken for the first time that somebody else has, and NotOnList.
    """
    with transaction.atomic():
        locked = _lock(plan, facilities)
        there = list(plan.bookings.filter(submission__in=_ids(submission, len(spans))))
        if there:
            return there
        taken = taken_times(locked, Span(min(spans).begin, max(span.end for span in spans)))
        series = uuid.uuid4() if len(spans) > 1 else None
        made = []
        for number, span in zip(_ids(submission, len(spans)), sorted(spans), strict=True):
            _see_that_free(locked, span, taken)
            booking = Booking(
                plan=plan, created_by=by, begins_at=span.begin, ends_at=span.end, series=series,
                submission=number, **values,
            )  # fmt: skip
            made.append(booking)
            # The days of a series may stand in each other's way too.
            for facility in locked:
                taken.setdefault(facility.pk, []).append(held(facility, span))
        Booking.objects.bulk_create(made)
        Hold.objects.bulk_create(_hold(booking, facility) for booking in made for facility in locked)
        for booking in made:
            record(plan=plan, by=by, verb="create", obj=booking)
    return made


def change_booking(
    *,
    booking: Booking,
    by: User,
    values: Mapping[str, object],
    facilities: Sequence[Facility],
    span: Span,
    version: int,
) -> None:
    """Another time, place or purpose. Raises Taken, NotOnList or StaleVersion; then all stays as it was."""
    with transaction.atomic():
        before = {hold.facility_id: hold for hold in booking.holds.select_related("facility")}
        locked = _lock(booking.plan, facilities, also=before)
        stands = Booking.objects.select_for_update(no_key=True).get(pk=booking.pk, plan=booking.plan_id)
        # What was cancelled meanwhile must not hold its time again.
        if stands.version != version or stands.cancelled_at is not None:
            raise StaleVersion
        taken = taken_times(locked, span, but=booking)
        _see_that_free(locked, span, taken)
        wanted = {**values, "begins_at": span.begin, "ends_at": span.end}
        names = [name for name, value in wanted.items() if getattr(stands, name) != value]
        if set(before) != {facility.pk for facility in locked}:
            names.append("steder")
        if not names:
            return
        for name, value in wanted.items():
            setattr(stands, name, value)
        stands.version += 1
        stands.save(update_fields=[*wanted, "version"])
        booking.holds.all().delete()
        Hold.objects.bulk_create(_hold(stands, facility) for facility in locked)
        record(plan=booking.plan, by=by, verb="change", obj=stands, fields=names)
    booking.refresh_from_db()


def cancel_bookings(*, bookings: Sequence[Booking], by: User, now: datetime) -> int:
    """Let others have the time; how many were still standing."""
    with transaction.atomic():
        gone = [one for one in bookings if mark_once(row=one, by=by, verb="cancel", cancelled_at=now)]
        Hold.objects.filter(booking__in=gone).update(is_live=False)
    return len(gone)


def restore_booking(*, booking: Booking, by: User) -> None:
    """Take the cancelled time back. Raises Taken when somebody has it by now."""
    with transaction.atomic():
        facilities = [hold.facility for hold in booking.holds.select_related("facility")]
        locked = _lock(booking.plan, facilities, also={facility.pk for facility in facilities})
        span = Span(booking.begins_at, booking.ends_at)
        if booking.cancelled_at is None:
            return
        _see_that_free(locked, span, taken_times(locked, span, but=booking))
        if mark_once(row=booking, by=by, verb="restore", cancelled_at=None):
            booking.holds.update(is_live=True)


# -- What is free -------------------------------------------------------------------------------------------


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


def _see_that_free(facilities: Sequence[Facility], span: Span, taken: Mapping[uuid.UUID, list[Span]]) -> None:
    for facility in facilities:
        if clash := first_clash(held(facility, span), taken.get(facility.pk, ())):
            raise Taken(facility, clash, span)


def _lock(plan: Plan, facilities: Iterable[Facility], *, also: Iterable[uuid.UUID] = ()) -> list[Facility]:
    """The rows, locked in one order for all. Raises NotOnList, but for those `also` that are held already."""
    ids = {facility.pk for facility in facilities}
    rows = plan.facilitys.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    locked = list(rows)
    kept = set(also)
    if len(locked) < len(ids) or any(one.archived_at and one.pk not in kept for one in locked):
        raise NotOnList
    return locked


def _hold(booking: Booking, facility: Facility) -> Hold:
    span = held(facility, Span(booking.begins_at, booking.ends_at))
    return Hold(
        plan_id=booking.plan_id, booking=booking, facility=facility, begins_at=span.begin, ends_at=span.end
    )


def _ids(submission: uuid.UUID, amount: int) -> list[uuid.UUID]:
    """The submissions of the bookings that one form makes."""
    return [submission, *(uuid.uuid5(submission, str(number)) for number in range(1, amount))]
