"""Numbers as Danes write them."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.amounts import MOST, ONE_OF, NotANumber, amount_text, counts_persons, read_amount, read_cell
from reports.indicator_catalogue import AUTOMATIC

amounts = st.decimals(-MOST, MOST, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12", "12"), ("1.250", "1250"), ("1.234,5", "1234.5"), ("1 234,50", "1234.5"), ("12,5 %", "12.5"),
        ("-3", "-3"), ("−3", "-3"), ("+7", "7"), ("12.500.000", "12500000"), ("0,00", "0"), ("-0", "0"),
        ("1,100", "1.1"), ("1\u00a0000", "1000"),
    ],
)  # fmt: skip
def test_what_is_read(text, amount):
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.5", "Skriv komma før decimaler: 1,5"),
        ("12.25", "Skriv komma før decimaler: 12,25"),
        ("1,234", "Skriv højst to decimaler"),
        ("mange", "Skriv et tal, fx 1.250 eller 12,5"),
        ("1.2.3", "Skriv et tal, fx 1.250 eller 12,5"),
        ("1e5", "Skriv et tal, fx 1.250 eller 12,5"),
        ("٣", "Skriv et tal, fx 1.250 eller 12,5"),
        ("1000000000", "Tallet er for stort"),
        ("9" * 100, "Tallet er for stort"),
    ],
)
def test_what_cannot_be_read_is_told(text, said):
    with pytest.raises(NotANumber, match=said.replace("(", r"\(")):
        read_amount(text)


@pytest.mark.parametrize("unit", ["unge", "Unge 18+", "personer", "antal deltagere", "Børn i klub"])
def test_units_that_are_people(unit):
    assert counts_persons(unit)


@pytest.mark.parametrize("unit", ["", "%", "møder", "timer pr. barn", "% af unge", "kr.", "ungdomsklubber"])
def test_units_that_are_not(unit):
    assert not counts_persons(unit)


def test_nothing_is_no_number():
    assert read_amount("  ") is None


@given(amounts)
def test_what_is_written_is_read_back(amount):
    assert read_amount(amount_text(amount)) == amount
    assert read_amount(amount_text(amount, "%")) == amount


@given(st.text(max_size=50), st.booleans())
def test_any_text_is_a_number_or_told(text, is_text_file):
    with contextlib.suppress(NotANumber):
        amount = read_cell(text, is_text_file=is_text_file)
        assert amount is None or abs(amount) <= MOST


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        ("1", "aftaler", "1 aftale"), ("1.00", "møder", "1 møde"), ("2", "aftaler", "2 aftaler"),
        ("1", "%", "1 %"), ("1", "unge", "1 unge"), ("0", "aktører", "0 aktører"),
    ],
)  # fmt: skip
def test_one_is_told_of_one(amount, unit, said):
    assert amount_text(Decimal(amount), unit) == said


def test_all_that_counts_itself_has_a_word_for_one():
    assert {one.unit for one in AUTOMATIC} - {"", "%"} <= set(ONE_OF)


def test_a_workbook_writes_a_point_where_a_text_has_thousands():
    assert read_cell("1.250", is_text_file=False) == Decimal("1.25")
    assert read_cell("1.250", is_text_file=True) == Decimal("1250")
    assert read_cell("33.333333333", is_text_file=False) == Decimal("33.33")
    assert read_cell("1.234,5", is_text_file=False) == Decimal("1234.5")


def test_a_huge_power_is_refused_without_being_counted_out():
    with pytest.raises(NotANumber):
        read_cell("1e999", is_text_file=False)
