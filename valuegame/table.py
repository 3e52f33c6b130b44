"""The table of a game, read from its moves. Each process keeps what it read, and reads only what is new."""

from dataclasses import dataclass
from uuid import UUID

from valuegame.at_hand import AtHand
from valuegame.models import Game
from valuegame.rules import Kind, Move, Table, play, play_on

# A worker of a busy evening has thirty games; a game is some hundred kilobytes.
GAMES_KEPT = 64
_COLUMNS = ("move_id", "clock", "kind", "seat_id", "target", "value", "base", "at", "number")


@dataclass(slots=True)
class _Kept:
    """What was read of a game: its moves, the number and id of the last of them, and the table."""

    moves: list[Move]
    number: int
    last: str
    table: Table


_kept: AtHand[UUID, _Kept] = AtHand(GAMES_KEPT)


def table_of(game: Game) -> Table:
    """The table as it stands, in one query.

    The last move that was read is read again: were it another one (the database was put back), all is read.
    """
    kept = _kept.get(game.pk)
    rows = _rows(game, kept.number if kept else 0)
    if kept and (not rows or str(rows[0][0]) != kept.last):
        kept, rows = None, _rows(game, 0)
    fresh = [_move(row) for row in (rows[1:] if kept else rows)]
    if kept is None or fresh:
        moves = [*(kept.moves if kept else ()), *fresh]
        table = play_on(kept.table, fresh) if kept else None
        kept = _Kept(moves, rows[-1][-1] if rows else 0, moves[-1].id if moves else "", table or play(moves))
    if kept.moves:
        _kept.keep(game.pk, kept)
    else:
        _kept.drop(game.pk)
    return kept.table


def moves_of(game: Game) -> list[tuple[int, Move]]:
    """All moves of the game with their numbers, as they were received: one query."""
    return [(row[-1], _move(row)) for row in _rows(game, 0)]


def _rows(game: Game, number: int) -> list[tuple]:
    """The moves from the one called `number` on."""
    return list(game.moves.filter(number__gte=number).order_by("number").values_list(*_COLUMNS))


def _move(row: tuple) -> Move:
    move_id, clock, kind, seat, target, value, base, at, _ = row
    return Move(
        id=str(move_id), clock=clock, kind=Kind(kind), seat=str(seat) if seat else "", target=target,
        value=value, base=base, at=at.timestamp(),
    )  # fmt: skip
