"""The pieces of the value game on sheets to cut: a front and a mirrored back for each organisation."""

from dataclasses import dataclass

from actors.method import value_of
from config.drawings import icon_at, mark_shape
from config.looks import INK, VALUE_LOOKS, WHITE
from reports.fields import Box
from reports.fitting import Fitted, fit
from reports.jigsaw_sheet import COLUMNS, CUT, SHEET, SIDE, Cut, cuts, ticks
from reports.manual_drawings import STAR
from reports.occasion import Occasion
from reports.poster_picture import NAME_LINES
from valuegame.standing import OWN_FILL, OWN_ICON

# Which value lies where, row by row; None is the organisation itself.
ORDER = (1, 2, 3, 4, None, 5)
# The middle of the icon's disc and of the mark, from the top of a piece; the disc, and the mark's scale.
ICON_DOWN, MARK_DOWN, DISC, ICON, MARK = 28, 34, 9.4, 11.6, 0.85
# Where an organisation's name stands on its piece, from the piece's own corner, and how large.
NAME_FIELD = Box(left=4, top=47, right=SIDE - 4, bottom=74)
NAME_SIZES = (7.8, 7, 6.2, 5.6, 5, 4.5)
OWN_SOFT = "#EDF3F2"


@dataclass(frozen=True, slots=True)
class Side:
    """One piece on one side of a sheet. `value`: 1 to 5, 0 the organisation, None an own piece."""

    cut: Cut
    value: int | None
    fill: str
    on: str
    icon: str = ""

    @property
    def middle(self) -> float:
        """The middle of the piece, across."""
        return self.cut.x + SIDE / 2

    @property
    def icon_y(self) -> float:
        """Where the icon's disc has its middle."""
        return self.cut.y + ICON_DOWN

    @property
    def mark_y(self) -> float:
        """Where the mark has its middle."""
        return self.cut.y + MARK_DOWN

    @property
    def name_lines(self) -> tuple[str, ...]:
        """The value's name as it is broken."""
        return NAME_LINES[self.value] if self.value else ()

    @property
    def question(self) -> str:
        """What is asked on the back of a value's piece."""
        words = value_of(self.value).short if self.value else ""
        return "\N{NO-BREAK SPACE}".join(words.rsplit(" ", 1))


@dataclass(frozen=True, slots=True)
class PieceSheet:
    """The pieces of one organisation, front and back. Without a name there is room to write it."""

    heading: str
    front: tuple[Side, ...]
    back: tuple[Side, ...]
    name: Fitted | None = None
    mark: str = ""
    is_own: bool = False


def piece_sheets(occasion: Occasion) -> dict:
    """What the sheets show: one for each organisation, or a blank one, and one of pieces to write on."""
    sheets = [_sheet(place.name, mark_shape(place.kind), place.name) for place in occasion.places]
    sheets = sheets or [_sheet("Én organisation")]
    return {
        "sheets": [*sheets, _own_sheet()],
        "size": SHEET,
        "cut": CUT,
        "ticks": ticks(),
        "ink": INK,
        "star": STAR,
    }


def _sheet(heading: str, mark: str = "", name: str = "") -> PieceSheet:
    return PieceSheet(
        heading=heading,
        front=tuple(_front(cut, value) for cut, value in zip(cuts(), ORDER, strict=True)),
        back=tuple(_back(cut, value) for cut, value in zip(cuts(mirrored=True), _mirrored(), strict=True)),
        name=fit([name], NAME_FIELD, NAME_SIZES, heading=True) if name else None,
        mark=mark,
    )


def _own_sheet() -> PieceSheet:
    icons = [icon_at(OWN_ICON, cut.x + SIDE / 2, cut.y + ICON_DOWN, ICON) for cut in cuts()]
    return PieceSheet(
        heading="Egne brikker",
        front=tuple(Side(cut, None, OWN_FILL, INK, icon) for cut, icon in zip(cuts(), icons, strict=True)),
        back=tuple(Side(cut, None, OWN_SOFT, INK) for cut in cuts(mirrored=True)),
        is_own=True,
    )


def _mirrored() -> tuple[int | None, ...]:
    """ORDER as it lies on the back: each row from the other side."""
    rows = (ORDER[start : start + COLUMNS] for start in range(0, len(ORDER), COLUMNS))
    return tuple(value for row in rows for value in reversed(row))


def _front(cut: Cut, value: int | None) -> Side:
    if value is None:
        return Side(cut, 0, WHITE, INK)
    look = VALUE_LOOKS[value - 1]
    return Side(cut, value, look.fill, look.on, icon_at(look.icon, cut.x + SIDE / 2, cut.y + ICON_DOWN, ICON))


def _back(cut: Cut, value: int | None) -> Side:
    return Side(cut, 0, WHITE, INK) if value is None else Side(cut, value, VALUE_LOOKS[value - 1].soft, INK)
