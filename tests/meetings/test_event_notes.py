"""What is told at a table: by phone, from paper, on the joint sheet with consent, and into the profile."""

import pytest
from django.core import mail
from django.test import Client

from tests import factories
from tests.meetings.event_pages import at, link
from tests.meetings.pages import text_of

pytestmark = pytest.mark.usefixtures("monday")
SAID = {"strengths": "Vi kan lære fra os", "involve_when": "unge keder sig", "wish": "Et lokale om fredagen"}


@pytest.fixture
def event(plan):
    return factories.make_event(plan)


@pytest.fixture
def guest(plan, event):
    actor = factories.make_actor(plan, "Skakklubben")
    return factories.make_guest(event, actor=actor, email="ib@skak.example")


def test_a_guest_writes_it_on_the_phone_and_mends_it(guest):
    shown = text_of(Client().post(link("note", guest), SAID | {"may_share": "on"}, follow=True))
    assert "Sedlen er gemt." in shown
    assert "unge keder sig" in shown
    Client().post(link("note", guest), SAID | {"wish": "En bold", "version": 1})
    guest.note.refresh_from_db()
    assert (guest.note.wish, guest.note.may_share, guest.note.written_by) == ("En bold", False, None)


def test_two_who_write_see_both_texts(guest):
    Client().post(link("note", guest), SAID)
    shown = text_of(Client().post(link("note", guest), SAID | {"wish": "En bold"}))
    assert "Sedlen er rettet imens" in shown
    assert "Et lokale om fredagen" in shown


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (dict.fromkeys(SAID, ""), "Skriv mindst én af de tre ting"),
        ({"wish": "x" * 201}, "Skriv højst 200 tegn"),
        ({"wish": "Om 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_is_told(guest, sent, told):
    assert told in text_of(Client().post(link("note", guest), SAID | sent))


def test_who_has_no_place_writes_none(event):
    waits = factories.make_guest(event, state="waiting")
    assert Client().get(link("note", waits)).status_code == 404


def test_staff_type_in_what_stands_on_paper(as_alma, event, guest, alma):
    assert "Mangler" in text_of(as_alma.get(at(event, "notes")))
    as_alma.post(at(event, "note_edit", guest.pk), SAID)
    shown = text_of(as_alma.get(at(event, "notes")))
    assert "Vi kan lære fra os" in shown
    assert "Mangler" not in shown
    guest.note.refresh_from_db()
    assert guest.note.written_by == alma


def test_the_joint_sheet_has_what_was_said_yes_to(event, guest, as_alma, django_capture_on_commit_callbacks):
    factories.make_note(guest, may_share=True)
    other = factories.make_guest(event, "Koret", "Ada Lund", shares_contact=True, email="ada@kor.example")
    factories.make_note(other, "Vi synger", may_share=True)
    silent = factories.make_guest(event, "Haven", "Jan Øst", here=False)
    factories.make_note(silent, "Vi graver")
    assert Client().get(link("sheet", guest)).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        shown = text_of(as_alma.post(at(event, "sheet_send"), follow=True))
    assert "Opsamlingen er sendt. Der gik 2 mails ud." in shown
    assert {letter.to[0] for letter in mail.outbox} == {"ib@skak.example", "ada@kor.example"}
    assert not any("Vi synger" in letter.body for letter in mail.outbox)
    sheet = text_of(Client().get(link("sheet", guest)))
    assert "Vi kan lære fra os" in sheet
    assert "Vi synger" in sheet
    assert "Vi graver" not in sheet
    assert "ada@kor.example" in sheet
    assert "ib@skak.example" not in sheet
    assert "Ib Dam" not in sheet


def test_nothing_to_send_is_told(as_alma, event, guest):
    factories.make_note(guest)
    assert "Ingen sedler må stå på opsamlingen endnu." in text_of(
        as_alma.post(at(event, "sheet_send"), follow=True)
    )


def test_it_goes_into_the_profile_after_a_yes(as_alma, event, guest):
    factories.make_note(guest, involve_when="unge keder sig", wish="Et lokale", may_profile=True)
    url = at(event, "note_carry", guest.pk)
    assert "Organisationen har sagt ja" in text_of(as_alma.get(url))
    chosen = {"strengths": "strength", "involve_when": "resource-hands", "wish": "need-room"}
    assert "3 linjer står nu hos Skakklubben." in text_of(as_alma.post(url, chosen, follow=True))
    as_alma.post(url, chosen)
    actor = guest.actor
    assert list(actor.competences.values_list("kind", "text")) == [("strength", "Vi kan lære fra os")]
    assert list(actor.resources.values_list("kind", "text")) == [("hands", "unge keder sig")]
    assert list(actor.needs.values_list("kind", "text")) == [("room", "Et lokale")]


def test_without_a_yes_staff_are_asked_to_ask_first(as_alma, event, guest):
    factories.make_note(guest)
    url = at(event, "note_carry", guest.pk)
    assert "Spørg dem først, eller lad være." in text_of(as_alma.get(url))
    assert "Intet blev valgt." in text_of(as_alma.post(url, {"strengths": ""}, follow=True))
    assert not guest.actor.competences.exists()


def test_an_organisation_that_is_no_actor_has_no_profile(as_alma, event):
    guest = factories.make_guest(event, "Haven")
    factories.make_note(guest)
    assert as_alma.get(at(event, "note_carry", guest.pk)).status_code == 404
    assert "Vælg, hvilken aktør Haven er" in text_of(as_alma.get(at(event, "notes")))
