"""Reports: a plan of 300 actors, and a report of 40 sheets beside a warm Chromium that prints the same HTML.

`python -m bench.reports`. Time and memory of a report are those of the process that makes it with all that it
starts, as on a server. Beside Chromium, ours goes through `render_pdf`, where the process that stands ready
is warm.
"""

import io
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
_folder = tempfile.mkdtemp()
os.environ["VAR_DIR"], os.environ["DEBUG"], os.environ["DATABASE_URL"] = _folder, "1", ""

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from bench.long_report import ROWS, SHEETS, SOME, long_report
from bench.printing import print_in, serve
from bench.timing import on_the_clock
from reports.demo_large import leader_of_generated, load_generated
from reports.models import PaperJob, PaperState
from reports.models.jobs import kept_until
from reports.paper_html import report_html
from reports.papers import PAPERS
from reports.pdf import BASE, REPORT, render_pdf
from tests.services import chromium_options

ACTORS, WITHIN_SECONDS, WITHIN_MIB = 300, 15, 500
TIMES, AT_MOST = 3, 6.0
LOOK_SECONDS = 0.05
PAGE = os.sysconf("SC_PAGE_SIZE")


def look_at(group: int, ticks: dict[str, int]) -> int:
    """Bytes that a session's processes hold, what they share counted for each; their ticks are noted."""
    found = 0
    for path in Path("/proc").glob("[0-9]*"):
        try:
            fields = (path / "stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[3]) == group:
            found += int(fields[21]) * PAGE
            ticks[path.name] = int(fields[11]) + int(fields[12])
    return found


def make_all(member) -> bool:
    """Whether each report of the plan is made within the time and the memory."""
    met = True
    for paper in PAPERS:
        now = timezone.now()
        wish = {"aktoer": str(member.plan.actors.first().pk)} if paper.choice == "aktoer" else {}
        job = PaperJob.objects.create(
            plan=member.plan, membership=member, role=member.role, key=paper.key, name=paper.name, wish=wish,
            ordered_at=now, expires_at=kept_until(now),
        )  # fmt: skip
        start, most, ticks = time.perf_counter(), 0, {}
        process = subprocess.Popen(
            [sys.executable, "-m", "reports.paper_worker"], start_new_session=True,
            env={**os.environ, "VAR_DIR": str(settings.VAR_DIR)},
        )  # fmt: skip
        while process.poll() is None:
            most = max(most, look_at(process.pid, ticks))
            time.sleep(LOOK_SECONDS)
        worked = sum(ticks.values()) / os.sysconf("SC_CLK_TCK")
        took, mib = time.perf_counter() - start, most / 2**20
        job.refresh_from_db()
        kind = job.file.size // 1024 if job.state == PaperState.DONE else job.said
        used = f"{took:.1f} s ({worked:.1f} s of a processor), {mib:.0f} MiB"
        print(f"{paper.key}: {used}, {job.get_state_display()} ({kind})")
        met = met and took <= WITHIN_SECONDS and mib <= WITHIN_MIB and job.state != PaperState.FAILED
    return met


def beside_chromium() -> bool:
    """Whether the long report has its sheets, and takes at most AT_MOST times as long as in Chromium."""
    html = report_html(long_report(timezone.localtime()))
    sheets = len(PdfReader(io.BytesIO(render_pdf(html, REPORT))).pages)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium_options())
        page = browser.new_page()
        page.route(f"{BASE}static/**", serve)
        page.route(BASE, lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        ours, theirs = (
            on_the_clock(TIMES, lambda: render_pdf(html, REPORT)),
            on_the_clock(TIMES, lambda: print_in(page, html)),
        )
        browser.close()
    ratio = ours / theirs
    took = f"{ours:.2f} s, Chromium {theirs:.2f} s: {ratio:.2f} x (goal {AT_MOST})"
    print(f"{ROWS} rows on {sheets} sheets (goal {SHEETS} ± {SOME}): {took}")
    return ratio <= AT_MOST and abs(sheets - SHEETS) <= SOME


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    plan = load_generated(
        name="Målebakken", actors=ACTORS, leader=leader_of_generated(), today=timezone.localdate()
    )
    met = [make_all(plan.memberships.get(role="leader")), beside_chromium()]
    print("\nAll goals met." if all(met) else "\nA goal was missed.")
    sys.exit(0 if all(met) else 1)
