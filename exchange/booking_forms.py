"""Forms of bookings: a new one or a series, and moving one. Rows are looked up in the plan that is given."""

import uuid
from datetime import date, time

from django import forms
from django.db.models import Q

from accounts.models import Plan
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import CPR_OK
from actors.note_forms import OneActorField
from config.forms import DateInput, coming_day
from exchange.availability import repeated, shifted
from exchange.booker import Booker
from exchange.booking_plan import Day, planned
from exchange.models import Booking, Facility
from exchange.picked_form import CLOCK, CLOCK_INVALID, TIME, PickedForm
from exchange.reason_form import reason_field

REPEATS = [("0", "Kun den dag"), ("1", "Hver uge"), ("2", "Hver anden uge"), ("4", "Hver fjerde uge")]
THINGS_AT_MOST = 10
SKIP = "skip"


class WhenForm(PickedForm, forms.Form):
    """What is borrowed, when, by whom and what for."""

    facilities = forms.ModelMultipleChoiceField(
        Facility.objects.none(), label="Hvad skal I låne?", widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice", "invalid_pk_value", "list"), "Vælg mindst ét sted fra listen"
        ),
    )  # fmt: skip
    day = forms.DateField(
        label="Dato", widget=DateInput(),
        error_messages={"required": "Vælg en dato", "invalid": "Skriv datoen som 14-10-2026"},
    )  # fmt: skip
    begins = forms.TimeField(
        label="Fra kl.", input_formats=CLOCK, widget=forms.TimeInput(**TIME),
        error_messages={"required": "Skriv, hvornår I begynder", "invalid": CLOCK_INVALID},
    )  # fmt: skip
    ends = forms.TimeField(
        label="Til kl.", input_formats=CLOCK, widget=forms.TimeInput(**TIME), help_text="0.00 er midnat.",
        error_messages={"required": "Skriv, hvornår I er færdige", "invalid": CLOCK_INVALID},
    )  # fmt: skip
    title = forms.CharField(
        label="Til hvad?", max_length=80, help_text=f"Fx fællesspisning. {FREE_TEXT_HINT}",
        error_messages={"required": "Skriv, hvad I skal bruge det til", "max_length": "Skriv højst 80 tegn"},
    )  # fmt: skip
    actor = OneActorField("Vælg, hvem der låner", "Hvem låner?")
    note = forms.CharField(
        label="Besked til ejeren", max_length=200, required=False,
        error_messages={"max_length": "Skriv højst 200 tegn"},
    )  # fmt: skip

    def __init__(
        self, data=None, *, plan: Plan, booker: Booker, today: date, but: Booking | None = None, initial=None
    ):
        super().__init__(data, initial=initial)
        self.pick_from(plan, but.borrower if but else (initial or {}).get("actor"), booker.own)
        self.today, self.but = today, but
        self.days: list[Day] = []
        there = plan.facilitys.on_list() if but is None else plan.facilitys.all()
        field = self.fields["facilities"]
        if not booker.is_team:
            kept = Q(holds__booking=but) if but else Q()
            there = there.filter(Q(open_to=Facility.OpenTo.ALL) | kept).distinct()
        field.queryset = there
        field.widget.choices = [(place.pk, place.name) for place in there.in_order()]

    def clean_facilities(self):
        """Few enough to hold at once."""
        found = self.cleaned_data["facilities"]
        if len(found) > THINGS_AT_MOST:
            raise forms.ValidationError(f"Vælg højst {THINGS_AT_MOST} ting på én gang")
        return list(found)

    def clean_day(self) -> date:
        """Not in the past, unless the booking stands there, and not further ahead than anybody plans."""
        day = self.cleaned_data["day"]
        stands = self.initial.get("day") if self.but else None
        return coming_day(day, self.today, stands)

    def clean(self):
        said = super().clean()
        if not {"day", "begins", "ends", "facilities"} <= said.keys():
            return said
        self.days = planned(self.asked(said), said["facilities"], but=self.but)
        self.settle()
        return said

    def asked(self, said: dict) -> list[tuple[date, time, time]]:
        """The days and times that are wanted."""
        return [(said["day"], said["begins"], said["ends"])]

    def settle(self) -> None:
        """Say what stands in the way."""
        for day in self.days:
            if day.problem:
                self.add_error("ends" if day.span is None else None, day.problem)

    @property
    def is_taken(self) -> bool:
        """Whether it is refused because somebody else has it."""
        return any(day.is_taken for day in self.days)

    def values(self) -> dict:
        """The columns that are not about time and place."""
        said = self.cleaned_data
        return {"title": said["title"], "borrower": said["actor"], "note": said["note"]}


class BookForm(WhenForm):
    """A new booking, or a series of them in which each clash was skipped or moved."""

    every = forms.TypedChoiceField(
        label="Gentag", choices=REPEATS, coerce=int, initial="0", required=False, empty_value=0,
        widget=forms.RadioSelect, error_messages={"invalid_choice": "Vælg, hvor tit"},
    )  # fmt: skip
    until = forms.DateField(
        label="Til og med", required=False, widget=DateInput(),
        error_messages={"invalid": "Skriv datoen som 14-10-2026"},
    )  # fmt: skip
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)
    # What in the activity calendar it is for.
    activity = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def values(self) -> dict:
        """The same, and the activity that it is for, when whoever borrows stands behind it."""
        values = super().values()
        named = self.cleaned_data.get("activity")
        there = self.plan.activitys.standing().filter(pk=named, actor=values["borrower"]) if named else None
        return values | {"activity": there.first() if there else None}

    def values_to_wait(self) -> dict:
        """The columns of a wait, which knows no activity."""
        return super().values()

    def sent_before(self) -> list[Booking]:
        """The bookings that this very form has made already."""
        self.full_clean()
        submission = self.cleaned_data.get("submission")
        first = self.plan.bookings.filter(submission=submission).first() if submission else None
        if first is None or first.series is None:
            return [first] if first else []
        return list(self.plan.bookings.filter(series=first.series))

    def clean_until(self) -> date | None:
        """Some day after the first."""
        until, day = self.cleaned_data["until"], self.cleaned_data.get("day")
        if self.cleaned_data.get("every") and until is None:
            raise forms.ValidationError("Skriv, hvor længe det skal gentages")
        if until and day and until < day:
            raise forms.ValidationError("Vælg en dag efter den første")
        return until

    def asked(self, said: dict) -> list[tuple[date, time, time]]:
        """The days of the series at the time they were asked for, or were moved to."""
        days = repeated(
            said["day"], every_weeks=said.get("every") or 0, until=said.get("until") or said["day"]
        )
        found = []
        for day in days:
            begin, end = said["begins"], said["ends"]
            if len(days) > 1 and (moved := self._moved_to(day, begin, end)):
                begin, end = moved
            found.append((day, begin, end))
        return found

    def settle(self) -> None:
        """A single day that cannot be had is refused; of a series each such day must be skipped or moved."""
        if len(self.days) == 1:
            super().settle()
            return
        open_ones = [day for day in self.days if day.problem and not self.is_skipped(day.day)]
        if open_ones:
            self.add_error(None, "Nogle af dagene kan ikke lade sig gøre. Vælg for hver af dem, hvad I vil.")
        elif not self.spans():
            self.add_error(None, "Der er ingen dage tilbage. Vælg en anden tid.")

    def choice(self, day: date) -> str:
        """What was chosen for a day of the series: "skip", a time to move to, or ""."""
        return self.data.get(f"fix-{day.isoformat()}", "")

    def is_skipped(self, day: date) -> bool:
        """Whether the day is left out."""
        return self.choice(day) == SKIP

    def _moved_to(self, day: date, begin: time, end: time) -> tuple[time, time] | None:
        """The same length from another time on."""
        try:
            at = time.fromisoformat(self.choice(day))
        except ValueError:
            return None
        return None if at.tzinfo else shifted(begin, end, at.replace(second=0, microsecond=0))

    def spans(self) -> list:
        """The times that are to be booked."""
        return [day.span for day in self.days if day.is_fine]

    @property
    def can_wait(self) -> bool:
        """Whether all that stands in the way is that somebody else has that one day."""
        alone = len(self.days) == 1 and self.days[0].is_taken
        return self.is_bound and alone and set(self.errors) == {"__all__"}

    @property
    def rows(self) -> list[tuple[Day, str]]:
        """(day, what was chosen for it) of a series, for the page."""
        return [(day, self.choice(day.day)) for day in self.days] if len(self.days) > 1 else []


STEERING = {"version", "submission", "reason", CPR_OK}


class ChangeForm(WhenForm):
    """Another time, place or purpose for one booking. `version` is the one the user saw."""

    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, *args, asks_why: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.asks_why = asks_why
        if asks_why:
            self.fields["reason"] = reason_field(required=False)

    def clean(self):
        said = super().clean()
        moved = not {"facilities", "day", "begins", "ends"}.isdisjoint(self.changed_data)
        if self.asks_why and moved and not said.get("reason") and "reason" not in self.errors:
            self.add_error("reason", self.fields["reason"].error_messages["required"])
        return said

    def reason(self) -> str:
        """Why it was moved, or ""."""
        return self.cleaned_data.get("reason", "")

    @property
    def touched(self) -> list[str]:
        """The fields that say something else than the booking."""
        return [name for name in self.changed_data if name not in STEERING]
