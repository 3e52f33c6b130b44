"""The whole work with JavaScript switched off: links and forms, as the web began."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
SHEET = "Navn;Type;Kontaktperson\nRosenhaven;Frivillig;Åse Ømand\nBageren på Åsen;Butik;\n"


@pytest.fixture
def page(windows, alma):
    """Alma's window without script."""
    return windows.open(alma, script=False)


@pytest.fixture
def three(plan):
    """Three actors, two of which work together."""
    actors = [factories.make_actor(plan, name) for name in ("Biblioteket", "Købmand Ågaard", "Åkanden")]
    factories.make_collaboration(plan, *actors[:2], about="Læseklub")
    return actors


def message(page):
    """The receipt on top of the page."""
    return page.locator("[data-message] .alert-text")


def press(page, name):
    """The button in the page with this name."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page, name):
    """The link in the page with this name."""
    page.get_by_role("main").get_by_role("link", name=name, exact=True).click()


def heading(page):
    """What the page is about."""
    return page.get_by_role("heading", level=1)


def test_log_in_search_and_filter(windows, plan, alma, three):
    page = windows.open(script=False)
    page.goto("/")
    page.get_by_label("Mail").fill(alma.email)
    page.get_by_label("Adgangskode").fill(factories.PASSWORD)
    press(page, "Log ind")
    page.get_by_label("Søg aktør, person eller sted").fill("KOEBMAND")
    page.keyboard.press("Enter")
    follow(page, "Købmand Ågaard")
    expect(heading(page)).to_have_text("Købmand Ågaard")
    page.get_by_role("link", name="Aktører", exact=True).first.click()
    follow(page, "Flere filtre")
    page.get_by_label("Status").select_option(label="Aktiv")
    press(page, "Vis")
    expect(page).to_have_url(re.compile("status=active"))
    page.get_by_role("searchbox", name="Søg i listen").fill("åkanden")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=%C3%A5kanden"))


def test_an_actor_is_made_mended_put_away_and_brought_back(page, plan):
    page.goto(f"/{plan.slug}/aktoerer/")
    page.get_by_role("link", name="Ny aktør").first.click()
    press(page, "Gem aktør")
    expect(page.get_by_role("main")).to_contain_text("Skriv aktørens navn")
    page.get_by_label("Navn", exact=True).fill("Ørestuen")
    page.get_by_label("Frivillig organisation").check()
    press(page, "Gem aktør")
    expect(message(page)).to_have_text("Gemt. Ørestuen er oprettet.")
    follow(page, "Ret")
    page.get_by_label("Navn", exact=True).fill("Ørestuen på Åsen")
    press(page, "Gem")
    expect(heading(page)).to_have_text("Ørestuen på Åsen")
    follow(page, "Ret")
    press(page, "Arkivér")
    expect(message(page)).to_have_text("Ørestuen på Åsen er arkiveret.")
    press(page, "Fortryd")
    expect(message(page)).to_have_text("Ørestuen på Åsen er tilbage på listen.")


def test_a_collaboration_is_logged_mended_ended_and_begun_again(page, plan, three):
    page.goto(f"/{plan.slug}/samarbejder/")
    page.get_by_role("link", name="Log samarbejde").first.click()
    for letters, name in (("åka", "Åkanden"), ("bib", "Biblioteket")):
        page.get_by_label("Søg andre aktører").fill(letters)
        press(page, "Søg")
        page.get_by_role("checkbox", name=name).check()
    page.get_by_label("Samordne").check()
    press(page, "Gem samarbejde")
    expect(message(page)).to_contain_text("samordner nu.")
    page.get_by_role("row", name=re.compile("Åkanden")).get_by_role("link").click()
    follow(page, "Ret")
    page.get_by_label("Samskabe").check()
    press(page, "Gem samarbejde")
    expect(page.locator(".lede").first).to_contain_text("Samskabe")
    press(page, "Afslut samarbejde")
    expect(message(page)).to_have_text("Samarbejdet er afsluttet.")
    press(page, "Begynd igen")
    expect(message(page)).to_have_text("Samarbejdet er i gang igen.")


def test_a_sheet_comes_in(page, plan):
    page.goto(f"/{plan.slug}/aktoerer/")
    follow(page, "Indlæs regneark")
    file = {"name": "aktører.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    page.get_by_label("Regneark", exact=True).set_input_files(file)
    press(page, "Vis, hvad filen indeholder")
    press(page, "Læs det hele ind")
    expect(message(page)).to_have_text("Gemt. 2 nye aktører og 1 kontaktperson er læst ind.")


def test_an_actor_is_chosen_on_the_map(page, plan, three):
    page.goto(f"/{plan.slug}/netvaerkskort/")
    page.locator("svg[data-map]").get_by_role("link", name=re.compile("^Biblioteket")).click()
    panel = page.get_by_role("complementary", name="Biblioteket")
    expect(panel.get_by_role("list", name="Samarbejder med")).to_contain_text("Købmand Ågaard")
    page.get_by_label("Samarbejdsform", exact=True).select_option(label="Videndele")
    press(page, "Vis")
    expect(page.get_by_role("complementary", name="Biblioteket")).to_contain_text(
        "Ingen samarbejder i udsnittet"
    )
    follow(page, "Tabel")
    expect(page.locator("#tabel")).to_contain_text("Ingen samarbejder passer")
