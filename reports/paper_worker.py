"""Makes the reports that were ordered, one after the other: `python -m reports.paper_worker`.

Each report is made by a process of its own, forked from here, which is ended with all it has started when
the report is stopped, takes too long, or this process ends. Here we only look on and tell each second that
somebody is at work. One of us is enough on a machine; the second ends at once.
"""

import contextlib
import ctypes
import os
import signal
import sys
import time
import traceback

# Before numpy loads: idle threads only cost memory, and a fork copies one thread alone.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

PR_SET_PDEATHSIG = 1
LOOK_SECONDS, BEAT_SECONDS, LONGEST_SECONDS = 0.2, 1, 300
# Pages that somebody waits for come first.
NICE = 10


def main() -> None:
    """Make reports until none waits."""
    import django  # the settings say where everything is

    django.setup()
    from reports.models import PaperJob
    from reports.press import REPORTS, alone

    # Somebody may order between our last look and the end of the block, and find the place taken.
    while PaperJob.objects.waiting().exists():
        with alone(REPORTS) as is_ours:
            if not is_ours:
                return
            _make_all()


def _make_all() -> None:
    from django.utils import timezone

    from reports.paper_actions import begin

    while job := begin(now=timezone.now()):
        _look_on(job, _fork(job))


def _fork(job) -> int:
    """The process that makes the report."""
    from django.db import connections

    connections.close_all()
    worker, process = os.getpid(), os.fork()
    if process:
        with contextlib.suppress(OSError):  # it has done so itself
            os.setpgid(process, process)
        return process
    try:
        os.setpgid(0, 0)
        _end_with(worker)
        os.nice(NICE)
        from reports.pdf_client import ready

        ready()  # it takes a second to load what a PDF takes, and has it while we read
        from reports.paper_making import make

        make(job.pk)
        os._exit(0)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _end_with(worker: int) -> None:
    """End when the one that looks on ends, however that ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != worker:
            raise SystemExit("nobody looks on")


def _look_on(job, process: int) -> None:
    """Until it has ended: tell that it is alive, and end it when it is not to be made any more."""
    from django.utils import timezone

    from reports.paper_actions import beat, fail

    begun = beaten = time.monotonic()
    code = None
    while code is None:
        time.sleep(LOOK_SECONDS)
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            code = os.waitstatus_to_exitcode(status)
        elif time.monotonic() - beaten >= BEAT_SECONDS:
            beaten = time.monotonic()
            if beaten - begun > LONGEST_SECONDS or not beat(job=job, now=timezone.now()):
                os.killpg(process, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):  # what it started ends with it
        os.killpg(process, signal.SIGKILL)
    if code:
        fail(job=job, now=timezone.now())


if __name__ == "__main__":
    main()
