"""The poster of a notice as shapes and sizes: three layouts, and words that always fit. Plain Python.

Lengths are millimetres of the A3 sheet, upright; A4 is the same drawing at 70.7 %, a flyer at 35.4 %. The
artwork goes BLEED past the paper on every side, and its corner is the origin of the drawing. Where words
stand is said once more in static/css/print-notice.css.
"""

from dataclasses import dataclass, replace

from config.geometry import Joint, piece, ray_to_border, wedge
from config.looks import INK, VALUE_LOOKS, WHITE, ValueLook
from exchange.notice_texts import Told, bare
from reports.fitting import lines_of, shortened

WIDTH, HEIGHT, BLEED = 297, 420, 3
SHEET = (WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
LINE = 0.8
PICTURE = 72
# Font sizes (headline, when, the rest), the largest first; 7 mm is 14 pt on A4, and nothing is smaller.
SCALES = (
    (46, 20, 16.5), (40, 18, 14.5), (34, 16, 12.6), (28, 14.5, 11), (23, 12.5, 9.8),
    (18, 11, 8.4), (15, 10, 7),
)  # fmt: skip
# A flyer is read in the hand: 9.6 mm there is 9.6 pt.
FLYER_SCALES = (
    (46, 20, 18), (40, 18, 16), (34, 16, 14), (28, 14.5, 12.4), (23, 12.5, 11),
    (18, 11, 9.6), (15, 10.6, 9.6),
)  # fmt: skip
HEADING_LEADING, LEADING, BETWEEN = 1.06, 1.3, 4
ABOUT_HEIGHT = 18


@dataclass(frozen=True, slots=True)
class Room:
    """How wide and how high the words of one part may be."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LayoutLook:
    """Where the words have room, and which colour the headline stands on."""

    head: Room
    body: Room
    # Without a code the words have its room too.
    body_without_code: Room
    head_on_fill: bool


LAYOUTS = {
    "sun": LayoutLook(Room(265, 136), Room(265, 150), Room(265, 150), head_on_fill=False),
    "gable": LayoutLook(Room(265, 146), Room(196, 176), Room(265, 176), head_on_fill=True),
    "pieces": LayoutLook(Room(245, 136), Room(174, 204), Room(174, 204), head_on_fill=True),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """One path of the drawing; `line` is how wide its ink outline is, 0 for none."""

    path: str
    fill: str
    line: float = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole poster: `told` is what there is room for; sizes are places in SCALES."""

    layout: str
    look: ValueLook
    told: Told
    shapes: tuple[Shape, ...]
    head_size: int
    body_size: int
    has_picture: bool
    # On a flyer the sun is too small for a line under its code.
    reads_in_body: bool = False

    sheet = SHEET
    ink = INK

    @property
    def head_on_fill(self) -> bool:
        """Whether the headline stands on the full colour."""
        return LAYOUTS[self.layout].head_on_fill

    @property
    def read_more(self) -> str:
        """The address as one types it."""
        return bare(self.told.all_address) if self.told.address else ""


def make_sheet(
    told: Told, layout: str, value: int, *, has_picture: bool = False, flyer: bool = False
) -> Sheet:
    """The poster of what is told.

    Text that has no room is cut after a sentence; of gathered things those without room are counted.
    """
    look, scales = VALUE_LOOKS[value - 1], FLYER_SCALES if flyer else SCALES
    room = LAYOUTS[layout]
    body = room.body if told.address else room.body_without_code
    if has_picture:
        body = Room(body.width, body.height - PICTURE - BETWEEN)
    head_size = next((at for at in range(len(scales)) if _head(told, room.head, scales[at])), len(scales) - 1)
    reads = flyer and layout == "sun" and bool(told.address)
    also = f"{told.there}: {bare(told.all_address)}" if reads else ""
    fitted, body_size = _fit_body(told, body, scales, also)
    return Sheet(layout, look, fitted, DRAWN[layout](look), head_size, body_size, has_picture, reads)


def _head(told: Told, room: Room, scale: tuple[float, ...]) -> bool:
    """Whether headline, when and days fit at this scale, and no word of the headline is broken."""
    title, when, _ = scale
    if any(lines_of(word, room.width, title, heading=True) > 1 for word in told.title.split()):
        return False
    height = ABOUT_HEIGHT + lines_of(told.title, room.width, title, heading=True) * title * HEADING_LEADING
    height += 6 + lines_of(told.when, room.width, when, heading=True) * when * 1.16
    return height + (when * 0.8 if told.days else 0) <= room.height


def _fit_body(told: Told, room: Room, scales, also: str) -> tuple[Told, int]:
    """What there is room for, and at which scale."""
    for at, (_, _, size) in enumerate(scales):
        if _body_height(told, room.width, size, also) <= room.height:
            return told, at
    size = scales[-1][2]
    while _body_height(replace(told, text=""), room.width, size, also) > room.height and told.others:
        told = replace(told, others=told.others[:-1], more=told.more + 1)
    return _with_text_cut(told, room, size, also), len(scales) - 1


def _with_text_cut(told: Told, room: Room, size: float, also: str) -> Told:
    """As much of the text as there is room for."""
    fits, too_many = 0, len(told.text) + 1
    while too_many - fits > 1:
        length = (fits + too_many) // 2
        cut = replace(told, text=shortened(told.text, length))
        if _body_height(cut, room.width, size, also) <= room.height:
            fits = length
        else:
            too_many = length
    return replace(told, text=shortened(told.text, fits) if fits > 1 else "")


def _body_height(told: Told, width: float, size: float, also: str = "") -> float:
    """How high the words below the headline are at this size; `also` is one more line of facts."""
    paragraphs = [line for line in told.text.splitlines() if line.strip()]
    others = [f"{one.title} {one.when}{' · ' + one.place if one.place else ''}" for one in told.others]
    facts = [("Hvor", told.place), ("Hos", told.host), ("Spørg", told.ask)]
    lines = [*paragraphs, *others, *filter(None, [told.more_text, also])]
    lines += [f"{name}: {said}" for name, said in facts if said]
    groups = sum(map(bool, (paragraphs, others, any(said for _, said in facts))))
    # Bold words are wider than the table of letters says.
    return sum(lines_of(line, width * 0.95, size) for line in lines) * size * LEADING + groups * BETWEEN


# -- The three drawings ---------------------------------------------------------------------------------

MIDDLE = (WIDTH / 2 + BLEED, HEIGHT + BLEED)
SUN, RING, RAYS = 80, (88, 102), 9
EAVES, PEAK = 213, 168
PIECES = (14 + BLEED, 14 + BLEED, WIDTH - 28)
SEAM, KNOB, KNOB_AT = 182, 48, 0.83


def _ground(fill: str) -> Shape:
    return Shape(f"M0 0H{SHEET[0]}V{SHEET[1]}H0Z", fill)


def _sun(look: ValueLook) -> tuple[Shape, ...]:
    """White and soft rays over the whole sheet, and half a sun on the lower edge that holds the code."""
    step = 180 / RAYS
    rays = [
        Shape(ray_to_border(*MIDDLE, SUN, *SHEET, at * step, (at + 1) * step), WHITE)
        for at in range(0, RAYS, 2)
    ]
    ring = [
        Shape(wedge(*MIDDLE, *RING, at * step + 1, (at + 1) * step - 1), look.fill, LINE)
        for at in range(RAYS)
    ]
    x, y = MIDDLE
    sun = f"M{x - SUN} {SHEET[1] + 2}V{y}A{SUN} {SUN} 0 0 1 {x + SUN} {y}V{SHEET[1] + 2}Z"
    return (_ground(look.soft), *rays, *ring, Shape(sun, look.fill, LINE))


def _gable(look: ValueLook) -> tuple[Shape, ...]:
    """A white gable wall before the full colour."""
    right, bottom = SHEET
    eaves, foot = EAVES + BLEED, bottom + 2
    wall = f"M-2 {foot}V{eaves}L{right / 2} {PEAK + BLEED}L{right + 2} {eaves}V{foot}Z"
    return (_ground(look.fill), Shape(wall, WHITE, LINE))


def _pieces(look: ValueLook) -> tuple[Shape, ...]:
    """Two pieces, one above the other: what happens reaches into how one takes part."""
    x, y, width = PIECES
    height, lower = SEAM - 14, HEIGHT - 14 - SEAM
    above = piece(x, y, width, height, bottom=Joint(1, KNOB_AT), knob=KNOB)
    below = piece(x, SEAM + BLEED, width, lower, top=Joint(-1, KNOB_AT), knob=KNOB)
    return (_ground(look.soft), Shape(below, WHITE, LINE), Shape(above, look.fill, LINE))


DRAWN = {"sun": _sun, "gable": _gable, "pieces": _pieces}
