"""An agenda is built in the browser: from a template, by keys, in its place; and read by a latecomer."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(plan):
    """A follow-up group with three seats that meets for an hour and a half next week."""
    east = factories.make_forum(plan, "Følgegruppe Østhøj")
    for name in ("Skolen", "Nærpolitiet"):
        factories.make_forum_seat(east, name)
    return factories.make_meeting(east, timezone.localdate() + timedelta(days=7), why="Vælg to ting")


def slowly(page, address):
    """What is asked of `address` waits until what is returned is called with no argument."""
    held, is_open = [], []
    page.route(address, lambda route: route.continue_() if is_open else held.append(route))

    def let_go():
        is_open.append(True)
        for route in held:
            route.continue_()

    return let_go


def test_what_is_typed_while_an_answer_is_under_way_stays(windows, alma, plan, meeting):
    for place, title in enumerate(("Nyt fra området", "Gårdfesten")):
        factories.make_agenda_item(meeting.forum, title, meeting, kind="info", minutes=20, position=place)
    desk = windows.open(alma)
    desk.goto(f"/solbakken/fora/moeder/{meeting.pk}/")
    first, other = (desk.get_by_label(f"Minutter til {one}") for one in ("Nyt fra området", "Gårdfesten"))
    let_go = slowly(desk, "**/minutter/")
    first.fill("40")
    with desk.expect_request("**/minutter/"):
        first.press("Tab")
    other.fill("35")
    let_go()
    expect(desk.get_by_text("60 af 120 minutter")).to_be_visible()
    expect(other).to_have_value("35")
    let_go = slowly(desk, "**/minutter/")
    with desk.expect_request("**/minutter/"):
        desk.locator("h1").click()
    desk.keyboard.press("n")
    desk.get_by_label("Punkt", exact=True).fill("Legepladsen")
    let_go()
    expect(desk.get_by_text("75 af 120 minutter")).to_be_visible()
    expect(desk.get_by_label("Punkt", exact=True)).to_have_value("Legepladsen")
    # What leads away from an agenda that was drawn anew leads to a page.
    desk.get_by_label("Mere om »Gårdfesten«").click()
    desk.get_by_role("button", name="Tag af").click()
    expect(desk.get_by_role("heading", name="Dagsorden", exact=True)).to_be_visible()
    expect(desk.get_by_text("40 af 120 minutter")).to_be_visible()


def test_an_agenda_from_a_template_to_a_time_for_each(windows, alma, plan, meeting):
    guest = factories.make_user("Birthe Lund")
    member = factories.make_membership(plan, guest, role="partner")
    factories.make_forum_seat(meeting.forum, "Afdelingsbestyrelsen", membership=member)
    desk = windows.open(alma)
    desk.goto(f"/solbakken/fora/moeder/{meeting.pk}/")
    desk.get_by_role("link", name="Vælg en skabelon").click()
    desk.get_by_role("button", name="Brug Følgegruppemøde").click()
    expect(desk.get_by_text("90 af 120 minutter")).to_be_visible()
    # Minutes are changed in their place, and the bar follows without a new page.
    desk.evaluate("window.isTheSame = true")
    minutes = desk.get_by_label("Minutter til Nyt fra området")
    minutes.fill("60")
    minutes.press("Enter")
    expect(desk.get_by_text("130 af 120 minutter")).to_be_visible()
    expect(desk.get_by_text("10 minutter for lang.")).to_be_visible()
    desk.locator("summary", has_text="Vælg ansvarlig for Hvem gør hvad").click()
    desk.get_by_label("Ansvarlig for Hvem gør hvad", exact=True).select_option("Skolen")
    desk.get_by_role("button", name="Gem", exact=True).click()
    row = desk.locator(".agenda-item", has_text="Hvem gør hvad")
    expect(row.get_by_text("Vælg ansvarlig")).to_have_count(0)
    expect(row.locator(".agenda-who")).to_contain_text("Skolen")
    assert desk.evaluate("window.isTheSame")
    # One key opens a new item, with the cursor in its first field.
    desk.locator("h1").click()
    desk.keyboard.press("n")
    expect(desk.get_by_label("Punkt", exact=True)).to_be_focused()
    desk.keyboard.type("Legepladsen")
    desk.get_by_role("button", name="Sæt på dagsordenen").click()
    desk.get_by_role("button", name="Flyt »Legepladsen« op").click()
    expect(desk.get_by_role("button", name="Flyt »Legepladsen« op")).to_be_focused()
    expect(desk.locator(".agenda-item h3").nth(5)).to_have_text("Legepladsen")
    # The local board comes for one item.
    desk.get_by_label("Mere om »Nyt fra området«").click()
    desk.get_by_role("link", name="Hvem skal være med til Nyt fra området").click()
    desk.get_by_label("Skolen").check()
    desk.get_by_label("Nærpolitiet").check()
    desk.get_by_role("button", name="Gem", exact=True).click()
    phone = windows.open(guest, size=PHONE, touch=True)
    phone.goto(f"/solbakken/fora/moeder/{meeting.pk}/")
    expect(phone.get_by_text("Du er med 16.00–16.10 og 17.10–18.10.")).to_be_visible()
