"""Spreadsheets in and out: the only place that knows csv, python-calamine and XlsxWriter.

read_tables() takes what a user uploads and gives plain text cells, or raises SpreadsheetProblem with a plain
Danish message; write_xlsx() and write_csv() make files that no spreadsheet program takes for formulas.

Plain Python: no Django, no clock.
"""

from actors.spreadsheet.problem import (
    MAX_CELL_LENGTH,
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    MAX_ROWS,
    SpreadsheetProblem,
    Table,
)
from actors.spreadsheet.reading import read_tables
from actors.spreadsheet.writing import write_csv, write_xlsx

__all__ = [
    "MAX_CELL_LENGTH",
    "MAX_COLUMNS",
    "MAX_FILE_BYTES",
    "MAX_ROWS",
    "SpreadsheetProblem",
    "Table",
    "read_tables",
    "write_csv",
    "write_xlsx",
]
