"""The story of an initiative on one sheet: the partners as pieces, and how big the words are.

Lengths are millimetres of A4, upright; the head goes to the edges. Plain Python.
"""

from dataclasses import dataclass

from config.geometry import Joint, piece

# The row of pieces: where it begins, how wide it may be, and how big a piece is at most.
LEFT, ROW_WIDTH, LARGEST = 18, 174, 27
PIECES_AT_MOST = 8
# Knobs and holes stand out of a piece by less than this share of it.
KNOB = 0.3
FILLS = ("#FFFFFF", "#FFF3CC", "#DCE8E6")
# Characters in the two columns → the size of their words, the largest first.
STORY_SIZES = ((650, "l"), (900, "m"), (1250, "s"), (10_000, "xs"))
SIDE_SIZES = ((350, "l"), (550, "m"), (10_000, "s"))
GIFT_SIZES = ((300, "l"), (700, "m"), (10_000, "s"))
# From so many characters in the columns and at the foot the head gives room.
CROWDED = 1900
# With more than this the gifts at the foot are named alone.
FULL = 2400
HEADLINE_SIZES = ((50, "l"), (75, "m"), (10_000, "s"))
# More partners than this are named in one sentence.
LISTED_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class StoryPiece:
    """One partner's piece: its outline, its colour, and where the mark of its kind stands."""

    path: str
    fill: str
    x: float
    y: float
    scale: float


def pieces(amount: int) -> list[StoryPiece]:
    """So many pieces in a row from (0, 0), each with a knob in its neighbour, as far as there is room."""
    shown = min(amount, PIECES_AT_MOST)
    size = piece_size(amount)
    return [_piece(at, shown, size) for at in range(shown)]


def piece_size(amount: int) -> float:
    """How wide and high each of so many pieces is."""
    return round(min(LARGEST, ROW_WIDTH / max(min(amount, PIECES_AT_MOST), 1)), 2)


def _piece(at: int, shown: int, size: float) -> StoryPiece:
    path = piece(
        at * size, 0, size, size,
        left=Joint(-1) if at else None, right=Joint(1) if at < shown - 1 else None, knob=size * KNOB,
    )  # fmt: skip
    # A knob from the left takes room; the mark moves a little out of its way.
    middle = at * size + size / 2 + (size * KNOB / 3 if at else 0)
    return StoryPiece(path, FILLS[at % len(FILLS)], round(middle, 2), size / 2, round(size / 60, 3))


def story_size(*texts: str) -> str:
    """How big the story's words may be: "l", "m", "s" or "xs"."""
    return _size(STORY_SIZES, texts)


def side_size(*texts: str) -> str:
    """The same for what stands beside it."""
    return _size(SIDE_SIZES, texts)


def gift_size(*texts: str) -> str:
    """The same for what the area gets, at the foot."""
    return _size(GIFT_SIZES, texts)


def is_crowded(*texts: str) -> bool:
    """Whether the head has to give room to so many words."""
    return sum(len(text) for text in texts) > CROWDED


def has_room_for_gifts(*texts: str) -> bool:
    """Whether what each gift is can be told beside its name."""
    return sum(len(text) for text in texts) <= FULL


def headline_size(headline: str) -> str:
    """The same for the headline."""
    return _size(HEADLINE_SIZES, [headline])


def _size(sizes, texts) -> str:
    length = sum(len(text) for text in texts)
    return next(size for most, size in sizes if length <= most)
