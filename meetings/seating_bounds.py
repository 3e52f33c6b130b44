"""How many new pairs no plan of rounds can pass, whatever the search: a measure for bench/seating.py."""

from collections.abc import Iterable

from meetings.seating import Company, table_sizes


def upper_bound(company: Company, *, size: int, rounds: int) -> int:
    """A number of new pairs that no plan of so many rounds at tables of `size` can pass.

    The least of three bounds; each holds on its own, so their minimum holds.

    *All pairs.* A pair counts once, so no more than are new to each other.

    *Persons.* In one round a person meets at most s − 1 others, where s is the largest table: in k rounds at
    most k(s − 1), and never more than the d of the company who are new to them. Each pair is counted with
    both its persons, so the pairs are at most half the sum of min(d, k(s − 1)).

    *Rounds.* Tables of s₁ … s_t people hold Σ C(sᵢ, 2) pairs in a round. Part the company into groups within
    which no pair can be new in this round. A group of c people stands spread over t tables; the pairs of the
    group that share a table are Σ C(cᵢ, 2) with Σ cᵢ = c, and C is convex, so they are fewest when the cᵢ
    are as equal as can be (`_forced`). Groups are disjoint and so are their pairs: what they force is lost
    together. Two partings are used, and the one that loses more is subtracted:
    the organisations, joined when all of them collaborate with each other (`_closed_groups`); and, from the
    second round on, the tables of the first round, since whoever sat there together has met. Which people sat
    there does not matter, only how many.
    """
    sizes = table_sizes(len(company), size)
    known = _lost(_closed_groups(company), len(sizes))
    again = _lost(sizes, len(sizes))
    per_round = sum(_pairs(chairs) for chairs in sizes)
    by_rounds = rounds * per_round - known - (rounds - 1) * max(known, again)
    most = rounds * (max(sizes) - 1)
    matrix = company.matrix(company.new)
    by_persons = sum(min(sum(row), most) for row in matrix) // 2
    return min(company.new_pairs(), by_persons, by_rounds)


def _pairs(people: int) -> int:
    return people * (people - 1) // 2


def _lost(groups: Iterable[int], tables: int) -> int:
    return sum(_forced(people, tables) for people in groups)


def _forced(people: int, tables: int) -> int:
    """The fewest pairs of so many people that share one of so many tables."""
    each, rest = divmod(people, tables)
    return rest * _pairs(each + 1) + (tables - rest) * _pairs(each)


def _closed_groups(company: Company) -> list[int]:
    """The sizes of groups that part the company and hold no pair that is new; the larger joined first.

    Any such parting is valid; this one puts each person into the first group in which they know everybody.
    """
    numbers: dict[str, int] = {}
    for guest in company.guests:
        numbers[guest.organisation] = numbers.get(guest.organisation, 0) + 1
    groups: list[list] = []
    for guest in sorted(company.guests, key=lambda one: (-numbers[one.organisation], one.organisation)):
        home = next((group for group in groups if not any(company.new(guest, one) for one in group)), None)
        if home is None:
            groups.append([guest])
        else:
            home.append(guest)
    return [len(group) for group in groups]
