"""The drawings of the manual: a table, hands of pieces, a puzzle laid, sheets. Each is SVG text, made once.

Every picture of a step is 180 by 62, which are the millimetres it has on the page; the cover's is larger.
"""

from collections.abc import Callable
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from config.drawings import icon_at, mark_shape
from config.geometry import Joint, piece
from config.looks import INK, KIND_LOOKS, VALUE_LOOKS, WHITE
from reports.jigsaw_sheet import COLUMNS, LEFT, SIDE, TOP, cuts
from valuegame.standing import OWN_FILL, OWN_ICON

SIZE, COVER = (180, 62), (180, 128)
SAND, SUN_SOFT, EDGE = "#F4EBE4", "#FFF3CC", "#84746A"
KINDS = tuple(KIND_LOOKS)
# Which value lies where on a sheet; None is the organisation's own.
ORDER = (1, 2, 3, 4, None, 5)
STAR = "M0-5L1.2-1.6 4.8-1.5 1.9.6 2.9 4 0 2-2.9 4-1.9.6-4.8-1.5-1.2-1.6Z"


def _svg(size: tuple[int, int], css_class: str, inside: SafeString) -> SafeString:
    return format_html(
        '<svg class="{}" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>', css_class, *size, inside
    )


def _joined(*parts: SafeString) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _path(d: str, *, fill: str = "none", stroke: str = INK, width: float = 0.5, dash: str = "") -> SafeString:
    dashes = format_html(' stroke-dasharray="{}"', dash) if dash else ""
    return format_html(
        '<path d="{}" fill="{}" stroke="{}" stroke-width="{}" stroke-linejoin="round"'
        ' stroke-linecap="round"{}/>',
        *(d, fill, stroke, width, dashes),
    )


def _fill_of(value: int | None) -> tuple[str, str, str]:
    """Fill, colour of the icon, and icon of a piece; None is one of the group's own."""
    if value is None:
        return OWN_FILL, INK, OWN_ICON
    look = VALUE_LOOKS[value - 1]
    return look.fill, look.on, look.icon


def _piece(value: int | None, x: float, y: float, size: float = 18, *, turn: float = 0, hole: bool = False):
    """One piece with its body's corner at (x, y): a knob to the right, a hole to the left."""
    fill, on, icon = _fill_of(value)
    d = piece(0, 0, size, size, right=Joint(1, 0.4), left=Joint(-1, 0.4), knob=size * 0.28)
    if hole:
        return format_html(
            '<g transform="translate({} {})">{}</g>', x, y, _path(d, fill=WHITE, dash="0.6 1.4")
        )
    drawn = icon_at(icon, size / 2 + 0.5, size / 2, size * 0.46, on)
    return format_html(
        '<g transform="translate({} {}) rotate({} {} {})">{}{}</g>',
        *(x, y, turn, size / 2, size / 2, _path(d, fill=fill), drawn),
    )


def _mark(number: int, x: float, y: float, scale: float = 0.5) -> SafeString:
    """The mark of one of the six kinds of actor with its middle at (x, y)."""
    shape = mark_shape(KINDS[number % len(KINDS)])
    return format_html('<g transform="translate({} {}) scale({})">{}</g>', x, y, scale, shape)


def _star(x: float, y: float, scale: float = 1) -> SafeString:
    return format_html(
        '<g transform="translate({} {}) scale({})">'
        '<circle r="6.6" fill="{}" stroke="{}" stroke-width=".5"/>{}</g>',
        *(x, y, scale, WHITE, INK, _path(STAR, fill=VALUE_LOOKS[4].fill, width=0.6)),
    )


def _lines(x: float, y: float, *lengths: float, step: float = 3.6) -> SafeString:
    """Grey strokes that stand for writing."""
    d = "".join(f"M{x} {round(y + step * number, 2)}h{length}" for number, length in enumerate(lengths))
    return _path(d, stroke=EDGE, width=1)


def _sheet(x: float, y: float, width: float, height: float, fill: str = WHITE) -> SafeString:
    """A sheet or card with the house's one round corner."""
    corner = min(width, height) * 0.2
    d = f"M{x} {y}H{x + width - corner}Q{x + width} {y} {x + width} {y + corner}V{y + height}H{x}Z"
    return _path(d, fill=fill)


def _bubble(x: float, y: float, width: float, height: float, tail: float) -> SafeString:
    """A speech bubble with its tail down at `tail`."""
    d = (
        f"M{x + 3} {y}H{x + width - 3}Q{x + width} {y} {x + width} {y + 3}V{y + height - 3}"
        f"Q{x + width} {y + height} {x + width - 3} {y + height}H{tail + 4}L{tail} {y + height + 5}"
        f"L{tail - 1} {y + height}H{x + 3}Q{x} {y + height} {x} {y + height - 3}V{y + 3}Q{x} {y} {x + 3} {y}Z"
    )
    return _path(d, fill=WHITE)


def _clock(x: float, y: float, radius: float) -> SafeString:
    """A clock of which a third is left."""
    left = f"M{x} {y}V{y - radius}A{radius} {radius} 0 0 1 {round(x + radius * 0.87, 2)} {y + radius / 2}Z"
    face = format_html(
        '<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width=".6"/>', x, y, radius, WHITE, INK
    )
    return _joined(face, _path(left, fill=VALUE_LOOKS[4].fill))


def _arrow(x: float, y: float, length: float) -> SafeString:
    end = x + length
    return _path(f"M{x} {y}H{end}M{end - 3} {y - 2.4}L{end} {y}L{end - 3} {y + 2.4}", width=0.9)


def _table(x: float, y: float, width: float, height: float) -> SafeString:
    """A table from above."""
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="8" fill="{}" stroke="{}" stroke-width=".6"/>',
        *(x, y, width, height, SAND, INK),
    )


# -- the steps


def _welcome() -> SafeString:
    chairs = [(38 + 26 * place, y) for y in (9, 53) for place in range(5)] + [(16, 31), (164, 31)]
    around = [_mark(number, x, y, 0.42) for number, (x, y) in enumerate(chairs)]
    covers = [_sheet(33 + 26 * place, y, 10, 6) for y in (18, 38) for place in range(5)]
    return _joined(_table(25, 15, 130, 32), *covers, *around)


def _opening() -> SafeString:
    notes = ((8, 8, SUN_SOFT), (34, 5, WHITE), (62, 10, SUN_SOFT), (14, 33, WHITE), (42, 36, SUN_SOFT))
    said = [_joined(_sheet(x, y, 22, 17, fill), _lines(x + 3.5, y + 6.5, 14, 9)) for x, y, fill in notes]
    pieces = (_piece(None, 112, 20, 22), _piece(None, 145, 8, 18, turn=8), _piece(None, 146, 37, 18, turn=-6))
    return _joined(*said, _arrow(90, 31, 14), *pieces)


def _lay() -> SafeString:
    laid = [
        _piece(value, x, y, 22, turn=turn)
        for value, x, y, turn in ((1, 22, 22, -5), (4, 52, 20, 3), (5, 82, 22, -2))
    ]
    card = _joined(
        _sheet(122, 16, 48, 34), _path("M122 24H170", width=0.5), _lines(127, 31, 36, 30, 20, step=5.2)
    )
    return _joined(_mark(1, 10, 33, 0.6), *laid, _star(74, 19), card)


def _tell() -> SafeString:
    listeners = [_mark(number, 112 + 13 * number, 50 - 6 * (number % 2), 0.42) for number in range(5)]
    bubble = _joined(
        _bubble(44, 5, 62, 36, 52),
        _piece(3, 50, 12, 20),
        _star(72, 13, 0.8),
        _lines(80, 18, 20, 16, 19, 10, step=4.6),
    )
    return _joined(_mark(3, 34, 47, 0.8), bubble, *listeners, _clock(160, 17, 12))


def _puzzle() -> SafeString:
    rows = ((1, 2, 3, None, 5), (1, 0, 3, 4, 0), (0, 2, 3, 4, -5))
    parts = []
    for row, laid in enumerate(rows):
        y = 4 + 19 * row
        parts.append(_mark(row, 24, y + 8, 0.5))
        for column, value in enumerate(laid):
            x = 40 + 25 * column
            number = column + 1
            if value in (0, None):
                parts.append(_piece(number, x, y, 16, hole=True))
            else:
                parts.append(_piece(number, x, y, 16, turn=-14 if value < 0 else 0))
    return _joined(*parts)


def _adjust() -> SafeString:
    wish = _piece(5, 16, 20, 22, turn=-14)
    met = _piece(5, 146, 20, 22)
    columns = _path("M96 12V56M112 12V56", stroke=EDGE)
    rows = _joined(*(_path(f"M62 {y}H126", stroke=EDGE) for y in (23, 34, 45)))
    words = _joined(
        *(
            _joined(_lines(66, y, 25, 16), _mark(n, 104, y + 1.5, 0.3), _lines(115, y, 8))
            for n, y in enumerate((16, 27, 38))
        )
    )
    return _joined(
        wish, _arrow(44, 31, 13), _sheet(62, 6, 64, 50), rows, columns, words, _arrow(130, 31, 11), met
    )


def _stronger() -> SafeString:
    parts = [_sheet(52, 3, 76, 56)]
    for number in range(4):
        parts += [_mark(number, 60, 19 + 11.5 * number, 0.34), _mark(number, 76 + 14 * number, 9, 0.34)]
        parts.append(_path(f"M52 {13.5 + 11.5 * number}H128M{69 + 14 * number} 3V59", stroke=EDGE, width=0.3))
        parts.append(
            format_html(
                '<rect x="{}" y="{}" width="14" height="11.5" fill="{}"/>',
                69 + 14 * number,
                13.5 + 11.5 * number,
                SAND,
            )
        )
    for column, row in ((1, 0), (3, 0), (0, 1), (2, 1), (0, 3), (2, 3)):
        parts.append(_lines(72 + 14 * column, 17.5 + 11.5 * row, 8, 6, step=3.2))
    hands = _joined(icon_at("hand-helping", 26, 31, 22), icon_at("heart-handshake", 154, 31, 22))
    return _joined(*parts, hands)


def _gather() -> SafeString:
    parts = []
    for number in range(4):
        x = 12 + 42 * number
        parts += [
            _bubble(x, 6, 34, 24, x + 12),
            _lines(x + 5, 14, 24, 18, step=5),
            _mark(number + 1, x + 10, 45, 0.5),
        ]
        parts.append(_piece(number + 1 if number else 5, x + 19, 40, 11))
    return _joined(*parts)


_STEPS: dict[str, Callable[[], SafeString]] = {
    "welcome": _welcome, "opening": _opening, "lay": _lay, "tell": _tell, "puzzle": _puzzle,
    "adjust": _adjust, "stronger": _stronger, "gather": _gather,
}  # fmt: skip


@lru_cache(maxsize=16)
def of_step(key: str) -> SafeString:
    """The picture of a step."""
    return _svg(SIZE, "step-picture", _STEPS[key]())


# -- the other pages


@lru_cache(maxsize=1)
def cover() -> SafeString:
    """The puzzle being laid: four pieces in place, one on its way, and the hole it is for."""
    parts = []
    for number, (value, cut) in enumerate(zip(ORDER, cuts(), strict=True)):
        centre = cut.x + SIDE / 2, cut.y + SIDE / 2
        if number == COLUMNS - 1:
            parts += [_path(cut.path, fill=WHITE, dash="2 3.4", width=1)]
            continue
        fill, on, icon = (WHITE, INK, "") if value is None else _fill_of(value)
        inner = mark_safe(_mark(1, *centre, 1.5)) if value is None else icon_at(icon, *centre, 28, on)
        parts += [_path(cut.path, fill=fill, width=1), inner]
    loose = cuts()[COLUMNS - 1]
    fill, on, icon = _fill_of(3)
    moved = format_html(
        '<g transform="translate(26 -22) rotate(9 {} {})">{}{}</g>',
        *(loose.x + SIDE / 2, loose.y + SIDE / 2, _path(loose.path, fill=fill, width=1)),
        icon_at(icon, loose.x + SIDE / 2, loose.y + SIDE / 2, 28, on),
    )
    inside = format_html(
        '<g transform="translate({} {})">{}{}</g>', 2 - LEFT, 34 - TOP, _joined(*parts), moved
    )
    return _svg((282, 196), "cover-picture", inside)


@lru_cache(maxsize=1)
def room() -> SafeString:
    """The room from above: the wall, the table, chairs round it, the one who leads and the one who writes."""
    wall = _joined(_path("M50 3H130", width=2.4), icon_at("monitor", 90, 11, 9))
    chairs = [(42 + 24 * place, y) for y in (24, 66) for place in range(5)]
    around = [_mark(number, x, y, 0.42) for number, (x, y) in enumerate(chairs)]
    pieces = [_piece(value, 41 + 22 * place, 39, 12) for place, value in enumerate(range(1, 6))]
    people = _joined(icon_at("megaphone", 14, 30, 9), icon_at("notebook-pen", 166, 45, 9))
    return _svg((180, 76), "room-picture", _joined(wall, _table(30, 31, 122, 28), *pieces, *around, people))
