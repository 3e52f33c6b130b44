"""What is pressed on a place: taken off the list, and brought back."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from config.undo import done
from exchange import place_actions


@require_POST
def place_archive(request, pk):
    """Off the list; what is booked stays booked."""
    require(request.membership, Permission.BOOKING_EDIT)
    facility = get_object_or_404(request.plan.facilitys, pk=pk)
    place_actions.archive_facility(facility=facility, by=request.user, now=timezone.now())
    undo = reverse("exchange:place_restore", args=[request.plan.slug, pk])
    done(request, f"{facility.name} er taget af listen. Det, der er booket, gælder stadig.", undo_url=undo)
    return redirect("exchange:places", request.plan.slug)


@require_POST
def place_restore(request, pk):
    """On the list again."""
    require(request.membership, Permission.BOOKING_EDIT)
    facility = get_object_or_404(request.plan.facilitys, pk=pk)
    place_actions.restore_facility(facility=facility, by=request.user)
    done(request, f"{facility.name} kan bookes igen.")
    return redirect("exchange:place", request.plan.slug, pk)
