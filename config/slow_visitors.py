"""A visitor who does not come to the end of a request is hung up on.

A process of the server works on one request at a time, and waits for the whole of it first. The server
(setup/serve.py) has a limit for how long that takes for the head of a request, but none for its body; a phone
that lost its network halfway would hold a process for ever.
"""

import io
import os
import socket
from contextlib import suppress
from threading import Timer

from config.uploads import REQUEST_AT_MOST

# Seconds. A form comes within a moment even on a bad network; 5 MB at 1 Mbit a second take the longer time.
PATIENCE, FILE_PATIENCE = 5, 40
FORM_AT_MOST = 64 * 1024


class BrokenOff(Exception):
    """The visitor went away, or was hung up on, before all was sent."""


def whole(environ: dict) -> dict:
    """`environ` with all of the body at hand. Raises BrokenOff, since half a form is none.

    What is larger than is ever taken is not read here: Django says no to it by its length.
    """
    length = int(environ["CONTENT_LENGTH"] or 0)
    if not 0 < length <= REQUEST_AT_MOST:
        return environ
    patience = PATIENCE if length <= FORM_AT_MOST else FILE_PATIENCE
    clock = Timer(patience, hang_up, [environ.get("REMOTE_ADDR", "")])
    clock.daemon = True
    clock.start()
    try:
        body = _read(environ["wsgi.input"], length)
    finally:
        clock.cancel()
    if len(body) < length:
        raise BrokenOff
    environ["wsgi.input"] = io.BytesIO(body)
    return environ


def hang_up(address: str) -> None:
    """Close this process's connections with an address, as if the network had gone.

    Which of them it is, the server does not tell; browsers come back by themselves on the others.
    """
    for name in os.listdir("/dev/fd"):
        with suppress(OSError), socket.socket(fileno=os.dup(int(name))) as line:
            if line.getpeername()[:1] == (address,):
                line.shutdown(socket.SHUT_RDWR)


def _read(stream, length: int) -> bytes:
    """`length` bytes, or fewer when no more come."""
    parts = []
    while length > 0:
        try:
            part = stream.read(length)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
