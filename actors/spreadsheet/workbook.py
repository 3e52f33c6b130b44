"""Workbooks are read by a child process: a few hostile kilobytes can ask the reader for many gigabytes.

One cell in the last row of the last column is enough: the reader lays the sheet out as a full rectangle.
So the child has limits on memory and time that the kernel keeps, no environment, and only answers with JSON.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from actors.spreadsheet.problem import (
    MAX_CELL_LENGTH,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_TEXT_LENGTH,
    MEBIBYTE,
    SpreadsheetProblem,
    Table,
    too_long_cell,
    too_many_columns,
    too_many_rows,
    too_much_text,
)

CHILD = Path(__file__).with_name("workbook_child.py")
CHILD_MEMORY_BYTES = 300 * MEBIBYTE
CHILD_CPU_SECONDS = 7
CHILD_WALL_SECONDS = 9
MAX_SHEETS = 50

UNREADABLE = (
    "Filen er beskadiget eller for stor til at blive læst. "
    "Kopiér rækkerne over i et nyt regneark, gem det, og prøv igen."
)
PASSWORD = "Filen er beskyttet med en adgangskode. Gem den uden adgangskode, og prøv igen."


def read_workbook(data):
    """Return the visible sheets of the workbook in data as a list of Table. Raises SpreadsheetProblem."""
    answer = _ask_child(data)
    problem = answer.get("problem")
    if problem:
        raise _explain(problem, answer.get("sheet", ""), answer.get("row", 0))
    return [Table(name, rows) for name, rows in answer["tables"]]


def _ask_child(data):
    """Return the child's answer; a child that died, hung or babbled makes a SpreadsheetProblem."""
    limits = {
        "memory": CHILD_MEMORY_BYTES,
        "cpu": CHILD_CPU_SECONDS,
        "sheets": MAX_SHEETS,
        "rows": MAX_ROWS,
        "columns": MAX_COLUMNS,
        "cell": MAX_CELL_LENGTH,
        "cells": MAX_CELLS,
        "text": MAX_TEXT_LENGTH,
    }
    try:
        done = subprocess.run(
            # -I: neither the working directory nor the environment says what is imported.
            [sys.executable, "-I", str(CHILD), json.dumps(limits)],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=CHILD_WALL_SECONDS,
            env=_bare_environment(),
            check=True,
        )
        return json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise SpreadsheetProblem(UNREADABLE) from error


def _bare_environment():
    """Return what the interpreter needs to start: the child is not to see our secrets."""
    return {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}


def _explain(problem, sheet, row):
    """Return the SpreadsheetProblem for the child's code word."""
    if problem == "rows":
        return too_many_rows(sheet)
    if problem == "columns":
        return too_many_columns(sheet)
    if problem == "cell":
        return too_long_cell(row, sheet)
    if problem == "text":
        return too_much_text()
    return SpreadsheetProblem(PASSWORD if problem == "password" else UNREADABLE)
