"""A key instead of a password: made once, used from then on."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import factories
from tests.e2e.passkeys import add_passkey

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


def test_a_key_is_made_and_logs_in_alone(windows, plan, alma):
    page = windows.open()
    page.goto(reverse("account_login"))
    page.get_by_label("Mail").fill(alma.email)
    page.get_by_label("Adgangskode").fill(factories.PASSWORD)
    page.get_by_role("button", name="Log ind", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(alma.first_name)
    page.goto(reverse("mfa_add_webauthn"))
    page.get_by_label("Adgangskode").fill(factories.PASSWORD)
    page.get_by_role("button", name="Bekræft").click()
    add_passkey(page)
    page.get_by_role("button", name="Log ud").click()
    page.get_by_role("button", name="Log ind med adgangsnøgle").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(alma.first_name)
