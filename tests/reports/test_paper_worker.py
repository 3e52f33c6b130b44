"""The process that makes reports, as it is started: on rows that others see, and ended when it should."""

import os
import signal

import pytest
from django.utils import timezone

from reports import paper_actions, paper_start
from reports.models import PaperJob
from reports.paper_start import database_url, start_worker
from reports.paper_worker import NICE
from reports.press import REPORTS, alone
from tests import factories
from tests.reports.ordered import fetched, make_job
from tests.reports.ready import is_there, soon, state

KEY = "netvaerket"


@pytest.fixture
def member(transactional_db, monkeypatch):
    """Somebody whose rows other processes see; whoever works for them is ended with the test."""
    # Nothing is collected for a run of tests.
    monkeypatch.setenv("DEBUG", "1")
    yield factories.make_membership(factories.make_plan())
    for process in paper_start._started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    paper_start._started.clear()


def has(job, *states):
    return lambda: PaperJob.objects.get(pk=job.pk).state in states


def makers(process: int) -> list[int]:
    """The processes that somebody who works has forked, and that have come as far as their work."""
    names = [int(name) for name in os.listdir("/proc") if name.isdigit()]
    return [one for one in names if (fields := state(one)) and is_at_it(fields, process)]


def is_at_it(fields: list[str], process: int) -> bool:
    """Whether these fields of /proc are of a child of the process that has come as far as its work."""
    return fields[1] == str(process) and fields[0] != "Z" and fields[16] == str(NICE)


def test_all_that_waits_is_made_and_then_it_ends(member):
    jobs = [make_job(member, "waiting", key=KEY), make_job(member, "waiting", key="vejviser")]
    start_worker()
    assert soon(has(jobs[1], "done"))
    assert [fetched(job)[:5] for job in jobs] == [b"%PDF-", b"%PDF-"]
    assert soon(lambda: paper_start._started[0].poll() == 0)


def test_stopping_ends_the_process_that_makes_it(member):
    factories.make_actor(member.plan)
    job = make_job(member, "waiting", key=KEY)
    start_worker()
    worker = paper_start._started[0]
    assert soon(has(job, "running"))
    assert soon(lambda: makers(worker.pid))
    (maker,) = makers(worker.pid)
    os.kill(maker, signal.SIGSTOP)  # it shall not be done before it is stopped
    assert paper_actions.stop(job=job, now=timezone.now())
    assert soon(lambda: not is_there(maker))
    assert has(job, "stopped")()


def test_whoever_looks_on_takes_the_report_along_and_it_can_be_tried_again(member):
    job = make_job(member, "waiting", key=KEY)
    start_worker()
    worker = paper_start._started[0]
    assert soon(lambda: makers(worker.pid))
    (maker,) = makers(worker.pid)
    os.kill(maker, signal.SIGSTOP)
    worker.kill()
    assert soon(lambda: not is_there(maker))
    PaperJob.objects.filter(pk=job.pk).update(beat_at=timezone.now() - 2 * paper_actions.SILENT)
    paper_actions.settle(PaperJob.objects.all(), now=timezone.now())
    assert has(job, "broken")()
    paper_actions.order_again(job=job, now=timezone.now())
    assert soon(has(job, "done"))


def test_a_report_that_dies_has_failed_and_the_next_is_made(member):
    first, second = make_job(member, "waiting", key=KEY), make_job(member, "waiting", key="vejviser")
    start_worker()
    worker = paper_start._started[0]
    assert soon(lambda: has(first, "running")() and makers(worker.pid))
    os.kill(makers(worker.pid)[0], signal.SIGKILL)
    assert soon(has(second, "done"))
    assert has(first, "failed")()


def test_a_second_one_leaves_the_work_to_the_first(member):
    job = make_job(member, "waiting", key=KEY)
    with alone(REPORTS) as is_ours:
        assert is_ours
        with alone(REPORTS) as is_theirs:
            assert not is_theirs
    assert has(job, "waiting")()


@pytest.mark.parametrize(
    ("values", "url"),
    [
        ({"ENGINE": "django.db.backends.sqlite3", "NAME": "/tmp/a b.sqlite3"}, "sqlite:////tmp/a b.sqlite3"),
        (
            {"ENGINE": "django.db.backends.postgresql", "NAME": "test_x", "USER": "ø@b", "PASSWORD": "p/w",
             "HOST": "127.0.0.1", "PORT": "5432"},
            "postgresql://%C3%B8%40b:p%2Fw@127.0.0.1:5432/test_x",
        ),
        (
            {"ENGINE": "django.db.backends.postgresql", "NAME": "test_x", "USER": "postgres",
             "OPTIONS": {"host": "/tmp/pg", "prepare_threshold": 3}},
            "postgresql://postgres@/test_x?host=%2Ftmp%2Fpg",
        ),
    ],
)  # fmt: skip
def test_it_works_on_our_own_database(values, url):
    assert database_url(values) == url
