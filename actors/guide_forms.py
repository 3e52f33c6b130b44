"""Forms of the question guide."""

from django import forms

from actors.forms import TOO_LONG
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.method import VALUES
from actors.models import GuideQuestion

ADVICE = f"Ét spørgsmål ad gangen. {FREE_TEXT_HINT}"


class QuestionForm(GuardedForm, forms.ModelForm):
    """An own question of the plan: which value it is about, and its words."""

    value = forms.TypedChoiceField(
        label="Værdi", coerce=int, choices=[("", "Vælg"), *((one.number, one.name) for one in VALUES)],
        error_messages={"required": "Vælg en værdi", "invalid_choice": "Vælg en værdi på listen"},
    )  # fmt: skip

    class Meta:
        model = GuideQuestion
        fields = ["value", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"text": ADVICE}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The model lets it be empty, since ours have their words elsewhere.
        self.fields["text"].required = True
        self.fields["text"].error_messages |= {"required": "Skriv spørgsmålet", "max_length": TOO_LONG}

    def clean_text(self):
        """The question on one line."""
        return " ".join(self.cleaned_data["text"].split())


class WordingForm(QuestionForm):
    """Other words for an own question. `seen` are the words that the user wrote on top of."""

    value = None
    seen = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    class Meta(QuestionForm.Meta):
        fields = ["text"]

    def __init__(self, data=None, *, instance: GuideQuestion):
        super().__init__(data, instance=instance, initial={"seen": instance.text})


class PlaceForm(forms.Form):
    """Where a question is moved to, from 0."""

    place = forms.IntegerField(min_value=0, max_value=1000)


class SwitchForm(forms.Form):
    """Whether a question is asked."""

    is_on = forms.TypedChoiceField(choices=[("1", "med"), ("0", "ikke med")], coerce=lambda word: word == "1")
