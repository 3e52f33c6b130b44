"""What an organisation's phones show in each step. Plain Python; the same for script and without."""

from collections.abc import Sequence
from dataclasses import dataclass

from valuegame.puzzle import Found, lone, shared, unmet
from valuegame.rules import Adjustment, Pledge, Words
from valuegame.shots import Head
from valuegame.standing import Piece, Place, Standing, named

# Which template part shows the step; those without one wait for the facilitator.
PARTS = {
    "opening": "opening", "lay": "lay", "tell": "tell", "puzzle": "puzzle", "adjust": "adjust",
    "stronger": "stronger", "gather": "gather",
}  # fmt: skip
NO_WORDS = Words()


@dataclass(frozen=True, slots=True)
class Row:
    """One piece as an organisation has it: `laid` is "gets", "wants" or ""."""

    piece: Piece
    laid: str
    starred: bool
    change: Words


@dataclass(frozen=True, slots=True)
class Deal:
    """One adjustment with the names of what it points at."""

    one: Adjustment
    who: str
    piece: Piece | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """Something that one organisation gives another."""

    one: Pledge
    giver: str
    receiver: str


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


def deals(standing: Standing) -> tuple[Deal, ...]:
    """What is changed, in the order it was proposed."""
    names = named(standing.places)
    return tuple(
        Deal(one, names.get(one.who, ""), standing.piece(one.piece)) for one in standing.table.adjustments()
    )


def exchanges(standing: Standing, seat: str = "") -> tuple[Exchange, ...]:
    """What they give each other; with `seat`, that organisation's alone. Those who left are left out."""
    names = named(standing.places)
    return tuple(
        Exchange(one, names[one.giver], names[one.receiver])
        for one in standing.table.pledges()
        if one.giver in names and one.receiver in names and seat in ("", one.giver, one.receiver)
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """What the laid puzzle shows, in three lists."""

    shared: Sequence[Found]
    lone: Sequence[Found]
    unmet: Sequence[Found]


def picture(standing: Standing) -> Picture:
    """The three lists that the talk about the puzzle is about."""
    return Picture(shared(standing), lone(standing), unmet(standing))


def head_of(standing: Standing, place: Place) -> Head:
    """The line on top of the organisation's phones."""
    line = standing.line
    return Head(
        name=place.name, kind=place.kind, key=standing.key, title=standing.title, number=standing.number,
        numbered=standing.numbered, timer=standing.table.timer,
        planned=60 * line.minutes if line else None, is_paused=standing.table.is_paused,
    )  # fmt: skip
