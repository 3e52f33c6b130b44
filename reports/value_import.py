"""Figures from a spreadsheet: which indicator, which month, which number; a plan of what would be written.

All of it or nothing: as long as there is a problem, nothing is written. Plain Python.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from actors.spreadsheet.problem import Table
from config.danish import fold, join_names
from reports.amounts import NOT_BELOW_ZERO, NotANumber, counts_persons, read_cell, whole_persons
from reports.goal_periods import Frequency, Period, read_period

# The first of each is what the export calls the column.
HEADINGS = {
    "name": ("Indikator", "Navn", "Hvad"),
    "period": ("Måned", "Periode", "Kvartal", "Måned eller kvartal", "Dato"),
    "amount": ("Værdi", "Tal", "Antal"),
    "note": ("Note", "Bemærkning", "Kommentar"),
}
NEEDED = ("name", "period", "amount")
NOTE_LENGTH = 200
_FIELDS = {fold(word): name for name, words in HEADINGS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Known:
    """An indicator that the file may name."""

    key: Hashable
    name: str
    frequency: Frequency
    is_automatic: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """A figure and its note, as they stand or as they shall."""

    amount: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One figure that would be written, and what stands there today."""

    key: Hashable
    name: str
    period: Period
    new: Stored
    stands: Stored | None


@dataclass
class ValuePlan:
    """What importing the file would do."""

    rows: list[ValueRow] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    same: int = 0
    automatic: int = 0

    @property
    def blocked(self) -> bool:
        """Whether something must be mended first."""
        return bool(self.problems)


class _Unreadable(ValueError):
    """A row cannot be used; the message is a Danish sentence."""


@dataclass
class Reader:
    """Reads the rows of a file. `stands` are the figures there are, by indicator and first day."""

    known: Sequence[Known]
    stands: Mapping[tuple[Hashable, date], Stored]
    today: date
    forbids: Callable[[str], bool]
    is_text_file: bool

    def __post_init__(self):
        self.by_name: dict[str, list[Known]] = {}
        for one in self.known:
            self.by_name.setdefault(fold(one.name), []).append(one)
        self.taken: dict[tuple[Hashable, date], Stored] = {}
        self.plan = ValuePlan()

    def read(self, tables: Iterable[Table]) -> ValuePlan:
        """The plan of all sheets that have the headings."""
        found = [(table, place) for table in tables if (place := _heading_of(table)) is not None]
        if not found:
            wanted = join_names(HEADINGS[name][0] for name in NEEDED)
            self.plan.problems.append(
                f"Filen mangler kolonnerne {wanted}. Hent jeres tal som fil, og ret i den."
            )
        for table, place in found:
            self._read_table(table, place)
        if not (self.plan.rows or self.plan.problems or self.plan.same or self.plan.automatic):
            self.plan.problems.append("Der er ingen tal i filen.")
        return self.plan

    def _read_table(self, table: Table, heading: int) -> None:
        columns = _columns_of(table.rows[heading])
        for number, cells in enumerate(table.rows[heading + 1 :], start=heading + 2):
            row = {name: cells[at].strip() if at < len(cells) else "" for name, at in columns.items()}
            if not row["amount"] and not row.get("note"):
                continue
            try:
                self._read_row(row)
            except (_Unreadable, NotANumber) as problem:
                self.plan.problems.append(f"Række {number}: {problem}.")

    def _read_row(self, row: Mapping[str, str]) -> None:
        one = self._named(row["name"])
        if one.is_automatic:
            self.plan.automatic += 1
            return
        period, new = self._period(row["period"], one), self._stored(row)
        place = (one.key, period.first)
        if place in self.taken:
            if self.taken[place] != new:
                raise _Unreadable(f"»{one.name}« står to gange for {period.name}")
            return
        self.taken[place] = new
        if self.stands.get(place) == new:
            self.plan.same += 1
        else:
            if counts_persons(one.unit):
                whole_persons(new.amount)
            self.plan.rows.append(ValueRow(one.key, one.name, period, new, self.stands.get(place)))

    def _named(self, name: str) -> Known:
        if not name:
            raise _Unreadable("Skriv, hvilken indikator tallet hører til")
        found = self.by_name.get(fold(name), [])
        if not found:
            raise _Unreadable(f"Der er ingen indikator, der hedder »{name[:60]}«")
        if len(found) > 1:
            raise _Unreadable(f"Flere indikatorer hedder »{name[:60]}«. Giv dem hver sit navn")
        return found[0]

    def _period(self, text: str, one: Known) -> Period:
        period = read_period(text, one.frequency)
        if period is None:
            asked = "2026-11" if one.frequency == Frequency.MONTH else "2026-K4"
            raise _Unreadable(f"Skriv perioden som {asked}")
        if period.first > self.today:
            raise _Unreadable(f"{period.name} er ikke begyndt endnu")
        return period

    def _stored(self, row: Mapping[str, str]) -> Stored:
        note = row.get("note", "")
        amount = read_cell(row["amount"], is_text_file=self.is_text_file)
        if amount is None:
            raise _Unreadable("Der er en note, men intet tal")
        if amount < 0:
            raise _Unreadable(NOT_BELOW_ZERO)
        if len(note) > NOTE_LENGTH:
            raise _Unreadable(f"Noten er for lang. Skriv højst {NOTE_LENGTH} tegn")
        if self.forbids(note):
            raise _Unreadable("Noten ligner et CPR-nummer. Fjern det")
        return Stored(amount, note)


def _heading_of(table: Table) -> int | None:
    """Which of the first rows has the headings."""
    for place, cells in enumerate(table.rows[:10]):
        if set(NEEDED) <= set(_columns_of(cells)):
            return place
    return None


def _columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Field → column; of two columns that mean the same the first."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        name = _FIELDS.get(fold(cell[:60]))
        if name:
            found.setdefault(name, at)
    return found
