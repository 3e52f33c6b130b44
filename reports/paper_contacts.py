"""Whose phone and mail stand in a report: for the log, and so that a kept file is not given out too long."""

import hashlib
from collections.abc import Iterable

from actors.contact_cards import with_details_shown
from actors.models import Contact
from reports.paper_ask import Ask
from reports.papers import Paper

CHANGED = (
    "Et samtykke eller en kontaktperson er ændret, siden rapporten blev lavet. Lav den igen, så den passer."
)
LETTERS = 16


def shown_in(paper: Paper, ask: Ask) -> list[Contact]:
    """Those whose phone or mail the member sees in this report as of now."""
    if not paper.has_contacts:
        return []
    contacts = ask.plan.contacts.current().select_related("plan")
    if ask.actor:
        contacts = contacts.filter(actor=ask.actor)
    return with_details_shown(contacts, ask.membership, ask.today)


def marks_of(contacts: Iterable[Contact]) -> list[str]:
    """A mark for each, which changes with the phone or the mail and tells neither."""
    return sorted(
        hashlib.sha256(f"{one.pk} {one.phone} {one.email}".encode()).hexdigest()[:LETTERS] for one in contacts
    )


def still_may_be_seen(marks: Iterable[str], paper: Paper, ask: Ask) -> bool:
    """Whether all that stands in a kept file may still be seen, unchanged."""
    return set(marks) <= set(marks_of(shown_in(paper, ask)))
