"""Where the open items of a forum go when it is ended: one choice for each."""

from django import forms

from meetings.ending import OpenEnds
from meetings.models import AgendaItem, Forum, Referral, ReferralState
from meetings.row_form import CHOOSE

NOWHERE = "none"


class EndForm(forms.Form):
    """One field for each open thing, named by its id; the forum above is what is proposed."""

    def __init__(self, data=None, *, forum: Forum, ends: OpenEnds):
        super().__init__(data)
        self.ends = ends
        self.forums = {str(one.pk): one for one in forum.plan.forums.standing().exclude(pk=forum.pk)}
        self.above = str(forum.parent_id) if str(forum.parent_id) in self.forums else ""
        groups = (
            (ends.received, _sent_back),
            (ends.sent, _taken_back),
            (ends.items, _let_go),
            (ends.answers, _let_go),
        )
        for rows, otherwise in groups:
            for row in rows:
                self._ask(row, otherwise(row))

    def _ask(self, row: Referral | AgendaItem, otherwise: str) -> None:
        """Ask where it goes; `otherwise` is what is done when no forum gets it, "" where one must."""
        both = {str(row.sender_id), str(row.at_forum_id)} if isinstance(row, Referral) else set()
        there = [(pk, forum.name) for pk, forum in self.forums.items() if pk not in both]
        choices = [("", "Vælg"), *there, *([(NOWHERE, otherwise)] if otherwise else [])]
        initial = self.above if self.above and self.above not in both else ""
        self.fields[str(row.pk)] = forms.ChoiceField(
            label=row.title, choices=choices, initial=initial,
            error_messages={"required": "Vælg, hvor punktet skal hen", "invalid_choice": CHOOSE},
        )  # fmt: skip

    def homes(self) -> dict:
        """{id: the forum that has it from now on, or None}."""
        return {row.pk: self.forums.get(self.cleaned_data[str(row.pk)]) for row in self.ends.all}

    @property
    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The questions by what they are about."""
        named = (
            ("Andre venter på svar", self.ends.received), ("I venter på svar", self.ends.sent),
            ("Punkter i bunken", self.ends.items), ("Svar, I ikke har hørt", self.ends.answers),
        )  # fmt: skip
        return [(name, [self[str(row.pk)] for row in rows]) for name, rows in named if rows]


def _sent_back(row: Referral) -> str:
    return "" if row.state == ReferralState.RETURNED else f"Send retur til {row.sender.name}"


def _taken_back(row: Referral) -> str:
    return f"Træk tilbage fra {row.at_forum.name}"


def _let_go(row: AgendaItem) -> str:
    return "Læg væk"
