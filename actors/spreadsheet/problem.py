"""What the spreadsheet modules share: the table, the limits and the one error."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024
MAX_FILE_BYTES = 5 * MEBIBYTE
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL_LENGTH = 5_000
# Of all cells together, so that one table cannot fill the memory although each cell keeps its limit.
MAX_TEXT_LENGTH = 20_000_000
MAX_CELLS = 1_000_000


class SpreadsheetProblem(Exception):
    """The file cannot be read. The message is one Danish sentence or two for the user."""


@dataclass(frozen=True)
class Table:
    """One sheet: rows[0] is row 1 as a spreadsheet program counts, cells are trimmed text.

    Rows may differ in length; blank rows within the table are kept, so that row numbers hold.
    """

    name: str
    rows: list[list[str]]


def too_many_rows(sheet=""):
    """Return the problem of a sheet (a CSV file has none) with too many rows."""
    return SpreadsheetProblem(
        f"{_whose(sheet)} har over {_number(MAX_ROWS)} rækker. Del filen i mindre filer, og prøv igen."
    )


def too_many_columns(sheet=""):
    """Return the problem of a sheet with too many columns."""
    return SpreadsheetProblem(
        f"{_whose(sheet)} har over {MAX_COLUMNS} kolonner. Slet dem, du ikke skal bruge, og prøv igen."
    )


def too_long_cell(row, sheet=""):
    """Return the problem of a cell that is too long, in the row with this number."""
    where = f"Række {row} i arket »{sheet}«" if sheet else f"Række {row}"
    return SpreadsheetProblem(
        f"{where} har en celle med over {_number(MAX_CELL_LENGTH)} tegn. Forkort teksten, og prøv igen."
    )


def too_much_text():
    """Return the problem of a file whose cells together are too much."""
    return SpreadsheetProblem(
        "Der er for meget tekst i filen til at læse den på én gang. Del den i mindre filer, og prøv igen."
    )


def empty_file():
    """Return the problem of a file without a single filled cell."""
    return SpreadsheetProblem("Filen er tom. Vælg en fil med mindst én udfyldt række.")


def _whose(sheet):
    return f"Arket »{sheet}«" if sheet else "Filen"


def _number(number):
    """Return the number with a Danish thousands separator."""
    return f"{number:,}".replace(",", ".")
