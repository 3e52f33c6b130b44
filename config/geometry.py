"""The drawings of the design: the jigsaw pieces of the empty state, and the sun.

Pure functions that return SVG path data. Lengths are in the units of the drawing they go into (pixels on
screen, millimetres in print), x grows to the right and y downwards; angles are in degrees, 0 to the right and
90 up. Numbers have at most two decimals, so the same drawing is always the same text.
"""

import math
from typing import NamedTuple

from config.looks import VALUE_LOOKS

Point = tuple[float, float]

# --- jigsaw pieces ---


class Joint(NamedTuple):
    """Where a side meets its neighbour: sign +1 for a knob, -1 for a hole; place 0..1 from left or top."""

    sign: int
    place: float = 0.5


# The knob as one line of cubic curves, in units of its size: (along the side, outwards), from the middle.
_KNOB = (
    (-0.52, 0),
    *((-0.34, 0), (-0.20, 0.04), (-0.22, 0.15)),
    *((-0.24, 0.25), (-0.43, 0.29), (-0.43, 0.52)),
    *((-0.43, 0.77), (-0.21, 0.90), (0, 0.90)),
    *((0.21, 0.90), (0.43, 0.77), (0.43, 0.52)),
    *((0.43, 0.29), (0.24, 0.25), (0.22, 0.15)),
    *((0.20, 0.04), (0.34, 0), (0.52, 0)),
)


def piece(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    top: Joint | None = None,
    right: Joint | None = None,
    bottom: Joint | None = None,
    left: Joint | None = None,
    knob: float = 40,
) -> str:
    """The outline of one piece with its body's upper left corner at (x, y); a side without joint is flat."""
    return _outline((x, y), (x + width, y + height), (top, right, bottom, left), knob)


def _outline(upper_left: Point, lower_right: Point, joints: tuple, knob: float) -> str:
    """The outline between two corners, clockwise, with the joints of top, right, bottom and left."""
    (x0, y0), (x1, y1) = upper_left, lower_right
    top, right, bottom, left = joints
    # Every side is computed from the left or the top and turned round where the pen goes the other way:
    # so two neighbours have the very same points on the side they share.
    return (
        f"M{_point((x0, y0))}"
        + _side(_joint_points((x0, y0), (x1, y0), (0, -1), top, knob), (x1, y0))
        + _side(_joint_points((x1, y0), (x1, y1), (1, 0), right, knob), (x1, y1))
        + _side(_joint_points((x0, y1), (x1, y1), (0, 1), bottom, knob)[::-1], (x0, y1))
        + _side(_joint_points((x0, y0), (x0, y1), (-1, 0), left, knob)[::-1], (x0, y0))
        + "Z"
    )


def _joint_points(start: Point, end: Point, outward: Point, joint: Joint | None, knob: float) -> list[Point]:
    """The points of the knob or hole on the side from start to end; none on a flat side."""
    if joint is None:
        return []
    length = math.dist(start, end)
    along_x, along_y = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    points = []
    for along, out in _KNOB:
        distance, reach = length * joint.place + along * knob, out * knob * joint.sign
        x = start[0] + along_x * distance + outward[0] * reach
        y = start[1] + along_y * distance + outward[1] * reach
        points.append((x, y))
    return points


def _side(points: list[Point], corner: Point) -> str:
    """Path data from where the pen is, round the joint's points, to the next corner."""
    if not points:
        return f"L{_point(corner)}"
    curves = "".join("C" + " ".join(map(_point, points[at : at + 3])) for at in range(1, len(points), 3))
    return f"L{_point(points[0])}{curves}L{_point(corner)}"


def pair_of_pieces(
    x: float, y: float, width: float, height: float, *, gap: float, knob: float
) -> tuple[str, str]:
    """A piece with a knob on its right, and one with the hole for it, `gap` further on."""
    return (
        piece(x, y, width, height, right=Joint(1), knob=knob),
        piece(x + width + gap, y, width, height, left=Joint(-1), knob=knob),
    )


def knob_on_seam(size: float) -> str:
    """The line down a seam at x = 0 with a knob to the right in the middle, from -size / 2 to size / 2."""
    half = size / 2
    points = _joint_points((0, -half), (0, half), (1, 0), Joint(1), size)
    return f"M{_point((0, -half))}{_side(points, (0, half))}"


def star(radius: float) -> str:
    """A star with five points round (0, 0), one of them up."""
    points = (_polar(0, 0, radius if at % 2 == 0 else 0.42 * radius, 90 - 36 * at) for at in range(10))
    return f"M{'L'.join(map(_point, points))}Z"


EMPTY_STATE_SIZE = (150, 84)


def empty_state() -> tuple[str, str]:
    """The piece and the hole that waits for it, for pages with nothing yet; in EMPTY_STATE_SIZE."""
    return pair_of_pieces(2, 12, 64, 64, gap=18, knob=20)


# --- the sun ---

RAYS = len(VALUE_LOOKS)
RAY_WIDTH = 180 / RAYS


def ray_angles(number: int) -> tuple[float, float]:
    """Where the ray of value number 1..5 begins and ends; the first is at the left."""
    start = 180 - RAY_WIDTH * number
    return start, start + RAY_WIDTH


def wedge(cx: float, cy: float, inner: float, outer: float, start: float, end: float) -> str:
    """A sector of the ring between two radii round (cx, cy), from one angle to a larger one."""
    large = 1 if end - start > 180 else 0
    outside = f"{_point(_polar(cx, cy, outer, start))}{_arc(outer, large, 0, _polar(cx, cy, outer, end))}"
    if inner == 0:
        # A half disc needs no middle; any other sector runs through it.
        return f"M{outside}Z" if end - start == 180 else f"M{_point((cx, cy))}L{outside}Z"
    first, last = _polar(cx, cy, inner, start), _polar(cx, cy, inner, end)
    return f"M{_point(first)}L{outside}L{_point(last)}{_arc(inner, large, 1, first)}Z"


BANDS = 3


class SunShape(NamedTuple):
    """A half sun on the ground line: its size, its middle, and the radii of the disc and the bands."""

    width: float
    height: float
    disc: float
    # Where the innermost band begins, how deep a band is, and what is left open between two.
    inner: float
    band: float
    gap: float
    # Degrees left open on either side of a ray.
    trim: float
    # How far the middle is above the lower edge.
    ground: float

    @property
    def middle(self) -> Point:
        """The point that the rays go out from."""
        return self.width / 2, self.height - self.ground


SMALL_SUN = SunShape(width=300, height=170, disc=52, inner=58, band=27, gap=2, trim=1.2, ground=6)
# As high as the labels above it need.
LARGE_SUN = SunShape(width=1010, height=560, disc=144, inner=154, band=95, gap=3, trim=0.9, ground=20)


def sun_bands(number: int, shape: SunShape) -> tuple[str, ...]:
    """The three bands of the ray of value number 1..5, the innermost first."""
    start, end = ray_angles(number)
    angles = start + shape.trim, end - shape.trim
    inner = [shape.inner + (shape.band + shape.gap) * place for place in range(BANDS)]
    return tuple(wedge(*shape.middle, radius, radius + shape.band, *angles) for radius in inner)


def sun_outline(number: int, shape: SunShape) -> str:
    """The border round a whole ray, drawn where it is the one that is spoken of."""
    start, end = ray_angles(number)
    outer = shape.inner + (shape.band + shape.gap) * BANDS - shape.gap
    return wedge(*shape.middle, shape.inner - 5, outer + 7, start + 0.1, end - 0.1)


def sun_disc(shape: SunShape) -> str:
    """The half disc in the middle."""
    return wedge(*shape.middle, 0, shape.disc, 0, 180)


def on_ray(number: int, distance: float, shape: SunShape) -> Point:
    """The point in the middle of a ray, so far from the sun's middle."""
    start, end = ray_angles(number)
    return _polar(*shape.middle, distance, (start + end) / 2)


def ray_to_border(
    cx: float, cy: float, inner: float, width: float, height: float, start: float, end: float
) -> str:
    """A ray from a disc round (cx, cy) out to the border of a sheet from (0, 0), for angles from 0 to 180."""
    corners = [
        corner
        for corner in ((width, 0), (0, 0))
        if start < math.degrees(math.atan2(cy - corner[1], corner[0] - cx)) < end
    ]
    border = [_border_point(cx, cy, width, start), *corners, _border_point(cx, cy, width, end)]
    first, last = _polar(cx, cy, inner, start), _polar(cx, cy, inner, end)
    lines = "".join(f"L{_point(point)}" for point in (*border, last))
    return f"M{_point(first)}{lines}{_arc(inner, 0, 1, first)}Z"


def _border_point(cx: float, cy: float, width: float, angle: float) -> Point:
    """Where a line from (cx, cy) upwards at an angle meets the sheet's right, left or top border."""
    across, down = math.cos(math.radians(angle)), -math.sin(math.radians(angle))
    lengths = []
    if across > 1e-9:
        lengths.append((width - cx) / across)
    if across < -1e-9:
        lengths.append(-cx / across)
    if down < -1e-9:
        lengths.append(-cy / down)
    length = min(lengths)
    return cx + across * length, cy + down * length


LOGO_SIZE = (46, 23)
# On the green rail the two dark values are lightened, or they would not be seen.
LOGO_COLOURS = (VALUE_LOOKS[0].fill, "#B98BE0", "#3FC79A", VALUE_LOOKS[3].fill, VALUE_LOOKS[4].fill)


def logo() -> tuple[tuple[str, str], ...]:
    """The small sun of the rail as (path, fill): five rays over a half disc, in LOGO_SIZE."""
    middle, ground = LOGO_SIZE[0] / 2, LOGO_SIZE[1]
    rays = (
        (wedge(middle, ground, 13, 23, start + 2, end - 2), colour)
        for colour, (start, end) in zip(LOGO_COLOURS, map(ray_angles, range(1, RAYS + 1)), strict=True)
    )
    return (*rays, (wedge(middle, ground, 0, 10, 0, 180), VALUE_LOOKS[4].fill))


# --- numbers ---


def _polar(cx: float, cy: float, radius: float, angle: float) -> Point:
    return cx + radius * math.cos(math.radians(angle)), cy - radius * math.sin(math.radians(angle))


def _arc(radius: float, large: int, sweep: int, end: Point) -> str:
    return f"A{_number(radius)} {_number(radius)} 0 {large} {sweep} {_point(end)}"


def _point(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    """At most two decimals, no trailing zeros and no minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
