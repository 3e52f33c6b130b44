"""The activities and events that all may see: a week of them, and the next ones on a screen in a hall."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import Plan
from config.danish import capitalised, long_date, weekday
from config.qr import qr_path
from exchange.availability import Span, week_of
from exchange.calendar_facts import TimeShown, in_order
from exchange.calendar_shown import open_entries, week_from
from exchange.notice_texts import bare
from exchange.open_doors import open_page
from exchange.views.open_notices import ON_SCREEN, SCREEN_SECONDS, turn
from exchange.views.places import DayForm
from meetings.calendar_events import event_entries

AHEAD = timedelta(days=7)
ENTRIES_AT_MOST = 60


@login_not_required
@require_safe
def week(request, slug):
    """What happens from Monday to Sunday."""
    page, today = open_page(slug, "shows_notices"), timezone.localdate()
    day = DayForm(request.GET).day(today)
    shown = week_from(week_of(day), _entries(page.plan, week_of(day)), today)
    context = {"page": page, "plan": page.plan, "week": shown, "today": today}
    return render(request, "open/calendar.html", context)


@login_not_required
@require_safe
def screen(request, slug):
    """The next ones, large enough for a hall; each minute shows the next of them."""
    page, now = open_page(slug, "shows_notices"), timezone.localtime()
    found = _entries(page.plan, Span(now, now + AHEAD))[:ENTRIES_AT_MOST]
    number, pages = turn(len(found), now)
    address = request.build_absolute_uri(reverse("open_calendar:week", args=[page.plan.slug]))
    size, code = qr_path(address)
    context = {
        "open_page": page, "number": number + 1, "pages": pages, "address": bare(address),
        "rows": [(one, _when(one)) for one in found[number * ON_SCREEN : (number + 1) * ON_SCREEN]],
        "qr_size": size, "qr": code, "seconds": SCREEN_SECONDS,
    }  # fmt: skip
    return render(request, "open/calendar_screen.html", context)


def _entries(plan: Plan, span: Span) -> list[TimeShown]:
    """What was said to be for all, and is not cancelled."""
    events = event_entries(plan.events.standing().for_all(), span)
    return in_order([*open_entries(plan, span), *events])


def _when(entry: TimeShown) -> str:
    """ "Torsdag 3. december kl. 16–18"."""
    return f"{capitalised(weekday(entry.day))} {long_date(entry.day)} {entry.hours}"
