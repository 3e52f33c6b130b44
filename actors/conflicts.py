"""Two saved the same thing: what stands there now beside what the second one wrote, field by field."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Protocol

from django import forms
from django.http import QueryDict

from config.danish import clock, full_date, number
from config.forms import LinesField

NOTHING = "ingenting"


@dataclass(frozen=True)
class Difference:
    """One field that two people wrote, in words: what stands there now, and what this user typed."""

    label: str
    stands: str
    typed: str


class HasTouched(Protocol):
    """A form that knows which of the row's fields it changes."""

    fields: dict[str, forms.Field]
    cleaned_data: dict
    touched: list[str]

    def __getitem__(self, name: str) -> forms.BoundField: ...


def conflicts_of(form: HasTouched) -> list[Difference]:
    """The fields of a valid form that differ from what is stored now.

    The form must be bound to a row that was read after the other one's save.
    """
    return [
        Difference(
            form[name].label,
            _in_words(form.fields[name], form[name].initial),
            _in_words(form.fields[name], form.cleaned_data.get(name)),
        )
        for name in form.touched
    ]


def on_top_of(version: int, data: QueryDict) -> QueryDict:
    """What was posted in `data`, with the version that the user has now seen; its next save is on top."""
    data = data.copy()
    data["version"] = str(version)
    return data


def _in_words(field: forms.Field, value) -> str:
    """A field's value as the page would say it, whether it comes from the row or from the form."""
    if isinstance(field, forms.BooleanField):
        return "ja" if value else "nej"
    if not value and value != 0:
        return NOTHING
    if isinstance(value, Decimal):
        return number(value, max(-value.normalize().as_tuple().exponent, 0))
    if isinstance(value, date):
        return full_date(value)
    if isinstance(value, time):
        return clock(value)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(str(one) for one in value)
    if isinstance(field, forms.ModelChoiceField):
        chosen = value if hasattr(value, "pk") else field.queryset.filter(pk=value).first()
        return field.label_from_instance(chosen) if chosen else NOTHING
    if isinstance(field, forms.MultipleChoiceField):
        return ", ".join(str(name) for key, name in field.choices if key in value) or NOTHING
    if isinstance(field, forms.ChoiceField):
        # A form may have made a row of what was chosen.
        chosen = str(getattr(value, "pk", value))
        return str({str(key): name for key, name in field.choices}.get(chosen, value))
    if isinstance(field, LinesField):
        return ", ".join(value.splitlines() if isinstance(value, str) else value)
    return str(value)
