"""The form that says whom a partner speaks for."""

from django import forms

from accounts.models import Plan
from actors.models import Actor


class RepresentativeForm(forms.Form):
    """A partner and an organisation; no organisation takes it away."""

    member = forms.ModelChoiceField(
        None, widget=forms.HiddenInput, error_messages={"invalid_choice": "Vælg en partner fra listen"}
    )
    actor = forms.ModelChoiceField(
        Actor.objects.none(), label="Taler for", required=False, empty_label="Ingen endnu",
        error_messages={"invalid_choice": "Vælg en aktør fra listen"},
    )  # fmt: skip

    def __init__(self, data=None, *, plan: Plan, choices=None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["member"].queryset = plan.memberships.filter(role="partner")
        self.fields["actor"].queryset = plan.actors.active()
        if choices is not None:
            self.fields["actor"].choices = choices

    @classmethod
    def choices(cls, plan: Plan) -> list[tuple]:
        """All that may be chosen, read once for the forms of a whole page."""
        return [("", "Ingen endnu"), *plan.actors.active().order_by("sort_key").values_list("pk", "name")]
