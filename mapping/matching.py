"""Who can support whom: which two actors may gain from each other, and why.

Takes plain facts and gives suggestions with their reasons as data; match_sentences.py makes them Danish. The
same facts in any order give the same suggestions in the same order: everything is sorted by key, and points
are whole numbers.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from config.danish import fold
from mapping.match_candidates import KIND_SAYS_ENOUGH, pairs
from mapping.match_facts import CARRYING, Basis, Facts, Reason, Suggested, Suggestion, Thing, Why
from mapping.match_patterns import VALUES, offer, wish
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
SAID = {Basis.OWN, Basis.ESTIMATE}
TOLD = tuple(field.name for field in fields(Reason) if field.name != "points")

# By actor, then by those it works with: the closest form between them.
Near = Mapping[str, Mapping[str, int]]


def suggest(
    actors: Iterable[Facts], lines: Iterable[Line], *, overburdened: frozenset[str] = frozenset()
) -> Suggested:
    """Pairs without a line today that may gain from each other, the best first.

    Actors that are not among `actors` (archived ones) are neither suggested nor named. `overburdened` are
    ranked lower.
    """
    by_key = {actor.key: actor for actor in sorted(actors, key=lambda one: one.key)}
    near = closeness(by_key, lines)
    found = []
    candidates = pairs(by_key.values(), {key: frozenset(others) for key, others in near.items()})
    for a, b in sorted(candidates):
        if suggestion := look_at(by_key[a], by_key[b], near, overburdened):
            found.append(suggestion)
    found.sort(key=best_first)
    return Suggested(tuple(found), len(candidates))


def best_first(suggestion: Suggestion) -> tuple:
    """The key that sorts the best first, and equally good ones always alike."""
    return -suggestion.score, suggestion.a, suggestion.b


def spread(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The same in an order in which no actor fills the top: at most three of each in every round."""
    seen, placed = Counter(), []
    for rank, suggestion in enumerate(suggestions):
        turn = max(seen[suggestion.a], seen[suggestion.b]) // IN_A_ROUND
        seen.update((suggestion.a, suggestion.b))
        if turn < ROUNDS:
            placed.append((turn, rank, suggestion))
    return [suggestion for _, _, suggestion in sorted(placed, key=lambda one: one[:2])]


def closeness(by_key: Mapping[str, Facts], lines: Iterable[Line]) -> Near:
    """Whom each actor works with, and in how close a form."""
    near: dict[str, dict[str, int]] = {key: {} for key in by_key}
    for line in lines:
        if line.a != line.b and line.a in near and line.b in near:
            form = max(line.form, near[line.a].get(line.b, 0))
            near[line.a][line.b] = near[line.b][line.a] = form
    return near


def look_at(a: Facts, b: Facts, near: Near, overburdened: frozenset[str] = frozenset()) -> Suggestion | None:
    """What can be said for bringing these two together; None when it is too little or they work together."""
    if a.key > b.key:
        a, b = b, a
    if b.key in near[a.key]:
        return None
    carrying = sorted([*_reasons(a, b), *_reasons(b, a)], key=_strongest_first)
    if not carrying:
        return None
    support = _support(a, b, near)
    score = sum(reason.points for reason in (*carrying[:REASONS_COUNTED], *support))
    if score < WORTH_A_MEETING:
        return None
    score -= BURDEN * len({a.key, b.key} & overburdened)
    taker = carrying[0].taker
    giver = b.key if taker == a.key else a.key
    return Suggestion(a.key, b.key, taker, giver, (*carrying, *support), score, fingerprint(carrying))


def fingerprint(reasons: Iterable[Reason]) -> str:
    """What the suggestion rests on, as 64 hexadecimal digits.

    Only what carries it counts: a new acquaintance of both does not bring a dismissed pair back.
    """
    told = sorted(_told(reason) for reason in reasons if reason.why in CARRYING)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _told(reason: Reason) -> str:
    """All that a reason says, as one text; its points are our business and not part of it."""
    said = {name: getattr(reason, name) for name in TOLD}
    return repr([str(part) if isinstance(part, str) else part for part in said.values()])


def _strongest_first(reason: Reason) -> tuple:
    return -reason.points, reason.why, reason.taker, reason.value, reason.lacks, reason.has


def _reasons(taker: Facts, giver: Facts) -> Iterator[Reason]:
    """What `taker` may gain from `giver`."""
    needs = sorted(_needs(taker, giver), key=_strongest_first)[:NEEDS_EACH_WAY]
    yield from needs
    groups = sorted(taker.wants & giver.reaches)
    if groups:
        points = GROUP_FIRST + GROUP_MORE * (min(len(groups), GROUPS_AT_MOST) - 1)
        yield Reason(Why.GROUP, points, taker.key, 1, names=tuple(groups))
    for value in VALUES:
        reason = _value(taker, giver, value)
        # What was said plainly needs no pattern beside it.
        told_already = (value == 5 and needs) or (value == 1 and groups)
        if reason and not (told_already and {reason.wish, reason.offer} - SAID):
            yield reason


def _needs(taker: Facts, giver: Facts) -> Iterator[Reason]:
    """For each thing the taker lacks, the thing of the giver that meets it best."""
    for lacked in sorted(set(taker.lacks)):
        met = [
            (points, thing.text)
            for thing in set(giver.has)
            if thing.kind == lacked.kind and (points := _meets(lacked, thing))
        ]
        if met:
            points, text = min(met, key=lambda one: (-one[0], one[1]))
            yield Reason(Why.NEED, points, taker.key, 5, lacks=lacked.text, has=text, kind=lacked.kind)


def _meets(lacked: Thing, thing: Thing) -> int:
    """How well a thing of the same kind meets the need; 0 when it does not."""
    words = min(len(stems(lacked.text) & stems(thing.text)), NEED_WORDS_AT_MOST)
    if not words and lacked.kind not in KIND_SAYS_ENOUGH:
        return 0
    time = {True: NEED_TIME, False: -NEED_TIME, None: 0}[times_meet(lacked.text, thing.text)]
    is_other = not words and stems(lacked.text)
    return (NEED_IN_OTHER_WORDS if is_other else NEED_OF_SAME_KIND) + NEED_WORD * words + time


def _value(taker: Facts, giver: Facts, value: int) -> Reason | None:
    """The taker wants what the giver can give of this value."""
    wanted, given = wish(taker, value), offer(giver, value)
    if wanted is None or given is None or _know_the_same(taker, giver, value, given.basis):
        return None
    points = wanted.points * given.points
    if stems(wanted.text) & stems(given.text):
        points += SAME_WORDS
    return Reason(
        Why.VALUE, points, taker.key, value, lacks=wanted.text, has=given.text, level=wanted.level,
        wish=wanted.basis, offer=given.basis,
    )  # fmt: skip


def _know_the_same(taker: Facts, giver: Facts, value: int, basis: Basis) -> bool:
    """Two of the same speciality have little to teach each other, unless the giver is close to residents."""
    same = fold(taker.specialised_in) == fold(giver.specialised_in) != ""
    return value == 2 and basis == Basis.PATTERN and same and not giver.close


def _support(a: Facts, b: Facts, near: Near) -> list[Reason]:
    """What makes it easier for the two to meet: somebody who knows both, the place, the people they reach."""
    support = []
    known = near[a.key].keys() & near[b.key].keys()
    if known:
        closest = sorted(known, key=lambda key: (-near[a.key][key] - near[b.key][key], key))
        support.append(Reason(Why.INTRODUCER, INTRODUCER, names=tuple(closest[:INTRODUCERS_NAMED])))
    if areas := a.areas & b.areas:
        support.append(Reason(Why.AREA, AREA, names=tuple(sorted(areas))))
    if groups := a.reaches & b.reaches:
        points = SHARED_REACH * min(len(groups), REACH_AT_MOST)
        support.append(Reason(Why.REACH, points, names=tuple(sorted(groups))))
    return support
