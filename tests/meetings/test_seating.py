"""Rounds of tables: everybody has one seat, and those who are new to each other meet."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.seating import Company, Guest, greedy, table_sizes, worth
from meetings.seating_bounds import upper_bound
from meetings.seating_plan import arranged, steps_for
from tests.meetings.companies import companies, drawn, strangers

FEW = 25


@pytest.mark.parametrize(
    ("people", "size", "tables"),
    [
        (12, 4, (4, 4, 4)),
        (10, 4, (4, 3, 3)),
        (9, 8, (5, 4)),
        (7, 2, (3, 2, 2)),
        (3, 2, (3,)),
        (2, 8, (2,)),
        (60, 8, (8, 8, 8, 8, 7, 7, 7, 7)),
    ],
)
def test_tables_are_as_equal_as_can_be_and_nobody_sits_alone(people, size, tables):
    assert table_sizes(people, size) == tables


@pytest.mark.parametrize(("people", "size"), [(1, 4), (0, 4), (10, 1), (10, 9)])
def test_what_cannot_be_laid_is_refused(people, size):
    with pytest.raises(ValueError, match=r"two to meet|tables are for"):
        table_sizes(people, size)


def test_one_person_cannot_come_twice_and_no_rounds_is_no_plan():
    with pytest.raises(ValueError, match="twice"):
        Company([Guest("a"), Guest("a")])
    with pytest.raises(ValueError, match="one round"):
        arranged(strangers(6), size=3, rounds=0, seed=1)


@settings(max_examples=40)
@given(companies(), st.integers(2, 8), st.integers(1, 5), st.integers(0, 9))
def test_everybody_has_one_seat_in_every_round(company, size, rounds, seed):
    plan = arranged(company, size=size, rounds=rounds, seed=seed, steps=FEW)
    assert len(plan) == rounds
    for one in plan:
        assert sorted(key for table in one for key in table) == sorted(company.place)
        counts = [len(table) for table in one]
        assert tuple(counts) == table_sizes(len(company), size)
        assert max(counts) - min(counts) <= 1
        assert min(counts) >= 2


@settings(max_examples=40)
@given(companies(), st.integers(2, 8), st.integers(1, 7), st.integers(0, 9))
def test_never_fewer_new_pairs_than_the_simple_way_and_never_more_than_can_be(company, size, rounds, seed):
    found = worth(company, arranged(company, size=size, rounds=rounds, seed=seed, steps=FEW))
    simple = worth(company, greedy(company, size=size, rounds=rounds, seed=seed))
    assert simple.new <= found.new <= upper_bound(company, size=size, rounds=rounds)
    assert simple.score <= found.score


@settings(max_examples=25)
@given(companies(most=6), st.integers(2, 4))
def test_with_one_round_of_few_people_nothing_better_is_possible(company, size):
    best = max(
        worth(company, [one]).score
        for one in every_round(sorted(company.place), table_sizes(len(company), size))
    )
    found = arranged(company, size=size, rounds=1, seed=1, steps=200)
    assert worth(company, found).score == best


def every_round(keys, sizes):
    if not sizes:
        yield ()
        return
    for table in combinations(keys, sizes[0]):
        for rest in every_round([key for key in keys if key not in table], sizes[1:]):
            yield (table, *rest)


def test_the_same_seed_is_the_same_plan_in_whatever_order_people_are_read():
    company = drawn(23, 9, 0.2)
    backwards = Company(reversed(company.guests), company._partners)
    plans = [arranged(one, size=4, rounds=4, seed=7, steps=200) for one in (company, company, backwards)]
    assert plans[0] == plans[1] == plans[2]
    assert arranged(company, size=4, rounds=4, seed=8, steps=200) != plans[0]


@pytest.mark.parametrize(
    ("people", "size", "rounds", "pairs"),
    # 16 golfers and the schoolgirls of Kirkman (1850): everybody meets everybody once.
    [(16, 4, 5, 120), (15, 3, 7, 105), (60, 4, 5, 450), (60, 8, 5, 980), (32, 4, 9, 432)],
)
def test_designs_where_nobody_meets_twice_are_found(people, size, rounds, pairs):
    plan = arranged(strangers(people), size=size, rounds=rounds, seed=1)
    assert worth(strangers(people), plan).new == pairs
    assert worth(strangers(people), plan).again == 0


def test_colleagues_and_partners_sit_apart():
    company = Company(
        [Guest(f"{home}{number}", home) for home in "abcd" for number in range(4)], [("a", "b"), ("c", "d")]
    )
    (one,) = arranged(company, size=4, rounds=1, seed=1)
    assert worth(company, [one]).same == 0
    two_of_each = arranged(company, size=2, rounds=1, seed=1)
    assert worth(company, two_of_each).new == 8
    for table in two_of_each[0]:
        assert len({key[0] for key in table} & {"a", "b"}) == 1


def test_kinds_are_mixed_when_it_costs_no_new_pair():
    company = Company(Guest(f"{number:02}", f"org {number}", "abcd"[number // 4]) for number in range(16))
    (one,) = arranged(company, size=4, rounds=1, seed=1, steps=200)
    assert all(len({company.guests[company.place[key]].kind for key in table}) == 4 for table in one)


def test_who_met_in_a_round_that_was_does_not_meet_again():
    # Of four tables a net is begun with, of six there is none.
    for people, pairs in ((16, 120), (24, 180)):
        company = strangers(people)
        held = arranged(company, size=4, rounds=2, seed=1)
        more = arranged(company, size=4, rounds=3, seed=2, held=held)
        assert worth(company, [*held, *more]).new == pairs


def test_on_a_net_too_colleagues_and_partners_are_kept_apart():
    # Seven tables of seven: a net, on which each organisation can stand in a row of its own.
    company = Company(Guest(f"{home}{number}", home) for home in "abcdefg" for number in range(7))
    found = worth(company, arranged(company, size=7, rounds=5, seed=3, steps=0))
    assert (found.new, found.same, found.again) == (5 * 7 * 21, 0, 0)
    # Five circles of five that collaborate, each person from an organisation of their own.
    circles = [[f"{number % 5}{number // 5}" for number in range(start, 25, 5)] for start in range(5)]
    known = [pair for circle in circles for pair in combinations(circle, 2)]
    company = Company((Guest(name, name) for circle in circles for name in circle), known)
    found = worth(company, arranged(company, size=5, rounds=5, seed=3, steps=0))
    assert (found.new, found.again) == (25 * 20 // 2, 0)


def test_a_pair_counts_once_and_who_is_gone_does_not_count():
    company = Company(
        [Guest("a", "x", "k"), Guest("b", "y", "k"), Guest("c", "x"), Guest("d", "")], [("x", "z")]
    )
    plan = [(("a", "b"), ("c", "d", "gone")), (("a", "b"), ("c", "d")), (("a", "c"), ("b", "d"))]
    found = worth(company, plan)
    assert (found.new, found.same, found.again, found.alike) == (3, 1, 2, 2)


def test_a_large_event_takes_fewer_steps_and_never_none():
    assert steps_for(60, 5) > steps_for(120, 5) > steps_for(2_000, 5) > 0
    assert steps_for(10, 2) == steps_for(20, 5) > steps_for(60, 5)
