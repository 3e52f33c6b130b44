"""Months and quarters: their days, their names, and what people write for them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.goal_periods import (
    Frequency,
    Period,
    back_from,
    counted_with,
    period_of,
    read_period,
    usual_month,
)

MONTH, QUARTER = Frequency.MONTH, Frequency.QUARTER
NOVEMBER, FOURTH = Period(date(2026, 11, 1), MONTH), Period(date(2026, 10, 1), QUARTER)
days = st.dates(date(2001, 1, 1), date(2098, 12, 31))
frequencies = st.sampled_from(Frequency)


@pytest.mark.parametrize(
    ("text", "month", "quarter"),
    [
        ("2026-11", NOVEMBER, FOURTH),
        ("november 2026", NOVEMBER, FOURTH),
        ("Nov. 2026", NOVEMBER, FOURTH),
        ("11/2026", NOVEMBER, FOURTH),
        ("30-11-2026", NOVEMBER, FOURTH),
        ("1. november 2026", NOVEMBER, FOURTH),
        ("2026-11-30", NOVEMBER, FOURTH),
        ("2026-K4", None, FOURTH),
        ("4. kvartal 2026", None, FOURTH),
        ("k4 2026", None, FOURTH),
        ("Q4 2026", None, FOURTH),
        ("13/2026", None, None),
        ("2026-00", None, None),
        ("no 2026", None, None),
        ("5. kvartal 2026", None, None),
        ("november", None, None),
        ("11-1899", None, None),
        ("", None, None),
    ],
)
def test_what_people_write_for_a_month_or_a_quarter(text, month, quarter):
    assert (read_period(text, MONTH), read_period(text, QUARTER)) == (month, quarter)


def test_names_and_marks():
    assert (NOVEMBER.name, NOVEMBER.mark, NOVEMBER.code) == ("november 2026", "nov. 26", "2026-11")
    assert (FOURTH.name, FOURTH.mark, FOURTH.code) == ("4. kvartal 2026", "4. kv. 26", "2026-K4")
    assert Period(date(2026, 5, 1)).mark == "maj 26"


@given(days, frequencies)
def test_a_day_is_in_its_period_and_in_no_other(day, frequency):
    period = period_of(day, frequency)
    assert period.holds(day)
    assert not period.next.holds(day)
    assert not period.previous.holds(day)
    assert period.next.previous == period
    assert period.last + timedelta(days=1) == period.next.first


@given(days, frequencies)
def test_its_code_and_its_name_are_read_back(day, frequency):
    period = period_of(day, frequency)
    assert read_period(period.code, frequency) == period
    assert read_period(period.name, frequency) == period


@given(days, frequencies, st.integers(1, 48))
def test_a_series_has_no_gap_and_ends_at_the_day(day, frequency, number):
    series = back_from(day, frequency, number)
    assert series[-1].holds(day)
    assert all(one.next == after for one, after in pairwise(series))


@given(st.text(max_size=60), frequencies)
def test_any_text_is_a_period_or_nothing(text, frequency):
    found = read_period(text, frequency)
    assert found is None or period_of(found.first, frequency) == found


def test_one_comes_to_count_the_month_that_is_over():
    assert usual_month(date(2026, 11, 3)) == NOVEMBER.previous
    assert usual_month(date(2026, 11, 16)) == NOVEMBER


def test_a_quarter_is_counted_in_its_last_month():
    december = NOVEMBER.next
    assert counted_with(december, QUARTER) == FOURTH
    assert counted_with(NOVEMBER, QUARTER) is None
    assert counted_with(NOVEMBER, MONTH) == NOVEMBER
