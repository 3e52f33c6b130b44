"""Counting half years: each collaboration in every half year it went on."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.paper_half_years import Fact, HalfYear, compared, counted, development, half_years

TODAY = date(2026, 11, 29)
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


def fact(begun, ended=None, form=1, actors=("a", "b")):
    return Fact(begun, ended, form, actors)


@pytest.mark.parametrize(
    ("since", "names"),
    [
        (date(2026, 11, 29), ["2. halvår 2026"]),
        (date(2026, 6, 30), ["1. halvår 2026", "2. halvår 2026"]),
        (date(2025, 7, 1), ["2. halvår 2025", "1. halvår 2026", "2. halvår 2026"]),
        # A plan that begins tomorrow.
        (date(2027, 3, 1), ["2. halvår 2026"]),
    ],
)
def test_half_years_begin_with_the_one_of_the_first_day(since, names):
    assert [half.name for half in half_years(since, TODAY)] == names


@given(since=DAYS, today=DAYS)
def test_half_years_follow_each_other_without_a_gap_and_end_today(since, today):
    halves = half_years(since, today, at_most=99)
    assert halves[-1].last == today
    for before, after in pairwise(halves):
        assert before.last + timedelta(days=1) == after.first
    assert half_years(since, today, at_most=2) == halves[-2:]


@pytest.mark.parametrize(
    ("begun", "ended", "going"),
    [
        (date(2026, 7, 1), None, 1),
        (date(2026, 12, 31), None, 0),
        (date(2020, 1, 1), date(2026, 7, 1), 0),
        (date(2020, 1, 1), date(2026, 7, 2), 1),
        (date(2020, 1, 1), None, 1),
    ],
)
def test_what_goes_on_in_a_half_year(begun, ended, going):
    (row,) = counted([fact(begun, ended)], [HalfYear(date(2026, 7, 1), TODAY)])
    assert row.going == going


@given(facts=st.lists(st.builds(fact, DAYS, st.none() | DAYS, st.integers(1, 5)), max_size=30))
def test_the_forms_add_up_and_nobody_takes_part_in_nothing(facts):
    for row in counted(facts, half_years(date(2024, 1, 1), TODAY)):
        assert sum(row.forms) == row.going
        assert (row.actors == 0) == (row.going == 0)
        assert row.begun <= len(facts)


def test_the_development_compares_with_the_year_before():
    old, new = fact(date(2024, 1, 1), form=5), fact(date(2026, 8, 1), form=4, actors=("b", "c"))
    assert development(counted([old, new], half_years(date(2024, 1, 1), TODAY))) == [
        "2 samarbejder har været i gang i 2. halvår 2026, én flere end året før.",
        "3 aktører har været med, én flere end året før.",
        "To af dem samordner eller samskaber, én flere end året før.",
    ]


def test_a_young_plan_has_nothing_to_compare_with():
    assert development(counted([], half_years(date(2026, 1, 1), TODAY))) == []


@pytest.mark.parametrize(
    ("now", "before", "said"), [(5, 5, "det samme som året før"), (2, 14, "tolv færre end året før")]
)
def test_compared(now, before, said):
    assert compared(now, before) == said
