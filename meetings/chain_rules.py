"""Which forum is above which: the chain of a plan. Plain Python; forums are keys of any kind."""

from collections.abc import Hashable, Iterable, Mapping
from enum import StrEnum

Key = Hashable


class Direction(StrEnum):
    """Which way something goes, seen from the one who sends it."""

    UP = "up"
    DOWN = "down"
    ACROSS = "across"


def above(parents: Mapping[Key, Key | None], forum: Key) -> list[Key]:
    """The forums above this one, the nearest first; a circle is walked round once."""
    found: list[Key] = []
    at = parents.get(forum)
    while at is not None and at not in found and at != forum:
        found.append(at)
        at = parents.get(at)
    return found


def would_circle(parents: Mapping[Key, Key | None], forum: Key, parent: Key | None) -> bool:
    """Whether the forum would come to stand above itself with this one over it."""
    return parent is not None and (parent == forum or forum in above(parents, parent))


def direction(parents: Mapping[Key, Key | None], sender: Key, receiver: Key) -> Direction:
    """Up to a forum above the sender, down to one below, across to all others."""
    if receiver in above(parents, sender):
        return Direction.UP
    return Direction.DOWN if sender in above(parents, receiver) else Direction.ACROSS


def nearest_first(parents: Mapping[Key, Key | None], forum: Key, all_of_them: Iterable[Key]) -> list[Key]:
    """The other forums in the order they are likely to be sent to: up, down, then all others as they come."""
    up = above(parents, forum)
    down = [one for one in all_of_them if one != forum and parents.get(one) == forum]
    rest = [one for one in all_of_them if one != forum and one not in up and one not in down]
    return [one for one in (*up, *down, *rest) if one in set(all_of_them)]
