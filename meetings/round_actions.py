"""Rounds of tables: planned, fitted to who came, and begun one after the other. Each is one transaction.

A round that has begun stays as it was. What is planned anew are the rounds to come.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from meetings.event_actions import EventProblem, locked
from meetings.models import Event, EventRound, RoundSeat
from meetings.round_queries import as_round, company_of, rounds_of
from meetings.seating import SMALLEST, Round, worth
from meetings.seating_changes import fitted
from meetings.seating_plan import arranged

TOO_FEW = "Der skal være mindst to, der kommer, før der kan laves borde."
ALL_HELD = "Alle runder er begyndt. Vælg flere runder, hvis I vil have en mere."
NO_ROUNDS = "Der er ingen runder endnu. Lav dem først."


@transaction.atomic
def plan_rounds(
    *, event: Event, by: User, size: int, rounds: int, minutes: int, today: date
) -> list[EventRound]:
    """Make the rounds to come anew, for those who have a place and are not missing.

    `rounds` counts those that were, too. Raises EventProblem when fewer than two come, and when all the
    rounds have begun.
    """
    event = locked(event)
    there = rounds_of(event)
    held, to_come = _parted(there)
    here = {str(pk) for pk in event.guests.seated().values_list("pk", flat=True)}
    if len(here) < SMALLEST:
        raise EventProblem(TOO_FEW)
    if rounds <= len(held):
        raise EventProblem(ALL_HELD)
    company = company_of(event, today).only(here)
    seed = event.pk.int % 2**32
    found = arranged(
        company, size=size, rounds=rounds - len(held), seed=seed, held=[as_round(one) for one in held]
    )
    event.rounds.filter(pk__in=[one.pk for one in to_come]).delete()
    made = [
        EventRound(plan=event.plan, event=event, number=number, tables=len(one))
        for number, one in enumerate(found, start=len(held) + 1)
    ]
    EventRound.objects.bulk_create(made)
    for row, one in zip(made, found, strict=True):
        _write_seats(row, one)
    # The row as it is now, so that whoever has the event's form open is not told of a change.
    Event.objects.filter(pk=event.pk).update(table_size=size, rounds_wanted=rounds, round_minutes=minutes)
    record(plan=event.plan, by=by, verb="create", obj=made[0])
    return [*held, *made]


@transaction.atomic
def fit_rounds(*, event: Event, by: User, today: date) -> int:
    """Seat those who came late and let those who are missing go; how many were told to move.

    Nobody moves who need not. Raises EventProblem without rounds to come, or when too few are here.
    """
    event = locked(event)
    held, to_come = _parted(rounds_of(event))
    if not to_come:
        raise EventProblem(ALL_HELD if held else NO_ROUNDS)
    here = {str(pk) for pk in event.guests.seated().values_list("pk", flat=True)}
    if len(here) < SMALLEST:
        raise EventProblem(TOO_FEW)
    now = fitted(
        company_of(event, today), here=here, held=[as_round(one) for one in held],
        to_come=[as_round(one) for one in to_come], size=event.table_size,
    )  # fmt: skip
    for row, one in zip(to_come, now.rounds, strict=True):
        row.seats.all().delete()
        EventRound.objects.filter(pk=row.pk).update(tables=len(one))
        _write_seats(row, one)
    record(plan=event.plan, by=by, verb="change", obj=to_come[0], fields=["tables"])
    return len(frozenset().union(*now.moved))


@transaction.atomic
def begin_round(*, event: Event, by: User, number: int, now: datetime) -> bool:
    """Begin the round of this number, if it is the next one; whether it was. Resent it does nothing."""
    event = locked(event)
    following = event.rounds.filter(began_at=None).first()
    if following is None or following.number != number:
        return False
    EventRound.objects.filter(pk=following.pk).update(began_at=now)
    record(plan=event.plan, by=by, verb="begin", obj=following)
    return True


@transaction.atomic
def take_back_round(*, event: Event, by: User, number: int) -> bool:
    """The round of this number has not begun after all, if it is the last that did; whether it was."""
    event = locked(event)
    running = event.rounds.filter(began_at__isnull=False).last()
    if running is None or running.number != number:
        return False
    EventRound.objects.filter(pk=running.pk).update(began_at=None)
    record(plan=event.plan, by=by, verb="undo", obj=running, fields=["began_at"])
    return True


def not_fitted(event: Event, rounds: Sequence[EventRound]) -> tuple[int, int]:
    """(how many have a place but no chair in the rounds to come, how many chairs are of those who left)."""
    _, to_come = _parted(rounds)
    if not to_come:
        return 0, 0
    here = set(event.guests.seated().values_list("pk", flat=True))
    seated = {seat.guest_id for seat in to_come[0].seats.all()}
    return len(here - seated), len(seated - here)


def new_pairs(event: Event, rounds: Sequence[EventRound], today: date) -> tuple[int, int]:
    """(how many pairs who are new to each other meet in all rounds, how many such pairs there are)."""
    company = company_of(event, today)
    here = {str(seat.guest_id) for row in rounds for seat in row.seats.all()}
    present = company.only(here)
    return worth(present, [as_round(one) for one in rounds]).new, present.new_pairs()


def _parted(rounds: Sequence[EventRound]) -> tuple[list[EventRound], list[EventRound]]:
    """Those that have begun, and those to come."""
    held = [one for one in rounds if one.began_at]
    return held, [one for one in rounds if not one.began_at]


def _write_seats(row: EventRound, one: Round) -> None:
    RoundSeat.objects.bulk_create(
        RoundSeat(plan=row.plan, round=row, guest_id=key, table=number)
        for number, table in enumerate(one, start=1)
        for key in table
    )
