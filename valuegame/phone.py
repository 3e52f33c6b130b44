"""What an organisation's phones show in each step. Plain Python; the same for script and without."""

from dataclasses import dataclass

from valuegame.rules import Words
from valuegame.shots import Head
from valuegame.standing import Piece, Place, Standing

# The steps with a template part of their own; in the others a phone waits for the facilitator.
STEPS_WITH_PART = frozenset({"opening", "lay", "tell", "puzzle", "adjust", "stronger", "gather"})
NO_WORDS = Words()


@dataclass(frozen=True, slots=True)
class Row:
    """One piece as an organisation has it: `laid` is "gets", "wants" or ""."""

    piece: Piece
    laid: str
    starred: bool
    change: Words


def rows(standing: Standing, place: Place) -> tuple[Row, ...]:
    """The pieces in the order of the columns, as this organisation has laid them."""
    hand = place.hand
    return tuple(
        Row(
            piece,
            hand.laid.get(piece.key, ""),
            hand.star == piece.key,
            hand.changes.get(piece.key, NO_WORDS),
        )
        for piece in standing.pieces
    )


def laid(standing: Standing, place: Place) -> tuple[Row, ...]:
    """Those that are laid."""
    return tuple(row for row in rows(standing, place) if row.laid)


def head_of(standing: Standing, place: Place) -> Head:
    """The line on top of the organisation's phones; while somebody tells, with the clock of their turn."""
    line, turn = standing.line, standing.teller_timer
    planned = 60 * line.minutes if line else None
    return Head(
        name=place.name, kind=place.kind, key=standing.key, title=standing.title, number=standing.number,
        numbered=standing.numbered, timer=turn or standing.table.timer,
        planned=standing.teller_seconds if turn else planned, is_paused=standing.table.is_paused,
    )  # fmt: skip
