"""Forms of meetings and their items. Rows are looked up in the plan or the forum that is given."""

from datetime import date, datetime, timedelta

from django import forms
from django.utils import timezone

from actors.guard import FREE_TEXT_HINT
from actors.note_forms import date_field
from exchange.availability import Span, when
from exchange.models import Booking, FacilityKind, Hold
from meetings.models import AgendaItem, Forum, ItemKind, Meeting
from meetings.row_form import CHOOSE, RowForm
from meetings.span_form import SpanForm, clock_field

BOOKINGS_AT_MOST = 50
MINUTES_AT_MOST = 600


class MeetingForm(SpanForm):
    """When, where and why."""

    day = date_field("Dato")
    begins = clock_field("Fra kl.", "Skriv, hvornår mødet begynder")
    ends = clock_field("Til kl.", "Skriv, hvornår mødet slutter")

    class Meta:
        model = Meeting
        fields = ["why", "place", "booking"]
        labels = {"why": "Hvorfor mødes vi?", "place": "Hvor?", "booking": "Booket lokale"}
        help_texts = {
            "why": f"Det vigtigste, der skal komme ud af mødet. {FREE_TEXT_HINT}",
            "place": "Fx Beboerhuset, lille sal.",
            "booking": "Vælg det, hvis lokalet er booket her. Så mødes I inden for den tid.",
        }
        error_messages = {
            "why": {"max_length": "Skriv højst 500 tegn"}, "place": {"max_length": "Skriv højst 120 tegn"},
            "booking": {"invalid_choice": CHOOSE},
        }  # fmt: skip
        widgets = {"why": forms.Textarea(attrs={"rows": 2})}

    field_order = ("day", "begins", "ends", "why", "place", "booking")

    def __init__(self, data=None, *, forum: Forum, today: date, instance: Meeting | None = None):
        row = instance or Meeting(plan=forum.plan, forum=forum)
        super().__init__(data, row=row, is_new=instance is None, today=today)
        self.offer("booking", _bookings(forum, instance, today), "Intet", _in_words)

    def clean(self):
        said = super().clean()
        if self.span is None:
            return said
        booked = said.get("booking")
        if booked and not (booked.begins_at <= self.span.begin and self.span.end <= booked.ends_at):
            told = when(Span(booked.begins_at, booked.ends_at), self.today)
            self.add_error("booking", f"Lokalet er booket {told}. Læg mødet inden for den tid.")
        return said


def _bookings(forum: Forum, meeting: Meeting | None, today: date):
    """The plan's bookings of rooms that have not been, and the one that the meeting has."""
    midnight = timezone.make_aware(datetime.combine(today, datetime.min.time()))
    rooms = Hold.objects.filter(plan=forum.plan, facility__kind=FacilityKind.ROOM)
    there = forum.plan.bookings.standing().between(midnight, midnight + timedelta(days=366))
    there = there.filter(pk__in=rooms.values("booking"))
    soonest = list(there.order_by("begins_at", "id").values_list("pk", flat=True)[:BOOKINGS_AT_MOST])
    chosen = [*soonest, meeting.booking_id] if meeting else soonest
    rows = (
        forum.plan.bookings.filter(pk__in=chosen)
        .select_related("borrower")
        .prefetch_related("holds__facility")
    )
    return rows.order_by("begins_at", "id")


def _in_words(booking: Booking) -> str:
    """What, when and for whom: "Festsalen, torsdag 3. december kl. 16–18 · booket til Kor (Nabokoret)"."""
    places = ", ".join(hold.facility.name for hold in booking.holds.all()) or booking.title
    time = when(Span(booking.begins_at, booking.ends_at))
    return f"{places}, {time} · booket til {booking.title} ({booking.borrower.name})"


class ItemForm(RowForm):
    """One item. One that came from another forum keeps its kind and title."""

    minutes = forms.IntegerField(
        label="Minutter", required=False, min_value=1, max_value=MINUTES_AT_MOST,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), f"Skriv et tal fra 1 til {MINUTES_AT_MOST}"
        ),
    )  # fmt: skip

    class Meta:
        model = AgendaItem
        fields = ["title", "kind", "text", "minutes", "responsible"]
        labels = {
            "title": "Punkt", "kind": "Slags", "text": "Hvad skal der komme ud af det?",
            "responsible": "Ansvarlig",
        }  # fmt: skip
        help_texts = {"text": FREE_TEXT_HINT}
        error_messages = {
            "title": {"required": "Skriv, hvad punktet handler om", "max_length": "Skriv højst 120 tegn"},
            "kind": {"required": "Vælg en slags", "invalid_choice": CHOOSE},
            "text": {"max_length": "Skriv højst 1000 tegn"},
            "responsible": {"invalid_choice": CHOOSE},
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(
        self, data=None, *, forum: Forum, names: dict, instance: AgendaItem | None = None, only: str = ""
    ):
        """With `only` the form takes that column alone, and leaves the others as they are."""
        row = instance or AgendaItem(plan=forum.plan, forum=forum)
        super().__init__(data, row=row, is_new=instance is None)
        self.fields["kind"].choices = ItemKind.choices
        seats = forum.seats.current()
        self.offer("responsible", seats, "Ingen endnu", lambda seat: names.get(seat.pk, seat.title))
        if row.referral_id:
            del self.fields["title"], self.fields["kind"]
        if only:
            for name in set(self.columns) - {only}:
                del self.fields[name]


class PlaceForm(forms.Form):
    """Which meeting an item is put on."""

    meeting = forms.ModelChoiceField(
        Meeting.objects.none(), label="Møde",
        error_messages={"required": "Vælg et møde", "invalid_choice": "Vælg et møde fra listen"},
    )  # fmt: skip

    def __init__(self, data=None, *, forum: Forum):
        super().__init__(data)
        self.forum = forum
        self.fields["meeting"].queryset = forum.plan.meetings.all()

    def clean_meeting(self) -> Meeting:
        """One of the forum that is not called off; what the plan does not have is "invalid_choice"."""
        meeting = self.cleaned_data["meeting"]
        if meeting.forum_id != self.forum.pk or meeting.cancelled_at:
            raise forms.ValidationError("Vælg et møde fra listen", code="not_on_list")
        return meeting
