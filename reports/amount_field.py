"""A form's field for a number as Danes write it."""

from django import forms

from reports.amounts import ASK, NOT_BELOW_ZERO, NotANumber, amount_text, read_amount

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
    """What somebody counted: nothing below 0."""

    def to_python(self, value):
        amount = super().to_python(value)
        if amount is not None and amount < 0:
            raise forms.ValidationError(NOT_BELOW_ZERO)
        return amount
