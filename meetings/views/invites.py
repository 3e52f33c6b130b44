"""Who is asked to a meeting: sending, sending again, and what they answer."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from config.danish import count
from config.methods import require_form_methods
from config.undo import done
from meetings import invite_actions as actions
from meetings.invite_rows import answers_in_words, invite_rows, owed_in_words
from meetings.models import Meeting
from meetings.replying import SeatDoor, reply_page
from meetings.rights import Rights, rights_of
from meetings.times import meeting_row
from meetings.views.meetings import led_meeting
from meetings.views.polls import tell


def seen_meeting(request, pk) -> tuple[Meeting, Rights]:
    """A meeting whose inside the member sees, and their rights. Raises Http404."""
    require(request.membership, Permission.FORUM_VIEW)
    rights = rights_of(request.membership, timezone.localdate())
    return get_object_or_404(rights.meetings().select_related("forum__plan", "plan"), pk=pk), rights


@require_safe
def invites(request, pk):
    """Who was asked, who answered what, and what they still have to be told."""
    meeting, rights = seen_meeting(request, pk)
    now, today = timezone.now(), timezone.localdate()
    dues, guests = actions.dues_of(meeting, now), list(meeting.guests.all())
    rows = invite_rows(dues, guests, request.membership, today)
    leads = rights.may_lead(meeting.forum_id) and meeting.forum.ended_at is None
    button, told = owed_in_words(dues) if leads else ("", "")
    eating, notes = actions.food_words(row.invite for row in rows if row.invite)
    own = [row for row in rows if request.membership.pk in _sitters(row.who.seat)]
    context = {
        "place": "forums", "forum": meeting.forum, "meeting": meeting, "row": meeting_row(meeting, today),
        "rows": rows, "leads": leads, "button": button, "told": told, "said": answers_in_words(rows),
        "silent": _silent(meeting, rows, now) if leads else 0, "eating": eating, "own": own,
        "food_notes": notes if leads else [], "is_over": meeting.ends_at <= now,
        "unreached": [row for row in rows if not row.can_be_written_to],
    }  # fmt: skip
    return render(request, "meetings/invites.html", context)


def _sitters(seat) -> set:
    return {seat.membership_id, seat.stand_in_membership_id}


def _silent(meeting: Meeting, rows, now) -> int:
    """How many were asked, can be written to, and have not answered."""
    if meeting.cancelled_at or meeting.ends_at <= now:
        return 0
    return sum(
        row.is_asked and not row.reply and not row.due.letter and row.can_be_written_to for row in rows
    )


def _back(request, pk):
    return redirect("meetings:invites", request.plan.slug, pk)


class SendForm(forms.Form):
    """Whether it was answered that the mails may go out without an agenda."""

    without_agenda = forms.BooleanField(required=False)


@require_POST
def invite_send(request, pk):
    """Write to all who do not know what there is to know; about an empty agenda it is asked once."""
    meeting, form = led_meeting(request, pk), SendForm(request.POST)
    form.is_valid()
    if _lacks_agenda(meeting) and not form.cleaned_data.get("without_agenda"):
        row = meeting_row(meeting, timezone.localdate())
        context = {"place": "forums", "forum": meeting.forum, "meeting": meeting, "row": row}
        return render(request, "meetings/invite_empty.html", context)
    told = actions.send_invites(
        meeting=meeting, by=request.user, now=timezone.now(), site=request.build_absolute_uri("/")
    )
    tell(request, told, "Alle ved besked.")
    return _back(request, pk)


def _lacks_agenda(meeting: Meeting) -> bool:
    """Whether nobody was asked yet, and there is nothing on the agenda of a meeting that takes place."""
    return not (meeting.cancelled_at or meeting.items.exists() or meeting.invites.exists())


@require_POST
def invite_remind(request, pk):
    """Write again to those who have not answered."""
    meeting = led_meeting(request, pk)
    amount = actions.remind(
        meeting=meeting, by=request.user, now=timezone.now(), site=request.build_absolute_uri("/")
    )
    if amount:
        done(request, f"{count(amount, 'mail', 'mails')} er på vej.", lead="Sendt.")
    else:
        messages.info(request, "Ingen mangler en mail. Der går en halv dag, før nogen får en til.")
    return _back(request, pk)


@require_POST
def invite_close(request, pk, seat_pk):
    """The links that went out for one seat let nobody in any more."""
    meeting = led_meeting(request, pk)
    seat = get_object_or_404(meeting.forum.seats, pk=seat_pk)
    actions.close_links(meeting=meeting, seat=seat, by=request.user, now=timezone.now())
    done(request, f"Linket til {seat.title} virker ikke mere.")
    return _back(request, pk)


@require_form_methods
def reply(request, pk, seat_pk):
    """A seat's answer: one's own, or one that was given to whoever leads, on the phone or in the corridor."""
    meeting, rights = seen_meeting(request, pk)
    seat = get_object_or_404(meeting.forum.seats.current().with_people(), pk=seat_pk)
    own = request.membership.pk in _sitters(seat)
    if not own:
        rights.require_lead(meeting.forum_id)
    if meeting.forum.ended_at:
        raise Http404
    is_stand_in = own and seat.membership_id != request.membership.pk
    address = reverse("meetings:invites", args=[request.plan.slug, pk])
    door = SeatDoor(meeting, seat, is_stand_in, "base.html", address, request.user, for_others=not own)
    return reply_page(request, door)
