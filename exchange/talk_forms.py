"""Forms within a talk: a message, the agreement, how it went."""

from datetime import date

from django import forms

from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.note_forms import submission_field, version_field
from config.forms import ComparedForm, DateInput
from exchange.listing_forms import DAY_INVALID, message_field
from exchange.models import Agreement, Ended

FAR = 2000, 2100


class MessageForm(GuardedForm, forms.Form):
    """One more message."""

    text = message_field("Skriv til dem")
    submission = submission_field()


class AgreementForm(ComparedForm, GuardedForm, forms.ModelForm):
    """The terms. `version` is the one the user saw, 0 when there were none."""

    version = version_field(required=False)

    class Meta:
        model = Agreement
        fields = [
            "what", "in_return", "terms", "starts_on", "ends_on", "giver_person", "taker_person",
            "if_not_kept",
        ]  # fmt: skip
        labels = {
            "what": "Hvad aftaler I?", "in_return": "Hvad får de igen?", "terms": "Vilkår",
            "starts_on": "Fra", "ends_on": "Til og med", "if_not_kept": "Hvad gør I, hvis det ikke går?",
        }  # fmt: skip
        help_texts = {
            "what": f"Fx køkkenet hver anden torsdag kl. 17–20. {FREE_TEXT_HINT}",
            "in_return": "Fx gør de rent og passer bookingen. Lad feltet stå tomt, hvis det er gratis.",
            "terms": "Nøgle, oprydning, udgifter: det, der plejer at give knas, når det ikke er sagt.",
            "ends_on": "Lad feltet stå tomt, hvis den gælder, til en af jer siger stop.",
            "if_not_kept": "Fx siger vi til tre dage før, og så finder vi en ny dag.",
        }
        error_messages = {
            "what": {"required": "Skriv, hvad I aftaler", "max_length": "Skriv højst 200 tegn"},
            "starts_on": {"required": "Vælg, hvornår det begynder", "invalid": DAY_INVALID},
            "ends_on": {"invalid": DAY_INVALID},
            "giver_person": {"required": "Skriv, hvem der har ansvaret"},
            "taker_person": {"required": "Skriv, hvem der har ansvaret"},
        }
        widgets = {
            "in_return": forms.Textarea(attrs={"rows": 2}), "terms": forms.Textarea(attrs={"rows": 3}),
            "if_not_kept": forms.Textarea(attrs={"rows": 2}), "starts_on": DateInput(),
            "ends_on": DateInput(),
        }  # fmt: skip

    def __init__(self, data=None, *, instance: Agreement | None, giver: str, taker: str, first=None):
        row = instance or Agreement()
        super().__init__(
            data, instance=row, initial={"version": row.version if instance else 0, **(first or {})}
        )
        self.fields["version"].min_value = 0
        self.fields["version"].validators = []
        for name, actor in (("giver_person", giver), ("taker_person", taker)):
            self.fields[name].label = f"Ansvarlig hos {actor}"
            self.fields[name].help_text = "Navn og rolle på en, der arbejder eller er frivillig der."

    def _day(self, name: str) -> date | None:
        day = self.cleaned_data[name]
        if day and not FAR[0] <= day.year <= FAR[1]:
            raise forms.ValidationError("Vælg en dag, der kan passe")
        return day

    def clean_starts_on(self) -> date:
        return self._day("starts_on")

    def clean_ends_on(self) -> date | None:
        return self._day("ends_on")

    def clean(self):
        said = super().clean()
        starts, ends = said.get("starts_on"), said.get("ends_on")
        if starts and ends and starts > ends:
            self.add_error("ends_on", "Vælg en dag efter den første")
        return said


class EndForm(GuardedForm, forms.Form):
    """How it ended."""

    ended_as = forms.ChoiceField(
        label="Hvordan sluttede det?", choices=Ended.choices, widget=forms.RadioSelect, initial=Ended.DONE,
        error_messages={"required": "Vælg, hvordan det sluttede", "invalid_choice": "Vælg fra listen"},
    )  # fmt: skip
    outcome = forms.CharField(
        label="Hvordan gik det?", max_length=200, required=False, help_text=f"Én linje. {FREE_TEXT_HINT}",
        error_messages={"max_length": "Skriv højst 200 tegn"},
    )  # fmt: skip
    as_collaboration = forms.BooleanField(
        label="Skriv det op som et samarbejde (ressourceudveksle)", required=False
    )
