"""Who has had how much, at peak and in all."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.availability import Span, span_of
from exchange.share import peak_minutes, period_of, shares

THURSDAY, SATURDAY = date(2026, 12, 3), date(2026, 12, 5)
WEEK = period_of(date(2026, 11, 30), date(2026, 12, 6))
START = datetime(2026, 11, 27, tzinfo=UTC)


@st.composite
def uses(draw):
    begin = START + timedelta(minutes=15 * draw(st.integers(0, 1200)))
    return (
        draw(st.sampled_from("abc")),
        "Navn",
        Span(begin, begin + timedelta(minutes=15 * draw(st.integers(1, 40)))),
    )


@given(st.lists(uses(), max_size=12))
def test_the_parts_add_up_and_no_peak_is_more_than_all(used):
    rows = shares(used, WEEK)
    assert not rows or sum(row.part for row in rows) == pytest.approx(1)
    assert all(0 <= row.peak <= row.minutes for row in rows)
    assert sum(row.times for row in rows) == sum(1 for *_, span in used if span.overlaps(WEEK))
    assert [row.minutes for row in rows] == sorted((row.minutes for row in rows), reverse=True)


@pytest.mark.parametrize(
    ("span", "peak"),
    [
        (span_of(THURSDAY, time(16), time(21)), 300),
        (span_of(THURSDAY, time(15), time(17, 30)), 90),
        (span_of(THURSDAY, time(20, 30), time(0)), 30),
        (span_of(THURSDAY, time(9), time(16)), 0),
        (span_of(SATURDAY, time(16), time(21)), 0),
        (Span(span_of(THURSDAY, time(20), time(21)).begin, span_of(SATURDAY, time(9), time(10)).end), 360),
    ],
)
def test_peak_is_weekdays_from_four_to_nine(span, peak):
    assert peak_minutes(span) == peak


def test_what_lies_outside_the_period_is_cut_off():
    sunday = Span(WEEK.end - timedelta(hours=1), WEEK.end + timedelta(hours=5))
    (row,) = shares([("a", "Rosen", sunday)], WEEK)
    assert (row.times, row.minutes, row.hours, row.percent) == (1, 60, "1", "100 %")
    assert shares([("a", "Rosen", span_of(date(2026, 12, 7), time(9), time(10)))], WEEK) == []


def test_a_week_when_the_clock_changes_has_the_hours_it_has():
    assert period_of(date(2026, 10, 25), date(2026, 10, 25)).length == timedelta(hours=25)
    assert period_of(date(2027, 3, 28), date(2027, 3, 28)).length == timedelta(hours=23)
