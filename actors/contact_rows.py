"""What a page says of each contact person: the card, the consent as a word, and who may do what next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from accounts.access import HasRole, Permission, may
from actors import consent
from actors.consent import SCOPES, ContactCard, State
from actors.contact_cards import card_of, split_scope
from actors.models import ConsentEvent, Contact
from config.danish import full_date, join_names, long_date

# A yes that ends within this is shown as ending, in time to ask again.
ENDS_SOON = timedelta(days=60)


@dataclass(frozen=True)
class ConsentTag:
    """A consent as a small sign: words, the style of the tag, its icon."""

    text: str
    style: str
    icon: str


@dataclass(frozen=True)
class HistoryLine:
    """One step of a consent in words; `by` is empty when a date did it."""

    on: date
    text: str
    by: str


@dataclass(frozen=True)
class ContactRow:
    """One contact person as the one who is looking may see it.

    All but card, tag and holds is for those who look after contacts.
    """

    pk: UUID
    card: ContactCard
    tag: ConsentTag | None
    holds: bool = False
    next_step: str = ""
    source: str = ""
    informed_on: date | None = None
    reminder: str = ""
    history: tuple[HistoryLine, ...] = ()

    @property
    def shows_details(self) -> bool:
        """True if phone or mail is on the page, which is then logged."""
        return bool(self.card.phone or self.card.email)

    @property
    def phone_link(self) -> str:
        """The number as a phone dials it."""
        return "".join(sign for sign in self.card.phone if sign in "+0123456789")


def contact_rows(contacts: Iterable[Contact], membership: HasRole | None, today: date) -> list[ContactRow]:
    """Rows of those of `contacts` that the member may see, in the order given.

    For those who may change contacts, fetch `consent_events` with their `by` beforehand.
    """
    rows = (contact_row(contact, membership, today) for contact in contacts)
    return [row for row in rows if row is not None]


def contact_row(contact: Contact, membership: HasRole | None, today: date) -> ContactRow | None:
    """The row of one contact, or None if the member may not see that it exists."""
    card = card_of(contact, membership, today)
    if card is None:
        return None
    holds = consent.holds(contact.consent_state, contact.consent_until, today)
    if not may(membership, Permission.CONTACT_EDIT):
        # How a person answered is between them and the team; a yes that is in force is plain to see.
        tag = consent_tag(contact, today) if card.phone or card.email else None
        return ContactRow(contact.pk, card, tag, holds)
    return ContactRow(
        pk=contact.pk,
        card=card,
        tag=consent_tag(contact, today),
        holds=holds,
        next_step=_next_step(contact, today),
        source=contact.source,
        informed_on=contact.informed_on,
        reminder=_reminder(contact, today),
        history=tuple(history_line(event, today) for event in contact.consent_events.all()),
    )


def consent_tag(contact: Contact, today: date) -> ConsentTag:
    """Where the consent stands on `today`, in a few words."""
    until = contact.consent_until
    state = consent.state_on(contact.consent_state, until, today)
    if state == State.GIVEN:
        soon = until - today <= ENDS_SOON
        # The year is always said: a date alone would leave a reader guessing which.
        text = f"Til {full_date(until)}"
        return ConsentTag(text, "warn", "history") if soon else ConsentTag(text, "ok", "check")
    if state == State.EXPIRED:
        return ConsentTag(f"Udløb {long_date(until, today)}" if until else "Udløbet", "warn", "history")
    return {
        State.NOT_ASKED: ConsentTag("Ikke spurgt", "", "circle-question-mark"),
        State.ASKED: ConsentTag("Spurgt, venter på svar", "info", "clock"),
        State.REFUSED: ConsentTag("Sagt nej", "", "ban"),
        State.WITHDRAWN: ConsentTag("Trukket tilbage", "", "undo-2"),
    }[state]


def history_line(event: ConsentEvent, today: date) -> HistoryLine:
    """One event of the history in words."""
    on = timezone.localdate(event.at)
    text = {
        State.ASKED: "Spurgt om samtykke",
        State.GIVEN: "Sagde ja",
        State.REFUSED: "Sagde nej",
        State.WITHDRAWN: "Trak samtykket tilbage",
        State.EXPIRED: "Samtykket udløb",
    }.get(State(event.state), "Ikke spurgt")
    if event.state == State.GIVEN:
        text = f"Sagde ja {event.get_method_display().lower()} til: {scope_in_words(event.scope)}"
    return HistoryLine(on, text, event.by.name if event.by else "")


def scope_in_words(stored: str) -> str:
    """Those a yes names, in a sentence: "helhedsplanens medarbejdere og partnere"."""
    chosen = split_scope(stored)
    return join_names(scope.name.lower() for key, scope in SCOPES.items() if key in chosen)


def _next_step(contact: Contact, today: date) -> str:
    """What the button about consent says."""
    return {
        State.GIVEN: "Træk samtykke tilbage",
        State.ASKED: "Skriv svar",
        State.EXPIRED: "Bed om nyt samtykke",
    }.get(consent.state_on(contact.consent_state, contact.consent_until, today), "Bed om samtykke")


def _reminder(contact: Contact, today: date) -> str:
    """A gentle word when nobody has told the person within a month that they stand here."""
    if not consent.informing_is_due(timezone.localdate(contact.created_at), contact.informed_on, today):
        return ""
    return f"Fortæl {consent.first_name(contact.name)}, at I har skrevet navnet op, og hvor I har det fra."
