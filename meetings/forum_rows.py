"""What a list says of each forum: its next meeting, its tovholder, and what waits for an answer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.models import Membership
from meetings.models import CoordinatorTurn, Forum, ForumKind, Meeting, Referral
from meetings.people import SeatRow, seat_row
from meetings.referral_rules import is_overdue
from meetings.rights import Rights
from meetings.turns import Turn, on_duty


@dataclass(frozen=True)
class Traffic:
    """How many open ones a forum has sent and has to answer, and how many of each are over their day."""

    sent: int = 0
    received: int = 0
    sent_late: int = 0
    received_late: int = 0

    @property
    def late(self) -> int:
        """All that are over their day."""
        return self.sent_late + self.received_late


@dataclass(frozen=True)
class ForumRow:
    """One line of the list; `traffic` is None for those who do not see the forum's inside."""

    forum: Forum
    coordinator: SeatRow | None
    next_meeting: Meeting | None
    traffic: Traffic | None


def forum_rows(forums: Iterable[Forum], rights: Rights, *, now: datetime, today: date) -> list[ForumRow]:
    """The forums by kind from the top of the chain down, then as they come; four queries for all of them."""
    forums = list(forums)
    keys = [one.pk for one in forums]
    coordinators = coordinators_of(keys, rights.membership, today)
    meetings, traffic = next_meetings(keys, now), traffic_of(keys, today)
    order = list(ForumKind.values)
    rows = [
        ForumRow(
            one, coordinators.get(one.pk), meetings.get(one.pk),
            traffic.get(one.pk, Traffic()) if rights.inside(one.pk) else None,
        )
        for one in forums
    ]  # fmt: skip
    return sorted(rows, key=lambda row: order.index(row.forum.kind))


def coordinators_of(forums: Iterable[UUID], membership: Membership, today: date) -> dict[UUID, SeatRow]:
    """{forum: the seat that has its turn as tovholder today}. One query."""
    rows = CoordinatorTurn.objects.filter(
        forum__in=list(forums), starts_on__lte=today, seat__removed_at=None
    ).select_related(
        "seat__actor", "seat__contact", "seat__membership__user", "seat__stand_in_contact",
        "seat__stand_in_membership__user",
    )  # fmt: skip
    found: dict[UUID, list[CoordinatorTurn]] = {}
    for one in rows:
        found.setdefault(one.forum_id, []).append(one)
    current = {
        forum: on_duty([Turn(one.seat, one.starts_on) for one in turns], today)
        for forum, turns in found.items()
    }
    return {forum: seat_row(turn.seat, membership, today) for forum, turn in current.items() if turn}


def next_meetings(forums: Iterable[UUID], now: datetime) -> dict[UUID, Meeting]:
    """{forum: its next meeting}. One query."""
    found: dict[UUID, Meeting] = {}
    coming = Meeting.objects.filter(forum__in=list(forums)).coming(now)
    for one in coming:
        found.setdefault(one.forum_id, one)
    return found


def traffic_of(forums: Iterable[UUID], today: date) -> dict[UUID, Traffic]:
    """{forum: what it has sent and must answer} of those that are open. One query."""
    there = set(forums)
    sent, received, sent_late, received_late = Counter(), Counter(), Counter(), Counter()
    rows = Referral.objects.filter(sender__in=there) | Referral.objects.filter(at_forum__in=there)
    for sender, at, state, due in rows.open().values_list("sender", "at_forum", "state", "due"):
        late = is_overdue(state, due, today)
        sent[sender] += 1
        sent_late[sender] += late
        if state != "returned":
            received[at] += 1
            received_late[at] += late
    return {
        one: Traffic(sent[one], received[one], sent_late[one], received_late[one])
        for one in there
    }  # fmt: skip
