"""Tables to files that Excel and LibreOffice open as they were meant: text stays text."""

import csv
import io
import re
from datetime import date

from actors.spreadsheet.formula_guard import guard
from actors.spreadsheet.problem import Table

# What Excel holds in one cell.
MAX_XLSX_CELL = 32_767
CUT_MARK = " … (afkortet)"
# Control characters, lone surrogates and non-characters, which XML cannot hold.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_BREAK = re.compile("\r\n?")

NARROWEST, WIDEST = 8, 60
MEASURED_ROWS = 200
MAX_SHEET_NAME = 31
NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


def write_xlsx(tables):
    """Return the tables as the bytes of an xlsx workbook, one sheet each; a table's first row is its heading.

    Cells are text, int, float, date or None. Text never becomes a formula, a link or a number.
    """
    # Slow to import, and only few requests export.
    from xlsxwriter import Workbook

    output = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(output, options) as workbook:
        heading = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
        dated = workbook.add_format({"num_format": "dd-mm-yyyy", "valign": "top"})
        taken = set()
        for table in tables or [Table("Ark1", [])]:
            sheet = workbook.add_worksheet(_sheet_name(table.name, taken))
            _fill_sheet(sheet, table.rows, heading, dated)
    return output.getvalue()


def write_csv(rows):
    """Return the rows as CSV for a Danish Excel: semicolons, UTF-8 with BOM, CRLF, no cell a formula."""
    output = io.StringIO(newline="")
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerows([guard(_csv_text(cell)) for cell in row] for row in rows)
    return output.getvalue().encode("utf-8-sig", "replace")


def _csv_text(cell):
    """Return the cell as text without NUL, which no CSV reader takes."""
    return "" if cell is None else str(cell).replace("\x00", "")


def _fill_sheet(sheet, rows, heading, dated):
    """Write the rows, freeze the heading and give filters and widths."""
    width = max(map(len, rows), default=0)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            _write_cell(sheet, number, column, cell, heading if number == 0 else None, dated)
    if not width:
        return
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows) - 1, width - 1)
    for column in range(width):
        sheet.set_column(column, column, _column_width(rows, column))


def _write_cell(sheet, row, column, cell, cell_format, dated):
    """Write one cell as what it is."""
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, _xlsx_text(cell), cell_format)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, dated)
    else:
        sheet.write_number(row, column, cell, cell_format)


def _xlsx_text(text):
    """Return text as a cell can hold it; a cut text says so."""
    text = LINE_BREAK.sub("\n", NOT_IN_XML.sub("", text))
    if len(text) <= MAX_XLSX_CELL:
        return text
    return text[: MAX_XLSX_CELL - len(CUT_MARK)] + CUT_MARK


def _column_width(rows, column):
    """Return the width in characters that shows most cells in full."""
    cells = (row[column] for row in rows[:MEASURED_ROWS] if len(row) > column)
    lines = (line for cell in cells if cell is not None for line in str(cell)[:1000].splitlines())
    return min(WIDEST, max(NARROWEST, 2 + max(map(len, lines), default=0)))


def _sheet_name(name, taken):
    """Return the name as Excel accepts it, different from those in taken, to which it is added."""
    base = NOT_IN_XML.sub("", NOT_IN_SHEET_NAME.sub(" ", name)).strip().strip("'").strip() or "Ark"
    candidate, number = base[:MAX_SHEET_NAME], 1
    while candidate.lower() in taken or candidate.lower() == "history":
        number += 1
        ending = f" ({number})"
        candidate = base[: MAX_SHEET_NAME - len(ending)] + ending
    taken.add(candidate.lower())
    return candidate
