"""Forms that write collaborations; the filters of the list are in mapping/filters.py.

All related rows are looked up in the plan that the form is given.
"""

import uuid

from django import forms

from accounts.models import TargetGroup
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.models import Actor
from config.forms import DateInput
from mapping.actions import COORDINATOR_OUTSIDE, ENDS_TOO_EARLY, TOO_FEW
from mapping.method import FORMS
from mapping.models import Collaboration, Frequency
from mapping.picker import ACTORS_AT_MOST, chosen_actors, known_ids

NOT_OURS = "Vælg aktører fra jeres egen liste"
WRITTEN_CHOICES = [("", "Ved ikke"), ("true", "Ja"), ("false", "Nej")]


class ActorsField(forms.ModelMultipleChoiceField):
    """`least` to `most` actors of the plan, sent by the actor picker; it never lists the whole plan."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, least: int = 2, most: int = ACTORS_AT_MOST, too_many: str = "", **kwargs):
        messages = {"required": TOO_FEW, "invalid_choice": NOT_OURS, "invalid_pk_value": NOT_OURS,
                    "list": NOT_OURS}  # fmt: skip
        options = {"label": "Aktører", "error_messages": messages} | kwargs
        super().__init__(queryset=Actor.objects.none(), **options)
        self.least, self.most = least, most
        self.too_many = too_many or f"Vælg højst {most} aktører"

    def clean(self, value):
        # Before the rows are fetched: a list can be longer than any database takes as parameters.
        if isinstance(value, list) and len(value) > self.most:
            raise forms.ValidationError(self.too_many, code="too_many")
        actors = super().clean(value)
        if len(actors) < self.least:
            raise forms.ValidationError(TOO_FEW, code="required")
        return actors


class FormField(forms.TypedChoiceField):
    """One of the five forms, as a number.

    It is called `how` in a page: radios named "form" would hide the property `form`, which htmx reads.
    """

    widget = forms.RadioSelect

    def __init__(self, **kwargs):
        messages = {
            "required": "Vælg, hvordan I arbejder sammen",
            "invalid_choice": "Vælg én af de fem former",
        }
        choices = [(guide.number, f"{guide.name}: {guide.plain.lower()}") for guide in FORMS]
        super().__init__(choices=choices, coerce=int, error_messages=messages, **kwargs)


class CoordinatorField(forms.ModelChoiceField):
    """The tovholder, offered among the chosen actors alone."""

    def __init__(self, **kwargs):
        super().__init__(
            queryset=Actor.objects.none(), required=False, label="Tovholder", empty_label="Ingen endnu",
            error_messages={"invalid_choice": COORDINATOR_OUTSIDE}, **kwargs,
        )  # fmt: skip


class PickForm(forms.Form):
    """What is typed in the picker's search box."""

    q = forms.CharField(max_length=100, required=False)

    def text(self) -> str:
        """The text, or "" for one that makes no sense."""
        return self.cleaned_data["q"] if self.is_valid() else ""


class LogForm(GuardedForm, forms.Form):
    """The quick log: who and how are needed, the rest may wait."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    actors = ActorsField()
    how = FormField(label="Hvordan?")
    about = forms.CharField(
        label="Hvad handler det om?", max_length=200, required=False, help_text=FREE_TEXT_HINT
    )
    since = forms.DateField(label="Siden", required=False, widget=DateInput())
    coordinator = CoordinatorField()
    target_groups = forms.ModelMultipleChoiceField(
        TargetGroup.objects.none(), label="Målgrupper", required=False, widget=forms.CheckboxSelectMultiple
    )
    # Set by the button »Gem alligevel«, when the same collaboration is already there.
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        _start_at(self, plan)

    def clean(self):
        data = super().clean()
        _check_coordinator(self, data)
        return data

    def details(self) -> dict:
        """What `log_collaboration` takes beside plan and user."""
        names = ("submission", "actors", "about", "since", "coordinator", "target_groups")
        return {name: self.cleaned_data[name] for name in names} | {"form": self.cleaned_data["how"]}


class CollaborationForm(GuardedForm, forms.ModelForm):
    """All that is known of a collaboration. `version` is the one the user saw."""

    actors = ActorsField()
    how = FormField(label="Samarbejdsform")
    coordinator = CoordinatorField()
    frequency = forms.ChoiceField(
        label="Hvor tit?", choices=[("", "Ved ikke"), *Frequency.choices], required=False
    )
    agreed_in_writing = forms.TypedChoiceField(
        label="Aftalt skriftligt?", choices=WRITTEN_CHOICES, required=False, widget=forms.RadioSelect,
        coerce=lambda value: value == "true", empty_value=None,
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    class Meta:
        model = Collaboration
        fields = [
            "actors", "about", "target_groups", "coordinator", "since", "until", "frequency",
            "agreed_in_writing", "funded_by", "carried_on_by",
        ]  # fmt: skip
        labels = {
            "about": "Hvad handler det om?", "since": "Siden", "until": "Til", "target_groups": "Målgrupper",
            "funded_by": "Hvem betaler?", "carried_on_by": "Hvem vil føre det videre?",
        }  # fmt: skip
        help_texts = {
            "about": FREE_TEXT_HINT,
            "funded_by": "Fx kommunen, en fond eller en pulje.",
            "carried_on_by": "Når helhedsplanen stopper. Skriv organisationer, ikke personer.",
        }
        widgets = {
            "since": DateInput(),
            "until": DateInput(),
            "target_groups": forms.CheckboxSelectMultiple(),
        }

    def __init__(self, *args, plan, typed=None, **kwargs):
        super().__init__(*args, **kwargs)
        written = {None: "", True: "true", False: "false"}[self.instance.agreed_in_writing]
        self.initial |= {
            "how": self.instance.form,
            "agreed_in_writing": written,
            "version": self.instance.version,
        }
        before = [part.actor for part in self.instance.participations.all()]
        self.initial |= {"actors": before, **(typed or {})}
        _start_at(self, plan, before=before)

    def clean(self):
        data = super().clean()
        _check_coordinator(self, data)
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", ENDS_TOO_EARLY)
        return data

    def _post_clean(self):
        """Leave the instance alone: `change_collaboration` compares it with what was typed."""

    def details(self) -> dict:
        """What `change_collaboration` takes beside collaboration and user."""
        values = {name: self.cleaned_data[name] for name in (*self.Meta.fields, "version")}
        return values | {"form": self.cleaned_data["how"]}


class EndForm(forms.Form):
    """The last day; empty means today."""

    until = forms.DateField(
        label="Sidste dag", required=False, widget=DateInput(),
        error_messages={"invalid": "Skriv datoen som 14-10-2026"},
    )  # fmt: skip


def typed_values(form_class: type[forms.BaseForm], data, plan) -> dict:
    """What was sent, as the first values of a form that is shown again before anybody judges it."""
    typed = {name: data.get(name) for name in form_class.base_fields if name in data}
    typed["actors"] = chosen_actors(plan, data.getlist("actors"))
    typed["target_groups"] = [str(pk) for pk in known_ids(data.getlist("target_groups"))]
    return typed


def _start_at(form: forms.BaseForm, plan, before=()) -> None:
    """Let the form's fields see the plan's rows alone, and give it `chosen`: the actors ticked so far.

    An archived actor may stay in a collaboration, but cannot come into one.
    """
    actors = plan.actors.active() | plan.actors.filter(pk__in=[actor.pk for actor in before])
    form.fields["actors"].queryset = actors
    form.fields["coordinator"].queryset = actors
    groups = plan.targetgroups.all()
    form.fields["target_groups"].queryset = groups
    form.fields["target_groups"].choices = [(group.pk, group.name) for group in groups]
    if form.is_bound:
        form.chosen = chosen_actors(plan, form.data.getlist("actors"))
    else:
        form.chosen = list(form.initial.get("actors", ()))
    # Without this the box would list every actor of the plan.
    form.fields["coordinator"].choices = [
        ("", "Ingen endnu"),
        *((actor.pk, actor.name) for actor in form.chosen),
    ]


def _check_coordinator(form: forms.BaseForm, data: dict) -> None:
    """The tovholder is one of the actors."""
    coordinator, actors = data.get("coordinator"), data.get("actors")
    if coordinator and actors is not None and coordinator not in actors:
        form.add_error("coordinator", COORDINATOR_OUTSIDE)
