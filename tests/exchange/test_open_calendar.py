"""Activities that everybody may see: the open page, the screen in a hall, a calendar to subscribe to."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from exchange.models import PublicPage
from tests import factories
from tests.exchange.pages import TODAY
from tests.exchange.test_calendars import made
from tests.reading import text_of

WEEK = {"dag": "2026-12-03"}


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def opened(plan):
    """The plan's open page, switched on."""
    return PublicPage.objects.create(plan=plan, is_on=True)


@pytest.fixture
def choir(rosen):
    return factories.make_activity(rosen, "Kor", is_public=True, place="Salen")


def shown(plan, name="week", **asked) -> str:
    return text_of(Client().get(reverse(f"open_calendar:{name}", args=[plan.slug]), WEEK | asked))


def test_only_what_was_said_public_is_there(plan, opened, choir, rosen):
    factories.make_activity(rosen, "Kun for os")
    factories.make_activity(rosen, "Aflyst kor", is_public=True, cancelled_at=timezone.now())
    gone = factories.make_actor(plan, archived_at=timezone.now())
    factories.make_activity(gone, "Gammelt", is_public=True)
    assert "kl. 17–19 Kor Rosen Salen" in shown(plan)
    for title in ("Kun for os", "Aflyst kor", "Gammelt", "Sammenfald"):
        assert title not in shown(plan)


def test_a_closed_page_does_not_exist(plan, opened, choir):
    for fields in ({"is_on": False}, {"is_on": True, "shows_notices": False}):
        PublicPage.objects.filter(pk=opened.pk).update(**fields)
        for name in ("week", "screen"):
            assert Client().get(reverse(f"open_calendar:{name}", args=[plan.slug])).status_code == 404


def test_the_screen_shows_the_next_ones_and_a_cancelled_time_is_not_among_them(plan, opened, rosen):
    weekly = factories.make_activity(rosen, "Kor", is_public=True, every=1, until=date(2026, 12, 24))
    assert "Torsdag 3. december kl. 17–19 Kor" in shown(plan, "screen")
    weekly.changes.create(plan=plan, day=date(2026, 12, 3))
    assert "Kor" not in shown(plan, "screen")


def test_all_activities_are_read_by_other_calendars(as_alma, plan, choir):
    text = Client().get(made(as_alma, plan, "activities")).content
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert (str(event["summary"]), str(event["location"])) == ("Kor (Rosen)", "Salen")
    assert event["dtstart"].dt.isoformat() == "2026-12-03T17:00:00+01:00"
