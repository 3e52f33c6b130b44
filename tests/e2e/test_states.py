"""Pages as they look in use, looked over in the browser: with errors, opened, chosen, empty, gone wrong."""

from itertools import chain

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from accounts.actions import create_plan, withdraw_invitation
from accounts.models import Invitation
from actors.models import Contact
from mapping.models import Collaboration
from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.routes import World

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.e2e.urls"),
]


@pytest.fixture
def world(live_server):
    """The demo plan."""
    return World()


@pytest.fixture
def page(windows, world):
    """Its leader's window."""
    return windows.open(world.leader)


def look_over(page, states) -> None:
    """Fail with all that is wrong in any state; `states` brings the page into one after another."""
    found = [f"{state}: {fault}" for state in states for fault in faults(page)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def button(page, name):
    """The button in the page with this name."""
    return page.get_by_role("main").get_by_role("button", name=name, exact=True)


# -- Opened, chosen, filtered -------------------------------------------------------------------------


def test_pages_in_use(page, world):
    plan, actor = world.plan, world.values["actors:pk"]
    look_over(page, chain(collaborations(page, plan), network(page, plan, actor), actors(page, plan, actor)))


def actors(page, plan, actor):
    """The list, the profile and the search as they are worked with."""
    at = reverse("actors:list", args=[plan.slug])
    page.goto(f"{at}?panel=1&kind=voluntary&sort=-collaborations")
    yield "the list with its filters open"
    page.goto(f"{at}?q=findesikke")
    yield "the list when nothing passes"
    page.goto(at)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "the keys"
    page.goto(at)
    page.evaluate("document.querySelector('.phone-menu').open = true")
    yield "the menu on the telephone"
    page.goto(f"{reverse('actors:search', args=[plan.slug])}?q=biblioteket")
    yield "what was searched for"
    page.goto(f"{reverse('actors:search', args=[plan.slug])}?q=findesikke")
    yield "a search in vain"
    page.goto(reverse("actors:edit", args=[plan.slug, actor]))
    button(page, "Arkivér").click()
    expect(button(page, "Fortryd")).to_be_visible()
    yield "a message with the way back"
    page.goto(reverse("actors:detail", args=[plan.slug, actor]))
    yield "an actor put away"
    for contact in Contact.objects.filter(plan=plan, consent_state__in=["given", "asked"])[:2]:
        page.goto(reverse("actors:contact_consent", args=[plan.slug, contact.actor_id, contact.pk]))
        yield f"a consent that is {contact.consent_state}"


def network(page, plan, actor):
    """The map with somebody chosen, narrowed down, as a table."""
    at = reverse("mapping:map", args=[plan.slug])
    page.goto(at)
    page.locator(f"svg[data-map] a[href$='aktoer={actor}']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("svg[data-map] a[aria-current]")).to_be_focused()
    yield "an actor chosen"
    page.goto(f"{at}?visning=tabel&kind=voluntary")
    yield "the table of one kind"
    page.goto(f"{at}?kind=other&form=5")
    yield "few left"


def collaborations(page, plan):
    """The list, and the log with all that can stand in it."""
    at, log = reverse("mapping:list", args=[plan.slug]), reverse("mapping:log", args=[plan.slug])
    page.goto(f"{at}?state=ended&form=3")
    page.evaluate("document.querySelector('#collaboration-panel').open = true")
    yield "the list with its filters open"
    page.goto(f"{at}?q=findesikke")
    yield "the list when nothing passes"
    page.goto(log)
    page.locator("details.more summary").click()
    page.get_by_role("combobox", name="Søg andre aktører").press_sequentially("bib")
    expect(page.get_by_role("option").first).to_be_visible()
    yield "the log with suggestions"
    page.goto(log)
    button(page, "Gem samarbejde").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    yield "the log with errors"
    twin = Collaboration.objects.filter(plan=plan, until=None).prefetch_related("participations").first()
    chosen = "&".join(f"aktoer={part.actor_id}" for part in twin.participations.all())
    page.goto(f"{log}?{chosen}&how={twin.form}")
    page.locator("details.more summary").click()
    page.locator("#id_about").fill(twin.about)
    button(page, "Gem samarbejde").click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield "a collaboration that is there already"
    ended = Collaboration.objects.filter(plan=plan, until__isnull=False).first()
    page.goto(reverse("mapping:detail", args=[plan.slug, ended.pk]))
    yield "one that has ended"


# -- Errors ----------------------------------------------------------------------------------------------


def test_forms_with_errors(page, world):
    look_over(page, with_errors(page, world))


def with_errors(page, world):
    """Every form sent with nothing in it."""
    plan, actor = world.plan.slug, world.values["actors:pk"]
    contact = world.values["actors:contact_pk"]
    forms = (
        ("actors:create", [plan], "Gem aktør"),
        ("actors:resources", [plan, actor], "Gem ressource"),
        ("actors:contact_add", [plan, actor], "Gem kontaktperson"),
        ("mapping:import", [plan], "Vis, hvad filen indeholder"),
        ("accounts:terms", [plan, "omraader"], "Tilføj boligområde"),
        ("accounts:member_invite", [plan], "Send invitation"),
        ("accounts:support", [plan], "Giv adgang"),
        ("account_change_password", [], "Gem adgangskode"),
    )
    for name, arguments, text in forms:
        page.goto(reverse(name, args=arguments))
        button(page, text).click()
        expect(page.locator("[data-error-summary]")).to_be_focused()
        yield f"{name} with errors"
    for name, arguments, text in (
        ("actors:edit", [plan, actor], "Gem"),
        ("actors:contact_edit", [plan, actor, contact], "Gem kontaktperson"),
        ("accounts:plan_edit", [plan], "Gem planen"),
        ("accounts:profile", [], "Gem"),
    ):
        page.goto(reverse(name, args=arguments))
        page.get_by_role("main").locator("#id_name").fill("")
        button(page, text).click()
        expect(page.locator("[data-error-summary]")).to_be_focused()
        yield f"{name} with errors"


def test_a_sheet_with_problems(windows, plan, alma):
    page = windows.open(alma)
    look_over(page, problems_of_a_sheet(page, plan))


def problems_of_a_sheet(page, plan):
    """A file that cannot be read, and one that can but should be looked at."""
    files = {
        "no spreadsheet": (b"\x00\x01\x02", "[data-error-summary]"),
        "things to mend": ("Navn;Mail;Farve\nRosenhaven;nej;rød\n;ja@sted.example;\n".encode(), ".alert"),
    }
    for state, (content, sign) in files.items():
        page.goto(reverse("mapping:import", args=[plan.slug]))
        file = {"name": "ark.csv", "mimeType": "text/csv", "buffer": content}
        page.get_by_label("Regneark", exact=True).set_input_files(file)
        button(page, "Vis, hvad filen indeholder").click()
        expect(page.locator(sign).first).to_be_visible()
        yield state


def test_two_writers_at_once(windows, plan, alma):
    address = reverse("actors:edit", args=[plan.slug, factories.make_actor(plan).pk])
    page, other = windows.open(alma), windows.open(alma)
    for window, text in ((other, "Den ene"), (page, "Den anden")):
        window.goto(address)
        window.locator("#id_short_name").fill(text)
    button(other, "Gem").click()
    expect(other.get_by_role("heading", level=1)).to_be_visible()
    button(page, "Gem").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    look_over(page, ["both texts"])


# -- Nothing there, and no way in ---------------------------------------------------------------------------


def test_a_new_plan(windows, live_server):
    leader = factories.make_user("Lis Leder")
    plan = create_plan(name="Øresvinget", slug="oeresvinget", leader=leader)
    actor = factories.make_actor(plan, "Biblioteket")
    page = windows.open(leader)

    def empty():
        for name in ("actors:contacts", "actors:resources", "actors:detail", "mapping:of_actor"):
            page.goto(reverse(name, args=[plan.slug, actor.pk]))
            yield f"{name} of a new actor"
        actor.delete()
        for name in ("actors:list", "mapping:list", "mapping:map", "mapping:log", "accounts:plan"):
            page.goto(reverse(name, args=[plan.slug]))
            yield f"{name} of a new plan"
        page.goto(reverse("accounts:terms", args=[plan.slug, "omraader"]))
        yield "no words yet"

    look_over(page, empty())


def test_pages_for_one_who_only_reads(windows, world):
    reader = world.plan.memberships.get(role="reader").user
    page = windows.open(reader)
    windows.expect("403 (Forbidden)")

    def seen():
        for name in ("actors:list", "mapping:list", "mapping:map", "accounts:plan"):
            page.goto(reverse(name, args=[world.plan.slug]))
            yield f"{name} for a reader"
        for name in ("actors:detail", "actors:contacts"):
            page.goto(reverse(name, args=[world.plan.slug, world.values["actors:pk"]]))
            yield f"{name} for a reader"
        page.goto(reverse("actors:create", args=[world.plan.slug]))
        yield "no access"

    look_over(page, seen())


def test_pages_for_what_went_wrong(windows, world):
    windows.expect("404 (Not Found)", "500 (Internal", "403 (Forbidden)", "410 (Gone)")
    page = windows.open()

    def wrong():
        page.goto("/findes-ikke/her/")
        yield "not found"
        page.goto(reverse("fault"))
        yield "our fault"
        page.goto(reverse("account_login"))
        button(page, "Log ind").click()
        expect(page.locator("[data-error-summary]")).to_be_focused()
        yield "login with errors"
        page.context.clear_cookies()
        button(page, "Log ind").click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Log ind")
        yield "a form too old"
        page.goto(reverse("account_reset_password"))
        button(page, "Send link").click()
        expect(page.locator("[data-error-summary]")).to_be_focused()
        yield "no mail given"
        withdraw_invitation(invitation=Invitation.objects.get(), by=world.leader, now=timezone.now())
        page.goto(reverse("accounts:invitation", args=[world.values["accounts:token"]]))
        yield "an invitation taken back"

    # The world has invited to a meeting.
    mail.outbox.clear()
    look_over(page, wrong())
    assert mail.outbox == []
