"""A month of the activity calendar on paper: for the door to the stairs, or for the plan itself."""

from django import forms
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import full_date
from exchange.calendar_shown import CalendarForm, month_shown
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
    )  # fmt: skip
    context = {
        "month": month, "only": filters.chosen_names, "for_door": for_door, "today": full_date(today)
    }  # fmt: skip
    return document(request, "print/calendar.html", context, file_name("kalender", month.name))
