"""When a place is free: spans of time, Copenhagen's clock, repeats and clashes. Plain Python, reads no clock.

People say a day and a time on the wall; rows hold UTC. Two nights a year the wall is not enough: in March an
hour is missing, in October one comes twice. Such a time is refused with words, and never guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from config.danish import WEEKDAYS, long_date, short_clock, weekday

ZONE = ZoneInfo("Europe/Copenhagen")
# A series longer than this is one nobody looks after.
DAYS_AT_MOST = 60
# How far ahead the next free time is looked for.
LOOK_AHEAD = timedelta(days=14)


class NoSuchTime(ValueError):
    """A time on the wall that cannot be booked; str() is a plain Danish sentence that says what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `begin` up to, but not with, `end`, both in UTC. Two that touch do not overlap."""

    begin: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.begin >= self.end:
            raise ValueError("A span ends after it begins.")

    @property
    def length(self) -> timedelta:
        """How long it is by the clock that never jumps."""
        return self.end - self.begin

    def overlaps(self, other: "Span") -> bool:
        """Whether any moment is in both."""
        return self.begin < other.end and other.begin < self.end

    def widened(self, before: int, after: int) -> "Span":
        """With so many minutes of preparation before and after."""
        return Span(self.begin - timedelta(minutes=before), self.end + timedelta(minutes=after))


# -- The clock on the wall ------------------------------------------------------------------------------


def moment(day: date, at: time) -> datetime:
    """The moment in UTC at which the wall in Copenhagen shows `at` on `day`.

    Raises NoSuchTime for the hour that is missing in March and the one that comes twice in October.
    """
    first, second = (datetime.combine(day, at.replace(fold=fold), ZONE).astimezone(UTC) for fold in (0, 1))
    if first.astimezone(ZONE).replace(tzinfo=None, fold=0) != datetime.combine(day, at.replace(fold=0)):
        raise NoSuchTime(
            f"Natten til {weekday(day)} {long_date(day)} springer uret fra kl. 2 til 3. Vælg en anden tid."
        )
    if first != second:
        raise NoSuchTime(
            f"Natten til {weekday(day)} {long_date(day)} kommer timen mellem kl. 2 og 3 to gange. "
            "Vælg en anden tid."
        )
    return first


def span_of(day: date, begin: time, end: time) -> Span:
    """From `begin` to `end` on the wall; an `end` of 0.00 is midnight after `day`.

    Raises NoSuchTime for what `moment` refuses, and for an end that does not come after the beginning.
    """
    ends_on = day + timedelta(days=1) if end == time(0) else day
    if ends_on == day and end <= begin:
        raise NoSuchTime("Sluttidspunktet skal ligge efter starttidspunktet.")
    return Span(moment(day, begin), moment(ends_on, end))


def on_the_wall(at: datetime) -> datetime:
    """The moment as the wall in Copenhagen shows it."""
    return at.astimezone(ZONE)


def week_of(day: date) -> Span:
    """The week, Monday to Sunday, that `day` is in, by Copenhagen's midnights."""
    monday = day - timedelta(days=day.weekday())
    return Span(midnight(monday), midnight(monday + timedelta(days=7)))


def midnight(day: date) -> datetime:
    """The moment at which the day begins in Copenhagen. The clock never jumps then."""
    return datetime.combine(day, time(0), ZONE).astimezone(UTC)


def days_touched(span: Span, within: Span | None = None) -> list[date]:
    """The days on the wall that some of the span is on, or those of them within."""
    begin, end = span.begin, span.end
    if within is not None:
        begin, end = max(begin, within.begin), min(end, within.end)
        if begin >= end:
            return []
    day, last = on_the_wall(begin).date(), on_the_wall(end - timedelta(microseconds=1)).date()
    return [day + timedelta(days=number) for number in range((last - day).days + 1)]


# -- Repeats ------------------------------------------------------------------------------------------------


def repeated(first: date, *, every_weeks: int, until: date) -> list[date]:
    """`first`, and the same weekday every so many weeks up to and with `until`; DAYS_AT_MOST of them.

    With `every_weeks` 0 it is `first` alone.
    """
    if every_weeks < 1:
        return [first]
    days = [first]
    while len(days) < DAYS_AT_MOST and (day := days[-1] + timedelta(weeks=every_weeks)) <= until:
        days.append(day)
    return days


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One day of a series: when, or why not; and what stands in its way."""

    day: date
    span: Span | None
    problem: str = ""
    clash: Span | None = None

    @property
    def is_free(self) -> bool:
        """Whether it can be booked as it is."""
        return self.span is not None and self.clash is None


def occurrences(
    days: Iterable[date], begin: time, end: time, *, taken: Sequence[Span], before: int = 0, after: int = 0
) -> list[Occurrence]:
    """Each day with what stands in its way; `taken` has its preparation, ours is `before` and `after`."""
    found = []
    for day in days:
        try:
            span = span_of(day, begin, end)
        except NoSuchTime as problem:
            found.append(Occurrence(day, None, str(problem)))
            continue
        found.append(Occurrence(day, span, clash=first_clash(span.widened(before, after), taken)))
    return found


# -- Clashes ------------------------------------------------------------------------------------------------


def first_clash(wanted: Span, taken: Iterable[Span]) -> Span | None:
    """The earliest of `taken` that overlaps `wanted`, if any."""
    return min((one for one in taken if one.overlaps(wanted)), default=None)


def next_free(
    wanted: Span, taken: Iterable[Span], *, before: int = 0, after: int = 0,
    days: str = "", opens: time | None = None, closes: time | None = None,
) -> Span | None:  # fmt: skip
    """The first span as long as `wanted`, from its beginning on, that is free with preparation around it.

    And in which the place is open: what the last three mean, see `is_open`. None when there is none within
    LOOK_AHEAD.
    """
    times = list(taken)
    begin, latest = wanted.begin, wanted.begin + LOOK_AHEAD
    while begin <= latest:
        span = Span(begin, begin + wanted.length)
        if clash := first_clash(span.widened(before, after), times):
            begin = clash.end + timedelta(minutes=before)
        elif is_open(span, days=days, opens=opens, closes=closes):
            return span
        else:
            begin = _next_opening(begin, opens or time(0))
    return None


def _next_opening(after: datetime, opens: time) -> datetime:
    """The first moment after `after` at which the wall shows `opens`."""
    day = on_the_wall(after).date()
    today, tomorrow = (
        datetime.combine(one, opens, ZONE).astimezone(UTC) for one in (day, day + timedelta(days=1))
    )
    return today if today > after else tomorrow


def has_gap(span: Span, taken: Iterable[Span], length: timedelta) -> bool:
    """Whether some part of `span`, so long or longer, is in none of `taken`."""
    begin = span.begin
    for one in sorted(one for one in taken if one.overlaps(span)):
        if one.begin - begin >= length:
            return True
        begin = max(begin, one.end)
    return span.end - begin >= length


def is_open(span: Span, *, days: str, opens: time | None, closes: time | None) -> bool:
    """Whether the place is open all the while. `days` holds the weekdays as digits, 0 for Monday, "" for all.

    `opens` None is from midnight, `closes` None up to midnight.
    """
    begin, end = on_the_wall(span.begin), on_the_wall(span.end)
    last = on_the_wall(span.end - timedelta(microseconds=1))
    if days and any(str(day.weekday()) not in days for day in days_touched(span)):
        return False
    if opens is None and closes is None:
        return True
    if begin.date() != last.date():
        return False
    ends = time(23, 59, 59, 999999) if end.date() != begin.date() else end.time()
    return begin.time() >= (opens or time(0)) and (closes is None or ends <= closes)


def shifted(begin: time, end: time, at: time) -> tuple[time, time] | None:
    """From `at` on, as long as from `begin` to `end` (0.00 is midnight); None when that is over midnight."""
    length = 60 * (end.hour or 24) + end.minute - 60 * begin.hour - begin.minute
    until = 60 * at.hour + at.minute + length
    return (at, time(until // 60 % 24, until % 60)) if until <= 24 * 60 else None


# -- Words ------------------------------------------------------------------------------------------------


def hours(span: Span) -> str:
    """ "kl. 16–18", "kl. 16.30–18"; over midnight with the second day's name."""
    begin, end = on_the_wall(span.begin), on_the_wall(span.end)
    return f"kl. {short_clock(begin)}–{short_clock(end)}"


def when(span: Span, today: date | None = None) -> str:
    """ "torsdag 3. december kl. 16–18", with the year when it is not that of `today`."""
    day = on_the_wall(span.begin).date()
    return f"{weekday(day)} {long_date(day, today)} {hours(span)}"


def taken_sentence(name: str, clash: Span, free: Span | None, *, wanted: Span) -> str:
    """ "Festsalen er taget kl. 16–18. Næste ledige tid er kl. 18." """
    told = f"{name} er taget {hours(clash)}."
    if free is None:
        return f"{told} Der er ingen ledig tid de næste to uger. Vælg et andet sted."
    begin = on_the_wall(free.begin)
    if begin.date() == on_the_wall(wanted.begin).date():
        return f"{told} Næste ledige tid er kl. {short_clock(begin)}."
    day = begin.date()
    return f"{told} Næste ledige tid er {weekday(day)} {long_date(day)} kl. {short_clock(begin)}."


def opening(days: str, opens: time | None, closes: time | None) -> str:
    """ "man–fredag kl. 8–21", "alle dage"; what the arguments mean, see `is_open`."""
    open_on = [int(digit) for digit in days]
    if not open_on or len(open_on) == 7:
        on = "alle dage"
    elif len(open_on) > 2 and open_on == list(range(open_on[0], open_on[-1] + 1)):
        on = f"{WEEKDAYS[open_on[0]].removesuffix('dag')}–{WEEKDAYS[open_on[-1]]}"
    else:
        on = ", ".join(WEEKDAYS[day] for day in open_on)
    if opens is None and closes is None:
        return on
    return f"{on} kl. {short_clock(opens) if opens else 0}–{short_clock(closes) if closes else 24}"
