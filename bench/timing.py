"""How long something takes."""

import time
from statistics import median

TIMES = 5


def timed(times: int, work):
    """The median of the processor seconds it takes, and the last answer.

    All of it runs in one thread: on an idle machine this is the time one waits, and a busy one disturbs it
    less.
    """
    took = []
    for _ in range(times):
        start = time.process_time()
        answer = work()
        took.append(time.process_time() - start)
    return median(took), answer


def on_the_clock(times: int, work) -> float:
    """The median seconds one waits for it, where several processes work; a first time warms it up."""
    work()
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return median(took)
