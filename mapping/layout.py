"""Where each actor stands on the map.

Those with lines stand above the line y = 0, those without on a shelf below it; the sign of a stored y thus
tells whether the actor has been given its place. Once given, a place is kept: a new actor goes to the free
spot nearest to those it works with, and an old one moves only if ink would otherwise overlap. Everything is
deterministic and independent of the order of actors and lines. Lengths are map units (pixels at 100 %).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mapping.arrange import arrange
from mapping.ink import ALL_NAMES_UP_TO, Ink, measure, name_size, names_written
from mapping.network import Network
from mapping.shelf import room_above, shelve
from mapping.spacing import Boxes, free_spot, push_apart
from mapping.tidy import tidy

# The picture's shape, and the smallest picture.
ASPECT, SMALLEST_WIDTH, SMALLEST_HEIGHT = 1.8, 970, 555
MARGIN = 24
# Room around each actor before pushing begins, in units of its ink: airy when there are few, closer when many
# names must share the sheet, airy again on large maps, where most names are left out.
ROOM_FEW, ROOM_CLOSE, CLOSE_FROM, ROOM_LARGE = 1.75, 0.85, 60, 1.25
# The drawing is stretched towards its shape, but not out of recognition.
STRETCH_AT_MOST = 1.8
ROUNDS_SMALL = 4
DECIMALS = 1


@dataclass(frozen=True)
class Layout:
    """Positions of the middle of each mark by key, the frame round all ink, and the ink of each actor.

    `positions` is what to store and hand back as `stored` next time.
    """

    positions: Mapping[str, tuple[float, float]]
    inks: Mapping[str, Ink]
    left: float
    top: float
    width: float
    height: float
    name_size: float


def lay_out(network: Network, stored: Mapping[str, tuple[float, float]] | None = None) -> Layout:
    """Place every actor of the network; those in `stored` keep their place while most of the map is known.

    No two marks overlap, no written name overlaps a mark or another name, and all ink is inside the frame.
    """
    keys = [node.key for node in network.nodes]
    inks = _inks(network)
    stored = stored or {}
    placed = [key for key in keys if network.ties_of[key] or stored.get(key, (0, 0))[1] < 0]
    known = [key for key in placed if stored.get(key, (0, 0))[1] < 0]
    positions = None
    if known and 2 * len(known) >= len(placed):
        positions = _keep(network, inks, placed, known, stored)
    if positions is None:
        positions = _afresh(network, inks)
    return _framed(positions, inks, network)


def _inks(network: Network) -> dict[str, Ink]:
    """The room of each actor; on large maps only the best connected have their name written."""
    size = name_size(len(network.nodes))
    by_degree = sorted(network.nodes, key=lambda node: (-len(network.ties_of[node.key]), node.key))
    named = {node.key for node in by_degree[: names_written(len(by_degree))]}
    return {
        node.key: measure(node.label, len(network.ties_of[node.key]), size if node.key in named else None)
        for node in network.nodes
    }


def _afresh(network: Network, inks) -> dict[str, tuple[float, float]]:
    """Everything placed from nothing."""
    keys = [node.key for node in network.nodes if network.ties_of[node.key]]
    boxes = Boxes([inks[key] for key in keys])
    lines, group = _as_numbers(network, keys)
    spots = _spread(arrange(lines, group, np.bincount(lines.ravel(), minlength=len(keys))), boxes)
    if len(network.nodes) <= ALL_NAMES_UP_TO:
        spots = tidy(spots, boxes, lines)
    left, _, right, bottom = boxes.frame(spots)
    spots = spots - (left, bottom)
    shelf = shelve(network, inks, {}, right - left)
    shelf_boxes = Boxes([inks[key] for key in shelf])
    spots[:, 1] += room_above(spots, boxes, np.array(list(shelf.values())), shelf_boxes)
    return _as_positions(keys, spots) | shelf


def _as_numbers(network: Network, keys: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Lines (m × 2) and group numbers (n), with the actors numbered in the order of `keys`."""
    index = {key: i for i, key in enumerate(keys)}
    lines = np.array([(index[tie.a], index[tie.b]) for tie in network.ties], int).reshape(-1, 2)
    group = np.zeros(len(keys), int)
    for number, members in enumerate(network.groups):
        group[[index[key] for key in members]] = number
    return lines, group


def _spread(spots: np.ndarray, boxes: Boxes) -> np.ndarray:
    """From units of one actor's room to map units: nothing overlaps, the whole has about the picture's shape."""
    count = len(spots)
    if count < 2:
        return spots
    few = max(0, 1 - count / CLOSE_FROM)
    room = ROOM_LARGE if count > ALL_NAMES_UP_TO else ROOM_CLOSE + (ROOM_FEW - ROOM_CLOSE) * few
    spots = spots * room * np.sqrt(4 * (boxes.half * boxes.tall).sum() / count)
    wide, high = np.ptp(spots, axis=0)
    stretch = 1
    for _ in range(ROUNDS_SMALL if count <= ALL_NAMES_UP_TO else 1):
        stretch *= np.sqrt(ASPECT * max(high, 1e-9) / max(wide, 1e-9))
        stretch = np.clip(stretch, 1 / STRETCH_AT_MOST, STRETCH_AT_MOST)
        apart, _ = push_apart(spots * (stretch, 1 / stretch), boxes)
        # Names are wide and low, so pushing makes the map taller; on a small one there is time to correct.
        wide, high = np.ptp(apart, axis=0)
    return apart


def _keep(network, inks, placed, known, stored) -> dict[str, tuple[float, float]] | None:
    """Old places kept, new actors put near those they work with; None if that cannot be without overlap."""
    spots = {key: stored[key] for key in known}
    shelf = {key: stored[key] for key in inks if key not in placed and stored.get(key, (0, 0))[1] > 0}
    missing = [key for key in placed if key not in spots]
    while missing:
        key = min(missing, key=lambda k: (-_known_partners(network, k, spots), k))
        missing.remove(key)
        taken = spots | shelf
        boxes, here = Boxes([inks[k] for k in taken]), np.array(list(taken.values()), float)
        spot = free_spot(_wanted(network, key, spots), inks[key], here, boxes, lowest=-1)
        if spot is None:
            return None
        spots[key] = spot
    taken = spots | shelf
    boxes = Boxes([inks[key] for key in taken])
    apart, done = push_apart(np.array(list(taken.values()), float), boxes, grow=False)
    above = apart[: len(spots), 1]
    if not done or (above >= 0).any() or (apart[len(spots) :, 1] <= 0).any():
        return None
    positions = _as_positions(taken, apart)
    left, _, right, _ = boxes.frame(apart)
    return positions | shelve(network, inks, positions, right - left)


def _known_partners(network: Network, key: str, spots) -> int:
    return sum(tie.other(key) in spots for tie in network.ties_of[key])


def _wanted(network: Network, key: str, spots) -> tuple[float, float]:
    """In the middle of those the actor works with; in the middle of the right edge if none is placed."""
    near = [spots[tie.other(key)] for tie in network.ties_of[key] if tie.other(key) in spots]
    if near:
        return tuple(np.mean(near, axis=0))
    everyone = np.array(list(spots.values()))
    return everyone[:, 0].max(), everyone[:, 1].mean()


def _as_positions(keys, spots) -> dict[str, tuple[float, float]]:
    return {
        key: (round(float(x), DECIMALS), round(float(y), DECIMALS))
        for key, (x, y) in zip(keys, spots, strict=True)
    }


def _framed(positions, inks, network: Network) -> Layout:
    """The layout with a frame round all ink, never smaller than the smallest picture."""
    keys = [node.key for node in network.nodes]
    boxes = Boxes([inks[key] for key in keys])
    left, top, right, bottom = boxes.frame(np.array([positions[key] for key in keys], float).reshape(-1, 2))
    width = max(right - left + 2 * MARGIN, SMALLEST_WIDTH)
    height = max(bottom - top + 2 * MARGIN, SMALLEST_HEIGHT)
    return Layout(
        positions={key: positions[key] for key in keys},
        inks=inks,
        left=round((left + right - width) / 2, DECIMALS),
        top=round((top + bottom - height) / 2, DECIMALS),
        width=round(width, DECIMALS),
        height=round(height, DECIMALS),
        name_size=name_size(len(keys)),
    )
