"""What a report is made of. Screen, PDF and spreadsheet are three readings of the same. Plain Python."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from config.danish import clock, full_date, number

# A PDF takes some milliseconds for each row, and nobody reads more; a spreadsheet holds them all.
ROWS_AT_MOST = 2000
# A screen shows so many rows of a table; nobody scrolls through more.
SCREEN_ROWS = 100
NOTHING = "–"
SHARE = re.compile(r"\d+ %")
# A table is so many units wide.
WIDTH = 40

Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its name. `note` says what it is compared with."""

    name: str
    value: int | str
    note: str = ""

    @property
    def text(self) -> str:
        """The number as it is written."""
        return cell_text(self.value)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. `name` is unique in its report, since it names a sheet."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    # How wide each column is beside the others; empty means alike.
    shares: tuple[int, ...] = ()

    @property
    def columns(self) -> list[tuple[str, bool, int]]:
        """(heading, whether it holds numbers alone, its width in fortieths of the table)."""
        shares = self.shares or (1,) * len(self.headings)
        edges = [round(WIDTH * sum(shares[:place]) / sum(shares)) for place in range(len(shares) + 1)]
        return [
            (heading, self.is_numeric(place), edges[place + 1] - edges[place])
            for place, heading in enumerate(self.headings)
        ]

    def is_numeric(self, place: int) -> bool:
        """Whether a column holds nothing but numbers and shares; one without rows does not."""
        cells = [row[place] for row in self.rows if row[place] not in (None, "")]
        return bool(cells) and all(
            isinstance(cell, int | float) or (isinstance(cell, str) and SHARE.fullmatch(cell))
            for cell in cells
        )

    @property
    def first_lines(self) -> list[list[tuple[str, bool]]]:
        """The rows that a screen shows."""
        return list(islice(self.lines(), SCREEN_ROWS))

    @property
    def left_out(self) -> int:
        """How many rows a screen does not show."""
        return max(0, len(self.rows) - SCREEN_ROWS)

    def lines(self) -> Iterator[list[tuple[str, bool]]]:
        """Each row as (text, whether its column holds numbers)."""
        numeric = [self.is_numeric(place) for place in range(len(self.headings))]
        for row in self.rows:
            yield [(cell_text(cell), numeric[place]) for place, cell in enumerate(row)]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG, and what it shows in words; a `title` stands over it."""

    svg: str
    says: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading: sentences, numbers, a picture, a table, in that order."""

    title: str
    sentences: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    drawing: Drawing | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of a report. `lede` says in a line what it is."""

    title: str
    lede: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report as of one moment, told by the clock on the wall. One of several chapters has a cover."""

    title: str
    about: str
    at: datetime
    chapters: tuple[Chapter, ...]

    @property
    def has_cover(self) -> bool:
        """Whether it begins with a sheet that names its chapters."""
        return len(self.chapters) > 1

    @property
    def on(self) -> date:
        """The day."""
        return self.at.date()

    @property
    def day(self) -> str:
        """The day in words."""
        return full_date(self.on)

    @property
    def moment(self) -> str:
        """The day with the hour: "29. november 2026 kl. 14.32"."""
        return f"{self.day} kl. {clock(self.at)}"

    @property
    def sections(self) -> list[Section]:
        """All of them, in order."""
        return [section for chapter in self.chapters for section in chapter.sections]

    @property
    def tables(self) -> list[Table]:
        """All tables, in order."""
        return [section.table for section in self.sections if section.table]

    @property
    def rows(self) -> int:
        """How many rows all tables have."""
        return sum(len(table.rows) for table in self.tables)

    @property
    def is_too_long(self) -> bool:
        """Whether a PDF would be refused."""
        return self.rows > ROWS_AT_MOST


def cell_text(cell: Cell) -> str:
    """A cell as it is read: Danish numbers and dates, a dash for nothing."""
    if cell is None or cell == "":
        return NOTHING
    if isinstance(cell, date):
        return full_date(cell).replace(" ", "\N{NO-BREAK SPACE}")
    if isinstance(cell, float):
        return number(cell, 1)
    return number(cell) if isinstance(cell, int) else cell


def too_long(rows: int) -> str:
    """Why there is no PDF, and the way out."""
    return (
        f"Rapporten har {number(rows)} rækker, og en PDF kan have {number(ROWS_AT_MOST)}."
        " Hent den som regneark. Der er alle rækker med."
    )


def wait_words(rows: int) -> str:
    """What is said while the pages are set."""
    return "Sætter siderne. Det kan tage et halvt minut." if rows > ROWS_AT_MOST / 2 else "Sætter siderne."


def shortened(text: str, letters: int) -> str:
    """The text, or its beginning and an ellipsis, cut between two words."""
    text = " ".join(text.split())
    if len(text) <= letters:
        return text
    return f"{text[:letters].rsplit(' ', 1)[0].rstrip(' ,.;:')} …"


def unique_names(names: Sequence[str]) -> list[str]:
    """The same names, those that come again with a number."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return found
