"""A whole value game: a facilitator, a wall and four phones, through both exercises, to what was agreed.

One phone loses its network for a step, one comes late, and one organisation has no phone at all.
"""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE
from valuegame.standing_queries import standing_of

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
WALL = (1920, 1080)
NO_PHONE = "Jobhuset Øst"


@pytest.fixture
def game(plan):
    """A game with both exercises and five at the table, two of them the plan's actors."""
    actors = [factories.make_actor(plan, name) for name in ("Biblioteket på Bakken", "Købmand Ågaard")]
    names = ("Nabomødrene", "Ungdomsskolen Åkanden", NO_PHONE)
    return factories.make_game(
        plan, seats=(*actors, *names), with_opening=True, with_stronger=True, minutes=90
    )


def heading(page):
    """What the screen is about."""
    return page.get_by_role("heading", level=1)


def go_on(lead):
    """The facilitator's big button."""
    lead.locator("[data-key-next]").click()


class Phone:
    """A phone that came in by code and chose its organisation."""

    def __init__(self, windows, game, name):
        self.name = name
        self.page = windows.open(size=PHONE, touch=True)
        self.page.goto("/spil/")
        self.page.get_by_label("Kode").fill(game.code.lower())
        self.page.get_by_role("button", name="Vær med").click()
        self.page.get_by_role("link", name=name).click()
        expect(self.page.locator(".phone-name")).to_have_text(name)

    def press(self, name, **more):
        """A button of this name."""
        self.page.get_by_role("button", name=name, **more).click()

    def lay(self, *pieces, star):
        """Lay these and give one of them the star."""
        for piece in pieces:
            self.press(piece, exact=True)
            expect(self.page.get_by_role("button", name=piece, exact=True)).to_have_attribute(
                "aria-pressed", "true"
            )
        self.press(f"Stjerne til {star}")
        expect(self.page.get_by_role("button", name=f"Stjerne til {star}")).to_have_attribute(
            "aria-pressed", "true"
        )

    def write(self, label, text, button):
        """Words in a field, and its button."""
        self.page.get_by_label(label).fill(text)
        self.press(button)

    def saved(self):
        """The receipt."""
        expect(self.page.locator("[data-receipt]")).to_contain_text("Gemt kl.")


def test_a_whole_game(windows, alma, plan, game):
    lead = windows.open(alma)
    lead.goto(f"/{plan.slug}/vaerdispil/{game.pk}/")
    lead.get_by_role("link", name="Begynd spillet").click()
    wall = windows.open(size=WALL)
    wall.goto(f"/spil/{game.link}/storskaerm/")
    expect(wall.locator("#wall")).to_contain_text(game.code[:3])

    # Velkommen
    library, mothers = (Phone(windows, game, name) for name in ("Biblioteket på Bakken", "Nabomødrene"))
    school = Phone(windows, game, "Ungdomsskolen Åkanden")
    for phone in (library, mothers, school):
        phone.press("Vi er her")
        phone.saved()
    expect(wall.locator("#wall")).to_contain_text("3")
    go_on(lead)
    for screen in (library.page, wall, lead):
        expect(screen.get_by_text("Find jeres plads, og vær med").first).to_be_visible()

    # Andre værdier, der driver os: two words become one own piece
    go_on(lead)
    expect(heading(mothers.page)).to_have_text("Skriv, hvad der ellers driver jer")
    mothers.write("Hvad driver jer?", "At det er sjovt", "Skriv op")
    library.write("Hvad driver jer?", "Glæde ved at lære", "Skriv op")
    expect(lead.locator(".lead-words")).to_contain_text("Glæde ved at lære")
    lead.get_by_label("Navn på brikken").fill("Glæde")
    lead.get_by_role("button", name="Lav en brik").click()
    lead.get_by_label("Saml »At det er sjovt« i").select_option("Glæde")
    lead.get_by_label("Saml »Glæde ved at lære« i").select_option("Glæde")
    expect(wall.locator("#wall")).to_contain_text("Glæde")

    # Læg jeres brikker: one phone is out of reach, one organisation has none, one comes late
    go_on(lead)
    for phone in (library, mothers, school):
        expect(heading(phone.page)).to_have_text("Læg jeres brikker")
    windows.expect("net::ERR_INTERNET_DISCONNECTED")
    school.page.context.set_offline(True)
    school.lay("Øget faglighed", "Glæde", star="Øget faglighed")
    library.lay("Bredere målgruppe", "Øget faglighed", star="Øget faglighed")
    mothers.lay("Bredere målgruppe", "Større socialt ansvar", star="Bredere målgruppe")
    expect(school.page.locator("[data-receipt]")).to_contain_text("Ingen forbindelse")
    grocer = Phone(windows, game, "Købmand Ågaard")
    grocer.lay("Større socialt ansvar", star="Større socialt ansvar")
    grocer.page.get_by_role("button", name="Det ønsker vi os").click()
    expect(grocer.page.get_by_role("button", name="Det ønsker vi os")).to_have_attribute(
        "aria-pressed", "true"
    )
    library.page.get_by_text("Kort med forandringer").first.click()
    library.press("Folk fra resten af byen finder herud")
    library.saved()
    with lead.context.expect_page() as opened:
        lead.get_by_role("link", name=NO_PHONE).click()
    theirs = opened.value
    theirs.get_by_role("button", name="Adgang til flere ressourcer", exact=True).click()
    expect(theirs.locator("[data-receipt]")).to_contain_text("Gemt kl.")
    theirs.close()
    # Nobody sees what the others laid, and whoever is out of reach still sees its own.
    expect(wall.locator("#wall")).to_contain_text("4 af 5 har lagt")
    expect(school.page.get_by_role("button", name="Glæde", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    school.page.context.set_offline(False)
    expect(school.page.locator("[data-receipt]")).not_to_contain_text("Ingen forbindelse")
    expect(wall.locator("#wall")).to_contain_text("5 af 5 har lagt")

    # Fortæl for hinanden: those with the same star after each other
    go_on(lead)
    lead.get_by_role("button", name="Næste fortæller: Nabomødrene").click()
    expect(heading(mothers.page)).to_have_text("Nu fortæller I")
    expect(heading(library.page)).to_have_text("Lyt til de andre")
    expect(wall.locator("#wall")).to_contain_text("Nabomødrene")
    lead.get_by_role("button", name="Næste fortæller: Biblioteket på Bakken").click()
    expect(heading(library.page)).to_have_text("Nu fortæller I")

    # Læg puslespillet
    go_on(lead)
    expect(heading(grocer.page)).to_have_text("Hvad ser I, når brikkerne ligger samlet?")
    expect(grocer.page.get_by_role("main")).to_contain_text("Købmand Ågaard og Nabomødrene")

    # Tilpas samarbejdet
    go_on(lead)
    grocer.write("Hvad gør I anderledes?", "Lektiecafé i butikken om tirsdagen", "Foreslå det")
    for phone in (grocer, library):
        expect(phone.page.get_by_role("main")).to_contain_text("Lektiecafé i butikken om tirsdagen")
    library.page.get_by_label("Hvem?").select_option("Købmand Ågaard")
    library.saved()
    library.page.get_by_label("Hvornår?").fill("2027-02-01")
    library.page.get_by_label("For hvilken værdi?").select_option("Større socialt ansvar")
    expect(wall.locator("#wall")).to_contain_text("1. februar")

    # Gør hinanden stærkere
    go_on(lead)
    expect(heading(library.page)).to_have_text("Hvad kan I give hinanden?")
    library.page.locator("summary", has_text="Nabomødrene").click()
    library.page.locator("details[open]").get_by_label("Det kan vi give dem").fill("Et lokale om torsdagen")
    library.page.locator("details[open]").get_by_role("button", name="Skriv op").first.click()
    expect(mothers.page.get_by_role("main")).to_contain_text("Et lokale om torsdagen")
    mothers.press("Ja, det gør vi")
    expect(library.page.get_by_role("main")).to_contain_text("Aftalt")

    # Saml op
    go_on(lead)
    mothers.write("Det tager vi med hjem", "At vi ikke er alene", "Gem")
    mothers.saved()
    expect(wall.locator("#wall")).to_contain_text("At vi ikke er alene")
    lead.get_by_label("Dato").fill("2027-03-02")
    expect(mothers.page.get_by_role("main")).to_contain_text("Vi ses igen 2. marts 2027")

    standing = standing_of(_fresh(game))
    laid = {place.name: dict(place.hand.laid) for place in standing.places}
    own = next(iter(standing.table.own_pieces()))
    assert laid == {
        "Biblioteket på Bakken": {"1": "gets", "2": "gets"},
        "Købmand Ågaard": {"4": "wants"},
        "Nabomødrene": {"1": "gets", "4": "gets"},
        "Ungdomsskolen Åkanden": {"2": "gets", own: "gets"},
        NO_PHONE: {"5": "gets"},
    }
    (deal,) = standing.table.adjustments()
    assert (deal.when, deal.piece) == ("2027-02-01", "4")
    windows.expect("410")
    lead.get_by_role("button", name="Slut spillet").click()
    expect(heading(mothers.page)).to_have_text("Spillet er slut")

    # What came of it: the summary on screen and paper, and what is carried on
    expect(heading(lead)).to_have_text(game.title)
    expect(lead.get_by_role("main")).to_contain_text("At vi ikke er alene")
    printed = lead.request.get(lead.get_by_role("link", name="Print").last.get_attribute("href"))
    assert (printed.status, printed.body()[:5]) == (200, b"%PDF-")
    lead.get_by_role("link", name="Før videre").click()
    for part in ("Værdiprofiler", "Opfølgninger"):
        lead.get_by_role("group", name=part).get_by_role("checkbox").first.check()
    lead.get_by_role("button", name="Før det valgte videre").click()
    expect(lead.locator("[data-message]")).to_contain_text("Én værdiprofil og én opfølgning.")
    lead.goto(f"/{plan.slug}/aktoerer/opfoelgninger/?hvis=alle")
    expect(lead.get_by_role("main")).to_contain_text("Lektiecafé i butikken om tirsdagen")


def test_notes_save_themselves_and_are_in_no_conflict_with_themselves(windows, alma, plan, game):
    lead = windows.open(alma)
    lead.goto(f"/{plan.slug}/vaerdispil/{game.pk}/led/")
    notes = lead.get_by_label("Noter til opsamlingen")
    for text in ("Apoteket vil med", "Apoteket vil med næste gang", "Apoteket vil med i marts"):
        with lead.expect_response("**/traek/"):
            notes.fill(text)
    expect(lead.locator("[data-receipt]")).to_contain_text("Gemt kl.")
    standing = standing_of(_fresh(game)).table.notes
    assert (standing.text, standing.others) == ("Apoteket vil med i marts", ())


def test_two_phones_that_write_in_one_field_overwrite_nothing_unseen(windows, game):
    factories.make_moves(game, ("step", "gather"))
    one, other = (Phone(windows, game, "Nabomødrene") for _ in range(2))
    field = one.page.get_by_label("Det tager vi med hjem")
    field.press_sequentially("Vi ringer")
    other.write("Det tager vi med hjem", "Vi mødes igen", "Gem")
    other.saved()
    # The first has been told of it by now, and still has what it was typing.
    expect(one.page.locator("#phone")).to_have_attribute("data-version", str(_fresh(game).version))
    expect(field).to_have_value("Vi ringer")
    one.press("Gem")
    one.saved()
    homes = [place.hand.home for place in standing_of(_fresh(game)).places if place.name == "Nabomødrene"]
    assert [(home.text, home.others) for home in homes] == [("Vi ringer", ("Vi mødes igen",))]


def test_words_that_look_like_a_cpr_number_are_asked_about_on_a_phone(windows, game):
    factories.make_moves(game, ("step", "gather"))
    phone = Phone(windows, game, "Nabomødrene")
    phone.write("Det tager vi med hjem", "Ring 010190-1234", "Gem")
    phone.page.get_by_label("Det er ikke et CPR-nummer").check()
    expect(phone.page.get_by_label("Det tager vi med hjem")).to_have_value("Ring 010190-1234")
    phone.press("Gem")
    phone.saved()
    hands = [place.hand.home.text for place in standing_of(_fresh(game)).places]
    assert "Ring 010190-1234" in hands


def test_a_phone_that_is_asked_goes_on_with_the_game_and_keeps_what_was_typed(windows, game):
    factories.make_moves(game, ("step", "gather"))
    phone = Phone(windows, game, "Nabomødrene")
    phone.write("Det tager vi med hjem", "Ring 010190-1234", "Gem")
    expect(phone.page.get_by_label("Det er ikke et CPR-nummer")).to_be_visible()
    seat = game.seats.get(name="Nabomødrene")
    factories.make_moves(game, ("lay", "gets", "1", seat))
    expect(phone.page.locator("#phone")).to_have_attribute("data-version", str(_fresh(game).version))
    expect(phone.page.get_by_label("Det tager vi med hjem")).to_have_value("Ring 010190-1234")


def _fresh(game):
    game.refresh_from_db()
    return game


@pytest.mark.parametrize(
    "step", ["lobby", "opening", "lay", "tell", "puzzle", "adjust", "stronger", "gather"]
)
def test_nothing_is_wrong_with_any_screen_in_any_step(windows, alma, plan, game, step):
    """Axe and the house's own looks: the facilitator's, an organisation's, and the wall."""
    first, second, *_ = game.seats.all()
    moves = [("word", "Stolthed", factories.some_id(1), first), ("own_piece", "Glæde", factories.some_id(2))]
    for seat in (first, second):
        moves += [("lay", "gets", "1", seat), ("lay", "wants", "4", seat), ("star", "1", "", seat)]
    moves += [("adjust", "Lektiecafé i butikken", factories.some_id(3))]
    moves += [("offer", "Et lokale", f"{factories.some_id(4)}:{first.pk}:{second.pk}")]
    factories.make_moves(game, *moves, *([("step", step)] if step != "lobby" else []))
    found = []
    for person, address in (
        (alma, f"/{plan.slug}/vaerdispil/{game.pk}/led/"),
        (None, f"/spil/{game.link}/{first.pk}/"),
        (None, f"/spil/{game.link}/storskaerm/"),
    ):
        page = windows.open(person)
        page.goto(address)
        found += [f"{address} {fault}" for fault in faults(page)]
    assert found == []
