"""When a series is: on the wall in Copenhagen, with what was moved and cancelled; and by others' rules."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.availability import NoSuchTime, Span, span_of, week_of
from exchange.calendar_rules import DAYS, Odd, Rule, Steps, days_of_rule, rule_of
from exchange.calendar_times import Change, Pattern, days_of, moved, problem_with, times_of

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
THURSDAY = date(2026, 12, 3)


def series(day=THURSDAY, begin=17, end=19, every=1, weeks=4) -> Pattern:
    span = span_of(day, time(begin), time(end))
    return Pattern(span.begin, span.end, every, day + timedelta(weeks=weeks) if every else None)


def wall(once) -> str:
    return f"{once.span.begin.astimezone(COPENHAGEN):%m-%d %H:%M}"


def test_one_time_alone_and_a_series():
    assert [wall(one) for one in times_of(series(every=0))] == ["12-03 17:00"]
    assert [wall(one) for one in times_of(series(every=2))] == ["12-03 17:00", "12-17 17:00", "12-31 17:00"]


@pytest.mark.parametrize("first", [date(2027, 3, 18), date(2026, 10, 15)])
def test_a_clock_change_moves_nothing_on_the_wall(first):
    found = times_of(series(first))
    assert {one.span.begin.astimezone(COPENHAGEN).time() for one in found} == {time(17)}
    assert {one.span.begin.utcoffset() for one in found} == {timedelta(0)}
    assert len({one.span.begin.time() for one in found}) == 2  # in UTC it did move


def test_a_night_that_has_no_such_hour_has_no_time_and_is_said_before():
    sundays = Pattern(*_night(date(2027, 3, 14)), 1, date(2027, 4, 4))
    assert [wall(one)[:5] for one in times_of(sundays)] == ["03-14", "03-21", "04-04"]
    assert "springer uret" in problem_with(sundays)


def _night(day) -> tuple[datetime, datetime]:
    span = span_of(day, time(2, 30), time(4))
    return span.begin, span.end


def test_over_midnight_it_ends_the_next_day_each_time():
    first = datetime(2027, 3, 20, 22, tzinfo=COPENHAGEN)
    night = Pattern(first, first + timedelta(hours=4), 1, date(2027, 4, 3))
    ends = [one.span.end.astimezone(COPENHAGEN) for one in times_of(night)]
    assert [f"{one:%m-%d %H}" for one in ends] == ["03-21 02", "04-04 02"]  # not the night without 2 o'clock


def test_a_day_is_cancelled_and_another_moved():
    elsewhere = span_of(date(2026, 12, 12), time(9), time(10))
    changes = [Change(date(2026, 12, 17), None), Change(date(2026, 12, 10), elsewhere)]
    found = times_of(series(weeks=3), changes)
    told = [(wall(one), one.is_cancelled, one.is_moved, one.number) for one in found]
    assert told == [
        ("12-03 17:00", False, False, 1), ("12-12 09:00", False, True, 2),
        ("12-17 17:00", True, False, 3), ("12-24 17:00", False, False, 4),
    ]  # fmt: skip


def test_a_change_of_a_day_that_is_no_longer_in_the_series_is_nothing():
    assert len(times_of(series(), [Change(date(2026, 12, 4), None)])) == 5


def test_what_was_moved_into_another_week_is_there_and_not_in_its_own():
    christmas = span_of(date(2026, 12, 22), time(9), time(10))
    change = [Change(date(2026, 12, 10), christmas)]
    assert times_of(series(), change, week_of(date(2026, 12, 10))) == []
    assert [wall(one) for one in times_of(series(weeks=1), change, week_of(date(2026, 12, 22)))] == [
        "12-22 09:00"
    ]


def test_all_of_it_is_moved_on_the_wall_across_a_clock_change():
    later = moved(series(date(2027, 3, 25)), timedelta(days=4))
    assert wall(times_of(later)[0]) == "03-29 17:00"
    assert later.until == date(2027, 4, 26)
    with pytest.raises(NoSuchTime):
        moved(series(date(2027, 3, 27), begin=2, end=4), timedelta(days=1))


def test_a_series_that_nobody_looks_after_is_refused():
    assert problem_with(series(weeks=80)).startswith("Det bliver mere end 60 gange.")
    assert problem_with(series(weeks=59)) == ""


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(days, st.integers(3, 20), st.integers(1, 4), st.integers(0, 30), days)
def test_a_part_of_the_series_is_what_of_the_whole_is_there(day, begin, every, weeks, other):
    pattern, within = series(day, begin, begin + 2, every, weeks), week_of(other)
    whole = [one for one in times_of(pattern) if one.span.overlaps(within)]
    assert times_of(pattern, within=within) == whole


@given(days, st.integers(3, 20), st.integers(0, 4), st.integers(0, 30))
def test_every_time_is_as_the_first_on_the_wall(day, begin, every, weeks):
    pattern = series(day, begin, begin + 2, every, weeks)
    found = times_of(pattern)
    assert [one.day for one in found] == days_of(pattern)
    assert {one.span.begin.astimezone(COPENHAGEN).hour for one in found} == {begin}
    assert Span(pattern.begin, pattern.end) == found[0].span


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ({"FREQ": ["DAILY"], "INTERVAL": [2], "COUNT": [3]}, ["12-03", "12-05", "12-07"]),
        ({"FREQ": ["WEEKLY"], "COUNT": [2]}, ["12-03", "12-10"]),
        ({"FREQ": ["MONTHLY"], "BYDAY": ["1TH"], "COUNT": [3]}, ["12-03", "01-07", "02-04"]),
        ({"FREQ": ["MONTHLY"], "BYDAY": ["-1TH"], "COUNT": [3]}, ["12-03", "12-31", "01-28"]),
        ({"FREQ": ["MONTHLY"], "COUNT": [2]}, ["12-03", "01-03"]),
        ({"FREQ": ["YEARLY"]}, ["12-03"]),
    ],
)
def test_rules_that_peoples_calendars_make(said, days):
    found = days_of_rule(rule_of(said), date(2026, 12, 3), date(2027, 6, 1))
    assert [f"{day:%m-%d}" for day in found] == days


def test_a_rule_that_is_not_read_is_odd():
    for said in (
        {"FREQ": ["HOURLY"]},
        {"FREQ": ["DAILY"], "BYSETPOS": [1]},
        {},
        {"FREQ": ["DAILY"], "INTERVAL": [0]},
        {"FREQ": ["WEEKLY"], "INTERVAL": [7000]},
        {"FREQ": ["MONTHLY"], "BYDAY": [f"{n}{day}" for n in range(1, 6) for day in DAYS]},
        {"FREQ": ["MONTHLY"], "BYMONTHDAY": list(range(-1, 31))},
    ):
        with pytest.raises(Odd):
            rule_of(said)


def test_what_is_named_often_is_named_once():
    assert rule_of({"FREQ": ["MONTHLY"], "BYDAY": ["1MO"] * 600}).weekdays == ((1, 0),)
    assert rule_of({"FREQ": ["MONTHLY"], "BYMONTHDAY": [3] * 600}).month_days == (3,)
    assert rule_of({"FREQ": ["WEEKLY"], "INTERVAL": []}).interval == 1


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]), st.integers(1, 60),
    st.none() | st.integers(0, 40), st.dates(date(1990, 1, 1), date(2026, 1, 1)),
)  # fmt: skip
def test_a_rule_looked_at_from_a_later_day_has_the_same_days(freq, interval, times, first):
    rule, since, upto = Rule(freq, interval, count=times), date(2020, 2, 29), date(2028, 1, 1)
    whole = list(days_of_rule(rule, first, upto))
    assert list(days_of_rule(rule, first, upto, since=since)) == [day for day in whole if day >= since]


@pytest.mark.parametrize("freq", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_what_goes_on_for_ever_is_not_walked_through_from_its_beginning(freq):
    since, upto = date(2026, 11, 30), date(2027, 12, 31)
    found = list(days_of_rule(Rule(freq), date(1990, 1, 1), upto, since=since, steps=Steps(500)))
    assert found[0] <= date(2027, 1, 1)


@given(st.integers(1, 4), st.sets(st.integers(0, 6), min_size=1), st.integers(1, 20))
def test_a_weekly_rule_has_as_many_days_as_it_counts_in_order(interval, weekdays, count):
    rule = Rule("WEEKLY", interval, tuple((0, day) for day in weekdays), count=count)
    found = list(days_of_rule(rule, date(2026, 12, 3), date(2030, 1, 1)))
    assert found == sorted(set(found))
    assert len(found) == count
    assert {day.weekday() for day in found[1:]} <= weekdays
