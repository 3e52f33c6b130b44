"""Agendas to begin from: those of the method, and those that a plan keeps."""

import uuid
from datetime import date, time

import pytest

from meetings.agenda_method import TEMPLATE_BY_CODE
from meetings.models import KeptAgenda
from tests import factories
from tests.meetings.pages import address, text_of

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def meeting(east):
    """A meeting to come with an empty agenda."""
    return factories.make_meeting(east)


def titles(meeting):
    return [one.title for one in meeting.items.all()]


def test_those_that_suit_the_forum_stand_first(as_alma, plan, meeting):
    told = text_of(as_alma.get(address(plan, "agenda_templates", meeting.pk)))
    assert told.index("Følgegruppemøde") < told.index("Netværksmøde")
    assert "Passer til jer90 minutter" in told


def test_one_that_is_longer_than_the_meeting_does_not_suit_it(as_alma, plan, east):
    short = factories.make_meeting(east, begin=time(16), end=time(17))
    told = text_of(as_alma.get(address(plan, "agenda_templates", short.pk)))
    assert "90 minutter. Jeres møde er på 60." in told
    assert "Passer til jer" not in told


def test_a_template_is_put_last_once_and_taken_back(as_alma, plan, east, meeting):
    factories.make_agenda_item(east, "Gårdfesten", meeting)
    sent = {"template": "follow_up", "submission": str(uuid.uuid4())}
    url = address(plan, "agenda_begin", meeting.pk)
    as_alma.post(url, sent)
    response = as_alma.post(url, sent, follow=True)
    own = [one.title for one in TEMPLATE_BY_CODE["follow_up"].items]
    assert titles(meeting) == ["Gårdfesten", *own]
    assert "6 punkter fra »Følgegruppemøde« er på dagsordenen." in text_of(response)
    put = ",".join(str(one.pk) for one in meeting.items.all() if one.title != "Gårdfesten")
    assert put in response.content.decode()
    as_alma.post(address(plan, "agenda_take_back", meeting.pk), {"put": put})
    assert titles(meeting) == ["Gårdfesten"]


def test_what_was_touched_stays_when_a_template_is_taken_back(as_alma, plan, meeting):
    as_alma.post(address(plan, "agenda_begin", meeting.pk), {"template": "house"})
    first, *rest = meeting.items.all()
    as_alma.post(address(plan, "item_minutes", first.pk), {"minutes": "25", "seen": "15"})
    url = address(plan, "agenda_take_back", meeting.pk)
    as_alma.post(url, {"put": ",".join(str(one.pk) for one in (first, *rest))})
    assert list(meeting.items.all()) == [first]
    told = text_of(as_alma.post(url, {"put": str(first.pk)}, follow=True))
    assert "Punkterne er rettet siden." in told


def test_an_agenda_is_kept_and_used_for_another_meeting(as_alma, plan, east, group, meeting):
    factories.make_agenda_item(east, "Runden", meeting, kind="sharing", minutes=15, position=0)
    factories.make_agenda_item(east, "Gårdfesten", meeting, minutes=30, position=1)
    factories.make_referral(group, east, "Fra oven").items.update(meeting=meeting)
    url = address(plan, "agenda_keep", meeting.pk)
    assert "kan bruges til næste møde" in text_of(as_alma.post(url, {"name": "Vores møde"}, follow=True))
    kept = KeptAgenda.objects.get()
    other = factories.make_meeting(group, date(2026, 12, 17))
    as_alma.post(address(plan, "agenda_begin", other.pk), {"template": str(kept.pk)})
    assert titles(other) == ["Runden", "Gårdfesten"]
    assert [one.minutes for one in other.items.all()] == [15, 30]


def test_a_kept_agenda_is_removed_and_comes_back(as_alma, plan, east, meeting):
    factories.make_agenda_item(east, "Runden", meeting)
    as_alma.post(address(plan, "agenda_keep", meeting.pk), {"name": "Vores møde"})
    kept, page = KeptAgenda.objects.get(), address(plan, "agenda_templates", meeting.pk)
    as_alma.post(address(plan, "kept_remove", kept.pk))
    assert "Jeres egen" not in text_of(as_alma.get(page))
    as_alma.post(address(plan, "agenda_begin", meeting.pk), {"template": str(kept.pk)})
    assert titles(meeting) == ["Runden"]
    as_alma.post(address(plan, "kept_restore", kept.pk))
    assert "Vores møde Jeres egen" in text_of(as_alma.get(page))


@pytest.mark.parametrize(
    ("name", "told"), [("", "Skriv, hvad skabelonen skal hedde"), ("010190-1234", "ligner et CPR-nummer")]
)
def test_a_name_that_will_not_do_is_told(as_alma, plan, east, meeting, name, told):
    factories.make_agenda_item(east, "Runden", meeting)
    assert told in text_of(as_alma.post(address(plan, "agenda_keep", meeting.pk), {"name": name}))
    assert not KeptAgenda.objects.exists()


def test_nothing_is_put_on_a_meeting_that_is_over(as_alma, plan, east):
    over = factories.make_meeting(east, date(2026, 11, 26))
    url = address(plan, "agenda_begin", over.pk)
    assert "Mødet er slut eller aflyst." in text_of(as_alma.post(url, {"template": "house"}, follow=True))
    assert titles(over) == []


def test_a_partner_sees_kept_agendas_of_own_forums_alone(client, plan, east, group):
    user = factories.make_user("Kaj")
    chair = factories.make_membership(plan, user, role="partner")
    factories.make_forum_seat(east, "Afdelingsbestyrelsen", part="chair", membership=chair)
    meeting = factories.make_meeting(east)
    for forum, name in ((east, "Vores eget"), (group, "De andres")):
        KeptAgenda.objects.create(plan=plan, forum=forum, name=name)
    client.force_login(user)
    told = text_of(client.get(address(plan, "agenda_templates", meeting.pk)))
    assert "Vores eget" in told
    assert "De andres" not in told
    theirs = KeptAgenda.objects.get(name="De andres")
    assert client.post(address(plan, "kept_remove", theirs.pk)).status_code == 404
