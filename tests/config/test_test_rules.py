"""The rules of tests/rules.py bite: nothing is skipped, nobody leaves this machine."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import rules

ROOT = Path(__file__).resolve().parents[2]
SKIPPERS = """
import pytest

def test_runs(): pass
def test_skips_itself(): pytest.skip("no reason")
@pytest.mark.skip
def test_is_marked(): pass
@pytest.mark.xfail
def test_is_expected_to_fail(): raise AssertionError
@pytest.mark.xfail
def test_is_expected_to_fail_but_passes(): pass
"""


def run_pytest(folder: Path, text: str) -> str:
    """The last line of a pytest run over one file of tests, with our rules and nothing else."""
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "test_it.py").write_text(text)
    options = ["-q", "-p", "tests.rules", "-p", "no:django", "-p", "no:cacheprovider", "--rootdir", folder]
    command = [sys.executable, "-m", "pytest", *options, "-c", folder / "pytest.ini", folder]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return (ended.stdout + ended.stderr).strip().split("\n")[-1]


def test_a_skipped_or_excused_test_is_a_failed_one(tmp_path):
    assert run_pytest(tmp_path, SKIPPERS).startswith("3 failed, 1 passed, 1 error in")


def test_a_module_that_skips_itself_is_an_error(tmp_path):
    last = run_pytest(tmp_path, 'import pytest\npytest.skip("all of it", allow_module_level=True)\n')
    assert last.startswith("1 error in")


@pytest.mark.parametrize("host", ["198.51.100.7", "example.com", "2001:db8::1"])
def test_a_test_that_leaves_this_machine_is_stopped(host):
    with pytest.raises(rules.NetworkRefused, match=host):
        socket.create_connection((host, 80), timeout=1)


def test_this_machine_itself_may_be_asked():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=1) as client,
    ):
        assert client.getpeername() == server.getsockname()
