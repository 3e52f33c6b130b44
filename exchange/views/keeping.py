"""What is pressed on a place or a booking: taken off the list, cancelled, brought back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from config.danish import count
from config.undo import done
from exchange import actions
from exchange.actions import NotOnList, Taken, taken_times
from exchange.availability import LOOK_AHEAD, Span, next_free, taken_sentence


@require_POST
def place_archive(request, pk):
    """Off the list; what is booked stays booked."""
    require(request.membership, Permission.BOOKING_EDIT)
    facility = get_object_or_404(request.plan.facilitys, pk=pk)
    actions.archive_facility(facility=facility, by=request.user, now=timezone.now())
    undo = reverse("exchange:place_restore", args=[request.plan.slug, pk])
    done(request, f"{facility.name} er taget af listen. Det, der er booket, gælder stadig.", undo_url=undo)
    return redirect("exchange:places", request.plan.slug)


@require_POST
def place_restore(request, pk):
    """On the list again."""
    require(request.membership, Permission.BOOKING_EDIT)
    facility = get_object_or_404(request.plan.facilitys, pk=pk)
    actions.restore_facility(facility=facility, by=request.user)
    done(request, f"{facility.name} kan bookes igen.")
    return redirect("exchange:place", request.plan.slug, pk)


@require_POST
def booking_cancel(request, pk):
    """Let others have the time; the message's button takes it back while it is free."""
    require(request.membership, Permission.BOOKING_EDIT)
    booking = get_object_or_404(request.plan.bookings, pk=pk)
    actions.cancel_bookings(bookings=[booking], by=request.user, now=timezone.now())
    undo = reverse("exchange:booking_restore", args=[request.plan.slug, pk])
    done(request, f"»{booking.title}« er aflyst. Andre kan booke tiden nu.", undo_url=undo)
    return redirect("exchange:booking", request.plan.slug, pk)


@require_POST
def series_cancel(request, pk):
    """The booking and those of its series that come after it."""
    require(request.membership, Permission.BOOKING_EDIT)
    booking = get_object_or_404(request.plan.bookings, pk=pk)
    rest = request.plan.bookings.standing().filter(series=booking.series, begins_at__gte=booking.begins_at)
    found = list(rest) if booking.series else [booking]
    gone = actions.cancel_bookings(bookings=found, by=request.user, now=timezone.now())
    done(request, f"{count(gone, 'dag', 'dage').capitalize()} er aflyst. Andre kan booke tiden nu.")
    return redirect("exchange:booking", request.plan.slug, pk)


@require_POST
def booking_restore(request, pk):
    """The cancelled time, if nobody has taken it since."""
    require(request.membership, Permission.BOOKING_EDIT)
    booking = get_object_or_404(request.plan.bookings, pk=pk)
    try:
        actions.restore_booking(booking=booking, by=request.user)
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
    before, after = taken.facility.minutes_before, taken.facility.minutes_after
    free = next_free(taken.wanted, times, before=before, after=after)
    return taken_sentence(taken.facility.name, taken.clash, free, wanted=taken.wanted)
