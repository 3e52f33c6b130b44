"""Changes to bookings. Each is one transaction, under the locks of exchange.free_times."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import Plan, User
from actors.actions import StaleVersion
from actors.versions import mark_once
from exchange.availability import Span
from exchange.booking_mail import Event, tell
from exchange.free_times import held, hold_of, lock_facilities, see_that_free, taken_times
from exchange.models import Booking, Facility, Hold


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
        there = list(plan.bookings.filter(submission__in=_ids(submission, len(spans))))
        if there:
            return there
        taken = taken_times(locked, Span(min(spans).begin, max(span.end for span in spans)))
        series = uuid.uuid4() if len(spans) > 1 else None
        made = []
        for number, span in zip(_ids(submission, len(spans)), sorted(spans), strict=True):
            see_that_free(locked, span, taken)
            booking = Booking(
                plan=plan, created_by=by, begins_at=span.begin, ends_at=span.end, series=series,
                submission=number, **values,
            )  # fmt: skip
            made.append(booking)
            # The days of a series may stand in each other's way too.
            for facility in locked:
                taken.setdefault(facility.pk, []).append(held(facility, span))
        Booking.objects.bulk_create(made)
        Hold.objects.bulk_create(hold_of(booking, facility) for booking in made for facility in locked)
        for booking in made:
            record(plan=plan, by=by, verb="create", obj=booking)
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
    """Another time, place or purpose. Raises Taken, NotOnList or StaleVersion; then all stays as it was."""
    with transaction.atomic():
        before = {hold.facility_id: hold for hold in booking.holds.select_related("facility__owner")}
        locked = lock_facilities(booking.plan, facilities, also=before)
        stands = Booking.objects.select_for_update(no_key=True).get(pk=booking.pk, plan=booking.plan_id)
        # What was cancelled meanwhile must not hold its time again.
        if stands.version != version or stands.cancelled_at is not None:
            raise StaleVersion
        taken = taken_times(locked, span, but=booking)
        see_that_free(locked, span, taken)
        wanted = {**values, "begins_at": span.begin, "ends_at": span.end}
        names = [name for name, value in wanted.items() if getattr(stands, name) != value]
        if set(before) != {facility.pk for facility in locked}:
            names.append("steder")
        if not names:
            return
        moved = not {"begins_at", "ends_at", "steder"}.isdisjoint(names)
        wanted["reason"] = reason if moved else stands.reason
        for name, value in wanted.items():
            setattr(stands, name, value)
        stands.version += 1
        stands.save(update_fields=[*wanted, "version"])
        booking.holds.all().delete()
        Hold.objects.bulk_create(hold_of(stands, facility) for facility in locked)
        record(plan=booking.plan, by=by, verb="change", obj=stands, fields=names)
        if moved:
            concerned = {one.pk: one for one in [*(hold.facility for hold in before.values()), *locked]}
            tell(event=Event.MOVED, bookings=[stands], facilities=concerned.values(), by=by, site=site)
    booking.refresh_from_db()


def cancel_bookings(
    *, bookings: Sequence[Booking], by: User, now: datetime, reason: str = "", site: str = ""
) -> int:
    """Let others have the time; how many were still standing. The bookings are of one organisation."""
    with transaction.atomic():
        said = {"cancelled_at": now, "reason": reason}
        gone = [one for one in bookings if mark_once(row=one, by=by, verb="cancel", **said)]
        Hold.objects.filter(booking__in=gone).update(is_live=False)
        _count_up(gone)
        tell(event=Event.CANCELLED, bookings=gone, facilities=_held_by(gone), by=by, site=site)
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
