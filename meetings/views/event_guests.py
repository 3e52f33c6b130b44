"""Who comes to an event, who waits, and who is there."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from meetings import event_actions as actions
from meetings.event_forms import GuestForm, HereForm
from meetings.event_page import EventFrame, edited_frame, shared_context, site_of
from meetings.models import EventGuest, GuestState


@require_safe
def guests(request, pk):
    """Those who come, those who wait in their turn, and those who let us know that they do not."""
    frame = edited_frame(request, pk)
    there = list(frame.event.guests.select_related("actor").by_organisation())
    coming = [one for one in there if one.state == GuestState.COMING]
    context = shared_context(request, frame, "guests") | {
        "coming": coming, "here": sum(one.here is True for one in coming),
        "missing": sum(one.here is False for one in coming),
        "waiting": list(frame.event.guests.waiting().select_related("actor")),
        "cancelled": [one for one in there if one.state == GuestState.CANCELLED],
    }  # fmt: skip
    return render(request, "meetings/event_guests.html", context)


def _guest(frame: EventFrame, pk) -> EventGuest:
    return get_object_or_404(frame.event.guests.select_related("event__plan", "plan", "actor"), pk=pk)


def _back(request, pk):
    return redirect("events:guests", request.plan.slug, pk)


@require_form_methods
def guest_add(request, pk):
    """One who comes to the door, or called."""
    frame = edited_frame(request, pk)
    form = GuestForm(request.POST if request.method == "POST" else None, event=frame.event)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, frame, form)
    guest = _make(request, frame, form)
    undo = reverse("events:guest_cancel", args=[request.plan.slug, pk, guest.pk])
    done(request, f"{guest.name} fra {guest.organisation} er skrevet på.", lead="Gemt.", undo_url=undo)
    return _back(request, pk)


@transaction.atomic
def _make(request, frame: EventFrame, form: GuestForm) -> EventGuest:
    guest = actions.add_guest(
        event=frame.event, by=request.user, values=_with_actor(frame, form), now=frame.now,
        submission=form.cleaned_data["submission"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=guest)
    return guest


def _with_actor(frame: EventFrame, form: GuestForm) -> dict:
    """What was typed; a new guest's actor is found by the name, unless it was chosen."""
    values = form.values()
    if form.wants_actor:
        values["actor"] = actions.actor_called(frame.event.plan, values["organisation"])
    return values


@require_form_methods
def guest_edit(request, pk, guest_pk):
    """Another name, another mail, or which actor it is."""
    frame = edited_frame(request, pk)
    guest = _guest(frame, guest_pk)
    form = GuestForm(request.POST if request.method == "POST" else None, event=frame.event, instance=guest)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, frame, form, guest)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = _guest(frame, guest_pk)
        form = GuestForm(on_top_of(fresh.version, request.POST), event=frame.event, instance=fresh)
        return _form_page(request, frame, form, fresh, conflicts_of(form) if form.is_valid() else None)
    done(request, f"{form.instance.organisation} er rettet.", lead="Gemt.")
    return _back(request, pk)


@transaction.atomic
def _change(request, form: GuestForm) -> None:
    actions.change_guest(
        guest=form.instance, by=request.user, values=form.values(), changed=form.touched,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _form_page(request, frame: EventFrame, form: GuestForm, guest: EventGuest | None = None, conflicts=None):
    context = {"place": "forums", "event": frame.event, "form": form, "guest": guest, "conflicts": conflicts}
    return render(request, "meetings/event_guest_form.html", context)


@require_POST
def guest_cancel(request, pk, guest_pk):
    """The guest does not come; the first in line gets the place."""
    frame = edited_frame(request, pk)
    guest = _guest(frame, guest_pk)
    actions.cancel_guest(guest=guest, by=request.user, now=frame.now, site=site_of(request))
    undo = reverse("events:guest_restore", args=[request.plan.slug, pk, guest_pk])
    done(request, f"{guest.name or guest.organisation} er meldt fra.", undo_url=undo)
    return _back(request, pk)


@require_POST
def guest_restore(request, pk, guest_pk):
    """The guest comes after all, if there is a place."""
    frame = edited_frame(request, pk)
    guest = _guest(frame, guest_pk)
    state = actions.bring_back_guest(guest=guest, by=request.user, now=frame.now)
    told = "er på venteliste, for der er fyldt" if state == GuestState.WAITING else "kommer alligevel"
    done(request, f"{guest.name or guest.organisation} {told}.")
    return _back(request, pk)


@require_POST
def guest_let_in(request, pk, guest_pk):
    """Give one who waits a place, whatever the turn."""
    frame = edited_frame(request, pk)
    guest = _guest(frame, guest_pk)
    actions.give_place(guest=guest, by=request.user, now=frame.now, site=site_of(request))
    done(request, f"{guest.name or guest.organisation} har fået plads.")
    return _back(request, pk)


@require_POST
def guest_here(request, pk, guest_pk):
    """One tap: has come, or does not."""
    frame = edited_frame(request, pk)
    guest, form = _guest(frame, guest_pk), HereForm(request.POST)
    form.full_clean()
    actions.mark_here(guest=guest, by=request.user, here=form.cleaned_data.get("here"))
    return redirect(f"{reverse('events:guests', args=[request.plan.slug, pk])}#g-{guest.pk}")
