"""The bound is one: no plan passes it, and where a perfect plan is known it is met."""

from itertools import combinations

import pytest

from meetings.seating import Company, Guest
from meetings.seating_bounds import upper_bound
from tests.meetings.companies import strangers


@pytest.mark.parametrize(
    ("people", "size", "rounds", "most"),
    [
        (16, 4, 5, 120),
        (16, 4, 9, 120),
        (32, 4, 10, 480),
        (15, 3, 7, 105),
        # Two tables of six: each holds three who sat together, twice, in every later round.
        (12, 6, 2, 30 + 18),
        (7, 2, 1, 5),
    ],
)
def test_strangers(people, size, rounds, most):
    assert upper_bound(strangers(people), size=size, rounds=rounds) == most


def test_a_large_organisation_cannot_be_spread_over_few_tables():
    company = Company([Guest(f"a{n}", "a") for n in range(6)] + [Guest(f"{n}", f"org {n}") for n in range(6)])
    # Three tables of four hold 18 pairs; six colleagues are two at each.
    assert upper_bound(company, size=4, rounds=1) == 18 - 3


def test_partners_count_as_one_organisation():
    guests = [Guest(f"{home}{n}", home) for home in "abc" for n in range(2)]
    together = [("a", "b"), ("a", "c"), ("b", "c")]
    assert upper_bound(Company(guests, together), size=3, rounds=4) == 0
    assert upper_bound(Company(guests, together[:1]), size=6, rounds=1) == 8


def test_one_person_meets_no_more_than_sit_at_a_table():
    busy, quiet = [f"d{n}" for n in range(6)], [f"s{n}" for n in range(6)]
    known = [(one, other) for one in busy for other in quiet]
    known += [(one, other) for one, other in combinations(quiet, 2) if int(one[1]) // 2 != int(other[1]) // 2]
    company = Company([Guest(name, name) for name in busy + quiet], known)
    # Six are new to each other, and of the others each is new to one: half of six times three and six.
    assert upper_bound(company, size=4, rounds=1) == (6 * 3 + 6 * 1) // 2
