"""A calendar as text that other calendars read (iCalendar, RFC 5545). The one place that knows icalendar."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

ZONE = ZoneInfo("Europe/Copenhagen")
MAKER = "-//paabanen//lokaler//DA"


@dataclass(frozen=True, slots=True)
class Entry:
    """One time somebody has something. It became what it is at `changed_at`, by `version` steps."""

    key: uuid.UUID
    version: int
    begin: datetime
    end: datetime
    summary: str
    location: str
    changed_at: datetime
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked to a thing and by whom, as mail addresses; nobody else who was asked is named."""

    organiser: str
    organiser_name: str
    attendee: str


def calendar_text(name: str, entries: Iterable[Entry]) -> bytes:
    """The calendar with its time zone, so that a time stays what the wall in Copenhagen shows."""
    calendar = _calendar("PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    found = sorted(entries, key=lambda one: (one.begin, one.key))
    return _with_events(calendar, found, [_event(entry) for entry in found])


def invitation_text(entry: Entry, asked: Asked, description: str = "") -> bytes:
    """One entry as a mail carries it (iTIP, RFC 5546): asked to it, told of a change, or that it is off.

    A calendar knows the entry again by its UID and takes the highest SEQUENCE, so `entry.version` must have
    grown since the last one that said something else.
    """
    calendar, event = _calendar("CANCEL" if entry.is_cancelled else "REQUEST"), _event(entry)
    organiser = vCalAddress(f"mailto:{asked.organiser}")
    organiser.params["CN"] = vText(asked.organiser_name)
    event.add("organizer", organiser)
    attendee = vCalAddress(f"mailto:{asked.attendee}")
    # One answers by the link in the mail; the organiser's mailbox reads no calendars' answers.
    attendee.params["RSVP"] = vText("FALSE")
    attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
    event.add("attendee", attendee)
    if description:
        event.add("description", description)
    return _with_events(calendar, [entry], [event])


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _with_events(calendar: Calendar, entries: Sequence[Entry], events: Iterable[Event]) -> bytes:
    """The calendar as text, with the time zone for the years of the entries, which are in order."""
    for event in events:
        calendar.add_component(event)
    if entries:
        years = [entries[0].begin.year - 1, entries[-1].end.year + 2]
        calendar.add_missing_timezones(date(years[0], 1, 1), date(years[1], 1, 1))
    return calendar.to_ical()


def _event(entry: Entry) -> Event:
    event = Event()
    # The same at each visit, and not the id that our own addresses hold.
    event.add("uid", f"{uuid.uuid5(entry.key, MAKER).hex}@paabanen")
    event.add("sequence", entry.version - 1)
    event.add("dtstamp", entry.changed_at)
    event.add("dtstart", entry.begin.astimezone(ZONE))
    event.add("dtend", entry.end.astimezone(ZONE))
    event.add("summary", entry.summary)
    if entry.location:
        event.add("location", entry.location)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event
