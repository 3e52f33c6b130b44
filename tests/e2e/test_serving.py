"""The server that `make run` starts: who is on a bad network keeps nobody waiting, and Ctrl-C ends it."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import ExitStack

import pytest
from django.conf import settings

pytestmark = pytest.mark.e2e
PATIENCE_SECONDS = 20
# More than there are workers.
HALF_SENT = 6
HALF = (
    b"POST /konto/log-ind/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 90\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nlogin="
)


@pytest.fixture(scope="module")
def port():
    """A port that nobody has just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def server(tmp_path, port):
    """`make run` without the set-up, on files of its own."""
    environment = {**os.environ, "VAR_DIR": str(tmp_path), "PORT": str(port), "DATABASE_URL": ""}
    process = subprocess.Popen(
        [sys.executable, "setup/serve.py"], cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE,
        text=True, start_new_session=True,
    )  # fmt: skip
    said = []
    for line in process.stdout:
        said.append(line)
        if "Ctrl-C" in line:
            break
    yield process, said
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.stdout.close()
    process.wait()


def test_half_a_form_keeps_nobody_waiting_for_long_and_ctrl_c_ends_the_server(server, port):
    process, said = server
    assert f"http://127.0.0.1:{port}/" in said[-1]
    with ExitStack() as stack:
        for _ in range(HALF_SENT):
            phone = socket.create_connection(("127.0.0.1", port), PATIENCE_SECONDS, ("127.0.0.2", 0))
            stack.enter_context(phone).sendall(HALF)
        page = urllib.request.urlopen(f"http://127.0.0.1:{port}/konto/log-ind/", timeout=PATIENCE_SECONDS)
        assert "Log ind" in page.read().decode()
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=PATIENCE_SECONDS) == 0
