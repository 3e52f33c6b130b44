"""The search for better tables: the best swap of two people, again and again, with a memory.

Tabu search over swaps (Dotú and Van Hentenryck, "Scheduling social golfers locally", CPAIOR 2005): each step
takes the swap that helps most, in whichever round, also when the best one makes it worse; two people who just
swapped stay for a while, so that it does not walk in a ring. What a swap is worth is known for all pairs of
people in all rounds at once: with V the worth of two people at one table in a round and S who sits together,
V·S holds what each would get at each other's table.

The one module of meetings that knows numpy. It reads no clock: the budget is steps. Whole numbers in single
precision stay whole here, so that every machine finds the same.
"""

import random
from collections.abc import Sequence

import numpy as np

# A pair that swapped rests so many steps.
REST = (3, 12)
_NEVER = np.float32(-1e9)


def improved(
    tables: Sequence[Sequence[int]],
    *,
    new: Sequence[Sequence[bool]],
    same: Sequence[Sequence[bool]],
    alike: Sequence[Sequence[bool]],
    met: Sequence[Sequence[int]],
    weights: tuple[int, int, int, int],
    seed: int,
    steps: int,
    enough: int,
) -> list[list[int]]:
    """The best rounds that so many steps find; `tables` where they start: each guest's table, per round.

    It ends early once the score has grown by `enough`.

    `new`, `same` and `alike` are squares of guests; `met` is how often they sat together before these rounds.
    `weights` are what a new pair is worth, and what one of the same organisation, one that meets again and
    one of the same kind cost. How many sit at each table stays as it is.
    """
    gain, cost, again, kind = weights
    fresh = np.array(new, np.float32) * (gain + again)
    always = -again * np.array(new, np.float32) - cost * np.array(same, np.float32)
    always -= kind * np.array(alike, np.float32)
    search = _Search(np.array(tables, np.intp), fresh, always, np.array(met, np.int16))
    return search.run(random.Random(seed), steps, enough).tolist()


def laid_out(
    tables: Sequence[Sequence[int]], gains: Sequence[Sequence[int]], orders: Sequence[Sequence[int]]
) -> list[int]:
    """The guest for each place of rounds that are fixed but for who is who.

    `tables` is the table of each place, per round; `gains` what two guests give when they meet, a symmetric
    square with zeros on the diagonal; `orders` are places' guests to begin from. From each the best swap of
    two guests is taken as long as one helps; the best of the ends is the answer, the first of equals.
    """
    rounds = np.array(tables, np.intp)
    together = (rounds[:, :, None] == rounds[:, None, :]).sum(0).astype(np.float32)
    np.fill_diagonal(together, 0)
    value = np.array(gains, np.float32)
    ends = [_swapped(np.array(order, np.intp), together, value) for order in orders]
    return max(ends, key=lambda end: end[0])[1].tolist()


def _swapped(guests: np.ndarray, together: np.ndarray, value: np.ndarray) -> tuple[float, np.ndarray]:
    """What it is worth once no swap helps, and who then stands where."""
    while True:
        standing = value[np.ix_(guests, guests)]
        there = standing @ together
        here = np.diagonal(there)
        helps = there + there.T - here[:, None] - here[None, :] + 2 * standing * together
        best = int(helps.argmax())
        if helps.flat[best] <= 0:
            return float(here.sum()), guests
        one, other = divmod(best, len(guests))
        guests[[one, other]] = guests[[other, one]]


class _Search:
    """The rounds as they stand; k rounds of n guests."""

    def __init__(self, tables: np.ndarray, fresh: np.ndarray, always: np.ndarray, met: np.ndarray) -> None:
        """`tables` is k × n; `fresh` what a pair gives that never met, `always` what any gives: n × n."""
        self.tables = tables
        self.fresh, self.always = fresh, always
        self.together = tables[:, :, None] == tables[:, None, :]
        self.seated = self.together.astype(np.float32)
        self.met = met + self.together.sum(0, dtype=np.int16)
        self.resting = np.zeros(self.together.shape, np.int32)

    def run(self, draw: random.Random, steps: int, enough: int) -> np.ndarray:
        """The best tables met on the way."""
        standing, best, found = 0, 0, self.tables.copy()
        for step in range(1, steps + 1):
            if best >= enough:
                break
            worth = self.worth_of_swaps()
            allowed = np.where(self.resting > step, _NEVER, worth)
            # A swap that beats the best so far is taken, whether it rests or not.
            if standing + worth.max() > best:
                allowed = worth
            most = allowed.max()
            if most == _NEVER:
                break
            ties = np.flatnonzero(allowed == most)
            self.swap(int(ties[draw.randrange(len(ties))]), step + draw.randint(*REST))
            standing += int(most)
            if standing > best:
                best, found = standing, self.tables.copy()
        return found

    def worth_of_swaps(self) -> np.ndarray:
        """What the score gains when two guests swap tables: k × n × n."""
        pair = self.fresh * (self.met - self.together == 0) + self.always
        there = pair @ self.seated
        here = np.diagonal(there, axis1=1, axis2=2)
        worth = there - pair - here[:, :, None]
        worth = worth + worth.transpose(0, 2, 1)
        worth[self.together] = _NEVER
        return worth

    def swap(self, flat: int, rests_until: int) -> None:
        """Let two guests swap; `flat` is their place in k × n × n."""
        which, one, other = (int(part) for part in np.unravel_index(flat, self.together.shape))
        round_of = self.tables[which]
        self.met -= self.together[which]
        round_of[one], round_of[other] = round_of[other], round_of[one]
        self.together[which] = round_of[:, None] == round_of[None, :]
        self.seated[which] = self.together[which]
        self.met += self.together[which]
        self.resting[which, one, other] = self.resting[which, other, one] = rests_until
