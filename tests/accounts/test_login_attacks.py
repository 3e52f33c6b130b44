"""Hostile posts to the pages that let people in."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts.models import Plan
from tests import factories

NO_KEYS = [
    "x", "[]", "1", "null", "{}", '{"id": "a"}', "[" * 5000,
    json.dumps({"id": 1, "rawId": [], "type": "public-key", "response": {}}),
    json.dumps({"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": None}),
    json.dumps({"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {"userHandle": "__8"}}),
    '{"id": "\\ud800"}',
]  # fmt: skip


@pytest.mark.parametrize("sent", NO_KEYS)
def test_what_is_no_passkey_is_a_wrong_one(db, sent):
    stranger, url = Client(), reverse("mfa_login_webauthn")
    stranger.get(url)
    stranger.post(url, {"credential": sent})
    assert "_auth_user_id" not in stranger.session


@pytest.mark.parametrize("sent", NO_KEYS)
def test_what_is_no_passkey_is_not_added(alma, sent):
    browser, url = Client(), reverse("mfa_add_webauthn")
    browser.post(reverse("account_login"), {"login": alma.email, "password": factories.PASSWORD})
    browser.post(reverse("account_reauthenticate"), {"password": factories.PASSWORD})
    browser.get(url)
    assert browser.post(url, {"credential": sent, "name": "Min"}).status_code == 200
    assert not alma.authenticator_set.exists()


def test_a_line_break_in_the_plans_name_breaks_no_mail(as_leader, plan, mailoutbox):
    form = {"name": "Sol\r\nBcc: alle@solbakken.example", **factories.CARE_FOR_TIME}
    as_leader.post(reverse("accounts:plan_edit", args=[plan.slug]), form)
    assert Plan.objects.get().name == "Sol Bcc: alle@solbakken.example"
    form = {"email": "ny@solbakken.example", "role": "reader"}
    as_leader.post(reverse("accounts:member_invite", args=[plan.slug]), form)
    assert mailoutbox[0].recipients() == ["ny@solbakken.example"]


def test_the_login_of_an_invited_one_ends_with_the_browser(as_leader, plan, mailoutbox):
    form = {"email": "ny@solbakken.example", "role": "reader"}
    as_leader.post(reverse("accounts:member_invite", args=[plan.slug]), form)
    path = next(line for line in mailoutbox[0].body.splitlines() if "://" in line).split("testserver")[1]
    browser = Client()
    browser.post(path, {"name": "Ny Nielsen", "password": factories.PASSWORD})
    assert "_auth_user_id" in browser.session
    assert browser.cookies["sessionid"]["max-age"] == ""


def test_mails_with_links_are_not_printed_in_production(tmp_path):
    environ = {**os.environ, "LOCAL": "0", "SECRET_KEY": "x" * 50, "VAR_DIR": str(tmp_path)}
    environ.pop("EMAIL_BACKEND", None)
    code = "from config.settings import EMAIL_BACKEND; print(EMAIL_BACKEND)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=environ, capture_output=True, text=True)
    assert done.stdout.strip() == "django.core.mail.backends.smtp.EmailBackend"
