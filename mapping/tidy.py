"""The last touch on a small map: actors try free spots nearby, so that fewer lines cross or hit others.

Arrays only. Overlap-free before is overlap-free after: an actor moves only to where its ink is free.
"""

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from mapping.ink import BEND
from mapping.spacing import Boxes

# What is avoided, in crossings: a line through a mark, a line through a name, and length (per unit of room).
THROUGH_MARK, THROUGH_NAME, LENGTH = 3.0, 0.7, 0.25
# Spots tried: so many directions, at these distances in units of the room of one actor.
DIRECTIONS, DISTANCES = 8, (0.35, 0.8, 1.6)
# Pieces that hang together with nobody else are drawn in by such steps until they are this near to somebody.
DRAW_STEP, BESIDE = 15, 30
# Tries are dear: this many in all, so that middle-sized maps are not slower than large ones.
TRIES_AT_MOST, ROUNDS_AT_MOST = 260, 5


def gather(spots: np.ndarray, boxes: Boxes, lines: np.ndarray) -> np.ndarray:
    """New spots (n × 2) where pieces without a line to the largest one stand close to it, not far out."""
    count = len(spots)
    joined = csr_matrix((np.ones(len(lines)), (lines[:, 0], lines[:, 1])), shape=(count, count))
    pieces, piece = connected_components(joined, directed=False)
    if pieces < 2:
        return spots
    spots = spots.copy()
    middle = spots[piece == np.bincount(piece).argmax()].mean(axis=0)
    centres = [spots[piece == number].mean(axis=0) for number in range(pieces)]
    for number in sorted(range(pieces), key=lambda n: (np.hypot(*(centres[n] - middle)), n)):
        _draw_in(spots, boxes, piece == number, middle)
    return spots


def _draw_in(spots: np.ndarray, boxes: Boxes, members: np.ndarray, middle: np.ndarray) -> None:
    """Move the members together towards the middle, in place, until they stand beside somebody."""
    way = middle - spots[members].mean(axis=0)
    far = np.hypot(*way)
    inside = members[boxes.owner]
    half = boxes.half[inside][:, None] + boxes.half[~inside] + BESIDE
    tall = boxes.tall[inside][:, None] + boxes.tall[~inside] + BESIDE
    for _ in range(int(far / DRAW_STEP)):
        step = np.where(members[:, None], way / far * DRAW_STEP, 0)
        x, y = boxes.centres(spots + step)
        wide, high = (
            np.abs(x[inside][:, None] - x[~inside]) < half,
            np.abs(y[inside][:, None] - y[~inside]) < tall,
        )
        if (wide & high).any():
            break
        spots += step


def tidy(spots: np.ndarray, boxes: Boxes, lines: np.ndarray) -> np.ndarray:
    """New spots (n × 2) with fewer crossings; `lines` is m × 2 indexes. The outer frame does not grow."""
    if len(spots) < 3:
        return spots
    spots = spots.copy()
    sheet = _Sheet(spots, boxes, lines)
    tries = 0
    for _ in range(ROUNDS_AT_MOST):
        moved = False
        for actor in sheet.busiest():
            if tries == TRIES_AT_MOST:
                return spots
            tries += 1
            moved |= sheet.improve(actor)
        if not moved:
            break
    return spots


class _Sheet:
    """The map being tidied; `spots` is changed in place."""

    def __init__(self, spots, boxes, lines):
        self.spots, self.boxes, self.lines = spots, boxes, lines
        self.unit = np.sqrt(4 * (boxes.half * boxes.tall).sum() / len(spots))
        count = boxes.count
        self.mark_reach = boxes.half[:count]
        self.of_actor = [np.flatnonzero(boxes.owner == i) for i in range(count)]
        self.own_lines = [np.flatnonzero((lines == i).any(axis=1)) for i in range(count)]
        left, top, right, bottom = boxes.frame(spots)
        self.frame = np.array([left, top]), np.array([right, bottom])
        angle = np.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)
        ring = np.column_stack([np.cos(angle), np.sin(angle)])
        self.steps = np.concatenate([ring * distance * self.unit for distance in DISTANCES])

    def busiest(self) -> list[int]:
        """Actors, those with fewest lines first: they are the easiest to find a better place for."""
        return sorted(range(len(self.spots)), key=lambda i: (len(self.own_lines[i]), i))

    def improve(self, actor: int) -> bool:
        """Move the actor to the best of the free spots it tries; whether it moved."""
        here = self.spots[actor]
        own = self.lines[self.own_lines[actor]]
        partners = self.spots[np.where(own[:, 0] == actor, own[:, 1], own[:, 0])]
        middle = partners.mean(axis=0)
        tries = np.vstack([here, here + self.steps, middle + self.steps[:DIRECTIONS], (here + middle) / 2])
        tries = tries[self._free(actor, tries)]
        if len(tries) < 2:
            return False
        cost = self._cost(actor, tries, partners, np.where(own[:, 0] == actor, 1, -1))
        best = int(cost.argmin())
        if best == 0 or cost[best] > cost[0] - 1e-6:
            return False
        self.spots[actor] = tries[best]
        return True

    def _free(self, actor: int, tries: np.ndarray) -> np.ndarray:
        """Which of the tries are inside the frame and overlap nobody; the first is where the actor stands."""
        boxes = self.boxes
        x, y = boxes.centres(self.spots)
        others = np.flatnonzero(boxes.owner != actor)
        free = np.ones(len(tries), bool)
        for box in self.of_actor[actor]:
            middle = tries + np.array([0, boxes.drop[box]])
            size = np.array([boxes.half[box], boxes.tall[box]])
            free &= ((middle - size >= self.frame[0]) & (middle + size <= self.frame[1])).all(axis=1)
            wide = np.abs(middle[:, :1] - x[others]) < boxes.half[others] + boxes.half[box]
            high = np.abs(middle[:, 1:] - y[others]) < boxes.tall[others] + boxes.tall[box]
            free &= ~(wide & high).any(axis=1)
        free[0] = True
        return free

    def _cost(self, actor, tries, partners, sign) -> np.ndarray:
        """What each try costs, in crossings."""
        rest = np.delete(self.lines, self.own_lines[actor], axis=0)
        start, end = self.spots[rest[:, 0]], self.spots[rest[:, 1]]
        crossed = _crossings(tries, partners, start, end)
        length = np.hypot(*(tries[:, None] - partners).transpose(2, 0, 1)).sum(axis=1) / self.unit
        cost = crossed + LENGTH * length
        x, y = self.boxes.centres(self.spots)
        others = np.flatnonzero(self.boxes.owner != actor)
        middles = np.column_stack([x, y])[others]
        weights = np.where(others < self.boxes.count, THROUGH_MARK, THROUGH_NAME)
        sizes = np.column_stack([self.boxes.half, self.boxes.tall])[others]
        # The actor's own lines through the others' ink. A line's own ends are hit by all its tries alike.
        hit = _through(tries[:, None], partners, sign[:, None], middles, sizes)
        cost += (hit * weights).sum(axis=(1, 2))
        for box in self.of_actor[actor]:
            size = np.array([[self.boxes.half[box], self.boxes.tall[box]]])
            ink = tries + np.array([0, self.boxes.drop[box]])
            hit = _through(start, end, np.ones((len(start), 1)), ink, size)
            cost += hit.sum(axis=0) * (THROUGH_MARK if box < self.boxes.count else THROUGH_NAME)
        return cost


def _crossings(tries, partners, start, end) -> np.ndarray:
    """How many of the lines start–end are crossed by the lines from each try to the partners."""

    def side(p, q, r):
        return (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (
            r[..., 0] - p[..., 0]
        )

    here, there = tries[:, None, None], partners[None, :, None]
    apart = side(start, end, here) * side(start, end, there) < -1e-6
    astride = side(here, there, start) * side(here, there, end) < -1e-6
    return (apart & astride).sum(axis=(1, 2))


def _through(start, end, sign, middles, sizes) -> np.ndarray:
    """Which curves start–end (…) run through which ink boxes (k): … × k of booleans.

    The bow of a curve counts: at the share t of the way it is 2t(1 − t) · BEND · length to one side.
    """
    way = np.asarray(end - start)
    length = np.maximum(np.hypot(way[..., 0], way[..., 1]), 1e-9)[..., None]
    along_x, along_y = way[..., :1] / length, way[..., 1:] / length
    from_x, from_y = middles[:, 0] - start[..., :1], middles[:, 1] - start[..., 1:]
    along = from_x * along_x + from_y * along_y
    beside = from_y * along_x - from_x * along_y
    share = along / length
    beside = beside - sign * 2 * share * (1 - share) * BEND * length
    # The box as seen from the line: half its extent across the direction of the line.
    across = sizes[:, 0] * np.abs(along_y) + sizes[:, 1] * np.abs(along_x)
    ahead = sizes[:, 0] * np.abs(along_x) + sizes[:, 1] * np.abs(along_y)
    return (np.abs(beside) < 0.9 * across) & (along > ahead * 0.5) & (along < length - ahead * 0.5)
