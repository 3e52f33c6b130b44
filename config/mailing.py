"""Mail that goes out once what it tells of is kept, and that never stops the one who caused it."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


def mail_when_kept(*, to: str, subject: str, template: str, context: dict) -> None:
    """Send the text `template` to one address after the transaction; nothing for "".

    One mail per address, so that nobody learns who else was written to. A server that does not answer is
    logged: what was saved stays saved.
    """
    if not to:
        return
    # A line break in a subject would make a header of its own.
    line = " ".join(subject.split())
    text = render_to_string(template, context).strip() + "\n"
    transaction.on_commit(lambda: _send(to, line, text))


def _send(to: str, subject: str, text: str) -> None:
    try:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [to])
    except OSError:
        log.exception("A mail could not be sent.")
