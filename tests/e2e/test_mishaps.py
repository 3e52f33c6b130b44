"""What goes wrong on an ordinary day: a button pressed twice, the way back, two who write at once."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def two(plan):
    """Two actors."""
    return [factories.make_actor(plan, name) for name in ("Biblioteket", "Købmand Ågaard")]


@pytest.fixture
def log_at(plan, two):
    """The log with the two chosen."""
    return f"/{plan.slug}/samarbejder/log/?aktoer={two[0].pk}&aktoer={two[1].pk}"


def heading(page):
    """What the page is about."""
    return page.get_by_role("heading", level=1)


def choose(page, form):
    """One of the five."""
    page.locator(".choice-card", has_text=form).click()


def save_button(page):
    """The one below."""
    return page.get_by_role("button", name="Gem samarbejde")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_double_tap_logs_once(windows, plan, alma, log_at, script):
    page = windows.open(alma, size=PHONE, script=script)
    page.goto(log_at)
    choose(page, "Samvirke")
    save_button(page).dblclick()
    expect(heading(page)).to_have_text("Samarbejder")
    expect(page.get_by_role("main")).to_contain_text("Biblioteket og Købmand Ågaard")
    assert plan.collaborations.count() == 1


def test_back_and_once_more_logs_once(windows, plan, alma, log_at):
    page = windows.open(alma)
    page.goto(log_at)
    choose(page, "Samvirke")
    save_button(page).click()
    expect(heading(page)).to_have_text("Samarbejder")
    page.go_back()
    expect(heading(page)).to_have_text("Log samarbejde")
    choose(page, "Samvirke")
    save_button(page).click()
    expect(page.get_by_role("alert")).to_contain_text("Det samarbejde har I allerede.")
    assert plan.collaborations.count() == 1


def test_the_very_same_form_sent_again_logs_once(windows, plan, alma, log_at):
    page = windows.open(alma, script=False)
    page.goto(log_at)
    choose(page, "Samvirke")
    form = page.locator("form[data-log-form]")
    fields = form.locator("input[type=hidden], input:checked").all()
    sent = [(field.get_attribute("name"), field.get_attribute("value")) for field in fields]
    sent_as_text = "&".join(f"{name}={value}" for name, value in sent)
    for _ in range(2):
        answer = page.request.post(
            form.get_attribute("action"),
            data=sent_as_text,
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        assert "samvirker nu" in answer.text()
    assert plan.collaborations.count() == 1


def test_a_double_tap_makes_one_actor(windows, plan, alma):
    page = windows.open(alma)
    page.goto(f"/{plan.slug}/aktoerer/ny/")
    page.get_by_label("Navn", exact=True).fill("Ørestuen")
    page.locator(".choice-card", has_text="Frivillig organisation").click()
    page.get_by_role("button", name="Gem aktør").dblclick()
    expect(heading(page)).to_have_text("Ørestuen")
    assert plan.actors.count() == 1


def test_a_lost_connection_in_the_list_says_so_and_heals(windows, plan, alma, two):
    windows.expect("htmx:", "ERR_INTERNET_DISCONNECTED")
    page = windows.open(alma)
    page.goto(f"/{plan.slug}/aktoerer/")
    page.context.set_offline(True)
    page.get_by_role("searchbox", name="Søg i listen").press_sequentially("køb")
    lost = page.locator("[data-no-answer]")
    expect(lost).to_have_text("Ingen forbindelse. Det, du skrev, er her stadig. Prøv igen.")
    expect(page.get_by_role("searchbox", name="Søg i listen")).to_have_value("køb")
    page.context.set_offline(False)
    page.get_by_role("searchbox", name="Søg i listen").press_sequentially("m")
    expect(page.locator("#actor-list tbody tr")).to_have_count(1)
    expect(lost).to_have_count(0)


def test_two_at_once_see_both_texts_of_an_actor(windows, plan, alma, two):
    address = f"/{plan.slug}/aktoerer/{two[0].pk}/ret/"
    bo = factories.make_user("Bo Lind")
    factories.make_membership(plan, bo, role="leader")
    first, second = windows.open(alma), windows.open(bo)
    for page, text in ((first, "Alma skriver dette"), (second, "Bo skriver noget andet")):
        page.goto(address)
        page.get_by_text("Hvad de gør").click()
        page.get_by_label(re.compile("^Kerneopgave")).fill(text)
    first.get_by_role("button", name="Gem", exact=True).click()
    expect(heading(first)).to_have_text("Biblioteket")
    second.get_by_role("button", name="Gem", exact=True).click()
    differences = second.locator("[data-error-summary]")
    expect(differences).to_be_focused()
    expect(differences).to_contain_text("Alma skriver dette")
    expect(differences).to_contain_text("Bo skriver noget andet")
    two[0].refresh_from_db()
    assert two[0].core_task == "Alma skriver dette"
    second.get_by_role("button", name="Gem mit oven i").click()
    expect(heading(second)).to_have_text("Biblioteket")
    expect(second.get_by_role("main")).to_contain_text("Bo skriver noget andet")


def test_two_at_once_see_both_texts_of_a_collaboration(windows, plan, alma, two):
    collaboration = factories.make_collaboration(plan, *two, about="Læseklub")
    first, second = windows.open(alma), windows.open(alma)
    for page, text in ((first, "Læseklub tirsdag"), (second, "Læseklub fredag")):
        page.goto(f"/{plan.slug}/samarbejder/{collaboration.pk}/ret/")
        page.get_by_label(re.compile("^Hvad handler")).fill(text)
    first.get_by_role("button", name="Gem samarbejde").click()
    expect(heading(first)).to_have_text("Læseklub tirsdag")
    second.get_by_role("button", name="Gem samarbejde").click()
    differences = second.locator("[data-error-summary]")
    expect(differences).to_contain_text("Læseklub tirsdag")
    expect(differences).to_contain_text("Læseklub fredag")
