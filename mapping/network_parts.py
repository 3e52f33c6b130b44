"""What a network is made of: actors, lines, ties, bridges, and the whole with its figures. Plain data."""

from collections.abc import Mapping
from dataclasses import dataclass

from config.danish import sort_key


@dataclass(frozen=True, slots=True)
class Node:
    """An actor on the map; `kind` is a value of ActorKind, `label` the name that is written."""

    key: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """One concrete collaboration between two actors, with its form 1 (videndele) to 5 (samskabe).

    A collaboration of three or more gives a line per pair; the lines carry the same `collaboration`, so
    that it is counted once. Without it every line counts as its own collaboration.
    """

    a: str
    b: str
    form: int
    collaboration: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """What is drawn between two actors: every form they work together in, weakest first. Always a < b."""

    a: str
    b: str
    forms: tuple[int, ...]

    @property
    def form(self) -> int:
        """The strongest form, which decides how thick the line is."""
        return self.forms[-1]

    @property
    def count(self) -> int:
        """How many collaborations the two have."""
        return len(self.forms)

    def other(self, key: str) -> str:
        """The actor at the other end of the line from `key`."""
        return self.b if key == self.a else self.a


@dataclass(frozen=True, slots=True)
class Side:
    """Actors that a bridge leads to: the best connected of them, and how many they are."""

    hub: str
    size: int


@dataclass(frozen=True, slots=True)
class Bridge:
    """An actor that joins others who otherwise do not meet.

    `sides` are those who lose every connection to the best connected actor if this one leaves (at least
    two actors each). `groups` are pairs of groups, indexes into Network.groups, that only this actor joins.
    """

    key: str
    sides: tuple[Side, ...] = ()
    groups: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Network:
    """Actors, what is drawn between them, and the figures. Keys are sorted; the mappings hold every actor."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    by_key: Mapping[str, Node]
    ties_of: Mapping[str, tuple[Tie, ...]]
    collaborations_of: Mapping[str, int]
    collaborations: int
    groups: tuple[tuple[str, ...], ...]
    core: tuple[str, ...]
    bridges: tuple[Bridge, ...]
    inward: Mapping[str, tuple[str, ...]]
    connected: int
    largest: int

    def degree(self, key: str) -> int:
        """How many different actors this one works with."""
        return len(self.ties_of[key])

    @property
    def without_lines(self) -> tuple[str, ...]:
        """Actors that have no collaboration, in Danish order of name."""
        return self._with_collaborations(0)

    @property
    def with_one_line(self) -> tuple[str, ...]:
        """Actors that have exactly one collaboration, in Danish order of name."""
        return self._with_collaborations(1)

    def partners(self, key: str) -> tuple[tuple[Node, Tie], ...]:
        """Those the actor works with, the closest collaboration first, then by name."""
        found = [(self.by_key[tie.other(key)], tie) for tie in self.ties_of[key]]
        return tuple(sorted(found, key=lambda pair: (-pair[1].form, by_name(pair[0]))))

    def _with_collaborations(self, count: int) -> tuple[str, ...]:
        found = [node for node in self.nodes if self.collaborations_of[node.key] == count]
        return tuple(node.key for node in sorted(found, key=by_name))


def by_name(node: Node) -> tuple[str, str]:
    """A key that sorts actors by name as a Danish reader expects, and alike names by key."""
    return sort_key(node.label), node.key
