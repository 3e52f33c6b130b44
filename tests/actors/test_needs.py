"""What an actor lacks: written on, taken off, put back, beside what it has."""

import re

import pytest

from actors.guard import CPR_FOUND_MESSAGE
from tests import factories


@pytest.fixture
def rosen(plan):
    return factories.make_actor(plan, "Kvindeforeningen Rosen")


def tab(actor) -> str:
    return f"/solbakken/aktoerer/{actor.pk}/ressourcer/"


def url_of(actor, act="") -> str:
    return f"/solbakken/aktoerer/{actor.pk}/mangler/{act}"


def texts(actor) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in actor.needs.all()]


def test_a_need_is_written_on_and_shown_under_mangler(as_alma, plan, rosen):
    response = as_alma.post(url_of(rosen), {"kind": "room", "text": "Lokale torsdag aften"}, follow=True)
    page = response.content.decode()

    assert response.redirect_chain == [(tab(rosen), 302)]
    assert "»Lokale torsdag aften« er tilføjet." in page
    assert page.index("Mangler</h2>") < page.index("Lokale torsdag aften</span>")
    assert texts(rosen) == [("room", "Lokale torsdag aften")]
    assert rosen.resources.count() == 0
    assert plan.audit_entries.get().object_type == "need"


def test_the_same_thing_twice_is_one(as_alma, rosen):
    for _ in range(2):
        as_alma.post(url_of(rosen), {"kind": "room", "text": "Sal"})

    assert texts(rosen) == [("room", "Sal")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"kind": "room", "text": ""}, "Skriv, hvad de mangler"),
        ({"kind": "", "text": "Sal"}, "Vælg, hvad det er"),
        ({"kind": "castle", "text": "Sal"}, "Vælg fra listen"),
        ({"kind": "room", "text": "a" * 201}, "Skriv højst 200 tegn"),
        ({"kind": "room", "text": "Sal til 010165-1234"}, CPR_FOUND_MESSAGE),
    ],
)
def test_what_is_wrong_is_said_at_its_own_form(as_alma, rosen, data, message):
    page = as_alma.post(url_of(rosen), data).content.decode()

    assert page.count(message) == 2
    assert page.index("add-need") < page.index(message)
    assert "<title>Fejl: " in page
    assert texts(rosen) == []


def test_no_cpr_number_after_all_is_saved(as_alma, plan, rosen):
    as_alma.post(url_of(rosen), {"kind": "room", "text": "Sal til 010165-1234", "cpr_ok": "on"})

    assert texts(rosen) == [("room", "Sal til 010165-1234")]
    assert [one.verb for one in plan.audit_entries.order_by("id")] == ["create", "cpr_override"]


@pytest.mark.parametrize(("things", "place"), [("needs", "mangler"), ("resources", "ressourcer")])
def test_taken_off_and_put_back_it_has_its_source_again(as_alma, plan, rosen, things, place):
    interview = factories.make_interview(rosen)
    thing = getattr(rosen, things).create(plan=plan, kind="hands", text="To timer", interview=interview)
    own = f"/solbakken/aktoerer/{rosen.pk}/{place}/"
    page = as_alma.post(f"{own}{thing.pk}/fjern/", follow=True).content.decode()
    assert "»To timer« er fjernet." in page

    for _ in range(2):
        as_alma.post(re.search(rf'action="({own}gendan/[^"]+)"', page)[1])

    back = getattr(rosen, things).get()
    assert (back, back.interview) == (thing, interview)
    assert [one.verb for one in plan.audit_entries.order_by("id")] == ["delete", "restore"]


def test_readers_see_and_may_not_change(as_bo, plan, rosen):
    need = rosen.needs.create(plan=plan, kind="room", text="Sal")
    page = as_bo.get(tab(rosen)).content.decode()

    assert "Sal" in page
    assert "Fjern" not in page
    for act in ("", f"{need.pk}/fjern/", "gendan/"):
        assert as_bo.post(url_of(rosen, act), {"kind": "room", "text": "Ny"}).status_code == 403


def test_strangers_wrong_methods_and_other_plans(as_carla, as_alma, plan, rosen, other):
    foreign = other.actor.needs.create(plan=other.plan, kind="room", text="KANARIE sal")

    assert as_carla.get(url_of(rosen)).status_code == 404
    assert as_alma.post(url_of(other.actor), {"kind": "room", "text": "x"}).status_code == 404
    assert as_alma.post(url_of(rosen, f"{foreign.pk}/fjern/")).status_code == 404
    assert as_alma.post(url_of(rosen, "gendan/?token=x")).status_code == 404
    assert as_alma.put(url_of(rosen)).status_code == 405
    assert as_alma.get(url_of(rosen, f"{foreign.pk}/fjern/")).status_code == 405
    assert other.actor.needs.count() == 1


def test_an_undo_of_a_resource_makes_no_need(as_alma, plan, rosen):
    thing = rosen.resources.create(plan=plan, kind="hands", text="To timer")
    page = as_alma.post(f"{tab(rosen)}{thing.pk}/fjern/", follow=True).content.decode()
    token = re.search(r"gendan/(\?token=[^\"]+)", page)[1]

    assert as_alma.post(url_of(rosen, f"gendan/{token}")).status_code == 404
