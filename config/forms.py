"""Form rendering and field types that every app shares."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting


class FieldRenderer(TemplatesSetting):
    """Our one field template, and form errors as a summary that takes focus."""

    field_template_name = "components/field.html"
    form_template_name = "components/form.html"


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
