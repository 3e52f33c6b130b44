"""What others notice while a report is made: `python -m bench.meanwhile`, about a minute.

A plan of 300 actors on SQLite behind the server that `make run` starts. A colleague with one page open reads
the list of actors again and again, first alone and then while the heaviest reports are made one after the
other; three turns of each, the medians beside each other.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
_folder = tempfile.mkdtemp()
os.environ.update(VAR_DIR=_folder, DEBUG="0", DATABASE_URL="", DJANGO_SETTINGS_MODULE="config.settings")

import django

django.setup()

from django.core.management import call_command
from django.utils import timezone

from bench.game_room import kill
from bench.load import load
from bench.server import server_command, session_of, wait_for
from reports.demo_large import leader_of_generated, load_generated
from reports.models import PaperJob
from reports.models.jobs import kept_until

PORT, ACTORS, READERS, SECONDS, TURNS, AT_MOST = 8939, 300, 1, 6, 3, 1.2
# Some twenty seconds of work in a queue, more than one turn.
REPORTS = ("bestyrelsen", "netvaerket", "vejviser", "bestyrelsen")


def order(member) -> None:
    """A queue of reports that outlasts a turn."""
    now = timezone.now()
    for key in REPORTS:
        PaperJob.objects.create(
            plan=member.plan, membership=member, role=member.role, key=key, name=key, wish={},
            ordered_at=now, expires_at=kept_until(now),
        )  # fmt: skip


def turn(member, cookie: str, *, with_reports: bool) -> float:
    """The 95th percentile of the answers of one turn, in seconds."""
    worker = None
    if with_reports:
        order(member)
        worker = subprocess.Popen(
            [sys.executable, "-m", "reports.paper_worker"], cwd=ROOT, start_new_session=True
        )
    try:
        path = f"/{member.plan.slug}/aktoerer/"
        return load(port=PORT, path=path, cookie=cookie, readers=READERS, seconds=SECONDS).p95
    finally:
        if worker:
            if worker.poll() is None:
                kill(worker)
            else:
                print("  (the reports were done before the turn was)")
            PaperJob.objects.all().delete()


def main() -> int:
    """Print both and their ratio; 1 when others wait more than they may."""
    for command in ("migrate", "createcachetable"):
        call_command(command, verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    plan = load_generated(
        name="Målebakken", actors=ACTORS, leader=leader_of_generated(), today=timezone.localdate()
    )
    member = plan.memberships.select_related("plan", "user").get(role="leader")
    cookie = session_of(member.user)
    server = subprocess.Popen(server_command(PORT), cwd=ROOT, start_new_session=True)
    try:
        wait_for(PORT)
        turns = [[turn(member, cookie, with_reports=busy) for busy in (False, True)] for _ in range(TURNS)]
    finally:
        kill(server)
    alone, meanwhile = (median(each) * 1000 for each in zip(*turns, strict=True))
    ratio = meanwhile / alone
    print(f"p95 alone {alone:.0f} ms, meanwhile {meanwhile:.0f} ms: {ratio:.2f} x (goal {AT_MOST})")
    return 0 if ratio <= AT_MOST else 1


if __name__ == "__main__":
    sys.exit(main())
