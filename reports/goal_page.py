"""What the pages of goals show: an indicator with its chart and its table, and what counting costs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reports.amounts import amount_text
from reports.chart import Chart, chart_of
from reports.counting_load import (
    MUCH_MINUTES,
    Counted,
    DropAdvice,
    counted_of,
    drop_advice,
    hours_told,
    load_sentence,
    minutes_a_month,
)
from reports.goal_rules import SHOWN, Direction, FocusRow, GoalRow, IndicatorRow, Point


@dataclass(frozen=True)
class Figure:
    """An indicator as it is drawn: chart, sentence and table say the same."""

    row: IndicatorRow

    @property
    def chart(self) -> Chart:
        """The drawing."""
        return chart_of(self.row.points, self.row.aim, adds_up=self.row.adds_up)

    @property
    def table(self) -> list[tuple[Point, str]]:
        """Each period with its amount in words, the newest first; without those before the first figure."""
        unit, points = self.row.aim.unit, list(self.row.points)
        known = [place for place, point in enumerate(points) if point.amount is not None]
        shown = points[known[0] :] if known else []
        return [
            (one, "–" if one.amount is None else amount_text(one.amount, unit)) for one in reversed(shown)
        ]

    @property
    def baseline(self) -> str:
        """Where it began, "" when nobody said."""
        aim = self.row.aim
        return "" if aim.baseline is None else amount_text(aim.baseline, aim.unit)

    @property
    def target(self) -> str:
        """Where it shall get and which way, "" when nobody said: "skal op på 25 unge"."""
        aim = self.row.aim
        if aim.target is None or aim.direction == Direction.WATCH:
            return ""
        return (
            f"skal {'op' if aim.direction == Direction.UP else 'ned'} på {amount_text(aim.target, aim.unit)}"
        )

    @property
    def latest(self) -> str:
        """The latest figure, as large as a figure is written."""
        latest = self.row.latest
        return "–" if latest is None else amount_text(latest.amount, self.row.aim.unit)

    @property
    def when(self) -> str:
        """Of which period the latest figure is: "oktober", "december 2025" in a series that ends in 2026."""
        latest = self.row.latest
        if latest is None:
            return ""
        same = latest.period.first.year == self.row.points[-1].period.first.year
        return latest.period.short_name if same else latest.period.name


def trimmed(row: IndicatorRow) -> IndicatorRow:
    """The row from its first figure on, and at least as long as beside others."""
    shown = SHOWN[row.frequency]
    first = next((place for place, one in enumerate(row.points) if one.amount is not None), len(row.points))
    return replace(row, points=row.points[max(min(first, len(row.points) - shown), 0) :])


def figures_of(row: GoalRow) -> list[Figure]:
    """Those of a goal itself."""
    return [Figure(one) for one in row.indicators]


@dataclass(frozen=True)
class GoalCard:
    """A goal in short: a line for each of its indicators, and its parts with theirs."""

    row: GoalRow
    lines: list[Figure]
    parts: "list[GoalCard]"


def card_of(row: GoalRow) -> GoalCard:
    """The goal in short."""
    return GoalCard(row, figures_of(row), [card_of(part) for part in row.parts])


def all_rows(focus_rows: Iterable[FocusRow]) -> list[IndicatorRow]:
    """All indicators of the plan."""
    return [one for focus in focus_rows for goal in focus.goals for one in goal.all_indicators]


@dataclass(frozen=True)
class Load:
    """What counting costs, and what one could stop counting."""

    sentence: str
    is_much: bool
    counted: list[Counted]
    advice: list[DropAdvice]

    @property
    def times(self) -> list[tuple[Counted, str]]:
        """Each with the time it takes a month, the dearest first."""
        dearest = sorted(self.counted, key=lambda one: (-one.minutes_a_month, one.name))
        return [(one, hours_told(one.minutes_a_month)) for one in dearest]


def load_of(rows: Sequence[IndicatorRow], today: date) -> Load:
    """The load of these indicators together."""
    counted = counted_of(rows, today)
    automatic = len(rows) - len(counted)
    return Load(
        load_sentence(counted, automatic), minutes_a_month(counted) >= MUCH_MINUTES, counted,
        drop_advice(counted),
    )  # fmt: skip
