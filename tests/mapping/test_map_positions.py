"""Nobody jumps: where the actors stand is kept, and only what must move moves."""

import threading

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from actors.models import Actor
from mapping.map_actions import keep_positions
from mapping.models import MapPosition
from tests import factories
from tests.cast import client_of

pytestmark = pytest.mark.django_db


def see(client, plan):
    assert client.get(reverse("mapping:map", args=[plan.slug])).status_code == 200
    return positions(plan)


def positions(plan):
    return {pk: (x, y) for pk, x, y in plan.map_positions.values_list("actor_id", "x", "y")}


@pytest.fixture
def ring(plan):
    """Twelve actors, each with the next one and the one after."""
    actors = [factories.make_actor(plan, f"Aktør nummer {number}") for number in range(12)]
    for number, actor in enumerate(actors):
        factories.make_collaboration(plan, actor, actors[(number + 1) % 12])
        factories.make_collaboration(plan, actor, actors[(number + 2) % 12])
    return actors


def test_the_first_look_stores_everybody_and_the_next_changes_nothing(as_bo, plan, ring):
    first = see(as_bo, plan)
    assert set(first) == {actor.pk for actor in ring}
    rows = set(plan.map_positions.values_list("pk", flat=True))
    assert see(as_bo, plan) == first
    assert set(plan.map_positions.values_list("pk", flat=True)) == rows


def test_a_new_actor_gets_a_place_and_the_others_keep_theirs(as_bo, plan, ring):
    before = see(as_bo, plan)
    new = factories.make_actor(plan, "Den nye")
    factories.make_collaboration(plan, new, ring[0])
    after = see(as_bo, plan)
    assert new.pk in after
    moved = [pk for pk, spot in before.items() if after[pk] != spot]
    assert len(moved) <= 2


def test_an_archived_actor_keeps_its_place_for_the_day_it_is_back(as_bo, plan, ring):
    before = see(as_bo, plan)
    Actor.objects.filter(pk=ring[3].pk).update(archived_at=timezone.now())
    assert see(as_bo, plan)[ring[3].pk] == before[ring[3].pk]
    Actor.objects.filter(pk=ring[3].pk).update(archived_at=None)
    assert see(as_bo, plan)[ring[3].pk] == before[ring[3].pk]


def test_tidying_and_its_undo(as_alma, alma, plan, ring):
    before = see(as_alma, plan)
    plan.map_positions.update(x=1000)
    askew = positions(plan)
    response = as_alma.post(reverse("mapping:map_tidy", args=[plan.slug]), follow=True)
    assert response.redirect_chain[-1][0] == reverse("mapping:map", args=[plan.slug])
    assert "Alle aktører har fået en ny plads." in response.content.decode()
    assert positions(plan) == before
    as_alma.post(reverse("mapping:map_untidy", args=[plan.slug]))
    assert positions(plan) == askew
    written = list(plan.audit_entries.order_by("at").values_list("verb", "fields", "by"))
    assert written == [("move", ["map"], alma.pk), ("undo", ["map"], alma.pk)]


def test_undo_twice_does_nothing_more(as_alma, plan, ring):
    see(as_alma, plan)
    as_alma.post(reverse("mapping:map_untidy", args=[plan.slug]))
    assert plan.audit_entries.count() == 0


@pytest.mark.parametrize("name", ["map_tidy", "map_untidy"])
def test_only_those_who_may_tidy(as_bo, as_carla, as_alma, plan, ring, name):
    before = see(as_bo, plan)
    address = reverse(f"mapping:{name}", args=[plan.slug])
    assert as_bo.post(address).status_code == 403
    assert as_carla.post(address).status_code == 404
    assert as_alma.get(address).status_code == 405
    assert positions(plan) == before


@pytest.mark.django_db(transaction=True)
def test_an_actor_erased_in_between_stops_nobody():
    plan = factories.make_plan("Slettet", slug="slettet")
    actor = factories.make_actor(plan)
    gone = "00000000-0000-4000-8000-000000000000"
    spots = {str(actor.pk): (1.0, -2.0), gone: (3.0, -4.0)}
    assert keep_positions(plan=plan, positions=spots, stored={}) == 0
    assert keep_positions(plan=plan, positions={str(actor.pk): (1.0, -2.0)}, stored={}) == 1
    assert positions(plan) == {actor.pk: (1.0, -2.0)}


@pytest.mark.django_db(transaction=True)
def test_two_look_at_once():
    plan = factories.make_plan("Samtidig", slug="samtidig")
    user = factories.make_user()
    factories.make_membership(plan, user, role="reader")
    for _ in range(15):
        factories.make_collaboration(plan)
    clients = [client_of(user) for _ in range(4)]
    start, answers = threading.Barrier(4), []

    def go(client):
        start.wait()
        try:
            answers.append(client.get("/samtidig/netvaerkskort/").status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 4
    assert MapPosition.objects.filter(plan=plan).count() == 30
