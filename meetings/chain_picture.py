"""The chain of a plan for a member: the picture, and the table that says the same."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from config.danish import count
from meetings.chain_drawing import ChainDrawing, Flow, draw_chain
from meetings.chain_layout import ForumBox
from meetings.chain_rules import direction
from meetings.forum_rows import ForumRow, forum_rows
from meetings.models import Forum, ForumSeat
from meetings.people import SeatRow, seat_row
from meetings.referral_rows import ReferralRow, referral_rows
from meetings.rights import Rights

WAYS = {"up": "Op", "down": "Ned", "across": "På tværs"}


@dataclass(frozen=True)
class ChainLine:
    """One forum in the table; `links` are those who carry what is known to the one above."""

    row: ForumRow
    above: Forum | None
    links: list[SeatRow]


@dataclass(frozen=True)
class OnWay:
    """One item on its way, and which way that is."""

    row: ReferralRow
    way: str


@dataclass(frozen=True)
class ChainPicture:
    """Everything the page and the paper show."""

    drawing: ChainDrawing
    lines: list[ChainLine]
    on_way: list[OnWay]


def chain_picture(plan, rights: Rights, *, now: datetime, today: date) -> ChainPicture:
    """The whole chain; what is on its way as far as the member sees it. Eight queries."""
    forums = list(plan.forums.standing().select_related("area", "theme"))
    rows = forum_rows(forums, rights, now=now, today=today)
    by_key = {one.pk: one for one in forums}
    seats = _links(plan, rights, today)
    open_ones = rights.referrals().open().with_forums().order_by("due", "since", "id")
    sent = referral_rows(open_ones, rights, now=now, today=today)
    parents = {one.pk: one.parent_id for one in forums}
    drawing = draw_chain([_box(row) for row in rows], _flows(sent))
    lines = [ChainLine(row, by_key.get(row.forum.parent_id), seats.get(row.forum.pk, [])) for row in rows]
    return ChainPicture(drawing, lines, [OnWay(one, _way(one, parents)) for one in sent])


def _links(plan, rights: Rights, today: date) -> Mapping[UUID, list[SeatRow]]:
    """{forum: those in it who are links to the one above}."""
    found: dict[UUID, list[SeatRow]] = {}
    seats: Sequence[ForumSeat] = plan.forumseats.current().filter(is_link=True).with_people()
    for seat in seats:
        found.setdefault(seat.forum_id, []).append(seat_row(seat, rights.membership, today))
    return found


def _box(row: ForumRow) -> ForumBox:
    """The forum as a box, with what it owes."""
    forum, traffic = row.forum, row.traffic
    told = ""
    if traffic and traffic.received:
        told = f"Skylder {count(traffic.received, 'svar', 'svar')}"
        if traffic.received_late:
            told += f", {traffic.received_late} over fristen"
    late = bool(traffic and traffic.received_late)
    return ForumBox(forum.pk, forum.get_kind_display(), forum.name, forum.parent_id, told, late)


def _flows(sent: Sequence[ReferralRow]) -> list[Flow]:
    """How many go from where to where; what was sent back is on its way to who sent it."""
    amounts, late = Counter(), Counter()
    for one in sent:
        key = _ends(one)
        amounts[key] += 1
        late[key] += bool(one.late)
    return [Flow(*key, amount, late[key]) for key, amount in amounts.items()]


def _ends(one: ReferralRow) -> tuple[UUID, UUID]:
    """The forum it comes from and the one that owes the next step."""
    ends = (one.referral.sender_id, one.referral.at_forum_id)
    return ends[::-1] if one.referral.state == "returned" else ends


def _way(one: ReferralRow, parents: Mapping) -> str:
    return WAYS[direction(parents, *_ends(one))]
