"""What the benchmarks of the value game share: games on a server, and what a phone sends."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.server import server_command, wait_for

ROOT = Path(__file__).resolve().parent.parent
PREPARE = """
import json, sys
import django; django.setup()
from bench.server import session_of
from django.core.management import call_command
from django.utils import timezone
from accounts.models import Membership, Plan, User
from valuegame.actions import NewSeat, create_game, make_move
from valuegame.rules import Kind
import uuid
call_command("migrate", verbosity=0); call_command("createcachetable")
call_command("collectstatic", verbosity=0, interactive=False)
plan = Plan.objects.create(name="Storbakken", slug="storbakken")
user = User.objects.create_user("lis@storbakken.example", "Lis Leder", None)
Membership.objects.create(plan=plan, user=user, role="leader")
seats = [NewSeat(f"Organisation nummer {n:02d}", "other") for n in range(1, int(sys.argv[2]) + 1)]
games = []
for number in range(int(sys.argv[1])):
    values = {"title": f"Fritidsjob {number}", "minutes": 90}
    game = create_game(plan=plan, by=user, values=values, seats=seats)
    step = {"kind": Kind.STEP, "value": "lay", "clock": 1, "move_id": uuid.uuid4()}
    make_move(game=game, by=user, now=timezone.now(), **step)
    ids = [str(pk) for pk in game.seats.values_list("pk", flat=True)]
    games.append({"pk": str(game.pk), "link": game.link, "seats": ids})
print(json.dumps({"games": games, "session": session_of(user)}))
"""
COUNT = """
import django; django.setup()
from valuegame.models import Game, GameMove
game = Game.objects.get(pk="%s")
print(game.version, *game.moves.values_list("move_id", flat=True))
"""
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Room:
    """A server's address, its games as the preparing script tells them, and the facilitator's session."""

    port: int
    games: list[dict]
    session: str
    environment: dict

    def start(self) -> subprocess.Popen:
        """The server, in a process group of its own."""
        return subprocess.Popen(
            server_command(self.port), env=self.environment, cwd=ROOT, start_new_session=True
        )

    def wait(self, seconds: float = 20) -> float:
        """Wait until the server answers; the seconds that took. Raises TimeoutError."""
        begun = time.perf_counter()
        wait_for(self.port, seconds)
        return time.perf_counter() - begun

    def token(self) -> tuple[str, str]:
        """(cookie, form token) against forged posts, as a phone gets them with its page."""
        page = urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self.seat_path(0, 0)}", timeout=10)
        cookie = re.search(r"csrftoken=([^;]+)", page.headers["Set-Cookie"])[1]
        return cookie, TOKEN.search(page.read())[1].decode()

    def seat_path(self, game: int, seat: int) -> str:
        """The address of an organisation's phones."""
        return f"/spil/{self.games[game]['link']}/{self.games[game]['seats'][seat]}/"

    def moves_kept(self, game: int) -> list[str]:
        """The version of a game and the ids of its moves, read by a process of its own."""
        code = COUNT % self.games[game]["pk"]
        done = subprocess.run(
            [sys.executable, "-c", code], env=self.environment, cwd=ROOT, check=True, capture_output=True,
            text=True,
        )  # fmt: skip
        return done.stdout.split()


@contextmanager
def room(port: int, database: dict, *, games: int, seats: int) -> Iterator[Room]:
    """Games in the step of laying, in a database of their own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "VAR_DIR": folder, "DEBUG": "0",
            **database,
        }  # fmt: skip
        prepared = subprocess.run(
            [sys.executable, "-c", PREPARE, str(games), str(seats)],
            env=environment, cwd=ROOT, check=True, capture_output=True, text=True,
        )  # fmt: skip
        said = json.loads(prepared.stdout.splitlines()[-1])
        yield Room(port, said["games"], said["session"], environment)


def kill(server: subprocess.Popen) -> None:
    """End the server and its workers at once, without a word (kill -9)."""
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()


def processor_seconds(pids: set[int]) -> float:
    """What these processes and their ended children have used so far."""
    ticks = os.sysconf("SC_CLK_TCK")
    used = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except FileNotFoundError:
            continue
        used += sum(map(int, fields[11:15]))
    return used / ticks


def family(root: int) -> set[int]:
    """A process and all that came of it, as they run now."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rsplit(")", 1)[1].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found
