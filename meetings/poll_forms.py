"""Forms of polls for a date."""

from dataclasses import dataclass
from datetime import date

from django import forms

from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.note_forms import date_field, submission_field
from config.forms import coming_day
from exchange.availability import NoSuchTime, Span, span_of
from meetings.models import PollTime, TimeReply
from meetings.row_form import CHOOSE
from meetings.span_form import clock_field

TIMES = 6
SEATS_AT_MOST = 200


@dataclass(frozen=True)
class TimeFields:
    """The three bound fields of one time."""

    number: int
    day: forms.BoundField
    begins: forms.BoundField
    ends: forms.BoundField


class PollForm(GuardedForm, forms.Form):
    """Up to six times that one could meet, and why."""

    why = forms.CharField(
        label="Hvorfor mødes vi?", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=f"Det vigtigste, der skal komme ud af mødet. {FREE_TEXT_HINT}",
        error_messages={"max_length": "Skriv højst 500 tegn"},
    )  # fmt: skip
    place = forms.CharField(
        label="Hvor?", required=False, max_length=120, error_messages={"max_length": "Skriv højst 120 tegn"}
    )
    quorum = forms.IntegerField(
        label="Hvor mange pladser skal være med for at beslutte?", required=False, min_value=0,
        max_value=SEATS_AT_MOST, help_text="Lad det stå tomt, hvis I ikke har den regel.",
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), f"Skriv et helt tal fra 0 til {SEATS_AT_MOST}"
        ),
    )  # fmt: skip
    submission = submission_field()

    def __init__(self, data=None, *, today: date):
        super().__init__(data)
        self.today, self.spans = today, []
        for number in range(1, TIMES + 1):
            self.fields[f"day_{number}"] = date_field(f"Dag {number}", required=False)
            self.fields[f"begins_{number}"] = clock_field("Fra kl.", required=False)
            self.fields[f"ends_{number}"] = clock_field("Til kl.", required=False)

    @property
    def times(self) -> list[TimeFields]:
        """The rows of fields."""
        names = ("day", "begins", "ends")
        return [
            TimeFields(number, *(self[f"{name}_{number}"] for name in names))
            for number in range(1, TIMES + 1)
        ]

    def clean(self):
        said = super().clean()
        for number in range(1, TIMES + 1):
            self._read(said, number)
        failed = any(name.startswith(("day_", "begins_", "ends_")) for name in self.errors)
        if len(self.spans) < 2 and not failed:
            self.add_error("day_2" if self.spans else "day_1", "Skriv mindst to tider at vælge imellem")
        return said

    def _read(self, said: dict, number: int) -> None:
        """One time into `spans`; what is wrong with it is told at the field where it is."""
        names = [f"{name}_{number}" for name in ("day", "begins", "ends")]
        if any(name in self.errors for name in names) or not any(said.get(name) for name in names):
            return
        missing = ("Vælg en dato", "Skriv, hvornår det begynder", "Skriv, hvornår det slutter")
        lacking = [(name, text) for name, text in zip(names, missing, strict=True) if not said.get(name)]
        for name, text in lacking:
            self.add_error(name, text)
        if not lacking:
            self._add(names, *(said[name] for name in names))

    def _add(self, names: list[str], day: date, begins, ends) -> None:
        try:
            coming_day(day, self.today)
        except forms.ValidationError as problem:
            self.add_error(names[0], problem)
            return
        try:
            span = span_of(day, begins, ends)
        except NoSuchTime as problem:
            self.add_error(names[2], str(problem))
            return
        if span in self.spans:
            self.add_error(names[0], "Den tid står der allerede")
        else:
            self.spans.append(span)

    def values(self) -> dict:
        """The columns of the poll."""
        said = self.cleaned_data
        return {"why": said["why"], "place": said["place"], "quorum": said["quorum"] or 0}

    def found(self) -> list[Span]:
        """The times, in UTC."""
        return self.spans


class TimesForm(forms.Form):
    """Yes, maybe or no to each time."""

    def __init__(self, data=None, *, times: list[tuple[PollTime, str]], said: dict):
        super().__init__(data)
        self.keys = {f"t{time.pk.hex}": time.pk for time, _ in times}
        for time, words in times:
            self.fields[f"t{time.pk.hex}"] = forms.ChoiceField(
                label=words, choices=TimeReply.choices, required=False, widget=forms.RadioSelect,
                initial=said.get(time.pk), error_messages={"invalid_choice": CHOOSE},
            )  # fmt: skip

    def clean(self):
        said = super().clean()
        if not self.errors and not any(said.get(name) for name in self.keys):
            self.add_error(next(iter(self.keys)), "Svar på mindst én tid")
        return said

    def replies(self) -> dict:
        """{time's id: answer} of those that were answered."""
        return {pk: self.cleaned_data[name] for name, pk in self.keys.items() if self.cleaned_data[name]}


class PickForm(forms.Form):
    """The time that was chosen."""

    time = forms.ModelChoiceField(
        PollTime.objects.none(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Vælg en af tiderne"),
    )

    def __init__(self, data=None, *, poll):
        super().__init__(data)
        self.fields["time"].queryset = poll.times.all()
