"""Who gets a place, who is next, and until when one can sign up."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.signups import Places, given_places, next_in_line, takes_signups

NUMBERS = st.integers(0, 60)


def test_those_who_sign_up_together_get_what_is_left():
    assert given_places(Places(10, 8, 0), 3) == 2


def test_nobody_overtakes_those_who_wait():
    assert given_places(Places(10, 9, 1), 1) == 0
    assert Places(10, 9, 1).is_full


def test_the_first_in_line_get_the_free_places():
    assert next_in_line(Places(10, 8, 3), ["a", "b", "c"]) == ("a", "b")


def test_fewer_places_than_guests_push_nobody_out():
    places = Places(5, 8, 2)
    assert (places.free, places.left, next_in_line(places, ["a", "b"])) == (0, 0, ())


@given(capacity=NUMBERS, coming=NUMBERS, waiting=NUMBERS, asked=NUMBERS)
def test_no_more_are_let_in_than_there_are_places(capacity, coming, waiting, asked):
    places = Places(capacity, coming, waiting)
    let_in = given_places(places, asked)
    assert 0 <= let_in <= asked
    assert coming + let_in <= max(capacity, coming)
    chosen = next_in_line(places, range(waiting))
    assert coming + len(chosen) <= max(capacity, coming)
    assert list(chosen) == list(range(len(chosen)))


@pytest.mark.parametrize(
    ("hour", "closes_on", "is_cancelled", "takes"),
    [
        (15, None, False, True),
        (16, None, False, False),
        (15, date(2026, 12, 3), False, True),
        (15, date(2026, 12, 2), False, False),
        (15, None, True, False),
    ],
)
def test_one_can_sign_up_until_it_begins_or_to_the_end_of_a_day(hour, closes_on, is_cancelled, takes):
    now = datetime(2026, 12, 3, hour)
    assert takes == takes_signups(
        begins_at=datetime(2026, 12, 3, 16), closes_on=closes_on, is_cancelled=is_cancelled, now=now,
        today=now.date(),
    )  # fmt: skip
