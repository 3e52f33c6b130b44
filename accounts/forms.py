"""Forms of the plan, its members and one's own account."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import BaseValidator, MaxValueValidator, MinValueValidator
from django.db import models

from accounts.access import INVITED_ROLES
from accounts.actions import SUPPORT_DAYS_AT_MOST
from accounts.method import FOCUS_PRESETS
from accounts.models import Plan, User
from config.forms import DateInput

CARE_FOR_TIME = ("contacts_at_most", "contacts_within_days", "forgotten_after_days")


NUMBER_ERRORS = {
    "required": "Skriv et tal",
    "invalid": "Skriv et helt tal",
    "min_value": "Skriv mindst %(limit_value)s",
    "max_value": "Skriv højst %(limit_value)s",
}


def keep_bounds(field: forms.IntegerField, of: models.Field) -> None:
    """Let a number be asked for within the narrowest bounds of its column, and say only those."""

    def limits(kind: type[BaseValidator]) -> list[int]:
        return [one.limit_value for one in of.validators if isinstance(one, kind)]

    lowest, highest = max(limits(MinValueValidator)), min(limits(MaxValueValidator))
    field.validators = [MinValueValidator(lowest), MaxValueValidator(highest)]
    field.widget.attrs |= {"min": lowest, "max": highest}


class PlanForm(forms.ModelForm):
    """What the plan is and when, and how it takes care of actors' time."""

    class Meta:
        model = Plan
        fields = [
            "name", "municipality", "housing_organisations", "starts_on", "ends_on",
            *CARE_FOR_TIME,
        ]  # fmt: skip
        labels = {
            "contacts_at_most": "For meget er så mange kolleger",
            "contacts_within_days": "på så mange dage",
            "forgotten_after_days": "Glemt efter så mange dage uden kontakt",
        }
        help_texts = {
            "contacts_at_most": "Så siger loggen til, at andre lige har talt med dem.",
            "contacts_within_days": "Dagene tælles tilbage fra i dag.",
            "forgotten_after_days": "Så kommer aktøren på Overblik.",
        }
        widgets = {
            "starts_on": DateInput(),
            "ends_on": DateInput(),
            "housing_organisations": forms.Textarea(attrs={"rows": 3}),
        }
        error_messages = {
            "name": {"required": "Skriv planens navn"},
            **dict.fromkeys(CARE_FOR_TIME, NUMBER_ERRORS),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in CARE_FOR_TIME:
            keep_bounds(self.fields[name], Plan._meta.get_field(name))

    def clean_name(self):
        """One line, since it stands in the subject of mails."""
        return " ".join(self.cleaned_data["name"].split())

    def clean(self):
        data = super().clean()
        starts, ends = data.get("starts_on"), data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "Slut skal være efter start")
        return data


class TermForm(forms.Form):
    """One word of the plan: an area, a focus area or a target group."""

    name = forms.CharField(label="Navn", max_length=80, error_messages={"required": "Skriv et navn"})

    def __init__(self, *args, terms, instance=None, **kwargs):
        super().__init__(*args, initial={"name": instance.name if instance else ""}, **kwargs)
        self.terms, self.instance = terms, instance

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        same = self.terms.filter(name__iexact=name)
        # SQLite compares æøå by exact case only, so the last word is Python's.
        taken = {term.name.lower(): term for term in self.terms.all()}
        if same.exclude(pk=getattr(self.instance, "pk", None)).exists() or (
            name.lower() in taken and taken[name.lower()] != self.instance
        ):
            raise forms.ValidationError(f"»{name}« findes allerede")
        return name


class FocusPresetForm(forms.Form):
    """Which of the two known sets of focus areas to add."""

    preset = forms.ChoiceField(
        label="Sæt af indsatsområder", choices=[(preset.key, preset.name) for preset in FOCUS_PRESETS]
    )


class InviteForm(forms.Form):
    """Whom to invite, as what."""

    email = forms.EmailField(
        label="Mail",
        max_length=254,
        error_messages={"required": "Skriv en mailadresse", "invalid": "Skriv en mail som navn@sted.dk"},
    )
    role = forms.ChoiceField(
        label="Rolle",
        choices=INVITED_ROLES,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg en rolle"},
    )


class RoleForm(forms.Form):
    """Another role for a member."""

    role = forms.ChoiceField(
        label="Rolle", choices=INVITED_ROLES, error_messages={"required": "Vælg en rolle"}
    )


class SupportForm(forms.Form):
    """Let support look for some days."""

    email = forms.EmailField(
        label="Supportens mail",
        max_length=254,
        error_messages={"required": "Skriv supportens mail", "invalid": "Skriv en mail som navn@sted.dk"},
    )
    days = forms.IntegerField(
        label="Antal dage",
        min_value=1,
        max_value=SUPPORT_DAYS_AT_MOST,
        initial=2,
        error_messages={
            "required": "Skriv antal dage",
            "invalid": "Skriv et tal",
            "min_value": "Skriv mindst 1 dag",
            "max_value": f"Skriv højst {SUPPORT_DAYS_AT_MOST} dage",
        },
    )


class JoinForm(forms.Form):
    """The name and password of somebody who was invited and has no account."""

    name = forms.CharField(label="Dit navn", max_length=120, error_messages={"required": "Skriv dit navn"})
    password = forms.CharField(
        label="Adgangskode",
        max_length=128,
        strip=False,
        help_text="Mindst 12 tegn. En sætning er lettest at huske.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Skriv en adgangskode"},
    )

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self):
        data = super().clean()
        if data.get("password"):
            try:
                validate_password(data["password"], User(email=self.email, name=data.get("name", "")))
            except forms.ValidationError as problem:
                self.add_error("password", problem)
        return data


class AuditFilterForm(forms.Form):
    """Query string of the log."""

    page = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)
