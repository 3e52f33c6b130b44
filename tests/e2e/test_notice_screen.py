"""The screen in a hall: it goes on by itself, and keeps what it shows when the network is gone."""

import pytest
from django.urls import reverse

from exchange.models import PublicPage
from tests import factories

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

A_TURN = 61_000


@pytest.fixture
def screen(windows):
    plan = factories.make_plan(name="Solbakken")
    PublicPage.objects.create(plan=plan, is_on=True)
    factories.make_notice(plan, "Suppe i gården", is_public=True)
    page = windows.open(size=(1920, 1080))
    page.clock.install()
    page.goto(reverse("open_notice:screen", args=[plan.slug]))
    return plan, page


def turn(page) -> None:
    """A minute goes, and what it fetched is there."""
    page.clock.run_for(A_TURN)
    page.wait_for_load_state("networkidle")


def test_it_shows_what_is_new_without_anybody_at_it(screen):
    plan, page = screen
    factories.make_notice(plan, "Skak for alle", is_public=True)
    turn(page)
    page.get_by_role("heading", name="Skak for alle").wait_for()
    assert page.get_by_role("heading", level=2).count() == 2


def test_it_keeps_what_it_shows_until_the_network_is_back(screen, windows):
    plan, page = screen
    windows.expect("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    factories.make_notice(plan, "Skak for alle", is_public=True)
    turn(page)
    assert page.get_by_role("heading", level=2).all_inner_texts() == ["Suppe i gården"]
    page.context.set_offline(False)
    turn(page)
    page.get_by_role("heading", name="Skak for alle").wait_for()


def test_a_page_that_the_leader_closes_is_gone_from_the_hall(screen, windows):
    plan, page = screen
    windows.expect("404")
    PublicPage.objects.filter(plan=plan).update(is_on=False)
    turn(page)
    page.get_by_role("heading", level=1, name="Siden findes ikke").wait_for()
