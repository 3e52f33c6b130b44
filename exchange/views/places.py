"""Places and equipment: all of them in a week, one of them, a new one, and changing it."""

from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from actors.note_forms import PageForm
from config.methods import require_form_methods
from config.undo import done
from exchange import place_actions
from exchange.answering import requests_for
from exchange.availability import Span, when
from exchange.booker import booker_of
from exchange.booking_plan import opening_of
from exchange.models import Facility
from exchange.place_forms import PlaceForm
from exchange.views.picking import picker
from exchange.views.waits import waits_of
from exchange.week import week_rows

PER_PAGE = 30
COMING = 30


class DayForm(forms.Form):
    """The day whose week is shown."""

    dag = forms.DateField(required=False, input_formats=["%Y-%m-%d"])

    def day(self, today: date) -> date:
        """The day, or today for one that makes no sense."""
        asked = self.cleaned_data["dag"] if self.is_valid() else None
        return asked if asked and 2000 < asked.year < today.year + 10 else today


@require_safe
def place_list(request):
    """All that can be booked, and who has it in a week."""
    require(request.membership, Permission.BOOKING_VIEW)
    today = timezone.localdate()
    booker = booker_of(request.membership)
    there = request.plan.facilitys.on_list().select_related("owner")
    page = Paginator(there.in_order(), PER_PAGE).get_page(PageForm(request.GET).number())
    day = DayForm(request.GET).day(today)
    context = {
        "place": "exchange", "page": page, "today": today, "booker": booker,
        "requests": requests_for(request.plan, booker, now=timezone.now()),
        "waiting": waits_of(request.plan, booker).count() if booker.can_book else 0,
        "week": week_rows(page.object_list, day, today=today, booker=booker),
    }  # fmt: skip
    return render(request, "exchange/places.html", context)


@require_safe
def place(request, pk):
    """One place: what one must know, its week, and what is booked from today on."""
    require(request.membership, Permission.BOOKING_VIEW)
    facility = get_object_or_404(request.plan.facilitys.select_related("owner", "area"), pk=pk)
    today, booker = timezone.localdate(), booker_of(request.membership)
    day = DayForm(request.GET).day(today)
    context = {
        "place": "exchange", "facility": facility, "today": today, "booker": booker,
        "can_book": booker.may_borrow(facility) and not facility.archived_at, "opening": opening_of(facility),
        "week": week_rows([facility], day, today=today, booker=booker),
        "coming": _coming(request.plan, facility, today) if booker.sees_who else [],
    }  # fmt: skip
    return render(request, "exchange/place.html", context)


def _coming(plan, facility: Facility, today: date) -> list[tuple]:
    """(booking, when) of the next ones; one query."""
    bookings = plan.bookings.standing().filter(holds__facility=facility, ends_at__gt=timezone.now())
    found = bookings.select_related("borrower").order_by("begins_at", "id")[:COMING]
    return [(one, when(Span(one.begins_at, one.ends_at), today)) for one in found]


@require_form_methods
def place_create(request):
    """Something more that can be lent. »Søg« (without script) posts too."""
    require(request.membership, Permission.BOOKING_EDIT)
    posted = request.POST if request.method == "POST" else None
    form = PlaceForm(posted, plan=request.plan)
    if posted is None or "find" in request.POST or not form.is_valid():
        return _form_page(request, form)
    facility = _make(request, form)
    done(request, f"{facility.name} kan nu bookes.", lead="Gemt.")
    return redirect("exchange:place", request.plan.slug, facility.pk)


@transaction.atomic
def _make(request, form: PlaceForm) -> Facility:
    facility = place_actions.create_facility(
        plan=request.plan, by=request.user, values=form.values(), submission=form.cleaned_data["submission"]
    )
    audit_override(form, plan=request.plan, by=request.user, obj=facility)
    return facility


@require_form_methods
def place_edit(request, pk):
    """Other words, other hours, another owner; what is booked stays booked."""
    require(request.membership, Permission.BOOKING_EDIT)
    facility = get_object_or_404(request.plan.facilitys, pk=pk)
    form = PlaceForm(request.POST if request.method == "POST" else None, plan=request.plan, instance=facility)
    if request.method != "POST" or "find" in request.POST or not form.is_valid():
        return _form_page(request, form)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = get_object_or_404(request.plan.facilitys, pk=pk)
        form = PlaceForm(on_top_of(fresh.version, request.POST), plan=request.plan, instance=fresh)
        form.full_clean()
        return _form_page(request, form, conflicts=conflicts_of(form))
    done(request, f"{facility.name} er rettet.", lead="Gemt.")
    return redirect("exchange:place", request.plan.slug, pk)


@transaction.atomic
def _change(request, form: PlaceForm) -> None:
    place_actions.change_facility(
        facility=form.instance, by=request.user, values=form.values(), changed=form.changed_columns,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _form_page(request, form: PlaceForm, conflicts=None):
    facility = form.instance if form.instance.name and form.initial.get("version") else None
    context = {
        "place": "exchange", "form": form, "facility": facility, "conflicts": conflicts,
        **picker(request, form),
    }  # fmt: skip
    return render(request, "exchange/place_form.html", context)
