"""The minutes on their way to the members: sent, answered by those with a login, approved, mailed round."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from actors.guarded_forms import audit_override
from config.danish import count
from config.methods import require_form_methods
from config.undo import done
from meetings import approval_actions as actions
from meetings.minutes_actions import MinutesProblem
from meetings.minutes_forms import AnswerForm, RemarkForm
from meetings.minutes_room import Room, minutes_context, own_approval, room_of
from meetings.models import SeatPart
from meetings.people import seat_row
from meetings.times import meeting_row


def post_of(request) -> actions.Post:
    """How mails about minutes are addressed."""

    def page(token: str) -> str:
        return request.build_absolute_uri(reverse("minutes_link:read", args=[token]))

    return actions.Post(page, timezone.localdate())


def _led(request, pk) -> Room:
    room = room_of(request, pk)
    room.require_lead()
    return room


def _home(request, pk):
    return redirect("minutes:minutes", request.plan.slug, pk)


@require_form_methods
def send(request, pk):
    """Who gets the minutes, and sending them to be approved."""
    room = _led(request, pk)
    if request.method != "POST":
        return render(request, "meetings/minutes_send.html", _send_context(request, room))
    try:
        actions.send_to_approve(meeting=room.meeting, by=request.user, post=post_of(request), now=room.now)
    except MinutesProblem as problem:
        messages.error(request, str(problem))
    else:
        undo = reverse("minutes:take_back", args=[request.plan.slug, pk])
        done(request, "Referatet er sendt til godkendelse.", undo_url=undo, label="Hent tilbage")
    return _home(request, pk)


def _send_context(request, room: Room) -> dict:
    """Each who sits there, whether they are asked, and whether a mail can reach them."""
    readers = [
        {
            "row": seat_row(seat, request.membership, room.today),
            "is_asked": seat.part != SeatPart.OBSERVER,
            "has_mail": bool(actions.mailbox(seat, room.today)),
        }
        for seat in actions.readers_of(room.meeting)
    ]
    return {
        "place": "forums", "forum": room.meeting.forum, "meeting": room.meeting, "readers": readers,
        "row": meeting_row(room.meeting, room.today), "sheet": room.sheet, "is_draft": room.is_draft,
    }  # fmt: skip


@require_POST
def take_back(request, pk):
    """A draft again."""
    actions.take_back(meeting=_led(request, pk).meeting, by=request.user)
    done(request, "Referatet er en kladde igen. Links i mails viser det, når det er sendt på ny.")
    return _home(request, pk)


@require_POST
def approve(request, pk):
    """The forum has approved the minutes."""
    room = _led(request, pk)
    try:
        actions.approve(meeting=room.meeting, by=request.user, now=room.now)
    except MinutesProblem as problem:
        messages.error(request, str(problem))
    else:
        undo = reverse("minutes:take_back", args=[request.plan.slug, pk])
        done(request, "Referatet er godkendt.", undo_url=undo, label="Gør til kladde")
    return _home(request, pk)


@require_POST
def mail_round(request, pk):
    """The approved minutes by mail to all who sit there."""
    room = _led(request, pk)
    try:
        sent = actions.mail_round(meeting=room.meeting, by=request.user, post=post_of(request), now=room.now)
    except MinutesProblem as problem:
        messages.error(request, str(problem))
    else:
        done(request, f"{count(sent, 'mail', 'mails').capitalize()} sendt.")
    return _home(request, pk)


@require_POST
def own_answer(request, pk):
    """A member with a login approves, or remarks."""
    room = room_of(request, pk)
    own = own_approval(room)
    if own is None:
        raise Http404
    form = take_answer(request, own)
    if form is not None:
        return render(request, "meetings/minutes.html", minutes_context(request, room, remark_form=form))
    return _home(request, pk)


def take_answer(request, approval) -> RemarkForm | None:
    """Write down a yes or a remark; a form that is to be shown again, or None when all is done."""
    by = request.user if request.user.is_authenticated else None
    try:
        if AnswerForm(request.POST).is_yes():
            actions.say_yes(approval=approval, by=by, now=timezone.now())
            done(request, "Du har godkendt referatet.", lead="Tak.")
            return None
        form = RemarkForm(request.POST)
        if not form.is_valid():
            return form
        _remark(approval, by, form)
        done(request, "Din bemærkning er sendt til tovholderen.", lead="Tak.")
    except MinutesProblem as problem:
        messages.error(request, str(problem))
    return None


@transaction.atomic
def _remark(approval, by, form: RemarkForm) -> None:
    actions.remark(approval=approval, by=by, text=form.cleaned_data["remark"], now=timezone.now())
    audit_override(form, plan=approval.plan, by=by, obj=approval)
