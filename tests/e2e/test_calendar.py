"""Two sports offers for the same young people are caught in the browser and settled, each way there is."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
CALENDAR = "/solbakken/kalender/"


@pytest.fixture
def evening():
    """A day in the week after next."""
    today = timezone.localdate()
    return today + timedelta(days=14 - today.weekday() + 3)


@pytest.fixture
def basket(plan, evening):
    """The school's basketball, each week."""
    school = factories.make_actor(plan, "Ungdomsskolen")
    return factories.make_activity(
        school, "Basket", evening, hours=(18, 20), every=1, until=evening + timedelta(weeks=8),
        groups=[plan.targetgroups.get()], area=plan.areas.get(),
    )  # fmt: skip


@pytest.fixture
def football(plan, basket):
    """The club's football on the same evenings."""
    club = factories.make_actor(plan, "Boldklubben")
    return factories.make_activity(
        club, "Fodbold", basket.begins_at.date(), every=1, until=basket.until,
        groups=[plan.targetgroups.get()], area=plan.areas.get(),
    )  # fmt: skip


def opened(page):
    """The page of the only clash, by way of the calendar."""
    page.goto(CALENDAR)
    page.get_by_role("link", name="Sammenfald").click()
    page.get_by_role("link", name="Se, hvad I kan gøre").click()
    expect(page.get_by_role("heading", name="Kan I finde ud af det sammen?")).to_be_visible()
    return page


def test_a_second_offer_is_caught_while_it_is_written_and_moved(windows, alma, plan, evening, basket):
    factories.make_actor(plan, "Boldklubben")
    page = windows.open(alma)
    page.goto(f"{CALENDAR}ny/")
    page.get_by_label("Hvad sker der?").fill("Street basket")
    page.get_by_label("Børn og unge").check()
    page.get_by_label("Boligområde").select_option("Østhøj")
    expect(page.get_by_text("Det ligner noget, der er.")).to_be_visible()
    page.get_by_label("Dato", exact=True).fill(evening.isoformat())
    page.get_by_label("Fra kl.").fill("17:00")
    page.get_by_label("Til kl.").fill("19:00")
    page.get_by_role("radio", name="Boldklubben").check()
    page.get_by_role("button", name="Gem aktivitet").click()
    expect(page.get_by_text("To tilbud til børn og unge samtidig").first).to_be_visible()
    page.get_by_role("link", name="Se, hvad I kan gøre").click()
    page.get_by_role("region", name="Flyt").get_by_role("radio").first.check()
    page.get_by_role("button", name="Flyt Street basket").click()
    expect(page.get_by_text("»Street basket« er flyttet.")).to_be_visible()
    expect(page.get_by_text("To tilbud til")).to_have_count(0)


def test_two_are_put_together_on_a_phone_and_apart_again(windows, alma, football, basket):
    page = opened(windows.open(alma, size=PHONE, touch=True))
    assert faults(page) == []
    page.get_by_role("radio", name="Basket (Ungdomsskolen)").check()
    page.get_by_role("button", name="Slå sammen").click()
    expect(page.get_by_role("heading", name="Basket")).to_be_visible()
    for name in ("Ungdomsskolen", "Boldklubben"):
        expect(page.locator(".facts").get_by_text(name)).to_be_visible()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_text("»Fodbold« står i kalenderen igen.")).to_be_visible()


def test_both_are_kept_with_the_keyboard_alone_and_it_is_not_asked_again(windows, alma, football, basket):
    page = windows.open(alma)
    page.goto("/solbakken/aktoerer/")
    page.keyboard.press("g")
    page.keyboard.press("k")
    expect(page.get_by_role("heading", name="Kalender", exact=True)).to_be_visible()
    opened(page)
    page.get_by_label("Hvorfor er det godt, som det er?").focus()
    page.keyboard.type("Den ene er for piger")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Begge bliver. I bliver ikke spurgt igen")).to_be_visible()
    expect(page.get_by_text("Ingen tilbud er i vejen for hinanden.")).to_be_visible()


def test_the_week_is_a_list_of_days_on_a_phone(windows, alma, football):
    page = windows.open(alma, size=PHONE, touch=True)
    page.goto(f"{CALENDAR}?dag={football.begins_at.date().isoformat()}")
    days = page.locator(".calendar-day:visible")
    expect(days).to_have_count(1)
    expect(days.first).to_contain_text("Fodbold")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_event_stands_among_the_activities_and_leads_to_its_page(windows, alma, plan, football):
    day = football.begins_at.date()
    factories.make_event(plan, "Kend din nabo", day)
    page = windows.open(alma, size=PHONE, touch=True)
    page.goto(f"{CALENDAR}?dag={day.isoformat()}")
    expect(page.get_by_role("link", name="Print til opslag")).to_be_hidden()
    expect(page.get_by_role("link", name="Abonnér")).to_be_hidden()
    page.get_by_role("link", name="Kend din nabo").click()
    expect(page.get_by_role("heading", name="Kend din nabo")).to_be_visible()
