"""What becomes of texts that several write at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes_merge import mark, merge
from meetings.screen_rules import Slice, clock_in_words, shown

TEXTS = st.text(max_size=5)


def merged(stands, typed, seen, shown=None, both=False):
    """The merge of one field."""
    return merge(
        stands={"text": stands}, typed={"text": typed}, seen={"text": mark(seen)},
        shown={} if shown is None else {"text": mark(shown)}, both=both,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stands", "typed", "seen", "write"),
    [
        ("", "mit", "", {"text": "mit"}),
        ("andres", "", "", {}),
        ("ens", "ens", "", {}),
        ("før", "", "før", {"text": ""}),
    ],
)
def test_a_field_that_only_one_wrote(stands, typed, seen, write):
    found = merged(stands, typed, seen)
    assert (found.write, found.contested) == (write, ())


def test_a_field_that_two_wrote_is_contested_and_nothing_else_is_written():
    found = merge(
        stands={"text": "andres", "decision": ""}, typed={"text": "mit", "decision": "ja"},
        seen={"text": mark(""), "decision": mark("")}, shown={},
    )  # fmt: skip
    assert (found.write, found.contested) == ({}, ("text",))


@given(stands=TEXTS, typed=TEXTS, seen=TEXTS)
def test_nothing_is_overwritten_that_the_writer_has_not_seen(stands, typed, seen):
    found = merged(stands, typed, seen)
    if stands not in (seen, typed):
        assert found.write == {}
    if typed not in (seen, stands):
        assert found.write == {"text": typed} or found.contested == ("text",)


@given(stands=TEXTS, typed=TEXTS, seen=TEXTS)
def test_both_keeps_both(stands, typed, seen):
    found = merged(stands, typed, seen, shown=stands, both=True)
    if found.write and stands != seen:
        assert stands in found.write["text"]
        assert typed in found.write["text"]


ITEMS = [Slice("a", "Lys", "Drøftelse", 20, 0), Slice("b", "Kaffe", "Pause", None, 65)]


@pytest.mark.parametrize(
    ("current", "now", "number", "following"),
    [(None, None, 0, "Lys"), ("a", "Lys", 1, "Kaffe"), ("b", "Kaffe", 2, None), ("væk", None, 0, "Lys")],
)
def test_the_screen(current, now, number, following):
    found = shown(ITEMS, current)
    assert (found.now and found.now.title, found.number) == (now, number)
    assert (found.following and found.following.title) == following


@pytest.mark.parametrize(("used", "over"), [(1199, False), (1200, True)])
def test_time_is_gone_when_the_minutes_are(used, over):
    assert shown([Slice("a", "Lys", "Drøftelse", 20, used)], "a").is_over is over


def test_the_clock_counts_whole_minutes():
    assert clock_in_words(779, 20) == "12 af 20 minutter"
    assert clock_in_words(65, None) == "1 min."
