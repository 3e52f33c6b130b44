"""Forms of the minutes: what an item came to, a promise, and an answer to minutes that were sent."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.note_forms import NOT_ABOUT_PERSONS, checked_due, date_field, submission_field, text_field
from meetings.minutes_actions import TEXTS, Typed
from meetings.minutes_merge import mark
from meetings.models import ForumSeat, ItemKind, ItemNote, Meeting, MinutesShape
from meetings.people import SeatRow
from meetings.row_form import CHOOSE

MARK_LENGTH = 16


class LongText(forms.CharField):
    """Some lines, with line breaks as they are stored whatever a browser sends."""

    def __init__(self, label: str, limit: int, rows: int):
        super().__init__(
            label=label, max_length=limit, required=False,
            widget=forms.Textarea(attrs={"rows": rows, "data-text": ""}),
            error_messages={"max_length": f"Skriv højst {limit} tegn"},
        )  # fmt: skip

    def to_python(self, value) -> str:
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


def _mark_field() -> forms.CharField:
    return forms.CharField(widget=forms.HiddenInput, required=False, max_length=MARK_LENGTH)


class NoteForm(GuardedForm, forms.Form):
    """Resumé, indstilling and beslutning of one item, with the marks of the texts that the user saw."""

    text = LongText("Resumé", 4000, 4)
    proposal = LongText("Indstilling", 2000, 2)
    decision = LongText("Beslutning", 2000, 2)
    seen_text, seen_proposal, seen_decision = _mark_field(), _mark_field(), _mark_field()
    shown_text, shown_proposal, shown_decision = _mark_field(), _mark_field(), _mark_field()

    def __init__(self, data=None, *, note: ItemNote):
        self.note = note
        stands = {name: getattr(note, name) for name in TEXTS}
        seen = {f"seen_{name}": mark(text) for name, text in stands.items()}
        super().__init__(data, initial=stands | seen, auto_id=f"note-{note.item_id}-%s")

    @property
    def marks(self) -> list:
        """The hidden fields."""
        return [self[f"{word}_{name}"] for word in ("seen", "shown") for name in TEXTS]

    @property
    def has_proposal(self) -> bool:
        """Whether there is room for what somebody proposes: where something is decided, or it stands."""
        return self.note.kind == ItemKind.DECIDE or bool(self["proposal"].value())

    def typed(self, *, both: bool = False) -> Typed:
        """What a valid form sent."""
        said = self.cleaned_data
        return Typed(
            {name: said[name] for name in TEXTS}, {name: said[f"seen_{name}"] for name in TEXTS},
            {name: said[f"shown_{name}"] for name in TEXTS}, both,
        )  # fmt: skip


class BothForm(forms.Form):
    """Which button was pressed in a conflict."""

    both = forms.BooleanField(required=False)

    def chosen(self) -> bool:
        """Whether both texts are to stand."""
        return self.is_valid() and self.cleaned_data["both"]


class PromiseForm(GuardedForm, forms.Form):
    """What was promised, by whom at the table, by when, about which item."""

    what = text_field("Hvad?", 200, hint=NOT_ABOUT_PERSONS, missing="Skriv, hvad der er aftalt")
    seat = forms.ModelChoiceField(
        ForumSeat.objects.none(), label="Hvem?", required=False, empty_label="Ingen endnu",
        error_messages={"invalid_choice": CHOOSE},
    )  # fmt: skip
    due = date_field("Senest")
    item = forms.ModelChoiceField(
        None, label="Punkt", required=False, empty_label="Hele mødet",
        error_messages={"invalid_choice": CHOOSE},
    )  # fmt: skip
    submission = submission_field()

    field_order = ("what", "seat", "due", "item")

    def __init__(self, data=None, *, meeting: Meeting, names: dict, today: date, initial=None):
        super().__init__(data, initial=initial)
        self.today = today
        self.fields["seat"].queryset = meeting.forum.seats.current()
        self.fields["seat"].label_from_instance = lambda seat: names.get(seat.pk, seat.title)
        self.fields["item"].queryset = meeting.items.all()

    def clean_what(self) -> str:
        return " ".join(self.cleaned_data["what"].split())

    def clean_due(self) -> date:
        due = checked_due(self.cleaned_data["due"], self.today)
        if due < self.today:
            raise ValidationError("Vælg i dag eller en dag, der kommer")
        return due

    def values(self) -> dict:
        """What a promise is made of."""
        return {name: self.cleaned_data[name] for name in ("what", "seat", "due", "item", "submission")}


class ItemInAddress(forms.Form):
    """The item that something is about, in the address or from a button."""

    punkt = forms.UUIDField(required=False)

    def item(self, meeting: Meeting):
        """An item on the meeting's agenda, or None."""
        pk = self.cleaned_data["punkt"] if self.is_valid() else None
        return meeting.items.filter(pk=pk).first() if pk else None


class NewsForm(forms.Form):
    """The mark of what a page shows."""

    v = forms.CharField(required=False, max_length=MARK_LENGTH)

    def shown(self) -> str:
        """The mark, or "" for none."""
        return self.cleaned_data["v"] if self.is_valid() else ""


class ShapeForm(forms.Form):
    """What the minutes are printed as."""

    shape = forms.ChoiceField(label="Form", choices=MinutesShape.choices)


class AnswerForm(forms.Form):
    """Which button a member pressed."""

    ja = forms.BooleanField(required=False)

    def is_yes(self) -> bool:
        """Whether the minutes are approved by the member."""
        return self.is_valid() and self.cleaned_data["ja"]


class RemarkForm(GuardedForm, forms.Form):
    """What a member would have changed."""

    remark = forms.CharField(
        label="Din bemærkning", max_length=1000, help_text=f"Hvad skal rettes? {FREE_TEXT_HINT}",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv din bemærkning", "max_length": "Skriv højst 1000 tegn"},
    )  # fmt: skip


def seats_by_name(rows: Iterable[SeatRow]) -> dict:
    """Seats and what they are called: "Lone Riis, Skolen"."""
    return {row.seat.pk: f"{row.who}, {row.seat.title}" if row.who else row.seat.title for row in rows}
