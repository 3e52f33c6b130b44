"""How words fit on the wall: measured, pressed together or broken in two. Plain Python.

Nothing on the wall is set smaller than it can be read at six metres, so what is too wide is pressed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from config.danish import join_names
from mapping.ink import text_width
from valuegame.rules import Words

# Letters may be pressed together this much before a name is broken or set smaller.
SQUEEZE = 0.87
# mapping.ink takes text for some 6 % wider than it is.
INK_MARGIN = 1.06


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words: its foot, its size, and how wide it must be pressed to be (0: as it is)."""

    text: str
    x: float
    y: float
    size: float
    pressed: int = 0


def name_lines(
    name: str, left: float, middle: float, size: float, right: float, height: float
) -> tuple[Text, ...]:
    """A name between two edges, its middle at a height: in one line, in two where they fit, or pressed."""
    room, lines = right - left, (name,)
    if fitting(name, room, size) < SQUEEZE and 2 * size <= height:
        lines = wrap_in_two(name)
    foot = middle + 0.35 * size - 0.5 * size * (len(lines) - 1)
    return tuple(
        Text(line, left, round(foot + size * place, 2), size, pressed(line, room, size))
        for place, line in enumerate(lines)
    )


def wrap_in_two(name: str) -> tuple[str, ...]:
    """The name in two lines of even width, if it has a blank."""
    words = name.split()
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(breaks, key=lambda two: max(map(text_width, two))) if breaks else (name,)


def fitting(text: str, room: float, size: float) -> float:
    """How far the words must be pressed together to fit: 1 for not at all."""
    return min(1.0, room / (text_width(text) / INK_MARGIN * size or 1))


def pressed(text: str, room: float, size: float) -> int:
    """The width that the words are pressed into, 0 where they fit as they are."""
    return round(room) if fitting(text, room, size) < 1 else 0


def listed(names: Sequence[str], room: float, size: float) -> str:
    """»A, B og tre andre«: as many of the names as there is room for on a line, one at least."""
    lists = (join_names(names, limit) for limit in range(len(names), 0, -1))
    return next((text for text in lists if fitting(text, room, size) == 1), join_names(names, 1))


def said(words: Words) -> str:
    """What stands; where two wrote at once, both."""
    return " / ".join(filter(None, (words.text, *words.others)))
