"""Standings for tests of what screens show: made of moves, without rows."""

import itertools

from valuegame.method import chosen_steps
from valuegame.rules import Kind, Move, play
from valuegame.schedule import lines, plan_minutes
from valuegame.standing import Place, Standing

# As long as a name on the wall may be.
LONG_NAMES = (
    "Boligforeningen Nørrebro", "Ungdomsskolen Møllevange", "Nabomødrene i Gadekærets",
    "Købmandsgården Overgaard", "Plejehjemmet Birkelunden", "Jobcenter Høje Gladsaxes",
    "Kvindeforeningen Roserne", "Cykelværkstedet Kæderne", "Lektiecaféen Lygtemænden",
    "Haveforening Grønne Fing", "Apoteket Lærkens Hjertes", "Medborgerhuset Havnegade",
)  # fmt: skip
OWN = tuple(f"00000000-0000-4000-8000-00000000000{n}" for n in range(3))
_numbers = itertools.count(1)


def move(kind, value="", target="", seat="", at=0.0) -> Move:
    """One move, later than those before."""
    number = next(_numbers)
    return Move(f"move {number}", number, Kind(kind), seat=seat, target=target, value=value, at=at)


def own_pieces(count) -> list[Move]:
    """The group's own pieces."""
    names = ("Stolthed", "Naboskab", "Tryg i hverdagen")
    return [move("own_piece", name, piece) for piece, name in zip(OWN[:count], names, strict=False)]


def standing(*moves, seats=4, version=7, minutes=120) -> Standing:
    """A game of both exercises with so many organisations: "s0", "s1" … under LONG_NAMES."""
    steps = chosen_steps(opening=True, stronger=True)
    table = play(moves)
    places = tuple(Place(f"s{n}", LONG_NAMES[n], "municipal", table.hand(f"s{n}")) for n in range(seats))
    return Standing(
        "Fritidsjob", "Flere unge i job", version, lines(steps, plan_minutes(steps, minutes)), places, table
    )


def in_step(key, *moves, seats=4, at=0.0) -> Standing:
    """The same, with a step open."""
    return standing(move("step", key, at=at), *moves, seats=seats)
