"""What values come to in words: sources apart, and how a level moved."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.method import VALUES
from actors.models import Level
from actors.value_words import guessed_of, levels_of, moved_in_words, stories
from actors.values import Said, Standing, standing
from config.looks import LEVEL_WORDS, VALUE_LOOKS

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
SAID = st.builds(
    Said, st.dates(), st.sampled_from(["talk", "interview", "game", "estimate"]),
    value=st.none() | st.integers(1, 5), name=st.sampled_from(["Stolthed", "Ro"]),
    level=st.none() | st.integers(0, 3), gains=st.sampled_from(["", "Flere"]),
)  # fmt: skip


def test_the_words_for_levels_and_values_are_the_same_everywhere():
    assert Level.labels == list(LEVEL_WORDS)
    assert [(value.number, value.name) for value in VALUES] == [(one.number, one.name) for one in VALUE_LOOKS]


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (1, 3, "Op fra lidt til meget"),
        (2, 0, "Ned fra noget til ikke nu"),
        (2, 2, "Uændret"),
        (None, 2, ""),
        (2, None, ""),
    ],
)
def test_how_a_level_moved(before, now, words):
    stands = Standing(Said(JUNE, "talk", 1, level=now), Said(MAY, "talk", 1, level=before))
    assert moved_in_words(stands) == words


def test_the_first_time_nothing_has_moved():
    assert moved_in_words(Standing(Said(MAY, "talk", 1, level=2))) == ""


def test_an_estimate_stands_apart_from_their_own_words():
    first, *others = stories(
        [Said(MAY, "talk", 1, level=1), Said(JULY, "estimate", 1, level=3, gains="Tror vi")]
    )
    assert (first.now.level, first.is_guess, first.estimate.gains) == (1, False, "Tror vi")
    assert [story.now for story in others] == [None] * 4


def test_where_we_have_a_guess_alone_it_is_marked_as_one():
    first = stories([Said(JULY, "estimate", 1, level=3)])[0]
    assert (first.now.level, first.is_guess, first.estimate) == (3, True, None)
    stands = standing([Said(JULY, "estimate", 1, level=3), Said(JULY, "talk", 2, gains="Ja")])
    assert guessed_of(stands) == {1}
    assert levels_of(stands) == {1: 3, 2: None}


def test_values_of_their_own_come_last_under_their_latest_name():
    said = [Said(MAY, "talk", name="Stolthed", level=1), Said(JUNE, "talk", name="STOLTHED", level=2)]
    last = stories(said)[-1]
    assert (last.number, last.name, last.moved) == (None, "STOLTHED", "Op fra lidt til noget")


@given(st.lists(SAID, max_size=12))
def test_every_word_that_says_something_has_its_place(said):
    told = stories(said)
    assert [story.number for story in told[:5]] == [1, 2, 3, 4, 5]
    names = {story.now.key for story in told if story.now}
    assert names == {one.key for one in said if one.says_something}
    own = {one.key for one in said if one.says_something and one.is_own_word}
    assert all(story.is_guess == (story.now.key not in own) for story in told if story.now)
