"""What became of an item, told at the next meeting of those who asked, without anybody putting it there."""

from datetime import datetime

from django.db.models import Max

from meetings.models import AgendaItem, Forum, ItemKind, Meeting, Referral
from meetings.referral_rules import Slot, answer_moves


def slot_of(meeting: Meeting) -> Slot:
    """The meeting as the rules want it."""
    return Slot(meeting.pk, meeting.begins_at, meeting.ends_at, meeting.cancelled_at is not None)


def tell(referral: Referral, forums: list[Forum], now: datetime) -> None:
    """Put the answer before each of the forums, on its next agenda. Called under the chain's lock."""
    for forum in forums:
        AgendaItem.objects.create(
            plan=referral.plan, forum=forum, kind=ItemKind.INFO, title=referral.title, referral=referral,
            is_answer=True,
        )  # fmt: skip
        settle_answers(forum, now)


def take_back(referral: Referral, now: datetime) -> None:
    """The answer does not hold any more: off all agendas of meetings that have not begun."""
    for item in referral.items.answers().select_related("meeting"):
        if item.meeting is None or item.meeting.begins_at > now:
            item.delete()


def settle_answers(forum: Forum, now: datetime) -> None:
    """Move the answers that have not been told to the forum's next meeting. Called under the chain's lock."""
    there = list(forum.items.open().answers().select_related("meeting"))
    if not there:
        return
    slots = [slot_of(one) for one in forum.meetings.coming(now)]
    stands = {one.pk: slot_of(one.meeting) if one.meeting else None for one in there}
    moves = answer_moves(stands, slots, now)
    for item in there:
        if item.pk in moves:
            goal = moves[item.pk]
            last = forum.items.filter(meeting=goal).aggregate(last=Max("position"))["last"]
            item.meeting_id, item.position = goal, 0 if last is None else last + 1
            item.version += 1
            item.save(update_fields=["meeting", "position", "version"])
