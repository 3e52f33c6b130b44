"""The bar of a meeting's time: shares, times of day, and what goes past the end."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.agenda_method import KINDS
from meetings.time_bar import NEAR_ON_DESK, Tone, numbers, time_bar, tone_of
from meetings.timing import Item

TEN = time(10)
# The agenda of the design: 135 minutes in a meeting of 120.
DESIGN = [
    Item("info", "Velkommen", 15), Item("info", "Nyt fra området", 20), Item("decide", "Fritidsjob", 40),
    Item("break", "Pause", 10), Item("discuss", "Gårdfest", 30), Item("gather", "Aktioner", 20),
]  # fmt: skip


def share(text):
    return float(text.removesuffix("%"))


def test_the_agenda_of_the_design():
    bar = time_bar(DESIGN, TEN, 120)
    assert [block.number for block in bar.blocks] == [1, 2, 3, None, 4, 5]
    assert [block.width for block in bar.blocks][:3] == ["11.11%", "14.81%", "29.63%"]
    assert (bar.limit, bar.beyond, bar.over, bar.free) == ("88.89%", "11.11%", 15, 0)
    told = [(tick.text, tick.left, tick.anchor) for tick in bar.ticks]
    assert told == [
        ("10.00", "0%", "start"), ("11.00", "44.44%", "middle"), ("12.00 slut", "88.89%", "middle"),
        ("12.15", "100%", "end"),
    ]  # fmt: skip
    assert [tick.is_crowded for tick in bar.ticks] == [False, False, False, True]
    assert bar.says == "Punkterne fylder 135 af 120 minutter. 15 minutter for meget."


def test_what_one_does_is_added_up():
    shares = time_bar(DESIGN, TEN, 120).shares
    assert [(one.tone, one.minutes) for one in shares] == [
        (Tone.LISTEN, 35), (Tone.WORK, 50), (Tone.DECIDE, 40), (Tone.REST, 10),
    ]  # fmt: skip


def test_what_nobody_has_planned_is_free():
    bar = time_bar([Item("workshop", "Grupper", 90)], TEN, 120)
    assert (bar.free, bar.limit, bar.beyond) == (30, "100%", "0%")
    assert bar.blocks[0].width == "75%"
    assert bar.says == "Punkterne fylder 90 af 120 minutter. 30 minutter er fri."
    assert [tick.text for tick in bar.ticks] == ["10.00", "11.00", "12.00"]


def test_an_item_without_minutes_has_a_number_and_no_block():
    items = [Item("info", "Velkommen"), Item("decide", "Fritidsjob", 30)]
    assert numbers(items) == [1, 2]
    assert [block.number for block in time_bar(items, TEN, 60).blocks] == [2]


def test_an_empty_agenda_is_free_from_end_to_end():
    bar = time_bar([], time(16, 30), 60)
    assert (bar.blocks, bar.free) == ((), 60)
    assert [tick.text for tick in bar.ticks] == ["16.30", "17.00", "17.30"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_tone(kind):
    expected = Tone.DECIDE if kind.code == "decide" else Tone(kind.mode.value)
    assert tone_of(kind.code) == expected


CODES = st.sampled_from([kind.code for kind in KINDS])


@given(st.lists(st.builds(Item, CODES, st.just("x"), st.integers(1, 200))), st.times(), st.integers(1, 600))
def test_blocks_stand_side_by_side_and_times_never_on_each_other(items, begins, length):
    bar = time_bar(items, begins, length)
    at = 0.0
    for block in bar.blocks:
        assert share(block.left) == pytest.approx(at, abs=0.05 * (len(items) + 1))
        at = share(block.left) + share(block.width)
    assert at <= 100.1
    places = [share(tick.left) for tick in bar.ticks]
    assert places == sorted(places)
    hours = zip(places, places[1:], bar.ticks[1:], strict=False)
    assert all(b - a >= NEAR_ON_DESK - 0.1 or tick.text.endswith("slut") for a, b, tick in hours if b < 100)
