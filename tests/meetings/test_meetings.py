"""Meetings and items as those who plan them see them."""

from datetime import date, time

import pytest

from meetings.models import AgendaItem, Meeting
from tests import factories
from tests.meetings.pages import address, text_of

pytestmark = pytest.mark.usefixtures("monday")


def form(**more):
    return {"day": "2026-12-10", "begins": "16:00", "ends": "18:00", "why": "Vælg to ting"} | more


def test_a_meeting_stands_on_the_forums_page(as_alma, plan, east):
    shown = text_of(as_alma.post(address(plan, "meeting_create", east.pk), form(), follow=True))
    assert "Følgegruppe Østhøj mødes 10. december kl. 16.00–18.00." in shown
    assert "Torsdag 10. december" in text_of(as_alma.get(address(plan, "forum", east.pk)))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"day": ""}, "Vælg en dato"),
        ({"day": "2029-01-01"}, "Vælg en dag inden udgangen af 2028"),
        ({"begins": "sent"}, "Skriv klokken som 16.00 eller 16:00"),
        ({"ends": "15:00"}, "Sluttidspunktet skal ligge efter starttidspunktet."),
        ({"day": "2027-03-28", "begins": "02:30", "ends": "04:00"}, "springer uret fra kl. 2 til 3"),
        ({"why": "Om 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_planned(as_alma, plan, east, sent, told):
    assert told in text_of(as_alma.post(address(plan, "meeting_create", east.pk), form(**sent)))
    assert not plan.meetings.exists()


def test_a_booked_room_is_used_within_its_time(as_alma, plan, east):
    hall = factories.make_place(factories.make_actor(plan, "Medborgerhuset"), "Festsalen")
    booking = factories.make_booking(hall, day=date(2026, 12, 10), begin=time(16), end=time(18))
    url = address(plan, "meeting_create", east.pk)
    told = "Festsalen, torsdag 10. december kl. 16–18 · booket til Fællesspisning (Medborgerhuset)"
    assert told in text_of(as_alma.get(url))
    shown = text_of(as_alma.post(url, form(booking=booking.pk, ends="19:00")))
    assert "Læg mødet inden for den tid." in shown
    as_alma.post(url, form(booking=booking.pk))
    assert plan.meetings.get().booking == booking


def test_what_is_no_room_is_not_offered_to_a_meeting(as_alma, plan, east):
    owner = factories.make_actor(plan, "Medborgerhuset")
    bike = factories.make_place(owner, "Ladcyklen", kind="equipment")
    hall = factories.make_place(owner, "Festsalen")
    factories.make_booking(bike, day=date(2026, 12, 10))
    factories.make_booking(bike, hall, day=date(2026, 12, 11))
    shown = text_of(as_alma.get(address(plan, "meeting_create", east.pk)))
    assert "torsdag 10. december" not in shown
    assert "fredag 11. december kl. 16–18 · booket til Fællesspisning" in shown


def test_an_item_is_written_taken_from_the_backlog_and_moved(as_alma, plan, east):
    meeting = factories.make_meeting(east)
    url = address(plan, "item_add", east.pk)
    as_alma.post(url, {"title": "Legepladsen", "kind": "workshop", "minutes": "40"})
    as_alma.post(f"{url}?moede={meeting.pk}", {"title": "Velkommen", "kind": "info", "minutes": "15"})
    playground = AgendaItem.objects.get(title="Legepladsen")
    assert playground.meeting is None
    as_alma.post(address(plan, "item_place", playground.pk), {"meeting": meeting.pk})
    as_alma.post(address(plan, "item_up", playground.pk))
    shown = text_of(as_alma.get(address(plan, "meeting", meeting.pk)))
    assert shown.index("Legepladsen") < shown.index("Velkommen")
    assert "55 af 120 minutter" in shown


def test_an_item_let_go_can_be_fetched_again(as_alma, plan, east):
    item = factories.make_agenda_item(east, "Legepladsen")
    as_alma.post(address(plan, "item_let_go", item.pk))
    assert not east.items.backlog().exists()
    as_alma.post(address(plan, "item_bring_back", item.pk))
    assert east.items.backlog().get() == item


def test_a_cancelled_meeting_leaves_its_items_and_undo_brings_them_back(as_alma, plan, east, group):
    meeting = factories.make_meeting(group)
    own = factories.make_agenda_item(group, "Legepladsen", meeting)
    sent = factories.make_referral(east, group).items.get()
    as_alma.post(address(plan, "item_place", sent.pk), {"meeting": meeting.pk})
    response = as_alma.post(address(plan, "meeting_cancel", meeting.pk), follow=True)
    assert "Punkterne venter på et nyt møde." in text_of(response)
    assert set(group.items.backlog()) == {own, sent}
    assert plan.referrals.get().state == "waiting"
    as_alma.post(address(plan, "meeting_restore", meeting.pk), {"punkter": f"{own.pk},{sent.pk}"})
    assert set(meeting.items.all()) == {own, sent}
    assert plan.referrals.get().state == "on_agenda"


def test_nothing_is_put_on_a_meeting_of_another_forum_or_one_that_is_over(as_alma, plan, east, group):
    item = factories.make_agenda_item(east)
    other, over = factories.make_meeting(group), factories.make_meeting(east, date(2026, 11, 26))
    url = address(plan, "item_place", item.pk)
    assert "Vælg et møde fra listen" in text_of(as_alma.post(url, {"meeting": other.pk}, follow=True))
    assert "Mødet er slut eller aflyst." in text_of(as_alma.post(url, {"meeting": over.pk}, follow=True))
    item.refresh_from_db()
    assert item.meeting is None


def test_two_who_change_at_once_see_each_others_words(as_alma, plan, east):
    meeting = factories.make_meeting(east)
    item = factories.make_agenda_item(east, "Legepladsen", meeting)
    for why in ("Vælg to ting", "Vælg tre ting"):
        data = form(why=why, version="1")
        shown = text_of(as_alma.post(address(plan, "meeting_edit", meeting.pk), data))
    assert "Nu står der: Vælg to ting" in shown
    assert "Du skrev: Vælg tre ting" in shown
    for title in ("Gyngerne", "Rutsjebanen"):
        data = {"title": title, "kind": "discuss", "version": "1"}
        shown = text_of(as_alma.post(address(plan, "item_edit", item.pk), data))
    assert "Nu står der: Gyngerne" in shown
    assert "Du skrev: Rutsjebanen" in shown
    assert Meeting.objects.get().why == "Vælg to ting"
