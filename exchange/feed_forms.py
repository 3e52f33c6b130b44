"""The form of a calendar: one list of what it may be of."""

import uuid

from django import forms

from accounts.models import Plan
from actors.models import Actor
from config.danish import sort_key
from exchange.booker import Booker
from exchange.models import Facility

MINE, ACTIVITIES = "mine", "activities"


class FeedForm(forms.Form):
    """What the calendar is of: my own, a place, or an organisation I speak for."""

    about = forms.ChoiceField(
        label="Hvad skal være i kalenderen?",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Vælg fra listen"),
    )
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, data=None, *, plan: Plan, booker: Booker):
        super().__init__(data)
        places = plan.facilitys.on_list().in_order()
        actors = [booker.own] if booker.own else _borrowers(plan)
        self.known = {str(one.pk): one for one in [*places, *actors]}
        groups = [(MINE, "Det, jeg har booket"), (ACTIVITIES, "Alle aktiviteter i kalenderen")]
        for name, rows in (("Steder", places), ("Det, en organisation låner", actors)):
            if rows:
                groups.append((name, [(str(one.pk), one.name) for one in rows]))
        self.fields["about"].choices = groups

    def chosen(self) -> Facility | Actor | str | None:
        """The place or the organisation; "activities", or None for one's own bookings."""
        said = self.cleaned_data["about"]
        return said if said == ACTIVITIES else self.known.get(said)


def _borrowers(plan: Plan) -> list[Actor]:
    """Those who have borrowed something."""
    found = plan.actors.active().filter(bookings__isnull=False).distinct()
    return sorted(found, key=lambda one: (sort_key(one.name), one.pk))
