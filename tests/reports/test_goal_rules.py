"""How an indicator and a goal stand, and what is said of it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.goal_periods import Frequency, back_from
from reports.goal_rules import (
    Aim,
    Direction,
    GoalRow,
    IndicatorRow,
    Influence,
    Point,
    Status,
    advice_on,
    joint_sentence,
    joint_status,
    sentence_of,
    status_of,
)

UP, DOWN, WATCH = Direction
amounts = st.lists(st.none() | st.integers(-100, 100), max_size=20)


def points(*amounts, until=date(2026, 11, 3), runs=False):
    """A monthly series that ends in November; with `runs` the last one still adds up."""
    periods = back_from(until, Frequency.MONTH, len(amounts)) if amounts else ()
    return [
        Point(period, None if amount is None else Decimal(amount), runs=runs and period is periods[-1])
        for period, amount in zip(periods, amounts, strict=True)
    ]


def aim(direction=UP, baseline=None, target=None, unit=""):
    as_decimal = [None if one is None else Decimal(one) for one in (baseline, target)]
    return Aim(direction, *as_decimal, unit)


@pytest.mark.parametrize(
    ("amounts", "aimed", "status"),
    [
        ((), aim(target=5), Status.NONE),
        ((None, None), aim(), Status.NONE),
        ((4,), aim(), Status.FIRST),
        ((4,), aim(target=4), Status.REACHED),
        ((4,), aim(baseline=3), Status.ON_WAY),
        ((4, 6), aim(target=9), Status.ON_WAY),
        ((4, None, 9), aim(target=9), Status.REACHED),
        ((4, 4), aim(target=9), Status.STILL),
        ((4, 2), aim(), Status.BACK),
        ((4, 2), aim(DOWN), Status.ON_WAY),
        ((4, 2), aim(DOWN, target=2), Status.REACHED),
        ((4, 6), aim(DOWN, target=2), Status.BACK),
        ((4, 6), aim(baseline=7), Status.BACK),
        ((4, 0), aim(DOWN, target=0), Status.REACHED),
        ((4, 6), aim(WATCH, target=5), Status.FOLLOWED),
    ],
)
def test_how_it_stands(amounts, aimed, status):
    assert status_of(points(*amounts), aimed) == status


@pytest.mark.parametrize(
    ("amounts", "aimed", "said"),
    [
        ((), aim(target=25), "Ingen tal endnu. Målet er 25."),
        ((12,), aim(), "12 i november 2026."),
        ((12, 19), aim(target=25), "Steget fra 12 til 19 siden oktober. Målet er 25."),
        ((19, 12), aim(DOWN, unit="sager"), "Faldet fra 19 til 12 sager siden oktober."),
        ((40, 55), aim(target=50, unit="%"),
         "Steget fra 40 % til 55 % siden oktober. Målet på 50 % er nået."),
        ((12, 12), aim(), "12, det samme som i oktober."),
        ((12, 12), aim(WATCH, target=3), "12, det samme som i oktober."),
        ((1, *[None] * 11, 2), aim(), "Steget fra 1 til 2 siden november 2025."),
    ],
)  # fmt: skip
def test_what_is_said(amounts, aimed, said):
    assert sentence_of(points(*amounts), aimed) == said


def test_a_month_that_still_adds_up_is_told_and_not_judged_by():
    series = points(10, 12, 1, runs=True)
    assert status_of(series, aim()) == Status.ON_WAY
    assert sentence_of(series, aim()) == "Steget fra 10 til 12 siden september. November indtil nu: 1."


@given(amounts, st.sampled_from([UP, DOWN]), st.none() | st.integers(-100, 100))
def test_what_is_reached_one_way_is_the_mirror_of_the_other(amounts, direction, target):
    other = DOWN if direction == UP else UP
    mirrored = [None if one is None else -one for one in amounts]
    here = status_of(points(*amounts), aim(direction, target=target))
    there = status_of(points(*mirrored), aim(other, target=None if target is None else -target))
    assert here == there


@given(amounts, st.sampled_from(Direction), st.none() | st.integers(-100, 100))
def test_every_series_has_a_status_and_a_sentence(amounts, direction, target):
    series, aimed = points(*amounts), aim(direction, target=target)
    known = [one for one in amounts if one is not None]
    assert (status_of(series, aimed) == Status.NONE) == (not known)
    assert sentence_of(series, aimed).endswith(".")
    if known:
        assert str(known[-1]) in sentence_of(series, aimed)


def test_a_goal_says_first_what_goes_wrong_and_is_reached_when_all_are():
    assert joint_status([Status.REACHED, Status.BACK, Status.ON_WAY]) == Status.BACK
    assert joint_status([Status.REACHED, Status.REACHED]) == Status.REACHED
    assert joint_status([]) == Status.NONE


@pytest.mark.parametrize("drawn", [13, 20, 37])
def test_how_it_stands_is_the_same_however_many_points_are_drawn(drawn):
    series = points(*[0] * 24, 56, *[None] * 11, 54)[-drawn:]
    row = IndicatorRow(1, "Samarbejder", Frequency.MONTH, aim(), tuple(series), Influence.YES)
    assert (row.status, row.sentence) == (Status.BACK, "Faldet fra 56 til 54 siden november 2025.")


def test_a_figure_older_than_what_is_spoken_of_is_not_the_latest():
    series = points(7, *[None] * 13)
    row = IndicatorRow(1, "Unge", Frequency.MONTH, aim(), tuple(series), Influence.YES)
    assert (row.status, row.latest) == (Status.NONE, None)


@pytest.mark.parametrize(
    ("each", "said"),
    [
        ([], "Ingen indikatorer endnu."),
        ([Status.ON_WAY], "Ét tal er på vej."),
        ([Status.ON_WAY, Status.STILL, Status.ON_WAY], "To tal er på vej, og ét står stille."),
        ([Status.NONE, Status.FIRST, Status.REACHED],
         "Ét tal er nået, ét er talt første gang, og ét mangler endnu."),
    ],
)  # fmt: skip
def test_what_is_said_of_several(each, said):
    assert joint_sentence(each) == said


def test_a_goal_counts_what_its_parts_have():
    one = IndicatorRow(1, "Unge", Frequency.MONTH, aim(target=2), tuple(points(1, 2)), Influence.YES)
    part = GoalRow(2, "Delmål", "", Influence.YES, "", (one,))
    assert GoalRow(3, "Mål", "", Influence.YES, "", parts=(part,)).status == Status.REACHED


def test_the_two_questions_are_answered_with_advice():
    assert "Find et delmål" in advice_on(Influence.NO, by_hand=False)
    assert "en time eller mere" in advice_on(Influence.YES, by_hand=True, minutes=60)
    assert advice_on(Influence.PARTLY, by_hand=True, minutes=59) == ""
    assert advice_on(Influence.YES, by_hand=False, minutes=900) == ""
