"""The forms of those without login: signing up, changing it, all of an event that is given."""

from django import forms
from django.core.validators import RegexValidator

from actors.guarded_forms import GuardedForm
from actors.note_forms import submission_field
from config.forms import LinesField
from meetings.models import EventGuest
from meetings.row_form import RowForm
from meetings.signups import KEPT_DAYS

TOGETHER = 6
ORGANISATION_MISSING = "Skriv, hvilken organisation I kommer for"
MAIL_INVALID = "Skriv mailen som navn@sted.dk"
# What is written here goes into a mail to whatever address is given.
NO_ADDRESS = RegexValidator(r"://|www\.|@", "Skriv navnet uden links og mailadresser", inverse_match=True)
SHARES = "Vores navn og mail må stå på den fælles opsamling bagefter"


class SignUpForm(GuardedForm, forms.Form):
    """Who comes, for which organisation, and where the answer goes."""

    organisation = forms.CharField(
        label="Organisation eller forening", max_length=120, validators=[NO_ADDRESS],
        help_text="Arrangementet er for organisationer, foreninger og dem, der arbejder i området.",
        error_messages={"required": ORGANISATION_MISSING, "max_length": "Skriv højst 120 tegn"},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )  # fmt: skip
    names = LinesField(
        label="Hvem kommer?", max_items=TOGETHER, item_length=80, max_length=(80 + 2) * TOGETHER * 2,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=f"Ét navn på hver linje, højst {TOGETHER}.",
        error_messages={"required": "Skriv, hvem der kommer", "max_length": "Teksten er for lang"},
    )  # fmt: skip
    email = forms.EmailField(
        label="Mail til svaret", max_length=254,
        help_text="Her får I et link, hvor I kan rette eller melde afbud.",
        error_messages={
            "required": "Skriv en mail, så I kan få svar", "invalid": MAIL_INVALID,
            "max_length": "Skriv højst 254 tegn",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    consents = forms.BooleanField(
        label="Ja, I må gemme navn og mail, til arrangementet er holdt",
        help_text=f"De slettes senest {KEPT_DAYS} dage efter. Kun helhedsplanens medarbejdere ser dem.",
        error_messages={"required": "Sæt hak, hvis vi må gemme det. Ellers kan I ikke være tilmeldt."},
    )  # fmt: skip
    shares_contact = forms.BooleanField(label=SHARES, required=False)
    submission = submission_field()

    def clean_names(self) -> list[str]:
        for name in self.cleaned_data["names"]:
            NO_ADDRESS(name)
        return self.cleaned_data["names"]


class OwnForm(RowForm):
    """What the guest may change by the own link."""

    class Meta:
        model = EventGuest
        fields = ["organisation", "name", "email", "shares_contact"]
        labels = {
            "organisation": "Organisation eller forening", "name": "Hvem kommer?",
            "email": "Mail til svaret", "shares_contact": SHARES,
        }  # fmt: skip
        error_messages = {
            "organisation": {"required": ORGANISATION_MISSING, "max_length": "Skriv højst 120 tegn"},
            "name": {"required": "Skriv, hvem der kommer", "max_length": "Skriv højst 80 tegn"},
            "email": {"invalid": MAIL_INVALID, "max_length": "Skriv højst 254 tegn"},
        }

    def __init__(self, data=None, *, guest: EventGuest):
        super().__init__(data, row=guest, is_new=False)
        for name in ("organisation", "name"):
            self.fields[name].validators.append(NO_ADDRESS)
        self.fields["email"].required = True
        self.fields["email"].error_messages["required"] = "Skriv en mail, så I kan få svar"
