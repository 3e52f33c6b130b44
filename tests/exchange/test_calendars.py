"""Calendars one subscribes to, read back by icalendar as a phone would."""

import re
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from actors.representing import set_representation
from exchange.models import Feed
from tests import factories
from tests.cast import client_of
from tests.exchange.pages import TODAY, address, partner_of
from tests.valuegame.pages import text_of

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


def made(browser, plan, about="mine", **more) -> str:
    """The address that is shown once."""
    shown = text_of(browser.post(address(plan, "calendars"), {"about": about} | more))
    return re.search(r"http://testserver(/kalender/[\w-]+\.ics)", shown)[1]


def events(path) -> list:
    """What a stranger's calendar reads there."""
    response = Client().get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in response["Cache-Control"]
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_a_place_is_read_with_who_has_it_and_on_the_walls_time(as_alma, plan, hall, rosen):
    factories.make_booking(hall, borrower=rosen)
    path = made(as_alma, plan, hall.pk)
    (event,) = events(path)
    assert str(event["summary"]) == "Rosen: Fællesspisning"
    assert str(event["location"]) == "Festsalen"
    assert event["dtstart"].params["TZID"] == "Europe/Copenhagen"
    assert event["dtstart"].dt.replace(tzinfo=None).isoformat() == "2026-12-03T16:00:00"
    assert Calendar.from_ical(Client().get(path).content).walk("VTIMEZONE")


def test_both_sides_of_the_clock_change_stay_on_the_wall(as_alma, plan, hall):
    for day in (date(2027, 3, 26), date(2027, 3, 29), date(2027, 10, 29), date(2027, 11, 1)):
        factories.make_booking(hall, day=day)
    calendar = Calendar.from_ical(Client().get(made(as_alma, plan, hall.pk)).content)
    starts = [event["dtstart"].dt for event in calendar.walk("VEVENT")]
    assert [f"{one:%m-%d %H:%M}" for one in starts] == [
        "03-26 16:00", "03-29 16:00", "10-29 16:00", "11-01 16:00",
    ]  # fmt: skip
    hours = timedelta(hours=1), timedelta(hours=2), timedelta(hours=2), timedelta(hours=1)
    assert [one.utcoffset() for one in starts] == list(hours)
    # By the rules that came along, not by the reader's own.
    zone = calendar.walk("VTIMEZONE")[0].to_tz()
    wall = [one.replace(tzinfo=None) for one in starts]
    assert [zone.utcoffset(one) for one in wall] == list(hours)


def test_a_cancelled_one_says_so_for_thirty_days_under_the_same_name(as_alma, plan, hall):
    booking = factories.make_booking(hall, day=date(2027, 2, 1))
    path = made(as_alma, plan, hall.pk)
    (before,) = events(path)
    as_alma.post(address(plan, "booking_cancel", booking.pk))
    (after,) = events(path)
    assert (str(before["status"]), str(after["status"])) == ("CONFIRMED", "CANCELLED")
    assert before["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]
    assert str(booking.pk) not in str(after["uid"])
    with time_machine.travel("2027-01-05 09:00 +01:00", tick=False):
        assert events(path) == []


def test_mine_are_those_i_booked(as_alma, alma, plan, hall, rosen):
    factories.make_booking(hall, created_by=alma, title="Min egen")
    factories.make_booking(hall, begin=time(9), end=time(10), title="En andens")
    assert [str(one["summary"]) for one in events(made(as_alma, plan))] == ["Min egen (Festsalen)"]


def test_an_organisation_is_what_it_borrows(as_alma, plan, hall, rosen):
    projector = factories.make_place(hall.owner, "Projektoren", kind="equipment")
    factories.make_booking(hall, projector, borrower=rosen)
    factories.make_booking(hall, begin=time(9), end=time(10))
    (event,) = events(made(as_alma, plan, rosen.pk))
    assert str(event["summary"]) == "Fællesspisning (Festsalen, Projektoren)"


def test_the_address_is_shown_once_and_not_kept(as_alma, plan):
    sent = {"submission": "00000000-0000-4000-8000-000000000031"}
    first = made(as_alma, plan, **sent)
    token = first.removeprefix("/kalender/").removesuffix(".ics")
    feed = Feed.objects.get()
    assert token not in str(vars(feed))
    assert token not in text_of(as_alma.get(address(plan, "calendars")))
    # Sent once more, it is the same calendar at another address.
    second = made(as_alma, plan, **sent)
    assert Feed.objects.count() == 1
    assert Client().get(first).status_code == 404
    assert events(second) == []


def test_one_that_is_closed_or_unknown_is_not_there(as_alma, plan, hall):
    path = made(as_alma, plan, hall.pk)
    shown = text_of(as_alma.post(address(plan, "calendar_close", Feed.objects.get().pk), follow=True))
    assert "Adressen virker ikke mere" in shown
    for gone in (path, reverse("feeds:feed", args=["x"]), reverse("feeds:feed", args=["Åæ" * 300])):
        assert Client().get(gone).status_code == 404


def test_it_ends_with_the_membership_and_with_the_role(as_alma, alma, plan):
    path = made(as_alma, plan)
    plan.memberships.filter(user=alma).update(role="reader")
    assert Client().get(path).status_code == 404
    plan.memberships.filter(user=alma).update(role="staff")
    assert events(path) == []
    plan.memberships.filter(user=alma).delete()
    assert Client().get(path).status_code == 404


def test_a_partner_subscribes_to_their_own_and_loses_it_with_the_organisation(plan, hall, rosen):
    user, browser = partner_of(rosen)
    factories.make_booking(hall, borrower=rosen)
    factories.make_booking(hall, begin=time(9), end=time(10))
    response = browser.post(address(plan, "calendars"), {"about": hall.owner.pk})
    assert "Vælg fra listen" in text_of(response)
    paths = [made(browser, plan, about) for about in (rosen.pk, "mine", hall.pk)]
    assert [len(events(path)) for path in paths] == [1, 0, 2]
    member = plan.memberships.get(user=user)
    set_representation(membership=member, actor=hall.owner, by=user)
    assert [Client().get(path).status_code for path in paths] == [404, 200, 200]
    set_representation(membership=member, actor=None, by=user)
    assert [Client().get(path).status_code for path in paths] == [404] * 3


def test_nothing_of_another_plan_is_in_it_and_it_is_not_for_its_members(as_alma, alma, plan, hall):
    there = factories.make_plan("Nabobyen", slug="nabobyen")
    place = factories.make_place(factories.make_actor(there, "Kanariehuset"), "Kanariesalen")
    factories.make_booking(place, created_by=alma, title="Kanariesang")
    assert b"anarie" not in Client().get(made(as_alma, plan)).content
    assert "Vælg fra listen" in text_of(as_alma.post(address(plan, "calendars"), {"about": place.pk}))
    made(as_alma, plan, hall.pk)
    colleague = factories.make_user("Kaj")
    factories.make_membership(plan, colleague)
    theirs = address(plan, "calendar_close", Feed.objects.last().pk)
    assert client_of(colleague).post(theirs).status_code == 404


def test_readers_make_none(as_bo, plan):
    assert as_bo.get(address(plan, "calendars")).status_code == 403


@pytest.mark.parametrize("many", [1, 30])
def test_many_bookings_take_the_queries_of_one(as_alma, plan, hall, many, django_assert_num_queries):
    path = made(as_alma, plan, hall.pk)
    for number in range(many):
        factories.make_booking(hall, day=date(2026, 12, 3) + timedelta(days=number))
    with django_assert_num_queries(3):
        Client().get(path)
