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

    def __init__(self, data=None, *, plan: Plan, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["member"].queryset = plan.memberships.filter(role="partner")
        self.fields["actor"].queryset = plan.actors.active().order_by("sort_key")
