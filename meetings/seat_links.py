"""Links by which one answers for a seat without login."""

import secrets
from datetime import datetime, timedelta

from accounts.actions import hash_token
from meetings.models import ForumSeat, Meeting, Poll, SeatLink
from meetings.recipients import Recipient

# Past the meeting, so that one can still see where it was.
STANDS_AFTER = timedelta(days=1)
POLL_STANDS = timedelta(days=60)


def let_in(to: Recipient, now: datetime, *, meeting: Meeting | None = None, poll: Poll | None = None) -> str:
    """A new link for the recipient; its token is kept nowhere else."""
    token = secrets.token_urlsafe(24)
    expires = meeting.ends_at + STANDS_AFTER if meeting else now + POLL_STANDS
    SeatLink.objects.create(
        plan_id=to.seat.plan_id, seat=to.seat, meeting=meeting, poll=poll, is_stand_in=to.is_stand_in,
        token_hash=hash_token(token), expires_at=expires, **to.person,
    )  # fmt: skip
    return token


def open_link(token: str, now: datetime) -> SeatLink | None:
    """The link of the token while it holds: not too old, not shut, and its reader still has the seat."""
    there = SeatLink.objects.select_related(
        "plan", "seat__forum", "seat__actor", "seat__contact", "seat__membership__user",
        "seat__stand_in_contact", "seat__stand_in_membership__user", "meeting__forum", "meeting__plan",
        "poll__forum", "poll__plan",
    )  # fmt: skip
    link = there.filter(token_hash=hash_token(token), revoked_at=None, expires_at__gt=now).first()
    return link if link and _still_sits(link) else None


def _still_sits(link: SeatLink) -> bool:
    seat = link.seat
    if seat.removed_at or seat.forum.ended_at:
        return False
    if link.contact_id is None and link.membership_id is None:
        return True
    prefix = "stand_in_" if link.is_stand_in else ""
    contact = getattr(seat, f"{prefix}contact")
    if contact and contact.deleted_at:
        return False
    own = getattr(seat, f"{prefix}contact_id"), getattr(seat, f"{prefix}membership_id")
    return own == (link.contact_id, link.membership_id)


def shut_links(
    seat: ForumSeat, now: datetime, *, meeting: Meeting | None = None, keep: Recipient | None = None
):
    """No link of the seat to the meeting holds from now on, but those of `keep`."""
    there = SeatLink.objects.filter(seat=seat, meeting=meeting, revoked_at=None)
    if keep:
        there = there.exclude(is_stand_in=keep.is_stand_in, contact=keep.contact, membership=keep.membership)
    return there.update(revoked_at=now)
