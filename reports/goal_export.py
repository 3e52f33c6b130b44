"""Goals and figures as tables: how each stands, and each figure in a row as the import takes it back."""

from collections.abc import Iterable
from decimal import Decimal

from actors.spreadsheet.problem import Table
from reports.goal_rules import FocusRow, GoalRow, IndicatorRow, known
from reports.value_import import HEADINGS

STATE = (
    "Indsatsområde", "Mål", "Delmål", "Indikator", "Enhed", "Udgangspunkt", "Skal nå", "Seneste tal", "For",
    "Status", "Med ord", "Tælles af", "Regel eller kilde", "Ansvarlig",
)  # fmt: skip
FIGURES = (*(HEADINGS[name][0] for name in ("name", "period", "amount", "note")), "Skrevet af")


def goal_tables(focus_rows: Iterable[FocusRow]) -> list[Table]:
    """A sheet of figures and a sheet of how all stands."""
    lines = [
        (focus, goal, part, one)
        for focus in focus_rows
        for goal in focus.goals
        for part, one in _indicators(goal)
    ]
    figures = [list(FIGURES), *(row for *_, one in lines for row in _figures(one))]
    return [Table("Tal", figures), Table("Status", [list(STATE), *(_state(*line) for line in lines)])]


def _indicators(goal: GoalRow) -> Iterable[tuple[str, IndicatorRow]]:
    """Each indicator of a goal with the part it is of."""
    yield from (("", one) for one in goal.indicators)
    yield from ((part.name, one) for part in goal.parts for one in part.indicators)


def _figures(one: IndicatorRow) -> Iterable[list]:
    for point in known(one.points):
        yield [one.name, point.period.code, _cell(point.amount), point.note, point.by]


def _state(focus: FocusRow, goal: GoalRow, part: str, one: IndicatorRow) -> list:
    aim, latest = one.aim, one.latest
    return [
        focus.name, goal.name, part, one.name, aim.unit, _cell(aim.baseline), _cell(aim.target),
        _cell(latest and latest.amount), latest.period.name if latest else "", one.status.word, one.sentence,
        "Appen" if one.is_automatic else "Jer", one.rule or one.source, one.owner,
    ]  # fmt: skip


def _cell(amount: Decimal | None) -> int | float | None:
    """A number as a spreadsheet keeps it."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
