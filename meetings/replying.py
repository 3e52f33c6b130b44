"""One seat before one meeting, however its person came in: what the page shows and what is answered."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import User
from actors.guarded_forms import audit_override
from config.danish import clock
from config.undo import done
from meetings.invite_actions import take_reply
from meetings.models import ForumSeat, Invite, Meeting
from meetings.presence import parts_of
from meetings.reply_forms import ReplyForm
from meetings.times import meeting_row
from meetings.timing import schedule


@dataclass(frozen=True)
class SeatDoor:
    """Where one came in. `address` is the page's own; `by` is None for one without login."""

    meeting: Meeting
    seat: ForumSeat
    is_stand_in: bool
    base: str
    address: str
    by: User | None = None
    for_others: bool = False

    @property
    def is_link(self) -> bool:
        """Whether one came by a link in a mail."""
        return self.by is None


def reply_page(request, door: SeatDoor):
    """The meeting and one's answer; a POST takes the answer."""
    now = timezone.now()
    invite = door.meeting.invites.filter(seat=door.seat).first()
    is_open = not door.meeting.cancelled_at and door.meeting.ends_at > now
    data = request.POST if request.method == "POST" and is_open else None
    form = ReplyForm(data, invite=invite, is_stand_in=door.is_stand_in, for_others=door.for_others)
    if data is None or not form.is_valid():
        return render(request, "meetings/reply.html", _context(request, door, form, invite, is_open))
    _take(request, door, form, now)
    if door.for_others:
        done(request, f"Svaret for {door.seat.title} er skrevet.", lead="Gemt.")
    else:
        done(request, TOLD[form.cleaned_data["reply"]], lead="Tak.")
    return redirect(door.address)


TOLD = {
    "yes": "Vi ses.",
    "maybe": "Svar igen, når du ved det.",
    "no": "Så ved vi det.",
    "substitute": "Suppleanten får en mail, hvis vi har en adresse.",
}


@transaction.atomic
def _take(request, door: SeatDoor, form: ReplyForm, now) -> None:
    invite = take_reply(
        meeting=door.meeting, seat=door.seat, values=form.values(), is_stand_in=door.is_stand_in, by=door.by,
        now=now, site=request.build_absolute_uri("/"),
    )  # fmt: skip
    audit_override(form, plan=door.meeting.plan, by=door.by, obj=invite)


def _context(request, door: SeatDoor, form: ReplyForm, invite: Invite | None, is_open: bool) -> dict:
    meeting, items = door.meeting, list(door.meeting.items.all())
    return {
        "place": "forums", "page_base": door.base, "is_link": door.is_link, "form": form, "meeting": meeting,
        "forum": meeting.forum, "seat": door.seat, "is_stand_in": door.is_stand_in, "invite": invite,
        "row": meeting_row(meeting, timezone.localdate()), "is_open": is_open, "plan_name": meeting.plan.name,
        "part": parts_of(meeting, items, [door.seat.pk])[door.seat.pk], "items": _timed(meeting, items),
        "guests": list(meeting.guests.filter(seat=door.seat)),
    }  # fmt: skip


def _timed(meeting: Meeting, items) -> list[tuple[str, str, str]]:
    """(from when, kind, title) of each item; no times while one of them has no length."""
    begins, known = timezone.localtime(meeting.begins_at), all(item.minutes for item in items)
    spans = schedule(items)
    starts = [clock(begins + timedelta(minutes=span.begin)) if known else "" for span in spans]
    return [(start, item.get_kind_display(), item.title) for start, item in zip(starts, items, strict=True)]
