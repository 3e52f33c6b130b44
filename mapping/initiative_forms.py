"""Forms of initiatives and partners. Related rows are looked up in the plan that the form is given."""

from datetime import date

from django import forms
from django.db.models import Q

from accounts.models import Plan, User
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.note_forms import (
    VersionedForm,
    colleagues_of,
    date_field,
    submission_field,
    version_field,
)
from actors.row_form import CHOOSE, RowForm
from config.forms import near_day
from mapping.initiative_actions import MANY
from mapping.initiative_method import PHASES
from mapping.models import Belonging, Initiative, Partner, Phase

LONG_TEXT = "Skriv højst 1000 tegn"
ENDS_TOO_EARLY = "Slut skal være efter start"
ONLY_ORGANISATIONS = "Skriv om organisationer, ikke om enkeltpersoner."


class InitiativeForm(RowForm):
    """The facts of an initiative; its phase is asked for a new one alone, later it is moved."""

    since = date_field("Fra", required=False)
    until = date_field("Til", required=False)
    next_on = date_field("Senest", required=False)
    relation = forms.ChoiceField(
        label="Hvem af os følger det?", required=False,
        error_messages={"invalid_choice": "Vælg en kollega fra listen"},
    )  # fmt: skip

    class Meta:
        model = Initiative
        fields = [
            "name", "purpose", "phase", "belonging", "focus_area", "target_groups", "areas", "coordinator",
            "relation", "next_step", "next_on", "signs", "since", "until",
        ]  # fmt: skip
        labels = {
            "name": "Navn", "purpose": "Formål", "phase": "Hvor langt er I?", "belonging": "Hvis er det?",
            "focus_area": "Indsatsområde", "target_groups": "Målgrupper", "areas": "Boligområder",
            "coordinator": "Tovholder", "next_step": "Næste skridt",
            "signs": "Tegn på, at det lykkes",
        }  # fmt: skip
        help_texts = {
            "name": "Sådan som alle kalder det. Fx Højskoledagene.",
            "purpose": f"Hvad vil I sammen, og for hvem? Tre linjer er nok. {FREE_TEXT_HINT}",
            "belonging": "Så man kan se, hvad den boligsociale indsats bidrager med.",
            "coordinator": "Den organisation, der samler trådene. Den bliver partner med det samme.",
            "next_step": f"Én linje. {ONLY_ORGANISATIONS}",
            "signs": "To eller tre ting, I vil kunne se. Ét tegn pr. linje.",
        }
        error_messages = {
            "name": {"required": "Skriv, hvad initiativet hedder", "max_length": "Skriv højst 80 tegn"},
            "purpose": {"max_length": LONG_TEXT},
            "signs": {"max_length": LONG_TEXT},
            "next_step": {"max_length": "Skriv højst 200 tegn"},
            **{
                name: dict.fromkeys(("required", "invalid_choice", "invalid_pk_value", "list"), CHOOSE)
                for name in ("phase", "belonging", "focus_area", "coordinator", *MANY)
            },
        }  # fmt: skip
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "signs": forms.Textarea(attrs={"rows": 3}),
            "phase": forms.RadioSelect,
            "belonging": forms.RadioSelect,
            "target_groups": forms.CheckboxSelectMultiple,
            "areas": forms.CheckboxSelectMultiple,
        }

    def __init__(self, data=None, *, plan: Plan, today: date, instance: Initiative | None = None):
        self.today = today
        super().__init__(data, row=instance or Initiative(plan=plan), is_new=instance is None)
        self.fields["belonging"].choices = Belonging.choices
        self.fields["phase"].choices = [(one.number, one.name) for one in PHASES]
        if instance:
            del self.fields["phase"]
        self.offer("focus_area", plan.focusareas.all(), "Intet bestemt")
        self.offer("target_groups", plan.targetgroups.all())
        self.offer("areas", plan.areas.all())
        chosen = instance.coordinator_id if instance else None
        actors = plan.actors.filter(Q(archived_at=None) | Q(pk=chosen)).by_name()
        self.offer("coordinator", actors, "Ingen endnu", lambda one: one.name)
        self.colleagues = {str(one.pk): one.user for one in colleagues_of(plan)}
        names = [(pk, user.name) for pk, user in self.colleagues.items()]
        self.fields["relation"].choices = [("", "Ingen endnu"), *names]
        of_user = {user.pk: pk for pk, user in self.colleagues.items()}
        self.initial["relation"] = of_user.get(self.instance.relation_id, "")

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_relation(self) -> User | None:
        return self.colleagues.get(self.cleaned_data["relation"])

    def clean_next_on(self) -> date | None:
        day = self.cleaned_data["next_on"]
        return day and near_day(day, self.today)

    def clean(self):
        said = super().clean()
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", ENDS_TOO_EARLY)
        return said

    @property
    def changed_columns(self) -> list[str]:
        """The fields that say something else than the row, those of several rows too."""
        return [name for name, value in self.values().items() if self._differs(name, value)]

    def _differs(self, name: str, value) -> bool:
        if name in MANY:
            return {one.pk for one in value} != {one.pk for one in self.initial.get(name, ())}
        return getattr(self.instance, name) != value


WORDS = (("role", "Rolle", 120), ("contribution", "Bidrager med", 200), ("gain", "Får ud af det", 200))


def _words_field(label: str, limit: int) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=limit, required=False,
        error_messages={"max_length": f"Skriv højst {limit} tegn"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class PartsForm(VersionedForm, GuardedForm, forms.Form):
    """What a partner does, brings and gains in each of the phases given."""

    version = version_field(required=False)

    def __init__(self, data=None, *, phases, partner: Partner | None = None):
        told = {part.phase: part for part in partner.parts.all()} if partner else {}
        first = {
            f"{name}_{phase}": getattr(told[phase], name)
            for phase in phases
            if phase in told
            for name, *_ in WORDS
        }
        super().__init__(data, initial=first | ({"version": partner.version} if partner else {}))
        self.phases = tuple(phases)
        for phase in self.phases:
            for name, label, limit in WORDS:
                self.fields[f"{name}_{phase}"] = _words_field(label, limit)

    def groups(self) -> list:
        """(phase, its fields) for the page."""
        return [(PHASES[phase - 1], [self[f"{name}_{phase}"] for name, *_ in WORDS]) for phase in self.phases]

    def parts(self) -> dict[int, dict[str, str]]:
        """What was typed of those phases that say something else than before."""
        touched = {int(name.rpartition("_")[2]) for name in self.touched if name != "actor"}
        return {
            phase: {name: " ".join(self.cleaned_data[f"{name}_{phase}"].split()) for name, *_ in WORDS}
            for phase in sorted(touched)
        }


def _asked_under(data) -> int | None:
    """The phase whose fields came with the form, which is the one that its page was made in."""
    names = {f"{WORDS[0][0]}_{one.number}": one.number for one in PHASES}
    return next((names[name] for name in data or () if name in names), None)


class PartnerForm(PartsForm):
    """One more partner, with what it does in the phases that are ticked: the same in all of them.

    The words are asked for under the phase that the initiative is in, which is ticked to begin with; what
    was typed stays when it has moved on meanwhile. Those that take part already are not offered; a form that
    comes twice is let through all the same.
    """

    submission = submission_field()
    in_phases = forms.TypedMultipleChoiceField(
        label="I hvilke faser?", coerce=int, widget=forms.CheckboxSelectMultiple,
        choices=[(phase.number, phase.name) for phase in PHASES],
        help_text="Det samme bliver skrevet i dem alle. Bagefter kan du rette hver for sig.",
        error_messages={"invalid_choice": CHOOSE, "required": "Sæt kryds ved mindst én fase"},
    )  # fmt: skip

    def __init__(self, data=None, *, initiative: Initiative):
        self.asked = _asked_under(data) or initiative.phase
        super().__init__(data, phases=[self.asked])
        self.initial["in_phases"] = [initiative.phase]
        actors = initiative.plan.actors.active().by_name()
        if data is None:
            actors = actors.exclude(pk__in=initiative.partners.current().values("actor"))
        self.fields["actor"] = forms.ModelChoiceField(
            actors, label="Organisation",
            empty_label="Vælg", help_text="Kun aktører, I har i registret.",
            error_messages={"required": "Vælg en organisation", "invalid_choice": CHOOSE},
        )  # fmt: skip
        self.fields["actor"].label_from_instance = lambda one: one.name

    def parts(self) -> dict[int, dict[str, str]]:
        """What was typed, for each phase that is ticked."""
        words = {name: " ".join(self.cleaned_data[f"{name}_{self.asked}"].split()) for name, *_ in WORDS}
        return dict.fromkeys(self.cleaned_data["in_phases"], words) if any(words.values()) else {}

    def typed_parts(self) -> dict[str, str]:
        """The same as PartsForm of all phases has it."""
        return {
            f"{name}_{phase}": text for phase, words in self.parts().items() for name, text in words.items()
        }


class ComeBackForm(forms.Form):
    """Whether a partner that comes back was the tovholder."""

    leads = forms.BooleanField(required=False)


class MoveForm(forms.Form):
    """Another phase, and the one that the page showed."""

    phase = forms.TypedChoiceField(choices=Phase.choices, coerce=int)
    seen = forms.TypedChoiceField(choices=Phase.choices, coerce=int)
