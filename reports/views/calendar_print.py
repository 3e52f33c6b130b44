"""A month of the activity calendar on paper, for the wall."""

from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import full_date
from exchange.calendar_shown import CalendarForm, month_shown
from reports.sending import file_name
from reports.views.guides import document


@require_safe
def calendar(request):
    """The month of a day on A4, narrowed as the calendar was."""
    require(request.membership, Permission.ACTIVITY_VIEW)
    today = timezone.localdate()
    filters = CalendarForm(request.GET, plan=request.plan, today=today)
    month = month_shown(request.plan, filters.day, today, filters.keeps)
    context = {"month": month, "only": filters.chosen_names, "today": full_date(today)}
    return document(request, "print/calendar.html", context, file_name("kalender", month.name))
