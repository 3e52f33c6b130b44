"""The owner's answer to a booking that waits for one: yes, or no with a reason."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from exchange.answering import say_no, say_yes
from exchange.availability import Span, when
from exchange.booker import require_booker
from exchange.models import Hold
from exchange.reason_form import ReasonForm

NOT_OWNER = "Kun ejeren og helhedsplanen kan svare på det."


@require_POST
def answer_yes(request, pk):
    """The time is theirs, with all days of the series that wait."""
    hold = _asked(request, pk)
    amount = say_yes(hold=hold, by=request.user, site=request.build_absolute_uri("/"))
    told = f"{hold.booking.borrower.name} har fået ja til at låne {hold.facility.name}."
    done(request, told if amount else "Der er svaret allerede.")
    return redirect("exchange:booking", request.plan.slug, hold.booking_id)


@require_form_methods
def answer_no(request, pk):
    """No, and why: the booking is cancelled, and whoever made it reads the reason."""
    hold = _asked(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None, needed=True)
    if not form.is_bound or not form.is_valid():
        booking = hold.booking
        told = when(Span(booking.begins_at, booking.ends_at), timezone.localdate())
        context = {"place": "exchange", "hold": hold, "form": form, "when": told}
        return render(request, "exchange/answer_no.html", context)
    amount = _refuse(request, hold, form)
    done(request, "Der er sagt nej, og tiden er fri igen." if amount else "Der er svaret allerede.")
    return redirect("exchange:booking", request.plan.slug, hold.booking_id)


@transaction.atomic
def _refuse(request, hold: Hold, form: ReasonForm) -> int:
    amount = say_no(
        hold=hold, by=request.user, reason=form.reason(), now=timezone.now(),
        site=request.build_absolute_uri("/"),
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=hold.booking)
    return amount


def _asked(request, pk) -> Hold:
    """What is asked for, if the member may answer for its owner."""
    booker = require_booker(request.membership)
    there = request.plan.holds.select_related("plan", "facility", "booking__borrower", "booking__plan")
    hold = get_object_or_404(there, pk=pk)
    if not booker.speaks_for(hold.facility.owner_id):
        raise PermissionDenied(NOT_OWNER)
    return hold
