"""What counting costs, and which figures one could stop counting. Plain Python.

The evaluation of a joint effort (VIVE) found goals nobody could influence and hours spent on counting without
visible movement. So the load is shown, and some are named. It is advice: nothing is dropped by itself.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from config.danish import capitalised, count, number, number_word
from reports.goal_periods import Frequency
from reports.goal_rules import IndicatorRow, Influence

MISSED_IN_A_ROW = 3
# A monthly figure is judged on half a year's numbers at least, a quarterly on all four.
FILLED_AT_LEAST = {Frequency.MONTH: 6, Frequency.QUARTER: 4}
# One that takes a quarter of the time, and at least an hour a month, is the dear one.
DEAR_SHARE, DEAR_MINUTES, DEAR_AMONG = Decimal("0.25"), 60, 3
# From here on the page asks whether it is too much. Our own judgement: half a working day a month.
MUCH_MINUTES = 240


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure that somebody counts by hand. `amounts` are of the periods that are over, the latest last."""

    key: Hashable
    name: str
    minutes: int
    frequency: Frequency
    influence: Influence
    amounts: Sequence[Decimal | None] = ()

    @property
    def minutes_a_month(self) -> Decimal:
        """How long it takes a month."""
        return Decimal(self.minutes) / self.frequency.months


@dataclass(frozen=True, slots=True)
class DropAdvice:
    """A figure that one could do without, and why."""

    key: Hashable
    name: str
    reasons: tuple[str, ...]
    minutes_a_month: Decimal


def counted_of(rows: Iterable[IndicatorRow], today: date) -> list[Counted]:
    """Those of the rows that are counted by hand, with the periods that were to be counted until today."""
    return [
        Counted(one.key, one.name, one.minutes, one.frequency, one.influence, _expected(one, today))
        for one in rows
        if not one.is_automatic
    ]


def _expected(row: IndicatorRow, today: date) -> list[Decimal | None]:
    """The amounts of the periods that are over, from the first that was counted, or in which it was made."""
    over = [point for point in row.points if point.period.is_over(today)]
    begins = [one.period.first for one in over if one.amount is not None or one.period.after > row.since]
    return [one.amount for one in over if begins and one.period.first >= begins[0]]


def minutes_a_month(counted: Iterable[Counted]) -> Decimal:
    """How long it takes to count all of them, a month."""
    return sum((one.minutes_a_month for one in counted), Decimal(0))


def hours_told(minutes: Decimal) -> str:
    """ "20 minutter", "1 time", "6,5 timer"."""
    if minutes < 60:
        return count(round(minutes), "minut", "minutter") if round(minutes) else "ingen tid"
    hours = number(minutes / 60, 1).removesuffix(",0")
    return "1 time" if hours == "1" else f"{hours} timer"


def load_sentence(counted: Sequence[Counted], automatic: int) -> str:
    """As in "I tæller 9 tal i hånden. Det tager 6,5 timer om måneden. 7 tal kommer af sig selv."."""
    by_itself = f"{capitalised(number_word(automatic))} tal kommer af sig selv." if automatic else ""
    if not counted:
        return f"Intet tælles i hånden. {by_itself}".strip()
    hand = f"I tæller {number_word(len(counted), neuter=True)} tal i hånden."
    time = hours_told(minutes_a_month(counted))
    return f"{hand} Det tager {time} om måneden. {by_itself}".strip()


def drop_advice(counted: Sequence[Counted]) -> list[DropAdvice]:
    """Those that there is a reason to drop; most reasons first, then what takes longest."""
    dear = _dear(counted)
    found = [
        DropAdvice(one.key, one.name, reasons, one.minutes_a_month)
        for one in counted
        if (reasons := tuple(_reasons(one, is_dear=one.key == dear)))
    ]
    return sorted(found, key=lambda one: (-len(one.reasons), -one.minutes_a_month, one.name))


def _dear(counted: Sequence[Counted]) -> Hashable | None:
    """The one that takes most, when it is much of the whole."""
    if len(counted) < DEAR_AMONG:
        return None
    most = max(counted, key=lambda one: one.minutes_a_month)
    much = most.minutes_a_month >= max(DEAR_MINUTES, minutes_a_month(counted) * DEAR_SHARE)
    return most.key if much else None


def _reasons(one: Counted, *, is_dear: bool) -> Iterable[str]:
    if one.influence == Influence.NO:
        yield "I kan ikke selv flytte det."
    if is_still(one):
        yield "Tallet har ikke flyttet sig i et år."
    if is_missed(one):
        yield f"Det er ikke talt de sidste {number_word(MISSED_IN_A_ROW)} gange."
    if is_dear:
        yield f"Det tager mest tid: {hours_told(one.minutes_a_month)} om måneden."


def is_still(one: Counted) -> bool:
    """Whether it was the same the whole last year."""
    year = list(one.amounts)[-one.frequency.in_a_year :]
    filled = [amount for amount in year if amount is not None]
    known = len(year) == one.frequency.in_a_year and len(filled) >= FILLED_AT_LEAST[one.frequency]
    return known and len(set(filled)) == 1


def is_missed(one: Counted) -> bool:
    """Whether nobody counted it three times in a row, up to now."""
    latest = list(one.amounts)[-MISSED_IN_A_ROW:]
    return len(latest) == MISSED_IN_A_ROW and all(amount is None for amount in latest)
