"""What a form that is being written has said so far; what makes no sense counts as not said."""

from django import forms

from accounts.models import Plan
from mapping.likeness import Offer


class AlikeForm(forms.Form):
    """The fields of an initiative's form, or of an activity's, that say what it is about.

    An initiative has a name, a purpose and areas; an activity a title, a text and one area.
    """

    name = forms.CharField(max_length=80, required=False)
    title = forms.CharField(max_length=80, required=False)
    purpose = forms.CharField(max_length=1000, required=False)
    text = forms.CharField(max_length=300, required=False)
    target_groups = forms.MultipleChoiceField(required=False)
    areas = forms.MultipleChoiceField(required=False)
    area = forms.ChoiceField(required=False)
    initiative = forms.UUIDField(required=False)
    # The row that is being changed is not like itself.
    itself = forms.UUIDField(required=False)

    def __init__(self, data, *, plan: Plan):
        super().__init__(data)
        self.areas = {str(pk): name for pk, name in plan.areas.values_list("pk", "name")}
        self.groups = {str(pk): name for pk, name in plan.targetgroups.values_list("pk", "name")}
        self.fields["target_groups"].choices = list(self.groups.items())
        self.fields["areas"].choices = list(self.areas.items())
        self.fields["area"].choices = [("", ""), *self.areas.items()]
        self.full_clean()

    def offer(self) -> Offer:
        """What is being written."""
        said = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        areas = [*(said["areas"] or ()), *([said["area"]] if said["area"] else ())]
        return Offer(
            "", said["name"] or said["title"], said["purpose"] or said["text"],
            frozenset(self.groups[pk] for pk in said["target_groups"] or ()),
            frozenset(self.areas[pk] for pk in areas),
        )  # fmt: skip

    def but(self) -> set[str]:
        """The keys of offers that are not told of: itself, and what it is part of."""
        itself, whole = self.cleaned_data.get("itself"), self.cleaned_data.get("initiative")
        return {f"activity {itself}", f"initiative {itself}", f"initiative {whole}"}
