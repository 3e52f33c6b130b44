"""What every test runs under; the rules are in tests/rules.py.

The people and their plans are in tests/cast.py, the things they own in tests/factories.py, the
day in tests/clock.py.
"""

import gc

import hypothesis
import pytest

from tests import hashing
from valuegame.at_hand import AtHand

pytest_plugins = ["tests.cast", "tests.clock", "tests.rules"]

# Thousands of tests hold much that never goes away; looking it over so often takes a fifth of the time.
gc.set_threshold(100_000, 20, 100)

# The same examples on every run: a red build then means a change, not luck.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory):
    """SQLite in a file as in production, in a folder of this process, so that two runs never meet."""
    from django.db import connections  # needs the settings

    connection = connections["default"]
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def _nothing_at_hand():
    """Each test's rows are taken back, so the next one's may have the same ids and versions."""
    AtHand.forget_all()


@pytest.fixture(scope="session", autouse=True)
def _settings_of_tests(tmp_path_factory):
    """Passwords are hashed in no time; pages link to the sources, since nothing is collected for a run."""
    from django.test import override_settings  # needs the settings

    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    folder = tmp_path_factory.mktemp("static")
    # Places of this run alone, so that two runs never wait for each other.
    press = tmp_path_factory.mktemp("press")
    with override_settings(
        PASSWORD_HASHERS=hashing.PASSWORD_HASHERS,
        STORAGES=storages,
        STATIC_ROOT=folder,
        PRESS_DIR=press,
        WHITENOISE_AUTOREFRESH=True,
        WHITENOISE_USE_FINDERS=True,
    ):
        yield
