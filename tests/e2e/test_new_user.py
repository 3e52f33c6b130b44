"""The first day of a new user: a drawer full of names in the morning, a network on the wall at night."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.e2e.messy_sheet import ACTORS, LONG_NAME, SHORT_NAME, messy_csv, names
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
SCHOOL, SHOP, LIBRARY = "Ungdomsskolen Åkanden", "Købmand Ågaard", "Biblioteket på Bakken"


def message(page):
    """The receipt on top of the page."""
    return page.locator("[data-message] .alert-text")


def log_in(page, person):
    """With mail and password, as anybody."""
    page.goto("/")
    page.get_by_label("Mail").fill(person.email)
    page.get_by_label("Adgangskode").fill(factories.PASSWORD)
    page.get_by_role("button", name="Log ind", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(person.first_name)


def import_the_sheet(page):
    """From an empty plan to sixty actors, by way of a preview that has saved nothing."""
    page.get_by_role("link", name="Indlæs regneark").click()
    file = {"name": "Aktørliste (endelig) kopi.csv", "mimeType": "text/csv", "buffer": messy_csv()}
    page.get_by_label("Regneark", exact=True).set_input_files(file)
    page.get_by_role("button", name="Vis, hvad filen indeholder").click()
    expect(page.locator(".lede")).to_contain_text(f"{ACTORS} nye aktører")
    expect(page.locator(".lede")).to_contain_text("Intet er gemt endnu")
    expect(page.get_by_role("cell", name=LONG_NAME)).to_be_visible()
    page.get_by_role("button", name="Læs det hele ind").click()
    expect(message(page)).to_contain_text(f"{ACTORS} nye aktører")


def log_by_keys(page, first, second, form, receipt):
    """L, three letters, Enter, three letters, Enter, a digit, Enter. No mouse."""
    # What was just read may stand there before the scripts, which come last, listen.
    page.wait_for_load_state()
    page.keyboard.press("l")
    search = page.get_by_role("combobox", name="Søg andre aktører")
    expect(search).to_be_focused()
    ticked = page.locator("input[name=actors]:checked")
    for amount, letters in enumerate((first, second), start=1):
        page.keyboard.type(letters)
        page.keyboard.press("Enter")
        expect(ticked).to_have_count(amount)
        expect(search).to_be_focused()
    page.keyboard.press(form)
    page.keyboard.press("Enter")
    expect(message(page)).to_have_text(f"Gemt. {receipt} nu.")


def log_by_taps(page, address):
    """On the telephone, from the profile of one of the two: whom one met last, the form, and it is saved."""
    page.goto(address)
    page.get_by_role("link", name="Log samarbejde eller kontakt").tap()
    expect(page.locator("input[name=actors]:checked")).to_have_count(1)
    page.locator(".choice-card", has_text=LONG_NAME).tap()
    page.locator(".choice-card", has_text="Samskabe").tap()
    page.get_by_role("button", name="Gem samarbejde").tap()
    expect(message(page)).to_contain_text(f"{LONG_NAME} og {SCHOOL} samskaber nu")


def lines(drawing, colour):
    """How many lines of this colour the map has; those of one weight are one path."""
    paths = drawing.locator(f"g[stroke='{colour}'] path").all()
    return sum(path.get_attribute("d").count("M") for path in paths)


def test_the_first_day(windows, plan, alma):
    page = windows.open()
    log_in(page, alma)
    import_the_sheet(page)
    expect(page.locator("#actor-fact")).to_contain_text("60 aktører i og omkring Solbakken")

    log_by_keys(page, "åka", "køb", "4", f"{SHOP} og {SCHOOL} samordner")
    log_by_keys(page, "bib", "køb", "1", f"{LIBRARY} og {SHOP} videndeler")
    log_by_keys(page, "for", "kon", "5", f"{LONG_NAME} og {SHORT_NAME} samskaber")

    school = plan.actors.get(name=SCHOOL)
    phone = windows.open(alma, size=PHONE, touch=True)
    log_by_taps(phone, f"/{plan.slug}/aktoerer/{school.pk}/")

    page.get_by_role("link", name="Samarbejder", exact=True).first.click()
    expect(page.locator(".lede")).to_have_text("4 samarbejder i gang.")
    expect(page.locator("tbody tr")).to_have_count(4)
    expect(page.locator("tbody")).to_contain_text(LONG_NAME)

    page.get_by_role("link", name="Netværkskort", exact=True).click()
    drawing = page.locator("svg[data-map]")
    expect(drawing.locator("a[data-at]")).to_have_count(ACTORS)
    assert lines(drawing, "#869592") == 4
    expect(page.locator("#tabel tbody tr")).to_have_count(4)

    drawing.get_by_role("link", name=re.compile(f"^{SCHOOL}")).focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary", name=SCHOOL)
    expect(panel.get_by_role("list", name="Samarbejder med").get_by_role("listitem")).to_have_count(2)
    expect(panel).to_contain_text(SHOP)
    expect(panel).to_contain_text(LONG_NAME)
    assert (lines(drawing, "#0F4243"), lines(drawing, "#869592")) == (2, 2)

    page.get_by_role("link", name="Tabel", exact=True).click()
    expect(page.locator("#tabel tbody tr")).to_have_count(4)
    expect(page.locator("#tabel")).to_contain_text("Samskabe")

    paper = page.request.get(page.get_by_role("link", name="Print A3").get_attribute("href"))
    assert (paper.status, paper.headers["content-type"]) == (200, "application/pdf")
    assert paper.body().startswith(b"%PDF")


def test_every_name_of_the_sheet_is_found_on_the_list(windows, plan, alma):
    page = windows.open(alma)
    page.goto(f"/{plan.slug}/aktoerer/")
    import_the_sheet(page)
    first = page.locator("tbody .who a").all_inner_texts()
    page.get_by_role("link", name="Næste").click()
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.locator("tbody tr")).to_have_count(10)
    assert sorted(first + page.locator("tbody .who a").all_inner_texts()) == sorted(names())
