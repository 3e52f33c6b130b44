"""The quick log as it is used: keys alone at a desk, two taps in a stairwell, a connection that drops."""

import os
import re

import pytest
from playwright.sync_api import expect, sync_playwright

from tests import factories
from tests.services import chromium_options

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
LIST = "/solbakken/samarbejder/"
LOG = f"{LIST}log/"


@pytest.fixture(scope="module")
def chromium():
    """One browser for the module. Playwright's loop in this thread makes Django think it is async."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium_options())
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def page_of(chromium, live_server, client, **screen):
    """A page in which the client's user is logged in; an error in a script fails the test at its end."""
    context = chromium.new_context(base_url=live_server.url, **screen)
    cookie = client.cookies["sessionid"]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    return page


@pytest.fixture
def desk(chromium, live_server, as_alma):
    """Alma at her desk."""
    page = page_of(chromium, live_server, as_alma, viewport={"width": 1440, "height": 900})
    yield page
    assert page.problems == []
    page.context.close()


@pytest.fixture
def phone(chromium, live_server, as_alma):
    """Alma in the stairwell."""
    screen = {"width": 390, "height": 844}
    page = page_of(chromium, live_server, as_alma, viewport=screen, has_touch=True, is_mobile=True)
    yield page
    assert page.problems == []
    page.context.close()


@pytest.fixture
def actors(plan):
    """Four actors, two of which begin alike."""
    names = ("Købmand Ågaard", "Ungdomsskolen Åkanden", "Ungdomsklubben", "Biblioteket")
    return [factories.make_actor(plan, name) for name in names]


def message(page):
    """The receipt on top of the page."""
    return page.locator("[data-message] .alert-text")


def ticked(page):
    """The chosen actors."""
    return page.locator("input[name=actors]:checked")


def test_by_keyboard_alone(desk, actors, plan):
    desk.goto(LIST)
    desk.keyboard.press("l")
    desk.wait_for_url(f"**{LOG}")
    # Enter may come before the answer does.
    desk.keyboard.type("køb")
    desk.keyboard.press("Enter")
    expect(ticked(desk)).to_have_count(1)
    desk.keyboard.type("åka")
    desk.keyboard.press("Enter")
    expect(ticked(desk)).to_have_count(2)
    expect(desk.locator("#actor-search")).to_be_focused()
    desk.keyboard.press("4")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{LIST}")
    expect(message(desk)).to_have_text("Gemt. Købmand Ågaard og Ungdomsskolen Åkanden samordner nu.")
    desk.get_by_role("button", name="Fortryd").click()
    expect(message(desk)).to_have_text("Fortrudt. Samarbejdet er ikke logget.")
    assert plan.collaborations.count() == 0


def test_arrows_choose_among_several_and_escape_closes(desk, actors):
    desk.goto(LOG)
    search = desk.locator("#actor-search")
    search.press_sequentially("ungdoms")
    expect(search).to_have_attribute("aria-activedescendant", "actor-option-1")
    desk.keyboard.press("ArrowDown")
    expect(search).to_have_attribute("aria-activedescendant", "actor-option-2")
    desk.keyboard.press("Enter")
    expect(ticked(desk)).to_have_count(1)
    expect(desk.locator("[data-picker-status]")).to_have_text(re.compile("er valgt. 1 aktør i alt."))
    search.press_sequentially("ung")
    expect(search).to_have_attribute("aria-expanded", "true")
    desk.keyboard.press("Escape")
    expect(search).to_have_attribute("aria-expanded", "false")
    expect(desk).to_have_url(re.compile(LOG))


def test_digits_typed_in_a_name_are_letters(desk, actors):
    desk.goto(LOG)
    desk.locator("#actor-search").press_sequentially("a4")
    expect(desk.locator("input[name=how]:checked")).to_have_count(0)
    expect(desk.locator("#actor-search")).to_have_value("a4")


def test_two_taps_when_the_actors_are_chosen(phone, actors, plan):
    phone.goto(f"{LOG}?aktoer={actors[0].pk}&aktoer={actors[1].pk}")
    phone.locator(".choice-card", has_text="Samskabe").tap()
    phone.get_by_role("button", name="Gem samarbejde").tap()
    expect(message(phone)).to_have_text("Gemt. Købmand Ågaard og Ungdomsskolen Åkanden samskaber nu.")
    assert plan.collaborations.get().form == 5


def test_the_five_forms_and_the_button_stand_on_one_phone_screen(phone, actors):
    phone.goto(f"{LOG}?aktoer={actors[0].pk}&aktoer={actors[1].pk}")
    foot = phone.get_by_role("button", name="Gem samarbejde").bounding_box()
    last = phone.locator(".choice-card", has_text="Samskabe").bounding_box()
    assert last["y"] + last["height"] < foot["y"]
    assert foot["y"] + foot["height"] <= 844
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_a_connection_that_drops_loses_nothing(desk, actors, plan):
    desk.goto(f"{LOG}?aktoer={actors[0].pk}&aktoer={actors[1].pk}")
    desk.locator("summary").click()
    desk.fill("#id_about", "Fritidsjob")
    desk.locator(".choice-card", has_text="Samvirke").click()
    desk.context.set_offline(True)
    desk.get_by_role("button", name="Gem samarbejde").click()
    lost = "Ingen forbindelse. Det, du skrev, er her stadig. Prøv igen."
    expect(desk.locator("[data-no-answer]")).to_have_text(lost)
    desk.locator("#actor-search").press_sequentially("bib")
    expect(desk.locator("[data-picker-results]")).to_have_text(lost)
    desk.locator("#actor-search").fill("")
    expect(desk.locator("#id_about")).to_have_value("Fritidsjob")
    desk.context.set_offline(False)
    desk.get_by_role("button", name="Gem samarbejde").click()
    desk.wait_for_url(f"**{LIST}")
    assert plan.collaborations.get().about == "Fritidsjob"


def test_errors_take_focus_and_keep_what_was_chosen(desk, actors):
    desk.goto(f"{LOG}?aktoer={actors[3].pk}")
    desk.keyboard.press("2")
    desk.keyboard.press("Enter")
    expect(desk.locator(".error-summary")).to_be_focused()
    expect(ticked(desk)).to_have_count(1)
    expect(desk.locator("input[name=how][value='2']")).to_be_checked()
    # The new form answers to the same keys.
    desk.locator("#actor-search").press_sequentially("køb")
    desk.keyboard.press("Enter")
    expect(ticked(desk)).to_have_count(2)


def test_the_tovholder_is_offered_among_the_chosen(desk, actors):
    desk.goto(f"{LOG}?aktoer={actors[0].pk}")
    desk.locator("summary").click()
    offered = desk.locator("#id_coordinator option")
    expect(offered).to_have_text(["Ingen endnu", "Købmand Ågaard"])
    desk.locator("#actor-search").press_sequentially("bib")
    desk.keyboard.press("Enter")
    expect(offered).to_have_text(["Ingen endnu", "Købmand Ågaard", "Biblioteket"])


def test_without_script_it_is_a_form_like_any_other(chromium, live_server, as_alma, actors, plan):
    page = page_of(chromium, live_server, as_alma, java_script_enabled=False)
    page.goto(f"{LOG}?aktoer={actors[0].pk}")
    page.fill("#actor-search", "åka")
    page.press("#actor-search", "Enter")
    page.get_by_label("Ungdomsskolen Åkanden").check()
    page.get_by_label("Videndele").check()
    page.get_by_role("button", name="Gem samarbejde").click()
    expect(message(page)).to_have_text("Gemt. Købmand Ågaard og Ungdomsskolen Åkanden videndeler nu.")
    page.context.close()
