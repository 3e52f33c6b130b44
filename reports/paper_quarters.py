"""A year in four quarters: counting what happened on days. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from config.danish import number_word

QUARTERS = (1, 2, 3, 4)
HEADINGS = ("1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal", "Hele året")


@dataclass(frozen=True, slots=True)
class Happened:
    """One kind of thing: its name in the table, and how often in each quarter; None for one to come."""

    name: str
    quarters: tuple[int | None, ...]

    @property
    def total(self) -> int:
        """The whole year so far."""
        return sum(number or 0 for number in self.quarters)

    @property
    def row(self) -> tuple[str | int | None, ...]:
        """As a line of the table."""
        return (self.name, *self.quarters, self.total)


def quarter_of(day: date) -> int:
    """1–4."""
    return (day.month - 1) // 3 + 1


def happened(name: str, days: Iterable[date], year: int, today: date) -> Happened:
    """How often in each quarter of the year; days of other years do not count."""
    found = [quarter_of(day) for day in days if day.year == year]
    return Happened(
        name, tuple(found.count(one) if has_begun(year, one, today) else None for one in QUARTERS)
    )


def has_begun(year: int, quarter: int, today: date) -> bool:
    """Whether the quarter has begun on the day."""
    return date(year, 3 * quarter - 2, 1) <= today


def share(part: int, whole: int) -> str:
    """As in "82 %"; nothing when there is nothing to share."""
    return f"{(200 * part + whole) // (2 * whole)} %" if whole else ""


def attended(marks: Iterable[tuple[date, bool]], year: int, today: date) -> tuple[str | None, ...]:
    """The share of seats that came, for each quarter and the year, of those written down."""
    marks = [(quarter_of(day), came) for day, came in marks if day.year == year]
    by_quarter = [[came for quarter, came in marks if quarter == one] for one in QUARTERS]
    shares = [
        share(sum(came), len(came)) if has_begun(year, one, today) else None
        for one, came in zip(QUARTERS, by_quarter, strict=True)
    ]
    return (*shares, share(sum(came for _, came in marks), len(marks)))


def told(pairs: Iterable[tuple[int, str, str]], year: int, today: date) -> str:
    """One sentence of the whole year: "I 2026 har I noteret 56 aktører og én aftale."; "" of nothing.

    Each pair is how many, what one is called with its number word, and what several are called.
    """
    said = [one if number == 1 else f"{number_word(number)} {many}" for number, one, many in pairs if number]
    if not said:
        return ""
    until = "indtil nu " if year == today.year else ""
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} og {said[-1]}"
    return f"I {year} har I {until}noteret {listed}."
