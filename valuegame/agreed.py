"""What was agreed at the table, with the names of what it points at: read by every screen. Plain Python."""

from dataclasses import dataclass

from valuegame.rules import Adjustment, Pledge
from valuegame.standing import Piece, Standing, named


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
