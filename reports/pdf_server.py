"""Stands ready to write PDFs: has loaded what that takes, and forks a process for each document.

`python -m reports.pdf_server NUMBER`, where NUMBER is the open socket on which `reports.pdf_client` asks.
No document is ever read here: whoever asks sends open files, and only the process of that one document looks
into them. It has limits of its own, and what it loads, remembers or breaks ends with it. This process has one
thread and never lets WeasyPrint set a page, so there is nothing half done for a fork to inherit.
"""

import contextlib
import ctypes
import gc
import os
import resource
import selectors
import shutil
import signal
import socket
import struct
import sys
import tempfile
import traceback
from typing import NamedTuple

# What is asked: seconds of processor time, seconds by the clock, bytes of address space. What is answered: an
# exit code. Beside an order come the files of FILES.
ORDER, ANSWER = struct.Struct("!qdq"), struct.Struct("!i")
FILES = ("html", "pdf", "words", "place", "asker")
# What the folder of a document is called, after whoever stands ready.
FOLDER = "paabanen-pdf-{}-"
PR_SET_PDEATHSIG = 1


class Job(NamedTuple):
    """A document being written."""

    process: int
    folder: str  # for WeasyPrint's fonts; taken away afterwards, whatever became of the document
    asker: socket.socket  # is told how it ended; closes when nobody waits any more
    alive: int  # a pipe whose other end the process holds for as long as it lives


def main(number: int) -> None:
    """Load everything, then serve until whoever started us is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started us; we notice when it ends
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.apps import apps  # the settings say where fonts are

    # Those who look for static files ask for the apps; ours keep none, and loading them takes a second.
    apps.populate(())
    from reports.pdf import warm_up

    warm_up()
    # A document makes a million objects; looking for garbage, it shall pass over all that is ours.
    gc.freeze()
    with socket.socket(fileno=number) as orders, selectors.DefaultSelector() as watch:
        watch.register(orders, selectors.EVENT_READ)
        try:
            _serve(orders, watch)
        finally:
            for job in {key.data for key in watch.get_map().values() if key.data}:
                _give_up(job)
                _finish(job, watch)


def _serve(orders: socket.socket, watch: selectors.BaseSelector) -> None:
    """Begin what is asked for, end what nobody waits for, answer for what has ended."""
    while True:
        for key, _ in watch.select():
            if key.data is None:
                order, files, _, _ = socket.recv_fds(orders, ORDER.size, len(FILES))
                if not order:
                    return
                _begin(order, dict(zip(FILES, files, strict=True)), watch)
            elif key.fileobj == key.data.alive:
                _finish(key.data, watch)
                break  # the rest of this round may be about the same job
            else:
                _give_up(key.data)
                watch.unregister(key.fileobj)


def _begin(order: bytes, files: dict[str, int], watch: selectors.BaseSelector) -> None:
    """Fork the process of one document."""
    folder, (alive, lives) = tempfile.mkdtemp(prefix=FOLDER.format(os.getpid())), os.pipe()
    asker, server = socket.socket(fileno=files.pop("asker")), os.getpid()
    process = os.fork()
    if not process:
        try:
            asker.close()
            for key in watch.get_map().values():
                os.close(key.fd)
            os.dup2(files["words"], sys.stderr.fileno())
            _limit(server, *ORDER.unpack(order))
            tempfile.tempdir = folder
            _write(files["html"], files["pdf"])
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    for file in (lives, *files.values()):
        os.close(file)
    job = Job(process, folder, asker, alive)
    watch.register(asker, selectors.EVENT_READ, job)
    watch.register(alive, selectors.EVENT_READ, job)


def _limit(server: int, seconds: int, by_the_clock: float, memory: int) -> None:
    """What this process may use; it ends with the server too."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != server:
            raise SystemExit("the server is gone")
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, by_the_clock)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # it would hold the document
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _write(html: int, pdf: int) -> None:
    """Let WeasyPrint turn one file into the other."""
    from reports.pdf import write_document

    with open(html, "rb") as file:
        text = file.read().decode("utf-8", "surrogatepass")
    with open(pdf, "wb") as file:
        file.write(write_document(text))


def _give_up(job: Job) -> None:
    """End a process; it has not been waited for, so the number is still its own."""
    os.kill(job.process, signal.SIGKILL)


def _finish(job: Job, watch: selectors.BaseSelector) -> None:
    """Wait for a process that has ended or is about to, clear up after it, and tell who asked."""
    _, status = os.waitpid(job.process, 0)
    shutil.rmtree(job.folder, ignore_errors=True)
    for file in (job.asker, job.alive):
        with contextlib.suppress(KeyError):  # of one that was given up, only the pipe is still watched
            watch.unregister(file)
    os.close(job.alive)
    with job.asker, contextlib.suppress(OSError):
        job.asker.sendall(ANSWER.pack(os.waitstatus_to_exitcode(status)))


if __name__ == "__main__":
    main(int(sys.argv[1]))
