"""Changes to goals, indicators and stories. Each is one transaction with its line in the log."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from actors.versions import change_row, mark_once
from reports.models import Goal, GoalStory, Indicator

# A page of figures to write in; far above what anybody should count.
MOST_BY_HAND = 200


class GoalProblem(Exception):
    """A rule says no; the text is a plain Danish sentence. `field` is the part of the form it is about."""

    def __init__(self, text: str, field: str = ""):
        super().__init__(text)
        self.field = field


def lock_goals(plan: Plan) -> None:
    """Whatever changes goals and figures waits for the plan's row; call it first."""
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)


@transaction.atomic
def create_goal(*, plan: Plan, by: User, values: Mapping, submission: uuid.UUID | None = None) -> Goal:
    """A new goal, or a part of one. The same submission twice makes one. Raises GoalProblem."""
    lock_goals(plan)
    if submission and (there := plan.goals.filter(submission=submission).first()):
        return there
    values = _placed(plan, values, None)
    goal = Goal.objects.create(plan=plan, created_by=by, submission=submission, **values)
    record(plan=plan, by=by, verb="create", obj=goal)
    return goal


@transaction.atomic
def change_goal(*, goal: Goal, by: User, values: Mapping, changed: Iterable[str], version: int) -> None:
    """Write what was changed; its parts follow it to another focus area. Raises StaleVersion, GoalProblem."""
    lock_goals(goal.plan)
    values, changed = _placed(goal.plan, values, goal), set(changed)
    changed |= {"focus_area"} if "parent" in changed else set()
    change_row(row=goal, by=by, values=values, changed=changed, version=version)
    goal.parts.update(focus_area=goal.focus_area)


def _placed(plan: Plan, values: Mapping, goal: Goal | None) -> dict:
    """The values with the focus area of the goal above. Raises GoalProblem when it cannot be above."""
    parent = values.get("parent")
    if parent is None:
        return dict(values)
    # As it stands now, under the lock.
    parent = plan.goals.standing().whole().filter(pk=parent.pk).first()
    if parent is None or parent == goal:
        raise GoalProblem("Vælg et mål, der ikke selv er et delmål", "parent")
    if goal and goal.parts.exists():
        raise GoalProblem("Målet har selv delmål. Flyt dem først", "parent")
    return {**values, "parent": parent, "focus_area": parent.focus_area}


def drop_goal(*, goal: Goal, by: User, now: datetime) -> bool:
    """Put it away with its parts and indicators; nothing of it is lost."""
    return mark_once(row=goal, by=by, verb="archive", dropped_at=now)


def restore_goal(*, goal: Goal, by: User) -> bool:
    """Bring it back with all that belongs to it."""
    return mark_once(row=goal, by=by, verb="restore", dropped_at=None)


# -- Indicators -----------------------------------------------------------------------------------


@transaction.atomic
def create_indicator(
    *, goal: Goal, by: User, values: Mapping, submission: uuid.UUID | None = None
) -> Indicator:
    """One more way to see the goal. The same submission twice makes one. Raises GoalProblem."""
    plan = goal.plan
    lock_goals(plan)
    if submission and (there := plan.indicators.filter(submission=submission).first()):
        return there
    _make_room(plan, by_hand=not values["automatic"])
    made = Indicator.objects.create(plan=plan, goal=goal, submission=submission, **values)
    record(plan=plan, by=by, verb="create", obj=made)
    return made


@transaction.atomic
def change_indicator(
    *, indicator: Indicator, by: User, values: Mapping, changed: Iterable[str], version: int
) -> None:
    """Write what was changed. Raises StaleVersion, and GoalProblem for one too many by hand."""
    lock_goals(indicator.plan)
    _make_room(indicator.plan, by_hand=bool(indicator.automatic) and not values["automatic"])
    change_row(row=indicator, by=by, values=values, changed=changed, version=version)


def _make_room(plan: Plan, *, by_hand: bool) -> None:
    if by_hand and plan.indicators.standing().by_hand().count() >= MOST_BY_HAND:
        raise GoalProblem(f"I tæller allerede {MOST_BY_HAND} tal i hånden. Læg nogle væk først")


def drop_indicator(*, indicator: Indicator, by: User, now: datetime) -> bool:
    """Stop counting it; what was counted is kept."""
    return mark_once(row=indicator, by=by, verb="archive", dropped_at=now)


@transaction.atomic
def restore_indicator(*, indicator: Indicator, by: User) -> bool:
    """Count it again. Raises GoalProblem for one too many by hand."""
    lock_goals(indicator.plan)
    _make_room(indicator.plan, by_hand=bool(indicator.dropped_at) and not indicator.automatic)
    return mark_once(row=indicator, by=by, verb="restore", dropped_at=None)


# -- Stories --------------------------------------------------------------------------------------


@transaction.atomic
def tell_story(*, goal: Goal, by: User, values: Mapping, submission: uuid.UUID | None = None) -> GoalStory:
    """What happened, beside the goal's figures. The same submission twice makes one."""
    lock_goals(goal.plan)
    if submission and (there := goal.plan.goalstorys.filter(submission=submission).first()):
        return there
    story = GoalStory.objects.create(plan=goal.plan, goal=goal, by=by, submission=submission, **values)
    record(plan=goal.plan, by=by, verb="create", obj=story)
    return story


def change_story(
    *, story: GoalStory, by: User, values: Mapping, changed: Iterable[str], version: int
) -> None:
    """Write what was changed. Raises StaleVersion."""
    change_row(row=story, by=by, values=values, changed=changed, version=version)


def remove_story(*, story: GoalStory, by: User, now: datetime) -> bool:
    """Take it away."""
    return mark_once(row=story, by=by, verb="delete", removed_at=now)


def restore_story(*, story: GoalStory, by: User) -> bool:
    """Put it back."""
    return mark_once(row=story, by=by, verb="restore", removed_at=None)
