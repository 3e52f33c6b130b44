"""The figures that are counted by hand in a month, with what stands there and what was counted before."""

from accounts.models import Plan
from reports.goal_periods import Frequency, Period, counted_with
from reports.month_form import Cell
from reports.value_actions import stored_at


def cells_of(plan: Plan, month: Period) -> list[Cell]:
    """A cell for each; those of a quarter in its last month. Two queries."""
    rows = plan.indicators.standing().by_hand().in_order()
    due = [
        (one, period)
        for one in rows.select_related("goal__parent", "goal__focus_area")
        if (period := counted_with(month, Frequency(one.frequency)))
    ]
    places = [(one.pk, at.first) for one, period in due for at in (period, period.previous)]
    there = stored_at(plan, places) if places else {}
    return [
        Cell(one, period, there.get((one.pk, period.first)), there.get((one.pk, period.previous.first)))
        for one, period in due
    ]
