"""What the wall's lists hold when not everything fits: words said, changes agreed, what is taken home.

The wall does not scroll. The newest is always shown; how much stands before it is counted. Plain Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.danish import long_date
from config.geometry import Joint, piece
from mapping.ink import text_width
from valuegame.board import pages
from valuegame.method import OWN_PIECES_AT_MOST
from valuegame.puzzle import Found, unmet
from valuegame.rules import Adjustment, Kind, Word
from valuegame.standing import Piece, Place, Standing
from valuegame.wall_text import INK_MARGIN, said

# The opening's words: letter size, what stands round a word, and the rows there are of one line each.
WORD_SIZE, WORD_PADDING, WORD_ROWS = 44, 80, 7
WORDS_WIDE, WORDS_NARROW = 1792, 1192
OWN_WIDE, OWN_HIGH = 540, 233
# Changes: so many with so many lines each.
CHANGES_AT_MOST, CHANGES_AT_MOST_SMALL = 5, 4
# What is taken home, for up to so many organisations: columns and lines of words.
HOME_SHAPES = ((4, 2, 4), (6, 2, 4), (8, 2, 2), (9, 3, 4), (12, 3, 2))
HOME_SHAPES_SMALL = ((2, 1, 4), (4, 2, 4), (6, 2, 2))


@dataclass(frozen=True, slots=True)
class OwnPiece:
    """One of the group's own pieces, and how many words were gathered in it."""

    piece: Piece
    words: int
    path: str
    # The foot of its name.
    foot: float


@dataclass(frozen=True, slots=True)
class Opening:
    """The words that are not gathered yet, how many stand before them, and the pieces made of the others."""

    words: tuple[str, ...]
    earlier: int
    pieces: tuple[OwnPiece, ...]
    # Where pieces may still be made.
    holes: tuple[str, ...]


def opening_of(standing: Standing) -> Opening:
    """What is said in the opening exercise; never by whom."""
    words = standing.table.words()
    own = [piece for piece in standing.pieces if piece.is_own]
    loose = [word for word in words if not word.piece]
    shown = _newest_words(loose, WORDS_NARROW if own else WORDS_WIDE)
    paths = _stack(OWN_PIECES_AT_MOST) if own else ()
    pieces = tuple(
        OwnPiece(
            one, sum(1 for word in words if word.piece == one.key), paths[at], OWN_HIGH * (at + 0.5) + 18
        )
        for at, one in enumerate(own)
    )
    return Opening(
        tuple(word.text for word in shown), len(loose) - len(shown), pieces, tuple(paths[len(own) :])
    )


def _stack(count: int) -> tuple[str, ...]:
    """Pieces above each other, from (0, 0)."""
    return tuple(
        piece(
            0, OWN_HIGH * at, OWN_WIDE, OWN_HIGH, knob=56,
            top=Joint(-1, 0.2 if at % 2 else 0.8) if at else None,
            bottom=Joint(1, 0.8 if at % 2 else 0.2) if at < count - 1 else None,
        )
        for at in range(count)
    )  # fmt: skip


def _newest_words(words: Sequence[Word], width: float) -> Sequence[Word]:
    """The newest words that fit into the rows, in the order they were said."""
    for start in range(len(words)):
        before = [f"og {start} før"] if start else []
        if _rows_of([*before, *(word.text for word in words[start:])], width) <= WORD_ROWS:
            return words[start:]
    return words[-1:]


def _rows_of(texts: Sequence[str], width: float) -> int:
    """How many rows the texts take beside each other; one that is wider than a row takes two."""
    rows, used = 1, 0.0
    for text in texts:
        needs = text_width(text) / INK_MARGIN * WORD_SIZE + WORD_PADDING
        if used and used + needs > width:
            rows, used = rows + 1, 0.0
        used += needs
        if needs > width:
            rows += 1
    return rows


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it stands on the wall: for which piece, what, who and when."""

    key: str
    piece: Piece | None
    what: str
    who: Place | None
    when: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The newest changes, with how many lines of words each, and how many stand before them.

    `unmet` are the wishes that nobody has made a change for.
    """

    shown: tuple[Change, ...]
    earlier: int
    lines: int
    unmet: tuple[Found, ...]

    @property
    def every(self) -> int:
        """How many there are."""
        return len(self.shown) + self.earlier


def changes_of(standing: Standing, small: bool) -> Changes:
    """What is changed in the collaboration."""
    every = standing.table.adjustments()
    most = CHANGES_AT_MOST_SMALL if small else CHANGES_AT_MOST
    shown = tuple(_change(standing, one) for one in every[-most:])
    lines = 4 if len(shown) <= 2 else 3 if len(shown) == 3 else 2
    return Changes(shown, max(0, len(every) - most), lines, unmet(standing))


def _change(standing: Standing, one: Adjustment) -> Change:
    when = long_date(date.fromisoformat(one.when)) if one.when else ""
    return Change(one.id, standing.piece(one.piece), said(one.what), standing.place(one.who), when)


@dataclass(frozen=True, slots=True)
class TakenHome:
    """What one organisation takes home, or "" while it has not said."""

    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Home:
    """What all take home, in so many columns and lines of words."""

    shown: tuple[TakenHome, ...]
    columns: int
    lines: int
    large: bool


def home_of(standing: Standing, places: Sequence[Place]) -> Home:
    """What the organisations on the page take home."""
    small = standing.table.is_on(Kind.SMALL)
    shapes = HOME_SHAPES_SMALL if small else HOME_SHAPES
    _, columns, lines = next((one for one in shapes if len(places) <= one[0]), shapes[-1])
    shown = tuple(TakenHome(one, said(one.hand.home)) for one in places)
    return Home(shown, columns, lines, large=len(places) <= 4)


def page_of(standing: Standing) -> tuple[tuple[Place, ...], int, int]:
    """The organisations that the wall shows, which page that is (from 1), and how many there are."""
    every = pages(standing.places, standing.table.is_on(Kind.SMALL))
    at = min(standing.table.page, len(every) - 1)
    return every[at], at + 1, len(every)
