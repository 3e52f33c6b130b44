"""Forms whose free text is looked through for CPR numbers before it is saved.

A form that takes text inherits GuardedForm. Its first save with something that looks like a CPR number is
stopped, the field is marked, and a box appears in which the user may say that it is not one. The view that
saves calls `audit_override` in the same transaction, so that it is counted who said so about which field.
"""

from django import forms

from accounts.audit import record
from accounts.models import Plan, User
from actors.guard import CPR_FOUND_MESSAGE, CPR_NOT_ONE_LABEL, find_cpr

CPR_OK = "cpr_ok"


class GuardedForm(forms.BaseForm):
    """Mixin, first among the bases: `class ActorForm(GuardedForm, forms.ModelForm)`.

    All text fields are guarded, also those added later. A text that stands as it was saved is not asked
    about again. The template shows `{{ form.cpr_box.as_field_group }}` where `form.cpr_box` is not None.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Fields with an accepted passage, for the audit log; filled by full_clean.
        self.cpr_overridden: tuple[str, ...] = ()
        if self.is_bound and self.add_prefix(CPR_OK) in self.data:
            self._add_box()

    @property
    def cpr_box(self):
        """The box "Det er ikke et CPR-nummer" as a bound field, or None while nobody needs it."""
        return self[CPR_OK] if CPR_OK in self.fields else None

    def _clean_form(self):
        super()._clean_form()
        found = [name for name in self.changed_data if self._holds_cpr(name)]
        if not found:
            return
        if self.cleaned_data.get(CPR_OK):
            self.cpr_overridden = tuple(found)
            return
        self._add_box()
        for name in found:
            self.add_error(name, CPR_FOUND_MESSAGE)

    def _holds_cpr(self, name: str) -> bool:
        """Whether the cleaned text of a text field holds something like a CPR number."""
        # A field that failed is not in cleaned_data: it is not saved, and may be megabytes long.
        value = self.cleaned_data.get(name)
        is_text = isinstance(self.fields[name], forms.CharField) and not isinstance(
            self.fields[name], forms.UUIDField
        )
        if not is_text or not value:
            return False
        return bool(find_cpr("\n".join(value) if isinstance(value, list) else str(value)))

    def _add_box(self) -> None:
        self.fields[CPR_OK] = forms.BooleanField(label=CPR_NOT_ONE_LABEL, required=False)


def audit_override(form: GuardedForm, *, plan: Plan, by: User, obj) -> None:
    """Record that `by` said the marked fields of `form` hold no CPR number; their names, never the text.

    Does nothing when nothing was marked. Call it inside the transaction that saves `obj`.
    """
    if form.cpr_overridden:
        record(plan=plan, by=by, verb="cpr_override", obj=obj, fields=form.cpr_overridden)
