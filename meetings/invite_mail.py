"""The mails about a meeting: asked to it, it is changed, it is off; each with its calendar entry.

A mail tells its reader about the meeting and their own part of it, and nothing about anybody else.
"""

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from config.mailing import CalendarFile, mail_when_kept
from exchange.ical import Asked, Entry, invitation_text
from meetings.inviting import Letter, Said
from meetings.models import Invite, Meeting
from meetings.presence import Part
from meetings.recipients import Recipient
from meetings.seat_links import let_in
from meetings.times import meeting_row

_SUBJECTS = {
    Letter.FIRST: "{forum} mødes {day}",
    Letter.CHANGED: "Ændret: {forum} mødes {day}",
    Letter.REWORDED: "Ændret: {forum} mødes {day}",
    Letter.CALLED_OFF: "Aflyst: {forum} {day}",
}
_LEADS = {
    Letter.FIRST: "Velkommen til møde i {forum}.",
    Letter.CHANGED: "Mødet i {forum} har fået en ny tid. Svar igen, så vi ved, om du kan.",
    Letter.REWORDED: "Der er ændret noget ved mødet i {forum}. Dit svar gælder stadig.",
    Letter.CALLED_OFF: "Mødet i {forum} er aflyst.",
}
AGAIN = "Vi mangler dit svar på mødet i {forum}."
INSTEAD = "Du er suppleant for {seat}, og denne gang er det dig, der er med i {forum}."
NO_LONGER = "Du skal ikke med til mødet i {forum} alligevel."


def said_of(meeting: Meeting, part: Part) -> Said:
    """What the calendar entry of a seat with this part says."""
    return Said(part.begin, part.end, f"Møde i {meeting.forum.name}", meeting.place, part.words)


def write(
    *, invite: Invite, to: Recipient, meeting: Meeting, part: Part, letter: Letter, now: datetime, site: str,
    lead: str = "",
) -> None:  # fmt: skip
    """Send one mail once the transaction is kept; `lead` stands instead of the letter's own first words.

    `site` begins the link ("https://paabanen.example"). The row already says which SEQUENCE this is.
    """
    row, off = meeting_row(meeting, timezone.localdate(now)), letter == Letter.CALLED_OFF
    words = {"forum": meeting.forum.name, "day": row.short, "seat": to.seat.title}
    link = "" if off else site.rstrip("/") + reverse("invited:reply", args=[let_in(to, now, meeting=meeting)])
    context = {
        "hello": to.hello, "lead": (lead or _LEADS[letter]).format(**words), "day": row.day,
        "clock": row.clock, "place": meeting.place, "why": "" if off else meeting.why,
        "part": "" if off else part.words, "link": link, "forum": meeting.forum.name,
        "plan": meeting.plan.name,
    }  # fmt: skip
    mail_when_kept(
        to=to.email, subject=_SUBJECTS[letter].format(**words), template="meetings/mail_invite.txt",
        context=context, calendar=_calendar(invite, to, meeting, part, off=off, now=now),
    )  # fmt: skip


def _calendar(invite: Invite, to: Recipient, meeting: Meeting, part: Part, *, off: bool, now: datetime):
    said = said_of(meeting, part)
    entry = Entry(
        key=invite.pk, version=invite.sequence + 1, begin=said.begin, end=said.end, summary=said.title,
        location=said.place, changed_at=now, is_cancelled=off,
    )  # fmt: skip
    asked = Asked(parseaddr(settings.DEFAULT_FROM_EMAIL)[1], meeting.forum.name, to.email)
    about = " ".join(filter(None, (meeting.why, part.words, "Svar med linket i mailen.")))
    text = invitation_text(entry, asked, "" if off else about).decode()
    return CalendarFile("moede.ics", text, "CANCEL" if off else "REQUEST")
