"""Where the forums of a plan's chain stand in its picture. Plain Python.

Forums stand under the one they belong to. Those with nothing under them stand in a column beside the others,
so that the picture stays narrow; whoever belongs to nobody and has nobody under it stands below. Lengths are
units of the drawing, pixels at 100 %, y grows downwards.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

Key = Hashable

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


def places_of(forums: Sequence[ForumBox], children: dict[Key, list[Key]]) -> dict[Key, tuple[float, float]]:
    """The upper left corner of each: trees beside each other, and those that stand alone in rows below."""
    below = {child for found in children.values() for child in found}
    roots = [one.key for one in forums if one.key not in below]
    places: dict[Key, tuple[float, float]] = {}
    left = MARGIN
    for root in (one for one in roots if children[one]):
        left = _place_tree(root, children, places, left, TOP) + GAP_X
    bottom = max((y + HEIGHT for _, y in places.values()), default=TOP - GAP_Y)
    alone = [one for one in roots if not children[one]]
    row = max(BESIDE_AT_MOST, int((left - MARGIN) // (WIDTH + GAP_X)))
    for number, key in enumerate(alone):
        down, along = divmod(number, row)
        places[key] = (
            MARGIN + along * (WIDTH + GAP_X), bottom + GAP_Y + down * (HEIGHT + STACK_GAP),
        )  # fmt: skip
    return places


def _place_tree(key: Key, children, places, left: float, top: float) -> float:
    """Place a forum and all under it from `left` on; how far to the right it reaches."""
    own = children[key]
    if not own:
        places[key] = (left, top)
        return left + WIDTH
    below, right = top + HEIGHT + GAP_Y, left
    first = True
    for group in _columns(own, children):
        start = right if first else right + GAP_X
        if len(group) > 1:
            start += RAIL
            right = _place_stack(group, places, start, below)
        else:
            right = _place_tree(group[0], children, places, start, below)
        first = False
    first_x, last_x = places[own[0]][0], max(places[one][0] for one in own)
    places[key] = ((first_x + last_x) / 2, top)
    return max(right, places[key][0] + WIDTH)


def _columns(own: list[Key], children) -> list[list[Key]]:
    """Those with something under them each alone, the others in columns when they are many or beside such."""
    leaves = [one for one in own if not children[one]]
    others = [[one] for one in own if children[one]]
    if len(leaves) < 2 or (not others and len(leaves) <= BESIDE_AT_MOST):
        return [[one] for one in own]
    stacks = [leaves[at : at + STACKED_AT_MOST] for at in range(0, len(leaves), STACKED_AT_MOST)]
    return [*others, *stacks]


def _place_stack(group: list[Key], places, left: float, top: float) -> float:
    for number, key in enumerate(group):
        places[key] = (left, top + number * (HEIGHT + STACK_GAP))
    return left + WIDTH
