"""Which pairs are worth looking at: by looking things up, never by trying everybody with everybody.

Every look-up gives at most a fixed number of actors, so the pairs grow with the actors and not with their
square. Where a shelf holds more than that, an actor takes those that follow its own key: the same ones every
time, different ones for different actors, and hardly changed when somebody new comes.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from mapping.match_facts import Basis
from mapping.match_patterns import Sides
from mapping.words import stems

# Of these kinds one is much like another; of the rest the words must agree.
KIND_SAYS_ENOUGH = frozenset({"room", "money", "hands", "transport"})
# How many a shelf gives: of the same word, of the same kind or group or of own words in an area, by pattern.
BY_WORD, BY_KIND, BY_PATTERN = 8, 5, 3
# How many acquaintances' acquaintances are looked at.
FRIENDS, FRIENDS_OF_EACH = 4, 3
NOWHERE = ("",)
SAID = frozenset({Basis.OWN, Basis.ESTIMATE})


class Shelves:
    """Actors by what they can give, each shelf sorted by key."""

    def __init__(self, actors: Iterable[Sides]):
        self._shelves: dict[tuple, list[str]] = defaultdict(list)
        for actor in actors:
            for place in set(_given(actor)):
                self._shelves[place].append(actor.key)
        for keys in self._shelves.values():
            keys.sort()

    def near(self, place: tuple, key: str, limit: int) -> list[str]:
        """At most `limit` actors of the shelf, beginning after `key`; never `key` itself."""
        return following(self._shelves.get(place, []), key, limit)


def following(keys: list[str], key: str, limit: int) -> list[str]:
    """At most `limit` of the sorted `keys`, from the one after `key` round to the one before it."""
    start = bisect_right(keys, key)
    found = keys[start : start + limit]
    if len(found) < limit:
        found = found + keys[: min(start, limit - len(found))]
    return [one for one in found if one != key]


def _given(sides: Sides) -> Iterator[tuple]:
    """The shelves that an actor stands on."""
    actor = sides.facts
    areas = actor.areas or NOWHERE
    for thing in actor.has:
        yield from (("thing", thing.kind, word) for word in stems(thing.text))
        yield from (("kind", thing.kind, area) for area in areas)
    for group in actor.reaches:
        yield ("group", group, "")
        yield from (("group", group, area) for area in areas)
    for value, stand in sides.offers.items():
        yield from (("words", value, word) for word in stand.words)
        how = "said" if stand.basis in SAID else "pattern"
        yield from ((how, value, area) for area in areas)


def _wanted(sides: Sides) -> Iterator[tuple[tuple, int]]:
    """The shelves that an actor looks on, and how many it takes from each."""
    actor = sides.facts
    areas = actor.areas or NOWHERE
    # Of many we do not know where they work.
    wider = {*areas, *NOWHERE}
    for thing in sides.lacks:
        yield from ((("thing", thing.kind, word), BY_WORD) for word in stems(thing.text))
        if thing.kind in KIND_SAYS_ENOUGH:
            yield from ((("kind", thing.kind, area), BY_KIND) for area in wider)
    for group in actor.wants:
        yield from ((("group", group, area), BY_KIND) for area in wider)
    for value, stand in sides.wishes.items():
        yield from ((("words", value, word), BY_WORD) for word in stand.words)
        yield from ((("said", value, area), BY_KIND) for area in wider)
        yield from ((("pattern", value, area), BY_PATTERN) for area in areas)


def pairs(actors: Iterable[Sides], near: Mapping[str, frozenset[str]]) -> set[tuple[str, str]]:
    """The pairs to look at, the lower key first. `near` are those each works with already: never paired."""
    actors = list(actors)
    shelves = Shelves(actors)
    # Sorted once: an actor with many partners is the friend of many.
    partners = {key: sorted(others) for key, others in near.items()}
    found = set()
    for actor in actors:
        others = {
            one for place, limit in _wanted(actor) for one in shelves.near(place, actor.key, limit)
        } | _friends_of_friends(actor.key, partners)
        others -= near.get(actor.key, frozenset())
        found.update((min(actor.key, one), max(actor.key, one)) for one in others)
    return found


def _friends_of_friends(key: str, partners: Mapping[str, list[str]]) -> set[str]:
    """Some of those one acquaintance away; through the actors with fewest partners, who know theirs best."""
    friends = sorted(partners.get(key, ()), key=lambda one: (len(partners[one]), one))[:FRIENDS]
    return {one for friend in friends for one in following(partners[friend], key, FRIENDS_OF_EACH)} - {key}
