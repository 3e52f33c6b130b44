"""From a talk to a meeting: what an actor says gives rise to a match, and the match to a planned contact."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from actors.models import Resource
from tests import factories

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
TODAY = timezone.localdate()


@pytest.fixture
def rosen(plan):
    """Who lacks a room; the pharmacy that has one, and that three of us called this month; who knows both."""
    rosen = factories.make_actor(plan, "Kvindeforeningen Rosen", kind="resident")
    pharmacy = factories.make_actor(plan, "Apoteket Lærken", kind="business", status="active")
    library = factories.make_actor(plan, "Biblioteket")
    Resource.objects.create(plan=plan, actor=pharmacy, kind="room", text="Mødelokale, tomt efter kl. 18")
    for one in (rosen, pharmacy):
        factories.make_collaboration(plan, library, one)
    for name in ("Ib Kær", "Eva Lind", "Per Sø"):
        by = factories.make_user(name)
        factories.make_contact_note(pharmacy, on=TODAY - timedelta(days=2), by=by)
    return rosen


def shown(page):
    """The step that is on the screen."""
    return page.locator("[data-step]:not([hidden])")


def talk_of_resources(page, rosen):
    """A talk of the fifth ray alone, with the connection cut while they speak."""
    page.goto(f"/solbakken/aktoerer/{rosen.pk}/vaerdier/")
    page.get_by_role("main").get_by_role("button", name="Start en solskinssamtale").click()
    page.get_by_role("link", name="Stråle 5").click()
    page.context.set_offline(True)
    shown(page).locator(".segments label", has_text="Meget").click()
    shown(page).get_by_label("Med deres egne ord").press_sequentially("Et lokale torsdag aften.")
    expect(shown(page).get_by_role("status")).to_contain_text("Ingen forbindelse.")
    page.context.set_offline(False)
    expect(shown(page).get_by_role("status")).to_contain_text("Gemt kl. ")


def test_from_a_talk_to_a_planned_contact(windows, plan, alma, rosen):
    windows.expect("ERR_INTERNET_DISCONNECTED")
    page = windows.open(alma)
    talk_of_resources(page, rosen)
    assert [(ray.value, ray.level, ray.gains) for ray in plan.rays.all()] == [
        (5, 3, "Et lokale torsdag aften.")
    ]
    page.reload()
    match = page.get_by_role("region", name="Muligt match")
    expect(match).to_contain_text("»Et lokale torsdag aften«")
    expect(match).to_contain_text("Apoteket Lærken")
    poster = page.request.get(page.get_by_role("link", name="Print plakat").get_attribute("href"))
    assert poster.headers["content-type"] == "application/pdf"
    page.goto("/solbakken/match/")
    card = page.get_by_role("article", name="Kvindeforeningen Rosen og Apoteket Lærken")
    expect(card).to_contain_text("»Et lokale torsdag aften«")
    card.get_by_role("link", name="Foreslå møde").click()
    page.get_by_role("radio", name="Apoteket Lærken").check()
    page.get_by_role("button", name="Læg i opfølgninger").click()
    expect(page.locator("[data-message]")).to_contain_text("Alma Bøgh foreslår")
    page.goto(f"/solbakken/aktoerer/kontakt/?aktoer={plan.followups.get().actor_id}")
    expect(page.locator("#note-about")).to_contain_text("Tre kolleger har talt med dem de sidste 30 dage.")
    page.goto("/solbakken/overblik/")
    waiting = page.get_by_role("listitem").filter(has_text="Apoteket Lærken")
    expect(waiting.get_by_role("button", name="Klaret")).to_be_visible()
