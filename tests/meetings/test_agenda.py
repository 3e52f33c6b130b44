"""The agenda builder as those who plan a meeting, and those who come, see it."""

import re
from datetime import date, time

import pytest

from meetings.models import AgendaItem
from tests import factories
from tests.meetings.pages import address, text_of

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def meeting(east):
    """Ten to twelve, with three items and a break."""
    row = factories.make_meeting(east, begin=time(10), end=time(12), why="Vælg to ting")
    for place, (kind, title, minutes) in enumerate(
        (("info", "Nyt fra området", 35), ("decide", "Fritidsjob til unge", 40), ("break", "Pause", 10),
         ("discuss", "Gårdfesten", 50)),
    ):  # fmt: skip
        factories.make_agenda_item(east, title, row, kind=kind, minutes=minutes, position=place)
    return row


def item(title):
    return AgendaItem.objects.get(title=title)


def shown(client, plan, meeting):
    return text_of(client.get(address(plan, "meeting", meeting.pk)))


def titles_in(response) -> list[str]:
    """The items on the agenda in their order."""
    return re.findall(r"<h3>(?:<a [^>]*>)?([^<]+)<", response.content.decode().partition('class="agenda')[2])


def test_each_item_tells_when_it_begins_and_the_bar_how_the_time_goes(as_alma, plan, meeting):
    response = as_alma.get(address(plan, "meeting", meeting.pk))
    html = response.content.decode()
    assert re.findall(r'<time class="agenda-clock[^>]*>([\d.]+)</time>', html) == [
        "10.00", "10.35", "11.15", "11.25",
    ]  # fmt: skip
    assert 'aria-label="Punkterne fylder 135 af 120 minutter. 15 minutter for meget."' in html
    assert "12.00 slut" in text_of(response)
    assert html.count("agenda-item is-over") == 1


def test_advice_is_given_to_those_who_plan_and_to_nobody_else(as_alma, as_bo, plan, meeting):
    told = shown(as_alma, plan, meeting)
    assert "15 minutter for lang. Forkort ét punkt, eller slut kl. 12.15." in told
    assert "75 minutter før første pause. Læg en pause før Fritidsjob til unge." in told
    assert "Tre punkter mangler en ansvarlig." in told
    assert "Mødet mangler et hvorfor" not in told
    read = shown(as_bo, plan, meeting)
    assert "Fritidsjob til unge" in read
    assert "for lang" not in read
    assert "Vælg ansvarlig" not in read


def test_an_agenda_where_all_is_well_says_so(as_alma, plan, east):
    seat = factories.make_forum_seat(east, "Skolen")
    row = factories.make_meeting(east, begin=time(14), end=time(15), why="Vælg to ting")
    factories.make_agenda_item(east, "Gårdfesten", row, minutes=50, responsible=seat)
    assert "Dagsordenen hænger sammen." in shown(as_alma, plan, row)


def test_minutes_are_changed_in_their_place(as_alma, plan, meeting):
    url = address(plan, "item_minutes", item("Gårdfesten").pk)
    response = as_alma.post(url, {"minutes": "35", "seen": "50"}, follow=True)
    assert "120 af 120 minutter" in text_of(response)
    part = as_alma.post(
        url, {"minutes": "30", "seen": "35"}, headers={"HX-Request": "true", "HX-Target": "agenda"}
    )
    assert part.content.decode().lstrip().startswith('<div id="agenda">')
    assert "115 af 120 minutter" in text_of(part)


def test_an_item_moves_up_and_down_without_a_new_page(as_alma, plan, meeting):
    asked = {"headers": {"HX-Request": "true", "HX-Target": "agenda"}}
    part = as_alma.post(address(plan, "item_up", item("Gårdfesten").pk), **asked)
    assert part.content.decode().lstrip().startswith('<div id="agenda">')
    assert titles_in(part) == ["Nyt fra området", "Fritidsjob til unge", "Gårdfesten", "Pause"]
    part = as_alma.post(address(plan, "item_down", item("Gårdfesten").pk), **asked)
    assert titles_in(part) == ["Nyt fra området", "Fritidsjob til unge", "Pause", "Gårdfesten"]


@pytest.mark.parametrize("wrong", ["0", "601", "en time"])
def test_minutes_that_cannot_be_are_told_and_kept(as_alma, plan, meeting, wrong):
    url = address(plan, "item_minutes", item("Gårdfesten").pk)
    response = as_alma.post(url, {"minutes": wrong, "seen": "50"})
    assert "Skriv et tal fra 1 til 600" in text_of(response)
    assert f'value="{wrong}"' in response.content.decode()
    assert item("Gårdfesten").minutes == 50


def test_a_colleagues_minutes_are_shown_and_not_overwritten(as_alma, plan, meeting):
    url = address(plan, "item_minutes", item("Gårdfesten").pk)
    as_alma.post(url, {"minutes": "40", "seen": "50"})
    told = text_of(as_alma.post(url, {"minutes": "30", "seen": "50"}))
    assert "Nu står der: 40" in told
    assert "Du skrev: 30" in told
    assert item("Gårdfesten").minutes == 40


def test_a_colleagues_other_words_are_no_conflict(as_alma, plan, meeting):
    AgendaItem.objects.filter(title="Gårdfesten").update(text="Aftal en dato", version=7)
    url = address(plan, "item_minutes", item("Gårdfesten").pk)
    as_alma.post(url, {"minutes": "30", "seen": "50"})
    assert (item("Gårdfesten").minutes, item("Gårdfesten").text) == (30, "Aftal en dato")


def test_somebody_is_made_responsible_in_one_press(as_alma, plan, east, meeting):
    seat = factories.make_forum_seat(east, "Ungdomsskolen")
    assert "Vælg ansvarlig for Gårdfesten" in shown(as_alma, plan, meeting)
    url = address(plan, "item_responsible", item("Gårdfesten").pk)
    told = text_of(as_alma.post(url, {"responsible": seat.pk, "seen": ""}, follow=True))
    assert "Ansvarlig: Ungdomsskolen" in told
    assert "Vælg ansvarlig for Gårdfesten" not in told


def test_people_come_for_what_concerns_them(as_alma, as_bo, plan, east, meeting):
    school = factories.make_forum_seat(east, "Skolen")
    police = factories.make_forum_seat(east, "Nærpolitiet", membership=plan.memberships.get(role="reader"))
    url = address(plan, "item_needed", item("Fritidsjob til unge").pk)
    as_alma.post(url, {"needed": [school.pk], "version": "1"})
    told = shown(as_bo, plan, meeting)
    assert "Du er med 10.00–10.35 og 11.25–12.15." in told
    table = text_of(as_alma.get(address(plan, "attendees", meeting.pk)))
    assert "Skolenhele mødet" in table
    assert "Bo Læser Nærpolitiet10.00–10.35 og 11.25–12.15" in table
    assert police.needed_for.count() == 0


def test_two_who_say_who_is_needed_see_each_others_choice(as_alma, plan, east, meeting):
    school, police = (factories.make_forum_seat(east, name) for name in ("Skolen", "Nærpolitiet"))
    url = address(plan, "item_needed", item("Gårdfesten").pk)
    as_alma.post(url, {"needed": [school.pk], "version": "1"})
    told = text_of(as_alma.post(url, {"needed": [police.pk], "version": "1"}))
    assert "Nu står der: Skolen" in told
    assert "Du skrev: Nærpolitiet" in told
    assert [one.seat for one in item("Gårdfesten").needed.all()] == [school]


def test_roles_are_given_and_stand_at_the_top(as_alma, plan, east, meeting):
    school, police = (factories.make_forum_seat(east, name) for name in ("Skolen", "Nærpolitiet"))
    url = address(plan, "attendees", meeting.pk)
    sent = {f"role-{school.pk}": "writer", f"role-{police.pk}": "chair"}
    assert "Rollerne er fordelt." in text_of(as_alma.post(url, sent, follow=True))
    assert "Ordstyrer Nærpolitiet, referent Skolen" in shown(as_alma, plan, meeting)


def test_roles_that_two_give_at_once_are_told(as_alma, plan, east, meeting):
    school, police = (factories.make_forum_seat(east, name) for name in ("Skolen", "Nærpolitiet"))
    url = address(plan, "attendees", meeting.pk)
    as_alma.post(url, {f"role-{school.pk}": "writer"})
    # The page was opened before: the colleague's choice for the school is in the way, one's own alone is not.
    assert "Rollerne er fordelt." in text_of(as_alma.post(url, {f"role-{police.pk}": "chair"}, follow=True))
    sent = {f"role-{school.pk}": "clock"}
    response = as_alma.post(url, sent)
    assert "Nu står der: Referent" in text_of(response)
    assert "Du skrev: Holder tiden" in text_of(response)
    assert meeting.roles.get(seat=school).role == "writer"
    again = sent | {f"seen-{school.pk}": "writer", f"role-{police.pk}": "chair", f"seen-{police.pk}": "chair"}
    as_alma.post(url, again)
    assert {one.seat: one.role for one in meeting.roles.all()} == {school: "clock", police: "chair"}


def test_who_does_not_lead_the_forum_gives_no_roles(as_bo, plan, east, meeting):
    seat = factories.make_forum_seat(east, "Skolen")
    url = address(plan, "attendees", meeting.pk)
    assert "Gem roller" not in text_of(as_bo.get(url))
    assert as_bo.post(url, {f"role-{seat.pk}": "chair"}).status_code == 403
    assert not meeting.roles.exists()


def test_a_forum_without_seats_says_where_to_begin(as_alma, plan, meeting):
    assert "Ingen medlemmer endnu" in text_of(as_alma.get(address(plan, "attendees", meeting.pk)))


def test_a_printed_agenda_has_times_proposals_and_seats(as_alma, as_bo, plan, east, meeting):
    seat = factories.make_forum_seat(east, "Nærpolitiet", membership=plan.memberships.get(role="reader"))
    row = item("Fritidsjob til unge")
    row.responsible, row.text = seat, "At tre steder tager imod"
    row.save()
    url = f"/{plan.slug}/udskriv/dagsorden/{meeting.pk}/"
    told = text_of(as_alma.get(url, {"vis": "on"}))
    assert "Hvorfor mødes vi? Vælg to ting" in told
    assert "10.35 2. Fritidsjob til unge Beslutning · 40 min. · Nærpolitiet" in told
    assert "Indstilling: At tre steder tager imod" in told
    assert "Bo " not in told
    assert as_alma.get(url).content.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["meeting", "attendees", "agenda_templates"])
def test_others_do_not_know_that_it_is_there(as_carla, plan, meeting, name):
    assert as_carla.get(address(plan, name, meeting.pk)).status_code == 404


def test_a_removed_seat_does_not_stand_in_the_way_of_minutes(as_alma, plan, east, meeting):
    seat = factories.make_forum_seat(east, "Skolen", removed_at="2026-11-01 09:00+01:00")
    AgendaItem.objects.filter(title="Gårdfesten").update(responsible=seat)
    as_alma.post(address(plan, "item_minutes", item("Gårdfesten").pk), {"minutes": "30", "seen": "50"})
    assert (item("Gårdfesten").minutes, item("Gårdfesten").responsible) == (30, seat)


def test_a_meeting_that_is_over_is_read_and_not_built(as_alma, plan, east):
    row = factories.make_meeting(east, date(2026, 11, 26))
    factories.make_agenda_item(east, "Gårdfesten", row, minutes=50)
    told = shown(as_alma, plan, row)
    assert "Gårdfesten" in told
    assert "Sæt på dagsordenen" not in told
