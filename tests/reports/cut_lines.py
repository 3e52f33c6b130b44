"""Where a sheet is cut: points along every cut, from the geometry and from the PDF itself."""

import re
from collections.abc import Iterator

from pypdf.generic import ContentStream

from tests.reports.papers import MM

Point = tuple[float, float]
STEPS, ON_A_LINE = 8, 24


def points_of(path: str) -> list[Point]:
    """Points along path data of M, L, C and Z, in its own units; several on each curve."""
    found: list[Point] = []
    for letter, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        values = [float(one) for one in re.findall(r"-?[\d.]+", numbers)]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        if letter == "C":
            found += _along(found[-1], *pairs)
        elif letter == "L":
            found += _straight(found[-1], pairs[0])
        else:
            found += pairs
    return found


def _along(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    """Points on a cubic curve after its start."""
    for step in range(1, STEPS + 1):
        t = step / STEPS
        weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        both = list(zip(weights, (start, first, second, end), strict=True))
        yield sum(w * p[0] for w, p in both), sum(w * p[1] for w, p in both)


def _straight(start: Point, end: Point) -> Iterator[Point]:
    """Points on a line after its start."""
    for step in range(1, ON_A_LINE + 1):
        t = step / ON_A_LINE
        yield start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t


def farthest(some: list[Point], others: list[Point]) -> float:
    """How far the point of `some` that is farthest from all of `others` is from the nearest of them."""
    return max(min(((x - u) ** 2 + (y - v) ** 2) ** 0.5 for u, v in others) for x, y in some)


def turned(points: list[Point], width: float) -> list[Point]:
    """The points seen from behind, when the sheet is turned over its upright middle."""
    return [(width - x, y) for x, y in points]


def cuts_in_file(document, page, width: float) -> list[Point]:
    """Points of the paths that are stroked `width` mm wide on a page of a PDF, in mm from its lower left."""
    found, path, stack, matrix, line = [], [], [], (1, 0, 0, 1, 0, 0), 1.0
    for operands, operator in ContentStream(page.get_contents(), document).operations:
        match operator:
            case b"q":
                stack.append((matrix, line))
            case b"Q":
                matrix, line = stack.pop()
            case b"cm":
                matrix = _times([float(one) for one in operands], matrix)
            case b"w":
                line = float(operands[0])
            case b"m" | b"l" | b"c":
                _draw(path, operator, [float(one) for one in operands], matrix)
            case b"S" | b"s" | b"f" | b"f*" | b"n" | b"B" | b"B*" | b"b" | b"b*":
                scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
                if operator in (b"S", b"s") and abs(line * scale / MM - width) < 0.01:
                    found += [point for stroke in path if len(stroke) > 1 for point in stroke]
                path = []
    return [(x / MM, y / MM) for x, y in found]


def _draw(path: list, operator: bytes, values: list[float], matrix) -> None:
    """One step of a path, which is a list of strokes; a stroke of one point is nothing."""
    points = [_moved(values[at : at + 2], matrix) for at in range(0, len(values), 2)]
    if operator == b"m":
        path.append(points)
    elif operator == b"l":
        path[-1] += _straight(path[-1][-1], points[0])
    else:
        path[-1] += _along(path[-1][-1], *points)


def _times(inner, outer) -> tuple:
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer
    return a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F


def _moved(point, matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
