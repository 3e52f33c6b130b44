"""The filters of the list of collaborations: what the address may ask for, and the queryset it leads to.

A parameter that makes no sense is left out; it never stops the page.
"""

from datetime import date

from django import forms

from accounts.models import Plan
from actors.filters import PanelSelect, PlanWords
from actors.models import ActorKind
from mapping.listing import NEWEST_FIRST, SORTS
from mapping.models import Form

STATE_CHOICES = [("ended", "Afsluttede"), ("all", "Alle")]


class CollaborationFilterForm(forms.Form):
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

    def wish(self, name: str):
        """The cleaned value of a filter, or "" when it is not set or makes no sense."""
        return self.cleaned_data.get(name) or ""

    @property
    def order(self) -> str:
        """The order in force, a key of SORTS, with a "-" when it falls."""
        return self.wish("sort") or NEWEST_FIRST

    @property
    def panel_count(self) -> int:
        """How many filters are set in the panel."""
        return sum(bool(self.wish(name)) for name in self.PANEL)

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the order narrows the list."""
        return any(self.wish(name) for name in (*self.PANEL, "q", "form", "state"))

    def selects(self) -> list[PanelSelect]:
        """The panel's selects that have anything to choose."""
        fields = [(name, self.fields[name]) for name in self.PANEL]
        return [
            PanelSelect(name, field.label, self.wish(name), list(field.choices))
            for name, field in fields
            if field.choices
        ]

    def narrow(self, collaborations):
        """`collaborations` by every filter but state and form, which the page counts."""
        if self.wish("q"):
            collaborations = collaborations.matching(self.wish("q"))
        if self.wish("area"):
            collaborations = collaborations.in_area(self.wish("area"))
        if self.wish("kind"):
            collaborations = collaborations.of_kind(self.wish("kind"))
        if self.wish("target_group"):
            collaborations = collaborations.filter(target_groups=self.wish("target_group"))
        return collaborations

    def in_state(self, collaborations, *, today: date):
        """Those that go on (unless told otherwise), those that have ended, or all."""
        if self.wish("state") == "all":
            return collaborations
        return collaborations.ended(today) if self.wish("state") else collaborations.ongoing(today)

    def of_form(self, collaborations):
        """Those of the chosen form, or all."""
        return collaborations.filter(form=self.wish("form")) if self.wish("form") else collaborations
