"""The activity calendar with events in it: a week and a month."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from exchange.calendar_rights import poster_of
from exchange.calendar_shown import CalendarForm, Month, Week, month_shown, week_shown
from meetings.calendar_events import events_for


@require_safe
def week(request):
    """What happens from Monday to Sunday."""
    return _page(request, "week", week_shown)


@require_safe
def month(request):
    """What happens in a month."""
    return _page(request, "month", month_shown)


def _page(request, name: str, shown_of: Callable[..., Week | Month]):
    """The calendar as the template of this name prints it, narrowed to what the address asks for."""
    require(request.membership, Permission.ACTIVITY_VIEW)
    filters = CalendarForm(request.GET, plan=request.plan, today=timezone.localdate())
    also = events_for(request.membership, filters)
    shown = shown_of(request.plan, filters.day, filters.today, filters.keeps, also)
    return render(request, f"meetings/calendar_{name}.html", _context(request, filters) | {name: shown})


def _context(request, filters: CalendarForm) -> dict:
    chosen = urlencode(filters.chosen)
    return {
        "place": "calendar", "filters": filters, "today": filters.today,
        "poster": poster_of(request.membership),
        # What the links to other weeks carry along.
        "narrowed": f"&{chosen}" if chosen else "",
    }  # fmt: skip
