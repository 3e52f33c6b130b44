"""Who is to be there when: shared meetings as the calendar and the mail tell it."""

from datetime import date, time

import pytest
from django.utils import timezone

from meetings.invite_mail import said_of
from meetings.presence import Part, parts_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(plan):
    """From ten to twelve: a talk, a break, a discussion, gathering up."""
    forum = factories.make_forum(plan)
    row = factories.make_meeting(forum, date(2026, 12, 3), time(10), time(12))
    lengths = (("talk", "Tal", 35), ("break", "Pause", 10), ("discuss", "Lys", 40), ("gather", "Saml op", 35))
    for place, (kind, title, minutes) in enumerate(lengths):
        factories.make_agenda_item(forum, title, row, kind=kind, minutes=minutes, position=place)
    return row


def wall(part: Part) -> str:
    return "–".join(f"{timezone.localtime(moment):%H.%M}" for moment in (part.begin, part.end))


def test_without_needs_everybody_is_there_all_the_time(meeting):
    parts = parts_of(meeting, list(meeting.items.all()), ["a"])
    assert (wall(parts["a"]), parts["a"].words) == ("10.00–12.00", "")


def test_one_is_there_for_the_items_that_need_one(meeting):
    items = list(meeting.items.all())
    needed = {item.pk: frozenset({"police"} if item.title == "Lys" else {"school"}) for item in items}
    parts = parts_of(meeting, items, ["police", "school", "guest"], needed)
    assert (wall(parts["police"]), parts["police"].words) == ("10.45–11.25", "Du er med 10.45–11.25.")
    assert wall(parts["school"]) == "10.00–12.00"
    assert parts["school"].words == "Du er med 10.00–10.35 og 11.25–12.00."
    assert parts["guest"].words == "Du behøver ikke være med denne gang."
    assert wall(parts["guest"]) == "10.00–12.00"


def test_another_part_is_another_entry(meeting):
    whole = Part(meeting.begins_at, meeting.ends_at)
    own = Part(meeting.begins_at, meeting.ends_at, "Du er med 10.00–10.35 og 11.25–12.00.")
    keys = {said_of(meeting, part).key for part in (whole, own)}
    assert len(keys) == 2
    assert all(len(key) <= 64 for key in keys)
