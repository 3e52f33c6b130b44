"""The papers of an event: what stands on them, that names are large, and that the PDFs have their pages."""

import pytest
from django.urls import reverse

from reports.event_sheets import make_tag, sheets_of
from tests import factories
from tests.reports.papers import millimetres, pdf_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(plan):
    event = factories.make_event(plan, text="Mød dem, I ikke kender.")
    guests = [factories.make_guest(event, f"Forening {number}", f"Gæst {number}") for number in range(12)]
    row = event.rounds.create(plan=plan, number=1, tables=3)
    for number, guest in enumerate(guests):
        row.seats.create(plan=plan, guest=guest, table=number % 3 + 1)
    return event


def at(event, name, query=""):
    return reverse(f"reports:event_{name}", args=[event.plan.slug, event.pk]) + query


def html_of(client, event, name):
    return client.get(at(event, name, "?vis=1")).content.decode()


def test_the_poster_leads_to_the_sign_up(as_alma, event):
    html = html_of(as_alma, event, "poster")
    assert "Kend din nabo</h1>" in html
    assert f"<p>Tilmelding: <span>testserver/arrangement/{event.link}</span></p>" in html
    assert f'aria-label="QR-kode til http://testserver/arrangement/{event.link}/"' in html
    document = pdf_of(as_alma.get(at(event, "poster", "?format=A3")))
    assert (len(document.pages), millimetres(document.pages[0].trimbox)) == (1, [297, 420])


def test_everybody_with_a_place_has_a_tag(as_alma, event):
    factories.make_guest(event, "Haven", "Jan Øst", state="waiting")
    answer = as_alma.get(at(event, "tags"))
    document = pdf_of(answer)
    assert (len(document.pages), millimetres(document.pages[0].trimbox)) == (2, [210, 297])
    assert "Gæst 11" in text_of(answer)
    assert "Jan Øst" not in text_of(answer)


def test_a_name_stands_as_large_as_there_is_room_for():
    assert make_tag("Ib", "Koret").name_size == 0
    assert make_tag("Bartholomæus Christoffersen-Vesterbøllegaard", "Koret").name_size > 1
    assert [len(one) for one in sheets_of(range(12), 10)] == [10, 2]


def test_each_table_has_a_sheet_with_its_guests(as_alma, event):
    answer = as_alma.get(at(event, "tables"))
    assert len(pdf_of(answer).pages) == 3
    assert "Bord 3" in text_of(answer)


def test_each_guest_has_a_card_with_the_own_code(as_alma, event):
    html = html_of(as_alma, event, "cards")
    assert html.count('aria-label="QR-kode til sedlen"') == 12
    assert "Runde 1: <b>bord 1</b>" in html
    assert len(pdf_of(as_alma.get(at(event, "cards"))).pages) == 3


def test_the_form_on_paper_is_two_on_a_sheet(as_alma, event):
    answer = as_alma.get(at(event, "forms"))
    assert len(pdf_of(answer).pages) == 1
    assert text_of(answer).count("Det er vi gode til") == 2


def test_the_joint_sheet_names_those_who_said_yes(as_alma, event):
    silent, open_one, kept_back = event.guests.order_by("queued_at")[:3]
    factories.make_note(silent, "Vi kan lære fra os", may_share=True)
    type(open_one).objects.filter(pk=open_one.pk).update(shares_contact=True)
    factories.make_note(open_one, "Vi synger", may_share=True)
    factories.make_note(kept_back, "Vi graver")
    said = text_of(as_alma.get(at(event, "sheet")))
    assert "Vi kan lære fra os" in said
    assert "Vi synger" in said
    assert "Vi graver" not in said
    assert open_one.email in said
    assert silent.email not in said


@pytest.mark.parametrize("name", ["tags", "tables", "cards", "forms", "sheet"])
def test_papers_with_names_are_for_those_who_may_see_who_comes(as_bo, as_carla, event, name):
    assert as_bo.get(at(event, name)).status_code == 403
    assert as_carla.get(at(event, name)).status_code == 404


def test_papers_of_an_event_without_guests_say_so(as_alma, plan):
    event = factories.make_event(plan)
    assert "Ingen er tilmeldt endnu." in html_of(as_alma, event, "tags")
    assert "Der er ingen borde endnu." in html_of(as_alma, event, "tables")
    assert "Ingen sedler må stå her endnu." in html_of(as_alma, event, "sheet")
