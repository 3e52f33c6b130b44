"""The facilitator's yes, item by item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import Membership
from actors.note_forms import checked_due, colleagues_of, date_field
from mapping.method import FORMS
from valuegame.carry import COLLABORATION, FOLLOW_UP, Item
from valuegame.carry_actions import Chosen
from valuegame.carry_queries import Where

NOTHING = "Sæt kryds ved det, der skal føres videre."
NOT_HERE = "Spillet er ændret imens. Se siden igennem, og prøv igen."


@dataclass(frozen=True, slots=True)
class CarryRow:
    """One item on the page: with a box to tick, or with where it went."""

    item: Item
    # A part of the boxes' ids.
    slug: str
    ticked: bool
    where: Where | None
    how: forms.BoundField | None
    due: forms.BoundField | None


class CarryForm(forms.Form):
    """`take` are the names of the items with a yes; beside it the form or the day of those that have one."""

    take = forms.MultipleChoiceField(
        error_messages={"required": NOTHING, "invalid_choice": NOT_HERE, "invalid_list": NOT_HERE}
    )
    responsible = forms.ChoiceField(
        label="Hvem af jer følger op?", required=False,
        error_messages={"invalid_choice": "Vælg en kollega fra listen"},
    )  # fmt: skip

    def __init__(
        self, data=None, *, items: Sequence[Item], carried: Mapping[str, Where], membership: Membership,
        today: date,
    ):  # fmt: skip
        super().__init__(data, auto_id="carry-%s")
        self.items, self.carried, self.today = items, carried, today
        self.fields["take"].choices = [(item.name, item.title) for item in items]
        self.colleagues = {str(one.pk): one for one in colleagues_of(membership.plan)}
        names = [(pk, one.user.name) for pk, one in self.colleagues.items()]
        self.fields["responsible"].choices = [("", "Ingen endnu"), *names]
        self.fields["responsible"].initial = str(membership.pk)
        for item in items:
            if item.into == COLLABORATION and not item.joins:
                self.fields[f"how-{slug(item)}"] = _how(item)
            elif item.into == FOLLOW_UP:
                self.fields[f"due-{slug(item)}"] = date_field("Senest", required=False, initial=item.on)

    def clean(self):
        """Each follow-up with a yes has a day that one can plan for."""
        said = super().clean()
        for item in self._taken():
            name = f"due-{slug(item)}"
            if item.into != FOLLOW_UP or name in self.errors or item.name in self.carried:
                continue
            try:
                if checked_due(said.get(name), self.today) is None:
                    self.add_error(name, "Vælg en dato")
            except ValidationError as problem:
                self.add_error(name, problem)
        return said

    def _taken(self) -> list[Item]:
        names = set(self.cleaned_data.get("take", ()))
        return [item for item in self.items if item.name in names]

    def chosen(self) -> list[Chosen]:
        """What a valid form says yes to."""
        said = self.cleaned_data
        return [
            Chosen(item, form=said.get(f"how-{slug(item)}"), due=said.get(f"due-{slug(item)}"))
            for item in self._taken()
        ]

    def colleague(self) -> Membership | None:
        """Who follows up."""
        return self.colleagues.get(self.cleaned_data["responsible"])

    def rows(self, into: str) -> list[CarryRow]:
        """The items that would go there."""
        ticked = set(self.data.getlist("take")) if self.is_bound else set()
        return [
            CarryRow(
                item,
                slug(item),
                item.name in ticked,
                self.carried.get(item.name),
                self._field(f"how-{slug(item)}"),
                self._field(f"due-{slug(item)}"),
            )
            for item in self.items
            if item.into == into
        ]

    def _field(self, name: str) -> forms.BoundField | None:
        return self[name] if name in self.fields else None


def slug(item: Item) -> str:
    """The item's name as a part of a field's."""
    return item.name.replace("|", "-").replace(":", "-")


def _how(item: Item) -> forms.TypedChoiceField:
    """The form of a new collaboration; one is proposed."""
    return forms.TypedChoiceField(
        label="Samarbejdsform", choices=[(guide.number, guide.name) for guide in FORMS], coerce=int,
        initial=item.form, required=False, empty_value=None,
        error_messages={"invalid_choice": "Vælg én af de fem former"},
    )  # fmt: skip
