"""The search in the top bar."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

URL = "/solbakken/aktoerer/soeg/"


def found(browser, text) -> str:
    return browser.get(URL, {"q": text}).content.decode()


@pytest.fixture
def library(plan):
    return factories.make_actor(
        plan, "Biblioteket på Bakken", short_name="Biblo", address="Torvet 1", core_task="Læsning",
        areas=plan.areas.all(),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["biblio", "BAKKEN", "biblo", "torvet", "laesning", "læsning torvet", "østhøj"]
)
def test_finds_an_actor_by_name_kortnavn_address_task_and_area(as_alma, library, text):
    page = found(as_alma, text)

    assert f'<a href="/solbakken/aktoerer/{library.pk}/">Biblioteket på Bakken</a>' in page
    assert "1 aktør og 0 personer." in page


def test_a_name_that_begins_so_comes_first(as_alma, plan):
    for name in ("Ny Bakkeskole", "Alle Kan Bage", "Bakken", "Sandbakken"):
        factories.make_actor(plan, name)

    page = found(as_alma, "ba")

    assert sorted(("Bakken<", "Alle Kan Bage", "Ny Bakkeskole", "Sandbakken"), key=page.index) == [
        "Bakken<", "Alle Kan Bage", "Ny Bakkeskole", "Sandbakken",
    ]  # fmt: skip


def test_finds_people_by_name_and_role_with_the_place_they_work(as_alma, library):
    factories.make_contact(library, "Lone Riis", "formidler", phone="11 22 33 44")

    for text in ("lone", "formidler riis"):
        page = found(as_alma, text)
        assert "Lone Riis, formidler" in page
        assert "Biblioteket på Bakken" in page
        assert "11 22 33 44" not in page


def test_people_are_only_found_by_those_who_may_see_them(as_alma, as_bo, as_partner, library):
    factories.make_contact(library, "Lone Riis")
    shared = factories.make_contact(
        library, "Lone Delt", consent_state="given", consent_scope="partners",
        consent_until=date.today() + timedelta(days=9),
    )  # fmt: skip

    assert "Lone Riis" in found(as_bo, "lone")
    assert "Lone Riis" not in found(as_partner, "lone")
    assert shared.name in found(as_partner, "lone")
    assert "0 aktører og 1 person." in found(as_partner, "lone")


def test_nobody_is_found_by_phone_or_mail(as_alma, library):
    factories.make_contact(library, phone="11 22 33 44", email="lone@bakken.example")

    assert "Ingen fundet" in found(as_alma, "11 22 33 44")
    assert "Ingen fundet" in found(as_alma, "lone@bakken.example")


def test_archived_actors_and_their_people_are_not_found(as_alma, plan):
    actor = factories.make_actor(plan, "Gammel Klub", archived_at="2026-01-01T00:00Z")
    factories.make_contact(actor, "Gammel Ven")

    assert "Ingen fundet" in found(as_alma, "gammel")


def test_more_than_twenty_hits_lead_to_the_list(as_alma, plan):
    for number in range(21):
        factories.make_actor(plan, f"Klub {number}")

    assert '<a class="more" href="/solbakken/aktoerer/?q=klub">Vis alle 21</a>' in found(as_alma, "klub")


@pytest.mark.parametrize("text", ["", "   ", "!?", "\x00", "a" * 101])
def test_without_words_it_asks_for_some(as_alma, library, text):
    page = found(as_alma, text)

    assert "Skriv et navn, en opgave eller et sted i feltet øverst." in page
    assert "Biblioteket" not in page


def test_the_words_stay_in_the_field_and_write_no_markup(as_alma, library):
    page = found(as_alma, '"><b>')

    assert "Skriv et navn" in found(as_alma, '"><')
    assert '"><b>' not in page


def test_strangers_wrong_methods_and_other_plans(as_carla, as_alma, library, other):
    assert as_carla.get(URL, {"q": "biblio"}).status_code == 404
    assert as_alma.post(URL, {"q": "biblio"}).status_code == 405
    page = found(as_alma, "kanarie")
    assert "Ingen fundet" in page
    assert "KANARIE" not in page


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_search_takes_the_same_queries_whatever_it_finds(as_alma, plan, number):
    for count in range(number):
        factories.make_contact(factories.make_actor(plan, f"Klub {count}"), f"Klub Ven {count}")

    with CaptureQueriesContext(connection) as queries:
        found(as_alma, "klub")
    # One more counts the hits when there are more than are shown.
    assert len(queries) == 6
