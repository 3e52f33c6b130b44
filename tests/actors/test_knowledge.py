"""The page of what we know: cells, sentence, filters, gaps, pages."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

PAGE = "/solbakken/aktoerer/viden/"


def page_of(browser, query=""):
    return browser.get(PAGE + query).content.decode()


def cells_in(page, name):
    """The five cells of the actor's row, in words."""
    row = next(row for row in re.findall(r"<tr>.*?</tr>", page, re.S) if f">{name}</a>" in row)
    words = re.findall(r"<td>(.*?)</td>", row, re.S)[:5]
    return ["Sagt" if "Sagt" in one else "Skøn" if "Skøn" in one else "Intet" for one in words]


def names_in(page):
    return re.findall(r'<div class="who">.*?<a href="[^"]+">([^<]+)</a>', page, re.S)


@pytest.fixture
def shop(plan):
    return factories.make_actor(plan, "Købmanden", kind="business", areas=plan.areas.all())


def test_told_estimated_and_nothing(as_alma, shop):
    factories.make_talk(shop, rays={1: 2, 4: 0})
    factories.make_talk(shop, source="estimate", rays={1: 3, 5: 1})

    assert cells_in(page_of(as_alma), "Købmanden") == ["Sagt", "Intet", "Intet", "Sagt", "Skøn"]


@pytest.mark.parametrize(
    ("channel", "cell", "sentence"),
    [
        ("face", "Sagt", "Vi har spurgt 1 af 1 aktør i Solbakken."),
        ("desk", "Skøn", "Vi har ikke spurgt nogen af 1 aktør i Solbakken."),
    ],
)
def test_an_answer_is_their_word_only_face_to_face(as_alma, plan, shop, channel, cell, sentence):
    interview = factories.make_interview(shop, channel=channel)
    interview.answers.create(plan=plan, question_key="limits", question="?", value=4, text="Støj")
    interview.answers.create(plan=plan, question_key="has", question="?", value=5, text="")
    page = page_of(as_alma)

    assert cells_in(page, "Købmanden") == ["Intet", "Intet", "Intet", cell, "Intet"]
    assert sentence in page
    assert "14. oktober" in page


def test_what_was_deleted_is_not_known(as_alma, plan, shop):
    gone = date(2026, 1, 1).isoformat() + "T00:00Z"
    factories.make_talk(shop, rays={1: 2}, deleted_at=gone)
    interview = factories.make_interview(shop, deleted_at=gone)
    interview.answers.create(plan=plan, question_key="limits", question="?", value=4, text="Støj")

    assert cells_in(page_of(as_alma), "Købmanden") == ["Intet"] * 5


def test_the_least_known_come_first_and_the_archive_stays_out(as_alma, plan, shop):
    factories.make_talk(shop, rays={1: 2})
    factories.make_actor(plan, "Åhuset")
    factories.make_actor(plan, "Gamle hus", archived_at="2026-01-01T00:00Z")

    assert names_in(page_of(as_alma)) == ["Åhuset", "Købmanden"]
    assert names_in(page_of(as_alma, "?sort=-known")) == ["Købmanden", "Åhuset"]


def test_by_area_and_kind(as_alma, plan, shop):
    area = plan.areas.get()
    factories.make_actor(plan, "Åhuset")
    factories.make_actor(plan, "Skolen", areas=[area])
    page = page_of(as_alma, f"?area={area.pk}")
    assert names_in(page) == ["Købmanden", "Skolen"]
    assert "nogen af 2 aktører i Østhøj." in page

    assert names_in(page_of(as_alma, f"?area={area.pk}&kind=business")) == ["Købmanden"]
    assert "Ingen aktører passer" in page_of(as_alma, f"?area={area.pk}&kind=resident")


def test_what_is_missing_in_an_area(as_alma, plan, shop):
    old, area = factories.make_target_group(plan, "Ældre"), plan.areas.get()
    elsewhere = factories.make_actor(plan, "Åhuset", target_groups=[old])
    shop.target_groups.add(plan.targetgroups.get(name="Børn og unge"))
    elsewhere.wanted_target_groups.add(old)
    page = page_of(as_alma, f"?area={area.pk}")

    assert "Det mangler i Østhøj" in page
    assert "<li>Ældre. Åhuset vil gerne nå dem.</li>" in page
    assert "<li>Børn og unge.</li>" not in page
    assert "<li>Kommunale institutioner</li>" in page
    assert "<li>Erhvervsdrivende</li>" not in page


def test_rows_lead_on_to_an_interview(as_alma, shop):
    page = page_of(as_alma)

    assert f'href="/solbakken/aktoerer/{shop.pk}/interview/ny/"' in page
    assert 'href="/solbakken/aktoerer/viden/"' in as_alma.get("/solbakken/aktoerer/").content.decode()


def test_nobody_yet_says_where_to_begin(as_alma, plan):
    page = page_of(as_alma)

    assert "Ingen aktører her endnu" in page
    assert "Det mangler" not in page


@pytest.mark.parametrize("query", ["?area=x", "?kind=x", "?sort=x", "?page=x", "?page=99&area="])
def test_what_makes_no_sense_is_left_out(as_alma, shop, query):
    assert names_in(page_of(as_alma, query)) == ["Købmanden"]


def test_another_plans_area_is_as_if_it_were_not_there(as_alma, shop, other):
    assert names_in(page_of(as_alma, f"?area={other.area.pk}")) == ["Købmanden"]


def test_it_is_the_teams_alone(as_bo, as_partner, as_carla, as_alma, plan):
    assert as_bo.get(PAGE).status_code == as_partner.get(PAGE).status_code == 403
    assert as_carla.get(PAGE).status_code == 404
    assert as_alma.post(PAGE).status_code == 405
    assert PAGE not in as_bo.get("/solbakken/aktoerer/").content.decode()


@pytest.mark.parametrize("number", [1, 3, 60])
def test_it_takes_twelve_queries_and_fifty_rows_a_page(as_alma, plan, number):
    for count in range(number):
        actor = factories.make_actor(plan, f"Hus {count}", areas=plan.areas.all())
        factories.make_talk(actor, rays={1: 2})
        factories.make_interview(actor)

    with CaptureQueriesContext(connection) as queries:
        page = page_of(as_alma)
    assert len(queries) == 12
    assert len(names_in(page)) == min(number, 50)
