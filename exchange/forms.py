"""Forms for places and bookings. All related rows are looked up in the plan that the form is given."""

import uuid
from datetime import date, time

from django import forms
from django.db.models import Q

from accounts.models import Plan
from actors.contact_picker import chosen_actor
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import CPR_OK, GuardedForm
from actors.models import Actor
from actors.note_forms import OneActorField
from config.forms import DateInput
from exchange.availability import repeated
from exchange.booking_plan import Day, planned
from exchange.models import PREPARATION_AT_MOST, Booking, Facility

WEEKDAYS = [(str(n), f"{name}dag".capitalize()) for n, name in enumerate(
    ("man", "tirs", "ons", "tors", "fre", "lør", "søn"))]  # fmt: skip
REPEATS = [("0", "Kun den dag"), ("1", "Hver uge"), ("2", "Hver anden uge"), ("4", "Hver fjerde uge")]
TIME = {"format": "%H:%M", "attrs": {"type": "time"}}
CLOCK = ["%H:%M", "%H:%M:%S", "%H.%M", "%H"]
CLOCK_INVALID = "Skriv klokken som 16.00 eller 16:00"
THINGS_AT_MOST = 10
MOST_AHEAD_YEARS = 2
SKIP = "skip"


class PickedForm(GuardedForm):
    """What both forms share: the actor that was picked, and the row's version or the form's own id."""

    def pick_from(self, plan: Plan, standing: Actor | None) -> None:
        """Offer the plan's active actors, and `standing`, the one that the row has."""
        self.plan = plan
        offered = Q(archived_at=None) | Q(pk=standing.pk) if standing else Q(archived_at=None)
        self.fields["actor"].queryset = plan.actors.filter(offered)
        self.chosen = chosen_actor(plan, self.data.get("actor")) if self.is_bound else standing


def _minutes(label: str, help_text: str) -> forms.IntegerField:
    told = f"Skriv et tal fra 0 til {PREPARATION_AT_MOST}"
    return forms.IntegerField(
        label=label, help_text=help_text, min_value=0, max_value=PREPARATION_AT_MOST, initial=0,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value", "required"), told),
    )  # fmt: skip


class PlaceForm(PickedForm, forms.ModelForm):
    """Something that can be lent. `version` is the one the user saw."""

    actor = OneActorField("Vælg, hvem der ejer det", "Ejer")
    open_days = forms.MultipleChoiceField(
        label="Åbent", choices=WEEKDAYS, required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Sæt ingen kryds, hvis det er alle dage.",
        error_messages={"invalid_choice": "Vælg ugedage"},
    )  # fmt: skip
    capacity = forms.IntegerField(
        label="Plads til", required=False, min_value=1, max_value=5000,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Skriv et tal fra 1 til 5000"),
    )  # fmt: skip
    minutes_before = _minutes("Minutter til at gøre klar", "Så længe før kan ingen anden have det.")
    minutes_after = _minutes("Minutter til at rydde op", "")
    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Facility
        fields = [
            "kind", "name", "area", "address", "capacity", "features", "opens", "closes", "minutes_before",
            "minutes_after", "keys", "price", "rules",
        ]  # fmt: skip
        labels = {
            "kind": "Hvad er det?", "name": "Navn", "area": "Område", "address": "Hvor er det?",
            "features": "Hvad er der?", "opens": "Fra kl.", "closes": "Til kl.",
            "keys": "Hvor henter man nøglen?", "price": "Pris", "rules": "Husregler",
        }  # fmt: skip
        help_texts = {
            "name": "Sådan som alle kalder det. Fx Festsalen i Medborgerhuset.",
            "features": "Fx køkken, skærm og 40 stole.",
            "keys": "Skriv organisation og funktion, ikke et navn. Fx varmemesteren i Østhøj.",
            "price": "Lad feltet stå tomt, hvis det er gratis.",
            "rules": f"Det, man skal vide, før man låner. {FREE_TEXT_HINT}",
        }
        error_messages = {
            "name": {"required": "Skriv, hvad det hedder", "max_length": "Skriv højst 60 tegn"},
            "opens": {"invalid": CLOCK_INVALID}, "closes": {"invalid": CLOCK_INVALID},
        }  # fmt: skip
        widgets = {
            "kind": forms.RadioSelect, "opens": forms.TimeInput(**TIME), "closes": forms.TimeInput(**TIME),
            "rules": forms.Textarea(attrs={"rows": 3}),
        }  # fmt: skip

    def __init__(self, data=None, *, plan: Plan, instance: Facility | None = None, **kwargs):
        place = instance or Facility(plan=plan)
        first = {
            "open_days": list(place.days),
            "actor": instance.owner_id if instance else None,
            "version": instance.version if instance else None,
            "submission": None if instance else uuid.uuid4(),
        }
        super().__init__(data, instance=place, initial=first, **kwargs)
        self.pick_from(plan, instance.owner if instance else None)
        self.fields["area"].queryset = plan.areas.all()
        self.fields["area"].empty_label = "Ikke valgt"
        for name in ("opens", "closes"):
            self.fields[name].input_formats = CLOCK

    def clean(self):
        said = super().clean()
        opens, closes = said.get("opens"), said.get("closes")
        if opens and closes and closes <= opens:
            self.add_error("closes", "Skriv en tid, der ligger efter åbningstiden")
        return said

    def _post_clean(self):
        """Leave the instance alone: the action compares it with what was typed."""

    def values(self) -> dict:
        """The columns as they were typed."""
        said = self.cleaned_data
        return {name: said[name] for name in self.Meta.fields} | {
            "owner": said["actor"], "days": "".join(sorted(set(said["open_days"]))),
        }  # fmt: skip

    @property
    def changed_columns(self) -> list[str]:
        """The columns that say something else than the row."""
        values = self.values()
        return [name for name, value in values.items() if getattr(self.instance, name) != value]

    @property
    def touched(self) -> list[str]:
        """The same as fields of the form."""
        return [{"owner": "actor", "days": "open_days"}.get(name, name) for name in self.changed_columns]


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

    def __init__(self, data=None, *, plan: Plan, today: date, but: Booking | None = None, initial=None):
        super().__init__(data, initial=initial)
        self.pick_from(plan, but.borrower if but else None)
        self.today, self.but = today, but
        self.days: list[Day] = []
        there = plan.facilitys.on_list() if but is None else plan.facilitys.all()
        field = self.fields["facilities"]
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
        if day < self.today and day != stands:
            raise forms.ValidationError("Vælg i dag eller en dag, der kommer")
        if day.year > self.today.year + MOST_AHEAD_YEARS:
            raise forms.ValidationError(f"Vælg en dag inden udgangen af {self.today.year + MOST_AHEAD_YEARS}")
        return day

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
        chosen = self.choice(day)
        try:
            at = time.fromisoformat(chosen)
        except ValueError:
            return None
        minutes = (
            60 * at.hour + at.minute + 60 * (end.hour or 24) + end.minute - 60 * begin.hour - begin.minute
        )
        if at.tzinfo or minutes > 24 * 60:
            return None
        return at.replace(second=0, microsecond=0), time(minutes // 60 % 24, minutes % 60)

    def spans(self) -> list:
        """The times that are to be booked."""
        return [day.span for day in self.days if day.is_fine]

    @property
    def rows(self) -> list[tuple[Day, str]]:
        """(day, what was chosen for it) of a series, for the page."""
        return [(day, self.choice(day.day)) for day in self.days] if len(self.days) > 1 else []


STEERING = {"version", "submission", CPR_OK}


class ChangeForm(WhenForm):
    """Another time, place or purpose for one booking. `version` is the one the user saw."""

    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    @property
    def touched(self) -> list[str]:
        """The fields that say something else than the booking."""
        return [name for name in self.changed_data if name not in STEERING]
