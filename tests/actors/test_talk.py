"""The page of a sunshine talk: each ray saved by itself, again without harm, never over another's words."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors.guard import CPR_FOUND_MESSAGE
from tests import factories
from tests.actors.talk_pages import CPR, JSON, page_of, stored, url_of


def ray_url(talk, number=4) -> str:
    return url_of(talk, f"straale/{number}/")


# -- The page ---------------------------------------------------------------------------------------


def test_the_page_shows_the_sun_and_the_ray_asked_for(as_alma, talk):
    page = page_of(as_alma, talk, "?straale=4")

    assert "<h1>Cykelværkstedet Kæden</h1>" in page
    assert "Solskinssamtale · 14. oktober" in page
    assert "Hvad giver samarbejdet jer?" in page
    assert "Hvor kan I gøre en forskel for området, som også giver mening for jer?" in page
    assert re.findall(r'data-step="(\d)" hidden', page) == ["1", "2", "3", "5", "6"]
    assert 'aria-current="step" data-ray="4"' in page


@pytest.mark.parametrize("query", ["", "?straale=0", "?straale=7", "?straale=x", "?straale=%00", "?stor=%ff"])
def test_an_address_without_sense_gives_the_first_ray(as_alma, talk, query):
    assert 'aria-current="step" data-ray="1"' in page_of(as_alma, talk, query)


def test_our_own_estimate_is_called_so(as_alma, workshop):
    talk = factories.make_talk(workshop, source="estimate", rays={1: (2, "Flere unge", "")})
    page = page_of(as_alma, talk)

    assert "Vores eget skøn · 14. oktober" in page
    assert "Hvad giver samarbejdet dem?" in page
    assert "Det tror vi, de får" in page
    assert "Med deres egne ord" not in page


def test_a_name_that_the_sun_has_no_room_for_gives_way_to_the_short_one(as_alma, workshop):
    workshop.name, workshop.short_name = f"Cykelværkstedet {'og naboerne ' * 8}".strip(), "Kæden"
    workshop.save()
    page = page_of(as_alma, factories.make_talk(workshop))

    assert ">Kæden</tspan>" in page
    assert f"<h1>{workshop.name}</h1>" in page


def test_what_is_typed_cannot_write_markup(as_alma, workshop):
    script = "<script>alert(1)</script>"
    talk = factories.make_talk(workshop, rays={1: (2, script, script), script: 1}, also_present=script)

    assert script not in page_of(as_alma, talk)


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_page_takes_nine_queries_whatever_it_holds(as_alma, workshop, number):
    own = {f"Egen {n}": 1 for n in range(number)}
    talk = factories.make_talk(workshop, rays={1: 2, **own})
    talk.present.set(factories.make_contact(workshop, f"Lone {n}") for n in range(number))

    with CaptureQueriesContext(connection) as queries:
        page_of(as_alma, talk)
    assert len(queries) == 9


# -- Saving a ray -----------------------------------------------------------------------------------


def test_a_ray_is_saved_and_leads_on_to_the_next(as_alma, plan, talk):
    said = {"level": "3", "gains": "Lære unge at lappe", "gives": "To timer", "version": "0", "go": "5"}
    answer = as_alma.post(ray_url(talk), said)

    assert answer["Location"] == url_of(talk, "?straale=5")
    assert stored(talk) == {4: (3, "Lære unge at lappe", "To timer")}
    page = page_of(as_alma, talk, "?straale=4")
    assert "Gemt kl. " in page
    assert "Stråle 4: Større socialt ansvar, meget" in page
    assert [entry.verb for entry in plan.audit_entries.all()] == ["create"]


def test_gem_closes_the_talk_and_says_so(as_alma, talk):
    answer = as_alma.post(ray_url(talk), {"level": "1", "go": "faerdig"}, follow=True)

    assert answer.redirect_chain[-1][0] == f"/solbakken/aktoerer/{talk.actor_id}/vaerdier/"
    assert "Samtalen med Cykelværkstedet Kæden står her." in answer.content.decode()
    talk.refresh_from_db()
    assert talk.finished_at is not None


def test_a_ray_of_which_nothing_was_said_leaves_no_row(as_alma, plan, talk):
    as_alma.post(ray_url(talk), {"go": "5"})

    assert stored(talk) == {}
    assert plan.audit_entries.count() == 0


def test_the_same_sent_again_is_saved_once(as_alma, plan, talk):
    said = {"level": "2", "gains": "Flere\r\nunge", "version": "0"}
    answers = [as_alma.post(ray_url(talk), said, headers=JSON).json() for _ in range(3)]

    assert [(answer["saved"], answer["version"]) for answer in answers] == [(True, 1)] * 3
    assert stored(talk) == {4: (2, "Flere\nunge", "")}
    assert plan.audit_entries.count() == 1


def test_the_script_is_told_when_and_what_the_sun_says(as_alma, talk):
    answer = as_alma.post(ray_url(talk), {"level": "3"}, headers=JSON).json()

    assert answer["at"].startswith("Gemt kl. ")
    assert "Større socialt ansvar: meget." in answer["label"]
    assert answer["title"] == "Solskinssamtale · 14. oktober"


def test_two_who_write_see_both_texts_and_the_second_may_write_on_top(as_alma, as_leader, talk):
    as_leader.post(ray_url(talk), {"gains": "Lis hørte dette", "version": "0"})
    page = as_alma.post(ray_url(talk), {"gains": "Alma hørte dette", "version": "0"}).content.decode()

    assert "En kollega har skrevet imens" in page
    assert "Nu står der: <b>Lis hørte dette</b><br>Du skrev: <b>Alma hørte dette</b>" in page
    assert stored(talk) == {4: (None, "Lis hørte dette", "")}
    assert 'name="version" value="1"' in page
    as_alma.post(ray_url(talk), {"gains": "Alma hørte dette", "version": "1"})
    assert stored(talk) == {4: (None, "Alma hørte dette", "")}


def test_the_script_gets_both_texts_too(as_alma, as_leader, talk):
    as_leader.post(ray_url(talk), {"level": "1", "version": "0"})
    answer = as_alma.post(ray_url(talk), {"level": "3", "version": "0"}, headers=JSON).json()

    assert (answer["saved"], answer["conflict"]) == (False, True)
    assert "Nu står der: <b>Lidt</b><br>Du skrev: <b>Meget</b>" in answer["html"]
    assert "<html" not in answer["html"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"gains": "a" * 1001}, "Skriv højst 1000 tegn"),
        ({"gives": "a" * 1_000_000}, "Skriv højst 1000 tegn"),
        ({"level": "4"}, "Vælg et af de fire svar"),
        ({"level": "mange"}, "Vælg et af de fire svar"),
        ({"gains": "nul\x00tegn"}, "Null-tegn er ikke tilladte."),
        ({"gains": CPR}, CPR_FOUND_MESSAGE),
        ({"gives": CPR}, CPR_FOUND_MESSAGE),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed(as_alma, talk, data, message):
    page = as_alma.post(ray_url(talk), {"gains": "Det her blev sagt", **data}).content.decode()

    assert page.count(message) == 2
    assert "gains" in data or "Det her blev sagt" in page
    assert "Fejl: " in page
    assert stored(talk) == {}


def test_a_thousand_letters_with_line_ends_are_a_thousand(as_alma, talk):
    text = "å\n" * 499 + "åå"
    as_alma.post(ray_url(talk), {"gains": text.replace("\n", "\r\n")})

    assert stored(talk) == {4: (None, text, "")}


def test_who_vouches_for_a_number_is_recorded(as_alma, plan, talk):
    as_alma.post(ray_url(talk), {"gains": CPR, "cpr_ok": "on"})

    assert stored(talk) == {4: (None, CPR, "")}
    entry = plan.audit_entries.get(verb="cpr_override")
    assert (entry.fields, entry.object_type) == (["gains"], "ray")


# -- Who may, and what is another's -----------------------------------------------------------------


ACTS = ("", "om/", "egne/", "straale/4/", "slet/", "gendan/")


@pytest.mark.parametrize("act", ACTS)
def test_readers_and_partners_may_not(as_bo, as_partner, talk, act):
    for client in (as_bo, as_partner):
        ask = client.post if act else client.get
        assert ask(url_of(talk, act)).status_code == 403
    assert stored(talk) == {}


@pytest.mark.parametrize("act", ACTS)
def test_strangers_and_wrong_methods(as_carla, as_alma, talk, act):
    assert as_carla.get(url_of(talk, act)).status_code == 404
    assert as_carla.post(url_of(talk, act)).status_code == 404
    assert as_alma.put(url_of(talk, act)).status_code == 405
    assert (as_alma.get if act else as_alma.post)(url_of(talk, act)).status_code == 405


def test_talks_and_rays_of_others_are_not_there(as_alma, plan, talk, other):
    theirs = factories.make_talk(other.actor, rays={"KANARIE": 1})
    sibling = factories.make_talk(factories.make_actor(plan), rays={"Ro": 1})
    for pk in (theirs.rays.get().pk, sibling.rays.get().pk, uuid.uuid4()):
        assert as_alma.post(url_of(talk, f"egne/{pk}/"), {"name": "Ny"}).status_code == 404
        assert as_alma.post(url_of(talk, f"egne/{pk}/fjern/")).status_code == 404
    crossed = f"/solbakken/aktoerer/{talk.actor_id}/vaerdier/{sibling.pk}/"
    assert as_alma.get(crossed).status_code == 404
    assert as_alma.get(crossed.replace(str(sibling.pk), str(theirs.pk))).status_code == 404


@pytest.mark.parametrize("number", [0, 6, 10**30])
def test_there_are_five_rays(as_alma, talk, number):
    assert as_alma.post(ray_url(talk, number), {"level": "1"}).status_code == 404


def test_a_deleted_talk_is_written_in_no_more(as_alma, workshop):
    talk = factories.make_talk(workshop, deleted_at="2026-10-20T10:00:00Z")

    assert as_alma.get(url_of(talk)).status_code == 404
    assert as_alma.post(ray_url(talk), {"level": "1"}, headers=JSON).status_code == 404
    assert stored(talk) == {}


def test_a_value_of_the_five_is_not_taken_out(as_alma, workshop):
    talk = factories.make_talk(workshop, rays={4: 2})
    assert as_alma.post(url_of(talk, f"egne/{talk.rays.get().pk}/fjern/")).status_code == 404
