"""What every test runs under: nothing skipped, no network, a database file of its own.

The people and their plans are in tests/cast.py, the things they own in tests/factories.py.
"""

import ipaddress
import sys

import hypothesis
import pytest

pytest_plugins = ["tests.cast"]

# The same examples on every run: a red build then means a change, not luck.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("house")


# -- Nothing is skipped silently ----------------------------------------------------------------


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    """A skip or an expected failure is a failure: a test that did not run has shown nothing."""
    report = yield
    if report.skipped or hasattr(report, "wasxfail"):
        _fail(report, getattr(report, "wasxfail", "") or report.longrepr)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(collector):
    """The same for a whole module that skips itself."""
    report = yield
    if report.skipped:
        _fail(report, report.longrepr)
    return report


def _fail(report, reason) -> None:
    report.outcome = "failed"
    report.longrepr = f"Nothing may be skipped here: {reason}"
    report.__dict__.pop("wasxfail", None)


# -- No network ---------------------------------------------------------------------------------


class NetworkRefused(Exception):
    """A test tried to leave this machine."""


def _refuse_the_outside(event: str, arguments: tuple) -> None:
    """An audit hook, so that no library can hold on to an unpatched socket."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # anything else is a local socket
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        raise NetworkRefused(f"Tests stay on this machine; this one asked for {host}.")


def _is_here(host: str | bytes | None) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if not name or name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.split("%")[0]).is_loopback
    except ValueError:
        return False


sys.addaudithook(_refuse_the_outside)


# -- Database and static files ------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory):
    """SQLite in a file as in production, in a folder of this process, so that two runs never meet."""
    from django.db import connections  # needs the settings

    connection = connections["default"]
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def _static_files_from_source(tmp_path_factory):
    """Pages link to the sources, since nothing is collected for a test run."""
    from django.test import override_settings  # needs the settings

    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    folder = tmp_path_factory.mktemp("static")
    with override_settings(
        STORAGES=storages, STATIC_ROOT=folder, WHITENOISE_AUTOREFRESH=True, WHITENOISE_USE_FINDERS=True
    ):
        yield
