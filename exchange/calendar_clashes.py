"""Which activities are in each other's way, and what was answered: rows in, `mapping.clashes` decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.models import Plan
from config.danish import join_names, long_date, weekday
from exchange.availability import Span, on_the_wall
from exchange.calendar_facts import times, with_all
from exchange.calendar_times import LONGEST, LOOK_AHEAD
from mapping.clash_actions import in_order
from mapping.clashes import (
    Clash,
    Neighbours,
    Planned,
    Time,
    clash_of,
    clashes,
    clashes_with,
    fingerprint,
    neighbours_of,
)
from mapping.models import Activity, ClashAnswer, ClashChoice


@dataclass(frozen=True, slots=True)
class Pair:
    """Two activities that compete, how, and what was answered, if anything."""

    one: Activity
    other: Activity
    clash: Clash
    answer: ClashAnswer | None = None

    @property
    def groups(self) -> str:
        """For whom both are: "unge 18+ og ældre"."""
        names = {str(group.pk): group.name for group in self.one.target_groups.all()}
        return join_names([_in_sentence(names[pk]) for pk in sorted(self.clash.groups, key=names.get)])

    @property
    def days(self) -> int:
        """On how many days."""
        return len({mine.day for mine, _ in self.clash.times})

    @property
    def first(self) -> tuple[Time, Time]:
        """The first time of each that meet."""
        return self.clash.times[0]

    @property
    def sentence(self) -> str:
        """ "To tilbud til unge 18+ samme aften torsdag 3. december." """
        mine, its = self.first
        how = "samtidig" if mine.overlaps(its) else "samme aften"
        return f"To tilbud til {self.groups} {how} {weekday(mine.day)} {long_date(mine.day)}."


def _in_sentence(name: str) -> str:
    """ "Unge 18+" as "unge 18+"; "SFO" stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def ahead(now: datetime) -> Span:
    """As far as clashes are told of."""
    return Span(now, now + LOOK_AHEAD)


def neighbours_in(plan: Plan) -> Neighbours:
    """Which areas are neighbours. One query."""
    pairs = plan.neighbourareas.values_list("one", "other")
    return neighbours_of((str(one), str(other)) for one, other in pairs)


def planned_of(activity: Activity, within: Span) -> Planned:
    """The activity as the rule takes it; nothing that is cancelled, or goes on for ever."""
    found = () if activity.cancelled_at else times(activity, within)
    return Planned(
        key=str(activity.pk), actor=str(activity.actor_id),
        groups=frozenset(str(group.pk) for group in activity.target_groups.all()),
        area=str(activity.area_id) if activity.area_id else None,
        times=tuple(
            _on_wall(one.span) for one in found if not one.is_cancelled and one.span.length <= LONGEST
        ),
        initiative=str(activity.initiative_id) if activity.initiative_id else None,
    )  # fmt: skip


def _on_wall(span: Span) -> Time:
    return Time(on_the_wall(span.begin), on_the_wall(span.end))


def fingerprint_of(one: Activity, other: Activity) -> str:
    """What an answer is about: the times of both."""
    return fingerprint(*(_pattern(activity) for activity in (one, other)))


def _pattern(activity: Activity) -> tuple:
    moved = [(row.day, row.begins_at, row.ends_at) for row in activity.changes.all() if row.begins_at]
    spans = (on_the_wall(at).replace(tzinfo=None) for at in (activity.begins_at, activity.ends_at))
    told = [tuple(str(on_the_wall(at).replace(tzinfo=None)) for at in row[1:]) for row in moved]
    return (activity.pk, *spans, activity.every, activity.until, sorted(told))


def clashing_ids(plan: Plan, activities: Sequence[Activity], span: Span) -> frozenset[str]:
    """The ids of those with an unanswered clash in the span. Two queries."""
    return frozenset(
        str(one.pk) for pair in open_pairs(plan, activities, span) for one in (pair.one, pair.other)
    )


def open_pairs(plan: Plan, activities: Sequence[Activity], span: Span) -> list[Pair]:
    """The clashes among them in the span that nobody has answered."""
    return [pair for pair in pairs_in(plan, activities, span) if pair.answer is None]


def pairs_in(plan: Plan, activities: Sequence[Activity], span: Span) -> list[Pair]:
    """All clashes among them in the span, the soonest first, with their answers."""
    found = clashes([planned_of(one, span) for one in activities], neighbours_in(plan))
    by_id = {str(one.pk): one for one in activities}
    answers = _answers(plan) if found else {}
    return [_pair(by_id[clash.one], by_id[clash.other], clash, answers) for clash in found]


def pairs_of(activity: Activity, now: datetime) -> list[Pair]:
    """The clashes of one activity, with their answers; it is the first of each pair."""
    plan, span = activity.plan, ahead(now)
    there = _others(activity, span)
    neighbours = neighbours_in(plan)
    found = clashes_with(planned_of(activity, span), [planned_of(one, span) for one in there], neighbours)
    by_id = {str(one.pk): one for one in there}
    answers = _answers(plan) if found else {}
    return [_pair(activity, by_id[clash.other], clash, answers) for clash in found]


def _others(activity: Activity, span: Span) -> list[Activity]:
    """Those that may compete: for one of its groups, some time in the span."""
    groups = [group.pk for group in activity.target_groups.all()]
    there = activity.plan.activitys.standing().filter(target_groups__in=groups).exclude(pk=activity.pk)
    return list(with_all(there.perhaps_between(span.begin, span.end).distinct())) if groups else []


def pair_of(one: Activity, other: Activity, now: datetime) -> Pair | None:
    """The two, if they are in each other's way."""
    span = ahead(now)
    clash = clash_of(planned_of(one, span), planned_of(other, span), neighbours_in(one.plan))
    return _pair(one, other, clash, _answers(one.plan)) if clash else None


def _answers(plan: Plan) -> dict[tuple, ClashAnswer]:
    """Those that settle: somebody keeps both. One query."""
    rows = plan.clashanswers.filter(choice=ClashChoice.KEPT).select_related("answered_by")
    return {(row.first_id, row.second_id, row.fingerprint): row for row in rows}


def _pair(one: Activity, other: Activity, clash: Clash, answers: dict) -> Pair:
    first, second = in_order(one, other)
    return Pair(one, other, clash, answers.get((first.pk, second.pk, fingerprint_of(one, other))))


def rivals_of(activity: Activity, span: Span) -> list[Planned]:
    """All that may compete with it, as the rule takes them."""
    return [planned_of(one, span) for one in _others(activity, span)]
