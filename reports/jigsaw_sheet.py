"""A sheet of puzzle pieces, three by two, and where it is cut: the front and its mirrored back. Plain Python.

Lengths are millimetres of the A4 sheet lying down; A3 is the same drawing √2 times as large, so that a piece
of 80 mm becomes one of 113 mm. Every joint stands at a height or a place of its own: only the right
neighbours fit, and pieces can be sorted by touch.
"""

from dataclasses import dataclass

from config.geometry import Joint, piece

SHEET = (297, 210)
COLUMNS, ROWS, SIDE, KNOB = 3, 2, 80, 17
LEFT, TOP = (SHEET[0] - COLUMNS * SIDE) / 2, 27
CUT = 0.35
# How far a tick stands off the pieces, and how long it is.
TICK_OFF, TICK = 3.5, 5
# Between the column and the next one: (column, row) → the joint as the left piece has it.
ACROSS = {(0, 0): Joint(-1, 0.22), (1, 0): Joint(1, 0.40), (0, 1): Joint(1, 0.34), (1, 1): Joint(-1, 0.28)}
# Between the two rows: column → the joint as the upper piece has it.
DOWN = {0: Joint(-1, 0.42), 1: Joint(1, 0.5), 2: Joint(-1, 0.58)}


@dataclass(frozen=True, slots=True)
class Cut:
    """One piece as it is cut: its place in the sheet, its upper left corner and its outline."""

    column: int
    row: int
    x: float
    y: float
    path: str


def cuts(*, mirrored: bool = False) -> tuple[Cut, ...]:
    """The six pieces, row by row from the left; `mirrored` as they lie when the sheet is turned over."""
    return tuple(_cut(column, row, mirrored) for row in range(ROWS) for column in range(COLUMNS))


def _cut(column: int, row: int, mirrored: bool) -> Cut:
    x, y = LEFT + column * SIDE, TOP + row * SIDE
    down = _down(column, mirrored)
    path = piece(
        x, y, SIDE, SIDE,
        top=_hole_for(down) if row else None,
        right=_across(column, row, mirrored) if column < COLUMNS - 1 else None,
        bottom=down if row < ROWS - 1 else None,
        left=_hole_for(_across(column - 1, row, mirrored)) if column else None,
        knob=KNOB,
    )  # fmt: skip
    return Cut(column, row, x, y, path)


def _across(column: int, row: int, mirrored: bool) -> Joint:
    """The joint on the right of a piece. In the mirror right is left: whoever had the knob has the hole."""
    return _hole_for(ACROSS[COLUMNS - 2 - column, row]) if mirrored else ACROSS[column, row]


def _down(column: int, mirrored: bool) -> Joint:
    """The joint below a piece of the upper row."""
    if not mirrored:
        return DOWN[column]
    joint = DOWN[COLUMNS - 1 - column]
    return Joint(joint.sign, round(1 - joint.place, 4))


def _hole_for(joint: Joint) -> Joint:
    """What the neighbour has at the same place."""
    return Joint(-joint.sign, joint.place)


def ticks() -> str:
    """The short lines outside the pieces that say where a straight cut begins, as one path."""
    right, bottom = LEFT + COLUMNS * SIDE, TOP + ROWS * SIDE
    paths = []
    for x in (LEFT + column * SIDE for column in range(COLUMNS + 1)):
        paths += [f"M{x} {TOP - TICK_OFF - TICK}v{TICK}", f"M{x} {bottom + TICK_OFF}v{TICK}"]
    for y in (TOP + row * SIDE for row in range(ROWS + 1)):
        paths += [f"M{LEFT - TICK_OFF - TICK} {y}h{TICK}", f"M{right + TICK_OFF} {y}h{TICK}"]
    return "".join(paths)
