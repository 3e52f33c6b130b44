"""Fitting words into the fields of a poster: how large, on which lines, and what must be cut. Plain Python.

The rule: the largest of the given sizes at which all words fit; words are never broken for it. At the
smallest size a word that is wider than the field is broken, and what still does not fit is cut after a
sentence, or else after a word, with "…" behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.fields import Field
from reports.letters import width_of

LEADING = 1.18
# How far below the top of its row a line stands, in font sizes.
BASELINE = 0.86
# Between two paragraphs, in rows; and how narrow a row may be, in font sizes.
BETWEEN, NARROWEST = 0.3, 4
# A sentence that ends before this part of the room is cut into instead.
WORTH_A_SENTENCE = 0.6
CUT = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: the middle of its baseline."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """Words in a field. `is_cut`: the field does not hold all that was said."""

    size: float
    lines: tuple[Line, ...]
    is_cut: bool = False


def fit(paragraphs: Sequence[str], field: Field, sizes: Sequence[float], *, heading: bool = False) -> Fitted:
    """The paragraphs in the field, at the largest of `sizes` (falling) that holds them; cut at the last."""
    wanted = [" ".join(text.split()) for text in paragraphs if text.split()]
    for size in sizes:
        lines = _lay(wanted, field, size, heading, breaks=size == sizes[-1])
        if lines is not None:
            return Fitted(size, lines)
    return _fit_cut(wanted, field, sizes[-1], heading)


def _fit_cut(wanted: list[str], field: Field, size: float, heading: bool) -> Fitted:
    """As much of each paragraph as fits, with the same room for all."""
    fits, too_many, best = 0, max(map(len, wanted)), ()
    while too_many - fits > 1:
        room = (fits + too_many) // 2
        lines = _lay([shortened(text, room) for text in wanted], field, size, heading, breaks=True)
        if lines is None:
            too_many = room
        else:
            fits, best = room, lines
    return Fitted(size, best, is_cut=True)


def shortened(text: str, room: int) -> str:
    """The text in at most `room` letters and a "…", cut after a sentence, else a word, else a letter."""
    if len(text) <= room:
        return text
    head = text[: room + 1]
    sentence = max(head.rfind(end) for end in (". ", "? ", "! "))
    if sentence + 1 >= room * WORTH_A_SENTENCE:
        return f"{head[: sentence + 1]} {CUT}"
    word = head.rfind(" ")
    return f"{head[: word if word > 0 else room].rstrip(' ,;:–-')} {CUT}"


def _lay(wanted: list[str], field: Field, size: float, heading: bool, *, breaks: bool) -> tuple | None:
    """The lines at this size, in the middle of the field's height; None if they do not fit."""
    height = size * LEADING
    gaps = (len(wanted) - 1) * height * BETWEEN
    most = int((field.bottom - field.top - gaps) / height)
    for amount in range(1, most + 1):
        top = (field.top + field.bottom - amount * height - gaps) / 2
        lines = _fill(wanted, field, (top, amount), size, heading, breaks)
        if lines is not None:
            return lines
    return () if not wanted else None


def _fill(wanted: list[str], field: Field, rows: tuple[float, int], size, heading, breaks) -> tuple | None:
    """The words on rows from a height on, so many; None when some are left."""
    (top, amount), height = rows, size * LEADING
    lines, waiting = [], [text.split(" ") for text in wanted]
    for _ in range(amount):
        left, right = field.row(top, top + height) or (0, 0)
        if waiting and right - left > size * NARROWEST:
            text = _take(waiting[0], right - left, size, heading, breaks)
            if text:
                lines.append(Line(text, round((left + right) / 2, 2), round(top + size * BASELINE, 2)))
        top += height
        if waiting and not waiting[0]:
            waiting.pop(0)
            top += height * BETWEEN
    return None if waiting else tuple(lines)


def _take(words: list[str], room: float, size: float, heading: bool, breaks: bool) -> str:
    """Take as many words as the row has room for, and return them as its line."""
    text = ""
    while words:
        longer = f"{text} {words[0]}".lstrip()
        if width_of(longer, size, heading=heading) > room:
            break
        text = longer
        words.pop(0)
    if not text and words and breaks:
        head = _beginning(words[0], room, size, heading)
        words[0] = words[0][len(head) :]
        return head
    return text


def _beginning(word: str, room: float, size: float, heading: bool) -> str:
    """The letters of a word that the row has room for; they are never all of them."""
    used = 0.0
    for place, letter in enumerate(word):
        used += width_of(letter, size, heading=heading)
        if used > room or place == len(word) - 1:
            return word[:place]
    return ""


def how_many_fit(texts: Sequence[str], width: float, size: float, most: int) -> int:
    """How many of the texts, each on lines of its own, stand on `most` lines.

    If they are not all, a line is kept for telling how many are left out.
    """
    needs = [lines_of(text, width, size) for text in texts]
    if sum(needs) <= most:
        return len(texts)
    used = 0
    for number, lines in enumerate(needs):
        used += lines
        if used > most - 1:
            return number
    return len(texts)


def lines_of(text: str, width: float, size: float, *, heading: bool = False) -> int:
    """How many lines a text takes at this size, one at least."""
    words, lines = text.split(), 0
    while words:
        _take(words, width, size, heading=heading, breaks=True)
        lines += 1
    return max(lines, 1)
