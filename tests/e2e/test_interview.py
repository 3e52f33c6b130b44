"""The question guide is changed, an interview is held on a telephone, and the profile shows what was said."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

GUIDE = "/solbakken/aktoerer/spoergeguide/"
OWN = "Hvem ringer I til, når det brænder på?"


@pytest.fixture
def school(plan):
    """An actor with somebody who represents it."""
    actor = factories.make_actor(plan, "Bakkeskolen", areas=plan.areas.all())
    factories.make_contact(actor, "Pernille Aas", "skoleleder")
    return actor


@pytest.fixture
def lis(plan):
    """The leader."""
    user = factories.make_user("Lis Leder")
    factories.make_membership(plan, user, role="leader")
    return user


def begin(actor) -> str:
    return f"/solbakken/aktoerer/{actor.pk}/interview/ny/"


def message(page):
    """The receipt on top of the page."""
    return page.locator("[data-message] .alert-text")


def save(page):
    """The yellow button at the foot."""
    page.get_by_role("button", name="Gem interview").click()


def change_guide(page) -> None:
    """An own question, moved to the top of its value, and one of ours put away."""
    page.goto(GUIDE)
    page.get_by_label("Værdi").select_option(label="Større socialt ansvar")
    page.get_by_label("Spørgsmål", exact=True).fill(OWN)
    page.get_by_role("button", name="Tilføj spørgsmål").click()
    expect(message(page)).to_have_text("Gemt. Spørgsmålet er med i guiden.")
    own = page.locator(".guide-question", has_text=OWN)
    for place in ("2", "1", "0"):
        up = own.locator(f"form:has(input[name=place][value='{place}'])").filter(has=page.get_by_label("op:"))
        up.get_by_role("button").click()
    limits = page.locator(".guide-question", has_text="Hvad vil I helst ikke være med til?")
    limits.get_by_role("button", name="Læg væk").click()
    expect(message(page)).to_contain_text("Spørgsmålet er lagt væk.")


def fill_in(page) -> None:
    """What the school says."""
    page.get_by_label("Pernille Aas, skoleleder").check()
    page.get_by_role("group", name="Hvilke grupper af beboere når I i dag?").get_by_label("Børn").check()
    page.get_by_label("Hvilke fag og uddannelser har I hos jer?").fill("Læsevejledning\nSvømning")
    page.get_by_label(OWN).fill("Ungdomsskolen")
    page.get_by_label("Hvad mangler I for at kunne gøre mere?").fill("Voksne om onsdagen")
    page.get_by_label("Hvor meget betyder øget faglighed for dem?").select_option(label="Meget")


def test_from_the_guide_to_the_profile(windows, alma, lis, school):
    desk = windows.open(lis)
    change_guide(desk)
    first = desk.locator("section", has=desk.locator("#value-4")).locator("li").first
    expect(first).to_contain_text(OWN)
    assert faults(desk) == []

    phone = windows.open(alma, size=PHONE, touch=True)
    phone.goto(begin(school))
    expect(phone.get_by_label("Hvad vil I helst ikke være med til?")).to_have_count(0)
    fill_in(phone)
    save(phone)
    expect(message(phone)).to_have_text("Gemt. Det nye står også i profilen.")
    expect(phone.get_by_label(OWN)).to_have_value("Ungdomsskolen")
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE[0]

    phone.goto(f"/solbakken/aktoerer/{school.pk}/")
    for words in ("Læsevejledning fra interview", "Svømning fra interview", "Børn og unge"):
        expect(phone.locator("#main")).to_contain_text(words)
    phone.goto(f"/solbakken/aktoerer/{school.pk}/ressourcer/")
    expect(phone.locator("#main")).to_contain_text("Voksne om onsdagen fra interview")
    phone.goto(f"/solbakken/aktoerer/{school.pk}/vaerdier/")
    expect(phone.locator(".interviews")).to_contain_text("Ungdomsskolen")
    phone.goto("/solbakken/aktoerer/viden/")
    expect(phone.locator(".lede")).to_have_text("Vi har spurgt 1 af 1 aktør i Solbakken.")


@pytest.mark.parametrize("conflict", [False, True])
def test_the_page_is_clean_as_it_opens_and_with_two_texts(windows, alma, plan, school, conflict):
    interview = factories.make_interview(school)
    interview.answers.create(plan=plan, question_key="own", question="Og hvad mere?", value=2, text="Alt")
    page = windows.open(alma)
    page.goto(begin(school).replace("/ny/", f"/{interview.pk}/"))
    if conflict:
        plan.interviews.update(version=2)
        plan.interviewanswers.update(text="Noget")
        page.get_by_label("Og hvad mere?").fill("Intet")
        save(page)
        expect(page.locator("[data-error-summary]")).to_contain_text("Nu står der: Noget")
        expect(page.locator("[data-error-summary]")).to_be_focused()
    assert faults(page) == []


def test_a_connection_that_drops_loses_nothing(windows, alma, plan, school):
    windows.expect("htmx:", "ERR_INTERNET_DISCONNECTED")
    page = windows.open(alma, size=PHONE, touch=True)
    page.goto(begin(school))
    page.get_by_label("Hvad har stået i vejen før?").fill("Tid")
    page.context.set_offline(True)
    save(page)
    expect(page.locator("[data-no-answer]")).to_contain_text("Det, du skrev, er her stadig.")
    expect(page.get_by_label("Hvad har stået i vejen før?")).to_have_value("Tid")
    page.context.set_offline(False)
    save(page)
    expect(message(page)).to_contain_text("Gemt.")
    assert plan.interviewanswers.get().text == "Tid"


def test_nobody_leaves_with_something_typed_by_mistake(windows, alma, school):
    page, asked = windows.open(alma), []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.goto(begin(school))
    page.get_by_label("Hvad har stået i vejen før?").press_sequentially("Tid")
    page.get_by_role("link", name="Luk").click()
    expect(page.get_by_label("Hvad har stået i vejen før?")).to_have_value("Tid")
    assert asked == ["beforeunload"]
    save(page)
    expect(message(page)).to_contain_text("Gemt.")
    page.get_by_role("link", name="Luk").click()
    page.wait_for_url("**/vaerdier/")
    assert asked == ["beforeunload"]


def test_without_script_it_is_a_form_like_any_other(windows, alma, plan, school):
    page = windows.open(alma, script=False)
    page.goto(begin(school))
    page.get_by_label("Dato").fill("")
    page.get_by_label("Hvad har stået i vejen før?").fill("Tid")
    save(page)
    expect(page.locator(".error-summary")).to_contain_text("Skriv, hvornår det var")
    page.get_by_label("Dato").fill("2026-01-14")
    save(page)
    expect(message(page)).to_contain_text("Gemt.")
    assert plan.interviewanswers.get().text == "Tid"
