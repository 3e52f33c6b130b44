"""The profile, and the acts on it that take one press: confirm, archive, bring back."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories


@pytest.fixture
def library(plan):
    """An actor with something in most fields."""
    actor = factories.make_actor(
        plan, "Biblioteket", core_task="Læring for alle", address="Torvet 1", phone="70 10 10 10",
        website="https://bib.example", areas=plan.areas.all(), target_groups=plan.targetgroups.all(),
        confirmed_on=date.today() - timedelta(days=11), base="inside",
    )  # fmt: skip
    actor.competences.create(plan=plan, kind="professional", text="Læsevejledning")
    return actor


def url_of(actor, act="") -> str:
    return f"/solbakken/aktoerer/{actor.pk}/{act}"


def page_of(browser, actor) -> str:
    return browser.get(url_of(actor)).content.decode()


def undo_url(response) -> str:
    """Where the button of the message posts to."""
    return re.search(r'action="([^"]+)">\s*<input[^>]+>\s*<button class="btn btn-small">Fortryd', response)[1]


def test_shows_the_fields_and_the_figures(as_alma, plan, library):
    second = factories.make_actor(plan, "Klubben")
    factories.make_collaboration(plan, library, second, coordinator=library)
    factories.make_collaboration(plan, library, second, until=date.today() - timedelta(days=1))
    library.resources.create(plan=plan, kind="room", text="Sal til 60")

    page = page_of(as_alma, library)

    for text in ("Læring for alle", "Østhøj", "Børn og unge", "Læsevejledning", "I området", "70 10 10 10"):
        assert text in page
    assert "<dt>aktivt samarbejde</dt><dd>1</dd>" in page
    assert "<dt>gang tovholder</dt><dd>1</dd>" in page
    assert "<dt>ressource tilbudt</dt><dd>1</dd>" in page
    assert "Sidst bekræftet: 11 dage siden" in page


def test_tabs_are_links_with_counts_and_the_current_one_says_so(as_alma, plan, library):
    library.resources.create(plan=plan, kind="room", text="Sal til 60")
    factories.make_contact(library)

    page = page_of(as_alma, library)

    assert f'<a href="{url_of(library)}" aria-current="page">Profil</a>' in page
    assert f'<a href="{url_of(library, "ressourcer/")}">Ressourcer 1</a>' in page
    assert f'<a href="{url_of(library, "kontakter/")}">Kontaktpersoner 1</a>' in page
    assert f'<a href="/solbakken/samarbejder/aktoer/{library.pk}/">Samarbejder 0</a>' in page


def test_both_logs_bring_the_actor_along_on_each_of_its_pages(as_alma, library):
    for act in ("", "ressourcer/", "kontaktlog/"):
        page = as_alma.get(url_of(library, act)).content.decode()
        assert f'href="/solbakken/samarbejder/log/?aktoer={library.pk}" data-log>' in page
        assert f'href="/solbakken/aktoerer/kontakt/?aktoer={library.pk}" data-log-contact>' in page


def test_a_thin_profile_names_what_is_missing_with_links_to_it(as_alma, plan, library):
    thin = factories.make_actor(plan, "Klubben")

    assert "Profilen er halvt tom." in page_of(as_alma, thin)
    assert f'<a href="{url_of(thin, "ret/")}#id_core_task">kerneopgave</a>' in page_of(as_alma, thin)
    assert "Profilen er halvt tom." not in page_of(as_alma, library)


def test_a_contact_person_is_named_as_far_as_the_viewer_may_see_it(as_alma, as_partner, plan, library):
    factories.make_contact(library, "Lone Riis", "formidler", phone="11 22 33 44")

    assert "Kontakt: Lone Riis, formidler" in page_of(as_alma, library)
    assert "Lone Riis" not in page_of(as_partner, library)
    assert "11 22 33 44" not in page_of(as_alma, library)


def test_a_house_names_those_it_houses_and_they_name_it(as_alma, plan, library):
    house = factories.make_actor(plan, "Kvarterhuset", centre_type="association")
    library.housed_in = house
    library.save()
    factories.make_actor(plan, "Flyttet", housed_in=house, archived_at="2026-01-01T00:00Z")

    assert f'<a href="{url_of(house)}">Kvarterhuset</a>' in page_of(as_alma, library)
    assert f'<a href="{url_of(library)}">Biblioteket</a>' in page_of(as_alma, house)
    assert "Flyttet" not in page_of(as_alma, house)


def test_one_press_confirms_and_another_takes_it_back(as_alma, plan, library):
    before = library.confirmed_on
    page = as_alma.post(url_of(library, "bekraeft/"), follow=True).content.decode()
    library.refresh_from_db()
    assert library.confirmed_on == date.today()
    assert "Biblioteket er bekræftet i dag." in page
    assert "Bekræft, at det stadig passer" not in page

    as_alma.post(undo_url(page))

    library.refresh_from_db()
    assert library.confirmed_on == before
    assert [entry.verb for entry in plan.audit_entries.order_by("id")] == ["confirm", "undo"]


def test_the_undo_of_a_first_confirmation_is_never(as_alma, plan):
    actor = factories.make_actor(plan, "Klubben")
    page = as_alma.post(url_of(actor, "bekraeft/"), follow=True).content.decode()

    as_alma.post(undo_url(page))

    actor.refresh_from_db()
    assert actor.confirmed_on is None


def test_an_undo_token_works_for_its_own_actor_alone(as_alma, plan, library):
    second = factories.make_actor(plan, "Klubben", confirmed_on=date.today())
    page = as_alma.post(url_of(library, "bekraeft/"), follow=True).content.decode()
    token = undo_url(page).partition("?")[2]

    assert as_alma.post(url_of(second, f"bekraeft/fortryd/?{token}")).status_code == 404
    assert as_alma.post(url_of(library, "bekraeft/fortryd/?token=x")).status_code == 404
    assert as_alma.post(url_of(library, "bekraeft/fortryd/")).status_code == 404


def test_archiving_takes_it_off_the_list_and_the_message_brings_it_back(as_alma, plan, library):
    page = as_alma.post(url_of(library, "arkiver/"), follow=True).content.decode()
    assert "Biblioteket er arkiveret." in page
    assert "Ingen aktører endnu" in page

    page = as_alma.post(undo_url(page), follow=True).content.decode()

    assert "Biblioteket er tilbage på listen." in page
    assert list(plan.actors.active()) == [library]
    assert [entry.verb for entry in plan.audit_entries.order_by("id")] == ["archive", "restore"]


def test_an_archived_actors_page_says_so_and_offers_to_bring_it_back(as_alma, library):
    as_alma.post(url_of(library, "arkiver/"))

    page = page_of(as_alma, library)

    assert "Biblioteket er arkiveret." in page
    assert "Hent tilbage" in page
    assert f"?aktoer={library.pk}" not in page


def test_an_actor_is_put_away_from_the_page_that_edits_it(as_alma, library):
    assert "Arkivér" not in page_of(as_alma, library)
    assert f'action="{url_of(library, "arkiver/")}"' in as_alma.get(url_of(library, "ret/")).content.decode()


def test_doing_it_twice_is_recorded_once(as_alma, plan, library):
    for act in ("arkiver/", "arkiver/", "hent-tilbage/", "hent-tilbage/", "bekraeft/", "bekraeft/"):
        assert as_alma.post(url_of(library, act)).status_code == 302

    assert [entry.verb for entry in plan.audit_entries.order_by("id")] == ["archive", "restore", "confirm"]


ACTS = ("arkiver/", "hent-tilbage/", "bekraeft/", "bekraeft/fortryd/")


@pytest.mark.parametrize("act", ACTS)
def test_strangers_readers_and_wrong_methods(as_carla, as_bo, as_alma, library, other, act):
    assert as_carla.post(url_of(library, act)).status_code == 404
    assert as_bo.post(url_of(library, act)).status_code == 403
    assert as_alma.get(url_of(library, act)).status_code == 405
    assert as_alma.post(url_of(other.actor, act)).status_code == 404
    library.refresh_from_db()
    assert library.archived_at is None


def test_the_page_is_not_for_strangers_and_shows_readers_no_buttons(as_carla, as_bo, as_alma, library, other):
    assert as_carla.get(url_of(library)).status_code == 404
    assert as_alma.get(url_of(other.actor)).status_code == 404
    assert as_alma.post(url_of(library)).status_code == 405
    for words in ("Arkivér", "Ret</a>", "Bekræft, at"):
        assert words not in page_of(as_bo, library)


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_profile_takes_fifteen_queries_whatever_hangs_on_it(as_alma, plan, library, number):
    for count in range(number):
        library.competences.create(plan=plan, kind="strength", text=f"Sprog {count}")
        person = factories.make_contact(library, f"Person {count}")
        factories.make_contact_note(library, on=date.today(), person=person, by=factories.make_user())
        factories.make_collaboration(plan, library, factories.make_actor(plan, housed_in=library))

    with CaptureQueriesContext(connection) as queries:
        page_of(as_alma, library)
    assert len(queries) == 15
