"""Changes to a game: preparing it, the moves, closing it. Each is one transaction."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import Plan, User
from actors.actions import StaleVersion
from actors.submissions import live_submission
from actors.versions import mark_once
from valuegame.codes import new_code
from valuegame.models import Game, GameMove, Seat, new_link
from valuegame.rules import FACILITATORS_SCREENS_ALONE, OWN_PHONE_ALONE, Kind

# A phone may count ahead by what it kept while it was out of reach, and no further: else one that counts
# wrongly would have the last word for ever.
AHEAD = 200
# More than this no game comes to; it bounds what every screen must add up.
MOVES_AT_MOST = 5000


class GameOver(Exception):
    """The game is closed or deleted: no move is taken any more."""


class TooManyMoves(Exception):
    """The game has MOVES_AT_MOST moves."""


@dataclass(frozen=True, slots=True)
class Done:
    """A move that is kept: its number, and when the house received it."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class NewSeat:
    """An organisation that shall sit at the table; `actor` is None for one that is only a name."""

    name: str
    kind: str
    actor_id: uuid.UUID | None = None


def make_move(
    *,
    game: Game,
    move_id: uuid.UUID,
    clock: int,
    kind: Kind,
    now: datetime,
    seat: Seat | None = None,
    target: str = "",
    value: str = "",
    base: str = "",
    by: User | None = None,
) -> Done:
    """Keep one move. The same `move_id` again changes nothing and gets the same answer.

    What may stand in it is checked by whoever calls (valuegame/move_forms.py). Raises GameOver when the game
    takes no more moves, TooManyMoves, and ValueError for a seat of another game.
    """
    if seat is not None and seat.game_id != game.pk:
        raise ValueError("A seat is at its own table.")
    with transaction.atomic():
        # One at a time, so that each has a number of its own; and it is the game as it stands now.
        stands = Game.objects.select_for_update(no_key=True).get(pk=game.pk, plan=game.plan_id)
        there = stands.moves.filter(move_id=move_id).values_list("number", "at").first()
        if there:
            return Done(*there)
        if not stands.is_open:
            raise GameOver
        if stands.version >= MOVES_AT_MOST:
            raise TooManyMoves
        number = stands.version + 1
        GameMove.objects.create(
            plan_id=game.plan_id, game=stands, move_id=move_id, number=number,
            clock=min(clock, stands.version + AHEAD), kind=kind, seat=seat, target=target, value=value,
            base=base, by=by, at=now,
        )  # fmt: skip
        _tell_screens(stands, number, kind, seat)
    return Done(number, now)


def _tell_screens(game: Game, number: int, kind: Kind, seat: Seat | None) -> None:
    """Count up the versions of the screens that the move changes something on."""
    versions = {"version": number}
    if kind not in OWN_PHONE_ALONE | FACILITATORS_SCREENS_ALONE:
        versions["shared_version"] = number
    Game.objects.filter(pk=game.pk).update(**versions)
    if seat is not None and kind in OWN_PHONE_ALONE:
        Seat.objects.filter(pk=seat.pk).update(version=number)


# -- Preparing ------------------------------------------------------------------------------------------


def create_game(
    *,
    plan: Plan,
    by: User,
    values: Mapping[str, object],
    seats: Iterable[NewSeat],
    submission: uuid.UUID | None = None,
) -> Game:
    """A new game with its table laid. The same submission twice makes one."""
    with transaction.atomic():
        # One at a time, so that two presses at once meet in the look-up.
        Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
        key = live_submission(plan.games, submission)
        if there := plan.games.filter(submission=key).first():
            return there
        game = Game(plan=plan, created_by=by, submission=key, **values)
        _save_with_code(game)
        _seat_all(game, seats)
        record(plan=plan, by=by, verb="create", obj=game)
    return game


def _save_with_code(game: Game) -> None:
    """Save a new game under a code that no open game has."""
    for _ in range(10):
        try:
            with transaction.atomic():
                game.save(force_insert=True)
            return
        except IntegrityError:
            if not Game.objects.open().filter(code=game.code).exists():
                raise
            game.code = new_code()
    raise RuntimeError("no free code in ten draws")


def _seat_all(game: Game, seats: Iterable[NewSeat]) -> None:
    Seat.objects.bulk_create(
        Seat(plan=game.plan, game=game, actor_id=one.actor_id, name=one.name, kind=one.kind, position=place)
        for place, one in enumerate(seats, start=1)
    )


def change_game(
    *, game: Game, by: User, values: Mapping[str, object], changed: Iterable[str], version: int
) -> Game:
    """Write what was changed while preparing. Raises StaleVersion when somebody else wrote meanwhile."""
    with transaction.atomic():
        stands = Game.objects.select_for_update(no_key=True).get(pk=game.pk, plan=game.plan_id)
        names = [name for name in changed if getattr(stands, name) != values[name]]
        if not names:
            return stands
        if stands.form_version != version:
            raise StaleVersion
        for name in names:
            setattr(stands, name, values[name])
        stands.form_version += 1
        stands.save(update_fields=[*names, "form_version"])
        record(plan=game.plan, by=by, verb="change", obj=game, fields=names)
        _everybody_looks_again(stands)
    return stands


def copy_game(*, game: Game, by: User, submission: uuid.UUID | None = None) -> Game:
    """A new game about the same with the same table, steps and minutes; nothing that was said comes along."""
    kept = ("title", "about", "collaboration_id", "minutes", "with_opening", "with_stronger", "step_minutes")
    values = {name: getattr(game, name) for name in (*kept, "held_by_id")}
    seats = [NewSeat(one.name, one.kind, one.actor_id) for one in game.seats.present()]
    return create_game(plan=game.plan, by=by, values=values, seats=seats, submission=submission)


def add_seat(*, game: Game, by: User, seat: NewSeat) -> Seat:
    """One more organisation at the table, also while the game is on. One that left comes back to its seat."""
    with transaction.atomic():
        stands = Game.objects.select_for_update(no_key=True).get(pk=game.pk, plan=game.plan_id)
        if not stands.is_open:
            raise GameOver
        back = stands.seats.filter(actor_id=seat.actor_id).first() if seat.actor_id else None
        if back:
            restore_seat(seat=back, by=by)
            return back
        last = stands.seats.order_by("position").last()
        new = Seat.objects.create(
            plan=game.plan, game=stands, actor_id=seat.actor_id, name=seat.name, kind=seat.kind,
            position=(last.position if last else 0) + 1,
        )  # fmt: skip
        record(plan=game.plan, by=by, verb="create", obj=new)
        _everybody_looks_again(stands)
    return new


def change_seat(*, seat: Seat, by: User, name: str, kind: str) -> None:
    """Call an organisation something else on the wall; every screen shows it."""
    with transaction.atomic():
        Game.objects.select_for_update(no_key=True).get(pk=seat.game_id, plan=seat.plan_id)
        wanted = {"name": name, "kind": kind}
        fields = {key: value for key, value in wanted.items() if getattr(seat, key) != value}
        if not fields:
            return
        Seat.objects.filter(pk=seat.pk).update(**fields)
        record(plan=seat.plan, by=by, verb="change", obj=seat, fields=fields)
        _everybody_looks_again(seat.game)
    seat.refresh_from_db()


def remove_seat(*, seat: Seat, by: User, now: datetime) -> None:
    """Take an organisation from the table; what it laid is kept, and seen again if it comes back."""
    with transaction.atomic():
        if mark_once(row=seat, by=by, verb="delete", removed_at=now):
            _everybody_looks_again(seat.game)


def restore_seat(*, seat: Seat, by: User) -> None:
    """Bring it back to the table."""
    with transaction.atomic():
        if mark_once(row=seat, by=by, verb="restore", removed_at=None):
            _everybody_looks_again(seat.game)


def _everybody_looks_again(game: Game) -> None:
    """Something beside the moves changed on every screen: an empty move counts the versions up."""
    number = F("version") + 1
    Game.objects.filter(pk=game.pk).update(version=number, shared_version=number)


# -- Closing ----------------------------------------------------------------------------------------------


def close_game(*, game: Game, by: User, now: datetime) -> None:
    """No more moves; the code and the address of the phones are dead. Harmless when repeated."""
    mark_once(row=game, by=by, verb="close", closed_at=now)


def reopen_game(*, game: Game, by: User) -> None:
    """Take moves again, under a new code and a new address: the old ones were seen by a roomful of people."""
    with transaction.atomic():
        Game.objects.select_for_update(no_key=True).get(pk=game.pk, plan=game.plan_id)
        Game.objects.filter(pk=game.pk, closed_at__isnull=False).update(code=new_code(), link=new_link())
        if mark_once(row=game, by=by, verb="reopen", closed_at=None):
            _everybody_looks_again(game)


def delete_game(*, game: Game, by: User, now: datetime) -> None:
    """Take the game off the list; kept until it is restored or cleared away."""
    mark_once(row=game, by=by, verb="delete", deleted_at=now)


def restore_game(*, game: Game, by: User) -> None:
    """Bring a deleted game back, under a new code."""
    with transaction.atomic():
        Game.objects.filter(pk=game.pk, deleted_at__isnull=False).update(code=new_code())
        mark_once(row=game, by=by, verb="restore", deleted_at=None)
