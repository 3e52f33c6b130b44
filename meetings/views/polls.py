"""Polls for a date: asking for one, how it stands, one's own answer, and picking the time."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors.guarded_forms import audit_override
from config.danish import count, join_names
from config.methods import require_form_methods
from config.undo import done
from meetings import poll_actions as actions
from meetings.forum_page import led_frame
from meetings.invite_actions import Told
from meetings.models import Poll
from meetings.poll_answering import PollDoor, answer_page
from meetings.poll_forms import PickForm, PollForm
from meetings.poll_rows import time_rows
from meetings.polls import verdict
from meetings.rights import Rights, rights_of


@require_form_methods
def poll_create(request, pk):
    """Which times, and why."""
    frame = led_frame(request, pk)
    form = PollForm(request.POST if request.method == "POST" else None, today=frame.today)
    if request.method != "POST" or not form.is_valid():
        context = {"place": "forums", "forum": frame.forum, "form": form}
        return render(request, "meetings/poll_form.html", context)
    with transaction.atomic():
        poll = actions.make_poll(
            forum=frame.forum, by=request.user, values=form.values(), spans=form.found(),
            submission=form.cleaned_data["submission"],
        )  # fmt: skip
        audit_override(form, plan=request.plan, by=request.user, obj=poll)
    done(request, "Se tiderne igennem, og send dem så.", lead="Gemt.")
    return redirect("meetings:poll", request.plan.slug, poll.pk)


def seen_poll(request, pk) -> tuple[Poll, Rights]:
    """A poll of a forum whose inside the member sees. Raises Http404."""
    require(request.membership, Permission.FORUM_VIEW)
    rights = rights_of(request.membership, timezone.localdate())
    rows = request.plan.polls.filter(forum__in=rights.forums())
    return get_object_or_404(rows.select_related("forum__plan", "plan", "meeting"), pk=pk), rights


def _led_poll(request, pk) -> Poll:
    return _led(request, pk)[0]


def _led(request, pk) -> tuple[Poll, Rights]:
    """A poll of a forum that the member may act for, and their rights."""
    row, rights = seen_poll(request, pk)
    if row.forum.ended_at:
        raise Http404
    rights.require_lead(row.forum_id)
    return row, rights


@require_safe
def poll(request, pk):
    """How each time stands and why, the best first."""
    return _poll_page(request, *seen_poll(request, pk))


def _poll_page(request, row: Poll, rights: Rights):
    seats = list(row.forum.seats.current())
    rows = time_rows(row, seats, timezone.localdate())
    own = [seat for seat in seats if _sits(request, seat)]
    leads = rights.may_lead(row.forum_id) and row.forum.ended_at is None
    context = {
        "place": "forums", "poll": row, "forum": row.forum, "rows": rows, "own": own, "leads": leads,
        "verdict": verdict([one.standing for one in rows]), "is_open": not actions.is_closed(row),
        "is_sent": row.links.exists(), "seats": seats,
    }  # fmt: skip
    return render(request, "meetings/poll.html", context)


def _sits(request, seat) -> bool:
    return request.membership.pk in (seat.membership_id, seat.stand_in_membership_id)


@require_POST
def poll_send(request, pk):
    """Ask all who were not asked."""
    return _send(request, pk, again=False, nobody="Alle er spurgt.")


@require_POST
def poll_remind(request, pk):
    """Ask those again who have not answered."""
    return _send(request, pk, again=True, nobody="Alle, der er spurgt, har svaret.")


def _send(request, pk, *, again: bool, nobody: str):
    told = actions.send_poll(
        poll=_led_poll(request, pk), by=request.user, now=timezone.now(), again=again,
        site=request.build_absolute_uri("/"),
    )  # fmt: skip
    tell(request, told, nobody)
    return redirect("meetings:poll", request.plan.slug, pk)


def tell(request, told: Told, nobody: str) -> None:
    """How many mails went out, and whom to ring to."""
    if told.amount:
        done(request, f"{count(told.amount, 'mail', 'mails')} er på vej.", lead="Sendt.")
    if told.unreached:
        names = join_names([seat.title for seat in told.unreached], 3)
        messages.warning(request, f"Vi har ingen mail til {names}. Ring til dem.")
    elif not told.amount:
        messages.info(request, nobody)


@require_form_methods
def poll_answer(request, pk, seat_pk):
    """What one's own seat says; or what whoever leads was told on the phone."""
    row, rights = seen_poll(request, pk)
    seat = get_object_or_404(row.forum.seats.current(), pk=seat_pk)
    own = _sits(request, seat)
    if not own:
        rights.require_lead(row.forum_id)
    is_stand_in = own and seat.membership_id != request.membership.pk
    address = reverse("meetings:poll", args=[request.plan.slug, pk])
    door = PollDoor(row, seat, is_stand_in, "base.html", address, request.user, for_others=not own)
    return answer_page(request, door)


@require_POST
def poll_pick(request, pk):
    """This is when; the meeting is made and all are asked to it."""
    row, rights = _led(request, pk)
    form = PickForm(request.POST, poll=row)
    if not form.is_valid():
        messages.error(request, "Vælg en af tiderne.")
        return _poll_page(request, row, rights)
    try:
        meeting, told = actions.pick(
            poll=row, time=form.cleaned_data["time"], by=request.user, now=timezone.now(),
            site=request.build_absolute_uri("/"),
        )  # fmt: skip
    except actions.PollProblem as problem:
        messages.error(request, str(problem))
        return redirect("meetings:poll", request.plan.slug, pk)
    tell(request, told, "Mødet står.")
    return redirect("meetings:invites", request.plan.slug, meeting.pk)


@require_POST
def poll_close(request, pk):
    """No time is picked."""
    row = _led_poll(request, pk)
    actions.close_poll(poll=row, by=request.user, now=timezone.now())
    undo = reverse("meetings:poll_reopen", args=[request.plan.slug, pk])
    done(request, "Afstemningen er lukket uden en dag.", undo_url=undo)
    return redirect("meetings:forum", request.plan.slug, row.forum_id)


@require_POST
def poll_reopen(request, pk):
    """Open it again."""
    actions.reopen_poll(poll=_led_poll(request, pk), by=request.user)
    messages.success(request, "Afstemningen er åben igen.")
    return redirect("meetings:poll", request.plan.slug, pk)
