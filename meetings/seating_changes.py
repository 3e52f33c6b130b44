"""Late arrivals and no-shows, fitted in without tearing up the plan. Plain Python.

A printed card and a wall hold what was planned, so people stay where they are told to sit. The rule:

- Rounds that were, and the one that runs, stay as they are.
- In each round to come an empty chair stays empty and whoever comes late takes a seat at one of the smallest
  tables, where they meet most they do not know. A table takes one more than planned, never more than eight;
  when everybody is more than that holds, one more table is laid.
- Somebody who was seated moves only when it must be: when somebody would sit alone, or a table has over two
  people fewer (`SLACK`) than the largest. Then as few move as can be; the last ones at a table may move away
  from it when that takes no more moves than filling it, and the table keeps its number and stands empty.

Who is told to move is the one who gives most new pairs where they go, after the rounds that were.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from meetings.seating import LARGEST, SMALLEST, Company, Round, gain, met_in, table_sizes

# A table may have so many fewer than the largest before anybody is asked to move.
SLACK = 2


@dataclass(frozen=True, slots=True)
class Fitted:
    """The rounds to come as they are now, and who of those already seated has to move, per round."""

    rounds: tuple[Round, ...]
    moved: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to even tables out: which are given up, and how many seated people that moves."""

    moves: int
    given_up: tuple[int, ...]
    tables: int


def fitted(
    company: Company, *, here: Collection[str], held: Sequence[Round], to_come: Sequence[Round], size: int
) -> Fitted:
    """The rounds to come for those who are here, of whom some were not in the plan and some left it.

    `company` is everybody, here or not; `held` the rounds that were; `size` the most at a table as planned.
    ValueError when somebody is here whom the company does not know.
    """
    present = company.only(here)
    if unknown := set(here) - set(present.place):
        raise ValueError(f"not in the company: {sorted(unknown)}")
    met = met_in(present, held)
    rounds, moved = [], []
    for one in to_come:
        now, movers = _one_round(present, one, met, size)
        rounds.append(now)
        moved.append(movers)
        for table in now:
            for first, second in combinations([present.place[key] for key in table], 2):
                met[first][second] += 1
                met[second][first] += 1
    return Fitted(tuple(rounds), tuple(moved))


def _one_round(present: Company, one: Round, met, size: int) -> tuple[Round, frozenset[str]]:
    """The round for those who are here, and who had to move."""
    tables = [[present.place[key] for key in table if key in present.place] for table in one]
    seated = {place for table in tables for place in table}
    before = {place: number for number, table in enumerate(tables) for place in table}
    waiting = [place for place in range(len(present)) if place not in seated]
    way = _best_way([len(table) for table in tables], len(waiting), size)
    tables += [[] for _ in range(way.tables - len(tables))]
    for number in way.given_up:
        waiting += tables[number]
        tables[number] = []
    in_use = [table for number, table in enumerate(tables) if number not in way.given_up]
    for guest in waiting:
        _best_seat(present, guest, _smallest(in_use), met).append(guest)
    while _uneven([len(table) for table in in_use]):
        _move_one(present, in_use, met)
    now = {place: number for number, table in enumerate(tables) for place in table}
    movers = frozenset(present.guests[place].key for place in before if now[place] != before[place])
    return tuple(tuple(present.guests[place].key for place in sorted(table)) for table in tables), movers


def _best_way(counts: Sequence[int], late: int, size: int) -> _Way:
    """Which tables to give up and whether to lay more, so that fewest move; then so that most tables stay.

    `counts` are those left at each planned table.
    """
    room = min(size + 1, LARGEST)
    order = sorted((number for number, count in enumerate(counts) if count), key=lambda one: counts[one])
    empty = tuple(number for number, count in enumerate(counts) if not count)
    people = sum(counts) + late
    ways = []
    for given_up in range(len(order)):
        gone, kept = order[:given_up], order[given_up:]
        displaced = sum(counts[number] for number in gone)
        # An empty table is laid again before a new one, and neither while there is room at the others.
        laid = max(-(-people // room) - len(kept), 0) if not given_up else 0
        if people > room * (len(kept) + laid):
            continue
        again, new = empty[:laid], max(laid - len(empty), 0)
        now = [counts[number] for number in kept] + [0] * laid
        moves, evened = _evened(now, late + displaced)
        if len(evened) == 1 or min(evened) >= SMALLEST:
            ways.append(_Way(displaced + moves, (*gone, *empty[len(again) :]), len(counts) + new))
    if not ways:
        # Nobody who was seated is here: the late ones take the tables they need.
        needed = len(table_sizes(people, size)) if people >= SMALLEST else people
        return _Way(0, empty[needed:], max(len(counts), needed))
    return min(ways, key=lambda way: (way.moves, len(way.given_up)))


def _evened(counts: Sequence[int], waiting: int) -> tuple[int, list[int]]:
    """How many move once those who wait have sat down at the smallest tables, and the numbers then."""
    counts = list(counts)
    for _ in range(waiting):
        counts[counts.index(min(counts))] += 1
    moves = 0
    while _uneven(counts):
        counts[counts.index(max(counts))] -= 1
        counts[counts.index(min(counts))] += 1
        moves += 1
    return moves, counts


def _uneven(counts: Sequence[int]) -> bool:
    """Whether somebody sits alone though there are others, or a table has too few."""
    if len(counts) < 2:
        return False
    return max(counts) - min(counts) > SLACK or (min(counts) < SMALLEST and max(counts) > SMALLEST)


def _smallest(tables: Sequence[list[int]]) -> list[list[int]]:
    fewest = min(len(table) for table in tables)
    return [table for table in tables if len(table) == fewest]


def _best_seat(present: Company, guest: int, tables: Sequence[list[int]], met) -> list[int]:
    """Of these tables the one where the guest gives most; the first of equals."""
    return max(tables, key=lambda table: _gives(present, guest, table, met))


def _gives(present: Company, guest: int, table: Sequence[int], met) -> int:
    return sum(gain(present, guest, other, met) for other in table if other != guest)


def _move_one(present: Company, tables: Sequence[list[int]], met) -> None:
    """Move the one from a largest table to a smallest who gives most there and is missed least."""
    most = max(len(table) for table in tables)
    guest, source, target = max(
        (
            (guest, source, target)
            for source in tables
            if len(source) == most
            for guest in source
            for target in _smallest(tables)
        ),
        key=lambda move: (
            _gives(present, move[0], move[2], met) - _gives(present, move[0], move[1], met),
            -move[0],
        ),
    )
    source.remove(guest)
    target.append(guest)
