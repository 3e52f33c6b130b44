"""What is asked for when a report is made: of which plan, for whom, as of when, and about what."""

from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.utils import timezone

from accounts.access import TEAM_ROLES, Permission, may
from accounts.models import Membership, Plan
from actors.models import Actor
from reports.papers import Choice, Paper

# In the list of who leaves: nobody in particular.
PLAN_ENDS = "planen"


@dataclass(frozen=True)
class Ask:
    """One report for one member. What was not to be chosen is empty."""

    plan: Plan
    membership: Membership
    now: datetime
    year: int = 0
    actor: Actor | None = None
    colleague: Membership | None = None

    @property
    def today(self) -> date:
        """The day in Copenhagen."""
        return timezone.localdate(self.now)

    def sees(self, permission: Permission) -> bool:
        """Whether the member may see it."""
        return may(self.membership, permission)


class PaperForm(forms.Form):
    """What a report is about, read from the address, a form or an order that was kept.

    Without a choice the newest year, and nothing of the other two, counts.
    """

    aar = forms.TypedChoiceField(label="År", coerce=int, required=False)
    aktoer = forms.ModelChoiceField(Actor.objects.none(), label="Aktør", required=False)
    hvem = forms.ChoiceField(label="Hvem giver videre", required=False)

    def __init__(self, data, *, paper: Paper, plan: Plan, membership: Membership, now: datetime):
        super().__init__(data)
        self.paper, self.plan, self.membership, self.now = paper, plan, membership, now
        for name in [name for name in self.fields if name != paper.choice]:
            del self.fields[name]
        {Choice.YEAR: self._years, Choice.ACTOR: self._actors, Choice.LEAVING: self._leaving}.get(
            paper.choice, lambda: None
        )()

    def _years(self) -> None:
        today = timezone.localdate(self.now)
        first = min(self.plan.starts_on or timezone.localdate(self.plan.created_at), today)
        self.fields["aar"].choices = [(year, str(year)) for year in range(today.year, first.year - 1, -1)]

    def _actors(self) -> None:
        self.fields["aktoer"].queryset = self.plan.actors.active().by_name()
        self.fields["aktoer"].empty_label = "Vælg en aktør"

    def _leaving(self) -> None:
        team = self.plan.memberships.filter(role__in=TEAM_ROLES).select_related("user").order_by("user__name")
        self.fields["hvem"].choices = [
            (PLAN_ENDS, "Planen slutter"),
            *((str(one.pk), f"{one.user.name} holder op") for one in team),
        ]

    @property
    def has_chosen(self) -> bool:
        """Whether it makes sense, and nothing that must be chosen is missing."""
        return self.is_valid() and not (
            self.paper.choice == Choice.ACTOR and self.cleaned_data["aktoer"] is None
        )

    def ask(self) -> Ask:
        """The report that is asked for; call it when `has_chosen`."""
        chosen = self.cleaned_data
        leaving = chosen.get("hvem") or PLAN_ENDS
        colleague = None
        if leaving != PLAN_ENDS:
            colleague = self.plan.memberships.select_related("user").get(pk=leaving)
        return Ask(
            self.plan, self.membership, self.now, year=chosen.get("aar") or timezone.localdate(self.now).year,
            actor=chosen.get("aktoer"), colleague=colleague,
        )  # fmt: skip

    def wish(self) -> dict[str, str]:
        """The choice as an address or a row keeps it."""
        value = self.cleaned_data.get(self.paper.choice) if self.paper.choice else None
        return {self.paper.choice.value: str(getattr(value, "pk", value))} if value else {}


def title_of(paper: Paper, ask: Ask) -> str:
    """What the report is called: "Årets dokumentation 2026"."""
    if paper.choice == Choice.YEAR:
        return f"{paper.name} {ask.year}"
    if paper.choice == Choice.ACTOR and ask.actor:
        return f"{paper.name} · {ask.actor.name}"
    if ask.colleague:
        return f"{paper.name} · {ask.colleague.user.name}"
    return paper.name
