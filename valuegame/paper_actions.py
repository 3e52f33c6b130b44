"""Writing down a game that was played on paper: all its moves in one transaction."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from valuegame.actions import make_move
from valuegame.models import Game
from valuegame.paper import Entry


@transaction.atomic
def save_paper(*, game: Game, by: User, entries: Iterable[Entry], now: datetime) -> int:
    """Make the moves, all or none, and say that the game was played on paper; how many there were.

    The same entries again change nothing. Raises GameOver and TooManyMoves.
    """
    seats = {str(seat.pk): seat for seat in game.seats.present()}
    stands = Game.objects.select_for_update(no_key=True).get(pk=game.pk, plan=game.plan_id)
    made = 0
    for made, entry in enumerate(entries, start=1):
        make_move(
            game=game, move_id=entry.id, clock=stands.version + made, kind=entry.place.kind,
            seat=seats.get(entry.place.seat), target=entry.place.target, value=entry.value, base=entry.base,
            by=by, now=now,
        )  # fmt: skip
    if made and Game.objects.filter(pk=game.pk, on_paper=False).update(on_paper=True):
        record(plan=game.plan, by=by, verb="change", obj=game, fields=["on_paper"])
    return made
