"""Where the one in a seat can be written to.

A member of the plan by their own mail; a contact only while their consent holds, whoever it reaches, since
nobody sees the address for that; else the common mailbox of the seat's organisation.
"""

from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from actors.consent import first_name, holds
from actors.models import Contact
from meetings.models import ForumSeat


@dataclass(frozen=True)
class Recipient:
    """One mailbox that speaks for a seat. `hello` is what the mail calls its reader."""

    seat: ForumSeat
    email: str
    hello: str
    is_stand_in: bool = False
    contact: Contact | None = None
    membership: Membership | None = None

    @property
    def person(self) -> dict:
        """The columns that remember whom it was sent to."""
        return {"contact": self.contact, "membership": self.membership}


def recipient_of(seat: ForumSeat, today: date) -> Recipient | None:
    """Who is asked for the seat; None when nobody can be written to. Fetch its people beforehand."""
    own = _person(seat, seat.contact, seat.membership, today, is_stand_in=False)
    if own or seat.actor is None or seat.actor.archived_at or not seat.actor.email:
        return own
    return Recipient(seat, seat.actor.email, seat.actor.name)


def stand_in_of(seat: ForumSeat, today: date) -> Recipient | None:
    """Who comes instead, when they can be written to."""
    return _person(seat, seat.stand_in_contact, seat.stand_in_membership, today, is_stand_in=True)


def former(
    seat: ForumSeat, contact: Contact | None, member: Membership | None, today: date
) -> Recipient | None:
    """Who was asked for the seat before, when they may still be written to."""
    return _person(seat, contact, member, today, is_stand_in=False)


def _person(seat, contact: Contact | None, member: Membership | None, today: date, *, is_stand_in: bool):
    if member and member.user.is_active and member.role != "support":
        name = first_name(member.user.name)
        return Recipient(seat, member.user.email, name, is_stand_in, membership=member)
    if contact and not contact.deleted_at and contact.email and _says_yes(contact, today):
        return Recipient(seat, contact.email, first_name(contact.name), is_stand_in, contact=contact)
    return None


def _says_yes(contact: Contact, today: date) -> bool:
    return holds(contact.consent_state, contact.consent_until, today) and bool(contact.consent_scope)
