"""What needs no database is found by watching, as a pytest plugin, so that it need not run on two.

`--note-without-database=FILE` writes down each test that passed without asking for a connection in any way.
`--leave-out=FILE` deselects those tests, and no others. setup/run_tests.py hands the first part's file on.
"""

import functools
from pathlib import Path

import pytest
from django.db.utils import ConnectionHandler

# Who asks for one of these gets rows, or what was made of rows, though the test itself asks for nothing.
FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
FOUND = "needs no database"


def pytest_addoption(parser):
    """The two options."""
    group = parser.getgroup("database")
    group.addoption("--note-without-database", metavar="FILE", help="write down what needed no database")
    group.addoption("--leave-out", metavar="FILE", help="deselect the tests written down in FILE")


def pytest_configure(config):
    """Begin to watch, in each process that runs tests and in the one that gathers what they found."""
    if config.getoption("note_without_database"):
        config.pluginmanager.register(Watch(config.getoption("note_without_database")))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Leave out what was written down."""
    if not config.getoption("leave_out"):
        return
    noted = set(Path(config.getoption("leave_out")).read_text().splitlines())
    left_out = [item for item in items if item.nodeid in noted and not _is_marked(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item.nodeid not in noted or _is_marked(item)]


def _is_marked(item) -> bool:
    """Whether the test says itself that it needs the database."""
    return item.get_closest_marker("django_db") is not None or not FIXTURES.isdisjoint(item.fixturenames)


class Watch:
    """Notes the tests during which nobody asked Django for a connection, not even which database it is."""

    def __init__(self, file: str):
        self.file, self.noted, self.asked = Path(file), [], False
        self._let_be = ConnectionHandler.__getitem__

        @functools.wraps(self._let_be)
        def noting(handler, alias):
            self.asked = True
            return self._let_be(handler, alias)

        ConnectionHandler.__getitem__ = noting

    def pytest_unconfigure(self):
        """Watch no more."""
        ConnectionHandler.__getitem__ = self._let_be

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self, item, call):
        """Say in the last report of a test what was seen since its first."""
        report = yield
        if call.when == "setup":
            item.stash[ASKED] = False
        item.stash[ASKED] |= self.asked or not report.passed
        self.asked = False
        if call.when == "teardown" and not item.stash[ASKED] and not _is_marked(item):
            report.user_properties.append((FOUND, True))
        return report

    def pytest_runtest_logreport(self, report):
        """Gather, where the reports of all processes come together."""
        if report.when == "teardown" and (FOUND, True) in map(tuple, report.user_properties):
            self.noted.append(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session):
        """Write it down, in one process."""
        if not hasattr(session.config, "workerinput"):
            self.file.write_text("".join(f"{name}\n" for name in sorted(self.noted)))


ASKED = pytest.StashKey[bool]()
