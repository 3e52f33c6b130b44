"""When each item is, and when each of the invited is to be there."""

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.timing import WORTH_LEAVING, Item, Span, at_clock, needed_for, presence, schedule

TEN = time(10)


def item(minutes, needed="", kind="discuss"):
    return Item(kind, "Punkt", minutes, None, frozenset(needed))


# The agenda of the design: 10.00, 10.15, 10.35, pause 11.15, 11.25, 11.55.
AGENDA = [item(15), item(20), item(40, "bk"), item(10, kind="break"), item(30, "k"), item(20)]


@st.composite
def agendas(draw):
    one = st.builds(
        Item, st.sampled_from(["talk", "discuss", "decide", "break", "food"]), st.just("Punkt"),
        st.one_of(st.none(), st.integers(0, 60)), st.none(),
        st.frozensets(st.sampled_from("abc"), max_size=3),
    )  # fmt: skip
    return draw(st.lists(one, max_size=8))


def test_the_items_follow_each_other():
    begins = [at_clock(TEN, span.begin) for span in schedule(AGENDA)]
    assert begins == [time(10), time(10, 15), time(10, 35), time(11, 15), time(11, 25), time(11, 55)]
    assert schedule([item(None), item(5)]) == [Span(0, 0), Span(0, 5)]
    assert at_clock(time(23, 30), 45) == time(0, 15)


@pytest.mark.parametrize(
    ("items", "who", "says"),
    [
        (AGENDA, "k", "Du er med hele mødet."),
        (AGENDA, "b", "Du er med 10.00–11.15 og 11.55–12.15."),
        (AGENDA, "x", "Du er med 10.00–10.35 og 11.55–12.15."),
        ([item(35), item(40, "b")], "x", "Du er med 10.00–10.35."),
        ([item(35, "x"), item(40, "b")], "b", "Du er med 10.35–11.15."),
        ([item(35, "x")], "b", "Du behøver ikke være med denne gang."),
        ([], "b", "Du behøver ikke være med denne gang."),
        # The meal in between is also theirs, the one at the end only when all else is.
        (
            [item(20, "b"), item(30, kind="food"), item(20, "b"), item(30, kind="food")],
            "b",
            "Du er med hele mødet.",
        ),
        (
            [item(20, "b"), item(30, kind="food"), item(20, "x"), item(30, kind="food")],
            "b",
            "Du er med 10.00–10.20.",
        ),
        # A short wait is spent in the room.
        ([item(20, "b"), item(14, "x"), item(20, "b"), item(20, "x")], "b", "Du er med 10.00–10.54."),
        ([item(20, "b"), item(15, "x"), item(20, "b")], "b", "Du er med 10.00–10.20 og 10.35–10.55."),
    ],
)
def test_each_is_told_when_to_be_there(items, who, says):
    assert presence(items, who, TEN) == says


@given(agendas(), st.sampled_from("abc"))
def test_one_is_there_for_all_that_needs_one_and_hardly_more(items, who):
    spans = needed_for(items, who)
    timed = list(zip(items, schedule(items), strict=True))
    mine = [span for one, span in timed if not one.rests and (not one.needed or who in one.needed)]
    for span in mine:
        assert any(there.begin <= span.begin and span.end <= there.end for there in spans)
    assert bool(spans) == bool(mine)
    assert all(first.end + WORTH_LEAVING <= second.begin for first, second in pairwise(spans))
    if len(mine) < sum(not one.rests for one in items):
        edges = {span.begin for span in mine} | {span.end for span in mine}
        assert all({there.begin, there.end} <= edges for there in spans)
        waits = sum(there.minutes for there in spans) - sum(span.minutes for span in mine)
        resting = sum(span.minutes for one, span in timed if one.rests)
        assert waits <= resting + WORTH_LEAVING * len(mine)
