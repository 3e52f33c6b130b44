"""Login, password and second step: the views of allauth that this house uses, in Danish addresses.

The names are allauth's own, since its views and mails look them up. Signing up and adding more
mails are left out: people are invited, and their one mail is on their account page.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path
from django.views.generic import TemplateView

# The mail to an unknown address names the page for signing up; it says that one is invited.
signup_closed = login_not_required(TemplateView.as_view(template_name="account/signup_closed.html"))

urlpatterns = [
    # In and out
    path("log-ind/", account.login, name="account_login"),
    path("log-ud/", account.logout, name="account_logout"),
    path("lukket/", account.account_inactive, name="account_inactive"),
    path("opret/", signup_closed, name="account_signup"),
    path("bekraeft/", account.reauthenticate, name="account_reauthenticate"),
    # Password
    path("adgangskode/", account.password_change, name="account_change_password"),
    path("adgangskode/vaelg/", account.password_set, name="account_set_password"),
    path("adgangskode/glemt/", account.password_reset, name="account_reset_password"),
    path("adgangskode/glemt/sendt/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "adgangskode/ny/faerdig/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^adgangskode/ny/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    # Second step
    path("totrin/", mfa.index, name="mfa_index"),
    path("totrin/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("totrin/bekraeft/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("totrin/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("totrin/app/fra/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("totrin/noedkoder/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("totrin/noedkoder/nye/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(
        "totrin/noedkoder/hent/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
    # Passkeys
    path("totrin/noegler/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("totrin/noegler/ny/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("totrin/noegler/log-ind/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("totrin/noegler/bekraeft/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("totrin/noegler/<int:pk>/navn/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("totrin/noegler/<int:pk>/fjern/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
]
