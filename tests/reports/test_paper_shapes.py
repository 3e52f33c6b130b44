"""What a report is made of, read as text, as rows, and as a workbook."""

import io
import re
from datetime import date, datetime

import pytest
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from bench.long_report import ROWS, long_report
from reports.paper_bars import GROUND, TOP, WIDTH, chart
from reports.paper_html import report_html
from reports.paper_shapes import (
    ROWS_AT_MOST,
    SCREEN_ROWS,
    Chapter,
    Drawing,
    Figure,
    Report,
    Section,
    Table,
    cell_text,
    shortened,
    too_long,
    unique_names,
)
from reports.paper_sheets import sheets_of
from reports.pdf import write_document


def report_with(*sections, chapters=1):
    chapter = Chapter("Netværket", "Hvem", tuple(sections))
    return Report("Rapport", "Solbakken", datetime(2026, 11, 29, 14, 32), (chapter,) * chapters)


def table_of(rows, name="Aktører"):
    return Table(name, ("Navn", "Antal"), tuple((f"A{number}", number) for number in range(rows)))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, "–"), ("", "–"), (0, "0"), (1250, "1.250"), (2.55, "2,6"), ("Åh", "Åh"),
        (date(2026, 1, 2), "2.\N{NO-BREAK SPACE}januar\N{NO-BREAK SPACE}2026"),
    ],
)  # fmt: skip
def test_cells_are_danish(cell, text):
    assert cell_text(cell) == text


@pytest.mark.parametrize(("rows", "refused"), [(ROWS_AT_MOST, False), (ROWS_AT_MOST + 1, True)])
def test_more_than_so_many_rows_are_refused(rows, refused):
    assert report_with(Section("Alle", table=table_of(rows))).is_too_long == refused


def test_the_refusal_names_the_way_out():
    assert too_long(2400) == (
        "Rapporten har 2.400 rækker, og en PDF kan have 2.000. Hent den som regneark. Der er alle rækker med."
    )


def test_a_screen_shows_the_first_rows_and_says_how_many_more():
    table = table_of(SCREEN_ROWS + 7)
    assert (len(table.first_lines), table.left_out) == (SCREEN_ROWS, 7)
    assert table_of(3).left_out == 0


def test_a_column_of_numbers_stands_to_the_right():
    assert table_of(2).columns == [("Navn", False, 20), ("Antal", True, 20)]
    assert Table("Tom", ("Navn",), ()).columns == [("Navn", False, 40)]


def test_a_cover_is_for_several_chapters():
    assert not report_with(Section("A")).has_cover
    assert report_with(Section("A"), chapters=2).has_cover


def test_the_workbook_has_all_words_first_and_then_each_table():
    drawing = Drawing("<svg/>", "Søjler: 1, 2.")
    section = Section("Tal", ("Alt er vel.",), (Figure("Aktører", 3, "af 4"),), drawing, table_of(2))
    first, second = sheets_of(report_with(section))
    assert first.rows[2:] == [
        ["Netværket", "Tal", "Alt er vel.", "", ""],
        ["Netværket", "Tal", "Aktører", 3, "af 4"],
        ["Netværket", "Tal", "Søjler: 1, 2.", "", ""],
    ]
    assert (second.name, second.rows) == ("Aktører", [["Navn", "Antal"], ["A0", 0], ["A1", 1]])


@pytest.mark.parametrize("before", [7, 9, 11, 13])
def test_a_chart_stands_on_the_page_of_its_table(before):
    svg = mark_safe('<svg class="chart" viewBox="0 0 320 196"></svg>')
    told = Section("Tal", ("Alt er vel.",), drawing=Drawing(svg, "Tal.", "Kurven"), table=table_of(6))
    document = write_document(report_html(report_with(Section("Før", ("Fyld.",) * before), told)))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(document)).pages]
    assert len([text for text in pages if re.search(r"Kurven|A[0-5]\b", text)]) == 1


def test_tables_of_one_name_have_sheets_of_their_own():
    assert unique_names(["Aktører", "Fora", "Aktører"]) == ["Aktører", "Fora", "Aktører 2"]


@given(text=st.text(max_size=300), letters=st.integers(5, 100))
def test_shortened_is_never_longer(text, letters):
    assert len(shortened(text, letters)) <= letters + 2


def test_shortened_cuts_between_words():
    assert shortened("Vi når flere unge, siden klubben kom", 20) == "Vi når flere unge …"
    assert shortened(" Kort  tekst ", 20) == "Kort tekst"


@given(values=st.lists(st.integers(0, 10_000), max_size=12))
def test_bars_stay_inside_their_chart(values):
    for bar in chart("Antal", [(str(value), value) for value in values]).bars:
        left, right = float(bar.x), float(bar.x) + float(bar.width)
        assert 0 <= left <= right <= WIDTH + 0.2
        assert TOP - 0.1 <= float(bar.y) <= GROUND
        assert float(bar.y) + float(bar.height) == pytest.approx(GROUND, abs=0.2)


def test_the_long_report_that_is_measured_is_one_that_can_be_written():
    html = report_html(long_report(datetime(2026, 11, 29, 14, 32)))
    assert "29. november 2026 kl. 14.32" in html
    assert html.count("<tr") == ROWS + 1
