"""A calendar as text that other calendars read (iCalendar, RFC 5545). The one place that knows icalendar."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

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


def calendar_text(name: str, entries: Iterable[Entry]) -> bytes:
    """The calendar with its time zone, so that a time stays what the wall in Copenhagen shows."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    found = sorted(entries, key=lambda one: (one.begin, one.key))
    for entry in found:
        calendar.add_component(_event(entry))
    if found:
        years = [found[0].begin.year - 1, found[-1].end.year + 2]
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
