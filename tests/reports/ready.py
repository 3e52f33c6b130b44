"""The process that stands ready to write PDFs, seen from outside: is it there, and what is it making?"""

import time
from pathlib import Path

from reports import pdf, pdf_client

LIMITS = pdf_client.Limits(pdf.SECONDS, pdf.WALL_SECONDS, pdf.MEMORY)
# Takes a second at least.
LONG = ("<table>" + "<tr><td>x</td><td>y</td></tr>" * 300 + "</table>").encode()

# Takes longer than a test would wait, and may.
ENDLESS, FREE = LONG * 60, LIMITS._replace(seconds=600, by_the_clock=600)


def server() -> int:
    """The process that stands ready for us."""
    return pdf_client.ready().process.pid


def is_there(process: int) -> bool:
    """Whether it runs; one that has ended and was not waited for does not."""
    return bool(state(process)) and state(process)[0] != "Z"


def being_written(process: int) -> list[int]:
    """The documents of a process that stands ready, each by its own process."""
    return [
        int(path.name)
        for path in Path("/proc").glob("[0-9]*")
        if (fields := state(int(path.name))) and fields[1] == str(process) and fields[0] != "Z"
    ]


def state(process: int) -> list[str]:
    """What the system says of a process: its state, its parent, and so on; nothing when there is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def soon(is_so) -> bool:
    """Whether it becomes so within a minute, which is long for a machine that is busy."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.02)
    return False
