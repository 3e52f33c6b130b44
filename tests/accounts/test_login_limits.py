"""Guessing passwords: the limits hold whatever an attacker sends along."""

import secrets

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.test import Client

LOGIN = "/konto/log-ind/"
GUESSES_AT_MOST = 10


@pytest.fixture
def guesses(monkeypatch):
    """The passwords that reach the hasher."""
    seen = []
    verify = Argon2PasswordHasher.verify

    def counting(self, password, encoded):
        seen.append(password)
        return verify(self, password, encoded)

    monkeypatch.setattr(Argon2PasswordHasher, "verify", counting)
    return seen


def guess(email, **headers):
    return Client().post(LOGIN, {"login": email, "password": "forkert-kodeord"}, headers=headers)


def test_another_port_in_the_host_header_is_no_new_account(alma, guesses):
    for number in range(GUESSES_AT_MOST + 5):
        guess(alma.email, host=f"localhost:{8000 + number}")
    assert len(guesses) == GUESSES_AT_MOST


def test_an_address_in_capitals_or_with_a_look_alike_letter_is_no_new_account(alma, guesses):
    for email in [alma.email, alma.email.upper(), alma.email.replace("k", "\u212a")] * GUESSES_AT_MOST:
        guess(email)
    assert len(guesses) == GUESSES_AT_MOST


def test_many_names_tried_do_not_push_the_count_of_one_out(alma, guesses):
    for _ in range(GUESSES_AT_MOST):
        guess(alma.email)
    # As much as a burst of wrong logins from many addresses leaves behind.
    for _ in range(1200):
        cache.set(f"allauth:rl:allauth.account:login_failed:10/300.0/key:{secrets.token_hex(32)}", [1.0], 300)
    for _ in range(3):
        guess(alma.email)
    assert len(guesses) == GUESSES_AT_MOST
