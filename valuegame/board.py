"""The jigsaw board: a row for each organisation, a column for each piece. Geometry for the wall, no Django.

Lengths are pixels of a wall of 1920 × 1080, in a drawing of WIDTH × HEIGHT. A hole is where nothing is laid.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from config.danish import join_names
from config.geometry import Joint, piece
from mapping.ink import text_width
from valuegame.puzzle import has_laid, lone
from valuegame.rules import GETS
from valuegame.standing import FIVE, Piece, Place, Standing
from valuegame.wall_text import SQUEEZE, Text, fitting, name_lines, pressed

WIDTH, HEIGHT = 1792, 756
Corner = tuple[float, float]
# Where the pieces begin, and how much room they have.
LEFT, TOP, ACROSS, DOWN = 602, 100, 1180, 640
# Joints sit off-centre, so that no knob covers an icon.
NEAR, FAR = 0.235, 0.765
NAME_LEFT, NAME_SIZE, LARGE_NAME_SIZE = 82, 40, 54
# Between a name of the lower row and the lines that lead past it.
HEAD_GAP = 48
HEAD_SIZES, LARGE_HEAD_SIZES = (39,), (54, 46, 39)
PER_PAGE = 6
# The size in which icons and the star are drawn once, to be used in others.
ICON_DRAWN, STAR_DRAWN = 24, 10
GETS_IT, WANTS_IT, FACE_DOWN = "gets", "wants", "back"


@dataclass(frozen=True, slots=True)
class Scale:
    """How big things are on a piece: knob, icon, a star and its disc, the border of a wish."""

    knob: float
    icon: float
    disc: float
    star: float
    band: float

    @property
    def ring(self) -> float:
        """Round the icon of a piece that one alone laid."""
        return round(0.72 * self.icon, 2)

    @property
    def icon_scale(self) -> float:
        """How much larger the icon is than it is drawn."""
        return round(self.icon / ICON_DRAWN, 3)

    @property
    def star_scale(self) -> float:
        """How much larger the star is than it is drawn."""
        return round(self.star / STAR_DRAWN, 3)


ROOMY, USUAL, NARROW = Scale(40, 56, 42, 31, 30), Scale(36, 44, 33, 24, 24), Scale(26, 36, 23, 16, 16)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: icon and name, and the line down to the column from one that stands higher."""

    piece: Piece
    x: float
    icon: float
    name: Text
    tick: tuple[float, float, float] | None
    count: int

    @property
    def icon_x(self) -> float:
        """Where the icon stands: aside when how many laid it stands beside it."""
        return self.x - 34 if self.count else self.x

    @property
    def count_x(self) -> float:
        """Where that number begins."""
        return self.x + 2


@dataclass(frozen=True, slots=True)
class Row:
    """An organisation without its hand: mark and name; `waits` while it has laid nothing but still may."""

    id: str
    label: str
    kind: str
    y: float
    scale: float
    name: tuple[Text, ...]
    waits: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One laid piece. `how` is GETS_IT, WANTS_IT or FACE_DOWN; (x, y) is the middle of its body."""

    key: str
    piece: Piece
    path: str
    x: float
    y: float
    how: str
    star: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The board as drawn, in this order: holes, pieces, names, and what says who still lays."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    holes: tuple[str, ...]
    cells: tuple[Cell, ...]
    scale: Scale
    row_height: float

    @property
    def middle(self) -> float:
        """The middle of the columns."""
        return LEFT + ACROSS / 2

    @property
    def pill(self) -> float:
        """How high the words are framed that say who still lays: no higher than their row."""
        return min(60, round(self.row_height, 2) - 5)

    @property
    def pill_half(self) -> float:
        """Half of that."""
        return self.pill / 2

    @property
    def says(self) -> str:
        """The board in words; of hidden hands no more than that they are laid."""
        return " ".join(["Puslespil.", *(self._row_says(row) for row in self.rows)])

    def _row_says(self, row: Row) -> str:
        cells = [cell for cell in self.cells if cell.key.startswith(f"{row.id}-")]
        if any(cell.how == FACE_DOWN for cell in cells):
            return f"{row.label} har lagt."
        names = [f"{cell.piece.name}{' (stjerne)' * cell.star}" for cell in cells]
        return f"{row.label}: {join_names(names) or 'ingen brikker endnu'}."

    @property
    def wanted(self) -> tuple[Cell, ...]:
        """The pieces that are wished for."""
        return tuple(cell for cell in self.cells if cell.how == WANTS_IT)


def pages(places: Sequence[Place], small: bool) -> tuple[tuple[Place, ...], ...]:
    """The organisations by page of the wall: all on one, or in even pages of six at most."""
    count = -(-len(places) // PER_PAGE) if small else 1
    each = -(-len(places) // max(1, count)) or 1
    return tuple(tuple(places[start : start + each]) for start in range(0, len(places), each)) or ((),)


@lru_cache(maxsize=64)
def jigsaw(
    columns: int, rows: int, width: float, height: float, knob: float, corner: Corner = (LEFT, TOP)
) -> tuple[tuple[str, ...], ...]:
    """The outlines of a jigsaw with its upper left corner at `corner`, row by row; neighbours fit."""
    left, top = corner
    return tuple(
        tuple(
            piece(
                left + column * width, top + row * height, width, height, knob=knob,
                top=_below(column, row - 1, -1) if row else None,
                right=_beside(column, row, 1) if column < columns - 1 else None,
                bottom=_below(column, row, 1) if row < rows - 1 else None,
                left=_beside(column - 1, row, -1) if column else None,
            )
            for column in range(columns)
        )
        for row in range(rows)
    )  # fmt: skip


def sign(column: int, row: int) -> int:
    """Whether a piece has the knob (1) or the hole (-1) at its right and below; neighbours take turns."""
    return 1 if (column + row) % 2 else -1


def _below(column: int, row: int, side: int) -> Joint:
    """The joint below a piece, as it (side 1) or its lower neighbour (-1) has it."""
    return Joint(side * sign(column, row), NEAR if row % 2 else FAR)


def _beside(column: int, row: int, side: int) -> Joint:
    """The joint at the right of a piece, as it or its right neighbour has it."""
    return Joint(side * sign(column, row))


def scale_of(columns: int, rows: int) -> Scale:
    """How big things are on the pieces of such a board."""
    if rows <= 6 and columns <= 5:
        return ROOMY
    return USUAL if rows <= 8 and columns <= 6 else NARROW


def board_of(
    standing: Standing, places: Sequence[Place], *, large: bool = False, laying: bool = False,
    counting: bool = False,
) -> Board:  # fmt: skip
    """The board of these organisations, `large` for a small screen.

    While they are `laying`, those who laid nothing are marked. When they look at the whole (`counting`),
    each column says how many laid it, and a piece that one alone laid is marked.
    """
    pieces, height = standing.pieces, DOWN / max(1, len(places))
    width = ACROSS / len(pieces)
    scale = scale_of(len(pieces), len(places))
    alone = {found.piece.key for found in lone(standing)} if counting else set()
    grid = _Grid(width, height, jigsaw(len(pieces), max(1, len(places)), width, height, scale.knob))
    holes, cells = _lay(standing, places, grid, alone)
    sizes = LARGE_HEAD_SIZES if large else HEAD_SIZES
    return Board(
        heads=_heads(pieces, width, sizes, standing, counting),
        rows=tuple(
            _row(place, round(TOP + height * (row + 0.5), 2), height, large, laying)
            for row, place in enumerate(places)
        ),
        holes=holes,
        cells=cells,
        scale=scale,
        row_height=height,
    )


class _Grid(NamedTuple):
    """How wide and high a piece is, and the outlines row by row."""

    width: float
    height: float
    outlines: tuple[tuple[str, ...], ...]


def _lay(
    standing: Standing, places: Sequence[Place], grid: _Grid, alone: Collection[str]
) -> tuple[tuple[str, ...], tuple[Cell, ...]]:
    """The holes and the laid pieces, row by row."""
    holes, cells = [], []
    for row, place in enumerate(places):
        for column, one in enumerate(standing.pieces):
            path = grid.outlines[row][column]
            how = _how(place, one, standing.hides_hands)
            if not how:
                holes.append(path)
                continue
            x, y = round(LEFT + grid.width * (column + 0.5), 2), round(TOP + grid.height * (row + 0.5), 2)
            star = how != FACE_DOWN and place.hand.star == one.key
            cells.append(Cell(f"{place.id}-{one.key}", one, path, x, y, how, star, one.key in alone))
    return tuple(holes), tuple(cells)


def _how(place: Place, one: Piece, hidden: bool) -> str:
    """How a piece lies: not at all (""), seen, or its back up. A hidden hand shows that it is laid alone."""
    if hidden:
        return FACE_DOWN if has_laid(place) or place.hand.ready else ""
    laid = place.hand.laid.get(one.key, "")
    return laid and (GETS_IT if laid == GETS else WANTS_IT)


def _row(place: Place, y: float, height: float, large: bool, laying: bool) -> Row:
    size = LARGE_NAME_SIZE if large else NAME_SIZE
    waits = laying and not (has_laid(place) or place.hand.ready)
    scale = 2.0 if height >= 75 else 1.6
    return Row(
        place.id,
        place.name,
        place.kind,
        y,
        scale,
        name_lines(place.name, NAME_LEFT, y, size, LEFT - 12, height),
        waits,
    )


# -- Heads of columns -------------------------------------------------------------------------------------


def _heads(
    pieces: Sequence[Piece], width: float, sizes: Sequence[float], standing: Standing, counting: bool
) -> tuple[Head, ...]:
    """The heads beside each other under their icons; where columns are too narrow for that, in two rows."""
    size = sizes[-1]
    rows = 1 if len(pieces) == len(FIVE) and len(sizes) == 1 else 2
    if rows == 2:
        size = next((one for one in sizes if _fit_in_two(pieces, width, one)), size)
    counts = [sum(1 for place in standing.places if one.key in place.hand.laid) for one in pieces]
    return tuple(
        _head(one, place, width, size, rows, counts[place] if counting else 0)
        for place, one in enumerate(pieces)
    )


def _fit_in_two(pieces: Sequence[Piece], width: float, size: float) -> bool:
    return all(fitting(one.short, 2 * width - HEAD_GAP, size) >= SQUEEZE for one in pieces)


def _head(one: Piece, place: int, width: float, size: float, rows: int, count: int) -> Head:
    """A head above its column; in two rows every other one stands higher, with a line down to its column."""
    x, room = round(LEFT + width * (place + 0.5), 2), rows * width - (HEAD_GAP if rows == 2 else 8)
    if rows == 1:
        return Head(one, x, 22, Text(one.short, x, 84, size, pressed(one.short, room, size)), None, count)
    upper = place % 2 == 0
    half = min(room, text_width(one.short) * size) / 2
    middle = round(min(max(x, LEFT + half - width / 2), WIDTH + 40 - half), 2)
    name = Text(one.short, middle, 36 if upper else 86, size, pressed(one.short, room, size))
    return Head(one, x, 0, name, (x, 50, TOP - 6) if upper else None, count)
