"""What the laid puzzle shows: what is shared, what one alone has, what nobody gets yet. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass

from valuegame.rules import GETS, WANTS
from valuegame.standing import Piece, Place, Standing


@dataclass(frozen=True, slots=True)
class Found:
    """A piece and the organisations it is about, in the order they sit."""

    piece: Piece
    places: tuple[Place, ...]


def holders(standing: Standing, piece: Piece, how: Sequence[str] = (GETS, WANTS)) -> tuple[Place, ...]:
    """Those who laid the piece as something they get or wish for."""
    return tuple(place for place in standing.places if place.hand.laid.get(piece.key) in how)


def shared(standing: Standing) -> tuple[Found, ...]:
    """Pieces that two or more laid, those with most first."""
    found = [Found(piece, holders(standing, piece)) for piece in standing.pieces]
    return tuple(sorted((one for one in found if len(one.places) > 1), key=lambda one: -len(one.places)))


def lone(standing: Standing) -> tuple[Found, ...]:
    """Pieces that one organisation alone laid."""
    found = [Found(piece, holders(standing, piece)) for piece in standing.pieces]
    return tuple(one for one in found if len(one.places) == 1)


def wishes(standing: Standing) -> tuple[Found, ...]:
    """Pieces that somebody wishes for and does not get yet."""
    found = [Found(piece, holders(standing, piece, (WANTS,))) for piece in standing.pieces]
    return tuple(one for one in found if one.places)


def unmet(standing: Standing) -> tuple[Found, ...]:
    """Wishes that no change of the collaboration is for yet."""
    served = {one.piece for one in standing.table.adjustments()}
    return tuple(one for one in wishes(standing) if one.piece.key not in served)


def starred(standing: Standing, piece: Piece) -> tuple[Place, ...]:
    """Those for whom the piece matters most."""
    return tuple(place for place in standing.places if place.hand.star == piece.key)


def has_laid(place: Place) -> bool:
    """Whether an organisation has laid anything."""
    return bool(place.hand.laid)


def telling_order(standing: Standing) -> tuple[Place, ...]:
    """In which order they tell: those with the same star after each other, those without one last."""
    with_star = [place for piece in standing.pieces for place in starred(standing, piece)]
    return (*with_star, *(place for place in standing.places if place not in with_star))


def after_teller(standing: Standing) -> tuple[Place, ...]:
    """Those who tell after the one who tells now; all of them while nobody does."""
    order = telling_order(standing)
    seats = [place.id for place in order]
    teller = standing.table.teller
    return order[seats.index(teller) + 1 :] if teller in seats else order


@dataclass(frozen=True, slots=True)
class Picture:
    """What the laid puzzle shows, in three lists."""

    shared: Sequence[Found]
    lone: Sequence[Found]
    unmet: Sequence[Found]


def picture(standing: Standing) -> Picture:
    """The three lists that the talk about the puzzle is about."""
    return Picture(shared(standing), lone(standing), unmet(standing))
