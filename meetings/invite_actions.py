"""Sending invitations and taking answers. Each is one transaction, and doing it twice tells nobody twice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.audit import record, record_each
from accounts.models import User
from actors.versions import remove_once
from meetings.invite_mail import AGAIN, INSTEAD, NO_LONGER, said_of, write
from meetings.inviting import Letter, Sent, letter_due, may_remind
from meetings.locks import lock_chain
from meetings.models import ForumSeat, Guest, Invite, Meeting, Reply
from meetings.presence import Part, parts_of
from meetings.recipients import Recipient, former, recipient_of, stand_in_of
from meetings.seat_links import STANDS_AFTER, shut_links


@dataclass(frozen=True)
class Due:
    """What one seat is owed; `to` is None when there is no mailbox to write to."""

    seat: ForumSeat
    invite: Invite | None
    to: Recipient | None
    part: Part
    letter: Letter | None


@dataclass(frozen=True)
class Told:
    """How many mails went out, by letter, and the seats that could not be written to."""

    letters: Counter = field(default_factory=Counter)
    unreached: tuple[ForumSeat, ...] = ()

    @property
    def amount(self) -> int:
        """All mails."""
        return self.letters.total()


def dues_of(meeting: Meeting, now: datetime) -> list[Due]:
    """What each seat is owed about the meeting, also one that was taken away since it was asked.

    Three queries; fetch the forum beforehand.
    """
    invites = {one.seat_id: one for one in meeting.invites.select_related("contact", "membership__user")}
    asked = [key for key, one in invites.items() if one.sent_at and not one.is_called_off]
    there = meeting.forum.seats.filter(Q(removed_at=None) | Q(pk__in=asked))
    seats = list(there.with_people())
    parts = parts_of(meeting, list(meeting.items.all()), [seat.pk for seat in seats])
    return [_due(meeting, seat, invites.get(seat.pk), parts[seat.pk], now) for seat in seats]


def _due(meeting: Meeting, seat: ForumSeat, invite: Invite | None, part: Part, now: datetime) -> Due:
    to = recipient_of(seat, timezone.localdate(now))
    sent = Sent()
    if invite and invite.sent_at:
        same = to is None or (invite.contact, invite.membership) == (to.contact, to.membership)
        sent = Sent(invite.sent_as, invite.is_called_off, same)
    letter = letter_due(
        said_of(meeting, part), sent, over=meeting.ends_at <= now,
        cancelled=meeting.cancelled_at is not None or seat.removed_at is not None,
    )  # fmt: skip
    return Due(seat, invite, to, part, letter)


@transaction.atomic
def send_invites(*, meeting: Meeting, by: User, now: datetime, site: str) -> Told:
    """Write to all who do not know what there is to know of the meeting. Sent twice, it writes once."""
    lock_chain(meeting.plan)
    letters, sent, unreached = Counter(), [], []
    for due in dues_of(meeting, now):
        if due.letter and due.to is None:
            unreached.append(due.seat)
        elif due.letter:
            sent.append(_send(meeting, due, now, site))
            letters[due.letter] += 1
    record_each(plan=meeting.plan, by=by, verb="invite", objects=sent)
    return Told(letters, tuple(unreached))


def _send(meeting: Meeting, due: Due, now: datetime, site: str) -> Invite:
    """One seat's mail, and the substitute's when it is they who come."""
    invite = due.invite or Invite(plan=meeting.plan, meeting=meeting, seat=due.seat)
    today = timezone.localdate(now)
    instead = stand_in_of(due.seat, today) if invite.reply == Reply.SUBSTITUTE else None
    before = former(due.seat, invite.contact, invite.membership, today)
    if invite.sent_at:
        invite.sequence += 1
    if due.letter == Letter.CHANGED or (due.letter == Letter.FIRST and invite.sent_at):
        _forget_reply(invite)
    said = said_of(meeting, due.part)
    invite.contact, invite.membership = due.to.contact, due.to.membership
    invite.sent_at, invite.sent_as = now, said.key
    invite.is_called_off = due.letter == Letter.CALLED_OFF
    invite.save()
    if due.letter == Letter.FIRST:
        shut_links(due.seat, now, meeting=meeting, keep=due.to)
    else:
        meeting.links.filter(seat=due.seat).update(expires_at=meeting.ends_at + STANDS_AFTER)
    common = {"invite": invite, "meeting": meeting, "part": due.part, "now": now, "site": site}
    if due.letter == Letter.FIRST and before:
        write(to=before, letter=Letter.CALLED_OFF, lead=NO_LONGER, **common)
    for to in filter(None, (due.to, instead)):
        write(to=to, letter=due.letter, **common)
    return invite


def _forget_reply(invite: Invite) -> None:
    """Another time or another person: what was answered does not hold."""
    invite.reply, invite.replied_at, invite.stand_in_said_yes = "", None, False


@transaction.atomic
def remind(*, meeting: Meeting, by: User, now: datetime, site: str) -> int:
    """Write again to those who were asked and have not answered; how many. Twice in a row writes once."""
    lock_chain(meeting.plan)
    reminded = []
    for due in dues_of(meeting, now):
        invite = due.invite
        if due.letter or due.to is None or invite is None or invite.reply or meeting.cancelled_at:
            continue
        if meeting.ends_at <= now or not may_remind(invite.sent_at, invite.reminded_at, now):
            continue
        invite.reminded_at = now
        invite.save(update_fields=["reminded_at"])
        write(
            invite=invite, to=due.to, meeting=meeting, part=due.part, letter=Letter.FIRST, now=now, site=site,
            lead=AGAIN,
        )  # fmt: skip
        reminded.append(invite)
    record_each(plan=meeting.plan, by=by, verb="sent_again", objects=reminded)
    return len(reminded)


@transaction.atomic
def take_reply(
    *, meeting: Meeting, seat: ForumSeat, values: dict, is_stand_in: bool, by: User | None, now: datetime,
    site: str,
) -> Invite:  # fmt: skip
    """The seat's answer: `reply`, `eats`, `food_note`, and in `brings` an organisation or "".

    A substitute who says yes answers that they come instead. When a substitute is to come they are written
    to, and again when they are not to come after all. Harmless when repeated.
    """
    lock_chain(meeting.plan)
    fresh = Meeting.objects.select_related("forum", "plan").get(pk=meeting.pk)
    invite = fresh.invites.filter(seat=seat).first() or Invite(plan=fresh.plan, meeting=fresh, seat=seat)
    before, stood = invite.reply, _answer_of(invite)
    reply = Reply.SUBSTITUTE if is_stand_in and values["reply"] == Reply.YES else values["reply"]
    invite.stand_in_said_yes = reply == Reply.SUBSTITUTE and (is_stand_in or invite.stand_in_said_yes)
    invite.reply, invite.eats, invite.food_note = reply, values["eats"], values["food_note"]
    if _answer_of(invite) != stood:
        invite.replied_at = now
        invite.save()
        record(plan=fresh.plan, by=by, verb="answered", obj=invite, fields=["reply"])
    if values["brings"]:
        bring(meeting=fresh, seat=seat, organisation=values["brings"], by=by)
    if not is_stand_in and before != reply:
        _tell_stand_in(fresh, invite, before, now, site)
    return invite


def _answer_of(invite: Invite) -> tuple:
    return invite.reply, invite.stand_in_said_yes, invite.eats, invite.food_note


def _tell_stand_in(meeting: Meeting, invite: Invite, before: str, now: datetime, site: str) -> None:
    """They are to come, or not any more."""
    seat = meeting.forum.seats.with_people().get(pk=invite.seat_id)
    to = stand_in_of(seat, timezone.localdate(now))
    if to is None or Reply.SUBSTITUTE not in (before, invite.reply):
        return
    invite.sequence += 1
    invite.save(update_fields=["sequence"])
    comes = invite.reply == Reply.SUBSTITUTE
    part = parts_of(meeting, list(meeting.items.all()), [seat.pk])[seat.pk]
    write(
        invite=invite, to=to, meeting=meeting, part=part, now=now, site=site,
        letter=Letter.FIRST if comes else Letter.CALLED_OFF, lead=INSTEAD if comes else NO_LONGER,
    )  # fmt: skip


@transaction.atomic
def bring(*, meeting: Meeting, seat: ForumSeat | None, organisation: str, by: User | None) -> Guest:
    """Somebody brings an organisation along; one that is already to come is left as it is."""
    lock_chain(meeting.plan)
    name = " ".join(organisation.split())
    if there := meeting.guests.filter(organisation__iexact=name).first():
        return there
    actor = meeting.plan.actors.filter(name__iexact=name).first()
    guest = Guest.objects.create(
        plan=meeting.plan, meeting=meeting, seat=seat, organisation=name, actor=actor
    )
    record(plan=meeting.plan, by=by, verb="create", obj=guest)
    return guest


def remove_guest(*, guest: Guest, by: User) -> None:
    """They do not come along; harmless when repeated."""
    remove_once(row=guest, by=by)


@transaction.atomic
def close_links(*, meeting: Meeting, seat: ForumSeat, by: User, now: datetime) -> int:
    """The seat's links to the meeting let nobody in from now on; how many there were."""
    shut = shut_links(seat, now, meeting=meeting)
    if shut:
        record(plan=meeting.plan, by=by, verb="close", obj=seat)
    return shut


def food_words(invites: Iterable[Invite]) -> tuple[int, list[str]]:
    """How many eat along, and what they have written about it, without names."""
    eating = [one for one in invites if one.eats and one.reply in (Reply.YES, Reply.SUBSTITUTE, Reply.MAYBE)]
    return len(eating), sorted(one.food_note for one in eating if one.food_note)
