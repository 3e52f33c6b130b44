"""Where the forums of a plan's chain stand in its picture. Plain Python.

Forums stand under the one they belong to. Those with nothing under them stand in a column beside the others,
so that the picture stays narrow; whoever belongs to nobody and has nobody under it stands below. Lengths are
units of the drawing, pixels at 100 %, y grows downwards.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

Key = Hashable
Point = tuple[float, float]

WIDTH, HEIGHT = 208, 92
GAP_X, GAP_Y = 28, 64
# Between two in a column, and how far beside it their line runs.
STACK_GAP, RAIL = 34, 14
STACKED_AT_MOST = 6
# Round the picture; above the first row there is room for a sign.
MARGIN, TOP = 18, 30
BESIDE_AT_MOST = 4


@dataclass(frozen=True)
class ForumBox:
    """A forum to be drawn: what it is, its name, the one above it, and a line about what waits there."""

    key: Key
    kind: str
    name: str
    parent: Key | None
    told: str = ""
    is_late: bool = False


def children_of(forums: Sequence[ForumBox]) -> dict[Key, list[Key]]:
    """{forum: those right under it}; whoever stands in a circle is a root."""
    keys, parents = {one.key for one in forums}, {one.key: one.parent for one in forums}
    found: dict[Key, list[Key]] = {one.key: [] for one in forums}
    for one in forums:
        if one.parent in keys and not _in_circle(parents, one.key):
            found[one.parent].append(one.key)
    return found


def _in_circle(parents: dict[Key, Key | None], key: Key) -> bool:
    seen, at = set(), parents.get(key)
    while at is not None and at not in seen:
        if at == key:
            return True
        seen.add(at)
        at = parents.get(at)
    return False


# -- Where the boxes stand ------------------------------------------------------------------------


def places_of(forums: Sequence[ForumBox], children: dict[Key, list[Key]]) -> dict[Key, Point]:
    """The upper left corner of each: trees beside each other, and those that stand alone in rows below."""
    below = {child for found in children.values() for child in found}
    roots = [one.key for one in forums if one.key not in below]
    places: dict[Key, Point] = {}
    for root in (one for one in roots if children[one]):
        _set_beside(places, _tree(root, children, TOP))
    bottom = max((y + HEIGHT + GAP_Y for _, y in places.values()), default=TOP)
    right = max((x + WIDTH for x, _ in places.values()), default=0)
    alone = [one for one in roots if not children[one]]
    a_row = max(BESIDE_AT_MOST, int((right + GAP_X) // (WIDTH + GAP_X)))
    for number, key in enumerate(alone):
        down, along = divmod(number, a_row)
        places[key] = (along * (WIDTH + GAP_X), bottom + down * (HEIGHT + STACK_GAP))
    left = min((x for x, _ in places.values()), default=0)
    return {key: (round(x - left + MARGIN, 1), y) for key, (x, y) in places.items()}


def _tree(key: Key, children: dict[Key, list[Key]], top: float) -> dict[Key, Point]:
    """A forum and all under it, wherever from left to right."""
    own, below = children[key], top + HEIGHT + GAP_Y
    places: dict[Key, Point] = {}
    for group in columns_of(own, children):
        if len(group) > 1:
            _set_beside(places, _stack(group, below), RAIL)
        else:
            _set_beside(places, _tree(group[0], children, below))
    ends = [places[one][0] for one in own] or [0]
    return {key: ((min(ends) + max(ends)) / 2, top), **places}


def _stack(group: list[Key], top: float) -> dict[Key, Point]:
    return {key: (0, top + number * (HEIGHT + STACK_GAP)) for number, key in enumerate(group)}


def _set_beside(places: dict[Key, Point], more: dict[Key, Point], room: float = 0) -> None:
    """Add `more` as far to the left as it can stand beside what is there, with `room` for a line."""
    shift = max(
        (
            there + WIDTH + GAP_X + room - x
            for there, y in places.values() for x, other in more.values()
            if abs(other - y) < HEIGHT + STACK_GAP
        ),
        default=0,
    )  # fmt: skip
    # Never to the left of all that is there, which would turn the order round.
    first = min((x for x, _ in more.values()), default=0)
    if places:
        shift = max(shift, min(x for x, _ in places.values()) + GAP_X - first)
    places |= {key: (x + shift, y) for key, (x, y) in more.items()}


def columns_of(own: list[Key], children: dict[Key, list[Key]]) -> list[list[Key]]:
    """Those with something under them each alone, the others in columns when they are many or beside such."""
    leaves = [one for one in own if not children[one]]
    others = [[one] for one in own if children[one]]
    if len(leaves) < 2 or (not others and len(leaves) <= BESIDE_AT_MOST):
        return [*others, *([one] for one in leaves)]
    return [*others, *(leaves[at : at + STACKED_AT_MOST] for at in range(0, len(leaves), STACKED_AT_MOST))]
