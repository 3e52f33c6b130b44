"""What the list keeps from one look to the next is never what has changed in between."""

import re

import pytest

from accounts.models import Membership
from tests import factories
from tests.actors.test_actor_list import URL, names_in
from tests.meetings.pages import text_of

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def words_of(client, path=URL) -> str:
    """Everything that the page says."""
    return text_of(client.get(path))


@pytest.fixture
def house(plan):
    """The one actor of the plan."""
    return factories.make_actor(plan, "Huset", kind="housing", address="Torvet 1")


def test_a_changed_actor_is_shown_at_the_next_look(as_alma, house):
    assert "Torvet 1" in words_of(as_alma)
    house.name, house.address, house.kind = "Husets Nabo", "Torvet 2", "voluntary"
    house.save()
    words = words_of(as_alma)
    assert "Husets Nabo" in words
    assert "Torvet 2" in words
    assert "Torvet 1" not in words
    house.target_groups.set([factories.make_target_group(house.plan, "Nye naboer")])
    assert "Nye naboer" in words_of(as_alma)


def test_a_new_and_an_archived_actor_are_counted_at_the_next_look(as_alma, plan, house):
    assert names_in(as_alma.get(URL)) == ["Huset"]
    factories.make_actor(plan, "Biblioteket", kind="municipal")
    assert names_in(as_alma.get(URL)) == ["Biblioteket", "Huset"]
    assert "2 aktører i og omkring Solbakken." in words_of(as_alma)
    plan.actors.filter(pk=house.pk).update(archived_at="2026-01-01T12:00Z")
    assert names_in(as_alma.get(URL)) == ["Biblioteket"]


def test_a_changed_role_is_shown_at_the_next_look(as_alma, alma, plan, house):
    words, of_team = words_of(as_alma), ("Ny aktør", "Log samarbejde", "Log kontakt", "Sidste kontakt")
    assert [word for word in of_team if word not in words] == []
    Membership.objects.filter(user=alma, plan=plan).update(role="reader")
    words = words_of(as_alma)
    assert "Læser" in words
    assert [word for word in of_team if word in words] == []


def test_a_taken_away_membership_shuts_the_list_at_the_next_look(as_alma, alma, plan, house):
    assert as_alma.get(URL).status_code == 200
    Membership.objects.filter(user=alma, plan=plan).delete()
    assert as_alma.get(URL).status_code == 404


def test_a_new_name_of_plan_and_person_stand_around_the_page_at_once(as_alma, alma, plan, house):
    words_of(as_alma)
    plan.name, alma.name, alma.shortcuts = "Nybakken", "Alma Ny", False
    plan.save()
    alma.save()
    words = words_of(as_alma)
    assert "Nybakken" in words
    assert "Alma Ny" in words
    assert "Solbakken" not in words
    assert "Vis genveje" not in words


def test_another_plan_with_the_same_member_shows_its_own(as_alma, alma, plan, house):
    other = factories.make_plan("Vestbyen", slug="vestbyen")
    factories.make_membership(other, alma, role="leader")
    factories.make_actor(other, "Klubben", kind="housing", address="Torvet 1")
    assert names_in(as_alma.get(URL)) == ["Huset"]
    page = as_alma.get("/vestbyen/aktoerer/")
    assert names_in(page) == ["Klubben"]
    assert "/solbakken/" not in page.content.decode()
    assert "/vestbyen/" not in as_alma.get(URL).content.decode()


def test_a_form_token_is_never_kept(as_alma, plan, house):
    first, second = (set(TOKEN.findall(as_alma.get(URL).content.decode())) for _ in range(2))
    assert first
    assert not first & second
