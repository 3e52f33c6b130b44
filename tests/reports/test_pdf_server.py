"""A process stands ready to write PDFs: it forks for each, leaves nothing, comes back, and ends with us."""

import contextlib
import glob
import os
import signal
import subprocess
import sys
import tempfile

import pytest
from django.conf import settings

from reports import pdf, pdf_client
from reports.pdf import PdfError, render_pdf
from reports.pdf_client import Gone, being_made, ready
from reports.pdf_server import FOLDER
from reports.press import PLACES, place
from tests.reports.ready import ENDLESS, FREE, LIMITS, LONG, being_written, is_there, server, soon

SHORT = b"<p>Hej</p>"
# Stands for a worker of the web server; says which process stands ready for it.
WORKER = """
import contextlib, os, signal, sys, time, django
django.setup()
from reports.pdf import render_pdf
from reports.pdf_client import being_made, ready
from tests.reports.ready import ENDLESS, FREE, being_written, server, soon
"""


def folders(process: int) -> list[str]:
    """What the documents of a process that stands ready have on the disk."""
    return glob.glob(f"{tempfile.gettempdir()}/{FOLDER.format(process)}*")


def in_another_process(program: str) -> list[int]:
    """The numbers that a program of its own prints."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE
    )
    return [int(word) for word in done.stdout.split()]


def test_the_same_process_stands_ready_for_every_document():
    render_pdf("<p>Hej</p>")
    first = server()
    render_pdf("<p>Hej</p>")
    assert server() == first


def test_it_keeps_nothing_of_a_document():
    """No process, file or folder; and one thread, so that a fork is safe."""
    render_pdf('<link rel="stylesheet" href="/static/css/tokens.css"><p style="font-family:Figtree">Hej</p>')
    assert being_written(server()) == folders(server()) == []
    # What every process has, where orders come in, and what it waits with.
    assert soon(lambda: len(os.listdir(f"/proc/{server()}/fd")) == 3 + 2)
    assert len(os.listdir(f"/proc/{server()}/task")) == 1


def test_two_documents_are_made_at_once():
    with contextlib.ExitStack() as making:
        held = [making.enter_context(place()) for _ in range(PLACES)]
        answers = [making.enter_context(being_made(ready(), LONG, number, LIMITS)) for number in held]
        assert soon(lambda: len(being_written(server())) == PLACES)
        assert [answer().pdf[:4] for answer in answers] == [b"%PDF"] * PLACES


@pytest.mark.parametrize(("limit", "least"), [("SECONDS", 1), ("MEMORY", 64 * 1024 * 1024)])
def test_a_document_that_takes_too_much_leaves_nothing_and_the_next_is_made(monkeypatch, limit, least):
    before = server()
    monkeypatch.setattr(pdf, limit, least)
    with pytest.raises(PdfError, match="no PDF, exit"):
        render_pdf("<table>" + "<tr><td>x</td><td>y</td></tr>" * 6000 + "</table>")
    monkeypatch.undo()
    assert being_written(server()) == folders(server()) == []
    assert render_pdf("<p>Hej</p>").startswith(b"%PDF")
    assert server() == before


def test_a_document_that_takes_too_long_is_ended(monkeypatch):
    render_pdf("<p>Hej</p>")
    before = server()
    monkeypatch.setattr(pdf, "WALL_SECONDS", 0.3)
    with pytest.raises(PdfError, match="within"):
        render_pdf(LONG.decode())
    assert not is_there(before)
    assert folders(before) == []


def test_the_clock_ends_it_without_anybody_looking():
    program = "import os, time; from reports.pdf_server import _limit; _limit(os.getppid(), 20, 0.2, 2**40); "
    done = subprocess.run([sys.executable, "-c", program + "time.sleep(20)"], cwd=settings.BASE_DIR)
    assert done.returncode == -signal.SIGALRM


def test_a_document_that_nobody_waits_for_is_ended():
    render_pdf("<p>Hej</p>")
    with place() as held, being_made(ready(), ENDLESS, held, FREE):
        assert soon(lambda: being_written(server()))
    assert soon(lambda: not being_written(server()) and not folders(server()))
    assert render_pdf("<p>Hej</p>").startswith(b"%PDF")


def test_one_that_was_killed_is_started_again():
    before = server()
    os.kill(before, signal.SIGKILL)
    assert render_pdf("<p>Hej</p>").startswith(b"%PDF")
    assert server() != before


def test_one_that_is_killed_at_work_takes_its_document_along():
    with place() as held, being_made(ready(), ENDLESS, held, FREE) as answer:
        assert soon(lambda: being_written(server()))
        (document,) = being_written(before := server())
        os.kill(before, signal.SIGKILL)
        with pytest.raises(Gone):
            answer()
        assert soon(lambda: not is_there(document))
    assert folders(before)
    assert server() != before
    assert folders(before) == []


def test_one_that_does_not_answer_is_replaced(monkeypatch):
    before = server()
    monkeypatch.setattr(pdf, "WALL_SECONDS", 0.3)
    monkeypatch.setattr(pdf_client, "ENDING_SECONDS", 0.3)
    os.kill(before, signal.SIGSTOP)
    with pytest.raises(PdfError, match="within"):
        render_pdf("<p>Hej</p>")
    monkeypatch.undo()
    assert render_pdf("<p>Hej</p>").startswith(b"%PDF")
    assert not is_there(before)


def test_without_one_there_is_no_document(monkeypatch):
    pdf_client.stop(pdf_client.ready())
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(PdfError, match="nobody stands ready"):
        render_pdf("<p>Hej</p>")


def test_it_ends_when_its_owner_is_killed_at_work():
    ready, document = in_another_process(
        WORKER
        + "render_pdf('<p>Hej</p>')\n"
        + "making = being_made(ready(), ENDLESS, os.open('/dev/null', os.O_RDONLY), FREE)\n"
        + "making.__enter__()\n"
        + "soon(lambda: being_written(server()))\n"
        + "print(server(), *being_written(server()), flush=True)\n"
        + "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert soon(lambda: not is_there(ready) and not is_there(document))
    assert soon(lambda: not folders(ready))


def test_workers_that_forked_from_one_process_have_one_each():
    """As the server does it, even if the process they forked from had one."""
    numbers = in_another_process(
        WORKER
        + "render_pdf('<p>Hej</p>')\n"
        + "print(server(), flush=True)\n"
        + "workers = []\n"
        + "for _ in range(2):\n"
        + "    if pid := os.fork():\n"
        + "        workers.append(pid)\n"
        + "        continue\n"
        + "    assert render_pdf('<p>Hej</p>').startswith(b'%PDF')\n"
        + "    print(server(), flush=True)\n"
        + "    sys.exit()\n"
        + "ended = [os.waitpid(pid, 0)[1] for pid in workers]\n"
        + "assert render_pdf('<p>Hej</p>').startswith(b'%PDF')\n"
        + "print(server(), flush=True)\n"
    )
    first, *others, last = numbers
    assert (len({first, *others}), last) == (3, first)
    assert soon(lambda: not any(is_there(number) for number in numbers))
