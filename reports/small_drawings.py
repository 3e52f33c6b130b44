"""The small drawings of printed sheets: the sun in a corner, and the disc of each value."""

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config import drawings, looks
from config.geometry import ray_angles, wedge

# In millimetres: the sheet of the small sun, its rays, and its middle on the lower edge.
SUN_SIZE, RAYS, MIDDLE = (60, 30), (14, 29), 12
# Two neighbours are so many degrees apart.
GAP = 1.5
DISC, DISC_ICON = 28, 17


@lru_cache(maxsize=1)
def small_sun() -> SafeString:
    """The sun with its five rays, for the corner of a sheet."""
    width, height = SUN_SIZE
    x = width / 2
    rays = format_html_join("", '<path d="{}" fill="{}"/>', _rays(x, height))
    return format_html(
        '<svg class="small-sun" viewBox="-1 0 {} {}" aria-hidden="true">'
        '<g stroke="{}" stroke-width="0.6" stroke-linejoin="round">{}<path d="{}" fill="{}"/></g></svg>',
        *(width + 2, height + 1, looks.INK, rays),
        *(wedge(x, height, 0, MIDDLE, 0, 180), looks.VALUE_LOOKS[-1].fill),
    )


def _rays(x: float, ground: float):
    """(path, colour) of the five."""
    for look in looks.VALUE_LOOKS:
        start, end = ray_angles(look.number)
        yield wedge(x, ground, *RAYS, start + GAP, end - GAP), look.fill


@lru_cache(maxsize=8)
def value_disc(number: int) -> SafeString:
    """The disc of a value: its colour with an outline, and its icon; its name stands beside it."""
    look, half = looks.VALUE_LOOKS[number - 1], DISC / 2
    return format_html(
        '<svg class="value-mark" viewBox="0 0 {} {}" aria-hidden="true">'
        '<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="1.5"/>{}</svg>',
        *(DISC, DISC, int(half), int(half), int(half) - 1, look.fill, looks.INK),
        drawings.icon_at(look.icon, half, half, DISC_ICON, look.on),
    )
