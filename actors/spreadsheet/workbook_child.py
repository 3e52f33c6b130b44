"""The process that reads one workbook: bytes on stdin, JSON on stdout. Run by workbook.py, never imported.

Answers {"tables": [[name, rows], …]} or {"problem": code word, "sheet": …, "row": …}.
"""

import io
import json
import re
import resource
import sys
from datetime import date, datetime, time

import python_calamine
from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Refused(Exception):
    """A limit was met: .answer goes to the parent."""

    def __init__(self, problem, sheet="", row=0):
        self.answer = {"problem": problem, "sheet": sheet, "row": row}


def main():
    """Read stdin within the limits of argv[1], a JSON object, and answer."""
    limits = json.loads(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (limits["memory"], limits["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (limits["cpu"], limits["cpu"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    data = sys.stdin.buffer.read()
    try:
        answer = {"tables": list(read(data, limits))}
    except Refused as refused:
        answer = refused.answer
    except python_calamine.PasswordError:
        answer = {"problem": "password"}
    except Exception:
        answer = {"problem": "broken"}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))


def read(data, limits):
    """Yield (name, rows) for each visible worksheet. Raises Refused at a limit, calamine's errors else."""
    budget = {"cells": limits["cells"], "text": limits["text"]}
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        shown = [
            sheet
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
        for metadata in shown[: limits["sheets"]]:
            sheet = workbook.get_sheet_by_name(metadata.name)
            name = clean(metadata.name)[:100]
            rows = read_rows(sheet, name, limits, budget)
            fill_down_merged(sheet, rows)
            yield name, rows


def read_rows(sheet, name, limits, budget):
    """Return the sheet from A1 to its last filled cell as rows of text."""
    if sheet.start is None:
        return []
    left = [""] * sheet.start[1]
    rows, blank = [], 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = [as_text(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        if not row:
            blank += 1
            continue
        if number > limits["rows"]:
            raise Refused("rows", name)
        row = left + row
        check_row(row, number, name, limits, budget)
        rows.extend([] for _ in range(blank))
        rows.append(row)
        blank = 0
    return rows


def check_row(row, number, name, limits, budget):
    """Raise Refused if the row is too wide, has too long a cell, or the workbook becomes too much."""
    if len(row) > limits["columns"]:
        raise Refused("columns", name)
    lengths = [len(cell) for cell in row]
    if max(lengths) > limits["cell"]:
        raise Refused("cell", name, number)
    budget["cells"] -= len(row)
    budget["text"] -= sum(lengths)
    if min(budget.values()) < 0:
        raise Refused("text")


def fill_down_merged(sheet, rows):
    """Repeat the value of cells merged across rows: such a name stands for each of its rows."""
    for (top, column), (bottom, _) in sheet.merged_cell_ranges or []:
        if top >= len(rows) or column >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            # A row without anything else is only the merged cell's height.
            if len(row) > column and not row[column]:
                row[column] = rows[top][column]


def as_text(value):
    """Return the cell as trimmed text: dates as ISO, whole numbers without decimals, truth as ja or nej."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value)


def clean(text):
    """Return text trimmed, without control characters (line breaks and tabs inside it stay)."""
    if not text.isprintable():
        text = CONTROL.sub("", text)
    return text.strip().strip("\ufeff\u200b").strip()


if __name__ == "__main__":
    main()
