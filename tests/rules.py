"""Two rules as a pytest plugin: nothing is skipped silently, and no test leaves this machine."""

import ipaddress
import sys

import pytest

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
