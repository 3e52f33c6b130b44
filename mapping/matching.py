"""Who can support whom: which two actors may gain from each other, and why.

Takes plain facts and gives suggestions with their reasons as data; match_sentences.py makes them Danish. The
same facts in any order give the same suggestions in the same order: everything is sorted by key, and points
are whole numbers.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from mapping.match_candidates import KIND_SAYS_ENOUGH, SAID, pairs
from mapping.match_facts import Basis, Facts, Reason, Suggested, Suggestion, Thing, Why
from mapping.match_patterns import Sides, Stand, sides_of
from mapping.network import Line
from mapping.words import stems, times_meet

# What a reason is worth. A need that meets its words outweighs everything, a pattern alone hardly counts.
# A gymnastiksal is asked for in other words than a mødelokale: the kind agrees, the thing may not.
NEED_OF_SAME_KIND, NEED_IN_OTHER_WORDS, NEED_WORD, NEED_TIME = 30, 18, 12, 15
NEED_WORDS_AT_MOST = 3
GROUP_FIRST, GROUP_MORE, GROUPS_AT_MOST = 28, 6, 3
SAME_WORDS = 20
AREA, INTRODUCER, SHARED_REACH, REACH_AT_MOST = 5, 8, 3, 2
# So many carrying reasons count; what comes after adds nothing a person would read.
REASONS_COUNTED, NEEDS_EACH_WAY = 3, 2
# An actor that carries too much already is suggested later.
BURDEN = 20
# Fewer points than this is no reason to take anybody's time.
WORTH_A_MEETING = 12
# In each round down the list an actor stands at most so many times; after so many rounds it is enough.
IN_A_ROUND, ROUNDS = 3, 4
INTRODUCERS_NAMED = 3

# By actor, then by those it works with: the closest form between them.
Near = Mapping[str, Mapping[str, int]]


class Ranked(NamedTuple):
    """A pair that is worth a meeting, with its points; `a` < `b`."""

    score: int
    a: str
    b: str


class Gain(NamedTuple):
    """Something that one of a pair may gain: a reason before it is put into words.

    `what` is (thing lacked, text of the thing there), the target groups, or (wish, offer).
    """

    points: int
    why: Why
    value: int
    what: tuple | frozenset


@dataclass(frozen=True)
class Town:
    """All actors as they are looked at in pairs, whom each works with, and who carries too much."""

    sides: Mapping[str, Sides]
    near: Near
    overburdened: frozenset[str]


def town_of(
    actors: Iterable[Facts], lines: Iterable[Line], *, overburdened: frozenset[str] = frozenset()
) -> Town:
    """Work out what each actor wants and can give. Lines to others than `actors` (archived) are left out."""
    sides = {actor.key: sides_of(actor) for actor in sorted(actors, key=lambda one: one.key)}
    return Town(sides, _closeness(sides, lines), overburdened)


def suggest(
    actors: Iterable[Facts], lines: Iterable[Line], *, overburdened: frozenset[str] = frozenset()
) -> Suggested:
    """Every pair without a line today that may gain from each other, the best first, with its reasons."""
    town = town_of(actors, lines, overburdened=overburdened)
    ranked, looked_at = rank(town)
    return Suggested(tuple(suggestion_of(town, one.a, one.b) for one in ranked), looked_at)


def rank(town: Town) -> tuple[list[Ranked], int]:
    """The pairs worth a meeting, the best first, and how many pairs were looked at.

    Only points are counted here: reasons in full are made for the few that somebody will read.
    """
    candidates = pairs(town.sides.values(), {key: frozenset(others) for key, others in town.near.items()})
    scores = ((_score(town, town.sides[a], town.sides[b]), a, b) for a, b in candidates)
    found = [Ranked(score, a, b) for score, a, b in scores if score is not None]
    found.sort(key=lambda one: (-one.score, one.a, one.b))
    return found, len(candidates)


def spread(ranked: Iterable[Ranked]) -> list[Ranked]:
    """The same in an order in which no actor fills the top: at most three of each in every round."""
    seen, placed = Counter(), []
    for place, one in enumerate(ranked):
        turn = max(seen[one.a], seen[one.b]) // IN_A_ROUND
        seen[one.a] += 1
        seen[one.b] += 1
        if turn < ROUNDS:
            placed.append((turn, place, one))
    return [one for _, _, one in sorted(placed)]


def suggestion_of(town: Town, a: str, b: str) -> Suggestion | None:
    """What can be said for bringing these two together; None when it is too little or they work together."""
    one, other = (town.sides[key] for key in sorted((a, b)))
    score = None if other.key in town.near[one.key] else _score(town, one, other)
    if score is None:
        return None
    carrying = sorted(
        (
            _reason(gain, taker.key)
            for taker, giver in ((one, other), (other, one))
            for gain in _gains(taker, giver)
        ),
        key=_strongest_first,
    )
    taker = carrying[0].taker
    giver = other.key if taker == one.key else one.key
    return Suggestion(one.key, other.key, taker, giver, (*carrying, *_support(town, one, other)), score)


def _closeness(keys: Collection[str], lines: Iterable[Line]) -> Near:
    """Whom each of the actors works with, and in how close a form."""
    near: dict[str, dict[str, int]] = {key: {} for key in keys}
    for line in lines:
        if line.a != line.b and line.a in near and line.b in near:
            form = max(line.form, near[line.a].get(line.b, 0))
            near[line.a][line.b] = near[line.b][line.a] = form
    return near


def _score(town: Town, a: Sides, b: Sides) -> int | None:
    """The points of a pair; None when nothing carries it, or too little."""
    gains = [*_gains(a, b), *_gains(b, a)]
    if not gains:
        return None
    points = [gain.points for gain in gains]
    score = sum(nlargest(REASONS_COUNTED, points) if len(points) > REASONS_COUNTED else points)
    known, areas, groups = _shared(town, a, b)
    score += INTRODUCER * bool(known) + AREA * bool(areas) + SHARED_REACH * min(len(groups), REACH_AT_MOST)
    if score < WORTH_A_MEETING:
        return None
    return score - BURDEN * ((a.key in town.overburdened) + (b.key in town.overburdened))


def _gains(taker: Sides, giver: Sides) -> list[Gain]:
    """What `taker` may gain from `giver`."""
    gains = _needs(taker, giver) if taker.lacks and giver.has else []
    told_already = {5} if gains else set()
    if groups := taker.facts.wants & giver.facts.reaches:
        told_already.add(1)
        points = GROUP_FIRST + GROUP_MORE * (min(len(groups), GROUPS_AT_MOST) - 1)
        gains.append(Gain(points, Why.GROUP, 1, groups))
    for value, wanted in taker.wishes.items():
        given = giver.offers.get(value)
        if given is None or (value == 2 and _know_the_same(taker, giver, given)):
            continue
        # What was said plainly needs no pattern beside it.
        if value in told_already and (wanted.basis not in SAID or given.basis not in SAID):
            continue
        same_words = wanted.words and wanted.words & given.words
        points = wanted.points * given.points + (SAME_WORDS if same_words else 0)
        gains.append(Gain(points, Why.VALUE, value, (wanted, given)))
    return gains


def _needs(taker: Sides, giver: Sides) -> list[Gain]:
    """For each thing the taker lacks, the thing of the giver that meets it best; the best two of those."""
    found = []
    for lacked in taker.lacks:
        met = [
            (-points, thing.text)
            for thing in giver.has.get(lacked.kind, ())
            if (points := _meets(lacked, thing))
        ]
        if met:
            points, text = min(met)
            found.append(Gain(-points, Why.NEED, 5, (lacked, text)))
    return sorted(found, key=lambda gain: (-gain.points, gain.what))[:NEEDS_EACH_WAY]


def _meets(lacked: Thing, thing: Thing) -> int:
    """How well a thing of the same kind meets the need; 0 when it does not."""
    words = min(len(stems(lacked.text) & stems(thing.text)), NEED_WORDS_AT_MOST)
    if not words and lacked.kind not in KIND_SAYS_ENOUGH:
        return 0
    time = {True: NEED_TIME, False: -NEED_TIME, None: 0}[times_meet(lacked.text, thing.text)]
    is_other = not words and stems(lacked.text)
    return (NEED_IN_OTHER_WORDS if is_other else NEED_OF_SAME_KIND) + NEED_WORD * words + time


def _know_the_same(taker: Sides, giver: Sides, given: Stand) -> bool:
    """Two of the same speciality have little to teach each other, unless the giver is close to residents."""
    same = taker.speciality == giver.speciality != ""
    return given.basis == Basis.PATTERN and same and not giver.facts.close


def _reason(gain: Gain, taker: str) -> Reason:
    """The gain with all that a sentence says of it."""
    if gain.why == Why.GROUP:
        return Reason(gain.why, gain.points, taker, gain.value, names=tuple(sorted(gain.what)))
    if gain.why == Why.NEED:
        lacked, text = gain.what
        return Reason(gain.why, gain.points, taker, gain.value, lacked.text, text, lacked.kind)
    wanted, given = gain.what
    return Reason(
        gain.why, gain.points, taker, gain.value, wanted.text, given.text, level=wanted.level,
        wish=wanted.basis, offer=given.basis,
    )  # fmt: skip


def _strongest_first(reason: Reason) -> tuple:
    return -reason.points, reason.why, reason.taker, reason.value, reason.lacks, reason.has


def _shared(town: Town, a: Sides, b: Sides) -> tuple[set[str], frozenset[str], frozenset[str]]:
    """Who knows both, the areas both work in, and the target groups both reach."""
    known = town.near[a.key].keys() & town.near[b.key].keys()
    return known, a.facts.areas & b.facts.areas, a.facts.reaches & b.facts.reaches


def _support(town: Town, a: Sides, b: Sides) -> list[Reason]:
    """What makes it easier for the two to meet: somebody who knows both, the place, the people they reach."""
    known, areas, groups = _shared(town, a, b)
    support = []
    if known:
        near_a, near_b = town.near[a.key], town.near[b.key]
        closest = sorted(known, key=lambda key: (-near_a[key] - near_b[key], key))
        support.append(Reason(Why.INTRODUCER, INTRODUCER, names=tuple(closest[:INTRODUCERS_NAMED])))
    if areas:
        support.append(Reason(Why.AREA, AREA, names=tuple(sorted(areas))))
    if groups:
        points = SHARED_REACH * min(len(groups), REACH_AT_MOST)
        support.append(Reason(Why.REACH, points, names=tuple(sorted(groups))))
    return support
