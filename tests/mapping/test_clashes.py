"""When two activities are in each other's way, and when one could be instead."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.clashes import (
    CHOICES_AT_MOST,
    Planned,
    Time,
    clash_of,
    clashes,
    clashes_with,
    fingerprint,
    neighbours_of,
    other_times,
    within_reach,
)

ZONE = ZoneInfo("Europe/Copenhagen")
NEAR = neighbours_of([("øst", "vest")])
NOW = datetime(2026, 11, 30, 9, tzinfo=ZONE)


def at(day, begin, end) -> Time:
    """So many days after Thursday 3 December, from one hour to another."""
    first = datetime(2026, 12, 3, tzinfo=ZONE) + timedelta(days=day)
    return Time(first + timedelta(hours=begin), first + timedelta(hours=end))


def plan(key, *times, actor=None, groups=("unge",), area="øst", initiative=None) -> Planned:
    return Planned(key, actor or f"aktør {key}", frozenset(groups), area, tuple(times), initiative)


FOOTBALL = plan("fodbold", at(0, 17, 19))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (plan("basket", at(0, 18, 20)), True),  # overlap
        (plan("basket", at(0, 19, 21)), True),  # the same evening
        (plan("basket", at(0, 14, 18)), True),  # into the evening
        (plan("basket", at(0, 14, 16)), False),  # the afternoon
        (plan("basket", at(1, 17, 19)), False),  # another day
        (plan("basket", at(0, 17, 19), groups=("ældre",)), False),
        (plan("basket", at(0, 17, 19), groups=()), False),
        (plan("basket", at(0, 17, 19), area="vest"), True),  # next door
        (plan("basket", at(0, 17, 19), area="syd"), False),
        (plan("basket", at(0, 17, 19), area=None), True),  # for the whole plan
        (plan("basket", at(0, 17, 19), actor="aktør fodbold"), False),  # they know it themselves
    ],
)
def test_who_is_in_whose_way(other, expected):
    assert bool(clash_of(FOOTBALL, other, NEAR)) is expected
    assert bool(clash_of(other, FOOTBALL, NEAR)) is expected


def test_what_is_planned_together_is_in_nobodys_way():
    one, other = (replace(plan(key, at(0, 17, 19)), initiative="fritid") for key in ("a", "b"))
    assert clash_of(one, other, NEAR) is None
    assert clash_of(one, replace(other, initiative="andet"), NEAR) is not None


def test_a_clash_says_for_whom_where_and_on_which_days():
    one = plan("a", at(0, 17, 19), at(7, 17, 19), groups=("unge", "børn"))
    found = clash_of(one, plan("b", at(7, 19, 20), groups=("unge", "ældre"), area="vest"), NEAR)
    assert (found.groups, found.is_same_area, found.overlaps) == (frozenset({"unge"}), False, False)
    assert found.times == ((at(7, 17, 19), at(7, 19, 20)),)


def test_the_hour_that_comes_twice_is_compared_by_the_moment():
    """25 October 2026, 2.30 summer time ends before 2.15 winter time begins."""
    first = Time(datetime(2026, 10, 25, 1, tzinfo=ZONE), datetime(2026, 10, 25, 2, 30, tzinfo=ZONE))
    then = Time(datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=ZONE), datetime(2026, 10, 25, 4, tzinfo=ZONE))
    assert not first.overlaps(then)


def test_neighbours_go_both_ways_and_no_further():
    near = neighbours_of([("øst", "vest"), ("vest", "syd")])
    assert within_reach("vest", "øst", near)
    assert not within_reach("øst", "syd", near)


times = st.builds(at, st.integers(0, 6), st.integers(8, 19), st.integers(20, 26))
planned = st.builds(
    lambda key, times, groups, area: plan(str(key), *times, groups=groups, area=area),
    st.integers(0, 9), st.lists(times, max_size=4), st.sets(st.sampled_from(["a", "b", "c"])),
    st.sampled_from([None, "øst", "vest", "syd"]),
)  # fmt: skip
towns = st.lists(planned, max_size=8, unique_by=lambda one: one.key)


@given(towns)
def test_all_at_once_finds_the_pairs_that_two_at_a_time_do(town):
    two_at_a_time = {
        frozenset({one.key, other.key}) for one in town for other in town if clash_of(one, other, NEAR)
    }
    found = clashes(town, NEAR)
    assert {frozenset({clash.one, clash.other}) for clash in found} == two_at_a_time
    assert len(found) == len(two_at_a_time)


@given(towns)
def test_the_clashes_of_one_are_its_part_of_all(town):
    for one in town:
        mine = {clash.other for clash in clashes_with(one, town, NEAR)}
        assert mine == {
            ({clash.one, clash.other} - {one.key}).pop()
            for clash in clashes(town, NEAR)
            if one.key in (clash.one, clash.other)
        }


@given(towns)
def test_where_it_could_be_instead_it_is_in_nobodys_way(town):
    for one in town:
        for by in other_times(one, town, NEAR, now=NOW):
            moved = replace(one, times=tuple(time.moved(by) for time in one.times))
            assert clashes_with(moved, town, NEAR) == []
            assert all(time.begin > NOW and time.begin.hour >= 8 for time in moved.times)


def test_the_nearest_days_come_first_and_not_more_than_can_be_chosen_among():
    found = other_times(FOOTBALL, [plan("basket", at(0, 17, 19)), plan("kor", at(1, 17, 19))], NEAR, now=NOW)
    assert found[:2] == [timedelta(days=-1), timedelta(days=2)]
    assert len(found) == CHOICES_AT_MOST


def test_a_room_that_is_taken_is_not_offered():
    saturday = timedelta(days=2)
    free = lambda times: all(time.day == at(2, 0, 1).day for time in times)  # noqa: E731
    assert other_times(FOOTBALL, [], NEAR, now=NOW, room_is_free=free)[0] == saturday
    assert other_times(FOOTBALL, [], NEAR, now=NOW, room_is_free=lambda times: False) == []


def test_an_answer_holds_for_the_same_times_whichever_comes_first():
    one, other = ("a", "torsdag 17", "19", 1, None, []), ("b", "torsdag 18", "20", 0, None, [])
    assert fingerprint(one, other) == fingerprint(other, one)
    later = ("a", "torsdag 18", *one[2:])
    assert fingerprint(one, other) != fingerprint(later, other)
