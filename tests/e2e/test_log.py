"""The quick log as it is used: keys alone at a desk, two taps in a stairwell, a connection that drops."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
LIST = "/solbakken/samarbejder/"
LOG = f"{LIST}log/"
# What the picker asks for.
ANSWERS = "**/log/aktoerer/**"


@pytest.fixture
def desk(windows, alma):
    """Alma at her desk."""
    return windows.open(alma)


@pytest.fixture
def phone(windows, alma):
    """Alma in the stairwell."""
    return windows.open(alma, size=PHONE, touch=True)


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


def type_ahead(page, *names):
    """Letters and Enter, without a look at the screen."""
    for letters in names:
        page.keyboard.type(letters)
        page.keyboard.press("Enter")


def test_fast_fingers_do_not_wait_for_a_slow_connection(desk, actors, plan):
    desk.route(ANSWERS, lambda request: None)
    desk.goto(LOG)
    type_ahead(desk, "køb", "åka")
    desk.keyboard.press("4")
    desk.keyboard.press("Enter")
    expect(desk.locator("input[name=how][value='4']")).to_be_checked()
    expect(ticked(desk)).to_have_count(0)
    # They come when told to.
    desk.unroute(ANSWERS)
    desk.wait_for_url(f"**{LIST}")
    expect(message(desk)).to_have_text("Gemt. Købmand Ågaard og Ungdomsskolen Åkanden samordner nu.")
    assert plan.collaborations.count() == 1


def test_a_name_that_nobody_has_comes_back_and_nothing_is_saved(desk, actors, plan):
    desk.route(ANSWERS, lambda request: None)
    desk.goto(LOG)
    type_ahead(desk, "køb", "xy")
    desk.keyboard.press("4")
    desk.keyboard.press("Enter")
    # They come when told to.
    desk.unroute(ANSWERS)
    expect(desk.locator("#actor-search")).to_have_value("xy")
    expect(desk.locator("[data-picker-results]")).to_contain_text("Ingen aktører passer.")
    expect(ticked(desk)).to_have_count(1)
    desk.locator("#actor-search").fill("åka")
    desk.keyboard.press("Enter")
    expect(ticked(desk)).to_have_count(2)
    desk.keyboard.press("Enter")
    expect(message(desk)).to_contain_text("samordner nu")
    assert plan.collaborations.count() == 1


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


def test_a_connection_that_drops_loses_nothing(windows, desk, actors, plan):
    windows.expect("htmx:", "ERR_INTERNET_DISCONNECTED")
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
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-picker-results]")).to_have_text(lost)
    expect(desk.locator("#actor-search")).to_have_value("bib")
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


def test_without_script_it_is_a_form_like_any_other(windows, alma, actors, plan):
    page = windows.open(alma, script=False)
    page.goto(f"{LOG}?aktoer={actors[0].pk}")
    page.fill("#actor-search", "åka")
    page.press("#actor-search", "Enter")
    page.get_by_label("Ungdomsskolen Åkanden").check()
    page.get_by_label("Videndele").check()
    page.get_by_role("button", name="Gem samarbejde").click()
    expect(message(page)).to_have_text("Gemt. Købmand Ågaard og Ungdomsskolen Åkanden videndeler nu.")
