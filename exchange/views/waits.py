"""The waiting list: being written up when a time is taken, one's own, letting others come first."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actors.guarded_forms import audit_override
from config.undo import done
from exchange.availability import Span, when
from exchange.booker import Booker, require_booker
from exchange.booking_forms import BookForm
from exchange.waiting import wait_for, withdraw_wait

NOT_YOURS = "Du kan kun trække det tilbage, din egen organisation venter på."


@require_safe
def waits(request):
    """Those who still wait: all for the team, one's own for a partner."""
    booker = require_booker(request.membership)
    booker.require_somebody()
    today = timezone.localdate()
    there = waits_of(request.plan, booker).select_related("borrower").prefetch_related("facilities")
    rows = [(one, when(Span(one.begins_at, one.ends_at), today)) for one in there]
    return render(request, "exchange/waits.html", {"place": "exchange", "rows": rows})


def waits_of(plan, booker: Booker):
    """The plan's waiting list as far as the member acts for it."""
    there = plan.waits.waiting(timezone.now())
    return there if booker.is_team else there.filter(borrower=booker.own)


@require_POST
def wait_withdraw(request, pk):
    """Off the list."""
    booker = require_booker(request.membership)
    wait = get_object_or_404(request.plan.waits.select_related("plan"), pk=pk)
    if not booker.speaks_for(wait.borrower_id):
        raise PermissionDenied(NOT_YOURS)
    withdraw_wait(wait=wait, by=request.user, now=timezone.now())
    done(request, f"»{wait.title}« står ikke mere på ventelisten.")
    return redirect("exchange:waits", request.plan.slug)


@transaction.atomic
def write_up(request, form: BookForm):
    """Put what the refused form asks for on the list. Raises FreeNow and NotOnList."""
    (day,) = form.days
    wait = wait_for(
        plan=request.plan, by=request.user, values=form.values_to_wait(), span=day.span,
        facilities=form.cleaned_data["facilities"], submission=form.cleaned_data["submission"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=wait)
    told = when(Span(wait.begins_at, wait.ends_at), timezone.localdate())
    done(request, f"I står på venteliste til {told}. I får en mail, hvis tiden bliver fri.")
    return redirect("exchange:waits", request.plan.slug)
