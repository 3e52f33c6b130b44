"""The activity calendar as pages print it: a week of days, a month of weeks, narrowed by what was chosen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms

from accounts.models import Plan
from config.danish import capitalised, number_word
from config.holidays import NamedDay, named_day
from exchange.availability import Span, days_touched, midnight, week_of
from exchange.calendar_clashes import clashing_ids
from exchange.calendar_facts import Entry, TimeShown, activities_in, entries_of, in_order, rooms, with_all
from exchange.turning import MonthPage, WeekPage
from mapping.models import Activity


@dataclass(frozen=True, slots=True)
class Day:
    """A day with what happens on it."""

    day: date
    is_today: bool
    is_past: bool
    entries: tuple[TimeShown, ...]
    is_inside: bool = True

    @property
    def named(self) -> NamedDay | None:
        """What the day is called besides its date: "juledag"."""
        return named_day(self.day)


@dataclass(frozen=True, slots=True)
class Week(WeekPage):
    """Monday to Sunday."""

    days: tuple[Day, ...]

    @property
    def monday(self) -> date:
        return self.days[0].day

    @property
    def amount(self) -> int:
        """How many times there are."""
        return len({entry.key for day in self.days for entry in day.entries})

    @property
    def clashing(self) -> str:
        """ "To aktiviteter falder sammen", or ""."""
        found = {entry.activity.pk for day in self.days for entry in day.entries if entry.clashes}
        return f"{capitalised(number_word(len(found)))} aktiviteter falder sammen" if found else ""


@dataclass(frozen=True, slots=True)
class Month(MonthPage):
    """The weeks that some of the month is in."""

    first: date
    weeks: tuple[Week, ...]

    @property
    def amount(self) -> int:
        """How many times there are."""
        return sum(len(day.entries) for week in self.weeks for day in week.days if day.is_inside)


# What stands in the calendar besides activities, for a span; rooms above know what that is.
Also = Callable[[Span], Iterable[TimeShown]]


def nothing_more(span: Span) -> tuple:
    """The calendar of activities alone."""
    return ()


class CalendarForm(forms.Form):
    """Which day, and what the calendar is narrowed to, in the address; what makes no sense is not asked."""

    dag = forms.DateField(required=False, input_formats=["%Y-%m-%d"])
    maalgruppe = forms.ChoiceField(label="Målgruppe", required=False)
    omraade = forms.ChoiceField(label="Boligområde", required=False)
    initiativ = forms.ChoiceField(label="Initiativ", required=False)
    arrangoer = forms.ChoiceField(label="Arrangør", required=False)

    NARROWING = ("maalgruppe", "omraade", "initiativ", "arrangoer")

    def __init__(self, data, *, plan: Plan, today: date):
        super().__init__(data)
        self.today = today
        actors = plan.actors.filter(pk__in=plan.activitys.values("actor")).by_name()
        initiatives = plan.initiatives.filter(archived_at=None).order_by("sort_key", "pk")
        self._offer("maalgruppe", plan.targetgroups, "Alle målgrupper")
        self._offer("omraade", plan.areas, "Alle områder")
        self._offer("initiativ", initiatives, "Alle initiativer")
        self._offer("arrangoer", actors, "Alle arrangører")
        self.full_clean()

    def _offer(self, name: str, rows, empty: str) -> None:
        there = [(str(pk), word) for pk, word in rows.values_list("pk", "name")]
        self.fields[name].choices = [("", empty), *there]

    @property
    def day(self) -> date:
        """The day that was asked for, or today."""
        asked = self.cleaned_data.get("dag")
        return asked if asked and 2000 < asked.year < self.today.year + 10 else self.today

    @property
    def chosen(self) -> dict[str, str]:
        """{"maalgruppe": id, …} of what narrows."""
        return {name: said for name in self.NARROWING if (said := self.cleaned_data.get(name))}

    @property
    def chosen_names(self) -> list[str]:
        """The same in words, for paper."""
        return [dict(self.fields[name].choices)[pk] for name, pk in self.chosen.items()]

    @property
    def keeps_what_is_for_all(self) -> bool:
        """Whether what is for the whole plan, and belongs to nobody in it, is among those asked for."""
        return self.chosen.keys() <= {"omraade"}

    def keeps(self, activity: Activity) -> bool:
        """Whether the activity is among those asked for; one for the whole plan is in every area."""
        of = {
            "maalgruppe": {str(group.pk) for group in activity.target_groups.all()},
            "omraade": {str(activity.area_id or self.chosen.get("omraade"))},
            "initiativ": {str(activity.initiative_id)},
            "arrangoer": {str(one.actor_id) for one in (activity, *activity.merged.all())},
        }
        return all(pk in of[name] for name, pk in self.chosen.items())


def week_shown(
    plan: Plan, day: date, today: date, keeps=lambda activity: True, also: Also = nothing_more
) -> Week:
    """The week of a day. Eight queries for any number, and those of `also`."""
    return week_from(week_of(day), _entries(plan, week_of(day), keeps, also), today)


def month_shown(
    plan: Plan, day: date, today: date, keeps=lambda activity: True, also: Also = nothing_more, *,
    marks_clashes: bool = True,
) -> Month:  # fmt: skip
    """The month of a day; for paper, where nobody settles them, clashes need not be marked."""
    first = day.replace(day=1)
    begin = first - timedelta(days=first.weekday())
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    amount = (last - begin).days // 7 + 1
    span = Span(midnight(begin), midnight(begin + timedelta(weeks=amount)))
    found = _entries(plan, span, keeps, also, marks_clashes=marks_clashes)
    spans = [week_of(begin + timedelta(weeks=number)) for number in range(amount)]
    return Month(first, tuple(week_from(span, found, today, first.month) for span in spans))


def _entries(plan: Plan, span: Span, keeps, also: Also, *, marks_clashes: bool = True) -> list[TimeShown]:
    """What is kept, marked where something that may not be shown is in its way too."""
    there = activities_in(plan, span)
    clashing = clashing_ids(plan, there, span) if marks_clashes else frozenset()
    kept = entries_of([one for one in there if keeps(one)], span, rooms(plan, span), clashing)
    return in_order([*kept, *also(span)])


def open_entries(plan: Plan, span: Span) -> list[Entry]:
    """What everybody may see, without what is cancelled: neither who competes nor what is not said public."""
    there = plan.activitys.shown_to_all().filter(merged_into=None).perhaps_between(span.begin, span.end)
    found = entries_of(with_all(there), span, rooms(plan, span))
    return [entry for entry in found if not entry.is_off]


def week_from(span: Span, entries: Iterable[TimeShown], today: date, month: int = 0) -> Week:
    """The days of the span with what happens on each; with a month, which of them are inside it."""
    by_day: dict[date, list[TimeShown]] = {}
    for entry in entries:
        for day in days_touched(entry.span, span):
            by_day.setdefault(day, []).append(entry)
    return Week(
        tuple(
            Day(day, day == today, day < today, tuple(by_day.get(day, ())), not month or day.month == month)
            for day in days_touched(span)
        )
    )
