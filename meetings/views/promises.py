"""What was promised at meetings: a new promise, kept, deleted; and what the forum's earlier meetings left."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actors import follow_up_actions
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from config.way_back import named_next
from meetings import minutes_actions as actions
from meetings.minutes_forms import ItemInAddress, PromiseForm, seats_by_name
from meetings.minutes_page import carried_over, first_due, promise_lines
from meetings.minutes_room import Room, room_of, writing_room
from meetings.models import MeetingPromise
from meetings.people import seat_rows
from meetings.times import meeting_row


@require_safe
def carried(request, pk):
    """What waits from the forum's earlier meetings: a part of the meeting's page, asked for by itself."""
    room = room_of(request, pk)
    context = {
        "place": "forums", "forum": room.meeting.forum, "meeting": room.meeting, "writes": room.writes,
        "row": meeting_row(room.meeting, room.today),
        "carried": promise_lines(
            carried_over(room.meeting), request.membership, room.today, of_others=True
        ),
    }  # fmt: skip
    template = "meetings/_carried.html" if request.htmx else "meetings/carried.html"
    return render(request, template, context)


@require_form_methods
def promise_add(request, pk):
    """A new promise, about an item or about the whole meeting."""
    room = writing_room(request, pk)
    item = ItemInAddress(request.GET).item(room.meeting)
    form = PromiseForm(
        request.POST if request.method == "POST" else None, meeting=room.meeting, today=room.today,
        names=_names(request, room), initial={"item": item and item.pk, "due": first_due(room.today)},
    )  # fmt: skip
    if request.method != "POST" or not form.is_valid():
        context = {
            "place": "forums", "forum": room.meeting.forum, "meeting": room.meeting, "form": form,
            "row": meeting_row(room.meeting, room.today),
        }  # fmt: skip
        return render(request, "meetings/promise_form.html", context)
    made = _make(request, room, form)
    done(request, f"»{made.follow_up.what}« er på listen.", lead="Gemt.")
    anchor = f"#punkt-{made.item_id}" if made.item_id else "#aftaler"
    return redirect(f"{_home(request, pk)}{anchor}")


def _names(request, room: Room) -> dict:
    seats = room.meeting.forum.seats.current().with_people()
    return seats_by_name(seat_rows(seats, request.membership, room.today))


@transaction.atomic
def _make(request, room: Room, form: PromiseForm) -> MeetingPromise:
    made = actions.promise(meeting=room.meeting, by=request.user, **form.values())
    audit_override(form, plan=request.plan, by=request.user, obj=made.follow_up)
    return made


def _promise(request, pk, promise_pk) -> MeetingPromise:
    """A promise made at the meeting, or at an earlier one of the same forum, for those who write."""
    room = writing_room(request, pk)
    rows = request.plan.meetingpromises.filter(meeting__forum=room.meeting.forum_id)
    return get_object_or_404(rows.select_related("follow_up__plan"), pk=promise_pk)


def _home(request, pk) -> str:
    return reverse("minutes:minutes", args=[request.plan.slug, pk])


def _back(request, pk):
    return redirect(named_next(request, _home(request, pk)))


def _undo(request, name: str, pk, promise_pk) -> str:
    return reverse(f"minutes:{name}", args=[request.plan.slug, pk, promise_pk])


@require_POST
def promise_keep(request, pk, promise_pk):
    """Klaret: one press, and one to take it back."""
    follow_up = _promise(request, pk, promise_pk).follow_up
    follow_up_actions.keep_follow_up(follow_up=follow_up, by=request.user, now=timezone.now())
    undo = _undo(request, "promise_reopen", pk, promise_pk)
    done(request, f"»{follow_up.what}«", lead="Klaret.", undo_url=undo)
    return _back(request, pk)


@require_POST
def promise_reopen(request, pk, promise_pk):
    """It waits again."""
    follow_up = _promise(request, pk, promise_pk).follow_up
    follow_up_actions.reopen_follow_up(follow_up=follow_up, by=request.user)
    done(request, f"»{follow_up.what}« venter igen.", lead="Fortrudt.")
    return _back(request, pk)


@require_POST
def promise_delete(request, pk, promise_pk):
    """Off the list; the message's button puts it back."""
    follow_up = _promise(request, pk, promise_pk).follow_up
    follow_up_actions.delete_follow_up(follow_up=follow_up, by=request.user, now=timezone.now())
    undo = _undo(request, "promise_restore", pk, promise_pk)
    done(request, f"»{follow_up.what}« er slettet.", undo_url=undo)
    return _back(request, pk)


@require_POST
def promise_restore(request, pk, promise_pk):
    """Back on the list."""
    follow_up = _promise(request, pk, promise_pk).follow_up
    follow_up_actions.restore_follow_up(follow_up=follow_up, by=request.user)
    done(request, f"»{follow_up.what}« er tilbage.")
    return _back(request, pk)
