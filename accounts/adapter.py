"""How allauth behaves here: nobody signs up by themselves, and everything it says is in our words."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.urls import reverse

WRONG_CODE = "Koden passer ikke. Se efter den nyeste i din app"
# How one can prove who one is; the keys are allauth's own.
WAYS_TO_CONFIRM = {
    "reauthenticate": "Brug din adgangskode",
    "mfa_reauthenticate": "Brug en kode fra din app",
    "mfa_reauthenticate:webauthn": "Brug en adgangsnøgle",
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come by invitation alone."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Kontoen er lukket. Skriv til din leder",
        "email_password_mismatch": "Mailen eller adgangskoden passer ikke",
        "enter_current_password": "Den nuværende adgangskode passer ikke",
        "incorrect_code": WRONG_CODE,
        "incorrect_password": "Adgangskoden passer ikke",
        "invalid_login": "Mailen eller adgangskoden passer ikke",
        "invalid_password_reset": "Linket virker ikke længere. Bed om et nyt",
        "same_as_current": "Vælg en anden adgangskode end den nuværende",
        "too_many_login_attempts": "For mange forsøg. Vent fem minutter, og prøv igen",
        "rate_limited": "For mange forsøg. Vent lidt, og prøv igen",
    }

    def is_open_for_signup(self, request) -> bool:
        """Never; see accounts.views.invitations."""
        return False

    def _get_login_attempts_cache_key(self, request, **credentials) -> str:
        """What wrong passwords are counted by: the account alone.

        allauth puts the Host header before it, whose port anybody may choose; each would be counted anew.
        """
        return credentials.get("email", "").lower()

    def get_password_change_redirect_url(self, request) -> str:
        """Back to the account page."""
        return reverse("accounts:profile")

    def get_reauthentication_methods(self, user) -> list[dict]:
        """allauth's ways to prove who one is, in Danish."""
        methods = super().get_reauthentication_methods(user)
        return [{**method, "description": WAYS_TO_CONFIRM[method["id"]]} for method in methods]


class MFAAdapter(DefaultMFAAdapter):
    """The second step, in our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "Totrinslogin kan ikke slås fra her",
        "cannot_generate_recovery_codes": "Slå totrinslogin til først",
        "incorrect_code": WRONG_CODE,
    }

    def generate_authenticator_name(self, user, type) -> str:
        """A name for a new key when its owner gives none."""
        return "Adgangsnøgle"
