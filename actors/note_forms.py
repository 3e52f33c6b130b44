"""Forms of the contact log and of promises.

Related rows are looked up in the plan that the form is given; persons are offered as far as the member
may see them.
"""

import uuid
from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError

from accounts.access import HasRole
from accounts.models import Membership, Plan
from actors.contact_cards import contact_cards
from actors.contact_forms import NOT_SO_EARLY, STALE_PAGE
from actors.guarded_forms import CPR_OK, GuardedForm
from actors.models import Actor, Contact, NoteChannel
from actors.note_actions import NextStep
from config.forms import DateInput

NOT_ABOUT_PERSONS = "Skriv ikke om enkeltpersoner."
DATE_ERRORS = {"required": "Vælg en dato", "invalid": "Skriv datoen som 14-10-2026"}
# Longer ahead is a slip of the finger.
YEARS_AHEAD = 5
NOT_OURS = "Vælg en aktør fra jeres egen liste"


def colleagues_of(plan: Plan) -> list[Membership]:
    """Those who can promise something: the team, by name."""
    return sorted(plan.memberships.team(), key=lambda membership: membership.user.name)


def text_field(label: str, limit: int, *, hint: str, missing: str = "") -> forms.CharField:
    """One line of free text; `missing` is what is said when it is empty, "" when it may be."""
    errors = {"required": missing, "max_length": f"Skriv højst {limit} tegn"}
    return forms.CharField(
        label=label, max_length=limit, required=bool(missing), help_text=hint, error_messages=errors,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


def date_field(label: str, **kwargs) -> forms.DateField:
    """A day within living memory."""
    return forms.DateField(
        label=label, widget=DateInput(), validators=[NOT_SO_EARLY], error_messages=DATE_ERRORS, **kwargs
    )


def submission_field() -> forms.UUIDField:
    """The form's own id, so that sending it twice makes one row."""
    errors = {"invalid": STALE_PAGE}
    return forms.UUIDField(
        widget=forms.HiddenInput, initial=uuid.uuid4, required=False, error_messages=errors
    )


def version_field(**kwargs) -> forms.IntegerField:
    """The version that the user saw."""
    errors = dict.fromkeys(("required", "invalid", "min_value", "max_value"), STALE_PAGE)
    return forms.IntegerField(
        widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1, error_messages=errors, **kwargs
    )


class ContactFields(GuardedForm, forms.Form):
    """What a line in the log says: how, with whom there, when, and what came of it."""

    channel = forms.ChoiceField(
        label="Hvordan?", choices=NoteChannel.choices, initial=NoteChannel.CALL, widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvordan I talte sammen", "invalid_choice": "Vælg fra listen"},
    )  # fmt: skip
    text = text_field(
        "Hvad kom der ud af det?", 300, hint=f"Én linje. {NOT_ABOUT_PERSONS}",
        missing="Skriv, hvad der kom ud af det",
    )  # fmt: skip
    person = forms.ChoiceField(
        label="Hvem hos dem?", required=False,
        error_messages={"invalid_choice": "Vælg en person hos den aktør, du talte med"},
    )  # fmt: skip
    on = date_field("Hvornår?")

    def __init__(self, *args, plan: Plan, membership: HasRole, actor: Actor | None, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan, self.today, self.chosen = plan, today, actor
        self.fields["on"].initial = today
        self.fields["person"].choices = [("", "Ingen bestemt"), *persons_at(actor, membership, today)]

    def clean_text(self):
        return " ".join(self.cleaned_data["text"].split())

    def clean_on(self):
        if self.cleaned_data["on"] > self.today:
            raise ValidationError("Datoen skal være i dag eller før")
        return self.cleaned_data["on"]

    def clean_person(self) -> Contact | None:
        chosen = self.cleaned_data["person"]
        return self.chosen.contacts.kept().filter(pk=chosen).first() if chosen else None


def persons_at(actor: Actor | None, membership: HasRole, today: date) -> list[tuple[str, str]]:
    """(id, name and role) of those at the actor that the member may know of."""
    contacts = actor.contacts.kept() if actor else ()
    return [(str(pk), card.label) for pk, card in contact_cards(contacts, membership, today)]


class OneActorField(forms.ModelChoiceField):
    """One actor of the plan, sent by the picker; it never lists the whole plan."""

    def __init__(self, missing: str = "Vælg, hvem du talte med", label: str = "Hvem?", *, required=True):
        super().__init__(
            queryset=Actor.objects.none(), label=label, widget=forms.HiddenInput, required=required,
            error_messages={"required": missing},
        )  # fmt: skip

    def to_python(self, value):
        # An id that is none is said in the same words as one of somebody else's.
        try:
            return super().to_python(value)
        except ValidationError as problem:
            raise ValidationError(NOT_OURS, code="invalid_choice") from problem


class NoteForm(ContactFields):
    """A new line, and perhaps the next step."""

    submission = submission_field()
    actor = OneActorField()
    step = text_field("Næste skridt", 200, hint="Hvad har I lovet? Det kommer på Overblik.")
    due = date_field("Senest", required=False)
    responsible = forms.ChoiceField(
        label="Hvem af jer?", required=False, error_messages={"invalid_choice": "Vælg en kollega fra listen"}
    )

    field_order = ("actor", "channel", "text", "person", "on", "step", "due", "responsible")

    def __init__(self, *args, plan: Plan, membership: Membership, **kwargs):
        super().__init__(*args, plan=plan, membership=membership, **kwargs)
        self.fields["actor"].queryset = plan.actors.active()
        self.colleagues = {str(one.pk): one for one in colleagues_of(plan)}
        self.fields["responsible"].choices = [(pk, one.user.name) for pk, one in self.colleagues.items()]
        self.fields["responsible"].initial = str(membership.pk)
        self.fields["due"].initial = self.today + timedelta(days=7)

    def clean_due(self):
        return checked_due(self.cleaned_data["due"], self.today)

    def clean(self):
        data = super().clean()
        data["step"] = " ".join(data.get("step", "").split())
        if data["step"] and not data.get("due") and "due" not in self.errors:
            self.add_error("due", "Vælg, hvornår det senest skal ske")
        return data

    def next_step(self) -> NextStep | None:
        """What was promised, or None."""
        data = self.cleaned_data
        if not data["step"]:
            return None
        return NextStep(data["step"], data["due"], self.colleagues.get(data["responsible"]))


def checked_due(due: date | None, today: date) -> date | None:
    """`due`, if it is a day that one can plan for. Raises ValidationError."""
    if due and due > today.replace(month=1, day=1, year=today.year + YEARS_AHEAD):
        raise ValidationError(f"Vælg en dato inden for {YEARS_AHEAD} år")
    return due


class VersionedForm(forms.BaseForm):
    """Mixin of forms that carry the version the user saw. `touched` names what they changed."""

    NOT_OF_THE_ROW = ("version", "submission", CPR_OK)

    @property
    def touched(self) -> list[str]:
        """The names of the row's fields that differ from what is stored."""
        return [name for name in self.changed_data if name not in self.NOT_OF_THE_ROW]


class NoteEditForm(VersionedForm, ContactFields):
    """A line that is already in the log; its actor stays."""

    version = version_field()


class FollowUpForm(VersionedForm, GuardedForm, forms.Form):
    """A promise: what, senest, who of us. With `only` it is that one field alone."""

    what = text_field("Hvad?", 200, hint=NOT_ABOUT_PERSONS, missing="Skriv, hvad I har lovet")
    due = date_field("Senest")
    responsible = forms.ChoiceField(
        label="Hvem af jer?", required=False, error_messages={"invalid_choice": "Vælg en kollega fra listen"}
    )
    submission = submission_field()
    version = version_field(required=False)

    def __init__(self, *args, plan: Plan, today: date, only: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.colleagues = {str(one.pk): one for one in colleagues_of(plan)}
        self._add_owner(plan)
        names = [(pk, one.user.name) for pk, one in self.colleagues.items()]
        self.fields["responsible"].choices = [("", "Ingen endnu"), *names]
        for name in ("what", "due", "responsible"):
            if only and name != only:
                del self.fields[name]

    def _add_owner(self, plan: Plan) -> None:
        """Offer whoever promised it, so that a change of its day does not take it from a partner."""
        pk = self.initial.get("responsible")
        if pk and pk not in self.colleagues:
            owners = plan.memberships.filter(pk=pk).select_related("user")
            self.colleagues |= {str(one.pk): one for one in owners}

    def clean_what(self):
        return " ".join(self.cleaned_data["what"].split())

    def clean_due(self):
        return checked_due(self.cleaned_data["due"], self.today)

    def values(self) -> dict:
        """The fields of FollowUp that the form holds."""
        names = ("what", "due", "responsible")
        values = {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        if "responsible" in values:
            values["responsible"] = self.colleagues.get(values["responsible"])
        return values


class PickForm(forms.Form):
    """What is typed in the picker's search box."""

    q = forms.CharField(max_length=100, required=False)

    def text(self) -> str:
        """The text, or "" for one that makes no sense."""
        return self.cleaned_data["q"] if self.is_valid() else ""


class PageForm(forms.Form):
    """The query string of a list: which page, and of the promises whose and which."""

    page = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)
    hvis = forms.ChoiceField(required=False, choices=[("alle", "alle")])
    vis = forms.ChoiceField(required=False, choices=[("klaret", "klaret")])

    def chosen(self, name: str):
        """The cleaned value, or "" for one that is not set or makes no sense."""
        self.is_valid()
        return self.cleaned_data.get(name) or ""

    def number(self) -> int:
        """The page asked for."""
        return self.chosen("page") or 1
