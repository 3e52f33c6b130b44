"""From stored contacts to what the one who is looking may see of them.

Every output that shows a contact person goes through here: lists, profile, search, export, print.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from accounts.access import HasRole, audience_of
from actors.consent import SCOPES, ContactCard, ContactFacts, visible_contact
from actors.models import Contact


def facts_of(contact: Contact) -> ContactFacts:
    """The stored row as the rules want it."""
    return ContactFacts(
        name=contact.name,
        role=contact.role,
        phone=contact.phone,
        email=contact.email,
        state=contact.consent_state,
        scope=split_scope(contact.consent_scope),
        until=contact.consent_until,
    )


def card_of(contact: Contact, membership: HasRole | None, today: date) -> ContactCard | None:
    """What the member may see of the contact; None if nothing.

    Deleted contacts and support see nothing: support is let in to look at the tool, not at people.
    """
    if contact.deleted_at is not None or (membership is not None and membership.role == "support"):
        return None
    return visible_contact(facts_of(contact), audience_of(membership), today)


def contact_cards(
    contacts: Iterable[Contact], membership: HasRole | None, today: date
) -> list[tuple[UUID, ContactCard]]:
    """(contact id, card) for those of `contacts` that the member may see, in the order given."""
    cards = ((contact.pk, card_of(contact, membership, today)) for contact in contacts)
    return [(pk, card) for pk, card in cards if card is not None]


def with_details_shown(contacts: Iterable[Contact], membership: HasRole | None, today: date) -> list[Contact]:
    """Those of `contacts` whose phone or mail the member may see: the ones whose showing is logged."""
    cards = ((contact, card_of(contact, membership, today)) for contact in contacts)
    return [contact for contact, card in cards if card and (card.phone or card.email)]


def split_scope(stored: str) -> frozenset[str]:
    """The scopes in the column's text: "team,plan" -> {"team", "plan"}."""
    return frozenset(filter(None, stored.split(",")))


def join_scope(scope: Iterable[str]) -> str:
    """The column's text for a set of scopes, nearest first: {"plan", "team"} -> "team,plan"."""
    chosen = frozenset(scope)
    return ",".join(one for one in SCOPES if one in chosen)
