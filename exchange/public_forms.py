"""Forms of the open page: what is open, who stands on it, and what a visitor looks for."""

from django import forms

from accounts.models import Plan
from actors.guarded_forms import GuardedForm
from actors.models import ActorKind
from actors.note_forms import version_field
from config.forms import ComparedForm
from exchange.models import PublicPage


class PublicPageForm(ComparedForm, GuardedForm, forms.ModelForm):
    """The leader's choices. `version` is the one the user saw."""

    version = version_field()

    class Meta:
        model = PublicPage
        fields = ["is_on", "intro", "shows_directory", "shows_listings", "shows_notices", "gives_hsds"]
        labels = {
            "is_on": "Siden er åben for alle", "intro": "Indledning", "shows_directory": "Vis aktører",
            "shows_listings": "Vis ressourcebørsen", "shows_notices": "Vis, hvad der sker i området",
            "gives_hsds": "Andre vejvisere må hente data",
        }  # fmt: skip
        help_texts = {
            "is_on": "Slår du den fra, findes adressen ikke længere.",
            "intro": "Et par linjer om området og om jer. Valgfrit.",
            "shows_directory": "Dem, du vælger, og kontaktpersoner, der har sagt ja til, at alle må se dem.",
            "shows_listings": "Kun opslag, hvor der er sat hak i, at de må stå her.",
            "shows_notices": "Opslag og aktiviteter, når de er sat som åbne.",
            "gives_hsds": "Det samme, som står på siden, i formatet HSDS (JSON).",
        }  # fmt: skip
        error_messages = {"intro": {"max_length": "Skriv højst 300 tegn"}}
        widgets = {"intro": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, data=None, *, instance: PublicPage):
        super().__init__(data, instance=instance, initial={"version": instance.version})


class ShownForm(forms.Form):
    """Which of the actors on one page of the list stand on the open page.

    `among` are those that were on the page, so that nobody is taken off unseen.
    """

    among = forms.ModelMultipleChoiceField(None, required=False, widget=forms.MultipleHiddenInput)
    shown = forms.ModelMultipleChoiceField(None, required=False)

    def __init__(self, data=None, *, plan: Plan):
        super().__init__(data)
        for field in self.fields.values():
            field.queryset = plan.actors.active()


class LookForm(forms.Form):
    """What a visitor looks for, in the address."""

    q = forms.CharField(max_length=100, required=False)
    slags = forms.ChoiceField(choices=[("", "Alle"), *ActorKind.choices], required=False)
    alle = forms.BooleanField(required=False)
    format = forms.ChoiceField(choices=[("xlsx", "xlsx"), ("csv", "csv")], required=False)

    def said(self) -> dict:
        """{"q", "slags", "alle", "format"}; nothing for what makes no sense."""
        self.full_clean()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}
