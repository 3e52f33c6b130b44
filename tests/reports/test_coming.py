"""What is next: which things, in which order, and how their day is said."""

import uuid
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.coming import AHEAD, Coming, Sort, is_over, meetings_today, next_ones, shown_of

NOW = datetime(2026, 10, 14, 10, 30)
TODAY = NOW.date()


def thing(ahead=0, begins=time(10), ends=time(12), sort=Sort.MEETING, name="Bestyrelsen", where="Salen"):
    return Coming(sort, (uuid.UUID(int=1),), name, TODAY + timedelta(days=ahead), begins, ends, where)


@pytest.mark.parametrize(
    ("one", "leaf", "detail", "short"),
    [
        (thing(), "i dag", "10.00–12.00 · Salen", "I dag 10.00–12.00 · Salen"),
        (thing(1), "i morgen", "10.00–12.00 · Salen", "I morgen 10.00–12.00 · Salen"),
        (thing(2), "fre.", "10.00–12.00 · Salen", "Fredag 16. oktober 10.00–12.00 · Salen"),
        (thing(6), "tir.", "10.00–12.00 · Salen", "Tirsdag 20. oktober 10.00–12.00 · Salen"),
        (thing(7), "okt.", "Onsdag 10.00–12.00 · Salen", "Onsdag 21. oktober 10.00–12.00 · Salen"),
        (thing(1, None, None), "i morgen", "Salen", "I morgen · Salen"),
        (thing(1, time(9), None, where=""), "i morgen", "9.00", "I morgen 9.00"),
        (thing(9, None, None, where=""), "okt.", "Fredag", "Fredag 23. oktober"),
    ],
)
def test_a_day_is_said_by_its_leaf_and_by_its_line(one, leaf, detail, short):
    assert (one.leaf(TODAY), one.detail(TODAY), one.short(TODAY)) == (leaf, detail, short)


@pytest.mark.parametrize(
    ("sort", "title"),
    [
        (Sort.MEETING, "Kæden"), (Sort.BOOKING, "Kæden"), (Sort.EVENT, "Kæden"),
        (Sort.GAME, "Værdispil: Kæden"), (Sort.TALK, "Solskinssamtale: Kæden"),
    ],
)  # fmt: skip
def test_what_is_no_meeting_says_what_it_is(sort, title):
    assert thing(sort=sort, name="Kæden").title == title


def test_a_mail_says_it_in_one_line():
    assert thing().sentence(TODAY) == "I dag kl. 10.00–12.00: Bestyrelsen, Salen"
    assert thing(2, None, None, where="").sentence(TODAY) == "Fredag 16. oktober: Bestyrelsen"


@pytest.mark.parametrize(
    ("one", "over"),
    [
        (thing(-1), True),
        (thing(1, time(1), time(2)), False),
        (thing(0, time(8), time(10, 30)), True),
        (thing(0, time(8), time(10, 31)), False),
        # Without an hour, without an end, and over midnight it lasts the day out.
        (thing(0, None, None), False),
        (thing(0, time(8), None), False),
        (thing(0, time(9), time(1)), False),
    ],
)
def test_when_a_thing_is_over(one, over):
    assert is_over(one, NOW) is over


def test_only_what_one_meets_at_counts_as_a_meeting_of_today():
    kinds = [thing(sort=sort) for sort in Sort]
    assert meetings_today([*kinds, thing(1)], TODAY) == 3


@pytest.mark.parametrize(
    ("sorts", "shown"),
    [
        ("bbbbbmm", "bbbmm"),
        ("bbbbbmmmm", "bbmmm"),
        ("bbbbbm", "bbbbm"),
        ("bbbbbb", "bbbbb"),
        ("mbmbmbmb", "mbmbm"),
        ("mmmmmmb", "mmmmm"),
        ("", ""),
    ],
)
def test_bookings_do_not_crowd_out_meetings(sorts, shown):
    kinds = {"b": Sort.BOOKING, "m": Sort.MEETING}
    there = [thing(place, sort=kinds[letter]) for place, letter in enumerate(sorts)]
    assert "".join(one.sort[0] for one in shown_of(there)) == shown


hours = st.none() | st.times()
things = st.builds(
    Coming, st.sampled_from(Sort), st.tuples(st.uuids()), st.text(max_size=4),
    st.integers(-9, 200).map(lambda n: TODAY + timedelta(days=n)), hours, hours, st.text(max_size=4),
)  # fmt: skip


@given(st.lists(things, max_size=9), st.randoms())
def test_the_soonest_comes_first_whatever_order_they_came_in(found, luck):
    shown = next_ones(found, NOW)
    assert next_ones(luck.sample(found, len(found)), NOW) == shown
    assert [one.day for one in shown] == sorted(one.day for one in shown)
    assert all(TODAY <= one.day <= TODAY + AHEAD for one in shown)


@given(things)
def test_every_thing_has_a_leaf_and_a_line(one):
    assert all((one.leaf(TODAY), one.short(TODAY), one.sentence(TODAY)))


def test_a_line_begins_with_a_capital():
    assert thing(20).detail(date(2026, 10, 14)).startswith("Tirsdag")
