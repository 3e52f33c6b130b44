"""What one answers to an invitation, by link or by login."""

from django import forms

from actors.guarded_forms import GuardedForm
from meetings.models import Invite, Reply

ORGANISATION_HINT = "Skriv en organisation eller forening, ikke en beboer."
# The questions when they are not one's own.
OF_OTHERS = {
    "reply": "Kommer de?", "eats": "Spiser de med?", "food_note": "Er der mad, de ikke spiser?",
    "brings": "De tager en med fra",
}  # fmt: skip
EATS = [("ja", "Ja"), ("nej", "Nej")]


class ReplyForm(GuardedForm, forms.Form):
    """Yes, maybe, no or a substitute; food; and whom one brings along."""

    reply = forms.ChoiceField(
        label="Kommer du?", choices=Reply.choices, widget=forms.RadioSelect,
        error_messages={"required": "Vælg, om du kommer", "invalid_choice": "Vælg fra listen"},
    )  # fmt: skip
    eats = forms.ChoiceField(
        label="Spiser du med?", choices=EATS, required=False, widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Vælg fra listen"},
    )  # fmt: skip
    food_note = forms.CharField(
        label="Er der mad, du ikke spiser?", max_length=120, required=False,
        help_text="Fx intet kød. Skriv hvad, ikke hvorfor.",
        error_messages={"max_length": "Skriv højst 120 tegn"},
    )  # fmt: skip
    brings = forms.CharField(
        label="Jeg tager en med fra", max_length=120, required=False, help_text=ORGANISATION_HINT,
        error_messages={"max_length": "Skriv højst 120 tegn"},
    )  # fmt: skip

    def __init__(self, data=None, *, invite: Invite | None, is_stand_in: bool, for_others: bool = False):
        """`for_others`: somebody else writes down what they were told."""
        super().__init__(data, initial=_standing(invite))
        if for_others:
            for name, label in OF_OTHERS.items():
                self.fields[name].label = label
        choices = list(Reply.choices)
        if is_stand_in:
            choices = [one for one in choices if one[0] != Reply.SUBSTITUTE]
        self.fields["reply"].choices = choices

    def values(self) -> dict:
        """What the action takes."""
        said = self.cleaned_data
        return {
            "reply": said["reply"], "eats": {"ja": True, "nej": False}.get(said["eats"]),
            "food_note": " ".join(said["food_note"].split()), "brings": " ".join(said["brings"].split()),
        }  # fmt: skip


def _standing(invite: Invite | None) -> dict:
    """What was answered before."""
    if invite is None or not invite.reply:
        return {}
    eats = {True: "ja", False: "nej"}.get(invite.eats, "")
    return {"reply": invite.reply, "eats": eats, "food_note": invite.food_note}


class GuestForm(GuardedForm, forms.Form):
    """An organisation that is brought along, and by which seat."""

    organisation = forms.CharField(
        label="Organisation", max_length=120, help_text=ORGANISATION_HINT,
        error_messages={"required": "Skriv, hvor gæsten kommer fra", "max_length": "Skriv højst 120 tegn"},
    )  # fmt: skip
    seat = forms.ChoiceField(
        label="Hvem tager dem med?", required=False, error_messages={"invalid_choice": "Vælg fra listen"}
    )

    def __init__(self, data=None, *, seats: dict):
        super().__init__(data)
        self.seats = {str(pk): (seat, name) for pk, (seat, name) in seats.items()}
        named = [(pk, name) for pk, (_, name) in self.seats.items()]
        self.fields["seat"].choices = [("", "Ingen bestemt"), *named]

    def brought_by(self):
        """The seat, or None."""
        found = self.seats.get(self.cleaned_data["seat"])
        return found[0] if found else None
