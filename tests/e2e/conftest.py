"""A real browser on a running server, for the stories in this folder."""

import pytest

from tests import factories
from tests.e2e.windows import PATIENCE_MS, Windows
from tests.services import chromium_options


@pytest.fixture(scope="session")
def chromium(live_server):
    """The browser; it closes before the server does."""
    from playwright.sync_api import expect, sync_playwright  # slow to import, and no other part needs it

    # Playwright keeps an event loop in this thread, in which Django would refuse to make rows.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(**chromium_options())
        expect.set_options(timeout=PATIENCE_MS)
        yield browser
        browser.close()


@pytest.fixture
def windows(chromium, live_server):
    """Opens browser windows; afterwards nothing may have gone wrong in any of them."""
    windows = Windows(chromium, live_server.url)
    yield windows
    windows.close()
    assert windows.troubles == []


@pytest.fixture
def alma(plan, alma):
    """Alma, who works in the plan."""
    factories.make_membership(plan, alma, role="staff")
    return alma
