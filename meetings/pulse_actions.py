"""The pulse after a meeting: sent once, answered once by each, and nobody can tell by whom."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.actions import hash_token
from accounts.audit import record
from accounts.models import User
from config.danish import long_date
from config.mailing import mail_when_kept
from meetings.health import SHOWN_FROM
from meetings.locks import lock_chain
from meetings.models import AttendanceMark, Meeting, PulseAnswer, PulseRound, PulseTicket
from meetings.recipients import recipient_of, stand_in_of

STANDS = timedelta(days=7)
TOO_FEW = (
    "Færre end fem af dem, der var med, kan få en mail. Så kan svarene gættes, og pulsen bliver ikke sendt."
    " Tag en runde om bordet i stedet."
)


class PulseProblem(Exception):
    """Why it cannot be sent or answered, in a sentence."""


@transaction.atomic
def send_pulse(*, meeting: Meeting, by: User, now: datetime, site: str) -> int:
    """Ask those who were there; how many mails. A meeting is asked about once.

    To all seats that were not written down as away. Raises PulseProblem before the meeting is over, and when
    so few can be asked that the answers would never be shown.
    """
    lock_chain(meeting.plan)
    if meeting.cancelled_at or meeting.ends_at > now:
        raise PulseProblem("Pulsen sendes, når mødet er holdt.")
    if PulseRound.objects.filter(meeting=meeting).exists():
        return 0
    readers = mailboxes(meeting, timezone.localdate(now))
    if len(readers) < SHOWN_FROM:
        raise PulseProblem(TOO_FEW)
    asked = PulseRound.objects.create(
        plan=meeting.plan, meeting=meeting, sent_at=now, closes_at=now + STANDS, sent_by=by
    )
    record(plan=meeting.plan, by=by, verb="invite", obj=asked)
    tokens = {email: secrets.token_urlsafe(24) for email in readers}
    _keep(asked, tokens.values())
    for email, token in tokens.items():
        _write(meeting, email, readers[email], site.rstrip("/") + reverse("invited:pulse", args=[token]), now)
    return len(tokens)


def mailboxes(meeting: Meeting, today) -> dict[str, str]:
    """{mail: what its reader is called} of those who were there, each mailbox once."""
    came = dict(meeting.attendances.values_list("seat", "came"))
    found = {}
    for seat in meeting.forum.seats.current().with_people():
        mark = came.get(seat.pk, AttendanceMark.YES)
        if mark in (AttendanceMark.EXCUSED, AttendanceMark.NO):
            continue
        to = stand_in_of(seat, today) if mark == AttendanceMark.SUBSTITUTE else recipient_of(seat, today)
        if to:
            found.setdefault(to.email.lower(), to.hello)
    return found


def _keep(asked: PulseRound, tokens: Iterable[str]) -> None:
    """The tickets, in an order that says nothing of who got which."""
    tickets = [PulseTicket(plan=asked.plan, round=asked, token_hash=hash_token(one)) for one in tokens]
    secrets.SystemRandom().shuffle(tickets)
    PulseTicket.objects.bulk_create(tickets)


def _write(meeting: Meeting, email: str, hello: str, link: str, now: datetime) -> None:
    forum = meeting.forum.name
    day = long_date(timezone.localdate(meeting.begins_at), timezone.localdate(now))
    context = {"hello": hello, "forum": forum, "day": day, "plan": meeting.plan.name, "link": link}
    mail_when_kept(
        to=email, subject=f"Tre spørgsmål om mødet i {forum}", template="meetings/mail_pulse.txt",
        context=context,
    )  # fmt: skip


def open_ticket(token: str) -> PulseTicket | None:
    """The ticket of the token, used or not."""
    there = PulseTicket.objects.select_related("plan", "round__meeting__forum")
    return there.filter(token_hash=hash_token(token)).first()


@transaction.atomic
def take_pulse(*, ticket: PulseTicket, answers: dict, now: datetime) -> None:
    """Keep the answer and mark the ticket as used; no line in the log, which would tell when.

    Raises PulseProblem when the ticket was used or the round is over.
    """
    if ticket.round.closes_at <= now:
        raise PulseProblem("Runden er slut.")
    if not PulseTicket.objects.filter(pk=ticket.pk, is_used=False).update(is_used=True):
        raise PulseProblem("Du har svaret.")
    PulseAnswer.objects.create(plan=ticket.plan, round=ticket.round, **answers)
