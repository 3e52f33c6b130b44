"""The page Print, and the choice of whose words a document is filled in with."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from actors.models import Source
from reports.materials import MATERIALS
from tests import factories

pytestmark = pytest.mark.django_db

FILLED = [one for one in MATERIALS if one.filling]


def page_of(client, plan) -> str:
    return client.get(reverse("reports:materials", args=[plan.slug])).content.decode()


def choices(client, plan, key="solplakat", **asked):
    return client.get(reverse("reports:material", args=[plan.slug, key]), asked)


@pytest.fixture
def talks(plan):
    """Three actors that have talked; of one of them we only believe something."""
    found = {}
    for name, source in (
        ("Ådalens Vaskeri", "talk"),
        ("Biblioteket", "interview"),
        ("Gætteriet", "estimate"),
    ):
        found[name] = factories.make_talk(factories.make_actor(plan, name), source=source, rays={1: 2})
    return found


def test_every_document_has_its_drawing_and_a_button_for_each_paper(as_alma, plan):
    html = page_of(as_alma, plan)
    assert html.count('class="panel material"') == len(MATERIALS)
    for one in MATERIALS:
        assert f"<h2>{one.name}</h2>" in html
        for paper in one.papers:
            assert f'aria-label="{one.verb} {paper}: {one.name}"' in html
    assert html.count('aria-label="Udfyldt: ') == len(FILLED)
    assert html.count("<svg viewBox=") == len(MATERIALS)


def test_every_button_leads_to_a_document(as_alma, plan):
    html = page_of(as_alma, plan)
    addresses = [part.partition('"')[0] for part in html.split('class="btn" href="')[1:]]
    assert len(addresses) >= len(MATERIALS)
    for address in addresses:
        url = address.replace("&amp;", "&")
        assert as_alma.get(url, {"vis": 1}).status_code == 200, url


@pytest.mark.parametrize("who", ["as_bo", "as_partner"])
def test_others_are_not_offered_what_the_team_was_told(who, request, plan, talks):
    client = request.getfixturevalue(who)
    html = page_of(client, plan)
    assert "Udfyldt" not in html
    assert "Tom A4" in html
    assert choices(client, plan).status_code == 403


def test_each_actor_is_offered_once_with_the_latest(as_alma, plan, talks):
    actor = talks["Ådalens Vaskeri"].actor
    latest = factories.make_talk(actor, held_on=date(2026, 11, 1), rays={1: 3})
    factories.make_talk(actor, held_on=date(2026, 11, 9), rays={1: 2}, deleted_at=timezone.now())
    factories.make_talk(actor, held_on=date(2026, 11, 10))
    html = choices(as_alma, plan).content.decode()
    assert html.count("Ådalens Vaskeri</b>") == 1
    assert "Solskinssamtale 1. november 2026" in html
    assert f"?talk={latest.pk}&amp;format=A3" in html
    assert html.index("Biblioteket</b>") < html.index("Ådalens Vaskeri</b>")


def test_what_we_only_believe_is_not_handed_out(as_alma, plan, talks):
    assert talks["Gætteriet"].source == Source.ESTIMATE
    html = choices(as_alma, plan).content.decode()
    assert "Gætteriet" not in html
    assert "Interview 14. oktober 2026" in html


def test_an_actor_that_is_put_away_is_not_offered(as_alma, plan, talks):
    actor = talks["Biblioteket"].actor
    actor.archived_at = timezone.now()
    actor.save()
    assert "Biblioteket" not in choices(as_alma, plan).content.decode()


def test_a_search_finds_by_any_word_and_htmx_gets_the_list_alone(as_alma, plan, talks):
    found = choices(as_alma, plan, q="vaskeri").content.decode()
    assert "Ådalens Vaskeri" in found
    assert "Biblioteket" not in found
    part = as_alma.get(
        reverse("reports:material", args=[plan.slug, "solplakat"]),
        headers={"HX-Request": "true", "HX-Target": "fill-list"},
    ).content.decode()
    assert part.startswith('<div id="fill-list">')
    assert "<html" not in part


@pytest.mark.parametrize("q", ["findes ikke", "\x00", "æ" * 500])
def test_a_search_for_nothing_shows_a_way_on(as_alma, plan, talks, q):
    answer = choices(as_alma, plan, q=q)
    assert answer.status_code == 200
    assert "Ingen aktører passer" in answer.content.decode() or "Biblioteket" in answer.content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "9" * 40])
def test_a_page_that_is_not_there_is_another_page(as_alma, plan, talks, page):
    assert choices(as_alma, plan, page=page).status_code == 200


@pytest.mark.parametrize("one", FILLED, ids=lambda one: one.key)
def test_before_anybody_talked_the_page_says_what_to_do(as_alma, plan, one):
    html = choices(as_alma, plan, one.key).content.decode()
    assert one.filling.nothing in html
    assert 'type="search" name="q" form=' not in html


@pytest.mark.parametrize("key", ["samtaleguide", "netvaerkskort", "findes-ikke"])
def test_what_cannot_be_filled_in_has_no_such_page(as_alma, plan, key):
    assert choices(as_alma, plan, key).status_code == 404


def test_nothing_of_another_plan_is_offered(as_alma, plan, other):
    factories.make_talk(other.actor, rays={1: 2})
    assert "KANARIE" not in choices(as_alma, plan, q="kanarie").content.decode()


@pytest.mark.parametrize("one", FILLED, ids=lambda one: one.key)
def test_the_list_takes_the_same_few_queries_for_1_3_and_50(as_alma, plan, django_assert_num_queries, one):
    for rows in (1, 2, 47):
        for _ in range(rows):
            actor = factories.make_actor(plan)
            factories.make_talk(actor, rays={1: 2})
            factories.make_interview(actor)
        with django_assert_num_queries(5):
            html = choices(as_alma, plan, one.key).content.decode()
    assert html.count('class="who-cell"') == 50


def test_a_stranger_sees_none_of_it(as_carla, plan):
    assert choices(as_carla, plan).status_code == 404
    assert as_carla.get(reverse("reports:materials", args=[plan.slug])).status_code == 404
    assert Client().get(reverse("reports:materials", args=[plan.slug])).status_code == 302
