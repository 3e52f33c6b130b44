"""How many can come to a meeting, for the advice about its time."""

from collections import Counter
from datetime import datetime

from django.utils import timezone

from meetings.guidance import Answers
from meetings.models import Meeting, Poll, Reply
from meetings.poll_rows import time_rows


def answers_of(meeting: Meeting, now: datetime) -> Answers:
    """What was answered, and a time that more could when the meeting came of a poll. At most five queries."""
    replies = Counter(meeting.invites.filter(seat__removed_at=None).values_list("reply", flat=True))
    yes = replies[Reply.YES] + replies[Reply.SUBSTITUTE]
    return Answers(yes, replies[Reply.MAYBE], replies[Reply.NO], _better(meeting, yes, now))


def _better(meeting: Meeting, yes: int, now: datetime) -> str:
    """The name of the poll's best time that is still to come, if more have said yes to it; else ""."""
    poll = Poll.objects.filter(meeting=meeting).first()
    if poll is None:
        return ""
    rows = time_rows(poll, meeting.forum.seats.current(), timezone.localdate(now))
    coming = [one.standing for one in rows if one.time.begins_at > now]
    best = next((one for one in coming if one.option.begins != meeting.begins_at), None)
    return best.option.name if best and len(best.yes) > yes else ""
