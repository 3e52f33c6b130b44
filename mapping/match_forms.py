"""The answers to a suggestion as forms, and what the match pages may be asked for in their addresses."""

import uuid
from datetime import date, timedelta

from django import forms

from accounts.models import Plan
from actors.filters import PlanWords
from actors.forms import MemberChoiceField
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.models import Actor, ResourceKind
from config.danish import fold
from config.forms import DateInput
from config.looks import VALUE_LOOKS
from mapping.match_answers import LATER_AT_MOST, LATER_CHOICES, LATER_DAYS
from mapping.match_queries import Match
from mapping.models import DismissalReason

OWN_DAY = "own"
ASK_WITHIN = timedelta(days=7)
BAD_DAY = "Skriv datoen som 14-10-2026"
CHANGED = "Begrundelsen har ændret sig. Læs den igen, før du svarer."


class AnswerForm(GuardedForm, forms.Form):
    """What every answer has: the fingerprint of the reasons that were read, if the page sent it."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    WRITES: tuple[str, ...] = ()

    def __init__(self, data=None, *, match: Match, today: date):
        super().__init__(data, initial={"seen": match.suggestion.fingerprint})
        self.match, self.today = match, today

    def clean(self):
        data = super().clean()
        if data.get("seen") and data["seen"] != self.match.suggestion.fingerprint:
            # The next time it is sent, the new reason has been read.
            self.data = self.data.copy()
            self.data["seen"] = self.match.suggestion.fingerprint
            self.add_error(None, CHANGED)
        return data

    def details(self) -> dict:
        """What the action that writes the answer takes beside plan, match and user."""
        return {name: self.cleaned_data[name] for name in self.WRITES}

    def _check_day(self, name: str, day: date | None, first: date) -> None:
        """A day from `first` on that somebody may still remember."""
        if day is not None and not first <= day <= self.today + LATER_AT_MOST:
            late = day > first
            self.add_error(name, "Vælg en dag inden for to år" if late else "Vælg en dag, der kommer")


class MeetForm(AnswerForm):
    """Who of us asks whom first, and when at the latest."""

    first = forms.ModelChoiceField(
        Actor.objects.none(), label="Hvem spørger I først?", widget=forms.RadioSelect, empty_label=None,
        error_messages={"required": "Vælg, hvem I spørger først", "invalid_choice": "Vælg én af de to"},
    )  # fmt: skip
    responsible = MemberChoiceField(
        label="Hvem af os?", queryset=None, empty_label=None,
        error_messages={"required": "Vælg en kollega", "invalid_choice": "Vælg en kollega"},
    )  # fmt: skip
    due = forms.DateField(
        label="Senest", widget=DateInput(), error_messages={"required": "Vælg en dag", "invalid": BAD_DAY}
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    WRITES = ("first", "responsible", "due", "submission")

    def __init__(self, data=None, *, match: Match, today: date, plan: Plan, member):
        super().__init__(data, match=match, today=today)
        pair = plan.actors.filter(pk__in=[match.taker.key, match.giver.key])
        self.fields["first"].queryset = pair.by_name()
        helpers = plan.memberships.team()
        self.fields["responsible"].queryset = helpers.order_by("user__name")
        rested = [one for one in (match.taker, match.giver) if one.name not in match.tired]
        self.initial |= {
            "first": (rested or [match.taker])[0].key, "responsible": member.pk, "due": today + ASK_WITHIN,
        }  # fmt: skip

    def clean(self):
        data = super().clean()
        self._check_day("due", data.get("due"), self.today)
        return data


class LaterForm(AnswerForm):
    """How long the suggestion shall stay away."""

    wait = forms.ChoiceField(
        label="Hvornår skal det komme igen?", widget=forms.RadioSelect, initial=str(LATER_DAYS),
        choices=[*((str(days), name) for days, name in LATER_CHOICES), (OWN_DAY, "En anden dag")],
        error_messages={"required": "Vælg, hvornår det skal komme igen", "invalid_choice": "Vælg en af dem"},
    )  # fmt: skip
    back_on = forms.DateField(
        label="Dato", required=False, widget=DateInput(), error_messages={"invalid": BAD_DAY},
        help_text="Kun hvis du har valgt en anden dag.",
    )  # fmt: skip

    WRITES = ("back_on",)

    def clean(self):
        data = super().clean()
        if data.get("wait") == OWN_DAY:
            if not data.get("back_on") and "back_on" not in self.errors:
                self.add_error("back_on", "Vælg en dag")
            self._check_day("back_on", data.get("back_on"), self.today + timedelta(days=1))
        elif data.get("wait"):
            # A day that was typed and then left for one of the others is no mistake.
            self.errors.pop("back_on", None)
            data["back_on"] = self.today + timedelta(days=int(data["wait"]))
        return data


class NoForm(AnswerForm):
    """Why the two shall not be brought together."""

    reason = forms.ChoiceField(
        label="Hvorfor ikke?", choices=DismissalReason.choices, widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvorfor det ikke passer", "invalid_choice": "Vælg en af grundene"},
    )  # fmt: skip
    words = forms.CharField(
        label="Skriv mere om det", max_length=200, required=False, help_text=FREE_TEXT_HINT,
        error_messages={"max_length": "Skriv højst 200 tegn"},
    )  # fmt: skip

    WRITES = ("reason", "words")


class AddressForm(forms.Form):
    """What an address asks for; what makes no sense there counts as not asked.

    Areas and target groups are asked for by name, so that an address can be read.
    """

    page = forms.IntegerField(min_value=1, required=False)

    def __init__(self, data, *, plan: Plan):
        super().__init__(data)
        chosen = [name for name in ("area", "group") if name in self.fields]
        words = PlanWords.of(plan) if chosen else None
        for name in chosen:
            terms = words.areas if name == "area" else words.target_groups
            self.fields[name].choices = [("", "Alle"), *((term, term) for _, term in terms)]
        self.full_clean()

    def wish(self, name: str):
        """The cleaned value, or "" when it is not set or makes no sense."""
        return self.cleaned_data.get(name) or ""


class MatchFilterForm(AddressForm):
    """Which suggestions are shown: of an actor, in an area, about a value."""

    q = forms.CharField(max_length=100, required=False)
    area = forms.ChoiceField(label="Boligområde", required=False)
    value = forms.TypedChoiceField(
        label="Værdi", choices=[(look.number, look.name) for look in VALUE_LOOKS], coerce=int,
        empty_value=None, required=False,
    )  # fmt: skip

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out."""
        return any(self.wish(name) for name in ("q", "area", "value"))

    def narrow(self, matches: list[Match]) -> list[Match]:
        """Those that have to do with the name typed and the area; the value is left to the chips."""
        words, area = fold(self.wish("q")).split(), self.wish("area")
        return [
            match
            for match in matches
            if (not area or area in match.taker.areas | match.giver.areas)
            and any(all(word in fold(one.name) for word in words) for one in (match.taker, match.giver))
        ]


class NeedForm(AddressForm):
    """What somebody is looked for to carry."""

    kind = forms.ChoiceField(
        label="Hvad er der brug for?", required=False, choices=[("", "Alt muligt"), *ResourceKind.choices]
    )
    words = forms.CharField(
        label="Med ord", required=False, max_length=100, help_text="Fx arabisk, køkken eller lørdag."
    )
    area = forms.ChoiceField(label="Boligområde", required=False)
    group = forms.ChoiceField(label="Målgruppe", required=False)


class ReachForm(AddressForm):
    """Whom one wants to reach, and where to begin if not with ourselves."""

    q = forms.CharField(label="Hvem vil I nå?", required=False, max_length=100)
    begynd = forms.CharField(
        label="Begynd hos", required=False, max_length=100, help_text="Tomt felt: hos dem, I selv kender."
    )
    til = forms.UUIDField(required=False)
    fra = forms.UUIDField(required=False)


class ReviewForm(forms.Form):
    """Between which days the answers were given."""

    since = forms.DateField(
        label="Fra", required=False, widget=DateInput(), error_messages={"invalid": BAD_DAY}
    )
    until = forms.DateField(
        label="Til", required=False, widget=DateInput(), error_messages={"invalid": BAD_DAY}
    )
