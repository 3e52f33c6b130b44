"""The form of a seat: what it is for, and who sits in it. Rows are looked up in the plan that is given."""

import uuid
from datetime import date

from django import forms
from django.db.models import Q

from accounts.models import Membership
from actors.contact_cards import contact_cards
from actors.contact_picker import chosen_actor
from meetings.models import Forum, ForumSeat, SeatPart, SeatSide
from meetings.row_form import CHOOSE, RowForm

NOBODY = ("", "Ingen endnu")
# The form's field → the columns it is written to: a contact, or a member of the plan.
PEOPLE = {
    "person": ("contact", "membership"),
    "stand_in": ("stand_in_contact", "stand_in_membership"),
}


def _person_field(label: str, help_text: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, help_text=help_text, required=False,
        error_messages={"invalid_choice": "Vælg en person hos den organisation, der står ovenfor"},
    )  # fmt: skip


class SeatForm(RowForm):
    """A seat; contacts are offered of the organisation that was chosen, so it is chosen first."""

    person = _person_field("Hvem sidder på pladsen?", "Kontaktpersoner hos organisationen og brugere her.")
    stand_in = _person_field("Suppleant", "Den, der kommer i stedet.")

    class Meta:
        model = ForumSeat
        fields = ["title", "actor", "part", "side", "is_link"]
        labels = {
            "title": "Plads", "actor": "For hvilken organisation?", "part": "Rolle", "side": "Side",
            "is_link": "Er bindeled til forummet over",
        }  # fmt: skip
        help_texts = {
            "title": "En funktion, ikke et navn. Fx skoleleder, eller afdelingsbestyrelsen i Østhøj.",
            "part": "Er to formænd, er formandskabet delt.",
            "side": "En beboer nævnes kun ved navn, når de taler for en forening eller bestyrelse.",
            "is_link": "Bærer viden op og tager svar med ned.",
        }
        error_messages = {
            "title": {"required": "Skriv, hvad pladsen er for", "max_length": "Skriv højst 80 tegn"},
            "actor": {"invalid_choice": CHOOSE},
            "part": {"required": "Vælg en rolle", "invalid_choice": CHOOSE},
            "side": {"required": "Vælg en side", "invalid_choice": CHOOSE},
        }
        widgets = {"part": forms.RadioSelect, "side": forms.RadioSelect}

    def __init__(self, data=None, *, forum: Forum, membership: Membership, today: date, instance=None):
        row = instance or ForumSeat(plan=forum.plan, forum=forum)
        super().__init__(data, row=row, is_new=instance is None, initial=_standing(row))
        plan = forum.plan
        self.fields["part"].choices, self.fields["side"].choices = SeatPart.choices, SeatSide.choices
        offered = plan.actors.filter(Q(archived_at=None) | Q(pk=row.actor_id)).by_name()
        self.offer("actor", offered, "Ingen bestemt", lambda one: one.name)
        actor = chosen_actor(plan, self.data.get("actor")) if self.is_bound else row.actor
        self.contacts = {str(one.pk): one for one in actor.contacts.kept()} if actor else {}
        members = plan.memberships.exclude(role="support").select_related("user")
        self.members = {str(one.pk): one for one in sorted(members, key=lambda one: one.user.name)}
        choices = self._choices(membership, today)
        for name in PEOPLE:
            self.fields[name].choices = choices

    def _choices(self, membership: Membership, today: date) -> list:
        cards = contact_cards(self.contacts.values(), membership, today)
        users = [(pk, f"{one.user.name} (bruger her)") for pk, one in self.members.items()]
        return [NOBODY, *((str(pk), card.label) for pk, card in cards), *users]

    def clean(self):
        said = super().clean()
        if said.get("person") and said.get("person") == said.get("stand_in"):
            self.add_error("stand_in", "Vælg en anden end den, der sidder på pladsen")
        return said

    def values(self) -> dict:
        """The columns as they were typed."""
        found = super().values()
        for name, (contact, member) in PEOPLE.items():
            chosen = self.cleaned_data[name]
            found[contact], found[member] = self.contacts.get(chosen), self.members.get(chosen)
        return found

    @property
    def touched(self) -> list[str]:
        """The same as fields of the form."""
        fields = {column: name for name, columns in PEOPLE.items() for column in columns}
        return list(dict.fromkeys(fields.get(name, name) for name in self.changed_columns))


def _standing(row: ForumSeat) -> dict[str, str]:
    """Who is in the seat, as the choices are named."""
    ids = {
        name: next((getattr(row, f"{one}_id") for one in columns if getattr(row, f"{one}_id")), "")
        for name, columns in PEOPLE.items()
    }
    return {name: str(pk) if isinstance(pk, uuid.UUID) else "" for name, pk in ids.items()}
