"""The puzzle as it was laid, small enough for a page: real pieces that fit each other, a row an organisation.

The same drawing stands on the screen and on paper; lengths are in its own units.
"""

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config import drawings
from config.geometry import Joint, piece, star
from config.looks import INK, VALUE_LOOKS, WHITE
from valuegame.board import jigsaw
from valuegame.rules import GETS
from valuegame.standing import FIVE, Piece, Place
from valuegame.summary import Cell, Summary

WIDTH, NAMES, HEAD = 920, 268, 72
# Up to eight organisations have tall rows, up to twelve lower ones: (row, knob, icon, mark's scale).
TALL, LOW = (46, 24, 24, 1.0), (36, 19, 19, 0.8)
ROWS_OF_TALL, COLUMNS_OF_NARROW = 8, 6
HOLE = "#7F8D8A"
SOFT = {str(look.number): look.soft for look in VALUE_LOOKS}


def small_board(summary: Summary) -> SafeString:
    """The whole puzzle as a drawing with one sentence as its label."""
    board = _Board(summary)
    return format_html(
        '<svg class="small-board{}" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<g font-family="Figtree" fill="{}">{}{}</g>{}</svg>',
        *("" if board.is_narrow else " small-board-wide", WIDTH, board.height, label_of(summary)),
        *(INK, board.heads(), board.names(), board.pieces()),
    )


def label_of(summary: Summary) -> str:
    """What the drawing shows, for those who do not see it; the words beside it say the rest."""
    laid = sum(1 for row in summary.rows for cell in row.cells if cell.how)
    return (
        f"Puslespillet: {len(summary.rows)} organisationer har lagt {laid} brikker. De står med ord nedenfor."
    )


class _Board:
    """Where everything is on one board."""

    def __init__(self, summary: Summary):
        self.summary = summary
        self.row, self.knob, self.icon, self.scale = TALL if len(summary.rows) <= ROWS_OF_TALL else LOW
        self.column = (WIDTH - NAMES - 2) / len(summary.pieces)
        self.is_narrow = len(summary.pieces) <= COLUMNS_OF_NARROW
        self.height = HEAD + self.row * len(summary.rows) + 2

    def heads(self) -> SafeString:
        """Icon and short name over each column, the name in two lines where it is long."""
        size = 17 if self.is_narrow else 13
        return format_html_join(
            "", "{}{}", (self._head(*one, size) for one in enumerate(self.summary.pieces))
        )

    def _head(self, column: int, piece: Piece, size: int) -> tuple[SafeString, SafeString]:
        x = NAMES + self.column * (column + 0.5)
        lines = in_two_lines(piece.short, round(self.column / (size * 0.62)))
        words = format_html_join(
            "",
            '<text x="{}" y="{}" font-size="{}" font-weight="700" text-anchor="middle">{}</text>',
            (
                (round(x, 1), HEAD - 10 - (size + 1) * (len(lines) - 1 - place), size, line)
                for place, line in enumerate(lines)
            ),
        )
        up = HEAD - 34 if len(lines) == 1 else HEAD - 34 - size
        return drawings.icon_at(piece.icon, x, max(up - 6, 13), 24), words

    def names(self) -> SafeString:
        """Mark and name before each row."""
        return format_html_join(
            "",
            '<g transform="translate(15 {0}) scale({1})">{2}</g>'
            '<text x="38" y="{3}" font-size="17" font-weight="600">{4}</text>',
            (self._name(at, row.place) for at, row in enumerate(self.summary.rows)),
        )

    def _name(self, row: int, place: Place) -> tuple:
        y = self._middle(row)
        return y, self.scale, drawings.mark_shape(place.kind), y + 6, place.name

    def _middle(self, row: int) -> float:
        return HEAD + self.row * (row + 0.5)

    def pieces(self) -> SafeString:
        """The holes first, then the wishes, then what they get; so that every knob is whole."""
        order = sorted(
            (
                (cell, row, column)
                for row, one in enumerate(self.summary.rows)
                for column, cell in enumerate(one.cells)
            ),
            key=lambda found: (found[0].how == GETS, bool(found[0].how)),
        )
        return format_html_join("", "{}", ((self._cell(*one),) for one in order))

    def _cell(self, cell: Cell, row: int, column: int) -> SafeString:
        outline = self._outline(row, column)
        if not cell.how:
            return format_html(
                '<path d="{}" fill="{}" stroke="{}" stroke-width="1.2" stroke-dasharray="1.5 4" '
                'stroke-linecap="round"/>',
                outline, WHITE, HOLE,
            )  # fmt: skip
        fill, on, dashes = _look(cell)
        x, y = NAMES + self.column * (column + 0.5), self._middle(row)
        middle = (
            _star(x, y, self.icon * 0.72)
            if cell.is_star
            else drawings.icon_at(cell.piece.icon, x, y, self.icon, on)
        )
        return format_html(
            '<path d="{}" fill="{}" stroke="{}" stroke-width="1.6" stroke-linejoin="round"{}/>{}',
            *(outline, fill, INK, dashes, middle),
        )

    def _outline(self, row: int, column: int) -> str:
        """The piece's line, cut as on the wall."""
        columns, rows = len(self.summary.pieces), len(self.summary.rows)
        return jigsaw(columns, rows, self.column, self.row, self.knob, (NAMES, HEAD))[row][column]


def _look(cell: Cell) -> tuple[str, str, SafeString]:
    """Fill, colour on it, and the broken line of a wish."""
    if cell.how == GETS:
        return cell.piece.fill, cell.piece.on, SafeString("")
    return SOFT.get(cell.piece.key, WHITE), INK, SafeString(' stroke-dasharray="6 4"')


def _star(x: float, y: float, radius: float) -> SafeString:
    """A star in a white disc."""
    return format_html(
        '<g transform="translate({} {})"><circle r="{}" fill="{}" stroke="{}" stroke-width="1.6"/>'
        '<path d="{}" fill="{}"/></g>',
        *(round(x, 2), round(y, 2), round(radius, 2), WHITE, INK, star(0.7 * radius), INK),
    )


def in_two_lines(name: str, letters: int) -> tuple[str, ...]:
    """A name that is longer than `letters` in two lines, parted at a blank where there is one."""
    if len(name) <= letters:
        return (name,)
    before, _, after = name.partition(" ")
    if after:
        return (before, after)
    half = (len(name) + 1) // 2
    return (f"{name[:half]}-", name[half:])


# -- Small drawings beside the words -------------------------------------------------------------------

PIECE, PIECE_KNOB = 34, 16


@lru_cache(maxsize=64)
def piece_mark(key: str, fill: str, icon: str, on: str) -> SafeString:
    """One piece alone, before its name."""
    outline = piece(1, 1, PIECE, PIECE, knob=PIECE_KNOB, right=Joint(1))
    return format_html(
        '<svg class="piece-mark" viewBox="0 0 52 36" aria-hidden="true">'
        '<path d="{}" fill="{}" stroke="{}" stroke-width="1.5" stroke-linejoin="round"/>{}</svg>',
        *(outline, fill, INK, drawings.icon_at(icon, 18, 18, 22, on)),
    )


@lru_cache(maxsize=1)
def five_pieces() -> SafeString:
    """The five values in a row, joined: the picture of the game at the head of the sheet."""
    side, knob, icon_size = 44, 13, 20
    drawn = []
    for place, one in enumerate(FIVE):
        left, right = Joint(-1) if place else None, Joint(1) if place < len(FIVE) - 1 else None
        outline = piece(1 + side * place, 1, side, side, knob=knob, left=left, right=right)
        # The knob of the one before reaches in from the left.
        x = 1 + side * (place + 0.5) + (knob * 0.45 if place else 0)
        icon = drawings.icon_at(one.icon, x, 1 + side / 2, icon_size, one.on)
        drawn.append((outline, one.fill, INK, icon))
    # From the right, so that each knob lies over its neighbour.
    parts = format_html_join(
        "",
        '<path d="{}" fill="{}" stroke="{}" stroke-width="1.6" stroke-linejoin="round"/>{}',
        reversed(drawn),
    )
    return format_html(
        '<svg class="five-pieces" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>',
        *(side * len(FIVE) + 2, side + 2, parts),
    )


@lru_cache(maxsize=1)
def star_mark() -> SafeString:
    """The star alone, beside a name; the words for it stand there too."""
    return format_html(
        '<svg class="star-mark" viewBox="0 0 20 20" aria-hidden="true">{}</svg>', _star(10, 10, 8.5)
    )


@lru_cache(maxsize=1)
def board_key() -> SafeString:
    """What full and broken pieces and the star mean."""
    look = VALUE_LOOKS[0]
    whole = piece(1, 1, 28, 18, knob=10, right=Joint(1))
    said = (
        ('<path d="{0}" fill="{1}" stroke="{2}" stroke-width="1.4"/>', look.fill, "Det får vi"),
        (
            '<path d="{0}" fill="{1}" stroke="{2}" stroke-width="1.4" stroke-dasharray="4 3"/>',
            look.soft,
            "Det ønsker vi",
        ),
    )
    items = [(_key(format_html(shape, whole, fill, INK)), words) for shape, fill, words in said]
    items.append((_key(_star(14, 10, 8.5)), "Det betyder mest"))
    return format_html('<ul class="board-key">{}</ul>', format_html_join("", "<li>{}{}</li>", items))


def _key(shape: SafeString) -> SafeString:
    return format_html('<svg viewBox="0 0 40 20" aria-hidden="true">{}</svg>', shape)
