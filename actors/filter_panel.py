"""The panel »Flere filtre« of a list: what it shows, and what is set in it."""

from dataclasses import dataclass

from django import forms


@dataclass(frozen=True)
class PanelSelect:
    """One select of the panel as the template prints it: far quicker than a rendered widget."""

    name: str
    label: str
    current: str
    options: list[tuple[str, str]]


class PanelForm(forms.Form):
    """A list's filters as its address names them; what makes no sense there counts as not asked.

    PANEL names those that are set in the panel; the others stand on the page themselves.
    """

    PANEL: tuple[str, ...] = ()

    def chosen(self, name: str):
        """The cleaned value of a filter, or "" when it is not set or makes no sense."""
        return self.cleaned_data.get(name) or ""

    @property
    def panel_count(self) -> int:
        """How many filters are set in the panel."""
        return sum(bool(self.chosen(name)) for name in self.PANEL)

    def selects(self) -> list[PanelSelect]:
        """The panel's selects that have anything to choose."""
        fields = [(name, self.fields[name]) for name in self.PANEL]
        return [
            PanelSelect(name, field.label, self.chosen(name), list(field.choices))
            for name, field in fields
            if isinstance(field, forms.ChoiceField) and field.choices
        ]
