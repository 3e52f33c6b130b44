"""One booking: its page, and what is pressed on it: cancelled, with the rest of its series, brought back."""

from collections.abc import Sequence

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors.guarded_forms import audit_override
from config.danish import count
from config.undo import done
from exchange import actions
from exchange.availability import LOOK_AHEAD, Span, taken_sentence, when
from exchange.booker import Booker, booker_of, require_booker
from exchange.booking_plan import next_free_of
from exchange.free_times import NotOnList, Taken, taken_times
from exchange.models import Booking
from exchange.reason_form import ReasonForm, must_say_why


@require_safe
def booking(request, pk):
    """One booking: what, when, who, and the other days of its series."""
    require(request.membership, Permission.BOOKING_MAKE)
    booking = _found(request, pk)
    return _page(request, booking, booker_of(request.membership), _reason(request, booking))


def _found(request, pk) -> Booking:
    there = request.plan.bookings.select_related("borrower", "created_by", "plan", "activity")
    return get_object_or_404(there, pk=pk)


def _reason(request, booking: Booking) -> ReasonForm:
    posted = request.POST if request.method == "POST" else None
    return ReasonForm(posted, needed=must_say_why(booking, request.user))


def _page(request, booking: Booking, booker: Booker, form: ReasonForm):
    today = timezone.localdate()
    series = []
    if booking.series:
        others = request.plan.bookings.filter(series=booking.series)
        series = [(one, when(Span(one.begins_at, one.ends_at), today)) for one in others]
    there = booking.holds.select_related("facility__owner")
    holds = list(there.order_by("facility__kind", "facility__name"))
    standing = [one for one, _ in series if one.cancelled_at is None]
    context = {
        "place": "exchange", "booking": booking, "is_over": booking.ends_at <= timezone.now(),
        "when": when(Span(booking.begins_at, booking.ends_at), today), "series": series, "form": form,
        "holds": holds, "awaits": any(hold.awaits and hold.is_live for hold in holds),
        "rest": sum(1 for one in standing if one.begins_at >= booking.begins_at),
        "can_change": booker.may_change(booking),
        "asked": [hold for hold in holds if hold.awaits and booker.speaks_for(hold.facility.owner_id)],
    }  # fmt: skip
    return render(request, "exchange/booking.html", context)


@require_POST
def booking_cancel(request, pk):
    """Let others have the time; the message's button takes it back while it is free."""
    booker, booking = require_booker(request.membership), _found(request, pk)
    booker.require_change(booking)
    form = _reason(request, booking)
    if not form.is_valid():
        return _page(request, booking, booker, form)
    _cancel(request, [booking], form)
    undo = reverse("exchange:booking_restore", args=[request.plan.slug, pk])
    done(request, f"»{booking.title}« er aflyst. Andre kan booke tiden nu.", undo_url=undo)
    return redirect("exchange:booking", request.plan.slug, pk)


@require_POST
def series_cancel(request, pk):
    """The booking and those of its series that come after it."""
    booker, booking = require_booker(request.membership), _found(request, pk)
    booker.require_change(booking)
    form = _reason(request, booking)
    if not form.is_valid():
        return _page(request, booking, booker, form)
    rest = request.plan.bookings.standing().filter(series=booking.series, begins_at__gte=booking.begins_at)
    # A day that was handed to somebody else is not theirs to cancel.
    found = list(rest.filter(borrower=booking.borrower_id)) if booking.series else [booking]
    gone = _cancel(request, found, form)
    done(request, f"{count(gone, 'dag', 'dage').capitalize()} er aflyst. Andre kan booke tiden nu.")
    return redirect("exchange:booking", request.plan.slug, pk)


@transaction.atomic
def _cancel(request, bookings: Sequence[Booking], form: ReasonForm) -> int:
    gone = actions.cancel_bookings(
        bookings=bookings, by=request.user, now=timezone.now(), reason=form.reason(),
        site=request.build_absolute_uri("/"),
    )  # fmt: skip
    if bookings:
        audit_override(form, plan=request.plan, by=request.user, obj=bookings[0])
    return gone


@require_POST
def booking_restore(request, pk):
    """The cancelled time, if nobody has taken it since."""
    booker, booking = require_booker(request.membership), _found(request, pk)
    booker.require_change(booking)
    try:
        actions.restore_booking(booking=booking, by=request.user, site=request.build_absolute_uri("/"))
    except Taken as taken:
        messages.error(request, _sentence(taken))
    except NotOnList:
        messages.error(request, "Stedet kan ikke bookes mere.")
    else:
        done(request, f"»{booking.title}« er booket igen.")
    return redirect("exchange:booking", request.plan.slug, pk)


def _sentence(taken: Taken) -> str:
    """Who is in the way, and when it is free."""
    around = Span(taken.wanted.begin, taken.wanted.end + LOOK_AHEAD)
    times = taken_times([taken.facility], around).get(taken.facility.pk, ())
    free = next_free_of(taken.facility, taken.wanted, times)
    return taken_sentence(taken.facility.name, taken.clash, free, wanted=taken.wanted)
