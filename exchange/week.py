"""A week of places as the page prints it: a row for each, a cell for each day. Two queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from exchange.availability import Span, days_touched, hours, week_of
from exchange.booker import Booker
from exchange.models import Facility, Hold
from exchange.turning import WeekPage


@dataclass(frozen=True, slots=True)
class Entry:
    """One booking in a cell; `title` and `borrower` are "" for those who may not know."""

    pk: UUID
    begin: datetime
    hours: str
    title: str
    borrower: str
    awaits: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a place."""

    day: date
    is_today: bool
    is_past: bool
    is_open: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A place and its week."""

    facility: Facility
    can_book: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Week(WeekPage):
    """Monday to Sunday, with the Mondays before and after."""

    monday: date
    days: tuple[date, ...]
    rows: tuple[Row, ...]


def week_rows(facilities: Iterable[Facility], day: date, *, today: date, booker: Booker) -> Week:
    """The week of `day`, as far as `booker` may know who has what."""
    span = week_of(day)
    days = tuple(days_touched(span))
    found = list(facilities)
    entries = entries_of(found, span, tells_who=booker.sees_who)
    rows = tuple(
        Row(
            one,
            _lends(booker, one),
            tuple(_cell(one, at, today, tuple(entries.get((one.pk, at), ()))) for at in days),
        )
        for one in found
    )
    return Week(days[0], days, rows)


def _lends(booker: Booker, facility: Facility) -> bool:
    return booker.may_borrow(facility) and facility.archived_at is None


def _cell(facility: Facility, day: date, today: date, entries: tuple[Entry, ...]) -> Cell:
    is_open = not facility.days or str(day.weekday()) in facility.days
    return Cell(day, day == today, day < today, is_open, entries)


def entries_of(facilities: list[Facility], span: Span, *, tells_who: bool) -> dict[tuple, list[Entry]]:
    """{(facility, day): bookings in order}."""
    holds = Hold.objects.filter(
        facility__in=facilities,
        is_live=True,
        booking__begins_at__lt=span.end,
        booking__ends_at__gt=span.begin,
    ).order_by("booking__begins_at", "id")
    rows = holds.values_list(
        "facility_id", "booking_id", "booking__begins_at", "booking__ends_at", "booking__title",
        "booking__borrower__short_name", "booking__borrower__name", "awaits",
    )  # fmt: skip
    found: dict[tuple, list[Entry]] = {}
    for facility, pk, begin, end, title, short, name, awaits in rows:
        used = Span(begin, end)
        told = (title, short or name, awaits) if tells_who else ("", "", False)
        entry = Entry(pk, begin, hours(used), *told)
        for day in days_touched(used):
            found.setdefault((facility, day), []).append(entry)
    return found
