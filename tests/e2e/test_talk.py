"""A whole sunshine talk in the browser, also with the connection cut in the middle."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

LOST = "Ingen forbindelse. Det, du skrev, er her stadig."


@pytest.fixture
def workshop(plan):
    """An actor with somebody who represents it."""
    actor = factories.make_actor(plan, "Cykelværkstedet Kæden", kind="business")
    factories.make_contact(actor, "Jens Overgaard", "indehaver")
    return actor


@pytest.fixture
def talk(workshop):
    """A talk that has begun."""
    return factories.make_talk(workshop)


def address(talk, step=1) -> str:
    return f"/{talk.plan.slug}/aktoerer/{talk.actor_id}/vaerdier/{talk.pk}/?straale={step}"


def shown(page):
    """The step that is on the screen."""
    return page.locator("[data-step]:not([hidden])")


def says(page):
    """What the page says of saving."""
    return shown(page).get_by_role("status")


def choose(page, word):
    """One of the four levels."""
    shown(page).locator(".segments label", has_text=word).first.click()


def words(page, text):
    """What they say, typed as a person types."""
    shown(page).get_by_label("Med deres egne ord").press_sequentially(text)


def next_ray(page):
    """The yellow button."""
    shown(page).get_by_role("button", name="Næste stråle").click()


def rays_of(talk) -> dict:
    """What is stored: {value or name: (level, gains)}."""
    return {ray.value or ray.name: (ray.level, ray.gains) for ray in talk.rays.all()}


def test_a_whole_talk_with_the_connection_cut_in_the_middle(windows, plan, alma, workshop):
    windows.expect("ERR_INTERNET_DISCONNECTED")
    page = windows.open(alma)
    page.goto(f"/{plan.slug}/aktoerer/{workshop.pk}/vaerdier/")
    page.get_by_role("main").get_by_role("button", name="Start en solskinssamtale").click()
    choose(page, "Noget")
    words(page, "Flere unge i værkstedet.")
    next_ray(page)
    # The page may still say so of the ray before.
    with page.expect_response("**/straale/2/"):
        choose(page, "Ikke nu")
    expect(says(page)).to_contain_text("Gemt kl. ")
    page.context.set_offline(True)
    next_ray(page)
    choose(page, "Lidt")
    words(page, "Kender skolen for lidt.")
    next_ray(page)
    choose(page, "Meget")
    words(page, "Vil gerne lære unge at lappe cykler.")
    expect(says(page)).to_have_text(LOST)
    talk = workshop.talks.get()
    assert rays_of(talk) == {1: (2, "Flere unge i værkstedet."), 2: (0, "")}
    page.context.set_offline(False)
    expect(says(page)).to_contain_text("Gemt kl. ")
    next_ray(page)
    shown(page).get_by_role("button", name="Hvem var med").click()
    shown(page).get_by_label("Hvad betyder ellers noget for dem?").fill("Stolthed")
    shown(page).get_by_role("button", name="Tilføj værdi").click()
    choose(page, "Meget")
    shown(page).get_by_label("Jens Overgaard").check()
    shown(page).get_by_role("button", name="Gem samtalen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cykelværkstedet Kæden")
    expect(page.get_by_role("main")).to_contain_text("»Vil gerne lære unge at lappe cykler.«")
    expect(page.get_by_role("main")).to_contain_text("Solskinssamtale med Jens Overgaard")
    assert rays_of(talk) == {
        1: (2, "Flere unge i værkstedet."), 2: (0, ""), 3: (1, "Kender skolen for lidt."),
        4: (3, "Vil gerne lære unge at lappe cykler."), "Stolthed": (3, ""),
    }  # fmt: skip


def test_what_the_page_says_is_saved_is_there_after_a_reload(windows, alma, talk):
    page = windows.open(alma)
    page.goto(address(talk, 4))
    choose(page, "Meget")
    words(page, "Lappe cykler")
    page.get_by_role("link", name="Stråle 2").click()
    page.get_by_role("link", name="Stråle 4").click()
    expect(says(page)).to_contain_text("Gemt kl. ")
    page.reload()
    expect(shown(page).get_by_role("heading", name="Større socialt ansvar")).to_be_visible()
    expect(shown(page).get_by_label("Med deres egne ord")).to_have_value("Lappe cykler")
    expect(page.get_by_role("link", name="Stråle 4: Større socialt ansvar, meget")).to_be_visible()


def test_an_answer_that_is_lost_on_the_way_makes_no_conflict_with_oneself(windows, alma, talk):
    windows.expect("ERR_FAILED")
    page = windows.open(alma)
    page.goto(address(talk, 4))
    lost = []

    def saved_but_unheard(route):
        lost.append(page.request.fetch(route.request).status)
        route.abort()

    page.route("**/straale/4/", saved_but_unheard, times=1)
    words(page, "Lappe")
    expect(says(page)).to_have_text(LOST)
    assert lost == [200]
    assert rays_of(talk) == {4: (None, "Lappe")}
    words(page, " cykler")
    expect(says(page)).to_contain_text("Gemt kl. ")
    expect(page.locator("[data-error-summary]")).to_have_count(0)
    assert rays_of(talk) == {4: (None, "Lappe cykler")}


def test_two_who_write_in_the_same_ray_see_both_texts(windows, plan, alma, talk):
    bo = factories.make_user("Bo Lind")
    factories.make_membership(plan, bo, role="leader")
    first, second = windows.open(alma), windows.open(bo)
    for page in (first, second):
        page.goto(address(talk, 4))
    words(first, "Alma hørte dette")
    expect(says(first)).to_contain_text("Gemt kl. ")
    words(second, "Bo hørte noget andet")
    expect(says(second)).to_contain_text("En kollega har skrevet imens.")
    both = second.locator("[data-error-summary]")
    expect(both).to_contain_text("Alma hørte dette")
    expect(both).to_contain_text("Bo hørte noget andet")
    assert rays_of(talk) == {4: (None, "Alma hørte dette")}
    assert faults(second) == []
    second.get_by_role("button", name="Gem mit oven i").click()
    expect(says(second)).to_contain_text("Gemt kl. ")
    expect(both).to_have_count(0)
    assert rays_of(talk) == {4: (None, "Bo hørte noget andet")}


def test_what_stands_may_stand(windows, alma, talk):
    first, second = windows.open(alma), windows.open(alma)
    for page in (first, second):
        page.goto(address(talk, 1))
    words(first, "Det første")
    expect(says(first)).to_contain_text("Gemt kl. ")
    words(second, "Det andet")
    second.get_by_role("link", name="Behold det, der står").click()
    expect(shown(second).get_by_label("Med deres egne ord")).to_have_value("Det første")


def test_who_is_logged_out_loses_nothing_and_goes_on(windows, alma, talk):
    windows.expect("status of 403")
    page = windows.open(alma)
    page.goto(address(talk, 1))
    cookies = page.context.cookies()
    page.context.clear_cookies()
    words(page, "Flere unge")
    expect(says(page)).to_contain_text("Du er logget ud.")
    assert rays_of(talk) == {}
    page.context.add_cookies(cookies)
    words(page, " og deres forældre")
    expect(says(page)).to_contain_text("Gemt kl. ")
    assert rays_of(talk) == {1: (None, "Flere unge og deres forældre")}


def test_what_looks_like_a_cpr_number_is_stopped_while_one_types(windows, alma, talk):
    page = windows.open(alma)
    page.goto(address(talk, 1))
    words(page, "Ring til 010165-1234")
    expect(says(page)).to_have_text("Ikke gemt. Se, hvad der skal rettes.")
    field = shown(page).get_by_label("Med deres egne ord")
    expect(field).to_be_focused()
    expect(field).to_have_value("Ring til 010165-1234")
    assert faults(page) == []
    shown(page).get_by_label("Det er ikke et CPR-nummer").check()
    expect(says(page)).to_contain_text("Gemt kl. ")
    assert rays_of(talk) == {1: (None, "Ring til 010165-1234")}


def test_keys_lead_from_ray_to_ray_until_they_are_switched_off(windows, alma, talk):
    page = windows.open(alma)
    page.goto(address(talk))
    page.keyboard.press("4")
    expect(shown(page).get_by_role("heading", level=2)).to_be_focused()
    expect(shown(page)).to_contain_text("Stråle 4 af 5")
    page.keyboard.press("ArrowLeft")
    expect(shown(page)).to_contain_text("Stråle 3 af 5")
    words(page, "12345")
    expect(shown(page)).to_contain_text("Stråle 3 af 5")
    alma.shortcuts = False
    alma.save()
    page.goto(address(talk))
    page.keyboard.press("4")
    expect(shown(page)).to_contain_text("Stråle 1 af 5")


def test_the_sun_alone_for_the_one_across_the_table(windows, alma, talk):
    page = windows.open(alma)
    page.goto(address(talk, 4))
    page.get_by_role("link", name="Vis stort").click()
    expect(page.get_by_role("group", name="Solen.")).to_be_visible()
    expect(page.locator(".talk-ask")).to_be_hidden()
    expect(page.get_by_role("button", name="Gem")).to_be_hidden()
    assert faults(page) == []
    page.get_by_role("link", name="Tilbage til samtalen").click()
    expect(shown(page)).to_contain_text("Stråle 4 af 5")


def test_several_values_are_added_one_after_another(windows, alma, talk):
    page = windows.open(alma)
    page.goto(address(talk, 6))
    field = shown(page).get_by_label("Hvad betyder ellers noget for dem?")
    for name in ("Stolthed", "Ro", "Stolthed"):
        field.fill(name)
        field.press("Enter")
        expect(shown(page).locator(".own-values")).to_contain_text(name)
    expect(field).to_have_value("")
    expect(shown(page).locator(".own-values > li")).to_have_count(2)
    assert rays_of(talk) == {"Stolthed": (None, ""), "Ro": (None, "")}


def test_a_value_of_their_own_is_taken_out_and_put_back(windows, alma, talk):
    page = windows.open(alma, size=PHONE)
    page.goto(address(talk, 6))
    shown(page).get_by_label("Hvad betyder ellers noget for dem?").fill("Stolthed")
    shown(page).get_by_label("Hvad betyder ellers noget for dem?").press("Enter")
    words(page, "At vise sit håndværk frem")
    shown(page).get_by_role("button", name="Fjern Stolthed").click()
    message = page.locator("#messages")
    expect(message).to_contain_text("»Stolthed« er fjernet.")
    assert rays_of(talk) == {}
    message.get_by_role("button", name="Fortryd").click()
    expect(shown(page).locator("summary")).to_contain_text("Stolthed")
    assert rays_of(talk) == {"Stolthed": (None, "At vise sit håndværk frem")}


@pytest.mark.parametrize("step", [1, 4, 6])
def test_every_step_is_well_made_on_desk_and_phone(windows, alma, workshop, step):
    rays = {1: (3, "Flere unge", "Kender gården"), 4: 1, "Stolthed": (2, "Håndværk", "")}
    page = windows.open(alma)
    page.goto(address(factories.make_talk(workshop, rays=rays), step))
    assert faults(page) == []


def test_without_script_each_ray_is_a_form(windows, alma, talk):
    page = windows.open(alma, script=False, size=PHONE)
    page.goto(address(talk, 4))
    choose(page, "Meget")
    shown(page).get_by_label("Med deres egne ord").fill("Lappe cykler")
    next_ray(page)
    expect(shown(page)).to_contain_text("Stråle 5 af 5")
    choose(page, "Lidt")
    page.get_by_role("banner").get_by_role("button", name="Gem").click()
    expect(page.get_by_role("main")).to_contain_text("Samtalen med Cykelværkstedet Kæden står her.")
    assert rays_of(talk) == {4: (3, "Lappe cykler"), 5: (1, "")}
