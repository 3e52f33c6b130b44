"""One time of a series: cancelled or moved, and as the others again."""

from datetime import date

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from actors.guarded_forms import audit_override
from config.danish import long_date
from config.methods import require_form_methods
from config.undo import done
from exchange.activity_forms import DayChangeForm
from exchange.availability import when
from exchange.calendar_facts import times, with_all
from exchange.calendar_rights import require_poster
from exchange.calendar_times import Once
from mapping.activity_actions import change_day, restore_day
from mapping.models import Activity


@require_form_methods
def day(request, pk, number):
    """What is to become of the time with this number in the series."""
    activity, once = _found(request, pk, number)
    today = timezone.localdate()
    form = DayChangeForm(request.POST if request.method == "POST" else None, span=once.span, today=today)
    if request.method != "POST" or not form.is_valid():
        context = {
            "place": "calendar", "form": form, "activity": activity, "once": once, "number": number,
            "when": when(once.span, today),
        }  # fmt: skip
        return render(request, "exchange/activity_day.html", context)
    _change(request, form, activity, once.day)
    told = f"flyttet til {when(form.span, today)}" if form.span else "aflyst"
    undo = reverse("calendar:day_restore", args=[request.plan.slug, pk, number])
    done(request, f"»{activity.title}« {long_date(once.day, today)} er {told}.", lead="Gemt.", undo_url=undo)
    return redirect("calendar:activity", request.plan.slug, pk)


@transaction.atomic
def _change(request, form: DayChangeForm, activity: Activity, day: date) -> None:
    span = form.span
    row = change_day(
        activity=activity, by=request.user, day=day, begins_at=span.begin if span else None,
        ends_at=span.end if span else None,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=row)


@require_POST
def day_restore(request, pk, number):
    """As the others again."""
    activity, once = _found(request, pk, number)
    restore_day(activity=activity, by=request.user, day=once.day)
    done(
        request, f"»{activity.title}« {long_date(once.day, timezone.localdate())} er som de andre gange igen."
    )
    return redirect("calendar:activity", request.plan.slug, pk)


def _found(request, pk, number: int) -> tuple[Activity, Once]:
    """The activity and its time with this number by the day in the series; Http404 when there is none."""
    poster = require_poster(request.membership)
    activity = get_object_or_404(with_all(request.plan.activitys.select_related("plan")), pk=pk)
    poster.require_change(activity)
    once = next((once for once in times(activity) if once.number == number), None)
    if once is None:
        raise Http404
    return activity, once
