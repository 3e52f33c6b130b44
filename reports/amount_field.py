"""A form's field for a number as Danes write it."""

from decimal import Decimal

from django import forms

from reports.amounts import (
    ASK,
    NOT_BELOW_ZERO,
    WHOLE_ONES,
    NotANumber,
    amount_text,
    read_amount,
    whole_persons,
)

LONGEST = 40


class AmountField(forms.Field):
    """Text that cleans to a Decimal, None for nothing; what cannot be read stays as it was typed."""

    def __init__(self, **kwargs):
        attrs = {"inputmode": "decimal", "autocomplete": "off", "class": "amount"}
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)

    def to_python(self, value):
        text = "" if value is None else str(value)
        if len(text) > LONGEST:
            raise forms.ValidationError(ASK)
        try:
            return read_amount(text)
        except NotANumber as problem:
            raise forms.ValidationError(str(problem)) from problem

    def prepare_value(self, value):
        """A stored number is shown as it is written."""
        return value if value is None or isinstance(value, str) else amount_text(value)

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != (initial if initial != "" else None)
        except forms.ValidationError:
            return True


class CountedField(AmountField):
    """What somebody counted: nothing below 0, and of persons no half one."""

    def __init__(self, *, of_persons: bool = False, **kwargs):
        super().__init__(**kwargs)
        self.of_persons = of_persons
        if of_persons:
            self.widget.attrs["inputmode"] = "numeric"

    def to_python(self, value):
        if self.of_persons:
            return self._persons(value)
        amount = super().to_python(value)
        if amount is not None and amount < 0:
            raise forms.ValidationError(NOT_BELOW_ZERO)
        return amount

    def _persons(self, value) -> Decimal | None:
        """What is no number is not answered with how decimals are written."""
        try:
            amount = super().to_python(value)
        except forms.ValidationError as problem:
            raise forms.ValidationError(WHOLE_ONES) from problem
        # What stood before the rule did is in nobody's way.
        return amount if amount == self.initial else checked_persons(amount)


def checked_persons(amount: Decimal | None) -> Decimal | None:
    """The amount of persons, as a form tells of what is wrong. Raises ValidationError."""
    try:
        return whole_persons(amount)
    except NotANumber as problem:
        raise forms.ValidationError(str(problem)) from problem
