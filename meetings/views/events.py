"""Events of the plan: the list, one of them, a new one, changing it, calling it off."""

from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from actors.note_forms import PageForm
from config.danish import capitalised, count
from config.methods import require_form_methods
from config.qr import qr_path
from config.undo import done
from meetings import event_actions as actions
from meetings.event_forms import EventForm, WhichForm
from meetings.event_mail import when_of
from meetings.event_page import edited_frame, event_frame, places_told, shared_context, sign_up_url, site_of
from meetings.models import Event
from meetings.signups import Places

PER_PAGE = 20


@require_safe
def event_list(request):
    """Those that come, or those that were."""
    require(request.membership, Permission.EVENT_VIEW)
    now, today = timezone.now(), timezone.localdate()
    shows_over, there = WhichForm(request.GET).shows_over(), request.plan.events.with_numbers()
    found = there.over(now) if shows_over else there.ahead(now)
    page = Paginator(found, PER_PAGE).get_page(PageForm(request.GET).number())
    here = reverse("events:list", args=[request.plan.slug])
    tabs = [
        {"name": "Kommer", "url": here, "key": False},
        {"name": "Har været", "url": f"{here}?vis=slut", "key": True},
    ]  # fmt: skip
    context = {
        "place": "forums", "page": page, "tabs": tabs, "shows_over": shows_over,
        "rows": [(one, capitalised(when_of(one, today)), _told(one)) for one in page],
        "can_edit": may(request.membership, Permission.EVENT_EDIT),
    }  # fmt: skip
    return render(request, "meetings/events.html", context)


def _told(event: Event) -> str:
    return places_told(Places(event.capacity, event.coming, event.waiting))


@require_safe
def event(request, pk):
    """What it is, how one signs up, and what is printed for it."""
    frame = event_frame(request, pk)
    address = sign_up_url(request, frame.event)
    size, code = qr_path(address)
    context = shared_context(request, frame, "event") | {"address": address, "qr_size": size, "qr": code}
    return render(request, "meetings/event.html", context)


@require_form_methods
def event_create(request):
    """One more event."""
    require(request.membership, Permission.EVENT_EDIT)
    today = timezone.localdate()
    form = EventForm(request.POST if request.method == "POST" else None, plan=request.plan, today=today)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, form)
    made = _make(request, form)
    undo = reverse("events:cancel", args=[request.plan.slug, made.pk])
    done(request, f"{made.title} er klar til tilmelding.", lead="Gemt.", undo_url=undo)
    return redirect("events:event", request.plan.slug, made.pk)


@transaction.atomic
def _make(request, form: EventForm) -> Event:
    made = actions.create_event(
        plan=request.plan, by=request.user, values=form.values(), submission=form.cleaned_data["submission"]
    )
    audit_override(form, plan=request.plan, by=request.user, obj=made)
    return made


@require_form_methods
def event_edit(request, pk):
    """Another time, place, text or number of places."""
    frame = edited_frame(request, pk)
    given = {"plan": request.plan, "today": frame.today}
    form = EventForm(request.POST if request.method == "POST" else None, instance=frame.event, **given)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, form, frame.event)
    try:
        mails = _change(request, form, frame.now)
    except StaleVersion:
        fresh = edited_frame(request, pk).event
        form = EventForm(on_top_of(fresh.version, request.POST), instance=fresh, **given)
        return _form_page(request, form, fresh, conflicts_of(form) if form.is_valid() else None)
    told = f" De tilmeldte har fået besked ({count(mails, 'mail', 'mails')})." if mails else ""
    done(request, f"Arrangementet er rettet.{told}", lead="Gemt.")
    return redirect("events:event", request.plan.slug, pk)


@transaction.atomic
def _change(request, form: EventForm, now) -> int:
    mails = actions.change_event(
        event=form.instance, by=request.user, values=form.values(), changed=form.changed_columns,
        version=form.cleaned_data["version"] or 0, now=now, site=site_of(request),
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)
    return mails


def _form_page(request, form: EventForm, event: Event | None = None, conflicts=None):
    context = {"place": "forums", "form": form, "event": event, "conflicts": conflicts}
    return render(request, "meetings/event_form.html", context)


@require_POST
def event_cancel(request, pk):
    """Call it off; those who come are told, and the message's button holds it after all."""
    frame = edited_frame(request, pk)
    mails = actions.cancel_event(event=frame.event, by=request.user, now=frame.now, site=site_of(request))
    undo = reverse("events:restore", args=[request.plan.slug, pk])
    told = f" {capitalised(count(mails, 'mail', 'mails'))} er sendt." if mails else ""
    done(request, f"Arrangementet er aflyst.{told}", undo_url=undo)
    return redirect("events:event", request.plan.slug, pk)


@require_POST
def event_restore(request, pk):
    """Hold it after all."""
    frame = edited_frame(request, pk)
    actions.restore_event(event=frame.event, by=request.user, now=frame.now, site=site_of(request))
    done(request, "Arrangementet holdes alligevel.")
    return redirect("events:event", request.plan.slug, pk)
