"""Two saved the same thing: what stands there now beside what the second one wrote, field by field."""

from dataclasses import dataclass

from django import forms

from actors.forms import ActorForm
from config.forms import LinesField

NOTHING = "ingenting"


@dataclass(frozen=True)
class Difference:
    """One field that two people wrote, in words: what stands there now, and what this user typed."""

    label: str
    stands: str
    typed: str


def conflicts_of(form: ActorForm) -> list[Difference]:
    """The fields of an actor's valid form that differ from what is stored now.

    The form must be bound to an instance that was read after the other one's save.
    """
    return [
        Difference(
            form[name].label,
            _in_words(form.fields[name], form[name].initial),
            _in_words(form.fields[name], form.cleaned_data[name]),
        )
        for name in form.touched
    ]


def _in_words(field: forms.Field, value) -> str:
    """A field's value as the page would say it, whether it comes from the row or from the form."""
    if isinstance(field, forms.BooleanField):
        return "ja" if value else "nej"
    if not value:
        return NOTHING
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(str(one) for one in value)
    if isinstance(field, forms.ModelChoiceField):
        chosen = value if hasattr(value, "pk") else field.queryset.filter(pk=value).first()
        return field.label_from_instance(chosen) if chosen else NOTHING
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    if isinstance(field, LinesField):
        return ", ".join(value.splitlines() if isinstance(value, str) else value)
    return str(value)
