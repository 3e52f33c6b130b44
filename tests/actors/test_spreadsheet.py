"""What people upload is read as they see it; what we write opens as text."""

import datetime
import io

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from actors.spreadsheet import SpreadsheetProblem, Table, read_tables, write_csv, write_xlsx
from tests.actors.hostile_files import make_ods, make_ods_row

ROWS = [["Navn", "Type", "Målgruppe"], ["Ørstedens Klub", "frivillig", "Børn, unge"], ["Åhuset", "", "Ældre"]]
CSV = "Navn;Type;Målgruppe\r\nØrstedens Klub;frivillig;Børn, unge\r\nÅhuset;;Ældre\r\n"

# Each begins, perhaps after something that a program drops, with a sign that makes a formula.
SIGNS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
FRONTS = ["", " ", "'", '"', "''", "“", "«", "\u00a0", "\u200b", "' ", '" ']
BARE = ["=1+1", "'=1+1", "''=1", "+45 12 34 56 78", "-", "@alle", '=HYPERLINK("https://x.dk")', "Ål=ål", "'"]
HOSTILE = [f"{front}{sign}cmd|' /C calc'!A0" for front in FRONTS for sign in SIGNS] + BARE


def read_csv(text, encoding="utf-8"):
    return read_tables(text.encode(encoding), "liste.csv")[0].rows


def make_workbook(fill):
    """Return the bytes of a workbook that fill(workbook) has filled."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as workbook:
        fill(workbook)
    return output.getvalue()


# -- CSV -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_csv_in_each_encoding(encoding, separator):
    assert read_csv(CSV.replace(";", separator), encoding) == ROWS


def test_csv_with_commas_and_quotes():
    text = 'Navn,Type,Målgruppe\nØrstedens Klub,frivillig,"Børn, unge"\nÅhuset,,Ældre\n'
    assert read_csv(text) == ROWS


def test_csv_with_quoted_line_break_and_separator():
    assert read_csv('Navn;Note\n"Klub ""Æ""; nord";"to\nlinjer"\n') == [
        ["Navn", "Note"],
        ['Klub "Æ"; nord', "to\nlinjer"],
    ]


@pytest.mark.parametrize("first_line", ["sep=;\r\n", '"sep=;"\r\n', "SEP=;\r\n"])
def test_csv_first_line_that_names_the_separator_is_no_row(first_line):
    assert read_csv(first_line + CSV) == ROWS


def test_csv_with_separator_named_against_appearance():
    assert read_csv("sep=,\nNavn;A,Type;B\n1;2,3;4\n") == [["Navn;A", "Type;B"], ["1;2", "3;4"]]


def test_csv_with_one_column_keeps_commas_in_names():
    assert read_csv("Navn\nForeningen Sol, nord\nForeningen Sol, syd\n") == [
        ["Navn"],
        ["Foreningen Sol, nord"],
        ["Foreningen Sol, syd"],
    ]


def test_csv_with_blanks_after_the_commas():
    assert read_csv("Navn, Type\nKlubben, frivillig\n") == [["Navn", "Type"], ["Klubben", "frivillig"]]


@pytest.mark.parametrize(("separator", "inner"), [(";", ","), ("\t", ","), (",", ";"), (";", "\t")])
def test_csv_with_another_separator_inside_the_cells(separator, inner):
    rows = [["Navn", "Målgruppe"], ["Klubben", inner.join("abcdefg")], ["Huset", inner.join("hijklmn")]]
    assert read_csv("\n".join(separator.join(row) for row in rows)) == rows


def test_csv_with_title_above_and_commas_in_most_rows():
    text = "Aktører i Solbakken, maj\n\nNavn;Adresse\nKlubben;Solvej 1, st., Solby\nHuset;Solvej 2, Solby\n"
    assert read_csv(text)[2:] == [
        ["Navn", "Adresse"],
        ["Klubben", "Solvej 1, st., Solby"],
        ["Huset", "Solvej 2, Solby"],
    ]


def test_csv_with_old_line_ends():
    assert read_csv(CSV.replace("\r\n", "\r")) == ROWS


def test_blank_rows_keep_the_numbers_and_fall_away_at_the_end():
    assert read_csv(";;\nNavn;Type\n;;\n Klub ;\u00a0\n;;\n\n") == [[], ["Navn", "Type"], [], ["Klub"]]


def test_csv_table_has_the_file_name():
    assert read_tables(CSV.encode(), r"C:\arbejde\Aktører 2024.csv")[0].name == "Aktører 2024"


# -- Workbooks -----------------------------------------------------------------------------------


def test_xlsx_cells_become_text():
    def fill(workbook):
        sheet = workbook.add_worksheet("Ark")
        day = workbook.add_format({"num_format": "dd-mm-yyyy"})
        moment = workbook.add_format({"num_format": "dd-mm-yyyy hh:mm"})
        sheet.write_row(0, 0, [" Klub\u00a0", 12345678, 4512345678, 1.5, True, False])
        sheet.write_datetime(1, 0, datetime.datetime(2023, 3, 1), day)
        sheet.write_datetime(1, 1, datetime.datetime(2023, 3, 1, 14, 30), moment)
        sheet.write_formula(2, 0, '="a"&"b"', None, "ab")
        sheet.write_string(4, 2, "langt nede")

    assert read_tables(make_workbook(fill), "a.xlsx")[0].rows == [
        ["Klub", "12345678", "4512345678", "1.5", "ja", "nej"],
        ["2023-03-01", "2023-03-01 14:30"],
        ["ab"],
        [],
        ["", "", "langt nede"],
    ]


def test_xlsx_rows_and_columns_count_from_a1():
    def fill(workbook):
        workbook.add_worksheet().write_string("C4", "her")

    assert read_tables(make_workbook(fill), "a.xlsx")[0].rows == [[], [], [], ["", "", "her"]]


def test_hidden_and_empty_sheets_are_left_out():
    def fill(workbook):
        workbook.add_worksheet("Vises").write_string("A1", "x")
        hidden = workbook.add_worksheet("Skjult")
        hidden.write_string("A1", "x")
        hidden.hide()
        workbook.add_worksheet("Tomt")

    assert [table.name for table in read_tables(make_workbook(fill), "a.xlsx")] == ["Vises"]


def test_name_merged_over_rows_stands_in_each_of_them():
    def fill(workbook):
        sheet = workbook.add_worksheet()
        sheet.merge_range("A1:C2", "Titel")
        sheet.merge_range("A4:A6", "Klubben")
        sheet.write_column("B4", ["Bo", "Liva"])

    rows = read_tables(make_workbook(fill), "a.xlsx")[0].rows
    assert rows == [["Titel"], [], [], ["Klubben", "Bo"], ["Klubben", "Liva"]]


def test_xlsx_is_known_by_its_bytes_not_its_name():
    assert read_tables(write_xlsx([Table("A", ROWS)]), "liste.csv")[0].rows == ROWS
    assert read_tables(CSV.encode(), "liste.xlsx")[0].rows == ROWS


def test_ods():
    data = make_ods(make_ods_row("Navn", "Type") + make_ods_row("Åhuset", "klub"))
    assert read_tables(data, "a.ods") == [Table("Aktører", [["Navn", "Type"], ["Åhuset", "klub"]])]


# -- Writing -------------------------------------------------------------------------------------


def test_xlsx_holds_no_formula_and_no_link():
    data = write_xlsx([Table("Aktører", [["Overskrift"]] + [[text, "https://x.dk"] for text in HOSTILE])])
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).active for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_csv_holds_no_cell_that_begins_like_a_formula():
    cells = write_csv([[text] for text in HOSTILE]).decode("utf-8-sig").split("\r\n")
    risky = tuple("=+-@\t\r\n＝＋－＠")
    begun = [cell.removeprefix('"') for cell in cells]
    assert len(begun) > len(HOSTILE)
    assert [cell for cell in begun if cell.startswith(risky)] == []
    assert [cell for cell in begun if cell.lstrip(' "“«\u00a0\u200b').startswith(risky)] == []


def test_export_and_import_of_10000_hostile_rows_are_equal():
    # A reader trims, and an xlsx cell has one kind of line break.
    texts = [text for text in HOSTILE if text == text.strip().strip("\u200b") and "\r" not in text]
    rows = [[f"Aktør {number}", texts[number % len(texts)], "æøå ✓"] for number in range(10_000)]
    assert read_tables(write_csv(rows), "a.csv")[0].rows == rows
    assert read_tables(write_xlsx([Table("A", rows)]), "a.xlsx")[0].rows == rows


def test_csv_gives_back_guarded_cells_to_the_letter():
    rows = [["x", text] for text in HOSTILE if text.startswith((*SIGNS, " =", "\t"))]
    assert read_tables(write_csv(rows), "a.csv")[0].rows == rows


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1), min_size=1))
def test_csv_round_trip_of_any_text(rows):
    rows = [["navn", "type"], *([f"x{cell}x" for cell in row] for row in rows)]
    assert read_tables(write_csv(rows), "a.csv")[0].rows == rows


def test_xlsx_round_trip_keeps_escapes_and_line_breaks():
    rows = [["_x0041_ & <b>", "to\nlinjer", "0123"]]
    assert read_tables(write_xlsx([Table("A", rows)]), "a.xlsx")[0].rows == rows


def test_xlsx_drops_control_characters_and_says_where_it_cuts():
    data = write_xlsx([Table("A", [["a\x00\x07\ud800b\r\nc", "x" * 40_000]])])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet["A1"].value == "ab\nc"
    assert len(sheet["B1"].value) == 32_767
    assert sheet["B1"].value.endswith("x … (afkortet)")


def test_xlsx_looks_like_a_list():
    rows = [
        ["Navn", "Oprettet", "Antal"],
        ["Foreningen med et navn på 33 tegn", datetime.date(2024, 5, 1), 7],
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx([Table("Aktører", rows)]))).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C2")
    assert [sheet["A1"].font.bold, sheet["A2"].font.bold] == [True, False]
    assert sheet.column_dimensions["A"].width > 33 > 12 > sheet.column_dimensions["C"].width
    assert (sheet["B2"].value, sheet["C2"].value) == (datetime.datetime(2024, 5, 1), 7)


def test_sheet_names_are_made_legal_and_unique():
    names = ["Aktører: [alle]", "a" * 40, "A" * 40, "", "'x'", "History"]
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([Table(name, ROWS) for name in names])))
    assert book.sheetnames == [
        "Aktører   alle", "a" * 31, "A" * 27 + " (2)", "Ark", "x", "History (2)",
    ]  # fmt: skip


def test_csv_is_what_a_danish_excel_expects():
    assert write_csv([["Navn", "Type"], ["Åhuset", None], ["a;b", 7]]) == (
        b"\xef\xbb\xbf" + 'Navn;Type\r\nÅhuset;\r\n"a;b";7\r\n'.encode()
    )


def test_nothing_to_write_is_still_a_file():
    with pytest.raises(SpreadsheetProblem, match="Filen er tom"):
        read_tables(write_xlsx([]), "a.xlsx")
