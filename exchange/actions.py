"""Changes to bookings. Each is one transaction, under the locks of exchange.free_times."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.audit import record
from accounts.models import Plan, User
from actors.actions import StaleVersion
from actors.versions import mark_once
from exchange.availability import Span
from exchange.booking_mail import Event, tell
from exchange.booking_rows import hold_of, put_down
from exchange.free_times import lock_all, lock_facilities, see_that_free, taken_times
from exchange.models import Booking, Facility, Hold
from exchange.waiting import give_freed

MOVES = {"begins_at", "ends_at", "steder"}


def book(
    *,
    plan: Plan,
    by: User,
    values: Mapping[str, object],
    facilities: Sequence[Facility],
    spans: Sequence[Span],
    submission: uuid.UUID,
    site: str = "",
) -> list[Booking]:
    """One booking for each span, all of them or none. The same submission again gives those that were made.

    Raises Taken for the first time that somebody else has, and NotOnList.
    """
    with transaction.atomic():
        locked = lock_facilities(plan, facilities)
        numbers = _ids(submission, len(spans))
        there = list(plan.bookings.filter(submission__in=numbers))
        if there:
            return there
        made = put_down(
            plan=plan, booked_by=by, values=values, facilities=locked, spans=spans, numbers=numbers
        )
        tell(event=Event.MADE, bookings=made, facilities=locked, by=by, site=site)
    return made


def change_booking(
    *,
    booking: Booking,
    by: User,
    values: Mapping[str, object],
    facilities: Sequence[Facility],
    span: Span,
    version: int,
    reason: str = "",
    site: str = "",
) -> None:
    """Another time, place or purpose. Raises Taken, NotOnList or StaleVersion; then all stays as it was.

    What is let go goes to whoever waits for it.
    """
    with transaction.atomic():
        lock_all(booking.plan)
        before = {hold.facility_id: hold for hold in booking.holds.select_related("facility__owner")}
        locked = lock_facilities(booking.plan, facilities, also=before)
        stands = Booking.objects.select_for_update(no_key=True).get(pk=booking.pk, plan=booking.plan_id)
        # What was cancelled meanwhile must not hold its time again.
        if stands.version != version or stands.cancelled_at is not None:
            raise StaleVersion
        see_that_free(locked, span, taken_times(locked, span, but=booking))
        wanted = {**values, "begins_at": span.begin, "ends_at": span.end}
        names = [name for name, value in wanted.items() if getattr(stands, name) != value]
        if set(before) != {facility.pk for facility in locked}:
            names.append("steder")
        if not names:
            return
        moved = not MOVES.isdisjoint(names)
        _write(stands, {**wanted, "reason": reason if moved else stands.reason})
        _hold_anew(stands, locked, {} if moved or "borrower" in names else before)
        record(plan=booking.plan, by=by, verb="change", obj=stands, fields=names)
        if moved:
            let_go = [hold.facility for hold in before.values()]
            both = {one.pk: one for one in [*let_go, *locked]}.values()
            tell(event=Event.MOVED, bookings=[stands], facilities=both, by=by, site=site)
            give_freed(plan=booking.plan, facilities=let_go, now=timezone.now(), site=site)
    booking.refresh_from_db()


def _write(booking: Booking, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(booking, name, value)
    booking.version += 1
    booking.save(update_fields=[*values, "version"])


def _hold_anew(booking: Booking, facilities: Sequence[Facility], before: Mapping[uuid.UUID, Hold]) -> None:
    """Hold the facilities; the owner's answer stands where `before` has the same."""
    booking.holds.all().delete()
    answered = {key: hold.awaits for key, hold in before.items()}
    Hold.objects.bulk_create(hold_of(booking, one, awaits=answered.get(one.pk)) for one in facilities)


def cancel_bookings(
    *,
    bookings: Sequence[Booking],
    by: User,
    now: datetime,
    reason: str = "",
    site: str = "",
    event: Event = Event.CANCELLED,
) -> int:
    """Let others have the time, those who wait first; how many were still standing.

    The bookings are of one organisation. `event` is REFUSED when the owner said no.
    """
    if not bookings:
        return 0
    with transaction.atomic():
        lock_all(bookings[0].plan)
        said = {"cancelled_at": now, "reason": reason}
        gone = [one for one in bookings if mark_once(row=one, by=by, verb="cancel", **said)]
        Hold.objects.filter(booking__in=gone).update(is_live=False)
        _count_up(gone)
        let_go = _held_by(gone)
        tell(event=event, bookings=gone, facilities=let_go, by=by, site=site)
        give_freed(plan=bookings[0].plan, facilities=let_go, now=now, site=site)
    return len(gone)


def _count_up(bookings: Sequence[Booking]) -> None:
    """Calendars that have read the bookings learn by the version that they changed."""
    Booking.objects.filter(pk__in=[one.pk for one in bookings]).update(version=F("version") + 1)


def _held_by(bookings: Sequence[Booking]) -> list[Facility]:
    """What the bookings hold, or held."""
    holds = Hold.objects.filter(booking__in=bookings).select_related("facility__owner")
    return list({hold.facility_id: hold.facility for hold in holds}.values())


def restore_booking(*, booking: Booking, by: User, site: str = "") -> None:
    """Take the cancelled time back. Raises Taken when somebody has it by now."""
    with transaction.atomic():
        facilities = [hold.facility for hold in booking.holds.select_related("facility__owner")]
        locked = lock_facilities(booking.plan, facilities, also={facility.pk for facility in facilities})
        span = Span(booking.begins_at, booking.ends_at)
        if booking.cancelled_at is None:
            return
        see_that_free(locked, span, taken_times(locked, span, but=booking))
        if mark_once(row=booking, by=by, verb="restore", cancelled_at=None, reason=""):
            booking.holds.update(is_live=True)
            _count_up([booking])
            tell(event=Event.RESTORED, bookings=[booking], facilities=facilities, by=by, site=site)


def _ids(submission: uuid.UUID, amount: int) -> list[uuid.UUID]:
    """The submissions of the bookings that one form makes."""
    return [submission, *(uuid.uuid5(submission, str(number)) for number in range(1, amount))]
