"""The plan of an event: rounds of tables where as many as can be meet who are new to each other.

Plain Python. Two ways are gone, and the better plan is the answer: the greedy plan made better by swaps, and,
where the tables allow it, a net of rounds in which nobody meets twice (meetings/seating_nets.py), laid so
that those who know each other stand in one row of it, and then made better by swaps too.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from meetings.seating import AGAIN, ALIKE, NEW, SAME, Company, Round, gain, greedy, met_in, worth
from meetings.seating_bounds import upper_bound
from meetings.seating_nets import net
from meetings.seating_search import improved, laid_out

# Swaps that are looked for when 60 people sit in 5 rounds: fewer at a larger event, more at a smaller one, so
# that it takes about the same time for all. See bench/seating.py for what it gives.
STEPS, FEWEST_STEPS, MOST_STEPS = 3_000, 150, 9_000
_WORK = STEPS * 5 * 60**2
# So many orders of the organisations are tried when people are laid out on a net.
LAYINGS = 12
# When there are more rounds than a net holds: how many of its own are left out, try for try. The rounds to be
# found have more room then, and whether they find it is luck, so there are several.
LEFT_OUT = (0, 2, 2, 2)

Plan = tuple[Round, ...]


def steps_for(people: int, rounds: int) -> int:
    """How many swaps to look for, so that an event of any size is planned while somebody waits."""
    return max(min(MOST_STEPS, _WORK // (rounds * people**2)), FEWEST_STEPS)


def arranged(
    company: Company,
    *,
    size: int,
    rounds: int,
    seed: int,
    steps: int | None = None,
    held: Sequence[Round] = (),
) -> Plan:
    """So many rounds of tables for the company, the same for the same seed.

    `held` are rounds that were: who met there has met. They are not part of the answer. `steps` is how many
    swaps may be looked for; without it `steps_for`. Never fewer new pairs than `greedy` finds. ValueError as
    `seating.table_sizes`, and for fewer rounds than one.
    """
    if rounds < 1:
        raise ValueError("one round at least")
    if steps is None:
        steps = steps_for(len(company), rounds)
    most = company.new_pairs() if held else upper_bound(company, size=size, rounds=rounds)
    return _Event(company, size, rounds, seed, tuple(held), most).best_plan(steps)


@dataclass(frozen=True)
class _Event:
    """What is to be planned; no plan has more new pairs than `most`."""

    company: Company
    size: int
    rounds: int
    seed: int
    held: Plan
    most: int

    def best_plan(self, steps: int) -> Plan:
        """The best of the ways that are gone; of equals the one that took least."""
        simple = self.greedy(self.rounds, self.held)
        plans = [simple, *self.on_nets(steps // 2)]
        if not self.is_perfect(plans[-1]):
            plans.append(self.better(simple, steps // 2 if len(plans) > 1 else steps, self.held))
        worths = [worth(self.company, [*self.held, *plan]) for plan in plans]
        good = [place for place, one in enumerate(worths) if one.new >= worths[0].new]
        return plans[max(good, key=lambda place: worths[place].score)]

    def on_nets(self, steps: int) -> list[Plan]:
        """Plans that begin with a net of rounds; none where the tables allow no net."""
        whole = net(len(self.company), self.size, self.rounds)
        if not whole:
            return []
        guests = self.laid_out(whole)
        laid = tuple(_round_of(self.company, dict(zip(guests, one, strict=True))) for one in whole)
        if len(laid) == self.rounds:
            return [self.better(laid, steps, self.held)]
        plans = []
        for number, left_out in enumerate(LEFT_OUT):
            begin = laid[: len(laid) - left_out]
            before = (*self.held, *begin)
            lot = replace(self, seed=self.seed + 1_000 * number)
            rest = lot.greedy(self.rounds - len(begin), before)
            # A step looks through all rounds that are searched, so with fewer of them there is time for more.
            more = steps // len(LEFT_OUT) * self.rounds // len(rest)
            plans.append((*begin, *lot.better(rest, more, before)))
        return plans

    def laid_out(self, whole: Sequence[Sequence[int]]) -> list[int]:
        """Who stands at which place of the net. Colleagues begin side by side, as far as can be in a row."""
        draw = random.Random(self.seed)
        guests = self.company.guests
        organisations = sorted({guest.organisation for guest in guests})
        orders = []
        for _ in range(LAYINGS):
            draw.shuffle(organisations)
            turn = {name: number for number, name in enumerate(organisations)}
            orders.append(sorted(range(len(guests)), key=lambda one: (turn[guests[one].organisation], one)))
        met = met_in(self.company, self.held)
        places = range(len(guests))
        gains = [
            [0 if one == other else gain(self.company, one, other, met) for other in places] for one in places
        ]
        return laid_out(whole, gains, orders)

    def greedy(self, rounds: int, held: Plan) -> Plan:
        """The simple way after these rounds."""
        return greedy(self.company, size=self.size, rounds=rounds, seed=self.seed, held=held)

    def better(self, plan: Plan, steps: int, held: Plan) -> Plan:
        """The plan after so many swaps, or fewer when nothing better can be."""
        company = self.company
        found = improved(
            [_tables_of(company, one) for one in plan],
            new=company.matrix(company.new), same=company.matrix(company.same),
            alike=company.matrix(company.alike), met=met_in(company, held),
            weights=(NEW, SAME, AGAIN, ALIKE), seed=self.seed, steps=steps,
            enough=NEW * self.most - worth(company, [*held, *plan]).score,
        )  # fmt: skip
        return tuple(_round_of(company, dict(enumerate(tables))) for tables in found)

    def is_perfect(self, plan: Plan) -> bool:
        """Whether nothing better can be."""
        return worth(self.company, [*self.held, *plan]).score == NEW * self.most


def _tables_of(company: Company, one: Round) -> list[int]:
    """The table of each guest, by place in the company."""
    table_of = {key: table for table, keys in enumerate(one) for key in keys}
    return [table_of[guest.key] for guest in company.guests]


def _round_of(company: Company, table_of: dict[int, int]) -> Round:
    """The round in which each guest, by place in the company, is at this table."""
    seats: list[list[str]] = [[] for _ in range(max(table_of.values()) + 1)]
    for place in sorted(table_of):
        seats[table_of[place]].append(company.guests[place].key)
    return tuple(map(tuple, seats))
