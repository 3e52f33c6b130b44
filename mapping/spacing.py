"""Keeping the ink of actors apart: finding what overlaps, pushing it apart, finding a free spot.

Arrays only. A position is the middle of an actor's mark, y grows downwards. The ink of an actor is one or
two boxes that move with it: the mark, and the name beneath it.
"""

from collections.abc import Sequence

import numpy as np
from scipy.spatial import KDTree

from mapping.ink import GAP, Ink

# The air between two actors may shrink by this much: stored positions are rounded.
TOLERATED = 0.5
# With so few boxes, looking at every pair is faster than building a tree.
EVERY_PAIR_UP_TO = 260
PUSHES_AT_MOST = 400
# Each takes a little more than half the way: faster, and crowds still come to rest.
PUSH = 0.6
NAMED_STANDS_FIRMER = 3
# Pairs within this distance are watched until somebody has moved half of it.
SLACK = 16
# When pushing alone does not help, the whole drawing grows by this much, each so many pushes.
GROWTH, PUSHES_PER_GROWTH = 1.03, 8
# Finding a free spot: how far apart the rings round the wanted spot are; the near ones are tried first.
RING_STEP, RINGS = 22, (range(20), range(20, 80), range(80, 400))


class Boxes:
    """The ink boxes of a row of actors: whose, how far below the mark's middle, half width, half height."""

    def __init__(self, inks: Sequence[Ink]):
        named = [i for i, ink in enumerate(inks) if ink.name]
        reach = np.array([ink.reach for ink in inks], float)
        names = np.array([(inks[i].name_half, inks[i].name_top, inks[i].name_bottom) for i in named], float)
        names = names.reshape(-1, 3)
        self.count = len(inks)
        # On a map where few have their name written, those stand firmer: they are what the eye looks for.
        self.firmness = np.ones(len(inks))
        if len(named) < len(inks):
            self.firmness[named] = NAMED_STANDS_FIRMER
        self.owner = np.concatenate([np.arange(len(inks)), np.array(named, int)])
        self.drop = np.concatenate([np.zeros(len(inks)), (names[:, 1] + names[:, 2]) / 2])
        self.half = np.concatenate([reach, names[:, 0]]) + GAP / 2
        self.tall = np.concatenate([reach, (names[:, 2] - names[:, 1]) / 2]) + GAP / 2
        self.pairs = self._every_pair() if len(self.owner) <= EVERY_PAIR_UP_TO else None

    def _every_pair(self):
        a, b = np.triu_indices(len(self.owner), 1)
        apart = self.owner[a] != self.owner[b]
        return a[apart], b[apart]

    def centres(self, spots: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """x and y of the middle of each box, with the actors at `spots` (n × 2)."""
        return spots[self.owner, 0], spots[self.owner, 1] + self.drop

    def frame(self, spots: np.ndarray) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all the ink; zeros if there is none."""
        if not self.count:
            return 0, 0, 0, 0
        x, y = self.centres(spots)
        return (x - self.half).min(), (y - self.tall).min(), (x + self.half).max(), (y + self.tall).max()

    def blocked(
        self, tries: np.ndarray, centres: np.ndarray, half: np.ndarray, tall: np.ndarray
    ) -> np.ndarray:
        """For each spot tried: would this one actor's ink overlap a box with such a centre and half size?"""
        found = np.zeros(len(tries), bool)
        for drop, own_half, own_tall in zip(self.drop, self.half, self.tall, strict=True):
            wide = np.abs(tries[:, :1] - centres[:, 0]) < own_half + half
            high = np.abs(tries[:, 1:] + drop - centres[:, 1]) < own_tall + tall
            found |= (wide & high).any(axis=1)
        return found

    def near(self, spots: np.ndarray, slack: float = 0) -> tuple[np.ndarray, np.ndarray]:
        """Pairs of boxes less than `slack` apart, and perhaps some more."""
        if self.pairs is not None:
            return self.pairs
        x, y = self.centres(spots)
        marks = KDTree(spots, compact_nodes=False, balanced_tree=False)
        reach = 2 * self.half[: self.count].max() + slack
        a, b = marks.query_pairs(reach, p=np.inf, output_type="ndarray").T
        close = np.abs(spots[a] - spots[b]).max(axis=1) < self.half[a] + self.half[b] + slack
        names = np.arange(self.count, len(self.owner))
        wide = np.abs(x[names, None] - x) < self.half[names, None] + self.half + slack
        high = np.abs(y[names, None] - y) < self.tall[names, None] + self.tall + slack
        name, other = np.nonzero(wide & high)
        name = names[name]
        keep = (self.owner[name] != self.owner[other]) & ((other < self.count) | (name < other))
        return np.concatenate([a[close], name[keep]]), np.concatenate([b[close], other[keep]])

    def overlaps(self, spots: np.ndarray, near=None, tolerated: float = TOLERATED):
        """Overlapping pairs of boxes: (a, b, how deep in x and in y, x and y of b minus those of a)."""
        x, y = self.centres(spots)
        a, b = self.near(spots) if near is None else near
        across, along = x[b] - x[a], y[b] - y[a]
        deep_x = self.half[a] + self.half[b] - np.abs(across)
        deep_y = self.tall[a] + self.tall[b] - np.abs(along)
        hit = np.flatnonzero((deep_x > tolerated) & (deep_y > tolerated))
        return a[hit], b[hit], deep_x[hit], deep_y[hit], across[hit], along[hit]


def push_apart(spots: np.ndarray, boxes: Boxes, grow: bool = True) -> tuple[np.ndarray, bool]:
    """Move overlapping actors the shortest way apart until nothing overlaps; others stay where they are.

    Returns new spots and whether everything is apart. With `grow` the drawing is enlarged when it is too
    crowded, and the answer is then always yes in practice.
    """
    looked, near = spots, boxes.near(spots, SLACK)
    if not len(boxes.overlaps(spots, near)[0]):
        return spots, True
    for turn in range(1, PUSHES_AT_MOST + 1):
        if np.abs(spots - looked).max(initial=0) > SLACK / 2:
            looked, near = spots, boxes.near(spots, SLACK)
        overlaps = boxes.overlaps(spots, near, TOLERATED / 5)
        if not len(overlaps[0]):
            return spots, True
        spots = spots + _push(boxes, *overlaps)
        if grow and turn % PUSHES_PER_GROWTH == 0:
            middle = spots.mean(axis=0)
            spots = middle + (spots - middle) * GROWTH
    return spots, False


def _push(boxes: Boxes, a, b, deep_x, deep_y, across, along) -> np.ndarray:
    """How far each actor is to move: half the way out of every overlap, the shorter way."""
    sideways = deep_x <= deep_y
    # A little extra, so that two do not end edge to edge with a rounding error.
    push = np.where(sideways, deep_x, deep_y) * PUSH + 0.02
    push = np.where(np.where(sideways, across, along) < 0, -push, push)
    a, b = boxes.owner[a], boxes.owner[b]
    share = 2 * boxes.firmness[a] / (boxes.firmness[a] + boxes.firmness[b])
    owners, pushes = np.concatenate([b, a]), np.concatenate([share * push, (share - 2) * push])
    sideways = np.concatenate([sideways, sideways])
    return np.column_stack(
        [np.bincount(owners, np.where(chosen, pushes, 0), boxes.count) for chosen in (sideways, ~sideways)]
    )


def free_spot(
    wanted: tuple[float, float], ink: Ink, spots: np.ndarray, boxes: Boxes, lowest: float = np.inf
) -> tuple[float, float] | None:
    """The spot nearest to `wanted` where this ink overlaps none of the actors at `spots`, and y ≤ `lowest`.

    Returns (x, y), or None where there is no room within reach. Actors at NaN are not there.
    """
    own = Boxes([ink])
    centres = np.column_stack(boxes.centres(spots))
    for rings in RINGS:
        # Only what is within reach can be in the way; NaN is never within reach.
        reach = rings[-1] * RING_STEP + own.half.max() + own.drop.max() + own.tall.max()
        close = np.abs(centres - wanted).max(axis=1) < reach + np.maximum(boxes.half, boxes.tall)
        for ring in rings:
            tries = _ring(ring) + wanted
            tries = tries[tries[:, 1] <= lowest]
            free = ~own.blocked(tries, centres[close], boxes.half[close], boxes.tall[close])
            if free.any():
                x, y = tries[free][0]
                return float(x), float(y)
    return None


def _ring(number: int) -> np.ndarray:
    """Points on the ring with this number, somewhat flattened as the map is; ring 0 is the middle alone."""
    count = max(1, 6 * number)
    angle = np.arange(count) * (2 * np.pi / count)
    return np.column_stack([np.cos(angle), 0.8 * np.sin(angle)]) * (RING_STEP * number)
