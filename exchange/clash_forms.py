"""Forms of clashes: move, put together, keep; and which areas are neighbours."""

from collections.abc import Sequence
from itertools import combinations

from django import forms

from accounts.models import Plan
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.note_forms import version_field
from exchange.calendar_moving import Choice
from mapping.models import Activity

TO_CHOOSE = "Vælg en tid"


class MoveForm(forms.Form):
    """By how many minutes on the wall the activity moves: one of those that are offered."""

    by = forms.ChoiceField(
        label="Flyt til", widget=forms.RadioSelect,
        error_messages={"required": TO_CHOOSE, "invalid_choice": "Den tid er ikke ledig mere. Vælg en ny."},
    )  # fmt: skip
    version = version_field(required=False)

    def __init__(self, data=None, *, activity: Activity, choices: Sequence[Choice]):
        super().__init__(data, prefix=str(activity.pk)[:8], initial={"version": activity.version})
        self.activity = activity
        self.fields["by"].choices = [(one.value, one.label) for one in choices]


class MergeForm(forms.Form):
    """Which of the two stays."""

    stays = forms.ModelChoiceField(
        Activity.objects.none(), label="Hvilken skal blive?", widget=forms.RadioSelect, empty_label=None,
        error_messages={"required": "Vælg, hvilken der skal blive", "invalid_choice": "Vælg én af de to"},
    )  # fmt: skip

    def __init__(self, data=None, *, plan: Plan, may_stay: Sequence[Activity]):
        super().__init__(data)
        self.fields["stays"].queryset = plan.activitys.filter(pk__in=[one.pk for one in may_stay])
        self.fields["stays"].label_from_instance = lambda one: f"{one.title} ({one.actor})"


class KeepForm(GuardedForm, forms.Form):
    """Why both stay where they are."""

    reason = forms.CharField(
        label="Hvorfor er det godt, som det er?", max_length=200,
        help_text=f"Fx: Den ene er for piger. {FREE_TEXT_HINT}",
        error_messages={"required": "Skriv kort, hvorfor begge bliver", "max_length": "Skriv højst 200 tegn"},
    )  # fmt: skip


class NeighbourForm(forms.Form):
    """Pairs of areas that people walk between."""

    pairs = forms.MultipleChoiceField(
        label="Hvilke områder er naboer?", required=False, widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(("invalid_choice", "invalid_list"), "Vælg fra listen"),
    )  # fmt: skip

    def __init__(self, data=None, *, plan: Plan):
        areas = list(plan.areas.all())
        self.known = {
            f"{one.pk}_{other.pk}": self._in_order(one, other) for one, other in combinations(areas, 2)
        }
        there = set(plan.neighbourareas.values_list("one", "other"))
        first = [key for key, pair in self.known.items() if pair in there]
        super().__init__(data, initial={"pairs": first})
        self.fields["pairs"].choices = [
            (f"{one.pk}_{other.pk}", f"{one.name} og {other.name}") for one, other in combinations(areas, 2)
        ]

    @staticmethod
    def _in_order(one, other) -> tuple:
        return (one.pk, other.pk) if str(one.pk) < str(other.pk) else (other.pk, one.pk)

    def chosen(self) -> set[tuple]:
        """The pairs as rows keep them."""
        return {self.known[key] for key in self.cleaned_data["pairs"]}
