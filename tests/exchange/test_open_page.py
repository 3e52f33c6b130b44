"""The open page: the leader opens it and chooses who stands on it; anybody reads what was let out."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from exchange.models import PublicPage
from tests import factories
from tests.cast import client_of
from tests.valuegame.pages import text_of

TODAY = "2026-11-30 09:00 +01:00"
ALL_ON = dict.fromkeys(("is_on", "shows_directory", "shows_listings", "shows_notices"), "on")


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def leader(plan):
    return factories.make_user("Lis Leder")


@pytest.fixture
def as_leader(plan, leader):
    """Lis' browser, who leads the plan."""
    factories.make_membership(plan, leader, role="leader")
    return client_of(leader)


@pytest.fixture
def opened(plan):
    return PublicPage.objects.create(plan=plan, is_on=True, intro="Her bor 4.000 mennesker")


def settings_of(plan):
    return reverse("public:page", args=[plan.slug])


def chosen(plan):
    return reverse("public:shown", args=[plan.slug])


def read(plan, name, *args, **query):
    return Client().get(reverse(f"open:{name}", args=[plan.slug, *args]), query)


# -- The leader's choices --------------------------------------------------------------------------------


def test_it_is_closed_until_the_leader_opens_it(as_leader, plan):
    assert read(plan, "front").status_code == 404
    told = text_of(as_leader.post(settings_of(plan), {**ALL_ON, "version": 1}, follow=True))
    assert "Siden er åben." in told
    assert read(plan, "front").status_code == 200
    told = text_of(as_leader.post(settings_of(plan), {"version": 2}, follow=True))
    assert "Siden er lukket. Ingen uden login ser noget." in told
    assert read(plan, "front").status_code == 404


def test_only_the_leader_opens_it(as_alma, plan):
    assert as_alma.get(settings_of(plan)).status_code == 403
    assert as_alma.post(settings_of(plan), {**ALL_ON, "version": 1}).status_code == 403
    assert as_alma.post(chosen(plan), {}).status_code == 403
    assert not PublicPage.objects.exists()


def test_two_leaders_at_once_see_each_others_words(as_leader, plan):
    sent = {**ALL_ON, "version": 1}
    as_leader.post(settings_of(plan), {**sent, "intro": "Velkommen til Solbakken"})
    shown = text_of(as_leader.post(settings_of(plan), {**sent, "intro": "Her bor 4.000 mennesker"}))
    assert "Velkommen til Solbakken" in shown
    assert "Her bor 4.000 mennesker" in shown
    assert PublicPage.objects.get().intro == "Velkommen til Solbakken"


@pytest.mark.parametrize(
    ("intro", "told"),
    [("x" * 301, "Skriv højst 300 tegn"), ("Spørg 010190-1234", "Det ligner et CPR-nummer")],
)
def test_an_introduction_that_cannot_stand_is_told_of_and_kept(as_leader, plan, intro, told):
    shown = as_leader.post(settings_of(plan), {**ALL_ON, "version": 1, "intro": intro})
    assert told in text_of(shown)
    assert intro in shown.content.decode()


# -- Who stands on it ------------------------------------------------------------------------------------


def test_those_with_a_mark_stand_there_and_those_not_on_the_page_stay(as_leader, plan, rosen, opened):
    garden = factories.make_actor(plan, "Haveholdet", is_public=True)
    unseen = factories.make_actor(plan, "Cykelværkstedet", is_public=True)
    sent = {"among": [rosen.pk, garden.pk], "shown": [rosen.pk]}
    told = text_of(as_leader.post(chosen(plan), sent, follow=True))
    assert "1 aktør sat på og 1 aktør taget af." in told
    seen = text_of(read(plan, "directory"))
    assert rosen.name in seen
    assert unseen.name in seen
    assert garden.name not in seen


def test_an_actor_of_another_plan_cannot_be_chosen(as_leader, plan):
    theirs = factories.make_actor(factories.make_plan("Åparken"), "Åhuset")
    as_leader.post(chosen(plan), {"among": [theirs.pk], "shown": [theirs.pk]})
    theirs.refresh_from_db()
    assert not theirs.is_public


def test_the_choice_stands_in_the_log(as_leader, plan, rosen):
    as_leader.post(chosen(plan), {"among": [rosen.pk], "shown": [rosen.pk]})
    log = text_of(as_leader.get(reverse("accounts:audit", args=[plan.slug])))
    assert "<td>Lis Leder</td><td>rettede aktør</td><td>står på den åbne side</td>" in log


# -- What everybody reads --------------------------------------------------------------------------------


def test_people_are_shown_only_with_a_yes_to_everybody_that_still_holds(plan, opened):
    house = factories.make_actor(plan, "Medborgerhuset", is_public=True)
    yes = {"consent_state": "given", "consent_scope": "public", "consent_until": date(2027, 3, 1)}
    factories.make_contact(house, "Lone Riis", **yes)
    factories.make_contact(house, "Ib Iversen", **yes | {"consent_scope": "plan"})
    factories.make_contact(house, "Pia Poulsen", **yes | {"consent_until": date(2026, 11, 29)})
    factories.make_contact(house, "Bo Bentsen")
    for page in ("directory", "directory_file"):
        seen = read(plan, page, format="csv").content.decode()
        assert "Lone Riis" in seen
        assert [name for name in ("Ib Iversen", "Pia Poulsen", "Bo Bentsen") if name in seen] == []


def test_the_board_shows_only_what_was_let_out_and_still_stands(plan, opened, rosen):
    factories.make_listing(rosen, "Lokale torsdag", direction="wish", is_public=True)
    factories.make_listing(rosen, "Kun for holdet")
    factories.make_listing(rosen, "Sluttede i går", is_public=True, ends_on=date(2026, 11, 29))
    for page in ("board", "board_file"):
        seen = read(plan, page, format="csv").content.decode()
        assert "Lokale torsdag" in seen
        assert [title for title in ("Kun for holdet", "Sluttede i går") if title in seen] == []


def test_names_that_are_formulas_are_text_in_the_file(plan, opened):
    factories.make_actor(plan, '=HYPERLINK("http://x.example")', is_public=True)
    lines = read(plan, "directory_file", format="csv").content.decode("utf-8-sig").splitlines()
    assert not any(cell.strip('"').startswith("=") for line in lines for cell in line.split(";"))


def test_an_empty_page_says_that_nothing_is_there_yet(plan, opened):
    seen = text_of(read(plan, "front"))
    assert "Her bor 4.000 mennesker" in seen
    assert read(plan, "directory").status_code == 200
    assert read(plan, "board").status_code == 200


def test_a_name_is_found_without_login(plan, opened, rosen):
    type(rosen).objects.update(is_public=True)
    factories.make_actor(plan, "Haveholdet", is_public=True)
    seen = text_of(read(plan, "directory", q="have"))
    assert "Haveholdet" in seen
    assert rosen.name not in seen
