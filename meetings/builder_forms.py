"""Forms of the agenda builder: who is needed, who does what, and agendas to begin from."""

from collections.abc import Iterable, Mapping

from django import forms
from django.http import QueryDict

from actors.conflicts import NOTHING, Difference
from actors.note_forms import submission_field, version_field
from meetings.agenda_method import TEMPLATE_BY_CODE
from meetings.builder_actions import Draft
from meetings.models import AgendaItem, ForumSeat, KeptAgenda, Meeting, MeetingRole
from meetings.row_form import CHOOSE, RowForm

ITEMS_AT_MOST = 60


class SeenForm(forms.Form):
    """What stood in the one field when the page was opened."""

    seen = forms.CharField(required=False, max_length=40)


class NeededForm(forms.Form):
    """Who is needed for an item."""

    version = version_field(required=False)
    needed = forms.ModelMultipleChoiceField(
        ForumSeat.objects.none(), label="Hvem skal være med?", required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Sæt ingen krydser, hvis alle skal være med.",
        error_messages={"invalid_choice": CHOOSE, "invalid_pk_value": CHOOSE, "invalid_list": CHOOSE},
    )  # fmt: skip

    def __init__(self, data=None, *, item: AgendaItem, names: Mapping):
        self.stands = {one.seat for one in item.needed.select_related("seat") if one.seat_id in names}
        first = {"version": item.version, "needed": sorted(self.stands, key=lambda seat: seat.title)}
        super().__init__(data, initial=first)
        field = self.fields["needed"]
        field.queryset = item.forum.seats.current()
        field.label_from_instance = lambda seat: names.get(seat.pk, seat.title)

    @property
    def touched(self) -> list[str]:
        """The field, when it says something else than the rows."""
        return ["needed"] if set(self.cleaned_data["needed"]) != self.stands else []


class RolesForm(forms.Form):
    """A role for each seat. What the user left alone is left alone, whatever a colleague chose meanwhile."""

    def __init__(self, data=None, *, meeting: Meeting, names: Mapping[ForumSeat, str]):
        super().__init__(data)
        self.names, self.stands = names, dict(meeting.roles.values_list("seat", "role"))
        for seat, name in names.items():
            stands = self.stands.get(seat.pk, "")
            self.fields[f"role-{seat.pk}"] = forms.ChoiceField(
                label=f"Rolle for {name}", choices=[("", "Ingen"), *MeetingRole.choices], required=False,
                initial=stands, error_messages={"invalid_choice": CHOOSE},
            )  # fmt: skip
            self.fields[f"seen-{seat.pk}"] = forms.CharField(
                widget=forms.HiddenInput, required=False, max_length=8, initial=stands
            )

    @property
    def changed(self) -> dict[ForumSeat, str]:
        """What the user chose, for the seats where it differs from what was seen."""
        said = self.cleaned_data
        chosen = {seat: said[f"role-{seat.pk}"] for seat in self.names}
        return {seat: role for seat, role in chosen.items() if role != said[f"seen-{seat.pk}"]}

    def conflicts(self) -> list[Difference]:
        """The seats for which a colleague has chosen something else meanwhile."""
        words = dict(MeetingRole.choices)
        return [
            Difference(
                self.names[seat], words.get(self._now(seat), NOTHING), words.get(role, NOTHING)
            )
            for seat, role in self.changed.items()
            if self._now(seat) not in (self.cleaned_data[f"seen-{seat.pk}"], role)
        ]  # fmt: skip

    def seen_now(self, data: QueryDict) -> QueryDict:
        """What was posted, as one who has seen what stands there now; the next save is on top."""
        data = data.copy()
        for seat in self.names:
            if data.get(f"role-{seat.pk}", "") == data.get(f"seen-{seat.pk}", ""):
                data[f"role-{seat.pk}"] = self._now(seat)
            data[f"seen-{seat.pk}"] = self._now(seat)
        return data

    def _now(self, seat: ForumSeat) -> str:
        return self.stands.get(seat.pk, "")


class BeginForm(forms.Form):
    """Which agenda to begin from: one of the method's by code, or one that the plan kept by id."""

    template = forms.ChoiceField(
        error_messages={"required": "Vælg en skabelon", "invalid_choice": "Vælg en skabelon fra listen"}
    )
    submission = submission_field()

    def __init__(self, data=None, *, kept: Iterable[KeptAgenda] = ()):
        super().__init__(data)
        self.kept = {str(one.pk): one for one in kept}
        self.fields["template"].choices = [(code, code) for code in (*TEMPLATE_BY_CODE, *self.kept)]

    @property
    def name(self) -> str:
        """What the chosen one is called."""
        code = self.cleaned_data["template"]
        return self.kept[code].name if code in self.kept else TEMPLATE_BY_CODE[code].name

    def drafts(self) -> list[Draft]:
        """The items of the chosen one."""
        code = self.cleaned_data["template"]
        items = self.kept[code].items.all() if code in self.kept else TEMPLATE_BY_CODE[code].items
        return [Draft(one.kind, one.title, one.text, one.minutes) for one in items]


class TakeBackForm(forms.Form):
    """The items that a template put on the agenda, by id with commas between."""

    put = forms.CharField(required=False, max_length=40 * ITEMS_AT_MOST)

    def keys(self, meeting: Meeting) -> list:
        """Those that are on the meeting's agenda."""
        named = set(self.cleaned_data["put"].split(",")) if self.is_valid() else set()
        return [pk for pk in meeting.items.values_list("pk", flat=True) if str(pk) in named]


class KeepForm(RowForm):
    """What to call an agenda that is kept to begin from."""

    class Meta:
        model = KeptAgenda
        fields = ["name"]
        labels = {"name": "Hvad skal skabelonen hedde?"}
        help_texts = {"name": "Fx Forårsmøde i følgegruppen."}
        error_messages = {
            "name": {"required": "Skriv, hvad skabelonen skal hedde", "max_length": "Skriv højst 80 tegn"}
        }

    def __init__(self, data=None, *, meeting: Meeting):
        super().__init__(data, row=KeptAgenda(plan=meeting.plan), is_new=True)
        del self.fields["version"]
