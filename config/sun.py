"""The sunshine model as SVG: five rays of three bands, as many filled as the value means to the actor.

The small sun stands on profiles and lists of talks, the large one in the talk: there each ray is a link and
has its label. Levels are {value 1..5: 0..3, or None where it was not spoken of}. Made of words and numbers
alone, so that paper and gallery can draw the same.
"""

import textwrap
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from config import geometry, looks
from config.geometry import LARGE_SUN, SMALL_SUN

Levels = Mapping[int, int | None]

EDGE, QUIET_EDGE = "#84746A", "#D9C9BD"
ICON_DISC, ICON_SIZE, ICON_AT = 28, 32, 201
SUN_FILL = looks.VALUE_LOOKS[4].fill
# A dashed band is the actor's own blank; a dashed outline on a soft ground is our guess.
GUESS_DASHES = "5 4"


@dataclass(frozen=True, slots=True)
class Label:
    """Where the name of a ray stands in the large sun: its lines, the first one's place, how it is set."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str


# Chosen so that no label meets a ray, its outline or the border of the drawing.
LABELS = (
    Label(("Bredere", "målgruppe"), 4, 206, "start"),
    Label(("Øget faglighed",), 207, 98, "end"),
    Label(("Stærkere samarbejdsgrundlag",), 505, 42, "middle"),
    Label(("Større socialt", "ansvar"), 803, 94, "start"),
    Label(("Adgang", "til flere", "ressourcer"), 1006, 190, "end"),
)
NAME_LINE, LEVEL_LINE = 28, 25


def sun_label(levels: Levels, *, guessed: Collection[int] = ()) -> str:
    """The drawing in words: "Solen. Bredere målgruppe: noget. Øget faglighed: ikke talt om. …".

    Values in `guessed` are our own estimate.
    """
    said = (
        f"{look.name}: {looks.level_word(levels.get(look.number)).lower()}"
        f"{', vores eget skøn' if look.number in guessed else ''}"
        for look in looks.VALUE_LOOKS
    )
    return f"Solen. {'. '.join(said)}."


def small_sun(levels: Levels, *, guessed: Collection[int] = ()) -> SafeString:
    """The sun without names, with its sentence as label; what we guessed is dashed on a soft ground."""
    bands = mark_safe(
        "".join(
            _band(look, path, place < (levels.get(look.number) or 0), guess=look.number in guessed)
            for look in looks.VALUE_LOOKS
            for place, path in enumerate(geometry.sun_bands(look.number, SMALL_SUN))
        )
    )
    return format_html(
        '<svg class="sun-small" viewBox="0 0 {} {}" role="img" aria-label="{}">{}'
        '<path d="{}" fill="{}" stroke="{}" stroke-width="1.5"/></svg>',
        *(SMALL_SUN.width, SMALL_SUN.height, sun_label(levels, guessed=guessed), bands),
        *(geometry.sun_disc(SMALL_SUN), SUN_FILL, looks.INK),
    )


def _band(look: looks.ValueLook, path: str, filled: bool, *, guess: bool) -> str:
    if not filled:
        return f'<path d="{path}" fill="{looks.WHITE}" stroke="{QUIET_EDGE}"/>'
    dashes = f' stroke-dasharray="{GUESS_DASHES}"' if guess else ""
    fill = look.soft if guess else look.fill
    return f'<path d="{path}" fill="{fill}" stroke="{looks.INK}" stroke-width="1.2"{dashes}/>'


# -- The large sun of the talk ----------------------------------------------------------------------


def large_sun(levels: Levels, name: str, *, now: int | None, urls: Mapping[int, str]) -> SafeString:
    """The sun that is turned towards the other: `name` in the middle, each ray a link to its address.

    A script may change a ray: `data-ray` says which it is, `data-fill` what its bands are filled with, and
    the level's word stands in the element with `data-word`.
    """
    rays = mark_safe("".join(_ray(look, levels, now, urls) for look in looks.VALUE_LOOKS))
    width, ground = LARGE_SUN.width, LARGE_SUN.middle[1]
    return format_html(
        '<svg class="sun-large" viewBox="0 0 {} {}" role="group" aria-label="{}" data-sun>{}'
        '<path d="{}" fill="{}" stroke="{}" stroke-width="2.5"/>{}<path d="M20 {}H{}" stroke="{}" '
        'stroke-width="2.5"/></svg>',
        *(width, LARGE_SUN.height, sun_label(levels), rays),
        *(geometry.sun_disc(LARGE_SUN), SUN_FILL, looks.INK, _name(name), ground + 1, width - 20, looks.INK),
    )


def _ray(look: looks.ValueLook, levels: Levels, now: int | None, urls: Mapping[int, str]) -> SafeString:
    """One ray as a link: three bands, its outline, its icon and its label."""
    level = levels.get(look.number)
    bands = format_html_join(
        "",
        '<path class="band" d="{}" fill="{}" stroke="{}" stroke-width="2" stroke-linecap="round"{}/>',
        (_large_band(look, path, place < (level or 0)) for place, path in enumerate(_bands(look.number))),
    )
    return format_html(
        '<a class="ray" href="{}" aria-label="Stråle {}: {}, {}"{} data-ray="{}" data-name="{}" '
        'data-fill="{}">{}<path class="ray-outline" d="{}" fill="none" stroke="{}" stroke-width="6" '
        'stroke-linejoin="round"/>{}{}</a>',
        *(urls[look.number], look.number, look.name, looks.level_word(level).lower()),
        mark_safe(' aria-current="step"') if look.number == now else "",
        *(look.number, look.name, look.fill, bands),
        *(geometry.sun_outline(look.number, LARGE_SUN), looks.INK, _disc(look), _label(look.number, level)),
    )


def _bands(number: int) -> tuple[str, ...]:
    return geometry.sun_bands(number, LARGE_SUN)


def _large_band(look: looks.ValueLook, path: str, filled: bool) -> tuple:
    if filled:
        return path, look.fill, looks.INK, ""
    return path, looks.WHITE, EDGE, mark_safe(' stroke-dasharray="2 6"')


def _disc(look: looks.ValueLook) -> SafeString:
    """The value's icon on white, in the innermost band."""
    x, y = geometry.on_ray(look.number, ICON_AT, LARGE_SUN)
    half = ICON_SIZE / 2
    inner = lucide(look.icon, size=ICON_SIZE, x=round(x - half, 1), y=round(y - half, 1), stroke=looks.INK)
    return format_html(
        '<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="2"/>{}',
        *(round(x, 1), round(y, 1), ICON_DISC, looks.WHITE, looks.INK, mark_safe(inner)),
    )


def _label(number: int, level: int | None) -> SafeString:
    """The value's name and the level's word, beside the ray."""
    label = LABELS[number - 1]
    # A text for each line, with a blank between: read aloud and by axe, the words stay apart.
    lines = format_html_join(
        " ",
        '<text class="ray-name" x="{}" y="{}" text-anchor="{}">{}</text>',
        (
            (label.x, label.y + NAME_LINE * place, label.anchor, line)
            for place, line in enumerate(label.lines)
        ),
    )
    below = label.y + NAME_LINE * (len(label.lines) - 1) + LEVEL_LINE
    return format_html(
        '{} <text class="ray-word" x="{}" y="{}" text-anchor="{}" data-word="{}">{}</text>',
        *(lines, label.x, below, label.anchor, number, looks.level_word(level)),
    )


# The actor's name in the half disc: (letters in a line, lines, size of the type).
NAME_FITS = ((15, 2, 27), (18, 3, 22), (22, 4, 18), (25, 4, 16))


def _name(name: str) -> SafeString:
    """The actor's name in as many lines as the half disc holds, the last one just above the ground."""
    lines, size = name_lines(name)
    ground = LARGE_SUN.middle[1]
    spans = format_html_join(
        "",
        '<tspan x="{}" y="{}">{}</tspan>',
        (
            (LARGE_SUN.width / 2, ground - 30 - size * 1.2 * (len(lines) - 1 - place), line)
            for place, line in enumerate(lines)
        ),
    )
    return format_html('<text class="sun-name" text-anchor="middle" font-size="{}">{}</text>', size, spans)


def name_lines(name: str) -> tuple[list[str], int]:
    """The lines of a name and the size they are set in; one too long for all ends in an ellipsis."""
    for letters, most, size in NAME_FITS:
        lines = textwrap.wrap(name, letters, break_long_words=False, break_on_hyphens=True)
        if len(lines) <= most and all(len(line) <= letters for line in lines):
            return lines, size
    letters, most, size = NAME_FITS[-1]
    return textwrap.wrap(name, letters, max_lines=most, placeholder=" …"), size
