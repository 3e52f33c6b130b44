"""Care for actors' time: who carries too much just now, and who is about to be forgotten.

One axis for every actor of a plan: forgotten – in balance – overburdened. Carrying too much comes first, so
that each actor stands in one place and the three numbers add up (000, "Særligt for helhedsplaner").

Plain Python: no Django, no clock; `today` is an argument.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from config.danish import capitalised, count, number_word

# Tovholder of so many ongoing collaborations is much for one organisation.
COORDINATES_MANY = 4
# Those we have a relation with; who was only spotted, or rests, cannot be forgotten.
RELATED = frozenset({"contacted", "active"})


class Balance(StrEnum):
    """The three places on the axis, from left to right."""

    FORGOTTEN = "glemt"
    IN_BALANCE = "balance"
    OVERBURDENED = "overbelastet"


PLACE_NAMES = {
    Balance.FORGOTTEN: "Glemt",
    Balance.IN_BALANCE: "I balance",
    Balance.OVERBURDENED: "Bærer for meget",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a plan has decided: from so many colleagues in so many days it is too much, …"""

    contacts: int = 3
    days: int = 30
    # … and after so many days without a contact an actor is about to be forgotten.
    forgotten_after: int = 90


@dataclass(frozen=True, slots=True)
class Contacted:
    """One contact: the day, and who of us. None is somebody who is no longer here."""

    on: date
    by: Hashable | None


@dataclass(frozen=True, slots=True)
class Relation:
    """What care needs to know of one actor. `contacts` are at least those of the last days that count."""

    status: str
    created_on: date
    last_contact: date | None = None
    contacts: tuple[Contacted, ...] = ()
    collaborations: int = 0
    coordinating: int = 0


def first_day(days: int, today: date) -> date:
    """The first of the last `days` days, today among them."""
    return today - timedelta(days=days - 1)


def colleagues(contacts: Iterable[Contacted], days: int, today: date) -> int:
    """How many different colleagues were in contact in the last `days` days."""
    since = first_day(days, today)
    return len({contact.by for contact in contacts if since <= contact.on <= today})


def too_much(contacts: Iterable[Contacted], limit: int, days: int, today: date) -> bool:
    """Whether `limit` different colleagues or more were in contact in the last `days` days."""
    return colleagues(contacts, days, today) >= limit


def coordinates_many(coordinating: int) -> bool:
    """Whether one organisation gathers more than it should have to."""
    return coordinating >= COORDINATES_MANY


def overburdened(relation: Relation, limits: Limits, today: date) -> bool:
    """Whether the actor carries too much just now: it gathers too much, or too many of us ask."""
    return coordinates_many(relation.coordinating) or too_much(
        relation.contacts, limits.contacts, limits.days, today
    )


def days_without(relation: Relation, today: date) -> int:
    """Days since the last contact, or since we wrote the actor down if there never was one."""
    return max((today - (relation.last_contact or relation.created_on)).days, 0)


def forgotten(relation: Relation, limits: Limits, today: date) -> bool:
    """Whether nobody has been in contact for too long with somebody we have a relation with."""
    return relation.status in RELATED and days_without(relation, today) >= limits.forgotten_after


def balance_of(relation: Relation, limits: Limits, today: date) -> Balance:
    """The one place on the axis."""
    if overburdened(relation, limits, today):
        return Balance.OVERBURDENED
    return Balance.FORGOTTEN if forgotten(relation, limits, today) else Balance.IN_BALANCE


# -- In words -----------------------------------------------------------------------------------


def why_overburdened(relation: Relation, limits: Limits, today: date) -> list[str]:
    """What they carry, a sentence each; empty for who carries no more than others."""
    reasons = []
    if coordinates_many(relation.coordinating):
        reasons.append(f"De er {coordinator_of(relation)}.")
    if too_much(relation.contacts, limits.contacts, limits.days, today):
        reasons.append(asked_by(relation.contacts, limits.days, today))
    return reasons


def coordinator_of(relation: Relation) -> str:
    """As in "tovholder på 5 af 9 samarbejder"."""
    word = "samarbejde" if relation.collaborations == 1 else "samarbejder"
    return f"tovholder på {relation.coordinating} af {relation.collaborations} {word}"


def asked_by(contacts: Iterable[Contacted], days: int, today: date) -> str:
    """As in "Tre kolleger har talt med dem de sidste 30 dage."."""
    number = colleagues(contacts, days, today)
    who = "kollega" if number == 1 else "kolleger"
    when = "i dag" if days == 1 else f"de sidste {days} dage"
    return f"{capitalised(number_word(number))} {who} har talt med dem {when}."


def why_forgotten(relation: Relation, today: date) -> str:
    """As in "97 dage siden sidste kontakt"."""
    days = count(days_without(relation, today), "dag", "dage")
    if relation.last_contact is None:
        return f"{capitalised(days)} på listen, og ingen kontakt endnu"
    return f"{capitalised(days)} siden sidste kontakt"
