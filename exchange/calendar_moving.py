"""Moving an activity together with the rooms that are booked for it: where both are free, and doing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import User
from config.danish import capitalised
from exchange.actions import change_booking
from exchange.availability import NoSuchTime, Span, first_clash, is_open, moment, on_the_wall, when
from exchange.calendar_clashes import ahead, neighbours_in, planned_of, rivals_of
from exchange.calendar_facts import pattern_of
from exchange.calendar_times import Pattern, days_of, moved, span_on
from exchange.free_times import held
from exchange.models import Booking, Facility, Hold
from mapping.activity_actions import move_activity, split_activity
from mapping.clashes import Time, other_times
from mapping.models import Activity

# Enough to look for what is taken around a series that moves by some days.
AROUND = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Choice:
    """Another time that the series could have; `value` is how a form sends it: minutes on the wall."""

    value: str
    label: str


def choices_for(activity: Activity, now: datetime) -> list[Choice]:
    """When target group and room are free instead, the nearest first."""
    span = ahead(now)
    found = other_times(
        planned_of(activity, span), rivals_of(activity, span), neighbours_in(activity.plan),
        now=on_the_wall(now), room_is_free=_Rooms(activity, span).are_free,
    )  # fmt: skip
    return [choice for by in found if (choice := _choice(activity, by, now))]


def _choice(activity: Activity, by: timedelta, now: datetime) -> Choice | None:
    try:
        pattern = moved(pattern_to_come(activity, now), by)
    except NoSuchTime:
        return None
    told = when(Span(pattern.begin, pattern.end), on_the_wall(now).date())
    often = {0: "", 1: ", og så hver uge"}.get(pattern.every, f", og så hver {pattern.every}. uge")
    return Choice(str(int(by.total_seconds() // 60)), capitalised(f"{told}{often}"))


def pattern_to_come(activity: Activity, now: datetime) -> Pattern:
    """The series from its next time on: what has been is not moved."""
    pattern = pattern_of(activity)
    coming = (day for day in days_of(pattern) if span_on(pattern, day).begin > now)
    if not pattern.every or (day := next(coming, None)) is None:
        return pattern
    span = span_on(pattern, day)
    return Pattern(span.begin, span.end, pattern.every, pattern.until)


class _Rooms:
    """The rooms that are booked for an activity, and when others have them. Two queries."""

    def __init__(self, activity: Activity, span: Span):
        bookings = activity.bookings.filter(cancelled_at=None, ends_at__gt=span.begin)
        self.facilities = list(Facility.objects.filter(holds__booking__in=bookings).distinct())
        wide = Span(span.begin - AROUND, span.end + AROUND)
        holds = Hold.objects.filter(
            facility__in=self.facilities, is_live=True, begins_at__lt=wide.end, ends_at__gt=wide.begin
        ).exclude(booking__activity=activity)
        rows = holds.values_list("facility_id", "begins_at", "ends_at") if self.facilities else ()
        self.taken: dict = {}
        for facility, begin, end in rows:
            self.taken.setdefault(facility, []).append(Span(begin, end))

    def are_free(self, times: Sequence[Time]) -> bool:
        """Whether all of them can be had each time."""
        return all(
            self._is_free(facility, Span(one.begin, one.end)) for one in times for facility in self.facilities
        )

    def _is_free(self, facility: Facility, span: Span) -> bool:
        opened = is_open(span, days=facility.days, opens=facility.opens, closes=facility.closes)
        return opened and first_clash(held(facility, span), self.taken.get(facility.pk, ())) is None


@transaction.atomic
def move_with_rooms(
    *, activity: Activity, by: User, minutes: int, version: int, now: datetime, may_change, site: str = ""
) -> int:  # fmt: skip
    """The whole series so much later on the wall, and the bookings to come that `may_change` lets through.

    How many bookings stay. Raises NoSuchTime, StaleVersion, Taken, NotOnList; then nothing moves.
    """
    step, first = timedelta(minutes=minutes), pattern_to_come(activity, now)
    pattern = moved(first, step)
    if activity.begins_at < first.begin and not activity.calendar_uid:
        split_activity(activity=activity, at=first.begin)
    move_activity(
        activity=activity, by=by, begins_at=pattern.begin, ends_at=pattern.end, until=pattern.until,
        version=version,
    )  # fmt: skip
    left = 0
    there = activity.bookings.filter(cancelled_at=None, begins_at__gt=now).select_related("plan", "borrower")
    # From the end that there is room at, so that the days of a series do not push each other.
    for booking in there.order_by("-begins_at" if minutes > 0 else "begins_at"):
        if may_change(booking):
            _move_booking(booking, by, step, site)
        else:
            left += 1
    return left


def _move_booking(booking: Booking, by: User, step: timedelta, site: str) -> None:
    span = Span(*(_later(at, step) for at in (booking.begins_at, booking.ends_at)))
    change_booking(
        booking=booking, by=by, span=span, version=booking.version, site=site,
        reason="Aktiviteten er flyttet.", values={}, facilities=[
            hold.facility for hold in booking.holds.select_related("facility__owner")
        ],
    )  # fmt: skip


def _later(at: datetime, step: timedelta) -> datetime:
    """So much later on the wall. Raises NoSuchTime."""
    wall = on_the_wall(at).replace(tzinfo=None) + step
    return moment(wall.date(), wall.time())
