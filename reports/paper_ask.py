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
CHOOSE_ACTOR = "Vælg en aktør, så laver vi arket"


@dataclass(frozen=True)
class Ask:
    """One report for one member. Where no year was chosen it is this one; the other two may be empty."""

    plan: Plan
    membership: Membership
    now: datetime
    year: int
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

    Of years and of who leaves the first counts when none was chosen; an actor has to be chosen.
    """

    aar = forms.TypedChoiceField(label="År", coerce=int)
    aktoer = forms.ModelChoiceField(
        Actor.objects.none(), label="Aktør", empty_label="Vælg en aktør",
        error_messages={"required": CHOOSE_ACTOR, "invalid_choice": CHOOSE_ACTOR},
    )  # fmt: skip
    hvem = forms.ChoiceField(label="Hvem giver videre")

    def __init__(self, data, *, paper: Paper, plan: Plan, membership: Membership, now: datetime):
        super().__init__(data, auto_id=f"id_{paper.key}_%s")
        self.paper, self.plan, self.membership, self.now = paper, plan, membership, now
        for name in [name for name in self.fields if name != paper.choice]:
            del self.fields[name]
        if paper.choice == Choice.ACTOR:
            self.fields["aktoer"].queryset = plan.actors.active().by_name()
        elif paper.choice:
            choices = self._years() if paper.choice == Choice.YEAR else self._leaving()
            self.fields[paper.choice].choices = choices
            if self.is_bound and not self.data.get(paper.choice):
                self.data = {paper.choice.value: str(choices[0][0])}

    def _years(self) -> list[tuple[int, str]]:
        today = timezone.localdate(self.now)
        first = min(self.plan.starts_on or timezone.localdate(self.plan.created_at), today)
        return [(year, str(year)) for year in range(today.year, first.year - 1, -1)]

    def _leaving(self) -> list[tuple[str, str]]:
        team = self.plan.memberships.filter(role__in=TEAM_ROLES).select_related("user")
        names = [(str(one.pk), f"{one.user.name} holder op") for one in team.order_by("user__name", "pk")]
        return [(PLAN_ENDS, "Planen slutter"), *names]

    def ask(self) -> Ask:
        """The report that is asked for; call it when the form is valid."""
        chosen = self.cleaned_data
        leaving = chosen.get("hvem", PLAN_ENDS)
        colleague = None
        if leaving != PLAN_ENDS:
            colleague = self.plan.memberships.select_related("user").get(pk=leaving)
        year = chosen.get("aar", timezone.localdate(self.now).year)
        return Ask(self.plan, self.membership, self.now, year, chosen.get("aktoer"), colleague)

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
