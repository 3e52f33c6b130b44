"""Asks the process that stands ready for a PDF (`reports.pdf_server`); starts it when there is none.

Each process that makes documents has one of its own, from its first document on. It ends with its owner,
however that ends, since the socket between them closes then.
"""

import atexit
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from reports.pdf_server import ANSWER, FOLDER, ORDER

ENDING_SECONDS = 5


class Gone(Exception):
    """The process that stands ready has ended without an answer."""


class Limits(NamedTuple):
    """What one document may take: seconds of processor time, seconds by the clock, bytes of address space."""

    seconds: int
    by_the_clock: float
    memory: int


class Written(NamedTuple):
    """How a document ended: its exit code, the PDF, and what was said on the way."""

    code: int
    pdf: bytes
    words: bytes


@dataclass
class Server:
    """A process that stands ready, and who started it."""

    process: subprocess.Popen
    orders: socket.socket
    owner: int


_server: Server | None = None
_one_at_a_time = threading.Lock()


def ask(html: bytes, held: int, limits: Limits) -> Written:
    """What becomes of a document; its process holds our place as long as it lives.

    When the process that stands ready has ended, for whatever reason, it is started again, once. Raises
    TimeoutError, and Gone when it ended the second time too.
    """
    try:
        return _once(html, held, limits)
    except Gone:
        return _once(html, held, limits)


def _once(html: bytes, held: int, limits: Limits) -> Written:
    server = ready()
    try:
        with being_made(server, html, held, limits) as answer:
            return answer()
    except (Gone, TimeoutError):
        stop(server)  # the next document shall not wait for one that is stuck or about to end
        raise


@contextlib.contextmanager
def being_made(server: Server, html: bytes, held: int, limits: Limits) -> Iterator[Callable[[], Written]]:
    """A document that is being made while the block runs, and ended with it. What is given waits for it."""
    until = time.monotonic() + limits.by_the_clock
    line, theirs = socket.socketpair()
    with line, _paper() as pdf, _paper() as words:
        with theirs, _paper() as source:
            source.write(html)
            source.seek(0)
            files = [source.fileno(), pdf.fileno(), words.fileno(), held, theirs.fileno()]
            try:
                socket.send_fds(server.orders, [ORDER.pack(*limits)], files)
            except OSError:  # it has ended
                raise Gone from None
        yield lambda: Written(_exit_code(line, until), _all_of(pdf), _all_of(words))


def _exit_code(line: socket.socket, until: float) -> int:
    """Wait for the end of a document. Raises TimeoutError, and Gone when nobody tells of it."""
    line.settimeout(max(until - time.monotonic(), 0.001))
    try:
        told = line.recv(ANSWER.size)
    except ConnectionError:
        told = b""
    if not told:
        raise Gone
    return ANSWER.unpack(told)[0]


def _paper():
    """An open file without a name; in memory where the system can, so that no document is on the disk."""
    if hasattr(os, "memfd_create"):
        return open(os.memfd_create("print"), "w+b")
    return tempfile.TemporaryFile()


def _all_of(file) -> bytes:
    file.seek(0)
    return file.read()


def ready() -> Server:
    """Our process that stands ready, started if there is none."""
    global _server
    with _one_at_a_time:
        if _server and _server.owner != os.getpid():  # this process was forked from its owner
            _server.orders.close()
            _server = None
        if _server and _server.process.poll() is not None:
            _end(_server)
            _server = None
        if not _server:
            _server = _start()
        return _server


def _start() -> Server:
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "reports.pdf_server", str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd=settings.BASE_DIR,
            pass_fds=[theirs.fileno()],
        )
    return Server(process, ours, os.getpid())


def stop(server: Server | None) -> None:
    """End a process that stands ready and what it is making, unless another has taken its place."""
    global _server
    with _one_at_a_time:
        if server and server is _server and server.owner == os.getpid():
            _end(server)
            _server = None


def _end(server: Server) -> None:
    """See it to its end, and clear up for one that could not do so itself."""
    server.orders.close()
    try:
        server.process.wait(ENDING_SECONDS)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait()
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER.format(server.process.pid)}*"):
        shutil.rmtree(folder, ignore_errors=True)


atexit.register(lambda: stop(_server))
