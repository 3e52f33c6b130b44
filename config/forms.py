"""Form rendering and field types that every app shares."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting

MOST_AHEAD_YEARS = 2


class FieldRenderer(TemplatesSetting):
    """Our one field template, and form errors as a summary that takes focus."""

    field_template_name = "components/field.html"
    form_template_name = "components/form.html"


class ComparedForm(forms.BaseForm):
    """Mixin, first among the bases of a ModelForm that leaves its row alone.

    The action that saves compares the row with what was typed, and writes what differs.
    """

    def _post_clean(self):
        """Nothing is written here."""

    @property
    def columns(self) -> list[str]:
        """Those of the row's columns that the form shows."""
        return [name for name in self._meta.fields if name in self.fields]

    def values(self) -> dict:
        """The columns as they were typed."""
        return {name: self.cleaned_data[name] for name in self.columns}

    @property
    def changed_columns(self) -> list[str]:
        """The columns that say something else than the row."""
        return [name for name, value in self.values().items() if getattr(self.instance, name) != value]

    @property
    def touched(self) -> list[str]:
        """The same as fields of the form."""
        return self.changed_columns


def near_day(day: date, today: date) -> date:
    """The day, when it is not further ahead than anybody plans. Raises ValidationError."""
    last_year = today.year + MOST_AHEAD_YEARS
    if day.year > last_year:
        raise ValidationError(f"Vælg en dag inden udgangen af {last_year}")
    return day


def coming_day(day: date, today: date, standing: date | None = None) -> date:
    """A day to come that is near, or the one that stands already. Raises ValidationError."""
    if day < today and day != standing:
        raise ValidationError("Vælg i dag eller en dag, der kommer")
    return near_day(day, today)


class DateInput(forms.DateInput):
    """The browser's own date field; it wants ISO dates whatever the language."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class LinesField(forms.CharField):
    """A textarea with one thing per line; cleans to a list without blanks and repeats.

    `max_items` and `item_length` bound the list; errors say which line is too long.
    """

    widget = forms.Textarea

    def __init__(self, *, max_items: int = 40, item_length: int = 200, **kwargs):
        super().__init__(**kwargs)
        self.max_items, self.item_length = max_items, item_length

    def clean(self, value) -> list[str]:
        text = super().clean(value) or ""
        lines = _lines(text)
        if len(lines) > self.max_items:
            raise ValidationError(f"Skriv højst {self.max_items} linjer")
        for number, line in enumerate(lines, start=1):
            if len(line) > self.item_length:
                raise ValidationError(f"Linje {number} er for lang. Skriv højst {self.item_length} tegn")
        return lines

    def has_changed(self, initial, data) -> bool:
        """Compare line by line: browsers send other line ends than we stored."""
        return not self.disabled and _lines(initial or "") != _lines(data or "")


def _lines(text: str) -> list[str]:
    """The lines of text, tidied, without blanks and repeats."""
    return list(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))
