"""Possible matches as they are used: read why, plan a contact, put off, say no, take it back."""

import pytest
from playwright.sync_api import expect

from actors.models import Need, Resource
from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
LIST = "/solbakken/match/"
SENTENCE = (
    "Kvindeforeningen Rosen mangler lokale torsdag aften. Apoteket Lærken har et mødelokale, der står tomt"
    " efter kl. 18. Biblioteket kender begge."
)


@pytest.fixture
def pair(plan):
    """Two that fit, and the library that knows both."""
    rosen = factories.make_actor(plan, "Kvindeforeningen Rosen", kind="resident")
    pharmacy = factories.make_actor(plan, "Apoteket Lærken", kind="business")
    library = factories.make_actor(plan, "Biblioteket")
    Need.objects.create(plan=plan, actor=rosen, kind="room", text="Lokale torsdag aften")
    room = "Mødelokale, der står tomt efter kl. 18"
    Resource.objects.create(plan=plan, actor=pharmacy, kind="room", text=room)
    for one in (rosen, pharmacy):
        factories.make_collaboration(plan, library, one)


def card(page):
    return page.get_by_role("article", name="Kvindeforeningen Rosen og Apoteket Lærken")


def answer(page, how):
    """To the page on which the suggestion is answered."""
    page.goto(LIST)
    card(page).get_by_role("link", name=how).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(how)


def undo(page):
    """Take back what was just answered."""
    page.locator("[data-message]").get_by_role("button", name="Fortryd").click()
    expect(card(page)).to_be_visible()


def test_read_why_and_plan_a_contact(windows, alma, pair, plan):
    page = windows.open(alma)
    page.goto(LIST)
    expect(card(page)).to_contain_text(SENTENCE)
    answer(page, "Foreslå møde")
    page.get_by_role("radio", name="Apoteket Lærken").check()
    page.get_by_role("button", name="Læg i opfølgninger").click()
    expect(page.locator("[data-message]")).to_contain_text("Alma Bøgh foreslår")
    expect(page.get_by_text("Ingen match lige nu")).to_be_visible()
    assert plan.followups.get().actor.name == "Apoteket Lærken"
    undo(page)
    assert plan.followups.open().count() == 0


def test_put_off_and_say_no_and_take_it_back(windows, alma, pair, plan):
    page = windows.open(alma)
    answer(page, "Ikke nu")
    page.get_by_label("2 uger").check()
    page.get_by_role("button", name="Gem til senere").click()
    expect(page.locator("[data-message]")).to_contain_text("Forslaget kommer igen")
    undo(page)
    answer(page, "Nej")
    page.get_by_role("button", name="Tag det af listen").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.get_by_label("De har ikke tid").check()
    page.get_by_role("button", name="Tag det af listen").click()
    expect(page.get_by_text("Ingen match lige nu")).to_be_visible()
    page.get_by_role("link", name="Besvarede").click()
    expect(page.get_by_role("cell", name="De har ikke tid")).to_be_visible()
    page.get_by_role("cell").get_by_role("button", name="Fortryd").click()
    expect(card(page)).to_be_visible()
    assert plan.matchanswers.filter(taken_back_at__isnull=True).count() == 0


def test_the_list_is_narrowed_without_a_new_page(windows, alma, pair):
    page = windows.open(alma)
    page.goto(LIST)
    page.get_by_role("link", name="Ressourcer 1").click()
    expect(page).to_have_url(f"{windows.site}{LIST}?value=5")
    page.get_by_role("searchbox", name="Søg i listen").fill("bager")
    expect(page.get_by_text("Ingen match passer")).to_be_visible()
    expect(page.locator("#match-fact")).to_have_text("Ingen par passer.")


def test_on_a_phone_it_fits_and_the_buttons_are_for_thumbs(windows, alma, pair):
    page = windows.open(alma, size=PHONE, touch=True)
    page.goto(LIST)
    expect(card(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    for link in card(page).locator(".btn").all():
        assert link.bounding_box()["height"] >= 44


def test_every_state_is_in_order(windows, alma, pair, plan):
    page = windows.open(alma)
    found = []
    for address in (
        LIST, f"{LIST}?q=findesikke", f"{LIST}svar/",
        "/solbakken/hvem-kan/?kind=room", "/solbakken/hvem-kan/?words=xyz",
        "/solbakken/gennem-hvem/?q=lærken&begynd=rosen", "/solbakken/gennem-hvem/?q=xyz",
    ):  # fmt: skip
        page.goto(address)
        found += [f"{address} {fault}" for fault in faults(page)]
    page.goto(f"/solbakken/netvaerkskort/?aktoer={plan.needs.get().actor_id}")
    expect(page.locator(".match-lines path")).to_have_count(1)
    found += [f"the map: {fault}" for fault in faults(page)]
    for how in ("Ikke nu", "Nej"):
        answer(page, how)
        found += [f"{how}: {fault}" for fault in faults(page)]
    page.get_by_role("button", name="Tag det af listen").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    found += [f"with errors: {fault}" for fault in faults(page)]
    assert found == []


def test_without_script(windows, alma, pair, plan):
    page = windows.open(alma, script=False)
    answer(page, "Nej")
    page.get_by_label("Det passer ikke sammen").check()
    page.get_by_role("button", name="Tag det af listen").click()
    expect(page.locator("[data-message]")).to_contain_text("Forslaget bliver væk, til der sker noget nyt.")
    assert plan.matchanswers.get().reason == "poor_fit"
