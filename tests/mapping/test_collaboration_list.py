"""The list of collaborations, an actor's own, and the page about the five forms."""

import re
from datetime import date
from html import unescape

import pytest

from tests import factories

LIST = "/solbakken/samarbejder/"


def subjects(page) -> list[str]:
    """What the rows are about, in their order."""
    return [unescape(text) for text in re.findall(r"</th>\s*<td>([^<]*)</td>", page.content.decode())]


def partners(page) -> list[str]:
    """With whom, in the rows' order."""
    return [
        unescape(text)
        for text in re.findall(r'scope="row".*?<a [^>]*>([^<]*)</a>', page.content.decode(), re.S)
    ]


@pytest.fixture
def four(plan):
    """Four collaborations that differ in all the list can ask for."""
    area = factories.make_area(plan, "Ringparken")
    school = factories.make_actor(
        plan, "Ørstedskolen", kind="municipal", areas=[area, plan.areas.get(name="Østhøj")]
    )
    shop = factories.make_actor(plan, "Købmand Ågaard", kind="business")
    club = factories.make_actor(plan, "Æblehavens Venner", kind="voluntary")
    group = plan.targetgroups.get()
    made = [
        factories.make_collaboration(plan, school, shop, form=1, about="Årets fest", since=date(2025, 3, 1)),
        factories.make_collaboration(
            plan, school, club, form=5, about="Ærtehaven", since=date(2026, 3, 1), coordinator=club
        ),
        factories.make_collaboration(plan, shop, club, form=3, about="Bageren", coordinator=shop),
        factories.make_collaboration(plan, shop, club, form=3, about="Nedlagt", until=date(2025, 1, 1)),
    ]  # fmt: skip
    made[0].target_groups.set([group])
    return made


def test_the_list_shows_those_that_go_on_newest_first(as_alma, four):
    page = as_alma.get(LIST)
    assert subjects(page) == ["Bageren", "Ærtehaven", "Årets fest"]
    assert partners(page)[0] == "Købmand Ågaard og Æblehavens Venner"
    assert "3 samarbejder i gang." in page.content.decode()


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({"state": "ended"}, ["Nedlagt"]),
        ({"state": "all"}, ["Nedlagt", "Bageren", "Ærtehaven", "Årets fest"]),
        ({"form": "3"}, ["Bageren"]),
        ({"kind": "municipal"}, ["Ærtehaven", "Årets fest"]),
        ({"q": "aarets"}, ["Årets fest"]),
        ({"q": "ÆBLEHAVEN"}, ["Bageren", "Ærtehaven"]),
        ({"q": "ørsted ærte"}, ["Ærtehaven"]),
        ({"sort": "about"}, ["Bageren", "Ærtehaven", "Årets fest"]),
        ({"sort": "-about"}, ["Årets fest", "Ærtehaven", "Bageren"]),
        ({"sort": "form"}, ["Årets fest", "Bageren", "Ærtehaven"]),
        ({"sort": "since"}, ["Årets fest", "Ærtehaven", "Bageren"]),
        ({"sort": "-since"}, ["Ærtehaven", "Årets fest", "Bageren"]),
        ({"sort": "coordinator"}, ["Bageren", "Ærtehaven", "Årets fest"]),
    ],
)
def test_what_the_address_asks_for(as_alma, four, query, wanted):
    assert subjects(as_alma.get(LIST, query)) == wanted


def test_area_and_target_group_come_from_the_plan(as_alma, plan, four):
    area, group = plan.areas.get(name="Ringparken"), plan.targetgroups.get()
    assert subjects(as_alma.get(LIST, {"area": area.pk})) == ["Ærtehaven", "Årets fest"]
    assert subjects(as_alma.get(LIST, {"target_group": group.pk})) == ["Årets fest"]


def test_chips_count_what_the_other_filters_leave(as_alma, four):
    page = as_alma.get(LIST, {"form": "3", "state": "all"}).content.decode()
    counts = dict(re.findall(r'id="chip-form-(\w+)".*?<span>(\d+)</span>', page, re.S))
    assert counts == {"all": "4", "1": "1", "2": "0", "3": "2", "4": "0", "5": "1"}
    assert re.findall(r'id="chip-form-(\w+)"[^>]* aria-current="true"', page) == ["3"]


@pytest.mark.parametrize(
    "query",
    [
        {"form": "9"}, {"form": "\x00"}, {"area": "not-an-id"}, {"kind": "alien"}, {"state": "x"},
        {"sort": "-name"}, {"page": "9" * 400}, {"page": "-1"}, {"q": "\x00"}, {"q": "x" * 9000},
        {"target_group": "00000000-0000-0000-0000-000000000000"},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_not_asked(as_alma, four, query):
    page = as_alma.get(LIST, query)
    assert page.status_code == 200
    assert len(subjects(page)) == 3


def test_another_plans_area_filters_nothing_and_names_nothing(as_alma, four, other):
    page = as_alma.get(LIST, {"area": other.area.pk, "q": "kanarie"})
    assert subjects(page) == []
    assert "KANARIE aktør" not in page.content.decode()
    assert "KANARIE" not in as_alma.get(LIST, {"area": other.area.pk}).content.decode()


def test_many_partners_are_counted_and_nobody_is_called_one_other(as_alma, plan):
    factories.make_collaboration(plan, *(factories.make_actor(plan, name) for name in "ABCD"))
    factories.make_collaboration(plan, *(factories.make_actor(plan, name) for name in "EFGHI"))
    assert partners(as_alma.get(LIST)) == ["E, F, G og to andre", "A, B, C og D"]


def test_pages_of_fifty(as_alma, plan):
    actors = factories.make_actor(plan), factories.make_actor(plan)
    for number in range(51):
        factories.make_collaboration(plan, *actors, about=f"Nummer {number}")
    assert len(subjects(as_alma.get(LIST))) == 50
    assert subjects(as_alma.get(LIST, {"page": 2})) == ["Nummer 0"]
    assert subjects(as_alma.get(LIST, {"page": 99})) == ["Nummer 0"]


def test_an_empty_plan_says_what_to_do(as_alma):
    page = as_alma.get(LIST).content.decode()
    assert "Ingen samarbejder endnu" in page
    assert page.count('href="/solbakken/samarbejder/log/"') >= 2


def test_no_match_offers_to_clear_the_filters(as_alma, four):
    page = as_alma.get(LIST, {"q": "findes ikke"}).content.decode()
    assert "Ingen samarbejder passer" in page
    assert "Ryd filtre" in page


def test_htmx_gets_the_list_alone(as_alma, four):
    part = as_alma.get(LIST, headers={"HX-Request": "true", "HX-Target": "collaboration-list"})
    assert part.content.decode().lstrip().startswith('<div id="collaboration-list">')
    assert subjects(part) == ["Bageren", "Ærtehaven", "Årets fest"]
    restored = {"HX-Request": "true", "HX-Target": "collaboration-list", "HX-History-Restore-Request": "true"}
    assert "<html" in as_alma.get(LIST, headers=restored).content.decode()


@pytest.mark.parametrize("amount", [1, 3, 50])
def test_the_list_asks_the_database_as_often_however_long_it_is(
    as_alma, plan, amount, django_assert_num_queries
):
    for _ in range(amount):
        factories.make_collaboration(plan, coordinator=factories.make_actor(plan))
    with django_assert_num_queries(8):
        as_alma.get(LIST)


def test_a_reader_sees_no_button_to_log(as_bo, four):
    page = as_bo.get(LIST).content.decode()
    assert "Årets fest" in page
    assert "Log samarbejde" not in page


@pytest.mark.parametrize("path", [LIST, f"{LIST}former/"])
def test_strangers_and_wrong_methods(as_carla, as_alma, path):
    assert as_carla.get(path).status_code == 404
    assert as_alma.post(path).status_code == 405


def test_the_page_of_the_forms_names_no_goal(as_bo, plan):
    page = as_bo.get(f"{LIST}former/").content.decode()
    assert re.findall(r'<h2 id="form-\d-name">.*?</svg>(\w+)', page, re.S) == [
        "Videndele", "Samvirke", "Ressourceudveksle", "Samordne", "Samskabe",
    ]  # fmt: skip
    assert "Ingen af dem er målet." in page


# -- An actor's own --------------------------------------------------------------------------------


def of(actor) -> str:
    """The address of the actor's collaborations."""
    return f"/solbakken/samarbejder/aktoer/{actor.pk}/"


def test_an_actors_collaborations_name_the_others(as_bo, four, plan):
    page = as_bo.get(of(plan.actors.get(name="Købmand Ågaard")))
    assert partners(page) == ["Æblehavens Venner", "Ørstedskolen", "Æblehavens Venner"]
    assert subjects(page) == ["Bageren", "Årets fest", "Nedlagt"]
    assert "Afsluttede" in page.content.decode()


def test_the_profile_gets_the_part(as_alma, plan):
    actor = factories.make_actor(plan, "Biblioteket")
    for number in range(7):
        factories.make_collaboration(plan, actor, factories.make_actor(plan), about=f"Nummer {number}")
    part = as_alma.get(of(actor), headers={"HX-Request": "true", "HX-Target": "actor-collaborations"})
    assert "<html" not in part.content.decode()
    assert subjects(part) == ["Nummer 6", "Nummer 5", "Nummer 4", "Nummer 3", "Nummer 2"]
    assert "Vis alle 7" in part.content.decode()


def test_an_actor_without_any_is_invited_to_log(as_alma, plan):
    actor = factories.make_actor(plan)
    assert f"/solbakken/samarbejder/log/?aktoer={actor.pk}" in as_alma.get(of(actor)).content.decode()


def test_another_plans_actor_is_not_found(as_alma, plan, other, as_carla):
    assert as_alma.get(of(other.actor)).status_code == 404
    assert as_carla.get(of(factories.make_actor(plan))).status_code == 404


@pytest.mark.parametrize("amount", [1, 3, 50])
def test_an_actors_page_asks_as_often_however_many(as_alma, plan, amount, django_assert_num_queries):
    actor = factories.make_actor(plan)
    for _ in range(amount):
        factories.make_collaboration(plan, actor, factories.make_actor(plan))
    with django_assert_num_queries(9):
        as_alma.get(of(actor))
