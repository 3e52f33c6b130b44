"""Events in the activity calendar, which is a floor below: what it shows of them, to whom."""

from dataclasses import dataclass

from accounts.access import Permission, may
from accounts.models import Membership, Plan
from exchange import ical
from exchange.availability import Span
from exchange.calendar_facts import TimeShown
from exchange.calendar_shown import Also, CalendarForm
from meetings.event_queries import EventQuerySet
from meetings.models import Event


@dataclass(frozen=True)
class EventEntry(TimeShown):
    """An event as it stands in the calendar."""

    event: Event
    is_event = True
    # An event is for all; whom it is in the way of is not asked.
    groups = ""

    @property
    def key(self) -> tuple:
        """What tells it from all others, also where it stands on two days."""
        return self.event.pk, self.day

    @property
    def span(self) -> Span:
        return Span(self.event.begins_at, self.event.ends_at)

    @property
    def title(self) -> str:
        return self.event.title

    @property
    def text(self) -> str:
        return self.event.text

    @property
    def place(self) -> str:
        return self.event.place

    @property
    def is_off(self) -> bool:
        """Whether it is cancelled."""
        return self.event.cancelled_at is not None


def event_entries(events: EventQuerySet, span: Span) -> list[EventEntry]:
    """Those of the events that are in the span. One query."""
    return [EventEntry(one) for one in events.between(span.begin, span.end)]


def events_for(membership: Membership, filters: CalendarForm, *, for_all: bool = False) -> Also:
    """What the member sees besides activities; with `for_all` only what may stand on the open page.

    Events have no target group, initiative or organiser, so they are gone once one of those is asked for.
    """
    events = membership.plan.events.all()
    if for_all:
        events = events.for_all()
    if not (may(membership, Permission.EVENT_VIEW) and filters.keeps_what_is_for_all):
        events = events.none()
    return lambda span: event_entries(events, span)


def events_to_read(plan: Plan, span: Span) -> list[ical.Entry]:
    """The plan's events as other calendars read them. One query."""
    return [
        ical.Entry(
            key=one.pk, version=one.version, begin=one.begins_at, end=one.ends_at, summary=one.title,
            location=one.place, changed_at=one.created_at, is_cancelled=one.cancelled_at is not None,
        )
        for one in plan.events.between(span.begin, span.end)
    ]  # fmt: skip
