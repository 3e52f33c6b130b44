"""Drawing a small map together, so that its names can be read without rolling far.

Arrays only. Chains and lone partners reach far out, and the space between them stays empty. The whole is
shrunk a little at a time and whatever then overlaps is pushed apart again: the crowded middle keeps its room,
the far ends come in.
"""

from copy import copy

import numpy as np

from mapping.spacing import Boxes, push_apart

# Each time the longer side shrinks this much and the shorter one half as much, at most so many times.
STEP, TIMES_AT_MOST = 0.97, 60
# Air left round each actor: later marks grow and newcomers squeeze in, and nobody should be pushed along.
AIR = 3
# Pushing takes its time; on larger maps than this fewer names are near enough to matter.
ACTORS_AT_MOST = 80
# It is enough when ink fills this much of the frame, or when a step makes it no smaller.
FULL, HARDLY = 0.7, 1.0
# Width by height that is aimed at: names are wide and low, so what is pushed apart grows in height.
SHAPE = 1.3
# Within this share of the wanted shape, both sides shrink alike.
SHAPE_SLACK = 0.05


def squeeze(spots: np.ndarray, boxes: Boxes) -> np.ndarray:
    """New spots (n × 2) in a smaller frame nearer to SHAPE; free of overlap as before.

    Maps of more than ACTORS_AT_MOST are left as they are.
    """
    if not 1 < len(spots) <= ACTORS_AT_MOST:
        return spots
    boxes = copy(boxes)
    boxes.half, boxes.tall = boxes.half + AIR, boxes.tall + AIR
    ink = 4 * (boxes.half * boxes.tall).sum()
    left, top, right, bottom = boxes.frame(spots)
    for _ in range(TIMES_AT_MOST):
        area = (right - left) * (bottom - top)
        if area <= ink / FULL:
            break
        middle = np.array([left + right, top + bottom]) / 2
        shrunk = middle + (spots - middle) * _shares((right - left) / (bottom - top) / SHAPE)
        tried, apart = push_apart(shrunk, boxes, grow=False)
        left, top, right, bottom = boxes.frame(tried)
        if not apart or (right - left) * (bottom - top) > area * HARDLY:
            break
        spots = tried
    return spots


def _shares(too_wide: float) -> tuple[float, float]:
    """How much of width and height is kept, when the frame is so many times too wide."""
    gentle = 1 - (1 - STEP) / 2
    if too_wide > 1 + SHAPE_SLACK:
        return STEP, gentle
    if too_wide < 1 - SHAPE_SLACK:
        return gentle, STEP
    return STEP, STEP
