"""Events without login: the link on the poster, the waiting list, a guest's own link, the open page."""

import re
from datetime import date

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from exchange.models import PublicPage
from meetings.event_actions import forget_guests
from meetings.models import EventGuest
from tests import factories
from tests.meetings.event_pages import link, sign_up, signing
from tests.meetings.pages import text_of

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def event(plan):
    return factories.make_event(plan, capacity=2, is_public=True)


# -- Signing up -----------------------------------------------------------------------------------


def test_anybody_with_the_link_signs_up_and_gets_a_mail(plan, event, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        shown = text_of(sign_up(event, names="Ib Dam\nBo Frø"))
    assert "I er tilmeldt. I får en mail med et link til at rette eller melde afbud." in shown
    assert set(event.guests.values_list("name", "state")) == {("Ib Dam", "coming"), ("Bo Frø", "coming")}
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["ib@skak.example"], "Kend din nabo: tilmeldt")
    assert set(re.findall(r"/mig/([-\w]+)/", letter.body)) == set(event.guests.values_list("link", flat=True))


def test_when_it_is_full_the_rest_wait_in_their_turn(event, time_machine_to):
    assert "1 på venteliste" in text_of(sign_up(event, names="Ada\nBo\nCai"))
    time_machine_to("2026-11-30 09:05 +01:00")
    shown = text_of(sign_up(event, names="Didi", email="didi@rosen.example"))
    assert "Der er fyldt, så I står på venteliste." in shown
    assert "Du er nummer 2 på ventelisten." in shown
    assert "Skriv os på venteliste" in text_of(Client().get(link("sign_up", event)))


def test_sent_twice_it_is_one(event):
    sent = {"names": "Ib\nBo", "submission": "00000000-0000-4000-8000-000000000078"}
    sign_up(event, **sent)
    assert sign_up(event, **sent).status_code == 200
    assert event.guests.count() == 2


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"organisation": ""}, "Skriv, hvilken organisation I kommer for"),
        ({"names": ""}, "Skriv, hvem der kommer"),
        ({"names": "\n".join("abcdefg")}, "Skriv højst 6 linjer"),
        ({"email": "ib"}, "Skriv mailen som navn@sted.dk"),
        ({"consents": ""}, "Sæt hak, hvis vi må gemme det."),
        ({"organisation": "Om 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_is_told_and_nobody_is_signed_up(event, sent, told):
    assert told in text_of(sign_up(event, **sent))
    assert not event.guests.exists()


@pytest.mark.parametrize("fields", [{"cancelled_at": "2026-11-29 12:00+01:00"}, {"closes_on": "2026-11-29"}])
def test_too_late_is_told(plan, fields):
    event = factories.make_event(plan, **fields)
    shown = text_of(sign_up(event))
    assert "Tilmeldingen er lukket" in shown or "Arrangementet er aflyst" in shown
    assert "Tilmeld os" not in shown
    assert not event.guests.exists()


def test_a_machine_that_fills_places_is_stopped(plan):
    event, client = factories.make_event(plan, capacity=100), Client()
    for number in range(40):
        client.post(link("sign_up", event), signing(email=f"a{number}@b.example"))
    answer = client.post(link("sign_up", event), signing(email="sidste@b.example"))
    assert answer.status_code == 429
    assert "Vent ti minutter, og prøv igen." in text_of(answer)
    assert event.guests.count() == 40


def test_a_stranger_fills_nobodys_mailbox(plan):
    event = factories.make_event(plan, capacity=100)
    answers = [Client().post(link("sign_up", event), signing()).status_code for _ in range(7)]
    assert answers == [302] * 6 + [429]


def test_the_page_names_nobody_who_comes(event):
    factories.make_guest(event, "Skakklubben", "Ib Dam")
    shown = text_of(Client().get(link("sign_up", event)))
    assert "1 ledig plads" in shown
    assert "Ib Dam" not in shown
    assert "Skakklubben" not in shown


def test_a_link_that_was_guessed_leads_nowhere(event):
    for name in ("sign_up", "own", "own_edit", "note", "sheet"):
        assert (
            Client().get(reverse(f"event_link:{name}", args=["gættet".replace("æ", "ae")])).status_code == 404
        )


# -- The guest's own link -------------------------------------------------------------------------


def test_a_guest_changes_and_cancels_by_the_own_link(event, django_capture_on_commit_callbacks):
    guest, _ = factories.make_guest(event), factories.make_guest(event)
    waits = factories.make_guest(event, state="waiting", email="eva@rosen.example")
    page = Client()
    said = {"organisation": "Skakken", "name": "Bo Frø", "email": "bo@skak.example", "version": 1}
    assert "Bo Frø" in text_of(page.post(link("own_edit", guest), said, follow=True))
    with django_capture_on_commit_callbacks(execute=True):
        assert "Du er meldt fra." in text_of(page.post(link("own_cancel", guest), follow=True))
        page.post(link("own_cancel", guest))
    waits.refresh_from_db()
    assert waits.state == "coming"
    assert [letter.to for letter in mail.outbox] == [["eva@rosen.example"]]
    assert "Der er fyldt, så du står på venteliste." in text_of(
        page.post(link("own_again", guest), follow=True)
    )


def test_two_who_change_it_see_both_texts(event):
    guest = factories.make_guest(event)
    said = {"organisation": "Skakken", "name": "Bo", "email": "bo@skak.example", "version": 1}
    Client().post(link("own_edit", guest), said)
    shown = text_of(Client().post(link("own_edit", guest), said | {"name": "Cai"}))
    assert "Tilmeldingen er rettet imens" in shown
    guest.refresh_from_db()
    assert guest.name == "Bo"


def test_the_own_page_tells_where_one_sits(event):
    guest = factories.make_guest(event)
    row = event.rounds.create(plan=event.plan, number=1, tables=3)
    row.seats.create(plan=event.plan, guest=guest, table=3)
    assert "Runde 1: bord 3" in text_of(Client().get(link("own", guest)))


# -- The open page --------------------------------------------------------------------------------


def test_the_open_page_shows_those_that_may_stand_there(plan, event):
    factories.make_event(plan, "Kun for indbudte")
    factories.make_event(plan, "Aflyst fest", is_public=True, cancelled_at="2026-11-29 12:00+01:00")
    url = reverse("open_event:list", args=[plan.slug])
    assert Client().get(url).status_code == 404
    PublicPage.objects.create(plan=plan, is_on=True)
    answer = Client().get(url)
    shown = text_of(answer)
    assert "Kend din nabo" in shown
    assert "2 ledige pladser" in shown
    assert link("sign_up", event) in answer.content.decode()
    assert "Kun for indbudte" not in shown
    assert "Aflyst fest" not in shown


# -- Names go away --------------------------------------------------------------------------------


def test_names_and_mails_are_taken_away_once_it_is_long_over(plan, event):
    factories.make_guest(event, shares_contact=True)
    assert forget_guests(before=date(2026, 12, 3)) == 0
    assert forget_guests(before=date(2026, 12, 4)) == 1
    assert EventGuest.objects.values_list("organisation", "name", "email").get() == ("Skakklubben", "", "")
    assert forget_guests(before=date(2026, 12, 4)) == 0


def test_the_command_of_the_daily_timer_waits_90_days(plan, capsys):
    for day in (date(2026, 8, 31), date(2026, 9, 1)):
        factories.make_guest(factories.make_event(plan, day=day))
    call_command("forget_event_guests")
    assert "1 tilmelding er uden navn og mail nu." in capsys.readouterr().out
