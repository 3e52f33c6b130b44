"""What a follow-up group raises goes to the board, and the answer stands on the group's next agenda."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
FORUMS = "/solbakken/fora/"


@pytest.fixture
def chain(plan):
    """A board, a group under it, and a follow-up group under that which has met and meets again."""
    board = factories.make_forum(plan, "Bestyrelsen", kind="board")
    group = factories.make_forum(plan, "Koordinationsgruppen", kind="coordination", parent=board)
    east = factories.make_forum(plan, "Følgegruppe Østhøj", parent=group)
    today = timezone.localdate()
    held = factories.make_meeting(east, today - timedelta(days=7))
    factories.make_agenda_item(east, "Stien er mørk", held)
    factories.make_meeting(east, today + timedelta(days=14))
    factories.make_meeting(board, today + timedelta(days=7))
    return board, east


def test_an_item_goes_up_and_its_answer_comes_back_by_itself(windows, alma, plan, chain):
    board, east = chain
    leader = factories.make_user("Lis Thorsen")
    factories.make_membership(plan, leader, role="leader")
    desk, town_hall = windows.open(alma), windows.open(leader)
    # The follow-up group could not settle it, and sends it to the board.
    desk.goto(FORUMS)
    desk.get_by_role("link", name="Følgegruppe Østhøj").click()
    desk.get_by_role("region", name="Møder, I har holdt").get_by_role("link").click()
    desk.get_by_role("link", name="Send videre").click()
    expect(desk.get_by_label("Punkt", exact=True)).to_have_value("Stien er mørk")
    desk.get_by_label("Hvortil?").select_option("Op: Bestyrelsen")
    desk.get_by_label("Beslutning").check()
    desk.get_by_label("Mere om det").fill("Kan vi få to lamper?")
    desk.get_by_role("button", name="Send punkt").click()
    expect(desk.locator("[data-message] .alert-text")).to_contain_text("ligger nu hos Bestyrelsen")
    # There it is put on the agenda, and answered.
    town_hall.goto(f"{FORUMS}{board.pk}/")
    town_hall.get_by_role("button", name="Sæt på").click()
    desk.reload()
    expect(desk.get_by_text("På dagsordenen").first).to_be_visible()
    town_hall.get_by_role("region", name="Møder, der kommer").get_by_role("link").click()
    town_hall.get_by_role("link", name="Svar på Stien er mørk").click()
    town_hall.get_by_label("Svar", exact=True).fill("Ja. Lamperne kommer i januar.")
    town_hall.get_by_role("button", name="Svar").click()
    expect(town_hall.get_by_role("heading", name="Svar fra Bestyrelsen")).to_be_visible()
    # The group finds it on its next agenda, on a phone, without anybody having put it there.
    phone = windows.open(alma, size=PHONE, touch=True)
    phone.goto(f"{FORUMS}{east.pk}/")
    phone.get_by_role("region", name="Møder, der kommer").get_by_role("link").click()
    expect(phone.get_by_text("Ja. Lamperne kommer i januar.")).to_be_visible()
    phone.get_by_role("link", name="Svar fra Bestyrelsen").click()
    for told in ("Følgegruppe Østhøj sendte det til Bestyrelsen", "Bestyrelsen svarede"):
        expect(phone.get_by_text(told)).to_be_visible()
    # In the picture of the chain nothing is on its way any more.
    phone.goto(f"{FORUMS}kaeden/")
    expect(phone.get_by_text("Intet er på vej mellem fora lige nu.")).to_be_visible()
