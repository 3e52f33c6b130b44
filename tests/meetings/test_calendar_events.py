"""Events stand in the activity calendar: in the week and the month, on paper and for everybody."""

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from exchange.models import PublicPage
from tests import factories
from tests.exchange.test_calendars import made
from tests.reading import text_of

WEEK = {"dag": "2026-12-03"}


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel("2026-11-30 09:00 +01:00", tick=False):
        yield


@pytest.mark.parametrize("name", ["calendar:week", "calendar:month"])
def test_a_reader_sees_the_event_among_the_activities_and_goes_to_its_page(as_bo, plan, name):
    event = factories.make_event(plan, "Sommerfest", place="Torvet")
    factories.make_activity(factories.make_actor(plan, "Rosen"), "Kor")
    page = as_bo.get(reverse(name, args=[plan.slug]), WEEK)
    assert re.search("kl. 16–18 Sommerfest .*Arrangement kl. 17–19 Kor", text_of(page))
    address = reverse("events:event", args=[plan.slug, event.pk])
    assert f'href="{address}"' in page.content.decode()


def test_a_week_with_an_event_alone_is_not_empty_and_a_cancelled_one_says_so(as_alma, plan):
    factories.make_event(plan, "Sommerfest", cancelled_at=timezone.now())
    shown = text_of(as_alma.get(reverse("calendar:week", args=[plan.slug]), WEEK))
    assert "Sommerfest Arrangement Aflyst" in shown
    assert "Ingen aktiviteter" not in shown


def test_events_are_for_the_whole_plan_and_for_no_group_in_particular(as_alma, plan):
    factories.make_event(plan, "Sommerfest")
    for name, row, there in (
        ("omraade", plan.areas.get(), True),
        ("maalgruppe", plan.targetgroups.get(), False),
    ):
        asked = WEEK | {name: row.pk}
        shown = text_of(as_alma.get(reverse("calendar:week", args=[plan.slug]), asked))
        assert ("Sommerfest" in shown) == there


def test_another_plans_events_are_not_there(as_alma, plan, other):
    factories.make_event(other.plan, "Naboernes fest")
    for name in ("calendar:week", "calendar:month"):
        assert "Naboernes" not in text_of(as_alma.get(reverse(name, args=[plan.slug]), WEEK))


def test_everybody_sees_the_public_ones_with_the_way_to_sign_up(plan):
    PublicPage.objects.create(plan=plan, is_on=True)
    event = factories.make_event(plan, "Sommerfest", is_public=True)
    factories.make_event(plan, "Kun for indbudte")
    factories.make_event(plan, "Aflyst fest", is_public=True, cancelled_at=timezone.now())
    page = Client().get(reverse("open_calendar:week", args=[plan.slug]), WEEK)
    assert "kl. 16–18 Sommerfest Arrangement" in text_of(page)
    assert reverse("event_link:sign_up", args=[event.link]) in page.content.decode()
    screen = Client().get(reverse("open_calendar:screen", args=[plan.slug]))
    assert "Torsdag 3. december kl. 16–18 Sommerfest Arrangement" in text_of(screen)
    for shown in (page, screen):
        for title in ("Kun for indbudte", "Aflyst fest"):
            assert title not in text_of(shown)


def test_paper_for_the_door_holds_the_public_ones_and_ones_own_paper_all(as_alma, plan):
    factories.make_event(plan, "Sommerfest", is_public=True)
    factories.make_event(plan, "Kun for indbudte")
    sheet = reverse("reports:calendar", args=[plan.slug])
    door = text_of(as_alma.get(sheet, WEEK | {"vis": "on"}))
    own = text_of(as_alma.get(sheet, WEEK | {"vis": "on", "til": "selv"}))
    assert ("Sommerfest" in door, "Kun for indbudte" in door) == (True, False)
    assert ("Sommerfest" in own, "Kun for indbudte" in own) == (True, True)


def test_whoever_subscribes_to_the_activities_gets_the_events_too(as_alma, plan):
    factories.make_event(plan, "Sommerfest", place="Torvet")
    address = made(as_alma, plan, "activities")
    (event,) = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    assert (str(event["summary"]), str(event["location"])) == ("Sommerfest", "Torvet")
    assert b"Sommerfest" not in Client().get(made(as_alma, plan, "mine")).content
