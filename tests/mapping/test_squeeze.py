"""A small map is drawn together: less empty sheet, still no overlap, and room for those who come later."""

import numpy as np

from mapping.ink import measure
from mapping.spacing import Boxes
from mapping.squeeze import ACTORS_AT_MOST, squeeze


def row_of_boxes(count):
    return Boxes([measure(f"Aktør nummer {number}", 2, 16) for number in range(count)])


def far_apart(count):
    """In rows of six, 200 units from side to side and 300 from row to row."""
    return np.array([(200.0 * (number % 6), 300.0 * (number // 6)) for number in range(count)])


def area(boxes, spots):
    left, top, right, bottom = boxes.frame(spots)
    return (right - left) * (bottom - top)


def test_the_sheet_becomes_smaller_and_nothing_overlaps():
    boxes, far = row_of_boxes(30), far_apart(30)
    near = squeeze(far, boxes)
    assert area(boxes, near) < 0.6 * area(boxes, far)
    assert len(boxes.overlaps(near)[0]) == 0


def test_a_large_map_and_a_single_actor_stay_as_they_are():
    for count in (1, ACTORS_AT_MOST + 1):
        spots = far_apart(count)
        assert squeeze(spots, row_of_boxes(count)) is spots
