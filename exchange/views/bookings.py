"""Bookings: a new one or a series, and moving one."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.danish import count
from config.methods import require_form_methods
from config.undo import done
from exchange import actions
from exchange.activity_page import booking_of
from exchange.availability import Span, on_the_wall, when
from exchange.booker import Booker, require_booker
from exchange.booking_forms import BookForm, ChangeForm
from exchange.free_times import NotOnList, Taken
from exchange.models import Booking
from exchange.reason_form import must_say_why
from exchange.views.picking import picker
from exchange.views.places import DayForm
from exchange.views.waits import write_up
from exchange.waiting import FreeNow
from mapping.picker import known_ids

TAKEN = 409
GONE = "Et af stederne er taget af listen. Vælg et andet."
CANCELLED = "Bookingen blev aflyst imens. Book tiden igen, hvis I skal bruge den."


@require_form_methods
def booking_create(request):
    """Book one day or a series. »Søg« (without script) posts too."""
    booker, today = require_booker(request.membership), timezone.localdate()
    booker.require_somebody()
    posted = request.POST if request.method == "POST" else None
    first = None if posted else _first(request, today)
    form = BookForm(posted, plan=request.plan, booker=booker, today=today, initial=first)
    if posted is None:
        return _create_page(request, form)
    if "find" in request.POST:
        return _create_page(request, form)
    if "wait" in request.POST and (answer := _wait(request, form)):
        return answer
    try:
        # One that was sent before has its own time in the way.
        made = form.sent_before() or (_book(request, form) if form.is_valid() else [])
    except Taken:
        # Somebody was quicker: look again, and say it in the same words.
        form.full_clean()
        return _create_page(request, form)
    except NotOnList:
        form.add_error("facilities", GONE)
        return _create_page(request, form)
    return _booked(request, made, today) if made else _create_page(request, form)


def _wait(request, form: BookForm):
    """The answer when the form was put on the waiting list; None when the time is free by now, or gone."""
    form.full_clean()
    try:
        return write_up(request, form) if form.can_wait else None
    except (FreeNow, NotOnList):
        form.full_clean()
        return None


def _booked(request, made: list[Booking], today):
    first = made[0]
    told = f"{first.title}: {when(Span(first.begins_at, first.ends_at), today)}."
    if first.holds.filter(awaits=True).exists():
        told += " Tiden holdes, til ejeren har sagt ja."
    if len(made) > 1:
        told = f"{count(len(made), 'dag', 'dage')} er booket. Den første er {told}"
    done(request, told, lead="Booket.", undo_url=_cancel_url(request, made))
    return redirect("exchange:booking", request.plan.slug, first.pk)


def _cancel_url(request, made: list[Booking]) -> str:
    name = "series_cancel" if len(made) > 1 else "booking_cancel"
    return reverse(f"exchange:{name}", args=[request.plan.slug, made[0].pk])


@transaction.atomic
def _book(request, form: BookForm) -> list[Booking]:
    said = form.cleaned_data
    made = actions.book(
        plan=request.plan, by=request.user, values=form.values(), facilities=said["facilities"],
        spans=form.spans(), submission=said["submission"] or form.fields["submission"].initial(),
        site=request.build_absolute_uri("/"),
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=made[0])
    return made


def _first(request, today) -> dict:
    """What an empty form begins with: the place and the day that the address names, or an activity."""
    if activity := known_ids(request.GET.getlist("aktivitet")):
        there = request.plan.activitys.standing().select_related("actor").filter(pk__in=activity[:1])
        return booking_of(found, timezone.now()) if (found := there.first()) else {}
    ids = known_ids(request.GET.getlist("sted"))
    return {
        "facilities": list(request.plan.facilitys.on_list().filter(pk__in=ids)),
        "day": DayForm(request.GET).day(today) if request.GET.get("dag") else None,
    }


def _create_page(request, form: BookForm):
    return _page(request, form, "exchange/booking_create.html", {})


@require_form_methods
def booking_edit(request, pk):
    """Another time, place or purpose; the others of its series stay."""
    booker, booking = (
        require_booker(request.membership),
        _found(request, request.plan.bookings.standing(), pk),
    )
    booker.require_change(booking)
    today = timezone.localdate()
    form = _form(request, request.POST if request.method == "POST" else None, booking, booker)
    if not form.is_bound or "find" in request.POST or not form.is_valid():
        return _edit_page(request, form)
    try:
        _change(request, form)
    except Taken:
        form.full_clean()
        return _edit_page(request, form)
    except NotOnList:
        form.add_error("facilities", GONE)
        return _edit_page(request, form)
    except StaleVersion:
        return _overtaken(request, pk, booker)
    done(
        request,
        f"Bookingen er rettet: {when(Span(booking.begins_at, booking.ends_at), today)}.",
        lead="Gemt.",
    )
    return redirect("exchange:booking", request.plan.slug, pk)


def _found(request, there, pk) -> Booking:
    return get_object_or_404(there.select_related("borrower", "created_by", "plan"), pk=pk)


def _form(request, data, booking: Booking, booker: Booker) -> ChangeForm:
    return ChangeForm(
        data, plan=request.plan, booker=booker, today=timezone.localdate(), but=booking,
        initial=_standing(booking), asks_why=must_say_why(booking, request.user),
    )  # fmt: skip


def _overtaken(request, pk, booker: Booker):
    """Somebody else changed it meanwhile: both texts, and one's own is saved on top at the next press."""
    fresh = _found(request, request.plan.bookings, pk)
    if fresh.cancelled_at is not None:
        messages.error(request, CANCELLED)
        return redirect("exchange:booking", request.plan.slug, pk)
    form = _form(request, on_top_of(fresh.version, request.POST), fresh, booker)
    form.full_clean()
    return _edit_page(request, form, conflicts=conflicts_of(form) if form.is_valid() else None)


@transaction.atomic
def _change(request, form: ChangeForm) -> None:
    (day,) = form.days
    actions.change_booking(
        booking=form.but, by=request.user, values=form.values(), span=day.span,
        facilities=form.cleaned_data["facilities"], version=form.cleaned_data["version"] or 0,
        reason=form.reason(), site=request.build_absolute_uri("/"),
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.but)


def _standing(booking: Booking) -> dict:
    """The booking as the form shows it."""
    begin, end = on_the_wall(booking.begins_at), on_the_wall(booking.ends_at)
    return {
        "facilities": [hold.facility for hold in booking.holds.select_related("facility")],
        "day": begin.date(), "actor": booking.borrower_id,
        "begins": begin.time(), "ends": end.time(), "title": booking.title, "note": booking.note,
        "version": booking.version,
    }  # fmt: skip


def _edit_page(request, form: ChangeForm, conflicts=None):
    more = {"booking": form.but, "conflicts": conflicts}
    return _page(request, form, "exchange/booking_edit.html", more)


def _page(request, form, template: str, more: dict):
    context = {"place": "exchange", "form": form, **picker(request, form), **more}
    return render(request, template, context, status=TAKEN if form.is_bound and form.is_taken else 200)
