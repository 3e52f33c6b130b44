"""Borrowing a hall as it is used: a series with two clashes, one day cancelled, and a phone in the hall."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
PLACES = "/solbakken/lokaler/"


@pytest.fixture
def days():
    """Five days, every second week from next week on."""
    first = timezone.localdate() + timedelta(days=7)
    return [first + timedelta(weeks=2 * number) for number in range(5)]


@pytest.fixture
def hall(plan, days):
    """The kitchen, which somebody else has on two of the days."""
    kitchen = factories.make_place(factories.make_actor(plan, "Medborgerhuset"), "Køkkenet")
    for day in (days[1], days[3]):
        factories.make_booking(kitchen, day=day, title="Madskole")
    return kitchen


def test_the_kitchen_every_second_week_with_two_clashes_handled(windows, alma, plan, hall, days):
    windows.expect("409 (Conflict)")
    rosen = factories.make_actor(plan, "Kvindeforeningen Rosen")
    desk, phone = windows.open(alma), windows.open(alma, size=PHONE, touch=True)
    desk.goto(PLACES)
    desk.get_by_role("link", name="Book", exact=True).click()
    desk.get_by_label("Køkkenet").check()
    desk.get_by_label("Dato").fill(days[0].isoformat())
    desk.get_by_label("Fra kl.").fill("16:00")
    desk.get_by_label("Til kl.").fill("18:00")
    desk.get_by_label("Hver anden uge").check()
    desk.get_by_label("Til og med").fill(days[-1].isoformat())
    desk.get_by_label("Til hvad?").fill("Fællesspisning")
    desk.locator(f"input[name=actor][value='{rosen.pk}']").check(force=True)
    book = desk.get_by_role("button", name="Book", exact=True)
    book.click()
    expect(desk.get_by_text("Køkkenet er taget kl. 16–18.")).to_have_count(2)
    desk.get_by_label("Spring dagen over").first.check()
    desk.get_by_label("Flyt til kl. 18").last.check()
    book.click()
    expect(desk.locator("[data-message] .alert-text")).to_contain_text("4 dage er booket")
    expect(desk.get_by_role("heading", name="Fællesspisning")).to_be_visible()
    assert plan.bookings.filter(borrower=rosen).count() == 4
    # In the hall: who is here today next week, and one day less.
    phone.goto(f"{PLACES}?dag={days[0].isoformat()}")
    phone.get_by_role("link", name="kl. 16–18 Kvindeforeningen Rosen").click()
    phone.get_by_role("button", name="Aflys denne dag").click()
    expect(phone.locator("[data-message] .alert-text")).to_contain_text("er aflyst")
    assert plan.bookings.standing().filter(borrower=rosen).count() == 3
