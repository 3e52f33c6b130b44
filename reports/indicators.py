"""How the plan's goals stand, from its rows: the one place that screen, PDF and spreadsheet ask.

`goal_rows(plan, until)` gives everything: focus areas, goals, part goals, indicators with their series, and
stories, as the frozen dataclasses of reports.goal_rules. A row's `status.word` and `sentence` are its state
in words. At most 12 queries, however many rows.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from accounts.models import Plan
from actors.models import ActorKind
from mapping.models import Form
from reports import indicator_catalogue as catalogue
from reports.fact_queries import facts_of
from reports.goal_periods import Frequency, Period, back_from
from reports.goal_rules import (
    SHOWN,
    Aim,
    Direction,
    FocusRow,
    GoalRow,
    IndicatorRow,
    Influence,
    Point,
    StoryRow,
)
from reports.indicator_catalogue import Only, counted
from reports.indicator_facts import Facts
from reports.models import Goal, GoalStory, Indicator

# On the page of one indicator.
SHOWN_ALONE = {Frequency.MONTH: 37, Frequency.QUARTER: 17}
NO_FOCUS_AREA = "Uden indsatsområde"


def goal_rows(
    plan: Plan, until: date, *, now: datetime | None = None, goals: Sequence[Goal] | None = None,
    with_stories: bool = True,
) -> tuple[FocusRow, ...]:  # fmt: skip
    """All goals of the plan that stand, by focus area, with figures up to the period that `until` is in.

    `now` is the moment it is asked, the clock's when left out: figures of later periods are not known, and
    those that have no history are known of today's period alone. Focus areas without goals come too.
    `goals` are those that stand, when they have been read already.
    """
    if goals is None:
        goals = list(plan.goals.standing())
    rows = goal_rows_of(plan, goals, until, now=now or timezone.now(), with_stories=with_stories)
    by_focus: dict = {}
    for goal in goals:
        if goal.parent_id is None:
            by_focus.setdefault(goal.focus_area_id, []).append(rows[goal.pk])
    found = [FocusRow(one.pk, one.name, tuple(by_focus.get(one.pk, ()))) for one in plan.focusareas.all()]
    lone = by_focus.get(None)
    return (*found, FocusRow(None, NO_FOCUS_AREA, tuple(lone))) if lone else tuple(found)


def goal_rows_of(
    plan: Plan, goals: Sequence[Goal], until: date, *, now: datetime, with_stories: bool = True
) -> dict:
    """{id: row} of these goals; those of them that are parts stand in their goals' rows too."""
    there = plan.indicators.standing().filter(goal__in=[goal.pk for goal in goals])
    indicators = list(there.select_related("owner__user", "area"))
    of_goal: dict = {}
    for row, indicator in zip(indicator_rows(plan, indicators, until, now=now), indicators, strict=True):
        of_goal.setdefault(indicator.goal_id, []).append(row)
    told = _stories(plan, goals, until) if with_stories else {}
    parts = [goal for goal in goals if goal.parent_id]
    rows = {one.pk: _goal_row(one, of_goal, told) for one in parts}
    for goal in goals:
        if goal.parent_id is None:
            own = [rows[part.pk] for part in parts if part.parent_id == goal.pk]
            rows[goal.pk] = _goal_row(goal, of_goal, told, own)
    return rows


def _goal_row(goal: Goal, of_goal: dict, told: dict, parts: Sequence[GoalRow] = ()) -> GoalRow:
    return GoalRow(
        goal.pk, goal.name, goal.why, Influence(goal.influence), goal.get_measured_display(),
        tuple(of_goal.get(goal.pk, ())), tuple(parts), tuple(told.get(goal.pk, ())),
    )  # fmt: skip


def _stories(plan: Plan, goals: Sequence[Goal], until: date) -> dict:
    """{goal: its stories up to that day, the newest first}."""
    told: dict = {}
    rows = plan.goalstorys.kept().filter(goal__in=[goal.pk for goal in goals], on__lte=until)
    for one in rows.select_related("by"):
        told.setdefault(one.goal_id, []).append(story_row(one))
    return told


def story_row(story: GoalStory) -> StoryRow:
    """One story as it is shown."""
    return StoryRow(story.pk, story.title, story.text, story.on, story.by.name if story.by else "")


def indicator_rows(
    plan: Plan, indicators: Sequence[Indicator], until: date, *, now: datetime, shown: dict = SHOWN
) -> list[IndicatorRow]:
    """The rows of these indicators in their order; fetch owner, user and area beforehand."""
    kinds = {one.pk: catalogue.find(one.automatic) for one in indicators}
    facts = facts_of(plan, (name for kind in kinds.values() if kind for name in kind.needs), now=now)
    periods = {
        frequency: back_from(until, frequency, shown[frequency])
        for frequency in {Frequency(one.frequency) for one in indicators}
    }
    values = _values(plan, [one for one in indicators if not kinds[one.pk]], periods)
    rows = []
    for one in indicators:
        kind, there = kinds[one.pk], periods[Frequency(one.frequency)]
        points = _counted(kind, one, there, facts) if kind else _written(values.get(one.pk, {}), there)
        rows.append(_indicator_row(one, kind, tuple(points)))
    return rows


def _counted(kind: catalogue.Automatic, one: Indicator, periods: Sequence[Period], facts: Facts):
    """Each period as the app counts it."""
    only = Only(one.part, one.area_id)
    for period in periods:
        runs = kind.adds_up and not period.is_over(facts.today)
        yield Point(period, counted(kind, facts, period, only), runs=runs)


def _written(values: dict, periods: Sequence[Period]):
    """Each period as somebody wrote it."""
    for period in periods:
        value = values.get(period.first)
        if value is None:
            yield Point(period, None)
        else:
            yield Point(period, value.amount, value.note, value.by.name if value.by else "", value.at)


def _values(plan: Plan, by_hand: Sequence[Indicator], periods: dict) -> dict:
    """{indicator: {first day: value}} of the periods; no query when nothing is counted by hand."""
    found: dict = {}
    if not by_hand:
        return found
    earliest = min(series[0].first for series in periods.values())
    rows = plan.indicatorvalues.filter(indicator__in=[one.pk for one in by_hand], first__gte=earliest)
    for value in rows.select_related("by"):
        found.setdefault(value.indicator_id, {})[value.first] = value
    return found


def _indicator_row(one: Indicator, kind: catalogue.Automatic | None, points: tuple) -> IndicatorRow:
    aim = Aim(Direction(one.direction), one.baseline, one.target, one.unit)
    return IndicatorRow(
        one.pk, one.name, Frequency(one.frequency), aim, points, Influence(one.influence),
        rule=kind.words if kind else "", narrowed=narrowed_to(one) if kind else "",
        owner=one.owner.user.name if one.owner else "", source=one.source, minutes=one.minutes,
        adds_up=bool(kind and kind.adds_up), since=timezone.localdate(one.created_at),
    )  # fmt: skip


PART_NAMES = {**dict(ActorKind.choices), **{str(value): name for value, name in Form.choices}}


def narrowed_to(one: Indicator) -> str:
    """What of it is counted: "Kommunal institution i Østhøj", "" for all."""
    part = PART_NAMES.get(one.part, "")
    if one.area is None:
        return part
    return f"{part} i {one.area.name}" if part else f"I {one.area.name}"
