"""The sheets that a table writes on together: what is changed, and who gives whom what. Plain Python."""

from dataclasses import dataclass
from datetime import date

from config.danish import full_date, join_names
from config.looks import VALUE_LOOKS
from reports.fields import Box
from reports.fitting import Fitted, fit
from reports.occasion import Occasion
from valuegame.agreed import deals, exchanges
from valuegame.puzzle import unmet
from valuegame.standing import Piece

# Rows of the sheet for changes, and of the matrix when nobody is named.
ADJUST_ROWS, MATRIX_BLANK, MATRIX_LEAST = 7, 8, 4
# The matrix in millimetres of A3: all cells together, what is kept clear in each, and sizes of words.
CELLS, CLEAR, CELL_SIZES = (342, 216), 4, (4.4, 3.9, 3.4, 3, 2.8)
HEAD_HEIGHT, HEAD_SIZES = 14, (4.2, 3.8, 3.4, 3)
NOT_AGREED = "?"


# -- Tilpas samarbejdet


@dataclass(frozen=True, slots=True)
class AdjustRow:
    """One line: what is changed, for which piece, who does it and when; all blank for a pen."""

    what: str = ""
    piece: Piece | None = None
    who: str = ""
    when: str = ""


def adjust_context(occasion: Occasion) -> dict:
    """The changes so far, and lines for more; the wishes that none of them is for."""
    rows = _agreed(occasion)
    rows += [AdjustRow()] * max(1, ADJUST_ROWS - len(rows))
    standing = occasion.standing
    day, place = standing.table.next_meeting if standing else ("", None)
    return {
        "occasion": occasion,
        "rows": rows,
        "wishes": [
            (found.piece, join_names([one.name for one in found.places]))
            for found in (unmet(standing) if standing else ())
        ],
        "next_on": _in_words(day),
        "next_where": place.text if place else "",
        "numbers": [look.number for look in VALUE_LOOKS],
    }


def _agreed(occasion: Occasion) -> list[AdjustRow]:
    return [
        AdjustRow(deal.one.what.text, deal.piece, deal.who, _in_words(deal.one.when))
        for deal in (deals(occasion.standing) if occasion.standing else ())
    ]


def _in_words(day: str) -> str:
    """A day in ISO form as "14. oktober 2026"; nothing for none."""
    return full_date(date.fromisoformat(day)) if day else ""


# -- Udbytte og bidrag til hinanden


@dataclass(frozen=True, slots=True)
class Cell:
    """What one gives another, fitted into the field. `is_self`: where one would give to oneself."""

    words: Fitted | None = None
    step: int = 0
    is_self: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One giver; `name` and `kind` are blank for a pen."""

    name: str
    kind: str
    cells: tuple[Cell, ...]
    # The lines of the name over its column.
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overleaf:
    """One thing that is given, in full."""

    giver: str
    receiver: str
    what: str
    agreed: bool


def matrix_context(occasion: Occasion) -> dict:
    """Rows give, columns get. What a field does not hold in full stands on the page after."""
    seats = [(place.id, place.name, place.kind) for place in occasion.places]
    seats = seats or [("", "", "")] * MATRIX_BLANK
    pledges = occasion.standing.table.pledges() if occasion.standing else ()
    said: dict[tuple[str, str], list[str]] = {}
    for one in pledges:
        what = one.what.text if one.agreed else f"{one.what.text} {NOT_AGREED}"
        said.setdefault((one.giver, one.receiver), []).append(what)
    field = _field(len(seats))
    heads, size = _heads([name for _, name, _ in seats], field.right)
    rows = [
        MatrixRow(
            name,
            kind,
            tuple(_cell(said.get((pk, to), []), field, r == c) for c, (to, *_) in enumerate(seats)),
            heads[r],
        )
        for r, (pk, name, kind) in enumerate(seats)
    ]
    is_cut = any(cell.words and cell.words.is_cut for row in rows for cell in row.cells)
    return {
        "occasion": occasion,
        "rows": rows,
        "head_size": size,
        "count": max(MATRIX_LEAST, len(rows)),
        "overleaf": _in_full(occasion) if is_cut else [],
        "has_open": any(not one.agreed for one in pledges),
    }


def _heads(names: list[str], width: float) -> tuple[list[tuple[str, ...]], int]:
    """The names over the columns on lines, all in the size that the longest needs; and which size that is."""
    field = Box(0, 0, width, HEAD_HEIGHT)
    size = min((fit([name], field, HEAD_SIZES, heading=True).size for name in names), default=HEAD_SIZES[0])
    lines = [tuple(line.text for line in fit([name], field, [size], heading=True).lines) for name in names]
    return lines, HEAD_SIZES.index(size)


def _field(number: int) -> Box:
    """What a cell has room for when there are so many rows."""
    amount = max(MATRIX_LEAST, number)
    return Box(0, 0, CELLS[0] / number - CLEAR, CELLS[1] / amount - CLEAR)


def _cell(said: list[str], field: Box, is_self: bool) -> Cell:
    if is_self or not said:
        return Cell(is_self=is_self)
    words = fit(said, field, CELL_SIZES)
    return Cell(words, CELL_SIZES.index(words.size))


def _in_full(occasion: Occasion) -> list[Overleaf]:
    return [
        Overleaf(found.giver, found.receiver, found.one.what.text, found.one.agreed)
        for found in exchanges(occasion.standing)
    ]
