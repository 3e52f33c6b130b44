"""The shelf under the map, where actors without collaborations stand until they get their first.

The shelf is where y is above 0; everybody else stands where y is below 0.
"""

from collections.abc import Mapping

import numpy as np

from mapping.ink import Ink
from mapping.network import Network, by_name
from mapping.spacing import Boxes

# Air between two actors on the shelf, and between two rows or the shelf and the map.
GAP_BESIDE, GAP_BETWEEN = 12, 14
# Many on the shelf and few above it: the rows together get about this shape.
ASPECT, SHORTEST_ROW = 1.6, 900
# How far along the row the next try is, where the map is in the way.
STEP = 20
DECIMALS = 1


def shelve(
    network: Network,
    inks: Mapping[str, Ink],
    positions: Mapping[str, tuple[float, float]],
    width: float,
) -> dict[str, tuple[float, float]]:
    """Positions for actors without lines that have none yet: in Danish order, row by row from x = 0.

    They come after those already on the shelf, who stay; a row is about as wide as the map, `width`.
    """
    missing = [node for node in network.nodes if node.key not in positions and not network.ties_of[node.key]]
    if not missing:
        return {}
    keys = [node.key for node in sorted(missing, key=by_name)]
    half = {key: max(inks[key].reach, inks[key].name_half) + GAP_BESIDE / 2 for key in keys}
    up = max(inks[key].reach for key in keys)
    tall = up + max(max(inks[key].reach, inks[key].name_bottom) for key in keys) + GAP_BETWEEN
    area = sum(2 * half[key] for key in keys) * tall
    width = max(width, SHORTEST_ROW, float(np.sqrt(area * ASPECT)))
    x, y = _after_the_last(inks, positions) or (0, GAP_BETWEEN + up)
    taken = _Taken(inks, positions)
    found = {}
    for key in keys:
        # A map that has grown may hang down into the row: then a little further along, or a row below.
        while (x + 2 * half[key] > width and x > 0) or taken.blocks(inks[key], x + half[key], y):
            x, y = (x + STEP, y) if x + STEP + 2 * half[key] <= width else (0, y + tall)
        found[key] = (round(x + half[key], DECIMALS), round(y, DECIMALS))
        x += 2 * half[key]
    return found


class _Taken:
    """The ink of those who have a place."""

    def __init__(self, inks, positions):
        self.boxes = Boxes([inks[key] for key in positions])
        spots = np.array(list(positions.values()), float).reshape(-1, 2)
        self.centres = np.column_stack(self.boxes.centres(spots))

    def blocks(self, ink: Ink, x: float, y: float) -> bool:
        """Whether an actor with this ink would overlap somebody at (x, y)."""
        if not self.boxes.count:
            return False
        return bool(
            Boxes([ink]).blocked(np.array([[x, y]]), self.centres, self.boxes.half, self.boxes.tall)[0]
        )


def _after_the_last(inks, positions) -> tuple[float, float] | None:
    """Where the next actor on the shelf begins: right of the last one in the lowest row."""
    shelf = [(y, x + max(inks[key].reach, inks[key].name_half)) for key, (x, y) in positions.items() if y > 0]
    if not shelf:
        return None
    lowest = max(y for y, _ in shelf)
    return max(end for y, end in shelf if y > lowest - 1) + GAP_BESIDE / 2, lowest


def room_above(spots: np.ndarray, boxes: Boxes, shelf: np.ndarray, shelf_boxes: Boxes) -> float:
    """How far the map can come down towards the shelf before ink meets, each staying on its side of y = 0."""
    if not len(spots) or not len(shelf):
        return 0
    x, y = boxes.centres(spots)
    shelf_x, shelf_y = shelf_boxes.centres(shelf)
    room = (shelf_y - shelf_boxes.tall)[:, None] - (y + boxes.tall)
    over = np.abs(shelf_x[:, None] - x) < shelf_boxes.half[:, None] + boxes.half + GAP_BESIDE
    nearest = np.where(over, room, np.inf).min() - GAP_BETWEEN
    return max(0, min(nearest, -1 - spots[:, 1].max()))
