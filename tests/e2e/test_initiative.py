"""The high school days of the handbook, entered by one who works with them and read by one who does not."""

import pytest
from playwright.sync_api import expect

from mapping.models import Initiative
from tests import factories
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
INITIATIVES = "/solbakken/initiativer/"
NAMES = ("Medborgercentret", "Plejehjemmet", "Helhedsplanen")


@pytest.fixture
def actors(plan):
    """The three that arrange them."""
    return [factories.make_actor(plan, name) for name in NAMES]


def partner(page, name, role, brings, gains):
    """One more partner, with what it does in the phase that the initiative is in."""
    page.get_by_role("link", name="Ny partner").first.click()
    page.get_by_label("Organisation").select_option(name)
    page.get_by_label("Rolle").fill(role)
    page.get_by_label("Bidrager med").fill(brings)
    page.get_by_label("Får ud af det").fill(gains)
    page.get_by_role("button", name="Gem partner").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_an_initiative_from_the_idea_to_what_grew_out_of_it(windows, alma, plan, actors):
    desk = windows.open(alma)
    desk.goto(INITIATIVES)
    desk.get_by_role("link", name="Nyt initiativ").first.click()
    desk.get_by_label("Navn").fill("Højskoledagene")
    desk.get_by_label("Formål").fill("Fire dage med foredrag, sang og mad for ældre")
    desk.get_by_text("Opstart", exact=True).click()
    desk.get_by_label("Tovholder").select_option("Medborgercentret")
    desk.get_by_role("button", name="Gem initiativ").click()
    partner(desk, "Plejehjemmet", "Vært", "Festsal", "Naboer, der kender os")
    partner(desk, "Helhedsplanen", "Opsøgende", "Timer ved dørene", "Ældre, der går ud")
    # On a telephone it goes on to the next phase, and the group says where it stands.
    phone = windows.open(alma, size=PHONE, touch=True)
    phone.goto(f"{INITIATIVES}tavle/")
    phone.get_by_role("button", name="Flyt Højskoledagene til Drift").click()
    drift = phone.get_by_role("region", name="Drift")
    expect(drift.get_by_role("link", name="Højskoledagene")).to_be_visible()
    drift.get_by_role("link", name="Højskoledagene").click()
    phone.get_by_role("link", name="Forudsætninger", exact=True).click()
    phone.get_by_role("link", name="Tal om det").first.click()
    first = phone.get_by_role("group", name="Tid, opbakning og økonomi")
    first.get_by_text("Delvist").click()
    phone.get_by_label("Tid, opbakning og økonomi, med jeres ord").fill("Lederne siger ja fra år til år")
    phone.get_by_role("button", name="Gem svarene").click()
    expect(
        phone.get_by_role("heading", name="Én er ikke på plads endnu, tre er ikke besvaret.")
    ).to_be_visible()
    expect(phone.get_by_text("Tal med lederne om, hvad det giver dem.")).to_be_visible()
    # Back at the desk: what grew out of it is told, and both papers are there.
    desk.get_by_role("link", name="Fortælling").click()
    desk.get_by_role("link", name="Fortæl").last.click()
    desk.get_by_label("Overskrift").fill("Sang i fire dage")
    desk.get_by_label("Det voksede der ud af det").fill("Lommepengejob\nPraktik, der blev til job")
    desk.get_by_role("button", name="Gem fortælling").click()
    expect(desk.get_by_text("Praktik, der blev til job")).to_be_visible()
    for link in ("Print som ét ark", "Print aftalen"):
        if link == "Print aftalen":
            desk.get_by_role("link", name="Samarbejdsaftale").click()
        url = desk.get_by_role("link", name=link).get_attribute("href")
        assert desk.request.get(url).headers["content-type"] == "application/pdf"


def test_a_partner_reads_it_in_a_minute_on_a_telephone(windows, plan, actors):
    days = factories.make_initiative(plan, phase=3, purpose="Sang for ældre", next_step="Book salen")
    factories.make_partner(days, actors[1], phase_3=("Vært", "Festsal", "Naboer"))
    kaj = factories.make_user("Kaj Winther")
    factories.make_membership(plan, kaj, role="partner")
    phone = windows.open(kaj, size=PHONE, touch=True)
    phone.goto(INITIATIVES)
    phone.get_by_role("link", name="Højskoledagene").click()
    for words in ("Sang for ældre", "Book salen", "Drift", "Festsal"):
        expect(phone.get_by_text(words).first).to_be_visible()
    expect(phone.get_by_role("link", name="Grundbetingelser")).to_have_count(0)


@pytest.fixture
def days(plan):
    """An initiative that is an idea yet."""
    return factories.make_initiative(plan, "Højskoledagene")


def card_in(page, phase):
    """The link of the card, in the phase where it lies."""
    return page.get_by_role("region", name=phase).get_by_role("link", name="Højskoledagene")


def drag_to(page, phase):
    """Take hold of the card by its name, and let go of it over the phase."""
    page.get_by_role("link", name="Højskoledagene").drag_to(page.get_by_role("region", name=phase))


def test_a_card_is_dragged_to_another_phase_and_the_message_undoes_it(windows, alma, days):
    desk = windows.open(alma)
    desk.goto(f"{INITIATIVES}tavle/")
    drag_to(desk, "Drift")
    expect(desk.get_by_text("Højskoledagene er nu i Drift.")).to_be_visible()
    desk.reload()
    expect(card_in(desk, "Drift")).to_be_visible()
    drag_to(desk, "Idé")
    desk.get_by_role("button", name="Fortryd").click()
    expect(card_in(desk, "Drift")).to_be_visible()


def test_a_card_that_a_colleague_moved_meanwhile_is_shown_where_it_is(windows, alma, days):
    desk = windows.open(alma)
    desk.goto(f"{INITIATIVES}tavle/")
    Initiative.objects.update(phase=4)
    drag_to(desk, "Drift")
    told = desk.get_by_text("En kollega har flyttet Højskoledagene til Forankring imens.")
    expect(told).to_be_visible()
    expect(card_in(desk, "Forankring")).to_be_visible()


def test_a_card_that_is_dragged_without_a_connection_is_put_back(windows, alma, days):
    windows.expect("htmx:", "ERR_INTERNET_DISCONNECTED")
    desk = windows.open(alma)
    desk.goto(f"{INITIATIVES}tavle/")
    desk.context.set_offline(True)
    drag_to(desk, "Drift")
    lost = desk.get_by_text("Ingen forbindelse. Kortet er lagt tilbage. Prøv igen.")
    expect(lost).to_be_visible()
    expect(card_in(desk, "Idé")).to_be_visible()
    desk.context.set_offline(False)
    drag_to(desk, "Drift")
    expect(desk.get_by_text("Højskoledagene er nu i Drift.")).to_be_visible()
    expect(lost).to_have_count(0)


def test_nothing_is_dragged_by_one_who_may_only_read(windows, plan, days):
    kaj = factories.make_user("Kaj Winther")
    factories.make_membership(plan, kaj, role="partner")
    desk = windows.open(kaj)
    desk.goto(f"{INITIATIVES}tavle/")
    drag_to(desk, "Drift")
    expect(card_in(desk, "Idé")).to_be_visible()
