"""Forms about who came and whom they brought."""

from django import forms

from actors.guarded_forms import GuardedForm
from actors.models import ActorKind
from actors.note_forms import submission_field
from meetings.models import AttendanceMark
from meetings.reply_forms import ORGANISATION_HINT
from meetings.row_form import CHOOSE


class MarkForm(forms.Form):
    """One tap: what was pressed; "" takes back what is written down."""

    came = forms.ChoiceField(choices=[("", "Ikke skrevet ned"), *AttendanceMark.choices], required=False)


class GuestMarkForm(forms.Form):
    """One tap for a guest."""

    came = forms.ChoiceField(choices=[("yes", "Var med"), ("no", "Kom ikke")])


class RegisterForm(GuardedForm, forms.Form):
    """A guest on the way into the registry: the organisation, and perhaps whom to ask there."""

    name = forms.CharField(
        label="Organisation", max_length=120, help_text=ORGANISATION_HINT,
        error_messages={"required": "Skriv organisationens navn", "max_length": "Skriv højst 120 tegn"},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="Aktørtype", choices=ActorKind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Vælg en type", "invalid_choice": CHOOSE},
    )  # fmt: skip
    contact = forms.CharField(
        label="Kontaktperson", max_length=120, required=False,
        help_text="Kun en, der taler for organisationen. Fortæl personen, at I har skrevet navnet op.",
        error_messages={"max_length": "Skriv højst 120 tegn"},
    )  # fmt: skip
    role = forms.CharField(
        label="Rolle", max_length=80, required=False, error_messages={"max_length": "Skriv højst 80 tegn"}
    )
    submission = submission_field()

    def clean(self):
        said = super().clean()
        if said.get("contact") and not said.get("role"):
            self.add_error("role", "Skriv, hvilken rolle personen har")
        return said

    def values(self) -> dict:
        """What the action takes."""
        words = {name: " ".join(self.cleaned_data[name].split()) for name in ("name", "contact", "role")}
        return words | {name: self.cleaned_data[name] for name in ("kind", "submission")}
