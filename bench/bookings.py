"""Many book one hall at the same moment: `python -m bench.bookings`, some two minutes.

In each of 50 rounds 64 requests reach a server with two workers at once, for the same hours, for hours that
overlap them, and two for hours that touch each other. One of the many gets it and both that touch do; the
others are told with 409. On SQLite and on PostgreSQL.
"""

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import uuid
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from bench.game_room import ROOT, kill
from bench.games import ask
from bench.server import server_command, wait_for

sys.path.insert(0, str(ROOT / "setup"))

from with_postgres import postgres

PORT, ROUNDS, AT_ONCE, SLOWEST = 8937, 50, 64, 5.0
# Any two of them overlap.
HOURS = (("16:00", "18:00"), ("16:00", "18:00"), ("17:00", "19:30"), ("15:00", "17:30"))
TOUCHING = (("08:00", "10:00"), ("10:00", "12:00"))
PREPARE = """
import django; django.setup()
from bench.server import session_of
import json
from django.core.management import call_command
from accounts.models import Membership, Plan, User
from actors.models import Actor
from exchange.models import Facility
call_command("migrate", verbosity=0); call_command("createcachetable")
call_command("collectstatic", verbosity=0, interactive=False)
plan = Plan.objects.create(name="Storbakken", slug="storbakken")
user = User.objects.create_user("lis@storbakken.example", "Lis Leder", None)
Membership.objects.create(plan=plan, user=user, role="leader")
actor = Actor.objects.create(plan=plan, name="Medborgerhuset", kind="municipal")
hall = Facility.objects.create(plan=plan, owner=actor, name="Festsalen")
print(json.dumps({"hall": str(hall.pk), "actor": str(actor.pk), "session": session_of(user)}))
"""
PATH = "/storbakken/lokaler/book/"


def measure(name: str, database: dict) -> bool:
    """All rounds on one database; True when exactly those won who should."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "VAR_DIR": folder, "DEBUG": "0",
            **database,
        }  # fmt: skip
        prepared = subprocess.run(
            [sys.executable, "-c", PREPARE], env=environment, cwd=ROOT, check=True, capture_output=True,
            text=True,
        )  # fmt: skip
        there = json.loads(prepared.stdout.splitlines()[-1])
        with (Path(folder) / "errors").open("wb") as errors:
            server = subprocess.Popen(
                server_command(PORT), env=environment, cwd=ROOT, stderr=errors, start_new_session=True
            )
            try:
                wait_for(PORT)
                return asyncio.run(_rounds(name, there))
            finally:
                kill(server)


async def _rounds(name: str, there: dict) -> bool:
    cookie = f"sessionid={there['session']}"
    secret = urllib.request.Request(f"http://127.0.0.1:{PORT}{PATH}", headers={"Cookie": cookie})
    with urllib.request.urlopen(secret) as answer:
        token_cookie = re.search(r"csrftoken=([^;]+)", answer.headers["Set-Cookie"])[1]
        token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', answer.read())[1].decode()
    headers = f"Cookie: {cookie}; csrftoken={token_cookie}\r\n"
    wrong, seen, slowest = [], Counter(), 0.0
    for number in range(ROUNDS):
        day = date.today() + timedelta(days=1 + number)
        wanted = [HOURS[place % len(HOURS)] for place in range(AT_ONCE - len(TOUCHING))] + list(TOUCHING)
        start = time.perf_counter()
        answers = await asyncio.gather(
            *(ask(PORT, "POST", PATH, headers, _form(there, token, day, *hours)) for hours in wanted)
        )
        slowest = max(slowest, time.perf_counter() - start)
        statuses = [status for status, _ in answers]
        seen.update(statuses)
        many, touching = statuses[: -len(TOUCHING)], statuses[-len(TOUCHING) :]
        if many.count(302) != 1 or many.count(409) != len(many) - 1 or touching != [302, 302]:
            wrong.append((number, Counter(many), touching))
    print(f"{name}: {ROUNDS} rounds of {AT_ONCE} at once: {dict(seen)}; rounds with other winners: {wrong}")
    print(f"  the slowest of a round after {slowest:.2f} s (goal {SLOWEST} s)")
    return not wrong and slowest <= SLOWEST


def _form(there: dict, token: str, day: date, begins: str, ends: str) -> str:
    return urllib.parse.urlencode({
        "csrfmiddlewaretoken": token, "facilities": there["hall"], "day": day.isoformat(), "begins": begins,
        "ends": ends, "title": "Korprøve", "actor": there["actor"], "every": "0",
        "submission": str(uuid.uuid4()),
    })  # fmt: skip


def main() -> int:
    """Both databases; 1 when somebody won who should not, or waited too long."""
    met = measure("SQLite", {"DATABASE_URL": ""})
    with postgres() as address:
        met = measure("PostgreSQL", {"DATABASE_URL": address}) and met
    print("All goals met." if met else "A goal was missed.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
