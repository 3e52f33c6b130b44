"""The keys of design.md: one letter each, outside fields, and none when switched off."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(windows, plan, alma):
    """Alma's list of actors."""
    factories.make_actor(plan, "Biblioteket")
    page = windows.open(alma)
    page.goto(f"/{plan.slug}/aktoerer/")
    return page


def test_the_skip_link_comes_first_and_leads_past_the_menu(page):
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indhold")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_stroke_goes_to_the_search(page):
    page.keyboard.press("/")
    search = page.get_by_label("Søg aktør, person eller sted")
    expect(search).to_be_focused()
    expect(search).to_have_value("")


def test_the_question_mark_shows_the_keys_and_escape_gives_the_focus_back(page):
    page.get_by_role("link", name="Ny aktør").focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Tastaturgenveje")
    expect(dialog).to_be_visible()
    # While it stands open the letters lead nowhere.
    page.keyboard.press("l")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("link", name="Ny aktør")).to_be_focused()
    expect(page).to_have_url(re.compile("/aktoerer/$"))


def test_the_button_with_the_keyboard_shows_the_same(page):
    opener = page.get_by_role("button", name="Tastaturgenveje")
    opener.click()
    dialog = page.get_by_role("dialog", name="Tastaturgenveje")
    dialog.get_by_role("button", name="Luk").click()
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize(
    ("letter", "heading"),
    [
        ("s", "Samarbejder"),
        ("n", "Netværkskort"),
        ("h", "Solbakken"),
        ("a", "Aktører"),
        ("o", re.compile("Alma$")),
    ],
)
def test_g_and_a_letter_go_to_a_place(page, letter, heading):
    if letter == "a":
        page.goto(page.url.replace("aktoerer", "samarbejder"))
    page.keyboard.press("g")
    page.keyboard.press(letter)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_in_a_field_the_letters_are_letters(page):
    search = page.get_by_role("searchbox", name="Søg i listen")
    search.focus()
    page.keyboard.type("l/?gs")
    expect(search).to_have_value("l/?gs")
    expect(page).to_have_url(re.compile("/aktoerer/"))
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_switched_off_on_the_account_they_are_dead(page, alma):
    list_at = page.url
    page.goto("/profil/")
    page.get_by_label("Genveje med ét bogstav").uncheck()
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("[data-message]")).to_contain_text("Gemt.")
    page.goto(list_at)
    for key in "l?gs/":
        page.keyboard.press(key)
    expect(page.locator("body")).to_be_focused()
    expect(page).to_have_url(list_at)
    expect(page.get_by_role("dialog")).to_have_count(0)


# -- The map ------------------------------------------------------------------------------------------


@pytest.fixture
def drawing(page, plan):
    """The map of three, of which the middle one works with both others."""
    library, shop, school = (factories.make_actor(plan, name) for name in ("Biblio", "Købmand", "Åkanden"))
    factories.make_collaboration(plan, shop, library)
    factories.make_collaboration(plan, shop, school)
    page.keyboard.press("g")
    page.keyboard.press("n")
    return page.locator("svg[data-map]")


def test_the_map_is_one_stop_of_the_tab_key(page, drawing):
    expect(drawing.locator("a[tabindex='0']")).to_have_count(1)
    expect(drawing.locator("a[tabindex='-1']")).to_have_count(3)


def test_arrows_go_from_neighbour_to_neighbour_and_enter_opens(page, drawing):
    drawing.locator("a[tabindex='0']").focus()
    at = drawing.locator("a:focus")
    expect(at).to_have_attribute("aria-label", re.compile("^Købmand"))
    came_to = set()
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        drawing.get_by_role("link", name=re.compile("^Købmand")).focus()
        page.keyboard.press(key)
        came_to.add(at.get_attribute("aria-label").split(",")[0])
    assert {"Biblio", "Åkanden"} <= came_to

    drawing.get_by_role("link", name=re.compile("^Biblio,")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Biblio")).to_be_visible()
    chosen = drawing.locator("a[aria-current]")
    expect(chosen).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Biblio")).to_have_count(0)
    drawing.get_by_role("link", name=re.compile("^Biblio,")).focus()
    page.keyboard.press("Enter")
    expect(chosen).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Biblio")
