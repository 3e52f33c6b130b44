"""Who came to a meeting, one tap a person, and whom they brought along."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors.guarded_forms import audit_override
from config.danish import count
from config.htmx import render_part
from config.methods import require_form_methods
from config.undo import done
from meetings import attendance_actions as actions
from meetings.attendance_forms import GuestMarkForm, MarkForm, RegisterForm
from meetings.invite_actions import bring, remove_guest
from meetings.models import Attendance, AttendanceMark, Guest, Invite, Meeting, PulseRound
from meetings.people import SeatRow, seat_rows
from meetings.reply_forms import GuestForm
from meetings.times import meeting_row
from meetings.views.meetings import led_meeting


@dataclass(frozen=True)
class MarkRow:
    """One seat: what is written down, and what it answered."""

    who: SeatRow
    mark: Attendance | None
    invite: Invite | None

    @property
    def buttons(self) -> list[tuple[str, str, bool]]:
        """(value, words, whether it is what stands) of each button."""
        stands = self.mark.came if self.mark else ""
        return [(value, words, value == stands) for value, words in AttendanceMark.choices]

    @property
    def follows_reply(self) -> bool:
        """Whether nothing is written down, and the answer says what could be."""
        return self.mark is None and self.invite is not None and self.invite.reply in actions.AS_REPLIED

    @property
    def replied(self) -> str:
        """What was answered, or ""."""
        return self.invite.get_reply_display() if self.invite and self.invite.reply else ""


def _rows(request, meeting: Meeting) -> list[MarkRow]:
    """Each seat that is there, or of which something is written down. Three queries."""
    marks = {one.seat_id: one for one in meeting.attendances.all()}
    invites = {one.seat_id: one for one in meeting.invites.all()}
    seats = meeting.forum.seats.with_people()
    there = [seat for seat in seats if seat.removed_at is None or seat.pk in marks]
    rows = seat_rows(there, request.membership, timezone.localdate())
    return [MarkRow(row, marks.get(row.seat.pk), invites.get(row.seat.pk)) for row in rows]


def has_begun(meeting: Meeting) -> bool:
    """Whether it is the meeting's day or later: then one can write down who is there."""
    return timezone.localdate(meeting.begins_at) <= timezone.localdate()


@require_safe
def attendance(request, pk):
    """Each seat with a button for each thing that can have happened."""
    return _page(request, led_meeting(request, pk))


def _page(request, meeting: Meeting, form: GuestForm | None = None):
    rows = _rows(request, meeting)
    guests = list(meeting.guests.select_related("seat", "actor"))
    context = {
        "place": "forums", "forum": meeting.forum, "meeting": meeting, "rows": rows, "guests": guests,
        "row": meeting_row(meeting, timezone.localdate()), "has_begun": has_begun(meeting),
        "said": _counted(rows), "form": form or GuestForm(seats=_seats(rows)),
        "can_pulse": _may_pulse(meeting),
        "can_register": may(request.membership, Permission.ACTOR_EDIT),
        "as_replied": sum(one.follows_reply for one in rows),
    }  # fmt: skip
    return render_part(request, "meetings/attendance.html", "meetings/_marks.html", context, target="marks")


def _may_pulse(meeting: Meeting) -> bool:
    over = meeting.ends_at <= timezone.now() and not meeting.cancelled_at
    return over and not PulseRound.objects.filter(meeting=meeting).exists()


def _seats(rows: list[MarkRow]) -> dict:
    return {one.who.seat.pk: (one.who.seat, one.who.label) for one in rows}


def _counted(rows: list[MarkRow]) -> str:
    """ "5 var med, 2 kom ikke, 1 er ikke skrevet ned." """
    came = sum(one.mark is not None and one.mark.came in ("yes", "substitute") for one in rows)
    away = sum(one.mark is not None for one in rows) - came
    unknown = len(rows) - came - away
    return f"{came} var med, {away} kom ikke, {unknown} er ikke skrevet ned."


def _back(request, pk):
    return redirect("meetings:attendance", request.plan.slug, pk)


@require_POST
def attendance_mark(request, pk, seat_pk):
    """One tap."""
    meeting, form = led_meeting(request, pk), MarkForm(request.POST)
    seat = get_object_or_404(meeting.forum.seats, pk=seat_pk)
    if not form.is_valid():
        messages.error(request, "Tryk på en af knapperne.")
    elif not has_begun(meeting):
        messages.error(request, "Mødet er ikke begyndt.")
    else:
        actions.mark(
            meeting=meeting, seat=seat, came=form.cleaned_data["came"], by=request.user, now=timezone.now()
        )
    if request.htmx:
        return _page(request, meeting)
    return redirect(f"{reverse('meetings:attendance', args=[request.plan.slug, pk])}#s{seat_pk}")


@require_POST
def attendance_as_replied(request, pk):
    """Write down what was answered, for all of whom nothing is written."""
    meeting = led_meeting(request, pk)
    if not has_begun(meeting):
        messages.error(request, "Mødet er ikke begyndt.")
        return _back(request, pk)
    amount = actions.mark_as_replied(meeting=meeting, by=request.user, now=timezone.now())
    done(request, f"{count(amount, 'plads', 'pladser')} er skrevet ned. Ret dem, der gjorde noget andet.")
    return _back(request, pk)


# -- Guests -----------------------------------------------------------------------------------------


@require_POST
def guest_add(request, pk):
    """Somebody brings one from their network."""
    meeting = led_meeting(request, pk)
    form = GuestForm(request.POST, seats=_seats(_rows(request, meeting)))
    if not form.is_valid():
        return _page(request, meeting, form)
    with transaction.atomic():
        guest = bring(
            meeting=meeting, seat=form.brought_by(), organisation=form.cleaned_data["organisation"],
            by=request.user,
        )  # fmt: skip
        audit_override(form, plan=request.plan, by=request.user, obj=guest)
    done(request, f"{guest.organisation} er skrevet på.", lead="Gemt.")
    return _back(request, pk)


def _guest(request, pk) -> Guest:
    """A guest at a meeting that the member may act for. Raises Http404."""
    require(request.membership, Permission.FORUM_VIEW)
    guest = get_object_or_404(request.plan.guests.select_related("meeting__forum", "plan", "seat"), pk=pk)
    led_meeting(request, guest.meeting_id)
    return guest


@require_POST
def guest_mark(request, pk):
    """One tap for a guest."""
    guest, form = _guest(request, pk), GuestMarkForm(request.POST)
    if form.is_valid():
        actions.mark_guest(guest=guest, has_come=form.cleaned_data["came"] == "yes", by=request.user)
    else:
        messages.error(request, "Tryk på en af knapperne.")
    return _back(request, guest.meeting_id)


@require_POST
def guest_remove(request, pk):
    """Not to come after all; the message's button puts it back."""
    guest = _guest(request, pk)
    undo = reverse("meetings:guest_add", args=[request.plan.slug, guest.meeting_id])
    kept = {"organisation": guest.organisation, "seat": str(guest.seat_id or "")}
    remove_guest(guest=guest, by=request.user)
    done(request, f"{guest.organisation} er taget af.", undo_url=undo, undo_fields=kept)
    return _back(request, guest.meeting_id)


@require_form_methods
def guest_register(request, pk):
    """The guest's organisation into the registry, as tracked down."""
    require(request.membership, Permission.ACTOR_EDIT)
    guest = _guest(request, pk)
    data = request.POST if request.method == "POST" else None
    form = RegisterForm(data, initial={"name": guest.organisation})
    if data is None or not form.is_valid():
        context = {"place": "forums", "guest": guest, "meeting": guest.meeting, "forum": guest.meeting.forum}
        return render(request, "meetings/guest_register.html", context | {"form": form})
    with transaction.atomic():
        actor, is_new = actions.register_guest(guest=guest, by=request.user, **form.values())
        audit_override(form, plan=request.plan, by=request.user, obj=actor)
    told = "står nu i registret som opsporet." if is_new else "stod i registret i forvejen."
    done(request, f"{actor.name} {told}", lead="Gemt.")
    return redirect("actors:detail", request.plan.slug, actor.pk)
