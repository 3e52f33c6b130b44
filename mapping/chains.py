"""Through whom do I reach X: the shortest chains of actors who work together, from us to an actor.

Plain Python. Of equally short chains those come first whose collaborations are closest, all taken together.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mapping.network_parts import Line

CHAINS_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Step:
    """From one actor to the next: the form of their closest collaboration, and which ones carry it."""

    to: str
    form: int
    collaborations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A way to an actor: where it begins, and the steps; the last leads to the actor that was asked for."""

    start: str
    steps: tuple[Step, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Every actor of the chain in order."""
        return (self.start, *(step.to for step in self.steps))

    @property
    def weakest(self) -> int:
        """The form of its loosest collaboration."""
        return min(step.form for step in self.steps)

    @property
    def strength(self) -> int:
        """All its forms together."""
        return sum(step.form for step in self.steps)


def shortest_chains(lines: Iterable[Line], *, start: Iterable[str], to: str) -> list[Chain]:
    """At most five of the shortest chains from any of `start` to `to`, the strongest first.

    Empty when no way leads there, or when nobody to start from is left but `to` itself.
    """
    near = _near(lines)
    away = _steps_away(near, to)
    begin = sorted({key for key in start if key in away} - {to})
    if not begin:
        return []
    shortest = min(away[key] for key in begin)
    best: dict[str, list[Chain]] = {}
    found = [chain for key in begin if away[key] == shortest for chain in _onward(key, to, near, away, best)]
    return sorted(found, key=_strongest_first)[:CHAINS_AT_MOST]


def _near(lines: Iterable[Line]) -> Mapping[str, Mapping[str, Step]]:
    """The step from each actor to each it works with."""
    forms, carried = defaultdict(lambda: defaultdict(int)), defaultdict(lambda: defaultdict(set))
    for line in lines:
        for one, other in ((line.a, line.b), (line.b, line.a)):
            if one != other:
                forms[one][other] = max(forms[one][other], line.form)
                carried[one][other].add((-line.form, line.collaboration))
    return {
        one: {
            other: Step(other, form, tuple(name for _, name in sorted(carried[one][other])))
            for other, form in sorted(others.items())
        }
        for one, others in forms.items()
    }


def _steps_away(near: Mapping[str, Mapping[str, Step]], to: str) -> dict[str, int]:
    """How many steps each actor is from `to`; those that no way leads from are left out."""
    away, ring = {to: 0}, [to]
    while ring:
        following = []
        for key in ring:
            for other in near.get(key, ()):
                if other not in away:
                    away[other] = away[key] + 1
                    following.append(other)
        ring = following
    return away


def _onward(key, to, near, away, best: dict[str, list[Chain]]) -> list[Chain]:
    """The strongest shortest chains from `key`; found once for each actor on the way and kept in `best`."""
    if key not in best:
        found = []
        for step in near[key].values():
            if step.to == to:
                found.append(Chain(key, (step,)))
            elif away[step.to] == away[key] - 1:
                rest = _onward(step.to, to, near, away, best)
                found += [Chain(key, (step, *chain.steps)) for chain in rest]
        best[key] = sorted(found, key=_strongest_first)[:CHAINS_AT_MOST]
    return best[key]


def _strongest_first(chain: Chain) -> tuple:
    return -chain.strength, -chain.weakest, chain.keys
