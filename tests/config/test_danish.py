"""Danish folding, order, numbers and dates."""

import random
import unicodedata
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.danish import (
    SORT_KEY_LENGTH,
    _fold_anything,
    _sort_key_of_anything,
    capitalised,
    clock,
    count,
    days_ago,
    fold,
    full_date,
    join_names,
    long_date,
    number,
    number_word,
    since_when,
    sort_key,
    weekday,
)

# Invented names in the order of ICU 74, locale da: new Intl.Collator("da").compare in Node 20.
REGISTER = (Path(__file__).parent / "danish_order.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "written", ["Åbyen", "Aabyen", "ÅBYEN", "aabyen", "Å-byen", "A\u030abyen", "Å\u00adbyen"]
)
def test_every_way_of_writing_aabyen_folds_alike(written):
    assert fold(written) == "aabyen"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Café Lærken & Søn", "cafe laerken soen"),
        ("K.F.U.M.s  Spejdere", "kfums spejdere"),
        ("Über Müller", "uber muller"),
        ("Äpple/Öl", "aepple oel"),
        ("Grønne\u00a0Fingre\n", "groenne fingre"),
        ("Østhøj 12, st. tv.", "oesthoej 12 st tv"),
        ("Straße", "strasse"),
        ("", ""),
        ("-.-", ""),
        ("Işık", "isik"),
    ],
)
def test_fold(written, folded):
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_is_the_same_for_composed_and_decomposed_text(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_names_sort_as_in_a_danish_register():
    shuffled = random.Random(1).sample(REGISTER, len(REGISTER))
    assert sorted(shuffled, key=sort_key) == REGISTER


def test_different_names_have_different_keys():
    assert len({sort_key(name) for name in REGISTER}) == len(REGISTER)


def test_decomposed_names_sort_at_the_same_place():
    assert [sort_key(unicodedata.normalize("NFD", name)) for name in REGISTER] == list(
        map(sort_key, REGISTER)
    )


@given(st.text(max_size=200))
def test_sort_key_is_bounded_and_has_only_digits(text):
    key = sort_key(text)
    assert key.isdecimal()
    assert key.isascii()
    assert len(key) <= SORT_KEY_LENGTH


def test_the_longest_names_fit_the_sort_key():
    assert len(sort_key("É" * 120)) == len(sort_key("漢" * 120)) == SORT_KEY_LENGTH


@pytest.mark.parametrize(
    ("names", "limit", "text"),
    [
        ([], None, ""),
        (["Rosen"], None, "Rosen"),
        (["Rosen", "Kæden"], None, "Rosen og Kæden"),
        (["Rosen", "Kæden", "Lygten"], None, "Rosen, Kæden og Lygten"),
        (["Rosen", "Kæden", "Lygten"], 3, "Rosen, Kæden og Lygten"),
        (["Rosen", "Kæden", "Lygten"], 2, "Rosen, Kæden og én anden"),
        (["Rosen", "Kæden", *("x" * 12)], 2, "Rosen, Kæden og tolv andre"),
        (["Rosen", "Kæden", "Lygten"], 1, "Rosen og to andre"),
    ],
)
def test_join_names(names, limit, text):
    assert join_names(iter(names), limit) == text


def test_numbers():
    assert [number(0), number(999), number(1250), number(-1250000)] == ["0", "999", "1.250", "-1.250.000"]
    assert [number(12.5, 1), number(1234.565, 2), number(2.5)] == ["12,5", "1.234,57", "3"]


def test_capitalised():
    assert [capitalised(text) for text in ("ærligt talt", "KFUM og", "1 aktør", "")] == [
        "Ærligt talt",
        "KFUM og",
        "1 aktør",
        "",
    ]


def test_count():
    assert [count(n, "aktør", "aktører") for n in (0, 1, 2, 1250)] == [
        "ingen aktører",
        "1 aktør",
        "2 aktører",
        "1.250 aktører",
    ]


def test_number_words():
    assert [number_word(n) for n in (0, 1, 2, 7, 12, 13, 1250)] == [
        "nul",
        "én",
        "to",
        "syv",
        "tolv",
        "13",
        "1.250",
    ]
    assert number_word(1, neuter=True) == "ét"
    assert number_word(2, neuter=True) == "to"


def test_full_date_tells_the_year_whatever_it_is():
    assert full_date(date(2025, 10, 14)) == "14. oktober 2025"


def test_long_date_tells_the_year_only_when_it_is_another():
    day = date(2025, 10, 14)
    assert long_date(day) == "14. oktober"
    assert long_date(day, today=date(2025, 1, 1)) == "14. oktober"
    assert long_date(day, today=date(2026, 1, 1)) == "14. oktober 2025"


def test_weekday_and_clock():
    assert weekday(date(2025, 10, 14)) == "tirsdag"
    assert [clock(time(10, 0)), clock(time(9, 5))] == ["10.00", "9.05"]


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "i dag"),
        (1, "i går"),
        (11, "11 dage siden"),
        (1250, "1.250 dage siden"),
        (-1, "i morgen"),
        (-3, "om 3 dage"),
    ],
)
def test_days_ago(days, text):
    assert days_ago(days) == text


@pytest.mark.parametrize(("days", "text"), [(0, "i dag"), (1, "i går"), (2, "for 2 dage siden")])
def test_since_when(days, text):
    assert since_when(days) == text


EVERYDAY_TEXT = st.text(alphabet="abzæøåÆØÅAZaé09 -.,&'!", max_size=140)


@given(EVERYDAY_TEXT)
def test_the_short_cut_of_folding_is_no_other_way(text):
    assert fold(text) == _fold_anything(text)


@given(EVERYDAY_TEXT)
def test_the_short_cut_of_sorting_is_no_other_way(text):
    assert sort_key(text) == _sort_key_of_anything(text)
