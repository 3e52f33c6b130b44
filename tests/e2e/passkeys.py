"""A passkey without a finger: Chromium has a reader that exists in the browser alone."""

from django.urls import reverse
from playwright.sync_api import expect

READER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def add_passkey(page, name="Min telefon") -> None:
    """The page's user, who has just given the password, makes a key that logs in by itself."""
    debugger = page.context.new_cdp_session(page)
    debugger.send("WebAuthn.enable")
    debugger.send("WebAuthn.addVirtualAuthenticator", {"options": READER})
    page.goto(reverse("mfa_add_webauthn"))
    page.get_by_label("Nøglens navn").fill(name)
    page.get_by_label("Log ind med nøglen alene").check()
    page.get_by_role("button", name="Tilføj nøgle").click()
    expect(page.get_by_text("Nøglen er tilføjet.")).to_be_visible()
