"""The forms of login, password and second step: allauth's own, with our words."""

import json

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn

NEW_PASSWORD = {
    "label": "Ny adgangskode",
    "help_text": "Mindst 12 tegn. Tre tilfældige ord er let at huske.",
    "required": "Skriv den nye adgangskode",
}
REPEATED = {"label": "Den nye adgangskode igen", "required": "Skriv den nye adgangskode igen"}
CODE = {
    "label": "Kode",
    "help_text": "De seks tal fra din app, eller en af dine nødkoder.",
    "required": "Skriv koden",
}
KEY_NAME = {
    "label": "Nøglens navn",
    "help_text": "Så du kan kende den igen, for eksempel »Min telefon«.",
    "required": "Skriv et navn",
}
MAIL = {"label": "Mail", "required": "Skriv din mail", "invalid": "Skriv hele mailen, som navn@sted.dk"}
PASSWORD = {"label": "Adgangskode", "required": "Skriv din adgangskode", "help_text": ""}


class OurWords:
    """Gives the fields in `words` their label, help and error texts, and takes the placeholders off."""

    words: dict[str, dict[str, str]] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, words in self.words.items():
            field = self.fields[name]
            field.label = words["label"]
            field.help_text = words.get("help_text", "")
            field.error_messages.update({key: words[key] for key in ("required", "invalid") if key in words})
            field.widget.attrs.pop("placeholder", None)


class LoginForm(OurWords, account.LoginForm):
    """Mail and password."""

    words = {"login": MAIL, "password": PASSWORD}


class ResetPasswordForm(OurWords, account.ResetPasswordForm):
    """The mail that gets the link."""

    words = {"email": MAIL}


class ResetPasswordKeyForm(OurWords, account.ResetPasswordKeyForm):
    """A new password, from the link in the mail."""

    words = {"password1": NEW_PASSWORD, "password2": REPEATED}


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    """A new password, with the old one as proof."""

    words = {
        "oldpassword": {"label": "Din nuværende adgangskode", "required": "Skriv din nuværende adgangskode"},
        "password1": NEW_PASSWORD,
        "password2": REPEATED,
    }


class SetPasswordForm(OurWords, account.SetPasswordForm):
    """A first password."""

    words = {"password1": NEW_PASSWORD, "password2": REPEATED}


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    """The password once more, before something important."""

    words = {"password": PASSWORD}


class AuthenticateForm(OurWords, mfa.AuthenticateForm):
    """The code, at login."""

    words = {"code": CODE}


class ReauthenticateCodeForm(OurWords, mfa.ReauthenticateForm):
    """The code, before something important."""

    words = {"code": CODE}


class ActivateTOTPForm(OurWords, totp.ActivateTOTPForm):
    """The first code from a new app."""

    words = {"code": {**CODE, "help_text": "De seks tal, som appen viser nu."}}


class FlatDecoder(json.JSONDecoder):
    """Reads what a browser sends for a key, and nothing nested beyond what Python can follow.

    Nor half a sign (\\ud800), which JSON can hold and no page can show again. A key has neither.
    """

    def decode(self, text):
        if text.count("[") + text.count("{") > 50 or "\\ud" in text.lower():
            raise json.JSONDecodeError("Not a key", "", 0)
        return super().decode(text)


class NoKey:
    """What is sent in a key's place is refused like a wrong key, whatever it is.

    The library reads what it expects and fails on anything else, with errors of many kinds.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["credential"].decoder = FlatDecoder

    def _clean_fields(self):
        try:
            super()._clean_fields()
        except (LookupError, TypeError, ValueError, AttributeError):
            self.add_error("credential", get_adapter().validation_error("incorrect_code"))

    def clean(self):
        try:
            return super().clean()
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise get_adapter().validation_error("incorrect_code") from error


class LoginWebAuthnForm(NoKey, webauthn.LoginWebAuthnForm):
    """A passkey instead of mail and password."""


class AuthenticateWebAuthnForm(NoKey, webauthn.AuthenticateWebAuthnForm):
    """A key as the second step."""


class ReauthenticateWebAuthnForm(NoKey, webauthn.ReauthenticateWebAuthnForm):
    """A key, before something important."""


class AddWebAuthnForm(NoKey, OurWords, webauthn.AddWebAuthnForm):
    """A new passkey or security key."""

    words = {
        "name": KEY_NAME,
        "passwordless": {
            "label": "Log ind med nøglen alene",
            "help_text": "Så behøver du ingen adgangskode. Nøglen vil se finger, ansigt eller pinkode.",
        },
    }


class EditWebAuthnForm(OurWords, webauthn.EditWebAuthnForm):
    """A key's name."""

    words = {"name": KEY_NAME}
