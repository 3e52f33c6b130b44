"""What the page of what we know may be asked for in its address."""

from django import forms

from actors.models import ActorKind

SORTS = ("known", "interview", "name")


class KnowledgeFilterForm(forms.Form):
    """An area, a kind, an order and a page; what makes no sense is left out."""

    area = forms.UUIDField(required=False)
    kind = forms.ChoiceField(required=False, choices=ActorKind.choices)
    sort = forms.ChoiceField(
        required=False, choices=[(sign + key, key) for key in SORTS for sign in ("", "-")]
    )
    page = forms.IntegerField(required=False, min_value=1)

    def __init__(self, data):
        super().__init__(data)
        self.full_clean()

    def chosen(self, name: str):
        """The cleaned value, or ""."""
        return self.cleaned_data.get(name) or ""
