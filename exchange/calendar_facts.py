"""From stored activities to what the calendar shows of them, the same few queries for any number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID, uuid5

from django.db.models import Prefetch, QuerySet

from accounts.models import Plan
from exchange import ical
from exchange.availability import Span, hours, on_the_wall
from exchange.calendar_times import Change, Once, Pattern, times_of
from exchange.models import Hold
from mapping.models import Activity


class TimeShown:
    """Mixin of one time in the calendar: knows its `span`, and what the pages ask of any entry."""

    __slots__ = ()
    span: Span
    is_event = False
    clashes = False
    is_moved = False

    @property
    def hours(self) -> str:
        """ "kl. 16–18", "hele dagen"."""
        begin, end = self.begin, on_the_wall(self.span.end)
        return "hele dagen" if begin.time() == end.time() == time(0) else hours(self.span)

    @property
    def day(self) -> date:
        """The day on the wall that it begins on."""
        return self.begin.date()

    @property
    def begin(self) -> datetime:
        """When it begins, as the wall shows it."""
        return on_the_wall(self.span.begin)


@dataclass(frozen=True)
class Entry(TimeShown):
    """One time of an activity; `place` is the rooms that are booked, else what was written."""

    activity: Activity
    once: Once
    place: str
    clashes: bool = False

    @property
    def key(self) -> tuple:
        """What tells it from all others, also where it stands on two days."""
        return self.activity.pk, self.once.day

    @property
    def span(self) -> Span:
        return self.once.span

    @property
    def title(self) -> str:
        return self.activity.title

    @property
    def text(self) -> str:
        return self.activity.text

    @property
    def is_moved(self) -> bool:
        return self.once.is_moved

    @property
    def is_off(self) -> bool:
        """Whether this time, or all of it, is cancelled."""
        return self.once.is_cancelled or self.activity.cancelled_at is not None

    @property
    def groups(self) -> str:
        """The names of those it is for."""
        return ", ".join(group.name for group in self.activity.target_groups.all())


def in_order(entries: Iterable[TimeShown]) -> list[TimeShown]:
    """As they stand in the calendar: by time, then by name."""
    return sorted(entries, key=lambda entry: (entry.span, entry.title, entry.key))


def with_all(activities: QuerySet) -> QuerySet:
    """The activities with what is told of them: three queries more for any number."""
    joined = Prefetch("merged", queryset=Activity.objects.select_related("actor"))
    there = activities.select_related("actor", "area", "initiative")
    return there.prefetch_related("target_groups", "changes", joined)


def pattern_of(activity: Activity) -> Pattern:
    """How it comes back."""
    return Pattern(activity.begins_at, activity.ends_at, activity.every, activity.until)


def changes_of(activity: Activity) -> list[Change]:
    """The days that are another."""
    return [
        Change(row.day, Span(row.begins_at, row.ends_at) if row.begins_at else None)
        for row in activity.changes.all()
    ]


def times(activity: Activity, within: Span | None = None) -> list[Once]:
    """Every time of it, or those within."""
    return times_of(pattern_of(activity), changes_of(activity), within)


def rooms(plan: Plan, span: Span | None = None) -> dict[UUID, str]:
    """{activity: the places that are booked for it}, perhaps for times in the span alone. One query."""
    holds = Hold.objects.filter(plan=plan, is_live=True, booking__activity__isnull=False)
    if span:
        holds = holds.filter(booking__begins_at__lt=span.end, booking__ends_at__gt=span.begin)
    found: dict[UUID, list[str]] = {}
    rows = holds.order_by("-facility__kind", "facility__name")
    for activity, name in rows.values_list("booking__activity", "facility__name"):
        if name not in found.setdefault(activity, []):
            found[activity].append(name)
    return {activity: ", ".join(names) for activity, names in found.items()}


def activities_in(plan: Plan, span: Span) -> list[Activity]:
    """Those that have a time in the span, cancelled ones among them, but not what became part of another."""
    return list(with_all(plan.activitys.filter(merged_into=None).perhaps_between(span.begin, span.end)))


def entries_of(
    activities: Iterable[Activity], span: Span, places: dict[UUID, str], clashing: frozenset = frozenset()
) -> list[Entry]:
    """Their times in the span, in order. `clashing` are ids of those that are in somebody's way there."""
    found = [
        Entry(one, once, places.get(one.pk) or one.place, str(one.pk) in clashing)
        for one in activities
        for once in times(one, span)
    ]
    return in_order(found)


def activity_entries(plan: Plan, span: Span) -> list[ical.Entry]:
    """The plan's activities as calendars read them, each time by itself. Six queries."""
    found = entries_of(activities_in(plan, span), span, rooms(plan, span))
    return [
        ical.Entry(
            key=uuid5(one.activity.pk, one.once.day.isoformat()), version=one.activity.version,
            begin=one.once.span.begin, end=one.once.span.end, location=one.place,
            summary=f"{one.activity.title} ({one.activity.actor.label})",
            changed_at=one.activity.created_at, is_cancelled=one.is_off,
        )
        for one in found
    ]  # fmt: skip


def organisers(activity: Activity) -> Iterator:
    """The actors behind it: its own, and those whose activity became part of it."""
    yield activity.actor
    seen = {activity.actor_id}
    for other in activity.merged.all():
        if other.actor_id not in seen:
            seen.add(other.actor_id)
            yield other.actor
