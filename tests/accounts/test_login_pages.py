"""Getting in and staying safe: login, forgotten password, second step, in Danish and without a way round."""

import base64
import hashlib
import hmac
import re
import struct

import pytest
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from tests import factories

PASSWORD = "gul cykel ved broen"
NEW = "tre brikker og en sol"
# What allauth would say by itself.
ENGLISH = re.compile(
    r"\b(password|sign in|email|your|please|the|authenticator|security key)\b", re.IGNORECASE
)


@pytest.fixture
def amina(db, settings):
    """Somebody with a password; hashed fast, since slow hashing is Argon2's business and not ours."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    user = factories.make_user("Amina Holm", email="amina@solbakken.example")
    user.set_password(PASSWORD)
    user.save()
    return user


def log_in(client, password=PASSWORD, mail="amina@solbakken.example", **more):
    """Posts the login form."""
    return client.post(reverse("account_login"), {"login": mail, "password": password, **more})


def log_in_and_confirm(client):
    """Logs in and proves it once more, as allauth wants before anything important."""
    log_in(client)
    return client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def words(response) -> str:
    """The text of a page as one reads it."""
    body = response.content.decode().split("<body")[1]
    return " ".join(re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", body, flags=re.DOTALL).split())


def errors(response) -> list[str]:
    """What the error summary says."""
    summary = response.content.decode().split("data-error-summary")[1].split("</ul>")[0]
    return re.findall(r"<li>(?:<a [^>]*>)?([^<]+)", summary)


def totp(secret: str, counter: int) -> str:
    """RFC 6238 by hand, as the app on the telephone does it."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


# -- In and out ---------------------------------------------------------------------------------------


def test_mail_and_password_lead_to_where_one_was_going(client, amina):
    response = client.get("/profil/")
    assert response["Location"] == "/konto/log-ind/?next=/profil/"
    page = client.get(response["Location"])
    assert '<input type="hidden" name="next" value="/profil/">' in page.content.decode()
    assert log_in(client, next="/profil/")["Location"] == "/profil/"


@pytest.mark.parametrize("address", ["https://ondt.example/", "//ondt.example/"])
def test_login_leads_to_no_other_site(client, amina, address):
    assert log_in(client, next=address)["Location"] == "/"


def test_wrong_password_and_unknown_mail_read_the_same(client, amina):
    wrong = errors(log_in(client, password="forkert"))
    unknown = errors(log_in(client, mail="ukendt@solbakken.example"))
    assert wrong == unknown == ["Mailen eller adgangskoden passer ikke"]


def test_empty_login_says_what_is_missing(client, db):
    assert errors(log_in(client, password="", mail="")) == ["Skriv din mail", "Skriv din adgangskode"]


def test_the_eleventh_wrong_password_is_stopped_and_so_is_the_right_one(client, amina):
    for _ in range(10):
        log_in(client, password="forkert")
    assert errors(log_in(client)) == ["For mange forsøg. Vent fem minutter, og prøv igen"]
    assert "_auth_user_id" not in client.session


def test_logging_out_asks_and_then_does(client, amina):
    client.force_login(amina)
    assert "Log ud?" in words(client.get(reverse("account_logout")))
    assert "_auth_user_id" in client.session
    assert client.post(reverse("account_logout"))["Location"] == reverse("account_login")
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client, db):
    assert "Bed lederen af jeres helhedsplan om en invitation" in words(client.get(reverse("account_signup")))
    response = client.post(reverse("account_signup"), {"email": "ny@sted.example", "password1": NEW})
    assert response.status_code == 405


# -- Forgotten password ---------------------------------------------------------------------------------


def test_forgotten_password_from_mail_to_login(client, amina):
    assert client.post(reverse("account_reset_password"), {"email": amina.email}).status_code == 302
    assert mail.outbox[0].subject == "På banen: vælg en ny adgangskode"
    assert mail.outbox[0].body.startswith("Hej Amina\n\nDu har bedt om")
    link = re.search(r"https?://[^/]+(/konto/\S+)", mail.outbox[0].body)[1]
    form = client.get(link, follow=True)
    assert "Vælg en ny adgangskode" in words(form)
    done = client.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW}, follow=True)
    assert "Adgangskoden er ændret" in words(done)
    assert mail.outbox[1].subject == "På banen: din adgangskode er ændret"
    assert log_in(Client(), password=NEW).status_code == 302
    assert "Linket virker ikke længere" in words(Client().get(link, follow=True))


def test_an_unknown_mail_gets_the_same_answer_and_a_mail_that_says_so(client, db):
    known = client.post(reverse("account_reset_password"), {"email": "ukendt@sted.example"}, follow=True)
    assert "Vi har sendt en mail" in words(known)
    assert mail.outbox[0].subject == "På banen: vi kender ikke denne mail"
    assert "ukendt@sted.example" in mail.outbox[0].body


def test_a_short_or_common_password_is_refused(client, amina):
    client.force_login(amina)
    data = {"oldpassword": PASSWORD, "password1": "kort", "password2": "kort"}
    response = client.post(reverse("account_change_password"), data)
    assert any("12 tegn" in error for error in errors(response))


def test_a_new_password_needs_the_old_one(client, amina):
    client.force_login(amina)
    data = {"oldpassword": "forkert", "password1": NEW, "password2": NEW}
    response = client.post(reverse("account_change_password"), data)
    assert errors(response) == ["Den nuværende adgangskode passer ikke"]
    response = client.post(reverse("account_change_password"), {**data, "oldpassword": PASSWORD})
    assert response["Location"] == reverse("accounts:profile")


# -- Second step -------------------------------------------------------------------------------------------


def test_an_app_with_codes_from_on_to_login_to_off(client, amina, time_machine):
    time_machine.move_to("2026-11-23 09:00:00+01:00", tick=False)
    log_in_and_confirm(client)
    page = client.get(reverse("mfa_activate_totp"))
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()
    secret = page.context["form"].secret
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert errors(wrong) == ["Koden passer ikke. Se efter den nyeste i din app"]
    now = 1795420800 // 30
    on = client.post(reverse("mfa_activate_totp"), {"code": totp(secret, now)}, follow=True)
    assert "Gem dem et sikkert sted." in words(on)
    codes = re.findall(r"<li>(\d{8})</li>", on.content.decode())
    assert len(codes) == 10

    other = Client()
    assert log_in(other)["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in other.session
    assert other.post(reverse("mfa_authenticate"), {"code": codes[0]})["Location"] == "/"
    text = client.get(reverse("mfa_download_recovery_codes"))
    assert text["Content-Type"].startswith("text/plain")
    assert text.content.decode().startswith("Nødkoder til På banen. Hver kode virker én gang.")
    assert codes[0] not in text.content.decode()
    assert codes[9] in text.content.decode()
    again = Client()
    log_in(again)
    assert errors(again.post(reverse("mfa_authenticate"), {"code": codes[0]}))

    off = client.post(reverse("mfa_deactivate_totp"), follow=True)
    assert "Appen er slået fra." in words(off)
    assert log_in(Client())["Location"] == "/"


def test_what_is_important_asks_for_the_password_again(client, amina, time_machine):
    time_machine.move_to("2026-11-23 09:00:00+01:00", tick=False)
    log_in(client)
    asked = client.get(reverse("mfa_activate_totp"), follow=True)
    assert "Bekræft, at det er dig" in words(asked)
    confirmed = client.post(asked.redirect_chain[-1][0], {"password": PASSWORD})
    assert confirmed["Location"] == reverse("mfa_activate_totp")
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    time_machine.move_to("2026-11-23 09:16:00+01:00", tick=False)
    assert client.get(reverse("mfa_activate_totp")).status_code == 302


# -- All of them -----------------------------------------------------------------------------------

PAGES = [
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
]


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_danish_and_has_one_heading_and_nothing_inline(client, amina, name):
    if name != "account_login":
        log_in_and_confirm(client)
    response = client.get(reverse(name))
    assert response.status_code == 200
    html = response.content.decode()
    assert html.count("<h1>") == 1
    assert not ENGLISH.findall(words(response))
    assert not re.findall(r"<script(?![^>]* src=)|<style| style=| on[a-z]+=", html)


def test_the_routes_are_ours_and_no_others(db):
    """Adding mails, confirming them and signing up are not in the house."""
    for name in (
        "account_email",
        "account_confirm_email",
        "account_email_verification_sent",
        "mfa_signup_webauthn",
    ):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    konto = next(route for route in get_resolver().url_patterns if str(route.pattern) == "konto/")
    assert len(konto.url_patterns) == 25


def test_too_many_reset_mails_are_stopped(client, amina):
    answers = [client.post(reverse("account_reset_password"), {"email": amina.email}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert "For mange forsøg" in words(answers[-1])


def test_a_new_password_asked_for_by_somebody_else_keeps_nobody_from_the_second_step(client, amina):
    client.post(reverse("account_reset_password"), {"email": amina.email})
    log_in_and_confirm(client)
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
