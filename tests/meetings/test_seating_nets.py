"""Rounds that are built: nobody meets twice, whatever the field."""

from itertools import combinations

import pytest

from meetings.seating import table_sizes
from meetings.seating_nets import net


def times_together(rounds):
    """How often each pair of places shares a table."""
    people = len(rounds[0])
    return [sum(one[a] == one[b] for one in rounds) for a, b in combinations(range(people), 2)]


@pytest.mark.parametrize(
    ("people", "size", "rounds"),
    [
        # Four tables, and the prime powers to 27.
        (16, 4, 4), (64, 8, 8), (81, 8, 11), (128, 8, 16), (200, 8, 25), (108, 4, 27),
        # Primes.
        (25, 5, 5), (49, 7, 7), (10, 2, 5), (6, 2, 3),
        # The last row is not full.
        (60, 8, 5), (31, 4, 8), (33, 5, 7),
    ],
)  # fmt: skip
def test_nobody_meets_twice_and_the_tables_are_as_large_as_they_should_be(people, size, rounds):
    found = net(people, size, rounds)
    assert len(found) == min(rounds, len(table_sizes(people, size)))
    assert max(times_together(found)) == 1
    for one in found:
        assert tuple(one.count(table) for table in range(max(one) + 1)) == table_sizes(people, size)


def test_with_as_many_rounds_as_tables_each_meets_all_of_the_other_rows():
    met = times_together(net(16, 4, 4))
    # Four rows of four never meet each other: 24 of 120 pairs.
    assert met.count(0) == 24
    assert met.count(1) == 96


@pytest.mark.parametrize(
    ("people", "size"),
    # Six, ten and twelve tables have no field; two tables of five have too few.
    [(24, 4), (60, 6), (48, 4), (10, 5)],
)
def test_where_there_is_no_net_there_is_none(people, size):
    assert net(people, size, 3) == []
