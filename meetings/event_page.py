"""What the pages of one event share, for staff."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from accounts.access import Permission, may, require
from config.danish import capitalised, count
from meetings.event_mail import when_of
from meetings.models import Event
from meetings.signups import Places, takes_signups


@dataclass(frozen=True)
class EventFrame:
    """An event, and what the member may do with it."""

    event: Event
    edits: bool
    now: datetime
    today: date

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.event.ends_at <= self.now

    @property
    def is_open(self) -> bool:
        """Whether one can still sign up."""
        return open_for_signups(self.event, self.now)


def event_frame(request: HttpRequest, pk) -> EventFrame:
    """The event of the plan, for all who may see that it is. Raises Http404."""
    require(request.membership, Permission.EVENT_VIEW)
    rows = request.plan.events.with_numbers().select_related("plan", "forum")
    edits = may(request.membership, Permission.EVENT_EDIT)
    return EventFrame(get_object_or_404(rows, pk=pk), edits, timezone.now(), timezone.localdate())


def edited_frame(request: HttpRequest, pk) -> EventFrame:
    """The same for those who may see who comes and change it."""
    require(request.membership, Permission.EVENT_EDIT)
    return event_frame(request, pk)


def open_for_signups(event: Event, now: datetime) -> bool:
    """Whether one can still sign up for the event."""
    return takes_signups(
        begins_at=event.begins_at, closes_on=event.closes_on, is_cancelled=event.cancelled_at is not None,
        now=now, today=timezone.localdate(now),
    )  # fmt: skip


def shared_context(request: HttpRequest, frame: EventFrame, tab: str) -> dict:
    """The head and the tabs of each of the event's pages. The event comes with its numbers."""
    event, slug = frame.event, request.plan.slug
    names = [("event", "Arrangementet")]
    if frame.edits:
        names += [("guests", "Tilmeldte"), ("rounds", "Borde"), ("notes", "Sedler")]
    tabs = [
        {"key": key, "name": name, "url": reverse(f"events:{key}", args=[slug, event.pk])}
        for key, name in names
    ]
    places = Places(event.capacity, event.coming, event.waiting)
    return {
        "place": "forums", "event": event, "tabs": tabs, "tab": tab, "can_edit": frame.edits,
        "when": capitalised(when_of(event, frame.today)), "told": places_told(places),
        "is_over": frame.is_over, "is_open": frame.is_open, "is_full": places.is_full, "today": frame.today,
    }  # fmt: skip


def places_told(places: Places) -> str:
    """How full it is: "12 af 40 pladser er taget · 3 venter"."""
    told = f"{places.coming} af {count(places.capacity, 'plads', 'pladser')} er taget"
    return f"{told} · {places.waiting} venter" if places.waiting else told


def sign_up_url(request: HttpRequest, event: Event) -> str:
    """The whole address that the poster and its QR code lead to."""
    return request.build_absolute_uri(reverse("event_link:sign_up", args=[event.link]))


def site_of(request: HttpRequest) -> str:
    """The address of the app, for the links in mails."""
    return request.build_absolute_uri("/")
