"""Polls for a date: asking, answering, and picking the time. Each is one transaction."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.audit import record
from accounts.models import User
from actors.versions import mark_once
from config.mailing import mail_when_kept
from meetings.agenda_actions import plan_meeting
from meetings.invite_actions import Told, send_invites
from meetings.locks import lock_chain
from meetings.models import Forum, ForumSeat, Meeting, Poll, PollReply, PollTime, SeatLink
from meetings.recipients import Recipient, recipient_of, stand_in_of
from meetings.seat_links import let_in


class PollProblem(Exception):
    """A step that cannot be taken; the text is a sentence for the one who tried."""


CLOSED = "Afstemningen er lukket."


@transaction.atomic
def make_poll(
    *, forum: Forum, by: User, values: Mapping, spans: Iterable, submission: uuid.UUID | None
) -> Poll:
    """A new poll with its times. The same submission twice makes one."""
    lock_chain(forum.plan)
    if submission and (there := forum.polls.filter(submission=submission).first()):
        return there
    poll = Poll.objects.create(plan=forum.plan, forum=forum, created_by=by, submission=submission, **values)
    times = [PollTime(plan=forum.plan, poll=poll, begins_at=one.begin, ends_at=one.end) for one in spans]
    PollTime.objects.bulk_create(times)
    record(plan=forum.plan, by=by, verb="create", obj=poll)
    return poll


@transaction.atomic
def send_poll(*, poll: Poll, by: User, now: datetime, site: str, again: bool = False) -> Told:
    """Ask each seat, and its substitute, by mail; who has been asked is not asked twice.

    With `again`, those who were asked and have not answered instead.
    """
    lock_chain(poll.plan)
    if is_closed(poll):
        return Told()
    told, unreached = Told(), []
    answered = set(PollReply.objects.filter(time__poll=poll).values_list("seat", "is_stand_in"))
    asked = set(poll.links.values_list("seat", "is_stand_in", "contact", "membership"))
    for seat in poll.forum.seats.current().with_people():
        people = _people(seat, now)
        if not people:
            unreached.append(seat)
        for to in people:
            was_asked = _key(to) in asked
            if was_asked == again and not (again and (seat.pk, to.is_stand_in) in answered):
                _ask(poll, to, now, site, again=again)
                told.letters["again" if again else "first"] += 1
    if told.amount:
        record(plan=poll.plan, by=by, verb="sent_again" if again else "invite", obj=poll)
    return Told(told.letters, tuple(unreached))


def _people(seat: ForumSeat, now: datetime) -> list[Recipient]:
    today = timezone.localdate(now)
    return [one for one in (recipient_of(seat, today), stand_in_of(seat, today)) if one]


def _key(to: Recipient) -> tuple:
    contact, member = (one.pk if one else None for one in (to.contact, to.membership))
    return to.seat.pk, to.is_stand_in, contact, member


def _ask(poll: Poll, to: Recipient, now: datetime, site: str, *, again: bool) -> None:
    path = reverse("invited:poll", args=[let_in(to, now, poll=poll)])
    context = {
        "hello": to.hello, "forum": poll.forum.name, "plan": poll.plan.name, "why": poll.why,
        "link": site.rstrip("/") + path, "again": again,
    }  # fmt: skip
    subject = f"Hvornår kan du mødes i {poll.forum.name}?"
    mail_when_kept(to=to.email, subject=subject, template="meetings/mail_poll.txt", context=context)


def is_closed(poll: Poll) -> bool:
    """Whether a time was picked, or the poll was let go."""
    return poll.closed_at is not None


@transaction.atomic
def take_times(
    *, poll: Poll, seat: ForumSeat, is_stand_in: bool, replies: Mapping[uuid.UUID, str], by: User | None
) -> None:
    """What one says to the times, by id; a time that is not in it keeps its answer. Harmless when repeated.

    Raises PollProblem when the poll is closed.
    """
    lock_chain(poll.plan)
    if is_closed(Poll.objects.get(pk=poll.pk)):
        raise PollProblem(CLOSED)
    for time in poll.times.filter(pk__in=replies):
        PollReply.objects.update_or_create(
            time=time, seat=seat, is_stand_in=is_stand_in,
            defaults={"reply": replies[time.pk], "plan": poll.plan},
        )  # fmt: skip
    record(plan=poll.plan, by=by, verb="answered", obj=poll)


@transaction.atomic
def pick(*, poll: Poll, time: PollTime, by: User, now: datetime, site: str) -> tuple[Meeting, Told]:
    """This is when: the meeting is made and all are asked to it. Picked twice it is one meeting.

    Raises PollProblem for a poll that was closed without one, and for a time that has been.
    """
    lock_chain(poll.plan)
    fresh = Poll.objects.select_related("meeting", "forum", "plan").get(pk=poll.pk)
    if fresh.meeting:
        return fresh.meeting, Told()
    if is_closed(fresh):
        raise PollProblem(CLOSED)
    if time.begins_at <= now:
        raise PollProblem("Den tid er gået. Vælg en anden.")
    values = {
        "begins_at": time.begins_at, "ends_at": time.ends_at, "why": fresh.why, "place": fresh.place,
    }  # fmt: skip
    meeting = plan_meeting(forum=fresh.forum, by=by, values=values, now=now)
    fresh.meeting, fresh.closed_at = meeting, now
    fresh.save(update_fields=["meeting", "closed_at"])
    SeatLink.objects.filter(poll=fresh).update(revoked_at=now)
    record(plan=fresh.plan, by=by, verb="close", obj=fresh)
    return meeting, send_invites(meeting=meeting, by=by, now=now, site=site)


def close_poll(*, poll: Poll, by: User, now: datetime) -> None:
    """No time is picked, and nobody can answer any more."""
    mark_once(row=poll, by=by, verb="close", closed_at=now)


def reopen_poll(*, poll: Poll, by: User) -> None:
    """Undo of closing; one that became a meeting stays closed."""
    if poll.meeting_id is None:
        mark_once(row=poll, by=by, verb="reopen", closed_at=None)
