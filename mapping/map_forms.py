"""What the address of the map may ask for. What makes no sense is left out; it never stops the page."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms

from accounts.models import Plan
from actors.models import ActorKind
from mapping.models import Form

TABLE = "tabel"


@dataclass(frozen=True)
class FilterSelect:
    """One select as the template prints it."""

    name: str
    label: str
    everything: str
    current: str
    options: list[tuple[str, str]]


class MapFilterForm(forms.Form):
    """`MapFilterForm(request.GET, plan=request.plan)`: filters, chosen actor, map or table, which page."""

    kind = forms.ChoiceField(label="Aktørtype", required=False, choices=ActorKind.choices)
    area = forms.ChoiceField(label="Boligområde", required=False)
    form = forms.ChoiceField(
        label="Samarbejdsform", required=False, choices=[(str(v), n) for v, n in Form.choices]
    )
    aktoer = forms.UUIDField(required=False)
    visning = forms.ChoiceField(required=False, choices=[(TABLE, "Tabel")])
    page = forms.IntegerField(required=False, min_value=1)

    FILTERS = ("kind", "area", "form")
    SELECTS = (("area", "Alle områder"), ("form", "Alle former"))

    def __init__(self, data, *, plan: Plan):
        super().__init__(data)
        self.fields["area"].choices = [(str(pk), name) for pk, name in plan.areas.values_list("pk", "name")]
        self.full_clean()

    def chosen(self, name: str) -> str:
        """The value of a filter as text, "" when it is not set or makes no sense."""
        return str(self.cleaned_data.get(name) or "")

    @property
    def page_number(self) -> int:
        """The page of the table, 1 when none is asked for."""
        return self.cleaned_data.get("page") or 1

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out of the map."""
        return any(self.chosen(name) for name in self.FILTERS)

    def selects(self) -> list[FilterSelect]:
        """The selects that have anything to choose."""
        return [
            FilterSelect(name, field.label, everything, self.chosen(name), list(field.choices))
            for name, everything in self.SELECTS
            if (field := self.fields[name]).choices
        ]

    @property
    def kept(self) -> str:
        """The filters as the beginning of a query string that more is added to: "?kind=housing&"."""
        return f"?{_and(self._set(*self.FILTERS))}"

    @property
    def choosing(self) -> str:
        """The query string that picks out an actor, but for its key."""
        return f"{self.kept}aktoer="

    @property
    def print_query(self) -> str:
        """Filters and chosen actor, for the PDF."""
        return f"?{urlencode(self._set(*self.FILTERS, 'aktoer'))}"

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form of the selects sends along unseen."""
        return self._set("kind", "aktoer", "visning")

    def _set(self, *names: str) -> list[tuple[str, str]]:
        return [(name, self.chosen(name)) for name in names if self.chosen(name)]

    def in_words(self) -> list[str]:
        """The filters that are set, by the names they were chosen by."""
        return [
            dict(self.fields[name].choices)[self.chosen(name)] for name in self.FILTERS if self.chosen(name)
        ]


def _and(pairs: list[tuple[str, str]]) -> str:
    """The pairs as a query string that ends ready for the next pair."""
    return "".join(f"{urlencode([pair])}&" for pair in pairs)
