"""Who stands in a report: for the log, and so that a kept file is not given out too long."""

import hashlib
from collections.abc import Iterable

from actors.contact_cards import contact_cards, with_details_shown
from actors.models import Contact
from reports.paper_ask import Ask
from reports.papers import Paper

CHANGED = (
    "Et samtykke eller en kontaktperson er ændret, siden rapporten blev lavet. Lav den igen, så den passer."
)
LETTERS = 16


def shown_in(paper: Paper, ask: Ask) -> list[Contact]:
    """Those whose phone or mail the member sees in this report as of now."""
    return with_details_shown(_contacts(paper, ask), ask.membership, ask.today)


def marks_of(paper: Paper, ask: Ask) -> list[str]:
    """A mark for each who stands in it, which changes with what is shown of them."""
    cards = contact_cards(_contacts(paper, ask), ask.membership, ask.today)
    told = (f"{pk} {card.name} {card.role} {card.phone} {card.email}" for pk, card in cards)
    return sorted(hashlib.sha256(one.encode()).hexdigest()[:LETTERS] for one in told)


def still_may_be_seen(marks: Iterable[str], paper: Paper, ask: Ask) -> bool:
    """Whether all that stands in a kept file may still be seen, unchanged."""
    return set(marks) <= set(marks_of(paper, ask))


def _contacts(paper: Paper, ask: Ask) -> Iterable[Contact]:
    if not paper.has_contacts:
        return []
    contacts = ask.plan.contacts.current().select_related("plan")
    return contacts.filter(actor=ask.actor) if ask.actor else contacts
