"""Forms of forums: a forum, its charter, its rotation plan. Rows are looked up in the plan that is given."""

from datetime import date

from django import forms

from accounts.models import Plan
from actors.guard import FREE_TEXT_HINT
from actors.note_forms import YEARS_AHEAD, date_field
from config.forms import DateInput
from meetings.chain_rules import would_circle
from meetings.models import Cadence, Charter, Forum, ForumKind, ForumSeat
from meetings.row_form import CHOOSE, RowForm

LONG_TEXT = "Skriv højst 2000 tegn"


class ForumForm(RowForm):
    """What it is called, where it belongs and how often it meets."""

    class Meta:
        model = Forum
        fields = ["kind", "name", "parent", "area", "theme", "cadence"]
        labels = {
            "kind": "Slags", "name": "Navn", "parent": "Hører under", "area": "Område", "theme": "Tema",
            "cadence": "Hvor tit mødes I?",
        }  # fmt: skip
        help_texts = {
            "name": "Sådan som alle kalder det. Fx Følgegruppe Østhøj.",
            "parent": "Dertil løfter I det, I ikke selv kan afgøre.",
            "theme": "Et af planens indsatsområder, hvis forummet har et.",
        }
        error_messages = {
            "kind": {"required": "Vælg, hvad det er for et forum", "invalid_choice": CHOOSE},
            "name": {"required": "Skriv, hvad forummet hedder", "max_length": "Skriv højst 80 tegn"},
            **{name: {"invalid_choice": CHOOSE} for name in ("parent", "area", "theme", "cadence")},
        }

    def __init__(self, data=None, *, plan: Plan, instance: Forum | None = None, initial=None):
        super().__init__(data, row=instance or Forum(plan=plan), is_new=instance is None, initial=initial)
        self.fields["kind"].choices = [("", "Vælg"), *ForumKind.choices]
        self.fields["cadence"].choices = [("", "Ikke aftalt"), *Cadence.choices]
        there = plan.forums.standing()
        self.parents = dict(there.values_list("pk", "parent"))
        below = [pk for pk in self.parents if instance and would_circle(self.parents, instance.pk, pk)]
        self.offer("parent", there.exclude(pk__in=below), "Ingen")
        self.offer("area", plan.areas.all(), "Hele planen")
        self.offer("theme", plan.focusareas.all(), "Intet bestemt")

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


class CharterForm(RowForm):
    """A new version of the charter, with the newest one to begin from. `seen` is the version that is."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, required=False)

    class Meta:
        model = Charter
        fields = ["purpose", "members", "responsibility", "tasks", "may_decide", "in_force_on"]
        labels = {
            "purpose": "Formål", "members": "Medlemmer", "responsibility": "Ansvar", "tasks": "Opgaver",
            "may_decide": "Hvad I må beslutte", "in_force_on": "Gælder fra",
        }  # fmt: skip
        help_texts = {
            "purpose": f"Hvorfor findes forummet? {FREE_TEXT_HINT}",
            "members": "Hvilke organisationer og funktioner sidder med? Navne står under Medlemmer.",
            "tasks": "Én opgave pr. linje.",
            "may_decide": "Og hvad skal løftes til et andet forum?",
        }
        error_messages = {
            "purpose": {"required": "Skriv, hvorfor forummet findes", "max_length": LONG_TEXT},
            **{
                name: {"max_length": LONG_TEXT}
                for name in ("members", "responsibility", "tasks", "may_decide")
            },
            "in_force_on": {
                "required": "Vælg, hvornår det gælder fra",
                "invalid": "Skriv datoen som 14-10-2026",
            },
        }
        widgets = {
            **{
                name: forms.Textarea(attrs={"rows": 4})
                for name in ("purpose", "members", "responsibility", "tasks", "may_decide")
            },
            "in_force_on": DateInput(),
        }

    def __init__(self, data=None, *, forum: Forum, newest: Charter | None, today: date):
        row = newest or Charter(plan=forum.plan, forum=forum)
        first = {"seen": newest.number if newest else 0, "in_force_on": today}
        super().__init__(data, row=row, is_new=True, initial=first)
        self.today = today
        del self.fields["version"]

    def clean_in_force_on(self) -> date:
        day = self.cleaned_data["in_force_on"]
        if not 2000 <= day.year <= self.today.year + YEARS_AHEAD:
            raise forms.ValidationError(f"Vælg en dag fra 2000 til {self.today.year + YEARS_AHEAD}")
        return day


class TurnForm(forms.Form):
    """One more turn in the rotation plan."""

    seat = forms.ModelChoiceField(
        ForumSeat.objects.none(), label="Tovholder", empty_label="Vælg",
        error_messages={"required": "Vælg, hvem der er tovholder", "invalid_choice": CHOOSE},
    )  # fmt: skip
    starts_on = date_field("Fra")

    def __init__(self, data=None, *, forum: Forum, today: date, names: dict):
        super().__init__(data, initial={"starts_on": today})
        self.today = today
        self.fields["seat"].queryset = forum.seats.current()
        self.fields["seat"].label_from_instance = lambda seat: names.get(seat.pk, seat.title)

    def clean_starts_on(self) -> date:
        day = self.cleaned_data["starts_on"]
        if day.year > self.today.year + YEARS_AHEAD:
            raise forms.ValidationError(f"Vælg en dato inden for {YEARS_AHEAD} år")
        return day
