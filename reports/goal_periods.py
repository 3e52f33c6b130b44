"""Months and quarters: which one a day is in, those before it, what they are called. Plain Python.

Days are those of Copenhagen; whoever has a moment makes a day of it first.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from config.danish import MONTHS, fold

FIRST_YEAR, LAST_YEAR = 2000, 2099
# What a person calls a month or a quarter, folded: "2026 11", "november 2026", "11 2026", "2026 k4".
YEAR_FIRST = re.compile(r"(?P<year>\d{4}) (?P<month>\d\d?)(?: \d\d?)?")
YEAR_LAST = re.compile(r"(?:\d\d? )?(?P<month>\d\d?|[a-z]+) (?P<year>\d{4})")
QUARTER_FIRST = re.compile(r"(?:k|q|kvartal )?(?P<quarter>[1-4])(?: ?kvartal| ?kv)? (?P<year>\d{4})")
QUARTER_LAST = re.compile(r"(?P<year>\d{4}) ?[kq] ?(?P<quarter>[1-4])")
# Between two numbers these mean the same as a blank; `fold` would draw them together.
BETWEEN = re.compile(r"[-./]")
SHORTEST_NAME = 3


class Frequency(StrEnum):
    """How often something is counted."""

    MONTH = "month"
    QUARTER = "quarter"

    @property
    def months(self) -> int:
        """How many months one period has."""
        return 1 if self == Frequency.MONTH else 3

    @property
    def in_a_year(self) -> int:
        """How many periods a year has."""
        return 12 // self.months


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A month or a quarter. `first` is its first day."""

    first: date
    frequency: Frequency = Frequency.MONTH

    @property
    def after(self) -> date:
        """The first day that is no longer in it."""
        return _months_on(self.first, self.frequency.months)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after - timedelta(days=1)

    @property
    def next(self) -> "Period":
        """The one that follows."""
        return Period(self.after, self.frequency)

    @property
    def previous(self) -> "Period":
        """The one before."""
        return Period(_months_on(self.first, -self.frequency.months), self.frequency)

    @property
    def name(self) -> str:
        """ "november 2026" or "4. kvartal 2026"."""
        return f"{self.short_name} {self.first.year}"

    @property
    def short_name(self) -> str:
        """The same without the year."""
        if self.frequency == Frequency.MONTH:
            return MONTHS[self.first.month - 1]
        return f"{self.quarter}. kvartal"

    @property
    def mark(self) -> str:
        """What stands under a chart: "nov. 26" or "4. kv. 26"."""
        year = f"{self.first.year % 100:02}"
        if self.frequency == Frequency.QUARTER:
            return f"{self.quarter}. kv. {year}"
        month = MONTHS[self.first.month - 1]
        return f"{month if len(month) <= SHORTEST_NAME else f'{month[:3]}.'} {year}"

    @property
    def code(self) -> str:
        """What addresses and files call it: "2026-11" or "2026-K4"."""
        if self.frequency == Frequency.MONTH:
            return f"{self.first.year}-{self.first.month:02}"
        return f"{self.first.year}-K{self.quarter}"

    @property
    def quarter(self) -> int:
        """Which quarter of the year its first day is in."""
        return (self.first.month + 2) // 3

    def holds(self, day: date | None) -> bool:
        """Whether the day is in it; no day is in none."""
        return day is not None and self.first <= day < self.after

    def is_over(self, today: date) -> bool:
        """Whether its last day has been."""
        return self.after <= today


def period_of(day: date, frequency: Frequency) -> Period:
    """The month or quarter that the day is in."""
    month = day.month if frequency == Frequency.MONTH else (day.month - 1) // 3 * 3 + 1
    return Period(date(day.year, month, 1), frequency)


def back_from(until: date, frequency: Frequency, number: int) -> tuple[Period, ...]:
    """So many periods, the oldest first; the last is the one that `until` is in."""
    found = [period_of(until, frequency)]
    while len(found) < number and found[-1].first.year > FIRST_YEAR:
        found.append(found[-1].previous)
    return tuple(reversed(found))


def usual_month(today: date) -> Period:
    """The month that one comes to count: the one that is over, in its second half the month itself."""
    month = period_of(today, Frequency.MONTH)
    return month if today.day > 15 else month.previous


def counted_with(month: Period, frequency: Frequency) -> Period | None:
    """The period that is counted together with the month: a quarter in its last month, else nothing."""
    found = period_of(month.first, frequency)
    return found if found.after == month.after else None


def read_period(text: str, frequency: Frequency) -> Period | None:
    """The period that a person or a spreadsheet means by `text`; None for anything else.

    A quarter may be named by any day or month in it, a month not by a quarter.
    """
    words = fold(BETWEEN.sub(" ", text[:40]))
    if found := QUARTER_LAST.fullmatch(words) or _quarter_first(words):
        quarter = frequency == Frequency.QUARTER
        return _checked(int(found["year"]), int(found["quarter"]) * 3 - 2, frequency) if quarter else None
    found = YEAR_FIRST.fullmatch(words) or YEAR_LAST.fullmatch(words)
    month = _month_number(found["month"]) if found else 0
    return _checked(int(found["year"]), month, frequency) if month else None


def _quarter_first(words: str) -> re.Match | None:
    """ "4 kvartal 2026" or "k4 2026"; a bare "4 2026" is a month."""
    return QUARTER_FIRST.fullmatch(words) if re.search("[kq]", words.split(" 20")[0]) else None


def _month_number(word: str) -> int:
    """1 to 12 of "3", "marts" or "mar"; 0 for what is no month."""
    if word.isascii() and word.isdigit():
        return int(word) if 1 <= int(word) <= len(MONTHS) else 0
    starts = [
        n for n, name in enumerate(MONTHS, start=1) if len(word) >= SHORTEST_NAME and name.startswith(word)
    ]
    return starts[0] if starts else 0


def _checked(year: int, month: int, frequency: Frequency) -> Period | None:
    """The period, when its year is one that anybody counts in."""
    return period_of(date(year, month, 1), frequency) if FIRST_YEAR <= year <= LAST_YEAR else None


def _months_on(day: date, months: int) -> date:
    """The first of a month so many months later."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, 1)
