"""Who sits in a forum, and who leads it when."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.danish import long_date
from config.methods import require_form_methods
from config.undo import done
from meetings import forum_actions as actions
from meetings.forum_forms import TurnForm
from meetings.forum_page import forum_frame, shared_context
from meetings.forum_rows import coordinators_of
from meetings.models import Forum, ForumSeat
from meetings.people import seat_rows
from meetings.seat_forms import SeatForm
from meetings.turns import Turn, to_come


def _forum(request, pk) -> Forum:
    """A forum that stands, for those who may change it."""
    require(request.membership, Permission.FORUM_EDIT)
    return get_object_or_404(request.plan.forums.standing().select_related("plan"), pk=pk)


def _back(request, forum_pk):
    return redirect("meetings:seats", request.plan.slug, forum_pk)


# -- Seats ----------------------------------------------------------------------------------------


@require_safe
def seats(request, pk):
    """The seats, and the rotation plan."""
    frame = forum_frame(request, pk)
    rows = seat_rows(frame.forum.seats.current().with_people(), request.membership, frame.today)
    names = {row.seat.pk: row.label for row in rows}
    turns = [one for one in frame.forum.turns.all() if one.seat_id in names]
    coming = to_come([Turn(one, one.starts_on) for one in turns], frame.today)
    context = shared_context(request, frame, "seats") | {
        "rows": rows, "residents": sum(row.is_resident for row in rows),
        "coordinator": coordinators_of([pk], request.membership, frame.today).get(pk),
        "coming_turns": [
            (one.seat, names[one.seat.seat_id], long_date(one.starts_on, frame.today)) for one in coming
        ],
        "turn_form": TurnForm(forum=frame.forum, today=frame.today, names=names),
    }  # fmt: skip
    return render(request, "meetings/seats.html", context)


@require_form_methods
def seat_add(request, pk):
    """One more place at the table."""
    forum, today = _forum(request, pk), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = SeatForm(data, forum=forum, membership=request.membership, today=today)
    if data is None or not form.is_valid():
        return _seat_page(request, forum, form)
    seat = _make(request, forum, form)
    if seat.actor_id and not form.cleaned_data["person"]:
        done(request, f"{seat.title} er med. Vælg nu, hvem der sidder på pladsen.", lead="Gemt.")
        return redirect("meetings:seat_edit", request.plan.slug, pk, seat.pk)
    done(request, f"{seat.title} er med i {forum.name}.", lead="Gemt.")
    return _back(request, pk)


@transaction.atomic
def _make(request, forum: Forum, form: SeatForm) -> ForumSeat:
    seat = actions.add_seat(
        forum=forum, by=request.user, values=form.values(), submission=form.cleaned_data["submission"]
    )
    audit_override(form, plan=request.plan, by=request.user, obj=seat)
    return seat


@require_form_methods
def seat_edit(request, pk, seat_pk):
    """Another person, another role."""
    forum, today = _forum(request, pk), timezone.localdate()
    seat = get_object_or_404(forum.seats.current().with_people(), pk=seat_pk)
    given = {"forum": forum, "membership": request.membership, "today": today}
    form = SeatForm(request.POST if request.method == "POST" else None, instance=seat, **given)
    if request.method != "POST" or not form.is_valid():
        return _seat_page(request, forum, form, seat)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = forum.seats.with_people().get(pk=seat_pk)
        form = SeatForm(on_top_of(fresh.version, request.POST), instance=fresh, **given)
        return _seat_page(request, forum, form, fresh, conflicts_of(form) if form.is_valid() else None)
    done(request, f"{form.instance.title} er rettet.", lead="Gemt.")
    return _back(request, pk)


@transaction.atomic
def _change(request, form: SeatForm) -> None:
    actions.change_seat(
        seat=form.instance, by=request.user, values=form.values(), changed=form.changed_columns,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _seat_page(request, forum: Forum, form: SeatForm, seat: ForumSeat | None = None, conflicts=None):
    context = {"place": "forums", "forum": forum, "form": form, "seat": seat, "conflicts": conflicts}
    return render(request, "meetings/seat_form.html", context)


@require_POST
def seat_remove(request, pk, seat_pk):
    """Take the seat away; the message's button puts it back."""
    forum = _forum(request, pk)
    seat = get_object_or_404(forum.seats, pk=seat_pk)
    actions.remove_seat(seat=seat, by=request.user, now=timezone.now())
    undo = reverse("meetings:seat_restore", args=[request.plan.slug, pk, seat_pk])
    done(request, f"{seat.title} er ikke længere med i {forum.name}.", undo_url=undo)
    return _back(request, pk)


@require_POST
def seat_restore(request, pk, seat_pk):
    """Put it back."""
    forum = _forum(request, pk)
    seat = get_object_or_404(forum.seats, pk=seat_pk)
    actions.restore_seat(seat=seat, by=request.user)
    done(request, f"{seat.title} er med i {forum.name} igen.")
    return _back(request, pk)


# -- The rotation plan ------------------------------------------------------------------------------


@require_form_methods
def turn_add(request, pk):
    """Who is tovholder from a day on."""
    forum, today = _forum(request, pk), timezone.localdate()
    rows = seat_rows(forum.seats.current().with_people(), request.membership, today)
    names = {row.seat.pk: row.label for row in rows}
    form = TurnForm(request.POST if request.method == "POST" else None, forum=forum, today=today, names=names)
    if request.method != "POST" or not form.is_valid():
        return render(request, "meetings/turn_form.html", {"place": "forums", "forum": forum, "form": form})
    seat, starts_on = form.cleaned_data["seat"], form.cleaned_data["starts_on"]
    actions.add_turn(forum=forum, by=request.user, seat=seat, starts_on=starts_on)
    done(request, f"{names[seat.pk]} er tovholder fra {long_date(starts_on, today)}.", lead="Gemt.")
    return _back(request, pk)


@require_POST
def turn_remove(request, pk, turn_pk):
    """Out of the plan; the message's button puts it back."""
    forum = _forum(request, pk)
    turn = get_object_or_404(forum.turns, pk=turn_pk)
    actions.remove_turn(turn=turn, by=request.user)
    undo = reverse("meetings:turn_add", args=[request.plan.slug, pk])
    kept = {"seat": str(turn.seat_id), "starts_on": turn.starts_on.isoformat()}
    told = f"Turen fra {long_date(turn.starts_on, timezone.localdate())} er taget ud af planen."
    done(request, told, undo_url=undo, undo_fields=kept)
    return _back(request, pk)
