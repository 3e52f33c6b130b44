"""A month of the activity calendar on paper: for the door to the stairs, or for the plan itself."""

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import capitalised, full_date
from exchange.calendar_facts import TimeShown
from exchange.calendar_shown import CalendarForm, Day, month_shown
from exchange.notice_texts import bare
from exchange.open_doors import page_of_plan
from meetings.calendar_events import events_for
from reports.month_sheet import Box, Written, on_one_sheet
from reports.sending import file_name
from reports.views.guides import document


class ForWhomForm(forms.Form):
    """Whom the paper is for, in the address; without an answer it may hang on the door."""

    DOOR, SELF = "opslag", "selv"

    til = forms.ChoiceField(required=False, choices=[(DOOR, "Til opslag"), (SELF, "Til jer selv")])

    @property
    def is_for_door(self) -> bool:
        """Whether it holds only what all may see."""
        return not self.is_valid() or self.cleaned_data["til"] != self.SELF


@require_safe
def calendar(request):
    """The month of a day on A4, narrowed as the calendar was; only what all may see, unless it is asked."""
    require(request.membership, Permission.ACTIVITY_VIEW)
    today = timezone.localdate()
    filters = CalendarForm(request.GET, plan=request.plan, today=today)
    for_door = ForWhomForm(request.GET).is_for_door
    month = month_shown(
        request.plan, filters.day, today,
        lambda activity: (activity.is_public or not for_door) and filters.keeps(activity),
        events_for(request.membership, filters, for_all=for_door), marks_clashes=False,
    )  # fmt: skip
    sheet = on_one_sheet([[_box(day) for day in week.days] for week in month.weeks])
    rest = _rest(request, for_door)
    context = {
        "month": month, "sheet": sheet, "only": filters.chosen_names, "for_door": for_door,
        "today": full_date(today), "rest": rest if sheet.is_cut else "",
    }  # fmt: skip
    return document(request, "print/calendar.html", context, file_name("kalender", month.name))


def _box(day: Day) -> Box:
    """The day as the sheet has it; nothing stands in those of another month."""
    name = capitalised(day.named.name) if day.named else ""
    entries = day.entries if day.is_inside else ()
    return Box(day.day.day, name, day.is_inside, tuple(map(_written, entries)))


def _written(entry: TimeShown) -> Written:
    return Written(entry.hours, entry.title, entry.place, entry.is_off, entry.is_event)


def _rest(request, for_door: bool) -> str:
    """Where what did not get a place can be read."""
    more = "Der sker mere, end der er plads til her."
    if not for_door:
        return f"{more} Resten står i kalenderen på På banen."
    page = page_of_plan(request.plan)
    if not (page.is_on and page.shows_notices):
        return f"{more} Spørg os om resten."
    address = request.build_absolute_uri(reverse("open_calendar:week", args=[request.plan.slug]))
    return f"{more} Resten står på {bare(address)}"
