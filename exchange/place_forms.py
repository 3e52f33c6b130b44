"""The form of a place: all related rows are looked up in the plan that it is given."""

import uuid

from django import forms

from accounts.models import Plan
from actors.guard import FREE_TEXT_HINT
from actors.note_forms import OneActorField
from config.danish import WEEKDAYS, capitalised
from config.forms import ComparedForm
from exchange.models import PREPARATION_AT_MOST, Facility
from exchange.picked_form import CLOCK, CLOCK_INVALID, TIME, PickedForm

DAYS = [(str(number), capitalised(name)) for number, name in enumerate(WEEKDAYS)]


def _minutes(label: str, help_text: str) -> forms.IntegerField:
    told = f"Skriv et tal fra 0 til {PREPARATION_AT_MOST}"
    return forms.IntegerField(
        label=label, help_text=help_text, min_value=0, max_value=PREPARATION_AT_MOST, initial=0,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value", "required"), told),
    )  # fmt: skip


class PlaceForm(ComparedForm, PickedForm, forms.ModelForm):
    """Something that can be lent. `version` is the one the user saw."""

    actor = OneActorField("Vælg, hvem der ejer det", "Ejer")
    open_days = forms.MultipleChoiceField(
        label="Åbent", choices=DAYS, required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Sæt ingen kryds, hvis det er alle dage.",
        error_messages={"invalid_choice": "Vælg ugedage"},
    )  # fmt: skip
    capacity = forms.IntegerField(
        label="Plads til", required=False, min_value=1, max_value=5000,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Skriv et helt tal fra 1 til 5000"
        ),
    )  # fmt: skip
    minutes_before = _minutes("Minutter til at gøre klar", "Så længe før kan ingen anden have det.")
    minutes_after = _minutes("Minutter til at rydde op", "")
    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Facility
        fields = [
            "kind", "name", "area", "address", "capacity", "features", "opens", "closes", "minutes_before",
            "minutes_after", "keys", "price", "rules", "open_to", "needs_approval", "tells_owner",
        ]  # fmt: skip
        labels = {
            "kind": "Hvad er det?", "name": "Navn", "area": "Område", "address": "Hvor er det?",
            "features": "Hvad er der?", "opens": "Fra kl.", "closes": "Til kl.",
            "keys": "Hvor henter man nøglen?", "price": "Pris", "rules": "Husregler",
            "open_to": "Hvem må booke?", "tells_owner": "Send besked til ejerens fælles mail",
            "needs_approval": "Ejeren skal sige ja",
        }  # fmt: skip
        help_texts = {
            "name": "Sådan som alle kalder det. Fx Festsalen i Medborgerhuset.",
            "features": "Fx køkken, skærm og 40 stole.",
            "keys": "Skriv organisation og funktion, ikke et navn. Fx varmemesteren i Østhøj.",
            "price": "Lad feltet stå tomt, hvis det er gratis.",
            "needs_approval": "Tiden holdes, til ejeren eller helhedsplanen har svaret.",
            "tells_owner": "Når nogen booker, flytter eller aflyser.",
            "rules": f"Det, man skal vide, før man låner. {FREE_TEXT_HINT}",
        }
        error_messages = {
            "name": {"required": "Skriv, hvad det hedder", "max_length": "Skriv højst 60 tegn"},
            "opens": {"invalid": CLOCK_INVALID}, "closes": {"invalid": CLOCK_INVALID},
        }  # fmt: skip
        widgets = {
            "kind": forms.RadioSelect, "opens": forms.TimeInput(**TIME), "closes": forms.TimeInput(**TIME),
            "open_to": forms.RadioSelect, "rules": forms.Textarea(attrs={"rows": 3}),
        }  # fmt: skip

    def __init__(self, data=None, *, plan: Plan, instance: Facility | None = None, **kwargs):
        place = instance or Facility(plan=plan)
        first = {
            "open_days": list(place.days),
            "actor": instance.owner_id if instance else None,
            "version": instance.version if instance else None,
            "submission": None if instance else uuid.uuid4(),
        }
        super().__init__(data, instance=place, initial=first, **kwargs)
        self.pick_from(plan, instance.owner if instance else None)
        self.fields["area"].queryset = plan.areas.all()
        self.fields["area"].empty_label = "Ikke valgt"
        self.fields["open_to"].required = False
        for name in ("opens", "closes"):
            self.fields[name].input_formats = CLOCK

    def clean(self):
        said = super().clean()
        opens, closes = said.get("opens"), said.get("closes")
        if opens and closes and closes <= opens:
            self.add_error("closes", "Skriv en tid, der ligger efter åbningstiden")
        return said

    def clean_open_to(self) -> str:
        """What stands, when nothing is said."""
        return self.cleaned_data["open_to"] or self.instance.open_to

    def values(self) -> dict:
        """The columns as they were typed."""
        said = self.cleaned_data
        return {name: said[name] for name in self.Meta.fields} | {
            "owner": said["actor"], "days": "".join(sorted(set(said["open_days"]))),
        }  # fmt: skip

    @property
    def touched(self) -> list[str]:
        """The same as fields of the form."""
        return [{"owner": "actor", "days": "open_days"}.get(name, name) for name in self.changed_columns]
