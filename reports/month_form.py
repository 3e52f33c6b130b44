"""The month's table: a field for each figure that is counted by hand, and one for its note."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.http import QueryDict

from actors.conflicts import Difference
from actors.guarded_forms import GuardedForm
from actors.note_forms import submission_field
from config.danish import count
from reports.amount_field import CountedField
from reports.amounts import amount_text, counts_persons
from reports.goal_periods import Frequency, Period, back_from, period_of, read_period, usual_month
from reports.models import Indicator
from reports.value_actions import Place, Wanted
from reports.value_import import NOTE_LENGTH, Stored
from reports.value_marks import mark_of, words_of

# So many months may be filled in from the list; an address may name any since 2000.
MONTHS_BACK = 36
PASTE_AT_MOST = 20_000


class MonthPick(forms.Form):
    """Which month; the usual one when nothing or nonsense is asked for."""

    maaned = forms.CharField(label="Måned", required=False, widget=forms.Select)

    def __init__(self, data, *, today: date):
        super().__init__(data)
        self.today = today
        months = reversed(back_from(today, Frequency.MONTH, MONTHS_BACK))
        self.fields["maaned"].widget.choices = [(one.code, one.name) for one in months]

    @property
    def month(self) -> Period:
        """The month that is asked for."""
        asked = self.cleaned_data.get("maaned") if self.is_valid() else ""
        found = read_period(asked or "", Frequency.MONTH)
        return found if found and found.first <= self.today else usual_month(self.today)

    def newest(self, month: Period) -> bool:
        """Whether no later month may be filled in."""
        return month == period_of(self.today, Frequency.MONTH)


@dataclass(frozen=True)
class Cell:
    """One figure to fill in: its period, what stands, and what was counted the time before."""

    indicator: Indicator
    period: Period
    stands: Stored | None = None
    before: Stored | None = None

    @property
    def told_before(self) -> str:
        """What was counted the time before, in words."""
        return "–" if self.before is None else amount_text(self.before.amount)

    @property
    def place(self) -> Place:
        """Where it is stored."""
        return self.indicator.pk, self.period.first

    def name(self, letter: str) -> str:
        """The name of one of its fields."""
        return f"{letter}-{self.indicator.pk}"


class MonthForm(GuardedForm, forms.Form):
    """All figures of a month; all of them are saved, or none."""

    submission = submission_field()

    def __init__(self, data=None, *, cells: Sequence[Cell]):
        super().__init__(data)
        self.cells = cells
        for cell in cells:
            label, stands = cell.indicator.name, cell.stands
            self.fields[cell.name("a")] = CountedField(
                label=label, required=False, initial=stands and stands.amount,
                of_persons=counts_persons(cell.indicator.unit),
            )  # fmt: skip
            self.fields[cell.name("n")] = _note(label, stands.note if stands else "")
            self.fields[cell.name("s")] = forms.CharField(
                widget=forms.HiddenInput, required=False, max_length=16, initial=mark_of(stands)
            )

    def clean(self):
        """A note alone tells nothing."""
        data = super().clean()
        for cell in self.cells:
            amount, note = cell.name("a"), data.get(cell.name("n"))
            if note and data.get(amount) is None and amount not in self.errors:
                self.add_error(amount, ValidationError("Skriv tallet, som noten hører til"))
        return data

    @property
    def wanted(self) -> list[Wanted]:
        """What shall stand, with what stood there when the page was opened."""
        return [
            Wanted(cell.place, self._typed(cell), self.cleaned_data[cell.name("s")]) for cell in self.cells
        ]

    def _typed(self, cell: Cell) -> Stored | None:
        amount = self.cleaned_data[cell.name("a")]
        return None if amount is None else Stored(amount, self.cleaned_data[cell.name("n")])

    def lines(self) -> list[tuple[Cell, BoundField, BoundField, BoundField]]:
        """Each figure with its three fields: amount, note, and what was seen."""
        return [(cell, *(self[cell.name(letter)] for letter in "ans")) for cell in self.cells]

    def differences(self, places: Sequence[Place]) -> list[Difference]:
        """What others wrote at those places beside what this user typed; for a valid form."""
        return [
            Difference(cell.indicator.name, words_of(cell.stands), words_of(self._typed(cell)))
            for cell in self.cells
            if cell.place in places
        ]


def _note(label: str, stands: str) -> forms.CharField:
    return forms.CharField(
        label=f"Note til {label}", required=False, max_length=NOTE_LENGTH, initial=stands,
        error_messages={"max_length": f"Skriv højst {NOTE_LENGTH} tegn"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


def on_top(
    data: QueryDict, typed: Sequence[Wanted], cells: Sequence[Cell], places: Sequence[Place]
) -> QueryDict:
    """What was posted, after the user is shown what stands at `places`; the next save there is on top of it.

    What the user left alone becomes what stands.
    """
    data, by_place = data.copy(), {one.place: one for one in typed}
    for cell in cells:
        one = by_place.get(cell.place)
        left_alone = one is None or mark_of(one.new) == one.seen
        if cell.place in places or left_alone:
            data[cell.name("s")] = mark_of(cell.stands)
        if left_alone:
            data[cell.name("a")] = amount_text(cell.stands.amount) if cell.stands else ""
            data[cell.name("n")] = cell.stands.note if cell.stands else ""
    return data


def _lines_of(column: str, wanted: int) -> list[str]:
    """A line for each figure; blank ones at the end are counted up to `wanted`, none in an empty column."""
    lines = column.splitlines() if column.strip() else []
    while len(lines) > wanted and not lines[-1].strip():
        lines.pop()
    return lines


class PasteForm(forms.Form):
    """A column copied from a spreadsheet, and whether it was asked to spread it over the fields."""

    kolonne = forms.CharField(
        label="Kolonne fra regnearket", required=False, max_length=PASTE_AT_MOST, strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Ét tal pr. linje, i samme rækkefølge som her. En note kan stå i kolonnen ved siden af.",
        error_messages={"max_length": "Der er for meget tekst. Kopiér kun kolonnen med tal"},
    )  # fmt: skip
    fordel = forms.BooleanField(required=False, widget=forms.HiddenInput)

    @property
    def asked(self) -> bool:
        """Whether the button that spreads was pressed, also with a column that is too long."""
        self.full_clean()
        return bool(self.cleaned_data.get("fordel"))

    def spread(self, data: QueryDict, cells: Sequence[Cell]) -> QueryDict | None:
        """The post with the column put into its fields; None with an error here when it does not fit."""
        if self.errors:
            return None
        lines = _lines_of(self.cleaned_data["kolonne"], len(cells))
        if not lines:
            self.add_error("kolonne", "Indsæt en kolonne først")
            return None
        if len(lines) != len(cells):
            pasted, there = count(len(lines), "linje", "linjer"), count(len(cells), "felt", "felter")
            self.add_error("kolonne", f"Du har indsat {pasted}, men der er {there}. Intet er skrevet ind.")
            return None
        data = data.copy()
        for cell, line in zip(cells, lines, strict=True):
            amount, _, note = line.partition("\t")
            if amount.strip():
                data[cell.name("a")] = amount.strip()
            if note.strip():
                data[cell.name("n")] = note.strip()
        return data
