"""The plan's chain as a picture: boxes, the lines between them, and what is on its way. Plain Python.

Lengths are units of the drawing, pixels at 100 %, y grows downwards. What a template puts out is text.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from config.danish import capitalised, count
from mapping.ink import text_width
from meetings.chain_layout import (
    GAP_Y,
    HEIGHT,
    MARGIN,
    RAIL,
    WIDTH,
    ForumBox,
    Key,
    children_of,
    places_of,
)
from meetings.chain_rules import direction

NAME_SIZE, NAME_ROOM, NAME_LINES = 16, 184, 2
# From the box's corner: the words' left edge, and the feet of its kind, its name and what waits.
LEFT, KIND_FOOT, NAME_FOOT, LINE, TOLD_FOOT = 12, 21, 41, 18, 81
PILL_HEIGHT, PILL_SIZE, PILL_PAD, ARROW = 24, 13, 9, 18
# Where on a bow its sign is tried, and how far a bow leaves the straight line.
TRIES, BEND = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74), 0.18
ARROWS = {
    "up": "m-4 -1l4 -4l4 4m-4 -4v10",
    "down": "m-4 1l4 4l4 -4m-4 4v-10",
    "across": "m-5 0h10m-3 -3l3 3l-3 3m-4 -6l-3 3l3 3",
}
WORDS = {"up": "op", "down": "ned", "across": "på tværs"}


@dataclass(frozen=True)
class Flow:
    """So many open ones on their way from one forum to another, and how many of them are over their day."""

    sender: Key
    receiver: Key
    amount: int
    late: int = 0


@dataclass(frozen=True)
class Line:
    """One line of a text: where its foot begins."""

    x: str
    y: str
    text: str


@dataclass(frozen=True)
class Box:
    """A forum as drawn, with its upper left corner."""

    forum: ForumBox
    x: float
    y: float

    @property
    def middle(self) -> float:
        """The middle from left to right."""
        return self.x + WIDTH / 2

    @property
    def corner(self) -> tuple[str, str]:
        """The corner in text."""
        return f"{self.x:g}", f"{self.y:g}"

    @property
    def kind(self) -> Line:
        """What kind of forum it is."""
        return self._line(KIND_FOOT, self.forum.kind)

    @property
    def name(self) -> tuple[Line, ...]:
        """The name on one or two lines."""
        lines = name_lines(self.forum.name)
        return tuple(self._line(NAME_FOOT + LINE * at, text) for at, text in enumerate(lines))

    @property
    def told(self) -> Line:
        """What waits there."""
        return self._line(TOLD_FOOT, self.forum.told)

    def _line(self, down: float, text: str) -> Line:
        return Line(f"{self.x + LEFT:g}", f"{self.y + down:g}", text)


@dataclass(frozen=True)
class Pill:
    """A small sign: how many go that way. `way` is up, down or across."""

    x: float
    y: float
    width: float
    text: str
    way: str
    is_late: bool

    @property
    def corner(self) -> tuple[str, str, str]:
        """Corner and width in text."""
        return f"{self.x:g}", f"{self.y:g}", f"{self.width:g}"

    @property
    def arrow(self) -> str:
        """Path data of the arrow before the words."""
        return f"M{self.x + PILL_PAD + 6:g} {self.y + PILL_HEIGHT / 2:g}{ARROWS[self.way]}"

    @property
    def words(self) -> Line:
        """The words."""
        return Line(f"{self.x + PILL_PAD + ARROW:g}", f"{self.y + 16.5:g}", self.text)


@dataclass(frozen=True)
class ChainDrawing:
    """All shapes in the order they are painted: lines, flows across, boxes, signs."""

    width: float
    height: float
    lines: tuple[str, ...]
    across: tuple[str, ...]
    boxes: tuple[Box, ...]
    pills: tuple[Pill, ...]
    description: str

    @property
    def size(self) -> tuple[str, str]:
        """Width and height in text."""
        return f"{self.width:g}", f"{self.height:g}"

    @property
    def box_size(self) -> tuple[str, str]:
        """Width and height of a box in text."""
        return f"{WIDTH:g}", f"{HEIGHT:g}"


def draw_chain(forums: Sequence[ForumBox], flows: Iterable[Flow]) -> ChainDrawing:
    """The picture of these forums, siblings in the order given; one whose parent is not there is a root."""
    forums, flows = list(forums), [one for one in flows if one.amount]
    children = children_of(forums)
    places = places_of(forums, children)
    boxes = {one.key: Box(one, *places[one.key]) for one in forums}
    lines = [
        line for one in forums for line in _lines_down(boxes[one.key], [boxes[c] for c in children[one.key]])
    ]
    parents = {child: key for key, found in children.items() for child in found}
    straight, crossing = _sorted_flows(flows, parents, boxes)
    pills = [pill for child, ways in straight.items() for pill in _pills_on(boxes[child], ways)]
    across = []
    for flow in crossing:
        path, pill = _bow(flow, direction(parents, flow.sender, flow.receiver), boxes, pills)
        across.append(path)
        pills.append(pill)
    return ChainDrawing(
        _reach(box.x + WIDTH for box in boxes.values()), _reach(box.y + HEIGHT for box in boxes.values()),
        tuple(lines), tuple(across), tuple(boxes.values()), tuple(pills), describe(forums, flows),
    )  # fmt: skip


def _reach(ends: Iterable[float]) -> float:
    return round(max(ends, default=0) + MARGIN, 1)


def describe(forums: Sequence[ForumBox], flows: Sequence[Flow]) -> str:
    """What the picture shows in words, for those who do not see it."""
    if not forums:
        return "Her er ingen fora endnu."
    on_way, late = sum(one.amount for one in flows), sum(one.late for one in flows)
    said = [f"Kæden har {count(len(forums), 'forum', 'fora')}."]
    said.append(capitalised(f"{count(on_way, 'punkt', 'punkter')} er på vej mellem dem."))
    if late:
        said.append(f"{late} er over fristen.")
    return " ".join([*said, "Tabellen viser det samme."])


# -- Lines ----------------------------------------------------------------------------------------


def _lines_down(parent: Box, children: list[Box]) -> list[str]:
    """From a forum to those under it: down, along, and down to each, or beside a column of them."""
    if not children:
        return []
    start, bus = parent.y + HEIGHT, parent.y + HEIGHT + GAP_Y / 2
    columns: dict[float, list[Box]] = defaultdict(list)
    for child in children:
        columns[child.x].append(child)
    found = []
    for column in columns.values():
        if len(column) == 1:
            child = column[0]
            found.append(f"M{parent.middle:g} {start:g}V{bus:g}H{child.middle:g}V{child.y:g}")
            continue
        rail = column[0].x - RAIL
        found.append(
            f"M{parent.middle:g} {start:g}V{bus:g}H{rail:g}V{column[-1].y + HEIGHT / 2:g}"
            + "".join(f"M{rail:g} {one.y + HEIGHT / 2:g}H{one.x:g}" for one in column)
        )
    return found


# -- What is on its way -----------------------------------------------------------------------------


def _sorted_flows(
    flows: Iterable[Flow], parents: dict[Key, Key], boxes: dict[Key, Box]
) -> tuple[dict[Key, dict[str, Flow]], list[Flow]]:
    """Those along a line, as {the lower forum: {"up": …, "down": …}}, and those that go another way."""
    straight: dict[Key, dict[str, Flow]] = defaultdict(dict)
    crossing = []
    for flow in flows:
        if flow.sender not in boxes or flow.receiver not in boxes:
            continue
        if parents.get(flow.sender) == flow.receiver:
            straight[flow.sender]["up"] = flow
        elif parents.get(flow.receiver) == flow.sender:
            straight[flow.receiver]["down"] = flow
        else:
            crossing.append(flow)
    return straight, crossing


def _pill(x: float, y: float, flow: Flow, way: str) -> Pill:
    """A sign whose left upper corner is there."""
    text = f"{flow.amount} {WORDS[way]}, {flow.late} sent" if flow.late else f"{flow.amount} {WORDS[way]}"
    width = text_width(text) * PILL_SIZE + 2 * PILL_PAD + ARROW
    return Pill(round(x, 1), round(y, 1), round(width, 1), text, way, bool(flow.late))


def _pills_on(box: Box, ways: dict[str, Flow]) -> list[Pill]:
    """The signs over the upper edge of the lower forum: up at the left, down at the right."""
    y, found = box.y - PILL_HEIGHT / 2, []
    if "up" in ways:
        found.append(_pill(box.x - 6, y, ways["up"], "up"))
    if "down" in ways:
        width = _pill(0, y, ways["down"], "down").width
        beside = found[0].x + found[0].width + 4 if found else box.x - 6
        found.append(_pill(max(box.x + WIDTH + 6 - width, beside), y, ways["down"], "down"))
    return found


def _bow(flow: Flow, way: str, boxes: dict[Key, Box], pills: list[Pill]) -> tuple[str, Pill]:
    """A bow between two forums that are on no common line, and its sign where it hides least."""
    (ax, ay), (bx, by) = (
        (box.middle, box.y + HEIGHT / 2) for box in (boxes[flow.sender], boxes[flow.receiver])
    )
    cx, cy = (ax + bx) / 2 + (ay - by) * BEND, (ay + by) / 2 + (bx - ax) * BEND
    path = f"M{ax:g} {ay:g}Q{cx:.1f} {cy:.1f} {bx:g} {by:g}"
    half = _pill(0, 0, flow, way).width / 2
    tries = []
    for t in TRIES:
        x = (1 - t) ** 2 * ax + 2 * t * (1 - t) * cx + t**2 * bx
        y = (1 - t) ** 2 * ay + 2 * t * (1 - t) * cy + t**2 * by
        pill = _pill(x - half, y - PILL_HEIGHT / 2, flow, way)
        tries.append((_hidden(pill, boxes.values(), pills), len(tries), pill))
    return path, min(tries)[2]


def _hidden(pill: Pill, boxes: Iterable[Box], pills: Iterable[Pill]) -> float:
    """How much of others the sign would lie over, in square units; signs count more than boxes."""
    own = (pill.x, pill.y, pill.x + pill.width, pill.y + PILL_HEIGHT)
    found = sum(_overlap(own, (box.x, box.y, box.x + WIDTH, box.y + HEIGHT)) for box in boxes)
    others = ((one.x, one.y, one.x + one.width, one.y + PILL_HEIGHT) for one in pills)
    return found + 10 * sum(_overlap(own, other) for other in others)


def _overlap(a: tuple, b: tuple) -> float:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return max(across, 0) * max(down, 0)


# -- Names ----------------------------------------------------------------------------------------


def name_lines(name: str) -> tuple[str, ...]:
    """The name on at most two lines that fit the box, cut with "…" when it is longer."""
    lines, words = [], name.split()
    while words and len(lines) < NAME_LINES:
        line = words.pop(0)
        while words and _fits(f"{line} {words[0]}"):
            line = f"{line} {words.pop(0)}"
        lines.append(_cut(line))
    if words:
        lines[-1] = _cut(f"{lines[-1]} {words[0]} …")
    return tuple(lines)


def _fits(text: str) -> bool:
    return text_width(text) * NAME_SIZE <= NAME_ROOM


def _cut(text: str) -> str:
    """The text, or as much of it as fits with "…" behind."""
    if _fits(text):
        return text
    kept = text.rstrip(" …")
    while kept and not _fits(f"{kept}…"):
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
