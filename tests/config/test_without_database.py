"""Only what asks for no connection at all is left out of the second database's part."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest
from django.db import connection, transaction

def test_pure(): pass
@pytest.mark.parametrize("text", ["a b", "æ::1"])
def test_pure_for_each(text): pass
def test_asks_which_database(): assert connection.vendor
def test_writes_sql(): str(__import__("accounts.models").models.Plan.objects.all().query)
@pytest.mark.django_db(databases=[])
def test_is_marked(): pass
@pytest.fixture
def asks_before(): return connection.vendor
def test_asks_before(asks_before): pass
@pytest.fixture
def asks_after():
    yield
    connection.vendor
def test_asks_after(asks_after): pass
def test_fails(): raise AssertionError
"""
PURE = [f"test_it.py::test_pure{which}" for which in ("", "_for_each[a b]", "_for_each[æ::1]")]


def run_pytest(folder: Path, *options: str) -> str:
    """The last line of a pytest run over the file above."""
    (folder / "pytest.ini").write_text(
        "[pytest]\ndisable_test_id_escaping_and_forfeit_all_rights_to_community_support = True\n"
    )
    (folder / "test_it.py").write_text(TESTS)
    plain = ["-q", "-p", "tests.without_database", "-p", "no:cacheprovider", "--ds=config.settings"]
    command = [sys.executable, "-m", "pytest", *plain, "--rootdir", folder, "-c", folder / "pytest.ini"]
    environment = {**os.environ, "VAR_DIR": str(folder / "var")}
    ended = subprocess.run(
        [*command, *options, folder], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    return (ended.stdout + ended.stderr).strip().split("\n")[-1]


@pytest.mark.parametrize("processes", ["0", "2"])
def test_what_asks_for_no_connection_is_noted_and_left_out(tmp_path, processes):
    file = tmp_path / "noted.txt"
    first = run_pytest(tmp_path, "-n", processes, f"--note-without-database={file}")
    assert first.startswith("1 failed, 8 passed in")
    noted = file.read_text().splitlines()
    # Django asks for its connections when a process ends; the last test of each is then run on both.
    assert noted == PURE if processes == "0" else 1 <= len(noted) <= len(set(PURE).intersection(noted))
    second = run_pytest(tmp_path, "-n", processes, f"--leave-out={file}")
    assert second.startswith(f"1 failed, {8 - len(noted)} passed")


def test_a_note_never_leaves_out_what_says_that_it_needs_the_database(tmp_path):
    file = tmp_path / "noted.txt"
    file.write_text("test_it.py::test_is_marked\ntest_it.py::test_pure\n")
    assert run_pytest(tmp_path, f"--leave-out={file}").startswith("1 failed, 7 passed, 1 deselected in")
