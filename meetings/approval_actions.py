"""The minutes on their way: sent to be approved, answered, approved, taken back, mailed round."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from accounts.access import Audience
from accounts.actions import hash_token
from accounts.audit import record
from accounts.models import User
from actors.consent import visible_contact
from actors.contact_cards import facts_of
from actors.models import Contact
from config.mailing import mail_when_kept
from meetings.minutes_actions import MinutesProblem, lock_meeting, save_sheet, stored_sheet
from meetings.models import Approval, ForumSeat, Meeting, MinutesSheet, MinutesState, SeatPart
from meetings.times import meeting_row

LINK_STANDS = timedelta(days=60)


@dataclass(frozen=True)
class Post:
    """How mails are addressed: `page` gives the whole address that a token leads to."""

    page: Callable[[str], str]
    today: date


def mailbox(seat: ForumSeat | Approval, today: date) -> str:
    """Where the person can be written to, or "": their login, else the contact's mail within its consent."""
    if seat.membership is not None:
        return seat.membership.user.email if seat.membership.user.is_active else ""
    return contact_mailbox(seat.contact, today)


def contact_mailbox(contact: Contact | None, today: date) -> str:
    """The contact's mail, if the team may use it today; else ""."""
    if contact is None or contact.deleted_at is not None:
        return ""
    card = visible_contact(facts_of(contact), Audience.TEAM, today)
    return card.email if card else ""


def readers_of(meeting: Meeting) -> list[ForumSeat]:
    """The seats in which somebody sits, chairs first."""
    order = list(SeatPart.values)
    seats = [one for one in meeting.forum.seats.current().with_people() if one.membership or one.contact]
    return sorted(seats, key=lambda one: (order.index(one.part), one.created_at))


@transaction.atomic
def send_to_approve(*, meeting: Meeting, by: User, post: Post | None, now: datetime) -> MinutesSheet:
    """Ask all members to approve; those with a mail get a link. Harmless when it has been sent.

    Without `post` nobody is written to, as for demo data. Raises MinutesProblem when nothing was written.
    """
    meeting = lock_meeting(meeting)
    sheet = stored_sheet(meeting)
    if sheet.state != MinutesState.DRAFT:
        return sheet
    if not meeting.notes.filter(version__gt=0).exists():
        raise MinutesProblem("Der står ikke noget i referatet endnu.")
    sheet.state, sheet.round, sheet.sent_at, sheet.mailed_at = MinutesState.SENT, sheet.round + 1, now, None
    save_sheet(sheet, by, "minutes_sent", ["state", "round", "sent_at", "mailed_at"])
    for seat in readers_of(meeting):
        _ask(sheet, seat, post, now)
    return sheet


def _ask(sheet: MinutesSheet, seat: ForumSeat, post: Post | None, now: datetime) -> None:
    token = secrets.token_urlsafe(24)
    row = Approval.objects.create(
        plan=sheet.plan, sheet=sheet, round=sheet.round, seat=seat, membership=seat.membership,
        contact=seat.contact, is_asked=seat.part != SeatPart.OBSERVER, token_hash=hash_token(token),
        expires_at=now + LINK_STANDS,
    )  # fmt: skip
    if post:
        _mail(row, post, token, "godkend" if row.is_asked else "laes")


def _mail(row: Approval, post: Post, token: str, what: str) -> None:
    """`what` says what is asked: to approve, to read along, or that it is approved."""
    meeting = row.sheet.meeting
    day = meeting_row(meeting, post.today).short
    heads = {
        "godkend": f"Godkend referatet fra {meeting.forum.name} {day}",
        "laes": f"Referat fra {meeting.forum.name} {day}",
        "godkendt": f"Godkendt referat fra {meeting.forum.name} {day}",
    }
    context = {
        "forum": meeting.forum.name, "day": day, "plan": meeting.plan.name, "what": what,
        "link": post.page(token), "days": LINK_STANDS.days,
    }  # fmt: skip
    mail_when_kept(
        to=mailbox(row, post.today), subject=heads[what], template="meetings/mail_minutes.txt",
        context=context,
    )  # fmt: skip


@transaction.atomic
def say_yes(*, approval: Approval, by: User | None, now: datetime) -> None:
    """One approves; when it was the last one, the minutes are approved. Harmless when repeated.

    Raises MinutesProblem when the minutes are being changed.
    """
    sheet, row = _in_round(approval)
    if row.approved_at:
        return
    row.approved_at = now
    row.save(update_fields=["approved_at"])
    record(plan=row.plan, by=by, verb="approve", obj=sheet)
    rows = sheet.approvals.filter(round=sheet.round, is_asked=True)
    if sheet.state == MinutesState.SENT and all(one.approved_at and not one.remark for one in rows):
        _approve(sheet, by, now)


@transaction.atomic
def remark(*, approval: Approval, by: User | None, text: str, now: datetime) -> None:
    """One has something to remark; the same text again is harmless. Raises MinutesProblem as `say_yes`."""
    sheet, row = _in_round(approval)
    if row.remark == text:
        return
    row.remark, row.remarked_at = text, now
    row.save(update_fields=["remark", "remarked_at"])
    record(plan=row.plan, by=by, verb="remarked", obj=sheet)


def _in_round(approval: Approval) -> tuple[MinutesSheet, Approval]:
    """The minutes and the row as they stand, while nobody else writes. Raises MinutesProblem."""
    lock_meeting(approval.sheet.meeting)
    row = Approval.objects.select_related("sheet__meeting__forum", "sheet__plan", "plan").get(pk=approval.pk)
    if row.sheet.state == MinutesState.DRAFT or row.round != row.sheet.round:
        raise MinutesProblem("Referatet er ved at blive rettet. Du får en ny mail, når det er sendt igen.")
    return row.sheet, row


@transaction.atomic
def approve(*, meeting: Meeting, by: User, now: datetime) -> None:
    """The forum has approved, as at its next meeting; harmless when repeated.

    Raises MinutesProblem for a draft, which nobody has been shown.
    """
    sheet = stored_sheet(lock_meeting(meeting))
    if sheet.state == MinutesState.DRAFT:
        raise MinutesProblem("Send referatet til medlemmerne, før I godkender det.")
    if sheet.state == MinutesState.SENT:
        _approve(sheet, by, now)


def _approve(sheet: MinutesSheet, by: User | None, now: datetime) -> None:
    sheet.state, sheet.approved_at = MinutesState.APPROVED, now
    save_sheet(sheet, by, "minutes_approved", ["state", "approved_at"])


@transaction.atomic
def take_back(*, meeting: Meeting, by: User) -> None:
    """A draft again, to be mended and sent anew; what was remarked stays. Harmless when repeated."""
    sheet = stored_sheet(lock_meeting(meeting))
    if sheet.state == MinutesState.DRAFT:
        return
    sheet.state, sheet.approved_at = MinutesState.DRAFT, None
    save_sheet(sheet, by, "reopen", ["state", "approved_at"])


@transaction.atomic
def mail_round(*, meeting: Meeting, by: User, post: Post, now: datetime) -> int:
    """Mail the approved minutes to all who were sent them, once; how many mails.

    The link in it takes the place of the old one. Raises MinutesProblem before they are approved.
    """
    sheet = stored_sheet(lock_meeting(meeting))
    if sheet.state != MinutesState.APPROVED:
        raise MinutesProblem("Referatet skal godkendes, før det sendes rundt.")
    if sheet.mailed_at:
        return 0
    sheet.mailed_at = now
    save_sheet(sheet, by, "minutes_mailed", ["mailed_at"])
    return sum(_renew(row, post, now) for row in approvals_of(sheet))


def still_reads(row: Approval) -> bool:
    """Whether the one the link went to still has the seat; of a row without a seat nothing is known."""
    seat, contact = row.seat, row.contact
    if contact and contact.deleted_at:
        return False
    if seat is None:
        return True
    if seat.removed_at or seat.forum.ended_at:
        return False
    return (seat.contact_id, seat.membership_id) == (row.contact_id, row.membership_id)


def _renew(row: Approval, post: Post, now: datetime) -> int:
    if not still_reads(row) or not mailbox(row, post.today):
        return 0
    token = secrets.token_urlsafe(24)
    row.token_hash, row.expires_at = hash_token(token), now + LINK_STANDS
    row.save(update_fields=["token_hash", "expires_at"])
    _mail(row, post, token, "godkendt")
    return 1


def approvals_of(sheet: MinutesSheet) -> Iterable[Approval]:
    """Those of the round, with the people; none for minutes that were never sent."""
    if sheet._state.adding:
        return []
    rows = sheet.approvals.filter(round=sheet.round).select_related(
        "seat__forum",
        "membership__user",
        "contact",
        "sheet__meeting__forum",
        "sheet__meeting__plan",
        "sheet__plan",
    )
    return rows.order_by("seat__created_at", "pk")
