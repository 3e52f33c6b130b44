"""How many documents are made at once on this machine, whichever process makes them.

Each takes a processor and up to a gigabyte, so that a roomful of people pressing Print would take the whole
machine. A place is a lock on a file: it is given back when its holder ends, however it ends.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

PLACES = 2
# Whoever makes reports, one after the other; so that one place is left for those who stand and wait.
REPORTS = "reports"


class Busy(Exception):
    """All places are taken; there will be one in some seconds."""


@contextmanager
def place() -> Iterator[int]:
    """One of the places while the block runs, as the number of an open file. Raises Busy at once.

    A process that inherits the file keeps the place until it ends too.
    """
    settings.PRESS_DIR.mkdir(parents=True, exist_ok=True)
    for number in range(PLACES):
        with (settings.PRESS_DIR / f"place-{number}.lock").open("wb") as file:
            if _is_free(file):
                yield file.fileno()
                return
    raise Busy


@contextmanager
def alone(name: str) -> Iterator[bool]:
    """Whether nobody else on this machine is inside a block of this name; nobody gets in while it runs."""
    settings.PRESS_DIR.mkdir(parents=True, exist_ok=True)
    with (settings.PRESS_DIR / f"{name}.lock").open("wb") as file:
        yield _is_free(file)


def _is_free(file) -> bool:
    """Take the lock, if nobody holds it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
