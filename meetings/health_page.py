"""How a forum is doing, from its rows to the sentences of meetings.attendance and meetings.health."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.access import Permission, may
from accounts.models import Membership
from config.danish import long_date
from meetings import attendance as rules
from meetings import health
from meetings.forum_rows import coordinators_of
from meetings.models import Attendance, Forum, ForumSeat, PulseRound, SeatPart, SeatSide
from meetings.people import SeatRow
from meetings.queries import OWED_STATES
from meetings.rights import Rights

MEETINGS, PULSES, MONTHS_BACK, LOADS = 24, 5, 92, 12
ONLY_FOR = "Det ser kun tovholderen og lederen."


@dataclass(frozen=True)
class HealthPage:
    """All that is told. `seats` are (seat, its attendance in words); `pulses` (day, result)."""

    attendance: list[str]
    seats: list[rules.SeatCount]
    answers: list[str]
    pulses: list[tuple[str, health.PulseResult]]
    loads: list[health.Load]
    brought: list[str] = field(default_factory=list)

    @property
    def much(self) -> list[health.Load]:
        """Those of the loads that are worth a talk."""
        return [one for one in self.loads if one.much]


def sees_health(membership: Membership, coordinator: SeatRow | None) -> bool:
    """Whether the member is the leader, or has the turn as tovholder."""
    if may(membership, Permission.FORUM_HEALTH):
        return True
    return coordinator is not None and coordinator.seat.membership_id == membership.pk


def require_health(membership: Membership, forum: Forum, today) -> None:
    """Raise PermissionDenied unless `sees_health`."""
    if may(membership, Permission.FORUM_HEALTH):
        return
    if not sees_health(membership, coordinators_of([forum.pk], membership, today).get(forum.pk)):
        raise PermissionDenied(ONLY_FOR)


def health_page(forum: Forum, rights: Rights, *, now: datetime) -> HealthPage:
    """The forum as it stands; eight queries, however many rows."""
    today = timezone.localdate(now)
    held = _held(forum, now)
    seats = _seats(forum, held)
    sent = _sent(forum)
    return HealthPage(
        rules.attendance_sentences(held, seats), rules.per_seat(held, seats),
        health.answering_sentences(sent, today), _pulses(forum, now, today),
        health.loads(_spent(forum, rights, now))[:LOADS], _brought(forum),
    )  # fmt: skip


def _held(forum: Forum, now: datetime) -> list[rules.Held]:
    meetings = {one.pk: one for one in forum.meetings.held(now)[:MEETINGS]}
    came: dict = {pk: {} for pk in meetings}
    for meeting, seat, mark in Attendance.objects.filter(meeting__in=meetings).values_list(
        "meeting", "seat", "came"
    ):
        came[meeting][seat] = rules.Came(mark)
    return [rules.Held(pk, timezone.localdate(one.begins_at), came[pk]) for pk, one in meetings.items()]


def _seats(forum: Forum, held: list[rules.Held]) -> list[rules.Seat]:
    """Those that are there, each since it was added or was first written down as there."""
    there, first = list(forum.seats.current().select_related("actor")), {}
    for one in sorted(held, key=lambda one: one.on, reverse=True):
        first |= dict.fromkeys(one.came, one.on)
    since = {seat.pk: timezone.localdate(seat.created_at) for seat in there}
    return [
        rules.Seat(
            seat.pk, _name(seat), min(since[seat.pk], first.get(seat.pk, since[seat.pk])),
            resident=seat.side == SeatSide.RESIDENT, observer=seat.part == SeatPart.OBSERVER,
        )
        for seat in there
    ]  # fmt: skip


def _name(seat: ForumSeat) -> str:
    return seat.actor.name if seat.actor else seat.title


def _sent(forum: Forum) -> list[health.Sent]:
    """What the forum was sent, and what became of it."""
    return [
        health.Sent(
            one.pk, one.sender.name, forum.name, timezone.localdate(one.sent_at), one.due,
            timezone.localdate(one.answered_at) if one.answered_at else None, one.state in OWED_STATES,
        )
        for one in forum.received.select_related("sender")
    ]  # fmt: skip


def _pulses(forum: Forum, now: datetime, today) -> list[tuple[str, health.PulseResult]]:
    rounds = PulseRound.objects.filter(meeting__forum=forum).select_related("meeting")
    asked = list(rounds.prefetch_related("answers", "tickets")[:PULSES])
    return [
        (long_date(timezone.localdate(one.meeting.begins_at), today), pulse_of(one, now)) for one in asked
    ]


def pulse_of(asked: PulseRound, now: datetime) -> health.PulseResult:
    """What may be shown of one round. Prefetch its answers and tickets."""
    closed = asked.closes_at <= now or all(ticket.is_used for ticket in asked.tickets.all())
    answers = [
        {
            question: health.Felt(getattr(one, question.value))
            for question in health.Pulse
            if getattr(one, question.value)
        }
        for one in asked.answers.all()
    ]
    return health.pulse(answers, closed=closed)


def _spent(forum: Forum, rights: Rights, now: datetime) -> list[health.TimeSpent]:
    """What organisations spent the last three months: in all forums for those who see them all, else here."""
    forums = rights.forums() if rights.sees_all else [forum]
    there = Attendance.objects.filter(
        meeting__forum__in=forums, came__in=rules.PRESENT, seat__actor__isnull=False,
        meeting__begins_at__gt=now - timedelta(days=MONTHS_BACK), meeting__cancelled_at=None,
    ).select_related("meeting__forum", "seat__actor")  # fmt: skip
    return [
        health.TimeSpent(
            one.seat.actor.name, one.meeting.forum.name, timezone.localdate(one.meeting.begins_at),
            round((one.meeting.ends_at - one.meeting.begins_at).total_seconds() / 60),
        )
        for one in there
    ]  # fmt: skip


def _brought(forum: Forum) -> list[str]:
    """Who brought whom, the newest first."""
    guests = forum.plan.guests.filter(meeting__forum=forum, seat__isnull=False).exclude(has_come=False)
    newest = guests.select_related("seat").order_by("-created_at")[:MEETINGS]
    return [f"{one.seat.title} tog {one.organisation} med." for one in newest]
