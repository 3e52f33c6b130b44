"""Who has had how much of what is lent, for somebody impartial who asks whether it is fair. Plain Python."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from config.danish import number
from exchange.availability import Span, days_touched, midnight, span_of

# When most wish to have it: weekdays after school and work. Clubs can be asked to take the rest.
PEAK_DAYS = range(5)
PEAK_FROM, PEAK_TO = time(16), time(21)


@dataclass(frozen=True, slots=True)
class Share:
    """What one organisation has had: times, whole minutes, those at peak, and its part of all (0–1)."""

    key: Hashable
    name: str
    times: int
    minutes: int
    peak: int
    part: float

    @property
    def hours(self) -> str:
        """ "12,5", and "12" for whole ones."""
        return _hours(self.minutes)

    @property
    def peak_hours(self) -> str:
        """The same of the minutes at peak."""
        return _hours(self.peak)

    @property
    def percent(self) -> str:
        """ "34 %"."""
        return f"{number(100 * self.part)} %"


def shares(used: Iterable[tuple[Hashable, str, Span]], period: Span) -> list[Share]:
    """Each organisation's use within the period, who has most first; (key, name, when) is one booking."""
    found: dict[Hashable, list] = {}
    for key, name, span in used:
        inside = _within(span, period)
        if inside is None:
            continue
        row = found.setdefault(key, [name, 0, 0, 0])
        row[1] += 1
        row[2] += _minutes(inside)
        row[3] += peak_minutes(inside)
    total = sum(row[2] for row in found.values())
    rows = [Share(key, *row, row[2] / total) for key, row in found.items()]
    return sorted(rows, key=lambda row: (-row.minutes, row.name))


def peak_minutes(span: Span) -> int:
    """Whole minutes of the span between PEAK_FROM and PEAK_TO on PEAK_DAYS, by Copenhagen's clock."""
    found = 0
    for day in days_touched(span):
        if day.weekday() in PEAK_DAYS and (part := _within(span, span_of(day, PEAK_FROM, PEAK_TO))):
            found += _minutes(part)
    return found


def period_of(first: date, last: date) -> Span:
    """From the morning of the first day to the midnight after the last one."""
    return Span(midnight(first), midnight(last + timedelta(days=1)))


def _within(span: Span, other: Span) -> Span | None:
    """What the two have in common."""
    begin, end = max(span.begin, other.begin), min(span.end, other.end)
    return Span(begin, end) if begin < end else None


def _hours(minutes: int) -> str:
    return number(minutes / 60, 1).removesuffix(",0")


def _minutes(span: Span) -> int:
    return round(span.length.total_seconds() / 60)
