"""Rounds of tables where strangers meet: who sits with whom, round after round. Plain Python.

An event is worth the trip when people talk with those they did not know (000, "Opmærksomhedsskabende
event": exercises that make sure participants talk with others they do not know beforehand). Two people are
*new to each other* when they come from different organisations that have no collaboration. A plan of rounds
is better, in this order:

1. the more pairs of people meet who are new to each other (a pair counts once, however often it meets);
   two of the same organisation at one table weigh as much as two such pairs missed;
2. the less two people who have already met are put together again, and the more the kinds of actor are
   mixed at a table.

Here is what a plan is worth, and the simple way to one. The good way is `seating_plan.arranged`; once people
come late or not at all, `seating_changes.fitted` takes over.
"""

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

SMALLEST, LARGEST = 2, 8
# More rounds than anybody sits through in an evening.
MOST_ROUNDS = 12

# What a pair at a table is worth. A pair that is new outweighs all that only breaks ties.
NEW, SAME, AGAIN, ALIKE = 10_000, 20_000, 2, 1

# One round: the keys at each table, in the order of the tables' numbers. A table nobody needs is empty.
Round = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Guest:
    """One person at the event. Without an organisation they are new to everybody."""

    key: str
    organisation: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a plan gives: pairs that are new and meet, and what speaks against it, counted per round."""

    new: int
    same: int
    again: int
    alike: int

    @property
    def score(self) -> int:
        """All of it as one number; higher is better."""
        return NEW * self.new - SAME * self.same - AGAIN * self.again - ALIKE * self.alike


class Company:
    """Everybody who is there, and who of them are new to each other. Sorted by key, so that the order in
    which they were read never matters."""

    def __init__(self, guests: Iterable[Guest], partners: Iterable[Collection[str]] = ()) -> None:
        """`partners` are pairs of organisations that collaborate. ValueError when a key comes twice."""
        self.guests = tuple(sorted(guests, key=lambda guest: guest.key))
        self.place = {guest.key: place for place, guest in enumerate(self.guests)}
        if len(self.place) < len(self.guests):
            raise ValueError("the same person twice")
        self._partners = {frozenset(pair) for pair in partners}

    def __len__(self) -> int:
        return len(self.guests)

    def same(self, one: Guest, other: Guest) -> bool:
        """Whether they come from one organisation."""
        return bool(one.organisation) and one.organisation == other.organisation

    def new(self, one: Guest, other: Guest) -> bool:
        """Whether they are new to each other."""
        if self.same(one, other):
            return False
        return frozenset((one.organisation, other.organisation)) not in self._partners

    def alike(self, one: Guest, other: Guest) -> bool:
        """Whether their organisations are of one kind."""
        return bool(one.kind) and one.kind == other.kind

    def new_pairs(self) -> int:
        """How many pairs are new to each other, whether they can all meet or not."""
        return sum(self.new(*pair) for pair in combinations(self.guests, 2))

    def matrix(self, holds) -> list[list[bool]]:
        """A square of whether something holds of two guests, by place; never of one with themselves."""
        return [[one is not other and holds(one, other) for other in self.guests] for one in self.guests]

    def only(self, keys: Collection[str]) -> "Company":
        """Those of them who are here."""
        return Company((guest for guest in self.guests if guest.key in keys), self._partners)


def table_sizes(people: int, size: int) -> tuple[int, ...]:
    """How many sit at each table: as equal as can be, at most `size` at one, the larger tables first.

    Nobody sits alone: an odd number in pairs makes one table of three. ValueError below two people, or when
    `size` is not 2–8.
    """
    if not SMALLEST <= size <= LARGEST:
        raise ValueError(f"tables are for {SMALLEST}–{LARGEST}")
    if people < SMALLEST:
        raise ValueError("it takes two to meet")
    tables = min(-(-people // size), people // SMALLEST)
    each, rest = divmod(people, tables)
    return (each + 1,) * rest + (each,) * (tables - rest)


def greedy(
    company: Company, *, size: int, rounds: int, seed: int, held: Sequence[Round] = ()
) -> tuple[Round, ...]:
    """The simple way: chair by chair, always whoever gives the table most, in an order drawn by lot."""
    draw = random.Random(seed)
    met = met_in(company, held)
    sizes = table_sizes(len(company), size)
    plan = []
    for _ in range(rounds):
        waiting = draw.sample(range(len(company)), len(company))
        tables = [_filled(company, waiting, chairs, met) for chairs in sizes]
        for table in tables:
            for one, other in combinations(table, 2):
                met[one][other] += 1
                met[other][one] += 1
        plan.append(tuple(_keys(company, table) for table in tables))
    return tuple(plan)


def _filled(company: Company, waiting: list[int], chairs: int, met: list[list[int]]) -> list[int]:
    """One table's people, taken from those who wait."""
    table = [waiting.pop(0)]
    gains = dict.fromkeys(waiting, 0)
    while len(table) < chairs:
        for one in waiting:
            gains[one] += gain(company, one, table[-1], met)
        chosen = max(waiting, key=gains.__getitem__)
        waiting.remove(chosen)
        table.append(chosen)
    return table


def gain(company: Company, one: int, other: int, met: list[list[int]]) -> int:
    """What it is worth to put these two (by place) at one table, after what they have met before."""
    pair = company.guests[one], company.guests[other]
    worth = -SAME * company.same(*pair) - ALIKE * company.alike(*pair)
    if company.new(*pair):
        worth += -AGAIN if met[one][other] else NEW
    return worth


def worth(company: Company, rounds: Iterable[Round]) -> Worth:
    """What these rounds give together. Who is not in the company any more does not count."""
    met: dict[tuple[int, int], int] = {}
    for one in rounds:
        for table in one:
            for pair in combinations(sorted(company.place[key] for key in table if key in company.place), 2):
                met[pair] = met.get(pair, 0) + 1
    pairs = [(company.guests[one], company.guests[other], times) for (one, other), times in met.items()]
    fresh = [times for one, other, times in pairs if company.new(one, other)]
    return Worth(
        new=len(fresh),
        same=sum(times for one, other, times in pairs if company.same(one, other)),
        again=sum(fresh) - len(fresh),
        alike=sum(times for one, other, times in pairs if company.alike(one, other)),
    )


def met_in(company: Company, held: Iterable[Round]) -> list[list[int]]:
    """How often each two, by place, sat together in the rounds that were."""
    met = [[0] * len(company) for _ in company.guests]
    for one in held:
        for table in one:
            here = [company.place[key] for key in table if key in company.place]
            for first, second in combinations(here, 2):
                met[first][second] += 1
                met[second][first] += 1
    return met


def _keys(company: Company, places: Iterable[int]) -> tuple[str, ...]:
    return tuple(company.guests[place].key for place in sorted(places))
