"""Rounds of tables where strangers meet: planned, fitted to who came, shown on the wall."""

import hashlib
from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from config.danish import clock, count
from config.undo import done
from meetings import round_actions as actions
from meetings.event_actions import EventProblem
from meetings.event_forms import NumberForm, RoundsForm
from meetings.event_page import EventFrame, edited_frame, shared_context
from meetings.models import EventRound
from meetings.round_queries import rounds_of, tables_of


@require_safe
def rounds(request, pk):
    """The rounds as they are, and the form to make them."""
    frame = edited_frame(request, pk)
    return _page(request, frame, RoundsForm(event=frame.event))


def _page(request, frame: EventFrame, form: RoundsForm):
    rows = rounds_of(frame.event)
    late, gone = actions.not_fitted(frame.event, rows)
    met, possible = actions.new_pairs(frame.event, rows, frame.today) if rows else (0, 0)
    context = shared_context(request, frame, "rounds") | {
        "form": form, "rounds": [(row, tables_of(row)) for row in rows], "late": late, "gone": gone,
        "met": met, "possible": possible, "running": _running(rows), "next_round": _following(rows),
    }  # fmt: skip
    return render(request, "meetings/event_rounds.html", context)


def _running(rows: list[EventRound]) -> EventRound | None:
    return next((row for row in reversed(rows) if row.began_at), None)


def _following(rows: list[EventRound]) -> EventRound | None:
    return next((row for row in rows if not row.began_at), None)


def _back(request, pk):
    """To the wall, for a button that was pressed there, else to the page of the rounds."""
    if request.POST.get("next") == "storskaerm":
        return redirect("events:wall", request.plan.slug, pk)
    return redirect("events:rounds", request.plan.slug, pk)


@require_POST
def rounds_plan(request, pk):
    """Make the rounds to come anew."""
    frame = edited_frame(request, pk)
    form = RoundsForm(request.POST, event=frame.event)
    if not form.is_valid():
        return _page(request, frame, form)
    said = form.cleaned_data
    try:
        made = actions.plan_rounds(
            event=frame.event, by=request.user, size=said["size"], rounds=said["rounds"],
            minutes=said["minutes"], today=frame.today,
        )  # fmt: skip
    except EventProblem as problem:
        messages.error(request, str(problem))
        return _back(request, pk)
    done(request, f"{count(len(made), 'runde', 'runder')} er klar.", lead="Gemt.")
    return _back(request, pk)


@require_POST
def rounds_fit(request, pk):
    """Seat those who came late, and take away those who did not come."""
    frame = edited_frame(request, pk)
    try:
        moved = actions.fit_rounds(event=frame.event, by=request.user, today=frame.today)
    except EventProblem as problem:
        messages.error(request, str(problem))
        return _back(request, pk)
    told = f"{count(moved, 'gæst', 'gæster')} skal sidde et andet sted." if moved else "Ingen skal flytte."
    done(request, f"Bordene passer igen. {told[:1].upper()}{told[1:]}")
    return _back(request, pk)


@require_POST
def round_begin(request, pk):
    """Begin the next round: its number is sent along, so that a second press does nothing."""
    frame, form = edited_frame(request, pk), NumberForm(request.POST)
    if form.is_valid():
        actions.begin_round(
            event=frame.event, by=request.user, number=form.cleaned_data["number"], now=timezone.now()
        )
    return _back(request, pk)


@require_POST
def round_back(request, pk):
    """The round had not begun after all."""
    frame, form = edited_frame(request, pk), NumberForm(request.POST)
    if form.is_valid():
        actions.take_back_round(event=frame.event, by=request.user, number=form.cleaned_data["number"])
    return _back(request, pk)


@require_safe
def wall(request, pk):
    """What the room sees: who sits where in this round, and until when."""
    frame = edited_frame(request, pk)
    rows = rounds_of(frame.event)
    running, following = _running(rows), _following(rows)
    shown = running or following
    ends = running and timezone.localtime(running.began_at + timedelta(minutes=frame.event.round_minutes))
    context = {
        "event": frame.event, "shown": shown, "running": running, "next_round": following,
        "tables": tables_of(shown) if shown else [], "amount": len(rows), "ends": ends,
        "ends_told": clock(ends) if ends else "", "shows": _shows(shown, ends),
    }  # fmt: skip
    return render(request, "meetings/event_wall.html", context)


def _shows(shown: EventRound | None, ends) -> str:
    """Another word whenever the wall shows another picture."""
    if shown is None:
        return "0"
    seats = sorted(f"{seat.guest_id}{seat.guest.version}{seat.table}" for seat in shown.seats.all())
    told = f"{shown.number} {ends} {seats}"
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()
