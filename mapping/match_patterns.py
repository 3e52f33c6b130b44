"""The five patterns of who gains and who gives, and how what actors said themselves outweighs them.

The patterns are those of CFBU, "Få flere på banen", "Mønstre i hvem der kan understøtte hvem". They are
patterns, not truths: a word of the actor's own always counts before them, and our estimate in between.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from config.danish import fold
from mapping.match_facts import Basis, Facts, Thing
from mapping.words import stems

VALUES = (1, 2, 3, 4, 5)
# What a wish is worth by the level that was said; own words without a level count as "noget".
OWN_WISH = {0: 0, 1: 2, 2: 4, 3: 6}
ESTIMATED_WISH = {0: 1, 1: 1, 2: 2, 3: 3}
PATTERN_WISH = 2
LEVEL_OF_WORDS = 2
OWN_OFFER, LISTED_OFFER, ESTIMATED_OFFER, PATTERN_OFFER = 5, 3, 3, 2
RESOURCES = 5
# What others most often lack comes first.
LENT_FIRST = ("room", "equipment", "surplus", "money", "transport")

RESIDENT, VOLUNTARY, BUSINESS = "resident", "voluntary", "business"
# Helhedsplan and housing companies are among the first.
LENDERS = ("housing", "municipal")


@dataclass(frozen=True, slots=True)
class Stand:
    """What an actor wants or can give of one value: its points, how we know, and the words if any."""

    points: int
    basis: Basis
    text: str = ""
    level: int | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sides:
    """An actor as it is looked at in pairs: what it wants and can give by value, what it has by kind.

    Worked out once for each actor, since each stands in many pairs.
    """

    facts: Facts
    wishes: Mapping[int, Stand]
    offers: Mapping[int, Stand]
    lacks: tuple[Thing, ...]
    has: Mapping[str, tuple[Thing, ...]]
    speciality: str

    @property
    def key(self) -> str:
        """The actor's key."""
        return self.facts.key


def sides_of(actor: Facts) -> Sides:
    """Work it out."""
    has: dict[str, tuple[Thing, ...]] = {}
    for thing in sorted(set(actor.has)):
        has[thing.kind] = (*has.get(thing.kind, ()), thing)
    return Sides(
        actor,
        {value: stand for value in VALUES if (stand := wish(actor, value))},
        {value: stand for value in VALUES if (stand := offer(actor, value))},
        tuple(sorted(set(actor.lacks))),
        has,
        fold(actor.specialised_in),
    )


def gains_by_pattern(actor: Facts, value: int) -> bool:
    """Whether the actor is of those who gain most of the value."""
    return {
        1: actor.base == "outside",
        2: bool(actor.specialised_in),
        3: actor.core,
        4: actor.kind == BUSINESS,
        5: actor.kind in (VOLUNTARY, RESIDENT),
    }[value]


def gives_by_pattern(actor: Facts, value: int) -> bool:
    """Whether the actor is of those who can give others the value."""
    return {
        1: actor.kind == RESIDENT or (actor.daily and actor.close),
        2: bool(actor.specialised_in) or actor.close,
        3: actor.core,
        4: actor.kind == RESIDENT,
        5: actor.kind in LENDERS or actor.kind == BUSINESS,
    }[value]


def wish(actor: Facts, value: int) -> Stand | None:
    """How much the actor wants the value; None when it does not, or has said "ikke nu" itself."""
    said = actor.values.get(value)
    if said is None or (said.level is None and not said.gains):
        return Stand(PATTERN_WISH, Basis.PATTERN) if gains_by_pattern(actor, value) else None
    level = said.level if said.level is not None else LEVEL_OF_WORDS
    if said.own:
        return _stand(OWN_WISH[level], Basis.OWN, said.gains, level) if level else None
    if level or gains_by_pattern(actor, value):
        return _stand(ESTIMATED_WISH[level], Basis.ESTIMATE, said.gains, level)
    return None


def offer(actor: Facts, value: int) -> Stand | None:
    """What the actor can give of the value; None when nothing says that it can."""
    said = actor.values.get(value)
    if said and said.gives:
        basis, points = (Basis.OWN, OWN_OFFER) if said.own else (Basis.ESTIMATE, ESTIMATED_OFFER)
        return _stand(points, basis, said.gives)
    if value == RESOURCES and (things := [thing for thing in actor.has if thing.kind in LENT_FIRST]):
        first = min(things, key=lambda thing: (LENT_FIRST.index(thing.kind), thing.text))
        return _stand(LISTED_OFFER, Basis.LISTED, first.text)
    return Stand(PATTERN_OFFER, Basis.PATTERN) if gives_by_pattern(actor, value) else None


def _stand(points: int, basis: Basis, text: str, level: int | None = None) -> Stand:
    return Stand(points, basis, text, level, stems(text))
