"""What an organisation is called on the wall."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegame.names import LONGEST, seat_name


@pytest.mark.parametrize(
    ("name", "short", "expected"),
    [
        ("Nabomødrene", "", "Nabomødrene"),
        ("Foreningen for ro og orden", "Ro og orden", "Ro og orden"),
        ("Biblioteket på Bakken og ved Åen", "", "Biblioteket på Bakken…"),
        ("Ungdomsuddannelsesvejledningen", "", "Ungdomsuddannelsesvejle…"),
        ("  Åhuset   Syd ", "", "Åhuset Syd"),
    ],
)
def test_a_name_that_is_too_long_is_cut_between_words(name, short, expected):
    assert seat_name(name, short) == expected


def test_the_second_of_two_alike_gets_a_number():
    assert seat_name("Nabomødrene", taken=["Nabomødrene"]) == "Nabomødrene 2"


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=12))
def test_names_fit_and_no_two_are_alike(names):
    taken = []
    for name in names:
        taken.append(seat_name(name, taken=taken))
    assert len(set(taken)) == len(names)
    assert all(len(name) <= LONGEST for name in taken)
