"""The shape of every form here that changes a row: guarded text, the version seen, an id of its own."""

from django import forms

from actors.guarded_forms import GuardedForm
from actors.note_forms import submission_field, version_field

CHOOSE = "Vælg fra listen"


class RowForm(GuardedForm, forms.ModelForm):
    """A ModelForm that leaves its row alone: the action compares it with what was typed."""

    version = version_field(required=False)
    submission = submission_field()

    def __init__(self, data=None, *, row, is_new: bool, initial=None):
        first = {} if is_new else {"version": row.version}
        super().__init__(data, instance=row, initial=first | (initial or {}))

    def offer(self, name: str, rows, empty: str | None = None, label=str) -> None:
        """Let the field choose among `rows`; `empty` is what no choice is called."""
        field = self.fields[name]
        field.queryset, field.empty_label, field.label_from_instance = rows, empty, label

    def _post_clean(self):
        """Nothing is written here."""

    def values(self) -> dict:
        """The columns as they were typed."""
        return {name: self.cleaned_data[name] for name in self.columns}

    @property
    def columns(self) -> list[str]:
        """Those of the row's columns that the form shows."""
        return [name for name in self._meta.fields if name in self.fields]

    @property
    def touched(self) -> list[str]:
        """The fields that say something else than the row."""
        return [name for name, value in self.values().items() if getattr(self.instance, name) != value]
