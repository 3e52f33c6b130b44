"""The activity calendar with events in it: a week and a month."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from exchange.calendar_rights import poster_of
from exchange.calendar_shown import CalendarForm, month_shown, week_shown
from meetings.calendar_events import events_for


@require_safe
def week(request):
    """What happens from Monday to Sunday."""
    require(request.membership, Permission.ACTIVITY_VIEW)
    filters = _filters(request)
    also = events_for(request.membership, filters)
    shown = week_shown(request.plan, filters.day, filters.today, filters.keeps, also)
    return render(request, "meetings/calendar_week.html", _context(request, filters) | {"week": shown})


@require_safe
def month(request):
    """What happens in a month."""
    require(request.membership, Permission.ACTIVITY_VIEW)
    filters = _filters(request)
    also = events_for(request.membership, filters)
    shown = month_shown(request.plan, filters.day, filters.today, filters.keeps, also)
    return render(request, "meetings/calendar_month.html", _context(request, filters) | {"month": shown})


def _filters(request) -> CalendarForm:
    return CalendarForm(request.GET, plan=request.plan, today=timezone.localdate())


def _context(request, filters: CalendarForm) -> dict:
    chosen = urlencode(filters.chosen)
    return {
        "place": "calendar", "filters": filters, "today": filters.today,
        "poster": poster_of(request.membership),
        # What the links to other weeks carry along.
        "narrowed": f"&{chosen}" if chosen else "",
    }  # fmt: skip
