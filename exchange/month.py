"""A month of places as the page prints it: rows of weeks, a cell for each day. One query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from exchange.availability import Span, midnight
from exchange.booker import Booker
from exchange.models import Facility
from exchange.turning import MonthPage
from exchange.week import Entry, entries_of


@dataclass(frozen=True, slots=True)
class Day:
    """A day with what is booked, each with the place it is in."""

    day: date
    is_inside: bool
    is_today: bool
    is_past: bool
    entries: tuple[tuple[Facility, Entry], ...]


@dataclass(frozen=True, slots=True)
class Month(MonthPage):
    """The weeks, Monday to Sunday, that some of the month is in."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]


def month_of(facilities: Iterable[Facility], day: date, *, today: date, booker: Booker) -> Month:
    """The month of `day`, as far as `booker` may know who has what."""
    first = day.replace(day=1)
    begin = first - timedelta(days=first.weekday())
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    amount = (last - begin).days // 7 + 1
    end = begin + timedelta(weeks=amount)
    found = list(facilities)
    entries = entries_of(found, Span(midnight(begin), midnight(end)), tells_who=booker.sees_who)
    days = [begin + timedelta(days=number) for number in range(7 * amount)]
    cells = [_day(at, first, today, _on(at, found, entries)) for at in days]
    return Month(first, tuple(tuple(cells[week : week + 7]) for week in range(0, len(cells), 7)))


def _day(day: date, first: date, today: date, entries: tuple) -> Day:
    return Day(day, day.month == first.month, day == today, day < today, entries)


def _on(day: date, facilities: list[Facility], entries: dict) -> tuple[tuple[Facility, Entry], ...]:
    """What is booked that day, in the order it begins, then of the places."""
    there = [(one, entry) for one in facilities for entry in entries.get((one.pk, day), ())]
    return tuple(sorted(there, key=lambda pair: pair[1].begin))
