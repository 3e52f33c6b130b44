"""What the tests of invitations share: a forum with people who can be written to, and their letters."""

import re
from datetime import date, timedelta

from django.core import mail
from icalendar import Calendar

from tests import factories

LINK = re.compile(r"http://testserver(/\S+)")


def says_yes(contact, until=date(2027, 11, 30)):
    """The contact stands with their mail, for the team alone."""
    contact.consent_state, contact.consent_scope, contact.consent_until = "given", "team", until
    contact.save()
    return contact


def reachable(actor, name="Lone Riis", email="lone@skolen.example"):
    """A contact of the actor who has said yes."""
    return says_yes(factories.make_contact(actor, name, email=email))


def letters(to=None) -> list:
    """The mails that went out, or those to one address."""
    return [one for one in mail.outbox if to is None or one.to == [to]]


def link_in(letter) -> str:
    """The path that the mail leads to."""
    return LINK.search(letter.body)[1]


def entry_in(letter):
    """(method, event) of the calendar file, read back by icalendar as a phone would."""
    (part,) = letter.attachments
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == str(calendar["method"])
    assert calendar.walk("VTIMEZONE")
    (event,) = calendar.walk("VEVENT")
    return str(calendar["method"]), event


def later(meeting, days=7):
    """The meeting is moved by some days."""
    meeting.begins_at += timedelta(days=days)
    meeting.ends_at += timedelta(days=days)
    meeting.save()
