"""Forms of goals, indicators and stories. Rows are looked up in the plan that is given."""

from datetime import date

from django import forms

from accounts.models import Plan
from actors.guard import FREE_TEXT_HINT
from actors.models import ActorKind
from actors.note_forms import DATE_ERRORS
from config.forms import DateInput
from mapping.models import Form
from meetings.row_form import CHOOSE, RowForm
from reports import indicator_catalogue as catalogue
from reports.amount_field import AmountField, checked_persons
from reports.amounts import counts_persons
from reports.goal_rules import CAN_WE, IS_LOGGED
from reports.models import Direction, Frequency, Goal, GoalStory, Indicator, Influence, Measured
from reports.models.goals import MINUTES_AT_MOST

OURS_TO_COUNT = "Nej, vi tæller selv"
FIRST_YEAR = 2000


def _chosen(label: str, choices, *, hint: str = "", missing: str) -> forms.ChoiceField:
    """One of a few, as radio buttons."""
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, help_text=hint,
        error_messages={"required": missing, "invalid_choice": CHOOSE},
    )  # fmt: skip


class GoalForm(RowForm):
    """What is wanted, and the two questions that spare people counting for nothing."""

    influence = _chosen(CAN_WE, Influence, missing="Vælg, om I kan påvirke det")
    measured = _chosen(IS_LOGGED, Measured, missing="Vælg, om I allerede har tallet")

    class Meta:
        model = Goal
        fields = ["name", "focus_area", "parent", "influence", "measured", "why"]
        labels = {"name": "Mål", "focus_area": "Indsatsområde", "parent": "Delmål af", "why": "Hvorfor"}
        help_texts = {
            "name": "Én sætning. Fx Flere unge i Solbakken får et fritidsjob.",
            "parent": "Et delmål står under sit mål og hører til samme indsatsområde.",
            "why": f"Hvad bliver anderledes, når det lykkes? {FREE_TEXT_HINT}",
        }
        error_messages = {
            "name": {"required": "Skriv målet", "max_length": "Skriv højst 140 tegn"},
            "why": {"max_length": "Skriv højst 600 tegn"},
            "focus_area": {"invalid_choice": CHOOSE},
            "parent": {"invalid_choice": CHOOSE},
        }
        widgets = {"why": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, data=None, *, plan: Plan, instance: Goal | None = None, initial=None):
        super().__init__(data, row=instance or Goal(plan=plan), is_new=instance is None, initial=initial)
        goals = plan.goals.standing().whole().exclude(pk=instance and instance.pk)
        self.offer("focus_area", plan.focusareas.all(), "Intet bestemt")
        self.offer("parent", goals, "Intet: det er et mål for sig")

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


PARTS = [
    ("", "Alle"),
    ("Aktørtype", list(ActorKind.choices)),
    ("Samarbejdsform", [(str(value), name) for value, name in Form.choices]),
]
PARTS_OF = {
    catalogue.KIND: {value for value, _ in ActorKind.choices},
    catalogue.FORM: {str(value) for value in Form.values},
    "": set(),
}


class AnswerField(forms.ChoiceField):
    """A question that always has an answer, one of which is stored as nothing."""

    def validate(self, value):
        if value:
            super().validate(value)

    def widget_attrs(self, widget):
        """The browser would take that answer for none."""
        widget.use_required_attribute = lambda initial: False
        return super().widget_attrs(widget)


class IndicatorForm(RowForm):
    """How a goal is seen: counted by itself, with its rule, or by hand, with the time it takes."""

    automatic = AnswerField(
        label=IS_LOGGED,
        help_text="Vælg et tal, der tæller sig selv. Reglerne står under »Det tæller sig selv«.",
        choices=[("", OURS_TO_COUNT), *((one.key, f"Ja: {one.name}") for one in catalogue.AUTOMATIC)],
        error_messages={"invalid_choice": CHOOSE},
    )  # fmt: skip
    part = forms.ChoiceField(
        label="Kun", required=False, choices=PARTS, error_messages={"invalid_choice": CHOOSE},
        help_text="Gælder tal om aktører eller samarbejder.",
    )  # fmt: skip
    minutes = forms.IntegerField(
        label="Minutter hver gang", required=False, min_value=0, max_value=MINUTES_AT_MOST,
        help_text="Hvor lang tid det tager at tælle det én gang.",
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), f"Skriv minutter fra 0 til {MINUTES_AT_MOST}"
        ),
    )  # fmt: skip
    influence = _chosen(CAN_WE, Influence, missing="Vælg, om I kan påvirke det")
    direction = _chosen("Retning", Direction, missing="Vælg en retning")
    frequency = _chosen("Hvor tit", Frequency, missing="Vælg, hvor tit det tælles")
    baseline = AmountField(label="Udgangspunkt", required=False, help_text="Tallet, da I begyndte.")
    target = AmountField(label="Mål", required=False, help_text="Tallet, I går efter.")

    class Meta:
        model = Indicator
        fields = [
            "name", "influence", "automatic", "part", "area", "unit", "minutes", "source", "direction",
            "baseline", "target", "frequency", "owner",
        ]  # fmt: skip
        labels = {
            "name": "Indikator", "area": "Boligområde", "unit": "Enhed",
            "source": "Hvor kommer tallet fra", "owner": "Ansvarlig",
        }  # fmt: skip
        help_texts = {
            "name": "Hvad der tælles. Fx Unge i fritidsjob.",
            "area": "Gælder tal om aktører.",
            "unit": "Fx unge, møder eller %. Personer tælles i hele tal.",
            "source": f"Fx Jobhusets liste. {FREE_TEXT_HINT}",
        }
        error_messages = {
            "name": {"required": "Skriv, hvad der tælles", "max_length": "Skriv højst 120 tegn"},
            "unit": {"max_length": "Skriv højst 20 tegn"},
            "source": {"max_length": "Skriv højst 120 tegn"},
            **{name: {"invalid_choice": CHOOSE} for name in ("area", "owner")},
        }  # fmt: skip
        widgets = {"unit": forms.TextInput(attrs={"autocomplete": "off"})}

    def __init__(self, data=None, *, plan: Plan, instance: Indicator | None = None):
        super().__init__(data, row=instance or Indicator(plan=plan), is_new=instance is None)
        self.offer("area", plan.areas.all(), "Hele planen")
        team = plan.memberships.team(also=instance and instance.owner_id).order_by("user__name", "pk")
        self.offer("owner", team, "Ingen", label=lambda one: one.user.name)

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean(self):
        """What counts itself can be narrowed as far as its rule goes; what is counted by hand cannot."""
        data = super().clean()
        kind = catalogue.find(data.get("automatic", ""))
        if kind is None:
            return self._by_hand(data)
        if data.get("part") and data["part"] not in PARTS_OF[kind.part]:
            self.add_error("part", _WHICH[kind.part])
        if data.get("area") and not kind.takes_area:
            self.add_error("area", "Det tal kan kun tælles for hele planen. Vælg Hele planen")
        return {**data, "unit": kind.unit, "minutes": 0, "source": ""}

    def _by_hand(self, data: dict) -> dict:
        if counts_persons(data.get("unit") or ""):
            self._check_persons(data)
        return {**data, "part": "", "area": None, "minutes": data.get("minutes") or 0}

    def _check_persons(self, data: dict) -> None:
        """Where one begins and what one aims for are whole persons too."""
        for name in {"baseline", "target"} & set(self.changed_data):
            try:
                checked_persons(data.get(name))
            except forms.ValidationError as problem:
                self.add_error(name, problem)


_WHICH = {
    catalogue.KIND: "Vælg en aktørtype eller Alle",
    catalogue.FORM: "Vælg en samarbejdsform eller Alle",
    "": "Det tal kan ikke deles op. Vælg Alle",
}


class StoryForm(RowForm):
    """What happened, beside the figures."""

    class Meta:
        model = GoalStory
        fields = ["title", "text", "on"]
        labels = {"title": "Overskrift", "text": "Fortælling", "on": "Dag"}
        help_texts = {"text": f"Hvad gjorde I sammen, og hvad kom der ud af det? {FREE_TEXT_HINT}"}
        error_messages = {
            "title": {"required": "Skriv en overskrift", "max_length": "Skriv højst 80 tegn"},
            "text": {"required": "Skriv, hvad der skete", "max_length": "Skriv højst 1200 tegn"},
            "on": DATE_ERRORS,
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 6}), "on": DateInput()}

    def __init__(self, data=None, *, plan: Plan, today: date, instance: GoalStory | None = None):
        row, first = instance or GoalStory(plan=plan), {} if instance else {"on": today}
        super().__init__(data, row=row, is_new=instance is None, initial=first)
        self.today = today

    def clean_on(self) -> date:
        day = self.cleaned_data["on"]
        if not date(FIRST_YEAR, 1, 1) <= day <= self.today:
            raise forms.ValidationError(f"Vælg en dag fra {FIRST_YEAR} til i dag")
        return day
