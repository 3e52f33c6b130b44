"""The shape of every form here that changes a row: guarded text, the version seen, an id of its own."""

from django import forms

from actors.guarded_forms import GuardedForm
from actors.note_forms import submission_field, version_field
from config.forms import ComparedForm

CHOOSE = "Vælg fra listen"


class RowForm(ComparedForm, GuardedForm, forms.ModelForm):
    """A form of one row, new or there already."""

    version = version_field(required=False)
    submission = submission_field()

    def __init__(self, data=None, *, row, is_new: bool, initial=None):
        first = {} if is_new else {"version": row.version}
        super().__init__(data, instance=row, initial=first | (initial or {}))

    def offer(self, name: str, rows, empty: str | None = None, label=str) -> None:
        """Let the field choose among `rows`; `empty` is what no choice is called."""
        field = self.fields[name]
        field.queryset, field.empty_label, field.label_from_instance = rows, empty, label
