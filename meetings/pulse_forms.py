"""The three questions."""

from django import forms

from meetings.health import FELT_NAMES, QUESTIONS
from meetings.row_form import CHOOSE


class PulseForm(forms.Form):
    """Each question may be left out, but not all of them."""

    def __init__(self, data=None):
        super().__init__(data)
        choices = [(felt.value, name) for felt, name in FELT_NAMES.items()]
        for question, words in QUESTIONS.items():
            self.fields[question.value] = forms.ChoiceField(
                label=words, choices=choices, required=False, widget=forms.RadioSelect,
                error_messages={"invalid_choice": CHOOSE},
            )  # fmt: skip

    def clean(self):
        said = super().clean()
        if not self.errors and not any(said.values()):
            self.add_error(next(iter(self.fields)), "Svar på mindst ét spørgsmål")
        return said
