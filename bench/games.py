"""Thirty games at once: `python -m bench.games`, about three minutes on a quiet machine.

930 screens (a facilitator, a wall and 29 phones a game) ask every two seconds, and thirty times a second
somebody lays a piece; two workers, on SQLite and on PostgreSQL. The processor time is the server's (and the
database's), as a share of two cores.
"""

import asyncio
import random
import re
import sys
import time
import urllib.parse
import uuid
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.game_room import ROOT, Room, family, kill, processor_seconds, room

sys.path.insert(0, str(ROOT / "setup"))

from with_postgres import postgres

PORT, GAMES, SEATS, PHONES = 8934, 30, 10, 29
EVERY, ACTIONS, SECONDS, WARM = 2.0, 30, 40.0, 6.0
CORES = 2
GOALS = {"processor": 0.5, "action": 0.300, "poll": 0.050, "wall": 2.5}
VERSION = re.compile(rb'data-version="(\d+)"')


@dataclass
class Seen:
    """What was measured, in seconds; `waiting` are acknowledged moves that a wall has not shown yet."""

    polls: list[float] = field(default_factory=list)
    actions: list[float] = field(default_factory=list)
    walls: list[float] = field(default_factory=list)
    waiting: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    answers: Counter = field(default_factory=Counter)
    errors: Counter = field(default_factory=Counter)


async def ask(port: int, method: str, path: str, headers: str, body: str = "") -> tuple[int, bytes]:
    """One request on a connection of its own: status and body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    if body:
        headers += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{headers}\r\n"
    writer.write(head.encode() + body.encode())
    answer = await reader.read()
    writer.close()
    head, _, content = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), content


async def screen(here: Room, game: int, path: str, headers: str, seen: Seen, begun: float, wall: bool):
    """Ask every two seconds with the version that is shown, from a moment of its own."""
    version = 0
    await asyncio.sleep(random.random() * EVERY)
    while time.perf_counter() - begun < WARM + SECONDS:
        start = time.perf_counter()
        try:
            status, body = await ask(here.port, "GET", f"{path}?v={version}", headers)
        except OSError as error:
            seen.errors[type(error).__name__] += 1
            status, body = 0, b""
        took = time.perf_counter() - start
        if start - begun > WARM:
            seen.polls.append(took)
            seen.answers[status] += 1
            if status not in (200, 204):
                seen.errors[status] += 1
        if found := VERSION.search(body):
            version = int(found[1])
        if wall:
            _tick_off(seen, game, version)
        await asyncio.sleep(max(0.0, EVERY - took))


def _tick_off(seen: Seen, game: int, version: int) -> None:
    """The moves that the wall of a game shows by now."""
    now, waiting = time.perf_counter(), seen.waiting.get(game, [])
    seen.walls += [now - at for number, at in waiting if number <= version]
    seen.waiting[game] = [(number, at) for number, at in waiting if number > version]


async def press(here: Room, seen: Seen, token: tuple[str, str], clock: int, counted: bool):
    """Somebody somewhere lays a piece or takes it back."""
    game, seat = random.randrange(GAMES), random.randrange(SEATS)
    body = urllib.parse.urlencode(
        {
            "id": str(uuid.uuid4()), "clock": clock, "kind": "lay", "target": random.randint(1, 5),
            "value": random.choice(["gets", "wants", ""]), "csrfmiddlewaretoken": token[1],
        }
    )  # fmt: skip
    start = time.perf_counter()
    headers = f"Accept: application/json\r\nCookie: csrftoken={token[0]}\r\n"
    status, answer = await ask(here.port, "POST", f"{here.seat_path(game, seat)}traek/", headers, body)
    if status != 200 or b'"kept": true' not in answer:
        seen.errors[f"move {status}"] += 1
        return
    if counted:
        seen.actions.append(time.perf_counter() - start)
        number = int(re.search(rb'"number": (\d+)', answer)[1])
        seen.waiting.setdefault(game, []).append((number, time.perf_counter()))


async def evening(here: Room, roots: set[int], token: tuple[str, str]) -> tuple[Seen, float]:
    """All screens and all that is pressed; what was seen, and the share of two cores that it took.

    `roots` are the first processes of the server and of the database.
    """
    seen, begun = Seen(), time.perf_counter()
    part = "HX-Request: true\r\n"
    tasks = []
    for game, about in enumerate(here.games):
        lead = f"/storbakken/vaerdispil/{about['pk']}/led/"
        session = f"{part}HX-Target: lead\r\nCookie: sessionid={here.session}\r\n"
        wall = f"/spil/{about['link']}/storskaerm/"
        phones = [here.seat_path(game, number % SEATS) for number in range(PHONES)]
        screens = [(lead, session, False), (wall, f"{part}HX-Target: wall\r\n", True)]
        screens += [(path, f"{part}HX-Target: phone\r\n", False) for path in phones]
        tasks += [screen(here, game, path, more, seen, begun, wall) for path, more, wall in screens]
    running = [asyncio.ensure_future(task) for task in tasks]
    await asyncio.sleep(WARM)
    pids = set().union(*map(family, roots))
    used, start, presses = processor_seconds(pids), time.perf_counter(), []
    for number in range(int(ACTIONS * SECONDS)):
        await asyncio.sleep(max(0.0, start + number / ACTIONS - time.perf_counter()))
        presses.append(asyncio.ensure_future(press(here, seen, token, number, True)))
    share = (processor_seconds(pids) - used) / (time.perf_counter() - start) / CORES
    await asyncio.gather(*running, *presses)
    return seen, share


def measure(name: str, database: dict, roots: set[int]) -> bool:
    """One evening on one database; True when the goals were met."""
    random.seed(20261127)
    with room(PORT, database, games=GAMES, seats=SEATS) as here:
        server = here.start()
        try:
            here.wait()
            token = here.token()
            seen, share = asyncio.run(evening(here, {server.pid} | roots, token))
        finally:
            kill(server)
    return report(name, seen, share)


def p95(times: list[float]) -> float:
    """The time that 95 % are within."""
    return sorted(times)[int(len(times) * 0.95)] if times else float("inf")


def report(name: str, seen: Seen, share: float) -> bool:
    """Print what was measured beside the goals; whether they were met."""
    late = max([*seen.walls, 0.0])
    found = {"processor": share, "action": p95(seen.actions), "poll": p95(seen.polls), "wall": late}
    print(f"\n{name}: {GAMES} games, {GAMES * (PHONES + 2)} screens, {len(seen.actions)} moves")
    print(f"  {len(seen.polls)} polls {dict(seen.answers)}, errors {dict(seen.errors)}")
    print(f"  processor {share:.0%} of {CORES} cores (goal {GOALS['processor']:.0%})")
    print(f"  a move p95 {found['action'] * 1000:.0f} ms (goal {GOALS['action'] * 1000:.0f})")
    print(f"  a poll p95 {found['poll'] * 1000:.0f} ms (goal {GOALS['poll'] * 1000:.0f})")
    print(f"  a wall shows it after {late:.1f} s at most (goal {GOALS['wall']} s), {len(seen.walls)} seen")
    return not seen.errors and all(found[key] <= goal for key, goal in GOALS.items())


def main() -> int:
    """Both databases; 1 when a goal was missed."""
    met = measure("SQLite", {"DATABASE_URL": ""}, set())
    with postgres() as address:
        met = measure("PostgreSQL", {"DATABASE_URL": address}, {_newest_postgres()}) and met
    print("\nAll goals met." if met else "\nA goal was missed.")
    return 0 if met else 1


def _newest_postgres() -> int:
    """The first process of the PostgreSQL that was started last: the one of this run."""
    tops = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        name, rest = path.read_text().split("(", 1)[1].rsplit(")", 1)
        if name == "postgres":
            parent, began = int(rest.split()[1]), int(rest.split()[19])
            tops[int(path.parent.name)] = parent, began
    first = {pid: began for pid, (parent, began) in tops.items() if parent not in tops}
    return max(first, key=first.get)


if __name__ == "__main__":
    sys.exit(main())
