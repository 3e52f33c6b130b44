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
from mapping.squeeze import squeeze
from mapping.tidy import gather, tidy

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
    inks = _inks(network)
    kept = {key: spot for key, spot in (stored or {}).items() if key in network.by_key}
    # On the shelf stay those without lines; above it those with lines, and those who had some.
    kept = {key: spot for key, spot in kept.items() if spot[1] < 0 or not network.ties_of[key]}
    missing = [key for key, ties in network.ties_of.items() if ties and key not in kept]
    known = sum(spot[1] < 0 for spot in kept.values())
    positions = None
    if known and known >= len(missing):
        positions = _keep(network, inks, kept, missing)
    if positions is None:
        positions = _afresh(network, inks)
    return _framed(positions, inks, network)


def _inks(network: Network) -> dict[str, Ink]:
    """The room of each actor; on large maps only the best connected have their name written."""
    size = name_size(len(network.nodes))
    by_degree = sorted(network.nodes, key=lambda node: (-len(network.ties_of[node.key]), node.key))
    named = {node.key for node in by_degree[: names_written(len(by_degree))]}
    inks = {}
    for node in network.nodes:
        partners = len(network.ties_of[node.key])
        # A mark without a name takes the same room whatever its actor is called.
        inks[node.key] = (
            measure(node.label, partners, size) if node.key in named else measure("", partners, None)
        )
    return inks


def _afresh(network: Network, inks) -> dict[str, tuple[float, float]]:
    """Everything placed from nothing."""
    keys = [node.key for node in network.nodes if network.ties_of[node.key]]
    boxes = Boxes([inks[key] for key in keys])
    lines, group = _as_numbers(network, keys)
    spots = _spread(arrange(lines, group, np.bincount(lines.ravel(), minlength=len(keys))), boxes)
    if len(network.nodes) <= ALL_NAMES_UP_TO:
        spots = gather(tidy(squeeze(spots, boxes), boxes, lines), boxes, lines)
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
    """From units of one actor's room to map units, nothing overlapping, and about the picture's shape."""
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


def _keep(network, inks, kept, missing) -> dict[str, tuple[float, float]] | None:
    """Old places kept, new actors put near those they work with; None if that cannot be without overlap."""
    keys = [*sorted(kept), *missing]
    index = {key: i for i, key in enumerate(keys)}
    # Where somebody is not placed yet there is no number, and no number overlaps nothing.
    spots = np.full((len(keys), 2), np.nan)
    spots[: len(kept)] = [kept[key] for key in keys[: len(kept)]]
    boxes = Boxes([inks[key] for key in keys])
    waiting = missing
    while waiting:
        ready = [key for key in waiting if _partners_placed(network, key, index, spots).any()] or waiting[:1]
        for key in ready:
            wanted = _wanted(spots, spots[_partners_placed(network, key, index, spots)])
            spot = free_spot(wanted, inks[key], spots, boxes, lowest=-1)
            if spot is None:
                return None
            spots[index[key]] = spot
        waiting = [key for key in waiting if key not in set(ready)]
    above = spots[:, 1] < 0
    spots, done = push_apart(spots, boxes, grow=False)
    if not done or (above != (spots[:, 1] < 0)).any():
        return None
    positions = _as_positions(keys, spots)
    left, _, right, _ = boxes.frame(spots)
    return positions | shelve(network, inks, positions, right - left)


def _partners_placed(network: Network, key: str, index, spots: np.ndarray) -> np.ndarray:
    """Which actors the given one works with and already have a place above the shelf: n booleans."""
    found = np.zeros(len(spots), bool)
    found[[index[tie.other(key)] for tie in network.ties_of[key]]] = True
    return found & (spots[:, 1] < 0)


def _wanted(spots: np.ndarray, partners: np.ndarray) -> tuple[float, float]:
    """In the middle of the partners; with none, at the edge where the map has room to grow in its shape."""
    if len(partners):
        return tuple(partners.mean(axis=0))
    placed = spots[spots[:, 1] < 0]
    (left, top), (right, bottom) = placed.min(axis=0), placed.max(axis=0)
    if right - left > ASPECT * (bottom - top):
        return (left + right) / 2, top
    return right, (top + bottom) / 2


def _as_positions(keys, spots: np.ndarray) -> dict[str, tuple[float, float]]:
    return dict(zip(keys, map(tuple, spots.round(DECIMALS).tolist()), strict=True))


def _framed(positions, inks, network: Network) -> Layout:
    """The layout with a frame round all ink, never smaller than the smallest picture."""
    keys = list(network.by_key)
    spots = np.array([positions[key] for key in keys], float).reshape(-1, 2)
    left, top, right, bottom = Boxes([inks[key] for key in keys]).frame(spots)
    width = max(right - left + 2 * MARGIN, SMALLEST_WIDTH)
    height = max(bottom - top + 2 * MARGIN, SMALLEST_HEIGHT)
    return Layout(
        positions={key: positions[key] for key in keys},
        inks=inks,
        left=round(float(left + right - width) / 2, DECIMALS),
        top=round(float(top + bottom - height) / 2, DECIMALS),
        width=round(float(width), DECIMALS),
        height=round(float(height), DECIMALS),
        name_size=name_size(len(keys)),
    )
