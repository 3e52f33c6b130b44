"""How much room an actor takes on the map: its mark, and its name beneath it.

Layout and drawing share these numbers, so what is kept apart is what is drawn. All lengths are map units,
which are pixels when the map is shown at 100 %.
"""

from dataclasses import dataclass
from functools import lru_cache

# A mark is drawn in a box of ±14 units and then scaled.
MARK_RADIUS = 14
SMALLEST_MARK, LARGEST_MARK, MARK_GROWTH = 1.4, 2.6, 0.08

# The yellow disc of the chosen actor and the dotted ring of one without lines reach this far past the mark.
DISC_MARGIN = 9
RING_MARGIN = 7.4

# Up to here every name is written; on larger maps only those of the best connected, and larger.
ALL_NAMES_UP_TO = 120
HUB_NAMES_AT_LEAST, HUB_NAMES_ONE_IN, HUB_NAMES_AT_MOST = 12, 60, 60
NAME_SIZE = 16
# (more actors than, size): the steps are few, so that one more actor seldom changes them.
HUB_NAME_SIZES = ((3300, 110), (1100, 68), (330, 40), (ALL_NAMES_UP_TO, 28))

# Wider names are wrapped, at most into this many lines (widths in units of the letter size).
ONE_LINE_UP_TO, TWO_LINES_UP_TO, LINES_AT_MOST = 9.6, 13.5, 3
LINE_HEIGHT = 1.16
# From the lowest point of the mark to the foot of the first line; the chosen actor's disc pushes it down.
NAME_DROP, NAME_DROP_UNDER_DISC = 1.15, 9
DESCENT = 0.3
# Air between the ink of two actors.
GAP = 4
# How far a line bows out, as a share of the distance between its ends.
BEND = 0.1

# Widths in units of the letter size: bold Figtree and some 6 % more, so that the fallback font fits as well.
_WIDTHS = {
    **dict.fromkeys("iljI|!.,:;'’` ", 0.3),
    **dict.fromkeys("ftr()[]/-–1", 0.44),
    **dict.fromkeys("sz", 0.51),
    **dict.fromkeys("ackvxyeåé", 0.59),
    **dict.fromkeys("BEFJKLPRSTXYZ", 0.69),
    **dict.fromkeys("ACDGHNOQUVØÅÄÖÜ&+", 0.82),
    **dict.fromkeys("mwM", 0.92),
    **dict.fromkeys("W@%ÆæŒœ—…", 1.05),
}
_OTHER_WIDTH = 0.63


@dataclass(frozen=True, slots=True)
class Ink:
    """The room of one actor, measured from the middle of its mark.

    `scale` and `radius` of the mark; `reach`, the radius with disc or ring; the name in lines, and the box
    round them: `name_half` to each side, from `name_top` down to `name_bottom`. No name, no box: all zero.
    """

    scale: float
    radius: float
    reach: float
    name: tuple[str, ...] = ()
    name_half: float = 0
    name_top: float = 0
    name_bottom: float = 0


def mark_scale(partners: int) -> float:
    """How large the mark is drawn: it grows with the number of partners, but not without end."""
    return min(SMALLEST_MARK + MARK_GROWTH * partners, LARGEST_MARK)


@lru_cache(maxsize=20_000)
def measure(label: str, partners: int, size: float | None) -> Ink:
    """The room of an actor with so many partners, its name written in letters of `size`, or not at all."""
    scale = mark_scale(partners)
    radius = MARK_RADIUS * scale
    if size is None:
        return Ink(scale, radius, radius if partners else radius + RING_MARGIN)
    name = wrap(label)
    half = max(map(text_width, name)) * size / 2
    foot = first_foot(radius, size)
    bottom = foot + NAME_DROP_UNDER_DISC + ((len(name) - 1) * LINE_HEIGHT + DESCENT) * size
    return Ink(scale, radius, radius + DISC_MARGIN, name, half, foot - size, bottom)


def first_foot(radius: float, name_size: float) -> float:
    """From the middle of the mark down to the foot of the first line of its name."""
    return radius + NAME_DROP * name_size


def line_thinning(actors: int) -> float:
    """What line widths are multiplied by; on a map of so many actors thick lines would hide each other."""
    return 1 if actors <= ALL_NAMES_UP_TO else 0.5


def name_size(actors: int) -> float:
    """The letter size of names on a map with so many actors."""
    return next((size for more_than, size in HUB_NAME_SIZES if actors > more_than), NAME_SIZE)


def names_written(actors: int) -> int:
    """How many actors' names are written on a map with so many; the best connected come first."""
    if actors <= ALL_NAMES_UP_TO:
        return actors
    return min(max(HUB_NAMES_AT_LEAST, actors // HUB_NAMES_ONE_IN), HUB_NAMES_AT_MOST)


def text_width(text: str) -> float:
    """The width of a text in units of the letter size; rather too wide than too narrow."""
    return sum(_WIDTHS.get(letter, _OTHER_WIDTH) for letter in text)


def wrap(label: str) -> tuple[str, ...]:
    """The name in one to three lines of even width, broken at spaces; a long word is never cut."""
    words = label.split() or [label]
    width = text_width(" ".join(words))
    wanted = 1 if width <= ONE_LINE_UP_TO else 2 if width <= 2 * TWO_LINES_UP_TO else LINES_AT_MOST
    return _evenly(tuple(words), min(wanted, len(words)))


def _evenly(words: tuple[str, ...], lines: int) -> tuple[str, ...]:
    """The words in so many lines, such that the widest line is as narrow as it can be."""
    if lines == 1:
        return (" ".join(words),)
    tries = (
        (" ".join(words[:cut]), *_evenly(words[cut:], lines - 1)) for cut in range(1, len(words) - lines + 2)
    )
    return min(tries, key=lambda found: max(map(text_width, found)))
