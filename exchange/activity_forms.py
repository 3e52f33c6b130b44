"""Forms of activities: one or a series, one day of a series. Rows are looked up in the plan that is given."""

from datetime import date, datetime, time, timedelta

from django import forms

from accounts.models import Area, Plan, TargetGroup
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import CPR_OK, GuardedForm
from actors.models import Actor
from actors.note_forms import OneActorField, submission_field, version_field
from config.forms import DateInput, coming_day, near_day
from exchange.availability import NoSuchTime, Span, moment, on_the_wall
from exchange.booking_forms import REPEATS
from exchange.calendar_times import LONGEST, Pattern, problem_with
from exchange.picked_form import CLOCK, CLOCK_INVALID, TIME, PickedForm
from mapping.models import Activity, Initiative

DAY_INVALID = "Skriv datoen som 14-10-2026"
CHOOSE = "Vælg fra listen"
LIST_ERRORS = dict.fromkeys(("invalid_choice", "invalid_pk_value", "list"), CHOOSE)
# Fields of the form that say when: the columns they make.
WHEN = {"day", "begins", "ends", "ends_on", "every", "until"}
STEERING = {"version", "submission", "booking", CPR_OK}


def day_field(label: str, **kwargs) -> forms.DateField:
    errors = {"required": "Vælg en dato", "invalid": DAY_INVALID}
    return forms.DateField(label=label, widget=DateInput(), error_messages=errors, **kwargs)


def clock_field(label: str, missing: str, **kwargs) -> forms.TimeField:
    errors = {"required": missing, "invalid": CLOCK_INVALID}
    return forms.TimeField(
        label=label, input_formats=CLOCK, widget=forms.TimeInput(**TIME), error_messages=errors, **kwargs
    )


def span_from(day: date, begins: time, ends: time, ends_on: date | None = None) -> Span:
    """What was written as a time; an end of 0.00 without another day is midnight. Raises NoSuchTime."""
    if ends_on is None:
        ends_on = day + timedelta(days=1) if ends == time(0) else day
    if datetime.combine(ends_on, ends) <= datetime.combine(day, begins):
        raise NoSuchTime("Slut skal være efter start")
    return Span(moment(day, begins), moment(ends_on, ends))


class ActivityForm(PickedForm, forms.Form):
    """What happens, for whom, where and when."""

    title = forms.CharField(
        label="Hvad sker der?", max_length=80, help_text="Fx fodbold for piger.",
        error_messages={"required": "Skriv, hvad der sker", "max_length": "Skriv højst 80 tegn"},
    )  # fmt: skip
    text = forms.CharField(
        label="Mere om det", max_length=300, required=False, help_text=FREE_TEXT_HINT,
        widget=forms.Textarea(attrs={"rows": 3}), error_messages={"max_length": "Skriv højst 300 tegn"},
    )  # fmt: skip
    actor = OneActorField("Vælg, hvem der står bag", "Hvem står bag?")
    initiative = forms.ModelChoiceField(
        Initiative.objects.none(), label="Hører til initiativet", required=False, empty_label="Intet",
        error_messages=LIST_ERRORS,
    )  # fmt: skip
    target_groups = forms.ModelMultipleChoiceField(
        TargetGroup.objects.none(), label="Målgrupper", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Så kan I se, om andre vil det samme på samme tid.", error_messages=LIST_ERRORS,
    )  # fmt: skip
    area = forms.ModelChoiceField(
        Area.objects.none(), label="Boligområde", required=False, empty_label="Hele planen",
        error_messages=LIST_ERRORS,
    )  # fmt: skip
    place = forms.CharField(
        label="Hvor?", max_length=120, required=False,
        help_text="Et lokale kan I booke bagefter. Så står det her af sig selv.",
        error_messages={"max_length": "Skriv højst 120 tegn"},
    )  # fmt: skip
    day = day_field("Dato")
    begins = clock_field("Fra kl.", "Skriv, hvornår I begynder")
    ends = clock_field("Til kl.", "Skriv, hvornår I er færdige", help_text="0.00 er midnat.")
    ends_on = day_field("Slutter en anden dag", required=False)
    every = forms.TypedChoiceField(
        label="Gentag", choices=REPEATS, coerce=int, initial="0", required=False, empty_value=0,
        widget=forms.RadioSelect, error_messages={"invalid_choice": "Vælg, hvor tit"},
    )  # fmt: skip
    until = day_field("Til og med", required=False)
    is_public = forms.BooleanField(
        label="Må ses af alle", required=False,
        help_text="På den åbne side og skærmen, når lederen har åbnet den.",
    )  # fmt: skip
    version = version_field(required=False)
    submission = submission_field()
    booking = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data=None,
        *,
        plan: Plan,
        today: date,
        own: Actor | None = None,
        row: Activity | None = None,
        initial=None,
    ):
        super().__init__(data, initial=initial or {})
        self.row, self.today = row, today
        self.pick_from(plan, row.actor if row else (initial or {}).get("actor"), own)
        self.fields["initiative"].queryset = plan.initiatives.filter(archived_at=None).order_by(
            "sort_key", "pk"
        )
        self.fields["target_groups"].queryset = plan.targetgroups.all()
        self.fields["area"].queryset = plan.areas.all()
        self.pattern: Pattern | None = None

    def clean_day(self) -> date:
        """To come, unless the activity stands there."""
        day = self.cleaned_data["day"]
        if self.row and self.row.every:
            return near_day(day, self.today)
        return coming_day(day, self.today, self.initial.get("day") if self.row else None)

    def clean_until(self) -> date | None:
        until = self.cleaned_data["until"]
        if not self.cleaned_data.get("every"):
            return None
        if until is None:
            raise forms.ValidationError("Skriv, hvor længe det bliver ved")
        if (day := self.cleaned_data.get("day")) and until < day:
            raise forms.ValidationError("Vælg en dag efter den første")
        return near_day(until, self.today)

    def clean(self):
        said = super().clean()
        if {"day", "begins", "ends", "ends_on", "until"} <= said.keys():
            self._settle(said)
        return said

    def _settle(self, said: dict) -> None:
        """Make the times, or say what stands in the way."""
        try:
            span = span_from(said["day"], said["begins"], said["ends"], said["ends_on"])
        except NoSuchTime as problem:
            self.add_error("ends", str(problem))
            return
        if span.length > LONGEST:
            self.add_error("ends_on", "Vælg en slutdag inden for to uger")
            return
        pattern = Pattern(span.begin, span.end, said.get("every") or 0, said["until"])
        if problem := problem_with(pattern):
            self.add_error("until", problem)
            return
        self.pattern = pattern

    def values(self) -> dict:
        """The columns as they were typed, and the target groups."""
        said, when = self.cleaned_data, self.pattern
        names = ("title", "text", "actor", "initiative", "area", "place", "is_public", "target_groups")
        return {name: said[name] for name in names} | {
            "begins_at": when.begin, "ends_at": when.end, "every": when.every, "until": when.until,
        }  # fmt: skip

    @property
    def touched(self) -> list[str]:
        """The fields that say something else than the row."""
        return [name for name in self.changed_data if name not in STEERING]

    @property
    def changed_columns(self) -> set[str]:
        """The same as columns; those of time as far as they differ."""
        values, names = self.values(), set(self.touched)
        when = {
            name
            for name in ("begins_at", "ends_at", "every", "until")
            if getattr(self.row, name) != values[name]
        }
        return (names - WHEN) | (when if names & WHEN else set())


def standing(row: Activity) -> dict:
    """The activity as the form shows it."""
    begin, end = on_the_wall(row.begins_at), on_the_wall(row.ends_at)
    midnight = end.time() == time(0) and end.date() == begin.date() + timedelta(days=1)
    return {
        "title": row.title, "text": row.text, "actor": row.actor_id, "initiative": row.initiative_id,
        "target_groups": list(row.target_groups.all()), "area": row.area_id, "place": row.place,
        "day": begin.date(), "begins": begin.time(), "ends": end.time(), "every": row.every,
        "ends_on": None if midnight or end.date() == begin.date() else end.date(), "until": row.until,
        "is_public": row.is_public, "version": row.version,
    }  # fmt: skip


class DayChangeForm(GuardedForm, forms.Form):
    """What is to become of one time of a series."""

    OFF, ELSEWHERE = "off", "moved"

    what = forms.ChoiceField(
        label="Hvad skal der ske med den gang?", choices=[(OFF, "Aflys den"), (ELSEWHERE, "Flyt den")],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Vælg, hvad der skal ske"),
    )  # fmt: skip
    to = day_field("Ny dato", required=False)
    begins = clock_field("Fra kl.", "", required=False)
    ends = clock_field("Til kl.", "", required=False)

    def __init__(self, data=None, *, span: Span, today: date):
        begin, end = on_the_wall(span.begin), on_the_wall(span.end)
        first = {"what": self.ELSEWHERE, "to": begin.date(), "begins": begin.time(), "ends": end.time()}
        super().__init__(data, initial=first)
        self.today, self.standing, self.span = today, span, None

    def clean_to(self) -> date | None:
        day = self.cleaned_data["to"]
        return coming_day(day, self.today) if day else None

    def clean(self):
        said = super().clean()
        if said.get("what") != self.ELSEWHERE or {"to", "begins", "ends"} & self.errors.keys():
            return said
        for name, missing in (
            ("to", "Vælg en dato"),
            ("begins", "Skriv, hvornår I begynder"),
            ("ends", "Skriv, hvornår I er færdige"),
        ):
            if said.get(name) is None:
                self.add_error(name, missing)
        if {"to", "begins", "ends"} & self.errors.keys():
            return said
        try:
            span = span_from(said["to"], said["begins"], said["ends"])
        except NoSuchTime as problem:
            self.add_error("ends", str(problem))
            return said
        if span == self.standing:
            self.add_error("to", "Vælg en ny dag eller et nyt tidspunkt")
        self.span = span
        return said
