"""Mail that goes out once what it tells of is kept, and that never stops the one who caused it."""

import logging
from dataclasses import dataclass
from email.mime.text import MIMEText

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar entry that goes with a mail; `method` is what it asks of a calendar (REQUEST, CANCEL)."""

    name: str
    text: str
    method: str


def mail_when_kept(
    *,
    to: str,
    subject: str,
    template: str,
    context: dict,
    calendar: CalendarFile | None = None,
    stop_url: str = "",
) -> None:
    """Send the text `template` to one address after the transaction; nothing for "".

    `stop_url` is where one gets no more of a mail that comes again and again; mail programs show it.

    One mail per address, so that nobody learns who else was written to. A server that does not answer is
    logged: what was saved stays saved.
    """
    if not to:
        return
    # A line break in a subject would make a header of its own.
    line = " ".join(subject.split())
    text = render_to_string(template, context).strip() + "\n"
    transaction.on_commit(lambda: _send(to, line, text, calendar, stop_url))


def _send(to: str, subject: str, text: str, calendar: CalendarFile | None, stop_url: str) -> None:
    headers = {"List-Unsubscribe": f"<{stop_url}>"} if stop_url else {}
    letter = EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [to], headers=headers)
    if calendar:
        letter.attach(_attachment(calendar))
    try:
        letter.send()
    except OSError:
        log.exception("A mail could not be sent.")


def _attachment(calendar: CalendarFile) -> MIMEText:
    """The entry as mail programs look for it: text/calendar that says its method (RFC 6047)."""
    part = MIMEText(calendar.text, "calendar", "utf-8")
    part.set_param("method", calendar.method)
    part.add_header("Content-Disposition", "attachment", filename=calendar.name)
    return part
