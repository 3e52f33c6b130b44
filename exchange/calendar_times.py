"""When a series is: its times on Copenhagen's wall, with those moved and cancelled. Plain Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from exchange.availability import NoSuchTime, Span, moment, on_the_wall, repeated

# Evening, what is told of a clash, the alternatives: as far as people plan.
LOOK_AHEAD = timedelta(weeks=8)
# What lasts longer than this is no activity one can go to.
LONGEST = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Pattern:
    """The first time, in UTC, and how it comes back: every so many weeks until a day; 0 is one time alone."""

    begin: datetime
    end: datetime
    every: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one day of the series: another time, or none."""

    day: date
    span: Span | None


@dataclass(frozen=True, slots=True, order=True)
class Once:
    """One time: its day in the series, when it is, and whether it was moved or cancelled."""

    span: Span
    day: date
    is_moved: bool = False
    is_cancelled: bool = False
    # Which time of the series it is, from 1.
    number: int = 1


def days_of(pattern: Pattern) -> list[date]:
    """The days of the series."""
    first = on_the_wall(pattern.begin).date()
    return repeated(first, every_weeks=pattern.every, until=pattern.until or first)


def span_on(pattern: Pattern, day: date) -> Span:
    """The time of the series that begins on `day`: the same hours on the wall. Raises NoSuchTime."""
    begin, end = on_the_wall(pattern.begin), on_the_wall(pattern.end)
    last = day + (end.date() - begin.date())
    return Span(moment(day, begin.time()), moment(last, end.time()))


def times_of(pattern: Pattern, changes: Iterable[Change] = (), within: Span | None = None) -> list[Once]:
    """Every time, or those of which some part is `within`; in order, the cancelled ones among them.

    A day whose hours the clock jumps over has no time; a change of a day that is not in the series is none.
    """
    by_day = {change.day: change for change in changes}
    near = _days_near(pattern, by_day, within)
    found = (_once(pattern, number, day, by_day.get(day)) for number, day in near)
    return sorted(one for one in found if one and (within is None or one.span.overlaps(within)))


def _days_near(pattern: Pattern, by_day: dict, within: Span | None) -> Iterator[tuple[int, date]]:
    """(number, day) of those whose time may be within; a day that was changed may be anywhere."""
    first, last = date.min, date.max
    if within is not None:
        first = (within.begin - (pattern.end - pattern.begin) - timedelta(days=2)).date()
        last = (within.end + timedelta(days=1)).date()
    for number, day in enumerate(days_of(pattern), start=1):
        if first <= day <= last or day in by_day:
            yield number, day


def _once(pattern: Pattern, number: int, day: date, change: Change | None) -> Once | None:
    if change and change.span:
        return Once(change.span, day, is_moved=True, number=number)
    try:
        usual = span_on(pattern, day)
    except NoSuchTime:
        return None
    return Once(usual, day, is_cancelled=change is not None, number=number)


def problem_with(pattern: Pattern) -> str:
    """Why the series cannot be, or "": the clock jumps over it one day, or it is too long to look after."""
    days = days_of(pattern)
    for day in days:
        try:
            span_on(pattern, day)
        except NoSuchTime as problem:
            return str(problem)
    if pattern.every and pattern.until and days[-1] + timedelta(weeks=pattern.every) <= pattern.until:
        return f"Det bliver mere end {len(days)} gange. Vælg en tidligere sidste dag, og forlæng den senere."
    return ""


def moved(pattern: Pattern, by: timedelta) -> Pattern:
    """The whole series so much later on the wall. Raises NoSuchTime."""
    begin, end = (on_the_wall(at).replace(tzinfo=None) + by for at in (pattern.begin, pattern.end))
    days = begin.date() - on_the_wall(pattern.begin).date()
    return Pattern(
        moment(begin.date(), begin.time()), moment(end.date(), end.time()), pattern.every,
        pattern.until + days if pattern.until else None,
    )  # fmt: skip
