"""Overblik in the browser: the greeting, the verbs by keys, the list of a telephone, each role's page."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.audit import record
from accounts.digest_links import stop_address
from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE
from tests.reports import waiting_rows as rows

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
HOME = "/solbakken/overblik/"


def make_busy(plan, user, role="staff"):
    """A member with one of everything, and a late promise."""
    member = plan.memberships.filter(user=user).first() or factories.make_membership(plan, user, role)
    own = factories.make_actor(plan, "Nabomødrene", held_by=member)
    if role == "partner":
        rows.speak_for(member, own)
    rows.one_of_each(member, own, 1)
    late = timezone.localdate() - timedelta(days=3)
    factories.make_follow_up(own, "Ring om salen", due=late, responsible=member)
    record(plan=plan, by=factories.make_user("Ib"), verb="create", obj=factories.make_actor(plan, "Rosen"))
    return member


def thing(page, words):
    """The row of the list with these words."""
    return page.get_by_role("listitem").filter(has_text=words)


def test_a_login_lands_on_the_greeting_and_what_waits(windows, plan, alma):
    make_busy(plan, alma)
    page = windows.open(alma)
    page.goto("/")
    page.wait_for_url(f"**{HOME}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Alma")
    expect(page.locator(".greeting")).to_contain_text("ting venter på dig")
    expect(page.locator(".todo-short .todo-thing").first).to_have_text("Ring om salen")


def test_the_verbs_work_by_keys_alone(windows, plan, alma):
    make_busy(plan, alma)
    page = windows.open(alma)
    page.goto(f"{HOME}?vis=alle")
    thing(page, "Ring om salen").get_by_role("button", name="Klaret").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-message] .alert-text")).to_have_text("Klaret. »Ring om salen«")
    thing(page, "Kommer du til Forum 1?").get_by_role("link", name="Svar").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/fora/moeder/*/svar/*/")


def test_forny_renews_in_one_press_and_stays_here(windows, plan, alma):
    make_busy(plan, alma)
    page = windows.open(alma)
    page.goto(f"{HOME}?vis=alle")
    row = thing(page, "»Borde 1« udløber")
    row.get_by_role("button", name="Forny").click()
    expect(page.locator("[data-message] .alert-text")).to_contain_text("Fornyet.")
    expect(row).to_have_count(0)


def test_what_is_new_is_set_and_brought_back(windows, plan, alma):
    make_busy(plan, alma)
    page = windows.open(alma)
    page.goto(HOME)
    panel = page.get_by_role("region", name="Siden sidst")
    expect(panel.get_by_role("link", name="Rosen")).to_be_visible()
    panel.get_by_role("button", name="Set").click()
    expect(panel).to_contain_text("Intet nyt fra de andre.")
    page.get_by_role("button", name="Fortryd").click()
    expect(panel.get_by_role("link", name="Rosen")).to_be_visible()


def test_a_telephone_has_one_long_list_under_the_greeting(windows, plan, alma):
    make_busy(plan, alma)
    page = windows.open(alma, size=PHONE, touch=True)
    page.goto(HOME)
    for name in ("Det venter på dig", "Næste møder"):
        assert page.get_by_role("heading", name=name).bounding_box()["height"] > 12
    tops = [box["y"] for box in (row.bounding_box() for row in page.locator(".todo > li:visible").all())]
    assert tops == sorted(tops)
    assert sum(top < PHONE[1] for top in tops) >= 4
    expect(page.locator(".todo-short .todo-go .todo-word").first).not_to_be_in_viewport(ratio=1)
    page.locator(".next .todo-thing").first.tap()
    page.wait_for_url(lambda address: not address.endswith(HOME))


def test_the_whole_row_of_what_is_next_leads_on(windows, plan, alma):
    make_busy(plan, alma)
    page = windows.open(alma)
    page.goto(HOME)
    page.locator(".next > li").first.click(position={"x": 8, "y": 24})
    page.wait_for_url(lambda address: not address.endswith(HOME))


@pytest.mark.parametrize("role", ["leader", "staff", "partner", "reader"])
def test_each_roles_page_is_sound_on_desk_and_telephone(windows, plan, role):
    user = factories.make_user("Ida Dam")
    make_busy(plan, user, role)
    page = windows.open(user)
    page.goto(HOME)
    page.wait_for_load_state("networkidle")
    assert faults(page) == []


def test_without_script_all_of_it_is_there(windows, plan, alma):
    make_busy(plan, alma)
    page = windows.open(alma, script=False)
    page.goto(HOME)
    page.get_by_role("button", name="Set").click()
    expect(page.get_by_role("region", name="Siden sidst")).to_contain_text("Intet nyt fra de andre.")
    thing(page, "Ring om salen").get_by_role("button", name="Klaret").click()
    expect(page.locator("[data-message] .alert-text")).to_have_text("Klaret. »Ring om salen«")


def test_the_weeks_mail_is_chosen_on_the_account_page_and_ended_by_its_link(windows, plan, alma):
    page, member = windows.open(alma), plan.memberships.get(user=alma)
    page.goto("/profil/")
    page.get_by_label("Ugens mail fra Solbakken").select_option("Onsdag")
    assert faults(page) == []
    page.get_by_role("button", name="Gem").click()
    expect(page.locator("[data-message]")).to_contain_text("Gemt.")
    stranger = windows.open()
    stranger.goto(stop_address(member))
    assert faults(stranger) == []
    stranger.get_by_role("button", name="Stop ugens mail").click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Du får ikke ugens mail")
    assert faults(stranger) == []
