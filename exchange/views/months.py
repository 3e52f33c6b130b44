"""Places in a month: all of them, or one."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from exchange.booker import booker_of
from exchange.models import Facility
from exchange.month import month_of
from exchange.views.places import DayForm
from mapping.picker import known_ids


@require_safe
def month(request):
    """Who has what in the month of a day; of the place that the address names, or of all."""
    require(request.membership, Permission.BOOKING_VIEW)
    today, booker = timezone.localdate(), booker_of(request.membership)
    places = request.plan.facilitys.on_list().select_related("owner").in_order()
    only = _named(places, request.GET.getlist("sted"))
    shown = month_of([only] if only else places, DayForm(request.GET).day(today), today=today, booker=booker)
    context = {
        "place": "exchange", "month": shown, "lent": places, "only": only, "today": today, "booker": booker,
        "can_book": booker.may_borrow(only) if only else booker.can_book,
    }  # fmt: skip
    return render(request, "exchange/month.html", context)


def _named(places: list[Facility], asked: list[str]) -> Facility | None:
    """The one place whose id was sent."""
    ids = known_ids(asked)
    return next((one for one in places if one.pk in ids), None)
