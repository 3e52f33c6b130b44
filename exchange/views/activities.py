"""Activities: one of them, a new one, changing it, cancelling it."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from exchange.activity_forms import ActivityForm, standing
from exchange.activity_page import activity_context, first_of, link_booking, rooms_still_booked, said_of_new
from exchange.calendar_facts import with_all
from exchange.calendar_rights import Poster, poster_of, require_poster
from exchange.views.picking import picker
from mapping import activity_actions as actions
from mapping.models import Activity


@require_safe
def activity(request, pk):
    """One activity: what, for whom, when, and what is in its way."""
    require(request.membership, Permission.ACTIVITY_VIEW)
    found = get_object_or_404(with_all(request.plan.activitys.select_related("plan", "merged_into")), pk=pk)
    poster = poster_of(request.membership)
    return render(request, "exchange/activity.html", activity_context(found, poster, timezone.now()))


@require_form_methods
def activity_create(request):
    """One more activity. »Søg« (without script) posts too."""
    poster = require_poster(request.membership)
    poster.require_somebody()
    posted = request.POST if request.method == "POST" else None
    first = None if posted else first_of(request.plan, request.GET, poster, timezone.localdate())
    form = _form(request, posted, poster, initial=first)
    if posted is None or "find" in request.POST or not form.is_valid():
        return _form_page(request, form)
    made = _make(request, form)
    undo = reverse("calendar:cancel", args=[request.plan.slug, made.pk])
    done(request, f"»{made.title}« står i kalenderen.", lead="Gemt.", undo_url=undo)
    return _saved(request, made)


def _saved(request, row: Activity):
    """On to its page; what is in its way or resembles it is told at once."""
    for told in said_of_new(request.plan, row.pk, timezone.now()):
        messages.warning(request, told)
    return redirect("calendar:activity", request.plan.slug, row.pk)


def _form(request, data, poster: Poster, row: Activity | None = None, initial=None) -> ActivityForm:
    first = standing(row) if row else initial
    today = timezone.localdate()
    return ActivityForm(data, plan=request.plan, today=today, own=poster.own, row=row, initial=first)


@transaction.atomic
def _make(request, form: ActivityForm) -> Activity:
    values = form.values()
    made = actions.create_activity(
        plan=request.plan, by=request.user, groups=values.pop("target_groups"), values=values,
        submission=form.cleaned_data["submission"],
    )  # fmt: skip
    link_booking(made, form.cleaned_data["booking"], request.membership)
    audit_override(form, plan=request.plan, by=request.user, obj=made)
    return made


@require_form_methods
def activity_edit(request, pk):
    """Other words or another time; of a series, all of it."""
    poster, row = _own(request, pk)
    form = _form(request, request.POST if request.method == "POST" else None, poster, row)
    if request.method != "POST" or "find" in request.POST or not form.is_valid():
        return _form_page(request, form)
    try:
        _change(request, form)
    except StaleVersion:
        return _overtaken(request, pk, poster)
    done(request, f"»{row.title}« er rettet.", lead="Gemt.")
    return _saved(request, row)


def _own(request, pk) -> tuple[Poster, Activity]:
    """An activity that the member may change. Raises PermissionDenied, Http404."""
    poster = require_poster(request.membership)
    row = get_object_or_404(request.plan.activitys.select_related("plan", "actor"), pk=pk)
    poster.require_change(row)
    return poster, row


def _overtaken(request, pk, poster: Poster):
    """Somebody else changed it meanwhile: both texts, and one's own is saved on top at the next press."""
    fresh = get_object_or_404(request.plan.activitys.select_related("plan", "actor"), pk=pk)
    form = _form(request, on_top_of(fresh.version, request.POST), poster, fresh)
    return _form_page(request, form, conflicts=conflicts_of(form) if form.is_valid() else None)


@transaction.atomic
def _change(request, form: ActivityForm) -> None:
    actions.change_activity(
        activity=form.row, by=request.user, values=form.values(), changed=form.changed_columns,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.row)


@require_POST
def activity_cancel(request, pk):
    """All of it is off."""
    (poster, row), now = _own(request, pk), timezone.now()
    actions.cancel_activity(activity=row, by=request.user, now=now)
    undo = reverse("calendar:restore", args=[request.plan.slug, pk])
    kept = " Lokalet er stadig booket." if rooms_still_booked(row, poster, now) else ""
    done(request, f"»{row.title}« er aflyst.{kept}", undo_url=undo)
    return redirect("calendar:activity", request.plan.slug, pk)


@require_POST
def activity_restore(request, pk):
    """It is on again."""
    _, row = _own(request, pk)
    actions.restore_activity(activity=row, by=request.user)
    done(request, f"»{row.title}« står i kalenderen igen.")
    return redirect("calendar:activity", request.plan.slug, pk)


def _form_page(request, form: ActivityForm, conflicts=None):
    context = {
        "place": "calendar", "form": form, "activity": form.row, "conflicts": conflicts,
        "may_see_alike": may(request.membership, Permission.INITIATIVE_VIEW), **picker(request, form),
    }  # fmt: skip
    return render(request, "exchange/activity_form.html", context)
