"""What one decides about oneself: name, keys, and the week's mail from each plan."""

from collections.abc import Iterable
from datetime import date

from django import forms

from accounts.access import Permission, may
from accounts.digest_days import DIGEST_DAYS, counts_as_sent, next_day
from accounts.models import Membership, User
from config.danish import long_date, weekday


class ProfileForm(forms.ModelForm):
    """One's own name and keys."""

    class Meta:
        model = User
        fields = ["name", "shortcuts"]
        error_messages = {"name": {"required": "Skriv dit navn"}}


class DigestForm(forms.Form):
    """On which day one wants the week's mail, from each plan that has an Overblik for one."""

    HINT = "Det, der venter på dig, de næste møder og det nye. Kun til dig."

    def __init__(self, data=None, *, memberships: Iterable[Membership]):
        super().__init__(data)
        self.members = {
            f"mail-{one.plan.slug}": one for one in memberships if may(one, Permission.OVERVIEW_VIEW)
        }
        for name, member in self.members.items():
            self.fields[name] = forms.TypedChoiceField(
                label=f"Ugens mail fra {member.plan.name}", help_text=self.HINT, required=False, coerce=int,
                empty_value=None, choices=[("", "Ingen mail"), *DIGEST_DAYS], initial=member.digest_day,
            )  # fmt: skip

    def receipt(self, today: date) -> str:
        """After `save`: when the next mail of those just chosen comes, or "" when none was."""
        members = [self.members[name] for name in self.changed_data]
        days = [
            next_day(one.digest_day, one.digest_week, today) for one in members if one.digest_day is not None
        ]
        if not days:
            return ""
        # The mails of today may have gone out already.
        told = f"{weekday(min(days))} {long_date(min(days), today)}"
        return f"Næste mail kommer {'senest i morgen' if min(days) == today else told}."

    def save(self, today: date) -> None:
        """Write each day that was changed; a day that has gone by begins next week."""
        for name in self.changed_data:
            member, day = self.members[name], self.cleaned_data[name]
            member.digest_week = counts_as_sent(day, member.digest_week, today)
            member.digest_day = day
            member.save(update_fields=["digest_day", "digest_week"])
