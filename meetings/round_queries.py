"""An event's guests and rounds as the plain data of meetings.seating, and who sits where in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mapping.map_queries import read_lines
from meetings.models import Event, EventGuest, EventRound, RoundSeat
from meetings.seating import Company, Guest, Round


def company_of(event: Event, today: date) -> Company:
    """All who have or had a place, and whose organisations work together `today`; two queries.

    An organisation that is none of the plan's actors works with nobody that we know of.
    """
    guests = list(event.guests.select_related("actor"))
    actors = {guest.actor_id for guest in guests if guest.actor_id}
    lines = read_lines(event.plan, today, actors) if actors else ()
    return Company((_guest(one) for one in guests), {(line.a, line.b) for line in lines})


def _guest(guest: EventGuest) -> Guest:
    home = str(guest.actor_id) if guest.actor_id else guest.organisation.casefold()
    return Guest(str(guest.pk), home, guest.actor.kind if guest.actor else "")


def as_round(row: EventRound) -> Round:
    """The stored round as tables of keys, those that stand empty included."""
    tables: list[list[str]] = [[] for _ in range(row.tables)]
    for seat in row.seats.all():
        tables[seat.table - 1].append(str(seat.guest_id))
    return tuple(tuple(sorted(table)) for table in tables)


def rounds_of(event: Event) -> list[EventRound]:
    """The rounds in their order with seats and guests; three queries."""
    return list(event.rounds.prefetch_related("seats__guest__actor"))


@dataclass(frozen=True)
class Table:
    """One table of a round, and who sits there by organisation."""

    number: int
    guests: tuple[EventGuest, ...]


def tables_of(row: EventRound) -> list[Table]:
    """The tables at which somebody sits, by number."""
    there: dict[int, list[EventGuest]] = {}
    for seat in row.seats.all():
        there.setdefault(seat.table, []).append(seat.guest)
    return [
        Table(number, tuple(sorted(guests, key=lambda one: (one.organisation.casefold(), one.name))))
        for number, guests in sorted(there.items())
    ]


def chairs_of(rounds: Iterable[EventRound]) -> dict:
    """{guest id: [(number of the round, table), …]} in the order of the rounds."""
    found: dict = {}
    for row in rounds:
        for seat in row.seats.all():
            found.setdefault(seat.guest_id, []).append((row.number, seat.table))
    return found


def seats_of_guest(guest: EventGuest) -> list[RoundSeat]:
    """Where the guest sits, round by round; one query."""
    return list(guest.seats.select_related("round").order_by("round__number"))
