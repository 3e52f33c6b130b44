"""What notices without a photo wear: a sun, gables, or two pieces that meet."""

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config import looks
from config.geometry import Joint, piece, ray_to_border, wedge

WIDTH, HEIGHT = 320, 120
RAYS = 9
# A shape: path, fill, width of its ink outline.
Shape = tuple[str, str, float]


@lru_cache(maxsize=15)
def scene(layout: str, value: int) -> SafeString:
    """The picture of one of the three layouts in the colour of a value 1..5; decoration, not read aloud."""
    look = looks.VALUE_LOOKS[value - 1]
    draw = {"gable": _gables, "pieces": _pieces}.get(layout, _sun)
    shapes = format_html_join(
        "", '<path d="{}" fill="{}" stroke="{}" stroke-width="{}"/>',
        ((path, fill, looks.INK, width) for path, fill, width in draw(look)),
    )  # fmt: skip
    return format_html(
        '<svg class="notice-scene" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMax slice" '
        'aria-hidden="true">'
        '<rect width="{}" height="{}" fill="{}"/>{}</svg>',
        *(WIDTH, HEIGHT, WIDTH, HEIGHT, look.soft, shapes),
    )


def sun_rays(middle: tuple[float, float], inner: float, size: tuple[float, float], look) -> list[Shape]:
    """Rays out to the border of a sheet, every other one white on the soft ground."""
    step = 180 / RAYS
    return [
        (ray_to_border(*middle, inner, *size, at * step, (at + 1) * step), looks.WHITE, 0)
        for at in range(0, RAYS, 2)
    ]


def sun_ring(middle: tuple[float, float], inner: float, outer: float, gap: float, line: float, look) -> list:
    """The ring round a half sun, a piece for each ray."""
    step = 180 / RAYS
    return [
        (wedge(*middle, inner, outer, at * step + gap, (at + 1) * step - gap), look.fill, line)
        for at in range(RAYS)
    ]


def _sun(look) -> list[Shape]:
    middle = (WIDTH / 2, HEIGHT)
    return [
        *sun_rays(middle, 40, (WIDTH, HEIGHT), look),
        *sun_ring(middle, 56, 76, 1.4, 1.5, look),
        (wedge(*middle, 0, 46, 0, 180), look.fill, 1.5),
    ]


def _gables(look) -> list[Shape]:
    """Three houses side by side, the middle one in front."""
    houses = ((-10, 62, 110, looks.WHITE), (220, 62, 110, looks.WHITE), (75, 30, 170, look.fill))
    return [(_house(x, top, wide), fill, 1.5) for x, top, wide, fill in houses]


def _house(x: float, top: float, wide: float) -> str:
    foot, eaves = HEIGHT + 2, top + wide * 0.3
    return f"M{x} {foot}V{eaves:g}L{x + wide / 2:g} {top}L{x + wide} {eaves:g}V{foot}Z"


def _pieces(look) -> list[Shape]:
    return [
        (piece(60, 22, 100, 78, right=Joint(1), knob=30), look.fill, 1.5),
        (piece(160, 22, 100, 78, left=Joint(-1), knob=30), looks.WHITE, 1.5),
    ]
