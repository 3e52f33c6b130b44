"""What an actor has: written on, taken off, put back."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors.guard import CPR_FOUND_MESSAGE
from tests import factories


@pytest.fixture
def library(plan):
    return factories.make_actor(plan, "Biblioteket")


def url_of(actor, act="") -> str:
    return f"/solbakken/aktoerer/{actor.pk}/ressourcer/{act}"


def texts(actor) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in actor.resources.all()]


def test_a_resource_is_written_on_and_shown_under_its_kind(as_alma, plan, library):
    page = as_alma.post(url_of(library), {"kind": "room", "text": "Sal til 60"}, follow=True).content.decode()

    assert "»Sal til 60« er tilføjet." in page
    assert "<h3>Lokale</h3>" in page
    assert "Ressourcer 1</a>" in page
    assert texts(library) == [("room", "Sal til 60")]
    assert plan.audit_entries.get().verb == "create"


def test_the_same_thing_twice_is_one(as_alma, library):
    for _ in range(2):
        as_alma.post(url_of(library), {"kind": "room", "text": "Sal til 60"})

    assert texts(library) == [("room", "Sal til 60")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"kind": "room", "text": ""}, "Skriv, hvad de har"),
        ({"kind": "", "text": "Sal"}, "Vælg, hvad det er"),
        ({"kind": "castle", "text": "Sal"}, "Vælg fra listen"),
        ({"kind": "room", "text": "a" * 201}, "Skriv højst 200 tegn"),
        ({"kind": "room", "text": "Nøgle hos 010165-1234"}, CPR_FOUND_MESSAGE),
    ],
)
def test_what_is_wrong_is_said(as_alma, library, data, message):
    page = as_alma.post(url_of(library), data).content.decode()

    assert page.count(message) == 2
    assert texts(library) == []


def test_taken_off_and_put_back_it_is_the_same(as_alma, plan, library):
    resource = library.resources.create(plan=plan, kind="hands", text="To timer om ugen")
    page = as_alma.post(url_of(library, f"{resource.pk}/fjern/"), follow=True).content.decode()
    assert "»To timer om ugen« er fjernet." in page
    assert "Ingen ressourcer endnu" in page
    undo = re.search(r'action="([^"]+gendan/[^"]+)"', page)[1]

    as_alma.post(undo)
    as_alma.post(undo)

    assert list(library.resources.all()) == [resource]
    assert [entry.verb for entry in plan.audit_entries.order_by("id")] == ["delete", "restore"]


def test_readers_see_and_may_not_change(as_bo, plan, library):
    resource = library.resources.create(plan=plan, kind="room", text="Sal til 60")
    page = as_bo.get(url_of(library)).content.decode()

    assert "Sal til 60" in page
    assert "Fjern" not in page
    assert as_bo.post(url_of(library), {"kind": "room", "text": "Ny"}).status_code == 403
    assert as_bo.post(url_of(library, f"{resource.pk}/fjern/")).status_code == 403
    assert as_bo.post(url_of(library, "gendan/")).status_code == 403


def test_strangers_wrong_methods_and_other_plans(as_carla, as_alma, plan, library, other):
    resource = library.resources.create(plan=plan, kind="room", text="Sal til 60")
    foreign = other.actor.resources.create(plan=other.plan, kind="room", text="KANARIE sal")

    assert as_carla.get(url_of(library)).status_code == 404
    assert as_alma.get(url_of(other.actor)).status_code == 404
    assert as_alma.put(url_of(library)).status_code == 405
    assert as_alma.get(url_of(library, f"{resource.pk}/fjern/")).status_code == 405
    assert as_alma.post(url_of(library, f"{foreign.pk}/fjern/")).status_code == 404
    assert as_alma.post(url_of(library, "gendan/?token=x")).status_code == 404
    assert as_alma.get(url_of(library, "gendan/")).status_code == 405
    assert other.actor.resources.count() == 1


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_tab_takes_nine_queries_whatever_it_holds(as_alma, plan, library, number):
    for count in range(number):
        library.resources.create(plan=plan, kind="room", text=f"Rum {count}")

    with CaptureQueriesContext(connection) as queries:
        as_alma.get(url_of(library))
    assert len(queries) == 9
