"""A report is ordered, made by a process of its own while one looks on, and fetched; also without script."""

import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from reports import paper_start
from tests import factories
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
PAPERS = "/solbakken/rapporter/"
MADE_MS = 60_000


@pytest.fixture(autouse=True)
def worker_on_our_files(monkeypatch):
    """Nothing is collected for a run of tests; whoever works is ended with the test."""
    monkeypatch.setenv("DEBUG", "1")
    yield
    for process in paper_start._started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    paper_start._started.clear()


@pytest.fixture
def town(plan):
    """Two who work together."""
    school, library = factories.make_actor(plan, "Bakkeskolen"), factories.make_actor(plan, "Biblioteket")
    return factories.make_collaboration(plan, school, library)


def fetched(page) -> bytes:
    """What the button gives."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent PDF").click()
    return Path(download.value.path()).read_bytes()


def test_ordered_followed_and_fetched(windows, alma, town):
    desk = windows.open(alma)
    desk.goto(PAPERS)
    desk.get_by_role("button", name="PDF: Netværkets udvikling").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Netværkets udvikling")
    # It comes by itself.
    expect(desk.get_by_role("heading", name="Rapporten er færdig")).to_be_visible(timeout=MADE_MS)
    expect(desk.get_by_text("Kun du kan hente den her.")).to_be_visible()
    assert fetched(desk).startswith(b"%PDF")
    desk.goto(PAPERS)
    row = desk.get_by_role("listitem").filter(has_text="Klar til at hente")
    expect(row.get_by_role("link", name="Netværkets udvikling")).to_be_visible()


def test_on_a_telephone_the_sheet_of_an_actor_is_chosen_and_read(windows, alma, town):
    phone = windows.open(alma, size=PHONE)
    phone.goto(PAPERS)
    card = phone.get_by_role("listitem").filter(has_text="Aktørens eget ark")
    card.get_by_role("button", name="PDF").click()
    expect(phone.locator("[data-error-summary]")).to_contain_text("Vælg en aktør, så laver vi arket")
    card.get_by_label("Aktør", exact=True).select_option("Bakkeskolen")
    card.get_by_role("button", name="Se på skærmen").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Aktørens eget ark · Bakkeskolen")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_without_script_one_looks_again(windows, alma, town):
    desk = windows.open(alma, script=False)
    desk.goto(PAPERS)
    desk.get_by_role("button", name="PDF: Netværkets udvikling").click()
    again = desk.get_by_role("link", name="Se, om den er færdig")
    while again.is_visible():
        again.click()
    assert fetched(desk).startswith(b"%PDF")


def test_stopped_and_tried_again(windows, alma, town):
    desk = windows.open(alma)
    desk.goto(PAPERS)
    desk.get_by_role("button", name="PDF: Vejviser").click()
    desk.get_by_role("button", name="Stop").click()
    expect(desk.get_by_text("Vejviser er stoppet.")).to_be_visible()
    desk.get_by_role("button", name="Prøv igen").click()
    expect(desk.get_by_role("heading", name="Rapporten er færdig")).to_be_visible(timeout=MADE_MS)
