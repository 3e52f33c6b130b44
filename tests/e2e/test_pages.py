"""Every page there is, looked over in the browser: for the leader of the demo plan, and for a stranger."""

import pytest
from django.test import Client
from django.urls import reverse

from reports.demo import PASSWORD
from tests.e2e.inspection import faults, without_ring
from tests.e2e.passkeys import add_passkey
from tests.e2e.routes import World, all_routes

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.e2e.urls"),
]

# The leader's pages take as long as all other stories together, so the processes of the run share them.
SHARES = 4


@pytest.fixture
def world(live_server):
    """The demo plan."""
    return World()


def fresh_login(world) -> Client:
    """Who has just given the password, and once more, as the pages about safety want."""
    client = Client()
    client.post(reverse("account_login"), {"login": world.leader.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def pages_of(world, client, routes, not_pages=(301, 302, 405)) -> list[str]:
    """The addresses that answer with a page; not those that only take posts, lead on or give a file."""
    found = []
    for route in routes:
        if route.name == "fault":
            continue
        address = world.address(route)
        answer = client.get(address)
        if answer.status_code in not_pages:
            continue
        assert answer.status_code == 200, f"{answer.status_code} at {address}"
        # What script fetches is a part of a page and begins with no <html>.
        if answer["Content-Type"].startswith("text/html") and b"<html" in answer.content:
            found.append(address)
    return found


def look_over(page, addresses) -> None:
    """Fail with all that is wrong with the pages at these addresses."""
    found = []
    for address in addresses:
        page.goto(address)
        wrong = first_stop(page) + faults(page) + without_ring(page)
        found += [f"{address} {fault}" for fault in wrong]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def first_stop(page) -> list[str]:
    """The Tab key comes to the skip link first, unless the page has put the focus somewhere itself."""
    if page.evaluate("document.activeElement !== document.body"):
        return []
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    page.evaluate("document.activeElement.blur()")
    return [] if first == "skip-link" else [f"the first stop is {first}"]


def is_about_second_step(route) -> bool:
    """The pages that look different once a second step is set up."""
    return route.name.startswith("mfa_")


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_as_leader(windows, world, share):
    client = fresh_login(world)
    # The gallery is a stranger's too, and long.
    routes = [route for route in all_routes() if not is_about_second_step(route) and route.name != "gallery"]
    # Every route is in one share: neighbours, which take alike, in different ones.
    pages = pages_of(world, client, routes[share::SHARES])
    assert len(pages) >= 15
    look_over(windows.open(client), pages)


def test_every_page_as_a_stranger(windows, world):
    client = Client()
    pages = pages_of(world, client, all_routes())
    assert len(pages) >= 7
    look_over(windows.open(client), pages)


def test_the_pages_of_a_second_step(windows, world):
    client = fresh_login(world)
    routes = [route for route in all_routes() if is_about_second_step(route)]
    # One cannot take away what one has not got.
    before = pages_of(world, client, routes, not_pages=(302, 404, 405))
    page = windows.open(client)
    look_over(page, before)
    add_passkey(page)
    world.give_second_step()
    after = pages_of(world, client, routes)
    assert len(before) + len(after) >= 10
    look_over(page, after)
