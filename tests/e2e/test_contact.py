"""A contact in one line: by keys at a desk, by thumb in a stairwell, and what it comes to on Overblik."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
HOME = "/solbakken/overblik/"
LOG = "/solbakken/aktoerer/kontakt/"
# What the picker asks for.
ANSWERS = "**/kontakt/aktoerer/**"
TODAY = timezone.localdate()


@pytest.fixture
def library(plan):
    """Three colleagues have talked to them this month; Lone works there."""
    library = factories.make_actor(plan, "Biblioteket på Bakken", status="active")
    for days, name in enumerate(("Ib Kær", "Eva Lind", "Per Sø"), start=1):
        by = factories.make_user(name)
        factories.make_contact_note(library, on=TODAY - timedelta(days=days), by=by, text=f"Linje {days}")
    factories.make_contact(library, "Lone Riis", "formidler")
    return library


@pytest.fixture
def desk(windows, alma, library):
    """Alma at her desk, with Overblik before her."""
    page = windows.open(alma)
    page.goto(HOME)
    return page


def message(page):
    """The receipt on top of the page."""
    return page.locator("[data-message] .alert-text")


def choose_by_keys(page, letters="bib"):
    """K, three letters, Enter; the next field has its turn."""
    page.keyboard.press("k")
    page.wait_for_url(f"**{LOG}*")
    expect(page.get_by_role("combobox", name="Søg andre aktører")).to_be_focused()
    page.keyboard.type(letters)
    page.keyboard.press("Enter")
    expect(page.locator("input[name=actor]:checked")).to_have_count(1)
    expect(page.get_by_label("Hvad kom der ud af det?")).to_be_focused()


def test_by_keyboard_alone_past_the_warning_to_a_promise_that_is_kept(desk, plan):
    choose_by_keys(desk)
    about = desk.locator("#note-about")
    expect(about).to_contain_text("Tre kolleger har talt med dem de sidste 30 dage.")
    expect(about).to_contain_text("Ib Kær, opkald i går")
    desk.keyboard.type("Vi må låne salen")
    desk.keyboard.press("Tab")
    desk.keyboard.type("Send en seddel om salen")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{HOME}")
    expect(message(desk)).to_have_text("Gemt. Kontakten med Biblioteket på Bakken er i loggen.")
    promise = desk.get_by_role("listitem").filter(has_text="Send en seddel om salen")
    promise.get_by_role("button", name="Klaret").click()
    expect(message(desk)).to_have_text("Klaret. »Send en seddel om salen«")
    expect(promise).to_have_count(0)
    desk.get_by_role("button", name="Fortryd").click()
    expect(promise).to_be_visible()
    assert plan.followups.open().count() == 1


def test_fast_fingers_do_not_wait_for_a_slow_connection(desk, plan):
    desk.goto(LOG)
    desk.route(ANSWERS, lambda request: None)
    desk.keyboard.type("bib")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Vi må låne salen")
    desk.keyboard.press("Enter")
    # They come when told to.
    desk.unroute(ANSWERS)
    expect(message(desk)).to_contain_text("er i loggen.")
    assert plan.contactnotes.first().text == "Vi må låne salen"


def test_a_name_that_nobody_has_comes_back_and_nothing_is_saved(desk, plan):
    desk.goto(LOG)
    desk.keyboard.type("xyz")
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-picker-results]")).to_contain_text("Ingen aktører passer.")
    expect(desk.locator("input[name=actor]:checked")).to_have_count(0)
    assert plan.contactnotes.count() == 3


def test_another_actor_brings_its_own_people(desk, plan):
    factories.make_contact(factories.make_actor(plan, "Klubben"), "Kim Dahl", "leder")
    choose_by_keys(desk)
    desk.get_by_text("Hvem hos dem, og hvornår").click()
    person = desk.get_by_label("Hvem hos dem?")
    expect(person.locator("option")).to_have_text(["Ingen bestemt", "Lone Riis, formidler"])
    desk.get_by_role("combobox", name="Søg andre aktører").fill("klu")
    desk.keyboard.press("Enter")
    expect(person.locator("option")).to_have_text(["Ingen bestemt", "Kim Dahl, leder"])
    expect(desk.locator("#note-about")).to_contain_text("Ingen kontakt endnu")


def test_errors_take_focus_and_keep_what_was_chosen(desk):
    choose_by_keys(desk)
    desk.keyboard.press("Enter")
    expect(desk.locator(".error-summary")).to_be_focused()
    expect(desk.locator(".error-summary")).to_contain_text("Skriv, hvad der kom ud af det")
    expect(desk.locator("input[name=actor]:checked")).to_have_count(1)
    assert faults(desk) == []


def test_by_thumb_from_the_profile(windows, alma, library, plan):
    phone = windows.open(alma, size=PHONE, touch=True)
    phone.goto(f"/solbakken/aktoerer/{library.pk}/")
    phone.get_by_role("main").get_by_role("link", name="Log kontakt", exact=True).tap()
    expect(phone.locator("input[name=actor]:checked")).to_have_count(1)
    expect(phone.locator("#note-about")).to_contain_text("Kan det vente, eller kan I gå sammen?")
    phone.get_by_text("På gaden", exact=True).tap()
    phone.get_by_label("Hvad kom der ud af det?").fill("De har åbent i morgen")
    foot = phone.get_by_role("button", name="Gem kontakt").bounding_box()
    assert foot["y"] + foot["height"] <= PHONE[1]
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    phone.get_by_role("button", name="Gem kontakt").tap()
    expect(message(phone)).to_contain_text("er i loggen.")
    assert plan.contactnotes.get(text="De har åbent i morgen").channel == "passing"


def test_the_plus_of_the_telephone_leads_to_both_logs(windows, alma, library):
    phone = windows.open(alma, size=PHONE, touch=True)
    phone.goto(HOME)
    phone.get_by_role("link", name="Log samarbejde eller kontakt").tap()
    phone.get_by_role("link", name="Log kontakt i stedet").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Log kontakt")
    phone.goto(HOME)
    phone.locator(".phone-menu summary").tap()
    phone.locator(".phone-menu").get_by_role("link", name="Log kontakt").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Log kontakt")


def test_without_script_it_is_a_form_like_any_other(windows, alma, library, plan):
    page = windows.open(alma, script=False)
    page.goto(LOG)
    page.fill("#actor-search", "bib")
    page.press("#actor-search", "Enter")
    page.get_by_label("Biblioteket på Bakken").check()
    page.get_by_label("Hvad kom der ud af det?").fill("Vi må låne salen")
    page.get_by_label("Næste skridt").fill("Send en seddel")
    page.get_by_role("button", name="Gem kontakt").click()
    expect(message(page)).to_have_text("Gemt. Kontakten med Biblioteket på Bakken er i loggen.")
    page.goto(HOME)
    page.get_by_role("button", name=re.compile("^Klaret.*Send en seddel")).click()
    expect(message(page)).to_have_text("Klaret. »Send en seddel«")
    page.get_by_role("link", name="Opfølgninger", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Opfølgninger")
    page.get_by_role("link", name="Klaret", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Send en seddel")


def test_the_pages_of_care_have_no_faults(desk, plan, alma, library):
    mine = plan.memberships.get(user=alma)
    factories.make_follow_up(library, "Ring om salen", due=TODAY - timedelta(days=3), responsible=mine)
    for name, days in (("Apoteket Lærken", 97), ("Kirken på Bakken", 130)):
        actor = factories.make_actor(plan, name, status="active")
        factories.make_contact_note(actor, on=TODAY - timedelta(days=days))
    profile = f"/solbakken/aktoerer/{library.pk}/"
    lists = (HOME, f"{HOME}balance/", "/solbakken/aktoerer/opfoelgninger/")
    found = []
    for path in (*lists, f"{LOG}?aktoer={library.pk}", profile, f"{profile}kontaktlog/"):
        desk.goto(path)
        found += [f"{path} {fault}" for fault in faults(desk)]
    assert found == []


def test_four_things_with_a_verb_each_stand_above_the_fold(desk, plan, alma):
    mine = plan.memberships.get(user=alma)
    for number in range(9):
        actor = factories.make_actor(plan, f"Foreningen nummer {number}")
        factories.make_follow_up(actor, f"Ring om sag {number}", due=TODAY, responsible=mine)
    for size, fold in (((1440, 900), 900), (PHONE, PHONE[1] - 70)):
        desk.set_viewport_size({"width": size[0], "height": size[1]})
        desk.goto(HOME)
        fourth = desk.get_by_role("button", name=re.compile("^Klaret")).nth(3).bounding_box()
        assert fourth["y"] + fourth["height"] <= fold
