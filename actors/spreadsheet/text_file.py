"""CSV files as they come: any of four encodings, three separators, with or without Excel's first line."""

import codecs
import csv
import io
import re
from collections import Counter

from actors.spreadsheet.formula_guard import unguard
from actors.spreadsheet.problem import (
    MAX_CELL_LENGTH,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    SpreadsheetProblem,
    Table,
    too_long_cell,
    too_many_columns,
    too_many_rows,
    too_much_text,
)

SEPARATORS = ";\t,"
SAMPLE_ROWS = 60
LATE_WEIGHT = 0.1
# Excel's own first line, which it does not show as a row.
SEPARATOR_LINE = re.compile(r'"?sep=(?P<separator>[;,\t|])"?[ \t;,]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
INVISIBLE = "\ufeff\u200b"

NOT_TEXT_MESSAGE = "Filen kan ikke læses som et regneark. Gem den som .xlsx eller CSV (UTF-8), og prøv igen."
# A text may hold the odd stray control character, a program's own format is full of them.
MAX_CONTROL_SHARE = 0.01


def read_text_file(data, filename):
    """Return the CSV file in data as a Table named after the file. Raises SpreadsheetProblem."""
    text = _decode(data)
    line = SEPARATOR_LINE.match(text)
    if line:
        text, separator = text[line.end() :], line["separator"]
    else:
        separator = _guess_separator(text)
    name = re.split(r"[\\/]", filename)[-1].rsplit(".", 1)[0]
    return Table(CONTROL.sub("", name)[:100].strip(), _read_rows(text, separator))


def _decode(data):
    """Return the bytes as text. Raises SpreadsheetProblem for what is no text."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise SpreadsheetProblem(NOT_TEXT_MESSAGE) from error
    controls = len(CONTROL.findall(text))
    if "\x00" in text or controls > max(2, len(text) * MAX_CONTROL_SHARE):
        raise SpreadsheetProblem(NOT_TEXT_MESSAGE)
    return text


def _guess_separator(text):
    """Return the separator that cuts the first rows into the most even table, its headings included."""
    fits = {separator: _fit(text, separator) for separator in SEPARATORS}
    # Signs inside the cells of a column may be as even, but they begin below the headings.
    earliest = min(begins for _, begins in fits.values())
    return max(SEPARATORS, key=lambda sign: fits[sign][0] * (1 if fits[sign][1] == earliest else LATE_WEIGHT))


def _fit(text, separator):
    """Return how well the separator fits, and from which row on, counted from 0.

    The fit is the share of rows with the commonest number of columns, times the columns beyond the first;
    0 where the signs are only those of sentences.
    """
    try:
        rows = [row for row in _sample(text, separator) if any(cell.strip() for cell in row)]
    except csv.Error:
        return 0, SAMPLE_ROWS
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0, SAMPLE_ROWS
    width = max(widths, key=lambda width: (widths[width], width))
    fit = (width - 1) * widths[width] / len(rows)
    begins = next((n for n, row in enumerate(rows) if len(row) > 1 and not _is_prose(row, separator)), None)
    if begins is not None:
        return fit, begins
    # Commas with a blank after each may still be columns, if the first row has them and nothing fits better.
    return fit * LATE_WEIGHT if len(rows[0]) == width else 0, SAMPLE_ROWS


def _is_prose(row, separator):
    """Whether each separator is followed by a blank, like the commas of a sentence."""
    return separator == "," and all(cell.startswith(" ") for cell in row[1:])


def _sample(text, separator):
    """Yield the first rows of text cut by separator."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    for _, row in zip(range(SAMPLE_ROWS), rows, strict=False):
        yield row


def _read_rows(text, separator):
    """Return the rows from the first to the last filled one, blank ones between them kept."""
    rows, blank, left = [], 0, MAX_CELLS
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1
        ):
            row = [_clean(cell) for cell in cells]
            while row and not row[-1]:
                row.pop()
            if not row:
                blank += 1
                continue
            _check(row, number)
            left -= len(row)
            if left < 0:
                raise too_much_text()
            rows.extend([] for _ in range(blank))
            rows.append(row)
            blank = 0
    except csv.Error as error:
        raise SpreadsheetProblem(
            f"Filen kan ikke læses efter række {len(rows) + blank}. "
            "Se efter et anførselstegn, der ikke bliver lukket, og prøv igen."
        ) from error
    return rows


def _check(row, number):
    """Raise SpreadsheetProblem if the row breaks a limit."""
    if number > MAX_ROWS:
        raise too_many_rows()
    if len(row) > MAX_COLUMNS:
        raise too_many_columns()
    if max(map(len, row)) > MAX_CELL_LENGTH:
        raise too_long_cell(number)


def _clean(cell):
    """Return the cell trimmed, without control characters and without our own guard against formulas."""
    if not cell.isprintable():
        cell = CONTROL.sub("", cell)
    cell = cell.strip().strip(INVISIBLE).strip()
    return unguard(cell) if cell[:1] == "'" else cell
