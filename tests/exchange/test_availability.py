"""When a place is free: overlaps, preparation, repeats, both nights when the clock changes, leap days."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.availability import (
    DAYS_AT_MOST,
    LOOK_AHEAD,
    ZONE,
    NoSuchTime,
    Span,
    days_touched,
    first_clash,
    hours,
    is_open,
    midnight,
    moment,
    next_free,
    occurrences,
    on_the_wall,
    repeated,
    shifted,
    span_of,
    taken_sentence,
    week_of,
)

START = datetime(2026, 12, 1, 8, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def quarters(begin: int, end: int) -> Span:
    """From the one quarter of an hour after START up to the other."""
    return Span(START + begin * QUARTER, START + end * QUARTER)


@st.composite
def spans(draw):
    begin = draw(st.integers(0, 60))
    return quarters(begin, begin + draw(st.integers(1, 12)))


# -- Overlaps -----------------------------------------------------------------------------------------------


@given(spans(), spans())
def test_two_overlap_when_a_quarter_is_in_both(one, other):
    def held(span):
        return {span.begin + number * QUARTER for number in range(int((span.end - span.begin) / QUARTER))}

    assert one.overlaps(other) == other.overlaps(one) == bool(held(one) & held(other))


def test_two_that_touch_do_not_overlap():
    assert not quarters(0, 4).overlaps(quarters(4, 8))
    assert quarters(0, 5).overlaps(quarters(4, 8))


def test_a_span_ends_after_it_begins():
    with pytest.raises(ValueError, match="ends after"):
        quarters(4, 4)


@given(spans(), st.lists(spans(), max_size=8), st.sampled_from([0, 15, 45]), st.sampled_from([0, 30]))
def test_the_next_free_time_is_free_and_none_is_earlier(wanted, taken, before, after):
    found = next_free(wanted, taken, before=before, after=after)

    def is_free(begin):
        return first_clash(Span(begin, begin + wanted.length).widened(before, after), taken) is None

    assert found.length == wanted.length
    assert is_free(found.begin)
    earlier, begin = [], wanted.begin
    while begin < found.begin:
        earlier.append(begin)
        begin += QUARTER
    assert not any(map(is_free, earlier))


@given(spans(), st.lists(spans(), max_size=6), st.sampled_from(["", "024", "56"]))
def test_the_next_free_time_is_one_in_which_the_place_is_open(wanted, taken, days):
    opening = {"days": days, "opens": time(9), "closes": time(21, 30)}
    found = next_free(wanted, taken, **opening)
    assert found.length == wanted.length
    assert is_open(found, **opening)
    assert first_clash(found, taken) is None


def test_what_is_free_too_late_in_the_evening_is_offered_the_next_morning():
    wanted, taken = span_of(THURSDAY, time(17), time(19)), span_of(THURSDAY, time(17), time(20, 30))
    assert next_free(wanted, [taken], opens=time(8), closes=time(22)) == span_of(
        THURSDAY + timedelta(days=1), time(8), time(10)
    )
    assert next_free(wanted, [taken], days="3", closes=time(22)) == span_of(
        THURSDAY + timedelta(days=7), time(0), time(2)
    )


def test_a_place_that_is_never_open_so_long_has_no_next_free_time():
    wanted = span_of(THURSDAY, time(9), time(13))
    assert next_free(wanted, [], opens=time(9), closes=time(12)) is None


def test_a_place_that_is_taken_for_two_weeks_has_no_next_free_time():
    wanted = quarters(0, 4)
    assert next_free(wanted, [Span(wanted.begin, wanted.begin + LOOK_AHEAD + QUARTER)]) is None


@given(st.lists(spans(), max_size=6), spans())
def test_the_clash_that_is_told_is_the_earliest(taken, wanted):
    found = first_clash(wanted, taken)
    clashing = [one for one in taken if one.overlaps(wanted)]
    assert found == (min(clashing) if clashing else None)


# -- The clock on the wall ------------------------------------------------------------------------------

SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)


@given(
    st.dates(date(2026, 1, 1), date(2032, 12, 31)),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_a_time_on_the_wall_is_what_it_says_or_is_refused(day, at):
    told = []
    try:
        found = moment(day, at)
    except NoSuchTime as problem:
        assert at.hour == 2
        assert day.weekday() == 6
        assert day.month in (3, 10)
        told.append(str(problem))
    if told:
        assert "Vælg en anden tid" in told[0]
        return
    assert found.tzinfo is UTC
    assert on_the_wall(found).replace(tzinfo=None) == datetime.combine(day, at)


def test_the_missing_hour_is_refused_with_words():
    with pytest.raises(NoSuchTime, match=r"Natten til søndag 28\. marts springer uret"):
        moment(SPRING, time(2, 30))
    assert moment(SPRING, time(1, 59)) == datetime(2027, 3, 28, 0, 59, tzinfo=UTC)
    assert moment(SPRING, time(3)) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_the_hour_that_comes_twice_is_refused_with_words():
    with pytest.raises(NoSuchTime, match=r"Natten til søndag 25\. oktober kommer timen mellem"):
        moment(AUTUMN, time(2, 30))
    assert moment(AUTUMN, time(3)) == datetime(2026, 10, 25, 2, tzinfo=UTC)


def test_a_night_over_the_change_has_the_hours_it_has():
    assert span_of(SPRING, time(1), time(4)).length == timedelta(hours=2)
    assert span_of(AUTUMN, time(1), time(4)).length == timedelta(hours=4)


def test_a_series_keeps_its_time_on_the_wall_over_the_change():
    days = repeated(date(2026, 10, 15), every_weeks=2, until=date(2026, 11, 12))
    found = occurrences(days, time(16), time(18), taken=[])
    assert [one.day.isoformat() for one in found] == ["2026-10-15", "2026-10-29", "2026-11-12"]
    assert [on_the_wall(one.span.begin).hour for one in found] == [16, 16, 16]
    assert [one.span.begin.hour for one in found] == [14, 15, 15]


def test_the_days_of_a_series_that_the_clock_refuses_are_told_apart():
    days = repeated(date(2026, 10, 18), every_weeks=1, until=date(2026, 11, 1))
    fine, bad, last = occurrences(days, time(2), time(4), taken=[])
    assert fine.is_free
    assert last.is_free
    assert not bad.is_free
    assert "to gange" in bad.problem


@pytest.mark.parametrize(
    ("begin", "end"), [(time(18), time(16)), (time(16), time(16)), (time(9), time(8, 59))]
)
def test_an_end_before_the_beginning_is_refused(begin, end):
    with pytest.raises(NoSuchTime, match="Sluttidspunktet"):
        span_of(date(2026, 12, 3), begin, end)


def test_midnight_is_the_end_of_a_day():
    span = span_of(date(2026, 12, 31), time(20), time(0))
    assert span.length == timedelta(hours=4)
    assert days_touched(span) == [date(2026, 12, 31)]
    assert hours(span) == "kl. 20–0"


@pytest.mark.parametrize(("begin", "end", "days"), [(1990, 9999, 7), (1990, 2000, 0), (2030, 9999, 0)])
def test_only_the_days_within_are_counted(begin, end, days):
    span = Span(datetime(begin, 1, 1, tzinfo=UTC), datetime(end, 12, 31, 23, 30, tzinfo=UTC))
    assert len(days_touched(span, week_of(date(2026, 12, 3)))) == days


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_a_week_is_seven_midnights(day):
    week = week_of(day)
    assert week.begin <= midnight(day) < week.end
    assert on_the_wall(week.begin).weekday() == 0
    assert len(days_touched(week)) == 7


# -- Repeats ------------------------------------------------------------------------------------------------


@given(st.dates(date(2026, 1, 1), date(2029, 1, 1)), st.integers(1, 6), st.integers(-30, 900))
def test_a_series_keeps_its_weekday_and_its_distance(first, weeks, more):
    until = first + timedelta(days=more)
    days = repeated(first, every_weeks=weeks, until=until)
    assert days[0] == first
    assert len(days) <= DAYS_AT_MOST
    assert {(later - day).days for day, later in pairwise(days)} <= {7 * weeks}
    assert all(day <= until for day in days[1:])
    assert len(days) == DAYS_AT_MOST or days[-1] + timedelta(weeks=weeks) > until


def test_without_a_repeat_there_is_one_day_and_leap_days_are_days():
    leap = date(2028, 2, 29)
    assert repeated(leap, every_weeks=0, until=leap) == [leap]
    assert repeated(date(2028, 2, 22), every_weeks=1, until=date(2028, 3, 7))[1] == leap
    assert span_of(leap, time(10), time(12)).length == timedelta(hours=2)


@given(st.lists(spans(), max_size=5), st.sampled_from([0, 30]))
def test_preparation_counts_on_both_sides(taken, minutes):
    (one,) = occurrences(
        [START.astimezone(ZONE).date()], time(12), time(13), taken=taken, before=minutes, after=minutes
    )
    held = one.span.widened(minutes, minutes)
    assert one.is_free == (not any(held.overlaps(other) for other in taken))


@pytest.mark.parametrize(
    ("begin", "end", "at", "expected"),
    [
        (time(16), time(18), time(18), (time(18), time(20))),
        (time(16), time(0), time(16), (time(16), time(0))),
        (time(16), time(18), time(22), (time(22), time(0))),
        (time(16), time(18), time(22, 1), None),
    ],
)
def test_a_time_that_is_moved_keeps_its_length_and_its_day(begin, end, at, expected):
    assert shifted(begin, end, at) == expected


# -- Opening hours ------------------------------------------------------------------------------------------

THURSDAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("begin", "end", "rules", "expected"),
    [
        (time(16), time(18), {"days": "", "opens": None, "closes": None}, True),
        (time(16), time(18), {"days": "3", "opens": time(8), "closes": time(18)}, True),
        (time(16), time(18), {"days": "01245", "opens": time(8), "closes": time(21)}, False),
        (time(7, 59), time(9), {"days": "", "opens": time(8), "closes": time(21)}, False),
        (time(20), time(21, 1), {"days": "", "opens": time(8), "closes": time(21)}, False),
        (time(20), time(0), {"days": "", "opens": time(8), "closes": None}, True),
        (time(20), time(0), {"days": "", "opens": time(8), "closes": time(23)}, False),
    ],
)
def test_a_place_is_open_all_the_while_or_not(begin, end, rules, expected):
    assert is_open(span_of(THURSDAY, begin, end), **rules) is expected


# -- Words ------------------------------------------------------------------------------------------------


def test_the_clash_is_told_with_the_next_free_time():
    wanted, taken = span_of(THURSDAY, time(17), time(19)), span_of(THURSDAY, time(16), time(18))
    free = next_free(wanted, [taken])
    assert taken_sentence("Festsalen", taken, free, wanted=wanted) == (
        "Festsalen er taget kl. 16–18. Næste ledige tid er kl. 18."
    )
    late = span_of(THURSDAY, time(8, 30), time(0))
    other = span_of(THURSDAY + timedelta(days=1), time(0), time(9, 15))
    free = next_free(wanted, [late, other])
    assert taken_sentence("Festsalen", late, free, wanted=wanted) == (
        "Festsalen er taget kl. 8.30–0. Næste ledige tid er fredag 4. december kl. 9.15."
    )
    assert "Vælg et andet sted" in taken_sentence("Festsalen", late, None, wanted=wanted)
