"""Passwords are stored by Argon2 with all its work, though tests themselves ask for less of it."""

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.test import override_settings

from config import settings as of_production
from tests.hashing import PASSWORD_HASHERS, QuickArgon2

PASSWORD = "grøn-gavl-med-gul-dør-7"
COSTS = {"time_cost", "memory_cost", "parallelism"}


def test_a_password_is_stored_with_a_hundred_megabytes_of_work():
    with override_settings(PASSWORD_HASHERS=of_production.PASSWORD_HASHERS):
        stored = make_password(PASSWORD)
        assert stored.startswith("argon2$argon2id$v=19$m=102400,t=2,p=8$")
        assert check_password(PASSWORD, stored)
        assert not check_password(PASSWORD + "8", stored)


def test_the_tests_hash_by_the_same_code_and_the_rest_of_the_list_is_the_same():
    assert settings.PASSWORD_HASHERS == PASSWORD_HASHERS
    assert PASSWORD_HASHERS[1:] == of_production.PASSWORD_HASHERS[1:]
    assert make_password(PASSWORD).startswith("argon2$argon2id$v=19$m=8,t=1,p=1$")
    # Nothing but how much work it is.
    assert {name for name in vars(QuickArgon2) if not name.startswith("__")} == COSTS


def test_a_password_stored_with_less_work_is_stored_anew_at_the_next_login():
    quick = make_password(PASSWORD)
    kept = []
    with override_settings(PASSWORD_HASHERS=of_production.PASSWORD_HASHERS):
        assert check_password(PASSWORD, quick, setter=kept.append)
    assert kept == [PASSWORD]
