"""A spreadsheet of figures: what it would write, and what must be mended first."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.guard import find_cpr
from actors.spreadsheet import Table
from reports.goal_periods import Frequency
from reports.value_import import Known, Reader, Stored

TODAY = date(2026, 11, 20)
KNOWN = (
    Known(1, "Unge i fritidsjob", Frequency.MONTH), Known(2, "Butikker", Frequency.QUARTER),
    Known(3, "Fremmøde", Frequency.MONTH, is_automatic=True),
    Known(4, "Dobbelt", Frequency.MONTH), Known(5, "dobbelt", Frequency.MONTH),
)  # fmt: skip
HEADING = ["Indikator", "Måned", "Værdi", "Note"]


def read(*rows, heading=HEADING, stands=None, is_text_file=True):
    return Reader(KNOWN, stands or {}, TODAY, lambda text: bool(find_cpr(text)), is_text_file).read(
        [Table("Tal", [heading, *map(list, rows)])]
    )


def test_each_row_is_a_figure():
    plan = read(
        ("unge i FRITIDSJOB", "november 2026", "1.234,5", "Efterårsferie"), ("Butikker", "2026-K3", "6")
    )
    assert not plan.blocked
    assert [(row.key, row.period.code, row.new) for row in plan.rows] == [
        (1, "2026-11", Stored(Decimal("1234.5"), "Efterårsferie")), (2, "2026-K3", Stored(Decimal(6))),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("Ukendt", "2026-10", "1"), "Række 2: Der er ingen indikator, der hedder »Ukendt«."),
        (("", "2026-10", "1"), "Række 2: Skriv, hvilken indikator tallet hører til."),
        (("Dobbelt", "2026-10", "1"), "Række 2: Flere indikatorer hedder »Dobbelt«. Giv dem hver sit navn."),
        (("Butikker", "i fjor", "1"), "Række 2: Skriv perioden som 2026-K4."),
        (("Unge i fritidsjob", "2026-K4", "1"), "Række 2: Skriv perioden som 2026-11."),
        (("Unge i fritidsjob", "2026-12", "1"), "Række 2: december 2026 er ikke begyndt endnu."),
        (("Unge i fritidsjob", "2026-10", "12.5"), "Række 2: Skriv komma før decimaler: 12,5."),
        (("Unge i fritidsjob", "2026-10", "-2"), "Række 2: Skriv 0 eller mere."),
        (("Unge i fritidsjob", "2026-10", "", "Ferie"), "Række 2: Der er en note, men intet tal."),
        (("Butikker", "2026-10", "1", "x" * 201), "Række 2: Noten er for lang. Skriv højst 200 tegn."),
        (("Butikker", "2026-10", "1", "010190-1234"), "Række 2: Noten ligner et CPR-nummer. Fjern det."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_row_and_blocks(row, said):
    plan = read(row, ("Butikker", "2026-K3", "6"))
    assert plan.problems == [said]
    assert plan.blocked


def test_the_same_twice_is_once_and_two_figures_for_one_month_block():
    row = ("Butikker", "2026-K3", "6")
    assert len(read(row, row).rows) == 1
    assert read(row, ("Butikker", "2026-09", "7")).problems == [
        "Række 3: »Butikker« står to gange for 3. kvartal 2026."
    ]


def test_what_stands_already_and_what_counts_itself_is_left():
    stands = {(2, date(2026, 7, 1)): Stored(Decimal("6.00"))}
    plan = read(("Butikker", "2026-K3", "6"), ("Fremmøde", "2026-10", "80"), stands=stands)
    assert (plan.rows, plan.same, plan.automatic, plan.blocked) == ([], 1, 1, False)


def test_a_row_without_a_figure_is_no_figure():
    assert read(("Butikker", "2026-K3", ""), ("Butikker", "2026-K2", "4")).rows[0].period.code == "2026-K2"


def test_a_file_of_another_kind_says_what_is_missing():
    assert read(heading=["Navn på aktør", "Type"]).problems == [
        "Filen mangler kolonnerne Indikator, Måned og Værdi. Hent jeres tal som fil, og ret i den."
    ]
    assert read().problems == ["Der er ingen tal i filen."]


def test_the_heading_may_stand_below_a_title_in_another_order():
    rows = [["Vores tal"], [], ["Tal", "Hvad", "Kvartal"], ["6", "Butikker", "2026-K3"]]
    plan = Reader(KNOWN, {}, TODAY, lambda text: False, True).read([Table("Tal", rows)])
    assert plan.rows[0].new == Stored(Decimal(6))


cells = st.sampled_from(
    ["", "Butikker", "Unge i fritidsjob", "2026-K3", "2026-10", "6", "1,5", "?"]
) | st.text(max_size=12)


@given(st.lists(st.lists(cells, max_size=5), max_size=8), st.booleans())
def test_any_sheet_is_read_or_told(rows, is_text_file):
    plan = read(*rows, is_text_file=is_text_file)
    places = [(row.key, row.period.first) for row in plan.rows]
    assert len(set(places)) == len(places)
    assert plan.problems or plan.rows or plan.same or plan.automatic
    assert all(row.period.first <= TODAY for row in plan.rows)
