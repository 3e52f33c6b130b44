"""Who can carry it: for one need, the actors that could, with the words that say so. Plain Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from config.danish import fold
from mapping.match_facts import Facts
from mapping.words import found_in, stem

KNOWLEDGE, STRENGTH = "knowledge", "strength"


class From(StrEnum):
    """Where the words stand."""

    RESOURCE = "resource"
    COMPETENCE = "competence"
    STRENGTH = "strength"
    SAID = "said"
    GUESSED = "guessed"


# What something is worth by where it stands, when it holds the words; of the kind alone, a third.
POINTS = {From.RESOURCE: 9, From.STRENGTH: 8, From.COMPETENCE: 8, From.SAID: 7, From.GUESSED: 3}
ONLY_KIND = 3
BURDEN = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """The need: a kind of resource, words, an area and a target group by name; "" for any."""

    kind: str = ""
    words: str = ""
    area: str = ""
    group: str = ""

    @property
    def stems(self) -> tuple[str, ...]:
        """The words as they are looked for; all of them must be found together."""
        return tuple(stem(word) for word in fold(self.words).split())

    @property
    def says_something(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.kind or self.stems or self.area or self.group)


@dataclass(frozen=True, slots=True)
class Because:
    """One reason why an actor could: where it stands, and its words. `exact`: those looked for are there."""

    where: From
    text: str
    kind: str = ""
    exact: bool = True

    @property
    def points(self) -> int:
        """How much it counts."""
        return POINTS[self.where] if self.exact else ONLY_KIND


@dataclass(frozen=True, slots=True)
class Able:
    """An actor that could, with its reasons, the best first. `tired`: it has been asked too often lately."""

    actor: Facts
    because: tuple[Because, ...]
    tired: bool = False

    @property
    def points(self) -> int:
        """What it is sorted by: the best reason, a little for more of them, and less for the tired."""
        best = self.because[0].points if self.because else 0
        return best * 4 + min(len(self.because), 3) - BURDEN * self.tired


def who_can(
    actors: Iterable[Facts], wanted: Wanted, *, overburdened: frozenset[str] = frozenset()
) -> list[Able]:
    """The actors that could meet the need, the best first, alike ones by name; none for an empty need.

    Area and target group are conditions. With neither kind nor words everybody who meets them could.
    """
    if not wanted.says_something:
        return []
    found = []
    for actor in actors:
        if (wanted.area and wanted.area not in actor.areas) or (
            wanted.group and wanted.group not in actor.reaches
        ):
            continue
        because = tuple(sorted(_because(actor, wanted), key=lambda one: (-one.points, one.where, one.text)))
        if because or not (wanted.kind or wanted.stems):
            found.append(Able(actor, because, actor.key in overburdened))
    return sorted(found, key=lambda one: (-one.points, fold(one.actor.name), one.actor.key))


def _because(actor: Facts, wanted: Wanted) -> Iterator[Because]:
    """What stands in the actor's profile, and what it said, that has to do with the need."""
    for where, kind, text in _texts(actor):
        of_kind = not wanted.kind or kind == wanted.kind
        exact = not wanted.stems or found_in(wanted.stems, text)
        if not wanted.kind and not wanted.stems:
            continue
        # Said and guessed words are of no kind, so only the words can tell.
        if not kind:
            if wanted.stems and exact:
                yield Because(where, text)
        elif of_kind:
            if exact or wanted.kind:
                yield Because(where, text, kind, exact)
        elif exact and wanted.stems:
            # The right words under another heading are still the right words.
            yield Because(where, text, kind)


def _texts(actor: Facts) -> Iterator[tuple[From, str, str]]:
    """(where, kind of resource or "", text) of all that the actor can; competences are knowledge."""
    for one in actor.has:
        yield From.RESOURCE, one.kind, one.text
    for skill in actor.skills:
        is_strength = skill.kind == STRENGTH
        yield (
            (From.STRENGTH if is_strength else From.COMPETENCE),
            ("" if is_strength else KNOWLEDGE),
            skill.text,
        )
    for _, said in sorted(actor.values.items()):
        if said.gives:
            yield (From.SAID if said.own else From.GUESSED), "", said.gives
