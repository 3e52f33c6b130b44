"""How many can come, as the advice about a meeting's time wants it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from meetings.can_come import answers_of
from meetings.guidance import Answers
from meetings.models import Invite
from tests import factories

pytestmark = pytest.mark.usefixtures("monday")


def replied(meeting, *replies):
    seats = [factories.make_forum_seat(meeting.forum, f"Plads {n}") for n in range(len(replies))]
    for seat, reply in zip(seats, replies, strict=True):
        Invite.objects.create(
            plan=meeting.plan, meeting=meeting, seat=seat, reply=reply,
            replied_at=meeting.begins_at if reply else None,
        )  # fmt: skip
    return seats


def test_a_substitute_counts_as_coming_and_silence_as_nothing(plan, east):
    meeting = factories.make_meeting(east)
    replied(meeting, "yes", "substitute", "maybe", "no", "")
    assert answers_of(meeting, timezone.now()) == Answers(2, 1, 1)


def test_a_time_of_the_poll_that_more_could_is_named(plan, east):
    meeting, other = factories.make_meeting(east), factories.make_meeting(factories.make_forum(plan, "B"))
    seats = replied(meeting, "yes", "no", "no")
    poll = east.polls.create(plan=plan, meeting=meeting)
    for days, amount in ((0, 3), (7, 2)):
        begin = other.begins_at + timedelta(days=days)
        time = poll.times.create(plan=plan, begins_at=begin, ends_at=begin + timedelta(hours=2))
        for seat in seats[:amount]:
            time.replies.create(plan=plan, seat=seat, reply="yes")
    assert answers_of(meeting, timezone.now()).better == "torsdag 10. december kl. 16.00"
    seats[1].invites.update(reply="yes")
    assert answers_of(meeting, timezone.now()).better == ""
