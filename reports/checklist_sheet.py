"""The checklist for contributions: where its lines and boxes are on A4, and what stands there. Plain Python.

Boxes and rules are one drawing and the words stand over them: a table of two hundred fields takes ten times
as long to set. Lengths are millimetres from the upper left corner of the list.
"""

from dataclasses import dataclass

from config.looks import VALUE_LOOKS, ValueLook
from reports.occasion import Occasion
from valuegame.contributions import Contribution, of_value

# The list's width, the height of a group's heading and of a line, and where the boxes have their middle.
WIDTH, HEADING, LINE, BOXES, BOX = 182, 8.2, 5.35, (120, 138), 3.2
# Each group has one more line, for what is not on the list.
FREE_LINES = 1


@dataclass(frozen=True, slots=True)
class Group:
    """What can be given towards one value."""

    look: ValueLook
    lines: tuple[Contribution, ...]


def checklist_context(occasion: Occasion) -> dict:
    """One list for each organisation, or one without a name."""
    groups = [Group(look, of_value(look.number)) for look in VALUE_LOOKS]
    strong, fine, boxes, height = _drawing(groups)
    return {
        "names": [place.name for place in occasion.places] or [""],
        "groups": groups,
        "size": (WIDTH, height),
        "strong": strong,
        "fine": fine,
        "boxes": boxes,
    }


def _drawing(groups: list[Group]) -> tuple[str, str, str, float]:
    """The rules under headings, those under lines, the boxes, and how high it all is."""
    strong, fine, boxes, y = [], [], [], 0.0
    for group in groups:
        y += HEADING
        strong.append(f"M0 {y:.2f}h{WIDTH}")
        for _ in range(len(group.lines) + FREE_LINES):
            boxes += [_box(x, y + LINE / 2) for x in BOXES]
            y += LINE
            fine.append(f"M0 {y:.2f}h{WIDTH}")
    return "".join(strong), "".join(fine), "".join(boxes), round(y + 1, 2)


def _box(x: float, y: float) -> str:
    return f"M{x - BOX / 2:.2f} {y - BOX / 2:.2f}h{BOX}v{BOX}h-{BOX}z"
