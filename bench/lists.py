"""Measure the actor list beside Django admin's changelist: `python -m bench.lists`, about four minutes.

Same rows (2,000 actors in one plan, 50 a page), same columns, same server (granian, two workers), on
SQLite and on PostgreSQL. Medians of five rounds in which the pages take turns. Read the ratios.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "setup"))

from with_postgres import postgres  # noqa: E402

from bench.load import Load, load  # noqa: E402
from bench.server import server_command, wait_for  # noqa: E402

PORT = 8931
ROUNDS, SECONDS = 5, 3.0
PAGES = {
    "our list": "/storbakken/aktoerer/",
    "admin, same columns": "/admin-counting/actors/actor/",
    "admin, no counts": "/admin-plain/actors/actor/",
}
RATIO, P95 = 3.0, {4: 0.025, 16: 0.120}
PREPARE = """
import django; django.setup()
from bench.server import session_of
from django.core.management import call_command
from accounts.models import User
call_command("migrate", verbosity=0); call_command("createcachetable")
call_command("load_demo", scale="large"); call_command("collectstatic", verbosity=0, interactive=False)
user = User.objects.get(email="landsdaekkende@paabanen.example")
print(session_of(user))
"""


@contextmanager
def server(environment: dict) -> Iterator[None]:
    """The server for as long as the block lasts."""
    process = subprocess.Popen(server_command(PORT), env=environment, cwd=ROOT)
    try:
        wait_for(PORT)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


def measure(name: str, database: dict) -> bool:
    """Measure on one database and print; True when the goals were met."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.peer_settings",
            "VAR_DIR": folder,
            "DEBUG": "0",
            "OPENBLAS_NUM_THREADS": "1",
            **database,
        }
        prepared = subprocess.run(
            [sys.executable, "-c", PREPARE],
            env=environment,
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        cookie = prepared.stdout.split()[-1]
        with server(environment):
            return report(name, cookie)


def report(name: str, cookie: str) -> bool:
    """Let the pages take turns, print medians and ratios; True when the goals were met."""
    met = True
    for readers, limit in P95.items():
        rounds: dict[str, list[Load]] = {page: [] for page in PAGES}
        for _ in range(ROUNDS):
            for page, path in PAGES.items():
                rounds[page].append(
                    load(port=PORT, path=path, cookie=cookie, readers=readers, seconds=SECONDS)
                )
        print(f"\n{name}, {readers} at once (medians of {ROUNDS})")
        print(f"{'':22}{'req/s':>8}{'median ms':>11}{'p95 ms':>8}{'ours is':>9}")
        ours = median(run.rate for run in rounds["our list"])
        for page, runs in rounds.items():
            rate, p95 = median(run.rate for run in runs), median(run.p95 for run in runs)
            middle = median(run.median for run in runs)
            print(f"{page:22}{rate:8.0f}{middle * 1000:11.1f}{p95 * 1000:8.1f}{ours / rate:8.1f}x")
        slow = median(run.p95 for run in rounds["our list"])
        peer = median(run.rate for run in rounds["admin, same columns"])
        print(
            f"goal: {RATIO} x the admin: {ours / peer:.1f}; p95 <= {limit * 1000:.0f} ms: {slow * 1000:.1f}"
        )
        met = met and ours / peer >= RATIO and slow <= limit
    return met


def main() -> int:
    """Both databases; 1 when a goal was missed."""
    met = measure("SQLite", {"DATABASE_URL": ""})
    with postgres() as address:
        met = measure("PostgreSQL", {"DATABASE_URL": address}) and met
    print("\nAll goals met." if met else "\nA goal was missed.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
