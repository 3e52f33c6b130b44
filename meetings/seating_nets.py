"""Rounds in which nobody meets twice, built and not searched for: lines over a finite field. Plain Python.

With q tables, q a power of a prime, lay the places out in rows of q, at most q rows. In round m the place x
of row j is at table x + m·j, reckoned in the field of q elements. Two places of one row are never together;
two of different rows, x of j and y of k, are together when x − y = m(k − j), that is in exactly one of the q
rounds. (These are the parallel classes of a net from mutually orthogonal latin squares; Bose 1938.)

So up to q rounds hold no pair twice, which a search by swaps hardly finds where the tables are about as many
as the people at each.
"""

from functools import cache

from meetings.seating import table_sizes

# A field of pᵐ elements: p, and what the m-th power of its generator is in lower powers, lowest first.
_FIELDS = {
    4: (2, (1, 1)),
    8: (2, (1, 1, 0)),
    9: (3, (2, 0)),
    16: (2, (1, 1, 0, 0)),
    25: (5, (2, 0)),
    27: (3, (2, 1, 0)),
}
_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31)


def net(people: int, size: int, rounds: int) -> list[list[int]]:
    """The table of each place, per round; the first rounds as far as nobody meets twice, at most `rounds`.

    Empty when there is no field for so many tables, or the tables are fewer than the people at one. Tables
    are as large as `table_sizes` has them, in that order.
    """
    sizes = table_sizes(people, size)
    tables, rows = len(sizes), max(sizes)
    if rows > tables or (tables not in _PRIMES and tables not in _FIELDS):
        return []
    places = [(x, row) for row in range(rows) for x in range(tables)][:people]
    add, multiply = _field(tables)
    return [
        _larger_first([add[x][multiply[m][row]] for x, row in places], tables)
        for m in range(min(rounds, tables))
    ]


def _larger_first(tables: list[int], number: int) -> list[int]:
    """The same tables under other numbers: the larger ones before the smaller."""
    counts = [tables.count(table) for table in range(number)]
    order = sorted(range(number), key=lambda table: -counts[table])
    new = {old: place for place, old in enumerate(order)}
    return [new[table] for table in tables]


@cache
def _field(order: int) -> tuple[list[list[int]], list[list[int]]]:
    """The sums and the products of a field whose elements are 0 … order − 1, as digits to the base p."""
    base, top = _FIELDS.get(order, (order, (0,)))
    length = len(top)

    def digits(value: int) -> list[int]:
        return [value // base**place % base for place in range(length)]

    def value(found: list[int]) -> int:
        return sum(digit * base**place for place, digit in enumerate(found))

    def product(one: int, other: int) -> int:
        total, shifted = [0] * length, digits(one)
        for digit in digits(other):
            total = [(sum_ + digit * part) % base for sum_, part in zip(total, shifted, strict=True)]
            over, shifted = shifted[-1], [0, *shifted[:-1]]
            shifted = [(part + over * less) % base for part, less in zip(shifted, top, strict=True)]
        return value(total)

    def plus(one: int, other: int) -> int:
        return value([(a + b) % base for a, b in zip(digits(one), digits(other), strict=True)])

    every = range(order)
    return [[plus(a, b) for b in every] for a in every], [[product(a, b) for b in every] for a in every]
