"""Who could meet a wish, with the reason in sight. Plain Python.

An open offer or a resource fits when it is of the same kind and its words or times meet those of the wish;
a room fits a room also without that, since most wishes for one say only when.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mapping.words import stems, times_meet

# Of these kinds one is much like another; of the rest the words decide.
ALIKE = frozenset({"room", "transport"})


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is wanted or there: whose, of what kind, in which words. `key` is the caller's."""

    key: str
    actor: str
    kind: str
    text: str
    area: str = ""
    is_offer: bool = False


def points(wish: Thing, there: Thing) -> int:
    """How well it fits, 0 for not at all."""
    if there.actor == wish.actor or there.kind != wish.kind:
        return 0
    meet = times_meet(wish.text, there.text)
    if meet is False:
        return 0
    shared = len(stems(wish.text) & stems(there.text))
    if not shared and wish.kind not in ALIKE:
        return 0
    same_area = bool(wish.area) and wish.area == there.area
    return 1 + 2 * shared + 2 * bool(meet) + same_area + 2 * there.is_offer


def best(wish: Thing, there: Iterable[Thing]) -> Thing | None:
    """What fits the wish best; of two alike the first by key, so that it is the same each time."""
    found = [(points(wish, thing), thing) for thing in there]
    fitting = [(-number, thing.key, thing) for number, thing in found if number]
    return min(fitting, key=lambda one: one[:2])[2] if fitting else None
