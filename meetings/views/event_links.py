"""Events for those without login: what the leader opened, the link on the poster, a guest's own link."""

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.danish import capitalised, count
from config.methods import require_form_methods
from config.undo import done
from exchange.open_doors import open_page
from meetings import event_actions as actions
from meetings.event_actions import EventProblem
from meetings.event_forms import NoteForm
from meetings.event_mail import when_of
from meetings.event_page import open_for_signups, site_of
from meetings.models import Event, EventGuest, GuestState
from meetings.note_actions import sheet_rows
from meetings.round_queries import seats_of_guest
from meetings.signup_forms import OwnForm, SignUpForm
from meetings.views.event_notes import write

# A whole town hall signs up from one address; a machine that fills places would need far more. And nobody's
# mailbox is filled by a stranger.
LIMITS = {"event_sign_up": "40/10m/ip,6/h/key"}
WAIT = "Der er kommet mange tilmeldinger herfra på kort tid. Vent ti minutter, og prøv igen."
LIST_AT_MOST = 50


@login_not_required
@require_safe
def open_list(request, slug):
    """Events that may stand on the open page."""
    page, now, today = open_page(slug, "shows_notices"), timezone.now(), timezone.localdate()
    found = page.plan.events.standing().for_all().ahead(now).with_numbers()[:LIST_AT_MOST]
    rows = [(one, capitalised(when_of(one, today)), _left(one), open_for_signups(one, now)) for one in found]
    return render(request, "open/events.html", {"page": page, "plan": page.plan, "rows": rows})


def _left(event: Event) -> str:
    """How many places there are, as everybody may know it."""
    left = 0 if event.waiting else max(event.capacity - event.coming, 0)
    return (
        f"{capitalised(count(left, 'ledig plads', 'ledige pladser'))}" if left else "Fyldt. Der er venteliste"
    )


# -- The link on the poster -----------------------------------------------------------------------


@never_cache
@login_not_required
@require_form_methods
def sign_up(request, link):
    """What the event is, and the form for those who want to come."""
    rows = Event.objects.with_numbers().select_related("plan")
    event, now = get_object_or_404(rows, link=link), timezone.now()
    form = SignUpForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _sign_up_page(request, event, form)
    if not _may_try(request, form.cleaned_data["email"]):
        form.add_error(None, WAIT)
        return _sign_up_page(request, event, form, status=429)
    try:
        guests = _sign_up(request, event, form, now)
    except EventProblem as problem:
        form.add_error(None, str(problem))
        return _sign_up_page(request, event, form)
    waiting = sum(one.state == GuestState.WAITING for one in guests)
    done(request, _thanks(len(guests), waiting), lead="Tak.")
    return redirect("event_link:own", guests[0].link)


def _may_try(request, email: str) -> bool:
    usage = ratelimit.consume(
        request, app="allauth.account", action="event_sign_up", config=LIMITS, key=email.lower()
    )
    return usage is not None


@transaction.atomic
def _sign_up(request, event: Event, form: SignUpForm, now) -> list[EventGuest]:
    said = form.cleaned_data
    guests = actions.sign_up(
        event=event, names=said["names"], organisation=said["organisation"], email=said["email"],
        shares_contact=said["shares_contact"], now=now, site=site_of(request), submission=said["submission"],
    )  # fmt: skip
    audit_override(form, plan=event.plan, by=None, obj=guests[0])
    return guests


def _thanks(amount: int, waiting: int) -> str:
    mail = "I får en mail med et link til at rette eller melde afbud."
    if not waiting:
        return f"I er tilmeldt. {mail}"
    if waiting == amount:
        return f"Der er fyldt, så I står på venteliste. {mail}"
    return f"{count(amount - waiting, 'plads', 'pladser')} til jer, og {waiting} på venteliste. {mail}"


def _sign_up_page(request, event: Event, form: SignUpForm, status: int = 200):
    now = timezone.now()
    context = {
        "event": event, "plan_name": event.plan.name, "form": form, "left": _left(event),
        "when": capitalised(when_of(event, timezone.localdate(now))), "is_open": open_for_signups(event, now),
        "is_over": event.ends_at <= now, "is_full": bool(event.waiting or event.coming >= event.capacity),
    }  # fmt: skip
    return render(request, "open/event_sign_up.html", context, status=status)


# -- A guest's own link ---------------------------------------------------------------------------


def _guest(link: str) -> EventGuest:
    """The guest whose link it is. Raises Http404."""
    rows = EventGuest.objects.select_related("event__plan", "plan", "actor", "note")
    return get_object_or_404(rows, link=link)


def _own_context(guest: EventGuest) -> dict:
    event, now = guest.event, timezone.now()
    return {
        "guest": guest, "event": event, "plan_name": guest.plan.name,
        "when": capitalised(when_of(event, timezone.localdate(now))), "is_over": event.ends_at <= now,
        "has_begun": event.begins_at <= now,
    }  # fmt: skip


@never_cache
@login_not_required
@require_safe
def own(request, link):
    """What the guest signed up for, where one sits, and the ways to change it."""
    guest = _guest(link)
    context = _own_context(guest) | {
        "seats": seats_of_guest(guest), "note": getattr(guest, "note", None),
        "turn": _turn(guest) if guest.state == GuestState.WAITING else 0,
    }  # fmt: skip
    return render(request, "open/event_own.html", context)


def _turn(guest: EventGuest) -> int:
    """The place in the line, from 1."""
    waiting = list(guest.event.guests.waiting().values_list("pk", flat=True))
    return waiting.index(guest.pk) + 1


@never_cache
@login_not_required
@require_form_methods
def own_edit(request, link):
    """Another name or mail."""
    guest = _guest(link)
    form = OwnForm(request.POST if request.method == "POST" else None, guest=guest)
    if request.method != "POST" or not form.is_valid():
        return _own_form(request, guest, form)
    try:
        _change(form)
    except StaleVersion:
        fresh = _guest(link)
        form = OwnForm(on_top_of(fresh.version, request.POST), guest=fresh)
        return _own_form(request, fresh, form, conflicts_of(form) if form.is_valid() else None)
    done(request, "Tilmeldingen er rettet.", lead="Gemt.")
    return redirect("event_link:own", link)


@transaction.atomic
def _change(form: OwnForm) -> None:
    guest = form.instance
    values, changed = form.values(), list(form.touched)
    if "organisation" in changed:
        values["actor"] = actions.actor_called(guest.plan, values["organisation"])
        changed.append("actor")
    actions.change_guest(
        guest=guest, by=None, values=values, changed=changed, version=form.cleaned_data["version"] or 0
    )
    audit_override(form, plan=guest.plan, by=None, obj=guest)


def _own_form(request, guest: EventGuest, form: OwnForm, conflicts=None):
    context = _own_context(guest) | {"form": form, "conflicts": conflicts}
    return render(request, "open/event_own_form.html", context)


@never_cache
@login_not_required
@require_POST
def own_cancel(request, link):
    """The guest does not come; the first in line gets the place."""
    guest = _guest(link)
    actions.cancel_guest(guest=guest, by=None, now=timezone.now(), site=site_of(request))
    done(request, "Tak for beskeden. Du er meldt fra.")
    return redirect("event_link:own", link)


@never_cache
@login_not_required
@require_POST
def own_again(request, link):
    """The guest comes after all, if there is a place."""
    guest = _guest(link)
    try:
        state = actions.bring_back_guest(guest=guest, by=None, now=timezone.now())
    except EventProblem as problem:
        done(request, str(problem))
        return redirect("event_link:own", link)
    waits = state == GuestState.WAITING
    done(request, "Der er fyldt, så du står på venteliste." if waits else "Godt. Du er tilmeldt igen.")
    return redirect("event_link:own", link)


@never_cache
@login_not_required
@require_form_methods
def own_note(request, link):
    """The short form at the table, on the guest's own phone."""
    guest = _guest(link)
    if guest.state != GuestState.COMING:
        raise Http404
    note = getattr(guest, "note", None)
    form = NoteForm(request.POST if request.method == "POST" else None, guest=guest, instance=note)
    if request.method != "POST" or not form.is_valid():
        return _note_form(request, guest, form)
    try:
        write(request, guest, form, by=None)
    except StaleVersion:
        guest = _guest(link)
        form = NoteForm(on_top_of(guest.note.version, request.POST), guest=guest, instance=guest.note)
        return _note_form(request, guest, form, conflicts_of(form) if form.is_valid() else None)
    done(request, "Sedlen er gemt. Du kan rette den her, så længe du vil.", lead="Tak.")
    return redirect("event_link:own", link)


def _note_form(request, guest: EventGuest, form: NoteForm, conflicts=None):
    context = _own_context(guest) | {"form": form, "conflicts": conflicts}
    return render(request, "open/event_note.html", context)


@never_cache
@login_not_required
@require_safe
def sheet(request, link):
    """The joint sheet, for those who had a place, once it was sent."""
    guest = _guest(link)
    if guest.event.sheet_sent_at is None or guest.state != GuestState.COMING:
        raise Http404
    return render(request, "open/event_sheet.html", _own_context(guest) | {"rows": sheet_rows(guest.event)})
