"""The pieces of the one who tells, with the organisation in their middle. Geometry for the wall."""

from dataclasses import dataclass
from typing import NamedTuple

from config.geometry import Joint, piece
from config.looks import INK
from mapping.ink import text_width
from valuegame.board import GETS_IT, ICON_DRAWN, STAR_DRAWN, WANTS_IT, sign
from valuegame.standing import Piece, Place, Standing
from valuegame.wall_text import Text, wrap_in_two

WIDTH, HEIGHT = 1080, 690
SIZE, LINE = 40, 44
# What stays free at both sides of the words; a wish has a border of its own inside the piece.
MARGIN, WISH_MARGIN = 24, 56


class Style(NamedTuple):
    """How far below the top of a piece its icon and its first line are, and how big the icon is."""

    icon: float
    foot: float
    size: float


# On a high piece with two lines or three, and on a flat one.
HIGH, FULL, FLAT = Style(118, 218, 78), Style(92, 176, 70), Style(76, 158, 60)
FLAT_FULL = Style(48, 116, 44)
# Each side joint at a height of its own.
SIDE_PLACES = ((0.22, 0.4, 0.3), (0.34, 0.28, 0.38))
# On flat pieces, clear of two lines of words.
FLAT_SIDE_PLACES = ((0.24, 0.36), (0.19, 0.21), (0.4, 0.3))
# The names of the five as they are broken on a large piece.
LARGE_NAMES = {
    "1": ("Bredere", "målgruppe"),
    "2": ("Øget", "faglighed"),
    "3": ("Stærkere", "samarbejds-", "grundlag"),
    "4": ("Større", "socialt ansvar"),
    "5": ("Adgang til", "flere ressourcer"),
}


@dataclass(frozen=True, slots=True)
class FocusCell:
    """A piece of the one who tells, or (without `piece`) the organisation itself in its middle."""

    key: str
    piece: Piece | None
    path: str
    x: float
    icon: float
    size: float
    how: str
    star: bool
    lines: tuple[Text, ...]

    @property
    def colour(self) -> str:
        """The colour of icon and words; those of a hole are the page's own."""
        return self.piece.on if self.piece and self.how == GETS_IT else INK

    @property
    def icon_scale(self) -> float:
        """How much larger the icon is than it is drawn."""
        return round(self.size / ICON_DRAWN, 3)

    @property
    def disc(self) -> float:
        """The disc that the star stands in."""
        return round(0.72 * self.size, 2)

    @property
    def star_scale(self) -> float:
        """How much larger the star is than it is drawn."""
        return round(0.54 * self.size / STAR_DRAWN, 3)


class _Shape(NamedTuple):
    """How many columns, rows and cells there are; the last row may be shorter."""

    columns: int
    rows: int
    cells: int

    def has(self, column: int, row: int) -> bool:
        """Whether there is a cell in that place."""
        return column < self.columns and row * self.columns + column < self.cells


def focus_of(standing: Standing, place: Place) -> tuple[FocusCell, ...]:
    """The pieces round one organisation, 3 × 2 for the five and more with the group's own; row by row."""
    pieces = standing.pieces
    count = len(pieces) + 1
    columns = 4 if count in (7, 8) else 3
    shape = _Shape(columns, -(-count // columns), count)
    order = [*pieces[: columns + 1], None, *pieces[columns + 1 :]]
    return tuple(_cell(one, place, at % columns, at // columns, shape) for at, one in enumerate(order))


def _cell(one: Piece | None, place: Place, column: int, row: int, shape: _Shape) -> FocusCell:
    width, height = WIDTH / shape.columns, HEIGHT / shape.rows
    middle, top = (column + 0.5) * width, row * height
    how = place.hand.laid.get(one.key, "") if one else GETS_IT
    room = width - (WISH_MARGIN if how == WANTS_IT else MARGIN)
    words = _words(one, place, shape, room)
    style = _style(len(words), shape)
    lines = tuple(
        Text(line, round(middle, 2), top + style.foot + at * LINE, SIZE, _pressed(line, room))
        for at, line in enumerate(words)
    )
    return FocusCell(
        key=one.key if one else "",
        piece=one,
        path=_outline(column, row, width, height, shape),
        x=round(middle, 2),
        icon=top + style.icon,
        size=style.size,
        how=how,
        star=bool(one) and place.hand.star == one.key,
        lines=lines,
    )


def _style(lines: int, shape: _Shape) -> Style:
    if shape.rows > 2:
        return FLAT if lines == 1 else FLAT_FULL
    return FULL if lines > 2 else HIGH


def _outline(column: int, row: int, width: float, height: float, shape: _Shape) -> str:
    return piece(
        column * width, row * height, width, height, knob=70 if shape.rows == 2 else 56,
        top=_below(column, row - 1, -1, shape) if row else None,
        right=_beside(column, row, 1, shape) if shape.has(column + 1, row) else None,
        bottom=_below(column, row, 1, shape) if shape.has(column, row + 1) else None,
        left=_beside(column - 1, row, -1, shape) if column else None,
    )  # fmt: skip


def _words(one: Piece | None, place: Place, shape: _Shape, room: float) -> tuple[str, ...]:
    """What stands on a piece: long names where there are six of them, short ones where there are more."""
    if one and not one.is_own and shape.cells == 6:
        return LARGE_NAMES[one.key]
    name = one.short if one else place.name
    return wrap_in_two(name) if _pressed(name, room) else (name,)


def _pressed(text: str, room: float) -> int:
    """As `wall_text.pressed`, in the heavier letters of headings: as wide as mapping.ink takes text to be."""
    return round(room) if text_width(text) * SIZE > room else 0


def _below(column: int, row: int, side: int, shape: _Shape) -> Joint:
    return Joint(side * sign(column, row), 0.5 if shape.rows == 2 else 0.14)


def _beside(column: int, row: int, side: int, shape: _Shape) -> Joint:
    places = SIDE_PLACES if shape.rows == 2 else FLAT_SIDE_PLACES
    return Joint(side * sign(column, row), places[row][column])
