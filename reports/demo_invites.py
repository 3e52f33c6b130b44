"""Who was asked, who came, a poll for a date and a pulse, in the demo plan's follow-up group of Østhøj."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.models import Plan, User
from exchange.availability import span_of
from meetings.models import (
    Attendance,
    Forum,
    ForumSeat,
    Guest,
    Invite,
    Meeting,
    Poll,
    PollReply,
    PulseAnswer,
    PulseRound,
)

FORUM = "Følgegruppe Østhøj"
# Days before today of the meetings that were held, and what is written down of the seats in order.
HELD = (
    (146, ("yes", "yes", "yes", "yes", "yes")),
    (104, ("yes", "excused", "yes", "yes", "substitute")),
    (62, ("yes", "yes", "yes", "no", "yes")),
    (34, ("yes", "yes", "yes", "excused", "yes")),
    (20, ("yes", "no", "yes", "no", "yes")),
)
# What the seats in order have answered to the coming meeting; "" has not answered.
REPLIES = ("yes", "", "yes", "maybe", "")
# What six said after the last one: roles, the right people, worth the time.
PULSE = ("yes yes yes", "yes partly yes", "partly no yes", "yes no partly", "yes partly yes", "no no yes")


def write_invites(plan: Plan, leader: User, today: date) -> None:
    """Five meetings that were held, one that is asked to, a poll that is open, and a pulse that is over."""
    forum = plan.forums.get(name=FORUM)
    seats = list(forum.seats.current())
    last = [_hold(forum, seats, today - timedelta(days=days), marks, leader) for days, marks in HELD][-1]
    _pulse(last, leader)
    Guest.objects.create(
        plan=plan, meeting=last, seat=seats[0], organisation="Skakklubben på Torvet", has_come=True
    )
    coming = forum.meetings.coming(timezone.now()).first()
    for seat, reply in zip(seats, REPLIES, strict=False):
        if reply:
            Invite.objects.create(
                plan=plan, meeting=coming, seat=seat, reply=reply, replied_at=_at(today, -1), eats=True
            )
    _poll(plan.forums.get(name="Koordinationsgruppen"), leader, today)


def _hold(forum: Forum, seats: list[ForumSeat], day: date, marks, leader: User) -> Meeting:
    span = span_of(day, time(16), time(18))
    when = {"begins_at": span.begin, "ends_at": span.end}
    meeting = forum.meetings.filter(begins_at=span.begin).first() or Meeting.objects.create(
        plan=forum.plan, forum=forum, place="Beboerhuset", created_by=leader, **when
    )
    Attendance.objects.bulk_create(
        Attendance(
            plan=forum.plan, meeting=meeting, seat=seat, came=mark, recorded_by=leader, recorded_at=span.end
        )
        for seat, mark in zip(seats, marks, strict=False)
    )  # fmt: skip
    return meeting


def _pulse(meeting: Meeting, leader: User) -> None:
    sent = meeting.ends_at + timedelta(hours=1)
    asked = PulseRound.objects.create(
        plan=meeting.plan, meeting=meeting, sent_at=sent, closes_at=sent + timedelta(days=7), sent_by=leader
    )
    for words in PULSE:
        said = dict(zip(("roles", "people", "worth"), words.split(), strict=True))
        PulseAnswer.objects.create(plan=meeting.plan, round=asked, **said)


def _poll(forum: Forum, leader: User, today: date) -> None:
    """Three times on working days, to which half have answered."""
    monday = today + timedelta(days=28 - today.weekday())
    poll = Poll.objects.create(
        plan=forum.plan, forum=forum, why="Fordel det, der er løftet fra områderne.", place="Rådhuset",
        quorum=3, created_by=leader,
    )  # fmt: skip
    seats = list(forum.seats.current())[:3]
    for days, replies in ((1, "yes no maybe"), (3, "yes yes yes"), (8, "maybe yes no")):
        span = span_of(monday + timedelta(days=days), time(9), time(11))
        possible = poll.times.create(plan=forum.plan, begins_at=span.begin, ends_at=span.end)
        for seat, reply in zip(seats, replies.split(), strict=True):
            PollReply.objects.create(plan=forum.plan, time=possible, seat=seat, reply=reply)


def _at(today: date, days: int) -> datetime:
    """Noon so many days from today."""
    return timezone.make_aware(datetime.combine(today + timedelta(days=days), time(12)))
