"""The filters of the list and the board of initiatives; what makes no sense in the address is passed over."""

from django import forms
from django.db.models import Count, Value

from accounts.models import Plan
from actors.filter_panel import PanelForm
from config.chips import Chip
from mapping.models import Belonging, Phase

STATES = [("archived", "Arkiverede")]


class InitiativeFilterForm(PanelForm):
    """`InitiativeFilterForm(request.GET, plan=…)`; then `narrow` and, for the list, `in_phase`."""

    q = forms.CharField(max_length=100, required=False)
    phase = forms.TypedChoiceField(choices=Phase.choices, coerce=int, empty_value=None, required=False)
    focus = forms.ChoiceField(label="Indsatsområde", required=False)
    group = forms.ChoiceField(label="Målgruppe", required=False)
    area = forms.ChoiceField(label="Boligområde", required=False)
    belonging = forms.ChoiceField(label="Hvis er det?", choices=Belonging.choices, required=False)
    state = forms.ChoiceField(choices=STATES, required=False)
    page = forms.IntegerField(min_value=1, required=False)

    PANEL = ("focus", "group", "area", "belonging")

    def __init__(self, data, *, plan: Plan):
        super().__init__(data)
        words = _words(plan)
        for name in ("focus", "group", "area"):
            self.fields[name].choices = words[name]
        self.full_clean()

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        return any(self.chosen(name) for name in (*self.PANEL, "q", "phase", "state"))

    def narrow(self, initiatives):
        """`initiatives` by every filter but the phase, which the list counts and the board shows."""
        archived = self.chosen("state") == "archived"
        found = initiatives.archived() if archived else initiatives.standing()
        if self.chosen("q"):
            found = found.matching(self.chosen("q"))
        wanted = {
            "focus_area": self.chosen("focus"), "target_groups": self.chosen("group"),
            "areas": self.chosen("area"), "belonging": self.chosen("belonging"),
        }  # fmt: skip
        return found.filter(**{name: value for name, value in wanted.items() if value})

    def in_phase(self, initiatives):
        """Those of the chosen phase, or all."""
        return initiatives.filter(phase=self.chosen("phase")) if self.chosen("phase") else initiatives


def phase_chips(initiatives) -> list[Chip]:
    """The five phases with how many there are in each; one query."""
    rows = initiatives.order_by().values_list("phase").annotate(Count("pk"))
    counts = dict(rows)
    return [Chip(phase.value, phase.label, counts.get(phase, 0)) for phase in Phase]


def _words(plan: Plan) -> dict[str, list[tuple[str, str]]]:
    """What the plan itself has named, as choices of the three selects; one query."""
    found = {"focus": plan.focusareas, "group": plan.targetgroups, "area": plan.areas}
    first, *rest = [
        terms.order_by().values_list(Value(name), "position", "name", "pk") for name, terms in found.items()
    ]
    words: dict[str, list[tuple[str, str]]] = {name: [] for name in found}
    for name, _, label, pk in sorted(first.union(*rest, all=True)):
        words[name].append((str(pk), label))
    return words
