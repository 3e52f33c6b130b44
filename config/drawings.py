"""The small drawings as SVG text: icons, actor marks, lines, bars, the logo. Each is made once and kept.

The shapes come from config/geometry.py, the colours from config/looks.py and the icons from the package
lucide; here they become markup that any page, part or print template can put out.
"""

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from config import geometry, looks

# How far down from the middle the icon sits in a mark, and how big it is, in the mark's ±14 units.
ICON_SIZE = 12.5
ICON_DROP = {"housing": 1.6, "other": -0.4}
LOAD_STEPS = 10


@lru_cache(maxsize=512)
def icon(name: str, css_class: str = "icon") -> SafeString:
    """A lucide icon in the size of the text beside it, hidden from screen readers.

    Raises lucide.IconDoesNotExist for a name that the package does not have.
    """
    return mark_safe(lucide(name, size=None, aria_hidden="true", **{"class": css_class}))


def icon_at(name: str, x: float, y: float, size: float, colour: str = looks.INK) -> SafeString:
    """A lucide icon with its middle at (x, y), for use inside a larger drawing."""
    half = size / 2
    drawn = lucide(name, size=size, x=round(x - half, 2), y=round(y - half, 2), stroke=colour)
    return mark_safe(drawn)


@lru_cache(maxsize=64)
def icon_shape(name: str, stroke_width: float = 2.2) -> SafeString:
    """A lucide icon round (0, 0), ±12 units, in the colour of what it is used in."""
    return mark_safe(lucide(name, size=24, x=-12, y=-12, stroke_width=stroke_width))


@lru_cache(maxsize=64)
def mark_shape(kind: str) -> SafeString:
    """Outline and icon of a kind of actor round (0, 0), about ±12 units, for use inside a larger drawing."""
    look = looks.KIND_LOOKS.get(kind, looks.KIND_LOOKS["other"])
    half, drop = ICON_SIZE / 2, ICON_DROP.get(look.kind, 0)
    inner = lucide(
        look.icon, size=ICON_SIZE, x=-half, y=round(drop - half, 2), stroke=look.icon_colour, stroke_width=2.4
    )
    return format_html(
        '<path d="{}" fill="{}" stroke="{}" stroke-width="1.2" stroke-linejoin="round"/>{}',
        look.outline,
        look.fill,
        looks.INK,
        mark_safe(inner),
    )


@lru_cache(maxsize=256)
def mark(kind: str, size: str = "m", label: str = "") -> SafeString:
    """The mark of a kind of actor; size s, m or l. `label` names it where no text nearby does."""
    css_class = "mark" if size == "m" else f"mark mark-{size}"
    role = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="{}" viewBox="-14 -14 28 28" {}>{}</svg>', css_class, role, mark_shape(kind)
    )


# How long the drawing of a form's line is, in its own units; the colour of the map's lines.
FORM_LINE, MAP_LINE = 34, "#869592"


@lru_cache(maxsize=64)
def form_line(form: int, weight: str = "") -> SafeString:
    """The line of one of the five forms of collaboration, 1..5; thicker is closer.

    `weight` is for the legend of a printed map, whose lines are of other weights.
    """
    return format_html(
        '<svg class="form-line" viewBox="0 0 {} 14" aria-hidden="true">'
        '<path d="M1 7H33" stroke="{}" stroke-width="{}"/></svg>',
        FORM_LINE,
        MAP_LINE if weight else "currentColor",
        weight or looks.FORM_WEIGHTS[form],
    )


@lru_cache(maxsize=16)
def load_bar(filled: int) -> SafeString:
    """Ten small bars of which `filled` are dark; more than ten fills them all."""
    bars = format_html_join(
        "",
        '<rect x="{}" width="7" height="16" rx="2"{}/>',
        (
            (step * 9, mark_safe(' fill="currentColor"' if step < filled else ' class="load-empty"'))
            for step in range(LOAD_STEPS)
        ),
    )
    return format_html('<svg class="load-bar" viewBox="0 0 88 16" aria-hidden="true">{}</svg>', bars)


@lru_cache(maxsize=1)
def logo() -> SafeString:
    """The sun with five rays that stands before the plan's name."""
    width, height = geometry.LOGO_SIZE
    rays = format_html_join("", '<path d="{}" fill="{}"/>', geometry.logo())
    return format_html(
        '<svg class="logo" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true">{}</svg>',
        *(width, height, width, height),
        rays,
    )


# The greeting's picture: its size, where the sun stands, and the first of its five rays of equal width.
SUNRISE_SIZE, SUN_AT = (640, 176), (420, 176)
FIRST_RAY, RAY_WIDTH = 123, 27
# On the yellow ground the fifth value's own yellow would not be seen.
PALE_SUN = "#FFE48A"


@lru_cache(maxsize=1)
def sunrise() -> SafeString:
    """The sun with five rays out to the border, for the right end of the yellow greeting."""
    colours = [*(look.fill for look in looks.VALUE_LOOKS[:-1]), PALE_SUN]
    starts = [FIRST_RAY - RAY_WIDTH * number for number in range(len(colours))]
    rays = format_html_join(
        "",
        '<path d="{}" fill="{}"/>',
        (
            (geometry.ray_to_border(*SUN_AT, 84, *SUNRISE_SIZE, start, start + RAY_WIDTH), colour)
            for start, colour in zip(starts, colours, strict=True)
        ),
    )
    return format_html(
        '<svg viewBox="0 0 {} {}" aria-hidden="true">{}<path d="{}" fill="{}"/></svg>',
        *SUNRISE_SIZE,
        rays,
        *(geometry.wedge(*SUN_AT, 0, 62, 0, 180), looks.WHITE),
    )


@lru_cache(maxsize=1)
def piece_and_hole() -> SafeString:
    """A piece beside the hole it fits, for pages with nothing yet."""
    width, height = geometry.EMPTY_STATE_SIZE
    there, hole = geometry.empty_state()
    return format_html(
        '<svg class="piece-and-hole" viewBox="0 0 {} {}" aria-hidden="true">'
        '<path d="{}" fill="#FFF3CC" stroke="{}" stroke-width="2"/>'
        '<path d="{}" fill="#FFFFFF" stroke="#84746A" stroke-width="2" stroke-dasharray="3 5"/></svg>',
        *(width, height, there, looks.INK, hole),
    )


KNOB = 44


@lru_cache(maxsize=1)
def match_knob() -> SafeString:
    """The knob by which the left piece of a match reaches into the right one; it hides the seam behind it."""
    half = KNOB / 2 + 2
    return format_html(
        '<svg class="match-knob" viewBox="-3 {} {} {}" aria-hidden="true">'
        '<path class="match-knob-under" d="{}"/><path class="match-knob-line" d="{}"/></svg>',
        *(-half, KNOB + 4, 2 * half),
        f"M-3 {-KNOB / 2}H3V{KNOB / 2}H-3Z",
        geometry.knob_on_seam(KNOB * 1.04),
    )
