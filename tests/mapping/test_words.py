"""Danish words made comparable, and the times that a text speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.words import found_in, stem, stems, times, times_meet


@pytest.mark.parametrize("word", ["køkken", "køkkener", "køkkenet", "køkkenerne", "KØKKEN"])
def test_forms_of_a_word_have_one_stem(word):
    assert stems(word) == stems("køkken")
    assert len(stems(word)) == 1


def test_short_words_keep_their_letters():
    assert [stem(word) for word in ("sal", "bus", "te", "is")] == ["sal", "bus", "te", "is"]


def test_food_in_the_morning_is_a_thing_and_no_time():
    assert times("Morgenmad til 20") is None
    assert stems("Morgenmad til 20") == {stem("morgenmad")}


def test_words_that_say_nothing_are_left_out():
    assert stems("Vi mangler et lokale til de unge torsdag kl. 18") == {"ung"}


@pytest.mark.parametrize(
    ("text", "days", "parts"),
    [
        ("torsdag aften", {"torsdag"}, {"aften"}),
        ("Torsdage kl. 10", {"torsdag"}, {"formiddag"}),
        ("tomt efter kl. 18", set(), {"aften"}),
        ("efter kl 13", set(), {"eftermiddag", "aften"}),
        ("før kl. 12", set(), {"morgen", "formiddag"}),
        ("før kl. 7", set(), {"morgen"}),
        ("torsdagaftener", set(), {"aften"}),
        ("i weekenden", {"loerdag", "soendag"}, set()),
        ("kl. 99", set(), {"aften"}),
    ],
)
def test_days_and_hours(text, days, parts):
    assert times(text) == (days, parts)


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        ("torsdag aften", "efter kl. 18", True),
        ("torsdag aften", "torsdag", True),
        ("torsdag aften", "mandag aften", False),
        ("torsdag formiddag", "efter kl. 18", False),
        ("torsdag", "efter kl. 18", None),
        ("torsdag", "når som helst", None),
    ],
)
def test_whether_two_times_meet(first, second, meet):
    assert times_meet(first, second) is meet
    assert times_meet(second, first) is meet


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("lokal",), "Mødelokale med skærm", True),
        (("lekti",), "Lektiehjælp", True),
        (("sal",), "Universalnøgle", False),
        (("sal",), "Stor sal", True),
        (("arabisk", "jura"), "Jura på arabisk", True),
        (("arabisk", "jura"), "Arabisk mad", False),
    ],
)
def test_words_are_found_in_compounds(words, text, found):
    assert found_in(words, text) is found


@given(st.text(max_size=60))
def test_any_text_can_be_read(text):
    assert all(stems(text))
    assert times(text) is None or any(times(text))
