"""What the addresses of goals carry in their query strings."""

from django import forms

from accounts.models import Plan


class GoalPick(forms.Form):
    """Where a new goal shall stand: in a focus area, or under a goal."""

    omraade = forms.UUIDField(required=False)
    under = forms.UUIDField(required=False)

    def first_of(self, plan: Plan) -> dict:
        """What the form begins with; nothing for ids of no row of the plan."""
        if not self.is_valid():
            return {}
        goals = plan.goals.standing().whole()
        above = self.cleaned_data["under"] and goals.filter(pk=self.cleaned_data["under"]).first()
        if above:
            return {"parent": above.pk, "focus_area": above.focus_area_id}
        asked = self.cleaned_data["omraade"]
        focus = asked and plan.focusareas.filter(pk=asked).first()
        return {"focus_area": focus.pk} if focus else {}
