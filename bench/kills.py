"""Kill the server at 50 random moments of a played game, on both databases: `python -m bench.kills`.

Ten phones press all the time and keep what was not acknowledged, as the page's script does; the server is
ended with kill -9 and started again. Nothing acknowledged may be lost, nothing doubled, and the game goes on
within five seconds.
"""

import http.client
import json
import random
import sys
import threading
import time
import urllib.parse
import uuid

from bench.game_room import ROOT, Room, kill, room

sys.path.insert(0, str(ROOT / "setup"))

from with_postgres import postgres

PORT, KILLS, PHONES, BACK_WITHIN = 8933, 50, 10, 5.0
SEED = 20261127


class Phone(threading.Thread):
    """Lays and takes back, one move at a time; the same move again until it is acknowledged."""

    def __init__(self, room: Room, seat: int, token: tuple[str, str]):
        super().__init__(daemon=True)
        self.room, self.seat = room, seat
        self.cookie, self.token = token
        self.kept: list[str] = []
        self.sent: set[str] = set()
        self.refused: list[str] = []
        self.over = threading.Event()

    def run(self):
        """Press until the evening is over; a move that is on its way then is finished."""
        number = 0
        while not self.over.is_set():
            number += 1
            move = {
                "id": str(uuid.uuid4()), "clock": number, "kind": "lay", "target": str(number % 5 + 1),
                "value": "gets" if number % 2 else "", "csrfmiddlewaretoken": self.token,
            }  # fmt: skip
            self.sent.add(move["id"])
            while not self.press(move):
                time.sleep(0.05)
            time.sleep(0.02)

    def press(self, move: dict) -> bool:
        """Whether the move is settled."""
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.room.port, timeout=5)
            connection.request(
                "POST",
                f"{self.room.seat_path(0, self.seat)}traek/",
                urllib.parse.urlencode(move),
                {
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Accept": "application/json",
                    "Cookie": f"csrftoken={self.cookie}",
                },
            )
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            return False
        if answer.status != 200:
            return False
        said = json.loads(body)
        if said["kept"]:
            self.kept.append(move["id"])
        else:
            self.refused.append(said["problem"])
        return True


def measure(name: str, database: dict) -> bool:
    """Play and kill on one database; True when nothing was lost or doubled and it was back in time."""
    chance = random.Random(SEED)
    with room(PORT, database, games=1, seats=PHONES) as here:
        server = here.start()
        here.wait()
        phones = [Phone(here, seat, here.token()) for seat in range(PHONES)]
        for phone in phones:
            phone.start()
        back = []
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.3, 1.2))
            kill(server)
            server = here.start()
            back.append(here.wait())
        time.sleep(1)
        for phone in phones:
            phone.over.set()
        for phone in phones:
            phone.join(timeout=30)
        kill(server)
        version, *stored = here.moves_kept(0)
    return report(name, phones, stored, int(version), back)


def report(name: str, phones: list[Phone], stored: list[str], version: int, back: list[float]) -> bool:
    """Print what came of it; whether all goals were met."""
    kept = [move for phone in phones for move in phone.kept]
    sent = set().union(*(phone.sent for phone in phones))
    lost, doubled = len(set(kept) - set(stored)), len(stored) - len(set(stored))
    # The first move opened the step.
    strange = len(set(stored) - sent) - 1
    refused = sum(len(phone.refused) for phone in phones)
    print(f"\n{name}: {len(back)} kills, {len(kept)} moves acknowledged, {len(stored)} stored")
    print(f"  lost {lost}, doubled {doubled}, never sent {strange}, refused {refused}; version {version}")
    print(f"  back after {max(back):.1f} s at most (goal {BACK_WITHIN:.0f} s)")
    return not (lost or doubled or strange or refused) and max(back) <= BACK_WITHIN and version == len(stored)


def main() -> int:
    """Both databases; 1 when a goal was missed."""
    met = measure("SQLite", {"DATABASE_URL": ""})
    with postgres() as address:
        met = measure("PostgreSQL", {"DATABASE_URL": address}) and met
    print("\nAll goals met." if met else "\nA goal was missed.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
