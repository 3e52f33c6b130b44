"""The papers of an event: how large a name may stand on a tag, and how many go on a sheet. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.fitting import lines_of

# Millimetres of a tag's words, and the sizes that a name and an organisation may have, largest first.
TAG_WIDTH, LINES = 78, 2
NAME_SIZES = (16, 13, 11, 9, 7, 5.4)
HOME_SIZES = (6, 5, 4.2, 3.5)
# Of letters larger than this there is room for one line.
ONE_LINE_ABOVE = 12
TAGS_ON_SHEET, CARDS_ON_SHEET = 10, 4


@dataclass(frozen=True, slots=True)
class Tag:
    """A name tag; the sizes are places in NAME_SIZES and HOME_SIZES."""

    name: str
    home: str
    name_size: int
    home_size: int


def make_tag(name: str, home: str) -> Tag:
    """The tag of one guest, in the largest letters at which no word is broken."""
    return Tag(name, home, _size(name, NAME_SIZES), _size(home, HOME_SIZES))


def _size(text: str, sizes: Sequence[float]) -> int:
    """The place of the largest size at which the text has room, else the last."""
    for place, size in enumerate(sizes):
        most = 1 if size > ONE_LINE_ABOVE else LINES
        whole = all(lines_of(word, TAG_WIDTH, size, heading=True) == 1 for word in text.split())
        if whole and lines_of(text, TAG_WIDTH, size, heading=True) <= most:
            return place
    return len(sizes) - 1


def sheets_of(things: Sequence, on_sheet: int) -> list[Sequence]:
    """The things, so many to a sheet."""
    return [things[place : place + on_sheet] for place in range(0, len(things), on_sheet)]
