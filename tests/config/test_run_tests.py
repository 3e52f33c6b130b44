"""`make test` calls a part good only when it ran, to its end, with nothing failed and nothing skipped."""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
SETUP = TESTS.parent / "setup"


@pytest.fixture(scope="module")
def run_tests():
    """setup/run_tests.py as a module; its neighbours are found beside it."""
    sys.path.insert(0, str(SETUP))
    try:
        import run_tests
    finally:
        sys.path.remove(str(SETUP))
    return run_tests


def report(folder: Path, **counts: int) -> Path:
    """pytest's XML report with these counts."""
    path = folder / "report.xml"
    attributes = " ".join(f'{name}="{count}"' for name, count in counts.items())
    path.write_text(f"<testsuites><testsuite {attributes}/></testsuites>")
    return path


def test_the_report_is_counted(run_tests, tmp_path):
    counts = run_tests.read_report(report(tmp_path, tests=9, failures=2, errors=1, skipped=1))
    assert run_tests.sentence(counts) == "5 passed, 3 failed, 1 skipped"


def test_all_passed_is_good(run_tests, tmp_path):
    assert run_tests.is_good(
        run_tests.read_report(report(tmp_path, tests=3, failures=0, errors=0, skipped=0))
    )


@pytest.mark.parametrize(
    "counts",
    [
        {"tests": 0},
        {"tests": 3, "failures": 1},
        {"tests": 3, "errors": 1},
        {"tests": 3, "skipped": 1},
    ],
    ids=["none ran", "one failed", "one broke", "one skipped"],
)
def test_anything_else_is_not(run_tests, tmp_path, counts):
    assert not run_tests.is_good(run_tests.read_report(report(tmp_path, **counts)))


def test_a_part_without_a_report_is_not_good(run_tests, tmp_path):
    assert not run_tests.is_good(run_tests.read_report(tmp_path / "missing.xml"))


def test_a_part_that_broke_off_is_not_good_and_says_so(run_tests):
    counts = Counter(passed=3, failed=0, skipped=0, broken=1)
    assert not run_tests.is_good(counts)
    assert run_tests.sentence(counts) == "3 passed, 0 failed, 0 skipped, and a part did not run to its end"


def test_what_ran_once_for_both_databases_is_told_and_is_no_pass_of_the_second(run_tests):
    counts = Counter(passed=3, failed=0, skipped=0, once=2)
    said = "3 passed, 0 failed, 0 skipped (2 more need no database and ran once, on SQLite)"
    assert run_tests.sentence(counts) == said
    assert not run_tests.is_good(Counter(passed=0, failed=0, skipped=0, once=2))


def test_the_apps_own_settings_are_left_out(run_tests, monkeypatch):
    for name in ("DATABASE_URL", "SECRET_KEY", "DEBUG", "LOCAL"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    environment = run_tests.plain_environment()
    assert {"DATABASE_URL", "SECRET_KEY", "DEBUG", "LOCAL"}.isdisjoint(environment)
    assert environment["LANG"] == "da_DK.UTF-8"


def test_what_was_compiled_is_kept(run_tests, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in run_tests.plain_environment()


def test_the_browser_suite_is_marked_and_stands_in_a_folder_of_its_own():
    """Its part is told by both; a test where the two differ would be in no part."""
    marked = re.compile(r"^pytestmark = [^=]*\bpytest\.mark\.e2e\b", re.MULTILINE)
    files = set(TESTS.rglob("test_*.py"))
    assert {path for path in files if marked.search(path.read_text())} == set(
        (TESTS / "e2e").glob("test_*.py")
    )
