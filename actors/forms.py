"""Forms that write actors and their resources. The filters of the list are in actors/filters.py."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from accounts.models import Plan
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import CPR_OK, GuardedForm
from actors.models import (
    WEB_ADDRESS,
    Actor,
    ActorKind,
    Base,
    CentreType,
    CompetenceKind,
    Need,
    Resource,
    ResourceKind,
)
from config.forms import LinesField

TOO_LONG = "Skriv højst %(limit_value)d tegn"


class WebAddressField(forms.CharField):
    """An address of a site; https:// is put before one that is written without."""

    default_validators = [WEB_ADDRESS]

    def to_python(self, value):
        text = super().to_python(value)
        return text if not text or "://" in text else f"https://{text}"

    def validate(self, value):
        super().validate(value)
        # https://bank.dk@evil.example leads to the second of the two names.
        if value and "@" in value.partition("://")[2].partition("/")[0]:
            raise ValidationError(WEB_ADDRESS.message)


class MemberChoiceField(forms.ModelChoiceField):
    """A membership, shown by the person's name."""

    def label_from_instance(self, obj):
        return obj.user.name


class ActorForm(GuardedForm, forms.ModelForm):
    """One actor of `plan`: its own fields, and competences and strengths one per line.

    `version` is the one the user saw, so that a save on top of somebody else's is found out;
    `submission` is the form's own id, so that sending it twice makes one actor.
    """

    kind = forms.ChoiceField(
        label="Aktørtype", choices=ActorKind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Vælg en aktørtype", "invalid_choice": "Vælg en af aktørtyperne"},
    )  # fmt: skip
    website = WebAddressField(
        label="Hjemmeside", required=False, max_length=300, widget=forms.TextInput(attrs={"inputmode": "url"})
    )
    competences = LinesField(
        label="Faglige kompetencer", required=False, help_text="Én pr. linje.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    strengths = LinesField(
        label="Andre styrker", required=False, help_text="Én pr. linje. Fx sprog eller egne erfaringer.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    held_by = MemberChoiceField(
        label="Hvem har relationen", queryset=None, required=False, empty_label="Ingen endnu"
    )
    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    # How the form is laid out: one group always in sight, the others folded together.
    FIRST = ("name", "short_name", "kind", "status")
    GROUPS = (
        ("what", "Hvad de gør", FREE_TEXT_HINT,
         ("core_task", "target_groups", "wanted_target_groups", "competences", "strengths",
          "specialised_in")),
        ("where", "Hvor de er", FREE_TEXT_HINT,
         ("base", "address", "areas", "daily_presence", "close_to_residents", "housed_in", "centre_type")),
        ("reach", "Hvordan I får fat i dem",
         "Kun organisationens egne numre. Personer står under Kontaktpersoner.",
         ("phone", "email", "website", "held_by")),
    )  # fmt: skip

    # As on the page, so that the list of errors reads in the same order.
    field_order = [*FIRST, *(name for group in GROUPS for name in group[3])]

    class Meta:
        model = Actor
        fields = [
            "name", "short_name", "kind", "status", "core_task", "base", "address", "areas", "target_groups",
            "wanted_target_groups", "specialised_in", "daily_presence", "close_to_residents", "website",
            "phone", "email", "held_by", "housed_in", "centre_type",
        ]  # fmt: skip
        widgets = {
            "areas": forms.CheckboxSelectMultiple,
            "target_groups": forms.CheckboxSelectMultiple,
            "wanted_target_groups": forms.CheckboxSelectMultiple,
            "phone": forms.TextInput(attrs={"type": "tel"}),
        }
        labels = {"wanted_target_groups": "Vil gerne nå"}
        help_texts = {
            "name": FREE_TEXT_HINT,
            "wanted_target_groups": "Dem, de ikke når i dag.",
            "short_name": "Højst 24 tegn. Bruges på kort og storskærm.",
            "core_task": "Kort, på én linje.",
            "specialised_in": "Fx sundhed eller beskæftigelse.",
            "housed_in": "Et medborgercenter, de holder til i.",
            "centre_type": "Udfyld kun, hvis aktøren selv er et medborgercenter.",
        }
        error_messages = {
            "name": {"required": "Skriv aktørens navn"},
            "email": {"invalid": "Skriv en mail som navn@sted.dk"},
        }

    def __init__(self, data=None, *, plan: Plan, instance: Actor | None = None, **kwargs):
        super().__init__(data, instance=instance, initial=self._first_values(instance), **kwargs)
        self.plan, self.duplicate = plan, None
        self.fields["areas"].queryset = plan.areas.all()
        for name in ("target_groups", "wanted_target_groups"):
            self.fields[name].queryset = plan.targetgroups.all()
        self.fields["held_by"].queryset = self._holders()
        self.fields["housed_in"].queryset = self._houses()
        self.fields["housed_in"].empty_label = "Ikke hos andre"
        self.fields["base"].choices = [("", "Ved ikke"), *Base.choices]
        self.fields["centre_type"].choices = [("", "Ikke et medborgercenter"), *CentreType.choices]
        for field in self.fields.values():
            if hasattr(field, "max_length"):
                field.error_messages["max_length"] = TOO_LONG

    @staticmethod
    def _first_values(instance: Actor | None) -> dict:
        """What the fields of our own begin with."""
        if instance is None:
            return {"submission": uuid.uuid4()}
        lines = {kind: [] for kind in CompetenceKind.values}
        for competence in instance.competences.all():
            lines[competence.kind].append(competence.text)
        return {
            "version": instance.version,
            "competences": "\n".join(lines[CompetenceKind.PROFESSIONAL]),
            "strengths": "\n".join(lines[CompetenceKind.STRENGTH]),
        }

    def _holders(self):
        """The team, and whoever holds the relation already."""
        return self.plan.memberships.team(also=self.instance.held_by_id).order_by("user__name")

    def _houses(self):
        """Those who may house others: the plan's medborgercentre, and whoever does already."""
        centres = ~Q(centre_type="") & Q(archived_at=None)
        actors = self.plan.actors.filter(centres | Q(pk=self.instance.housed_in_id))
        return actors.exclude(pk=self.instance.pk).by_name()

    def clean_name(self):
        """The name in tidy blanks; one that another actor has, however it is spelt, is refused."""
        name = " ".join(self.cleaned_data["name"].split())
        self.duplicate = self.plan.actors.exclude(pk=self.instance.pk).named(name)
        if self.duplicate:
            raise ValidationError(taken_message(self.duplicate))
        return name

    def groups(self):
        """(id, heading, hint, bound fields, open) of the folded groups; one with data or errors is open."""
        for key, heading, hint, names in self.GROUPS:
            fields = [self[name] for name in names]
            yield key, heading, hint, fields, any(field.errors or field.value() for field in fields)

    def refuse_name(self) -> None:
        """Say that the name was taken between the check and the save."""
        self.duplicate = self.plan.actors.exclude(pk=self.instance.pk).named(self.cleaned_data["name"])
        self.add_error("name", taken_message(self.duplicate) if self.duplicate else "Navnet findes allerede")

    @property
    def submitted_as(self) -> uuid.UUID | None:
        """The submission that was posted, known before anything else is checked."""
        try:
            return self.fields["submission"].clean(self["submission"].data)
        except ValidationError:
            return None

    @property
    def writes(self) -> list[str]:
        """The names of everything the form says about an actor."""
        return [*self._meta.fields, "competences", "strengths"]

    @property
    def touched(self) -> list[str]:
        """The names of the actor's fields that differ from what is stored."""
        return [name for name in self.changed_data if name not in ("version", "submission", CPR_OK)]


def taken_message(actor: Actor) -> str:
    """What is said when the name is taken."""
    return f"{actor.name} findes allerede{' i arkivet' if actor.archived_at else ''}"


class ResourceForm(GuardedForm, forms.ModelForm):
    """One resource of an actor."""

    class Meta:
        model = Resource
        fields = ["kind", "text"]
        labels = {"text": "Hvad er det?"}
        help_texts = {"text": f"Fx et lokale, en ladcykel eller to timer om ugen. {FREE_TEXT_HINT}"}
        error_messages = {
            "kind": {"required": "Vælg, hvad det er"},
            "text": {"required": "Skriv, hvad de har", "max_length": TOO_LONG},
        }

    kind = forms.ChoiceField(
        label="Slags", choices=[("", "Vælg"), *ResourceKind.choices],
        error_messages={"required": "Vælg, hvad det er", "invalid_choice": "Vælg fra listen"},
    )  # fmt: skip


class NeedForm(ResourceForm):
    """One thing that an actor lacks; it stands on the same page as the form of a resource."""

    class Meta(ResourceForm.Meta):
        model = Need
        labels = {"text": "Hvad mangler de?"}
        help_texts = {"text": f"Fx et lokale torsdag aften. {FREE_TEXT_HINT}"}
        error_messages = {
            "kind": {"required": "Vælg, hvad det er"},
            "text": {"required": "Skriv, hvad de mangler", "max_length": TOO_LONG},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="need_%s", **kwargs)


class SearchForm(forms.Form):
    """The search in the top bar."""

    q = forms.CharField(required=False, max_length=100)
