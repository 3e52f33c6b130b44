"""A calendar as text that other calendars read (iCalendar, RFC 5545). The one place that knows icalendar."""

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


# -- Reading --------------------------------------------------------------------------------------------

EVENTS_AT_MOST = 500
# What no text holds, and a database may refuse.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Unreadable(ValueError):
    """A file that is no calendar we can read; str() is a plain Danish sentence."""


@dataclass(frozen=True, slots=True)
class Read:
    """One event of somebody else's calendar; times as they stand there: with a zone, without, or a day.

    Of an odd one they may be anything.
    """

    uid: str
    begin: date | datetime
    end: date | datetime
    summary: str
    description: str = ""
    location: str = ""
    # {"FREQ": ["WEEKLY"], …}; None for one time alone.
    rule: Mapping[str, Sequence] | None = None
    skipped: tuple[date | datetime, ...] = ()
    # Which time of a series this one stands for.
    instead_of: date | datetime | None = None
    is_cancelled: bool = False
    is_private: bool = False
    # Something about when it is that we do not read.
    is_odd: bool = False


def read_calendar(data: bytes) -> list[Read]:
    """The events of a calendar file. Raises Unreadable; nothing of a file that is broken is used."""
    try:
        calendar = Calendar.from_ical(data.decode("utf-8-sig"))
        events = list(calendar.walk("VEVENT"))
        if calendar.name != "VCALENDAR" or len(events) > EVENTS_AT_MOST:
            raise Unreadable(
                f"Kalenderen har over {EVENTS_AT_MOST} aktiviteter. Hent et kortere stykke af den."
                if len(events) > EVENTS_AT_MOST
                else "Filen er ikke en kalender. Hent den som .ics, og prøv igen."
            )
        return [_read(event) for event in events]
    except Unreadable:
        raise
    # A broken file breaks in many places of the reader, each in its own way.
    except Exception as error:
        raise Unreadable("Filen kan ikke læses som kalender. Hent den som .ics, og prøv igen.") from error


def _read(event: Event) -> Read:
    begin, rules, skipped = event["dtstart"].dt, event.get("rrule"), tuple(_days(event.get("exdate")))
    end = _end_of(event, begin)
    rule = {key: list(value) for key, value in rules.items()} if isinstance(rules, Mapping) else None
    instead_of = event["recurrence-id"].dt if "recurrence-id" in event else None
    # A duration, a period or a time of day may be written where a day or a moment is meant.
    whens = (begin, end, instead_of or begin, *skipped, *(rule or {}).get("UNTIL", ()))
    return Read(
        uid=_text(event, "uid"), begin=begin, end=end, summary=_text(event, "summary"),
        description=_text(event, "description"), location=_text(event, "location"),
        rule=rule, skipped=skipped, instead_of=instead_of,
        is_cancelled=str(event.get("status", "")).upper() == "CANCELLED",
        is_private=str(event.get("class", "PUBLIC")).upper() not in ("PUBLIC", ""),
        is_odd="rdate" in event or isinstance(rules, list) or not all(isinstance(at, date) for at in whens),
    )  # fmt: skip


def _text(event: Event, name: str) -> str:
    return CONTROL.sub("", str(event.get(name, "")))


def _end_of(event: Event, begin: date | datetime) -> date | datetime | None:
    """When it ends; without a word on it a day lasts the day, and a time an hour. None when it is odd."""
    if "dtend" in event:
        return event["dtend"].dt
    usual = timedelta(hours=1) if isinstance(begin, datetime) else timedelta(days=1)
    try:
        return begin + (event["duration"].dt if "duration" in event else usual)
    except (TypeError, OverflowError):
        return None


def _days(found) -> Iterator[date | datetime]:
    """The days of one or more EXDATE lines."""
    for line in found if isinstance(found, list) else filter(None, [found]):
        yield from (one.dt for one in line.dts)
