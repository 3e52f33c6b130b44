"""The form of a sitting: a day, who was there, and for each question an answer in words."""

from datetime import date

from django import forms

from actors.guarded_forms import GuardedForm
from actors.note_forms import VersionedForm, date_field, submission_field, version_field
from mapping.initiative_forms import ONLY_ORGANISATIONS
from mapping.initiative_method import PARTS, Question, Topic
from mapping.models import Review
from mapping.review_rules import Said

NOTE_LENGTH = 300


class ReviewForm(VersionedForm, GuardedForm, forms.Form):
    """`ReviewForm(data, topic=…, today=…, review=None)`; `answers()` is what was said."""

    version = version_field(required=False)
    submission = submission_field()
    held_on = date_field("Hvornår talte I om det?")
    present = forms.CharField(
        label="Hvem var med?", max_length=200, required=False, help_text=ONLY_ORGANISATIONS,
        error_messages={"max_length": "Skriv højst 200 tegn"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, data=None, *, topic: Topic, today: date, review: Review | None = None):
        super().__init__(data, initial=_standing(review) if review else {"held_on": today})
        self.topic, self.today = topic, today
        for question in topic.questions:
            self._add(question)

    def _add(self, question: Question) -> None:
        choices = [(str(level), word) for level, word in enumerate(self.topic.levels)]
        self.fields[f"level_{question.key}"] = forms.ChoiceField(
            label=question.name, help_text=question.asks, choices=choices, required=False,
            widget=forms.RadioSelect, error_messages={"invalid_choice": "Vælg et af svarene"},
        )  # fmt: skip
        self.fields[f"note_{question.key}"] = forms.CharField(
            label=f"{question.name}, med jeres ord", max_length=NOTE_LENGTH, required=False,
            error_messages={"max_length": f"Skriv højst {NOTE_LENGTH} tegn"},
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )  # fmt: skip

    def clean_held_on(self) -> date:
        if self.cleaned_data["held_on"] > self.today:
            raise forms.ValidationError("Datoen skal være i dag eller før")
        return self.cleaned_data["held_on"]

    def clean(self):
        said = super().clean()
        wrong = any(name.startswith("level_") for name in self.errors)
        if not wrong and not any(said.get(f"level_{one.key}") for one in self.topic.questions):
            self.add_error(None, "Svar på mindst ét af spørgsmålene")
        return said

    def groups(self) -> list:
        """(name, what it is about, its questions with their fields) for the page; one group for factors."""
        rows = [(one, self[f"level_{one.key}"], self[f"note_{one.key}"]) for one in self.topic.questions]
        if not self.topic.comes_back:
            return [("", "", rows)]
        return [(name, about, [row for row in rows if row[0].part == part]) for part, name, about in PARTS]

    def answers(self) -> dict[str, Said]:
        """{question: what was said of it}."""
        data = self.cleaned_data
        return {
            one.key: Said(
                int(data[f"level_{one.key}"]) if data[f"level_{one.key}"] else None,
                " ".join(data[f"note_{one.key}"].split()),
            )
            for one in self.topic.questions
        }


def _standing(review: Review) -> dict:
    """What a review says, as the first values of its form."""
    first = {"version": review.version, "held_on": review.held_on, "present": review.present}
    for answer in review.answers.all():
        first[f"level_{answer.key}"] = "" if answer.level is None else str(answer.level)
        first[f"note_{answer.key}"] = answer.note
    return first
