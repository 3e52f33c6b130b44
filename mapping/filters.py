"""The filters of the list of collaborations: what the address may ask for, and the queryset it leads to.

A parameter that makes no sense is left out; it never stops the page.
"""

from datetime import date

from django import forms

from accounts.models import Plan
from actors.filter_panel import PanelForm
from actors.filters import PlanWords
from actors.models import ActorKind
from mapping.listing import NEWEST_FIRST, SORTS
from mapping.models import Form

STATE_CHOICES = [("ended", "Afsluttede"), ("all", "Alle")]


class CollaborationFilterForm(PanelForm):
    """What the list is asked for in its address; what makes no sense there counts as not asked."""

    q = forms.CharField(max_length=100, required=False)
    form = forms.TypedChoiceField(choices=Form.choices, coerce=int, empty_value=None, required=False)
    state = forms.ChoiceField(choices=STATE_CHOICES, required=False)
    area = forms.ChoiceField(label="Boligområde", required=False)
    kind = forms.ChoiceField(label="Aktørtype", choices=ActorKind.choices, required=False)
    target_group = forms.ChoiceField(label="Målgruppe", required=False)
    sort = forms.ChoiceField(
        choices=[(sign + key, key) for key in SORTS for sign in ("", "-")], required=False
    )
    page = forms.IntegerField(min_value=1, required=False)

    # Set in the panel »Flere filtre«; the others stand on the page themselves.
    PANEL = ("area", "kind", "target_group")

    def __init__(self, data, *, plan: Plan):
        super().__init__(data)
        words = PlanWords.of(plan)
        self.fields["area"].choices = [(str(pk), name) for pk, name in words.areas]
        self.fields["target_group"].choices = [(str(pk), name) for pk, name in words.target_groups]
        self.full_clean()

    @property
    def order(self) -> str:
        """The order in force, a key of SORTS, with a "-" when it falls."""
        return self.chosen("sort") or NEWEST_FIRST

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the order narrows the list."""
        return any(self.chosen(name) for name in (*self.PANEL, "q", "form", "state"))

    def narrow(self, collaborations):
        """`collaborations` by every filter but state and form, which the page counts."""
        if self.chosen("q"):
            collaborations = collaborations.matching(self.chosen("q"))
        if self.chosen("area"):
            collaborations = collaborations.in_area(self.chosen("area"))
        if self.chosen("kind"):
            collaborations = collaborations.of_kind(self.chosen("kind"))
        if self.chosen("target_group"):
            collaborations = collaborations.filter(target_groups=self.chosen("target_group"))
        return collaborations

    def in_state(self, collaborations, *, today: date):
        """Those that go on (unless told otherwise), those that have ended, or all."""
        if self.chosen("state") == "all":
            return collaborations
        return collaborations.ended(today) if self.chosen("state") else collaborations.ongoing(today)

    def of_form(self, collaborations):
        """Those of the chosen form, or all."""
        return collaborations.filter(form=self.chosen("form")) if self.chosen("form") else collaborations
