"""Measure who can support whom: `python -m bench.matching`, medians of five, about a minute.

Prints what it takes from facts to suggestions in words, the same with the rows read from a database, how many
pairs were looked at, and how both grow. Times are processor time of one thread; read the growth.
"""

import os
import random
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log
from pathlib import Path

from bench.graphs import SIZES, community_graph
from bench.timing import TIMES, timed
from mapping.match_facts import Facts, Thing, ValueWord
from mapping.match_sentences import sentence
from mapping.matching import rank, spread, suggestion_of, town_of
from mapping.network import Line, Node, core_actors

SECONDS = {300: 0.3, 2_000: 5.0}
AREAS = ("Nordhøj", "Mellemdraget", "Søvang", "Åparken", "Østhøj", "Lyngvej")
GROUPS = ("0–6-årige og deres forældre", "Børn og unge", "Unge 18+", "Ældre", "Alle beboere")
THINGS = {
    "room": ("Lokale torsdag aften", "Mødelokale, tomt efter kl. 18", "Køkken", "Stor sal", "Værksted"),
    "equipment": ("Telt og borde", "Lydanlæg", "Ladcykel", "12 bærbare", "Haveredskaber"),
    "hands": ("To timer om ugen", "Ti frivillige lørdag", "Lektiehjælp"),
    "surplus": ("Brød fra i går", "Møbler og børnetøj"),
    "knowledge": ("Regnskab", "Sprog og kultur", "Jura"),
}
SAID = (
    "Vi kender de unge på torvet", "Vi vil gerne lære mere om sprog", "Vi har et lokale, der står tomt", "",
    "Flere frivillige om lørdagen", "Vi møder de ældre hver dag", "Vi ved, hvad familierne har brug for",
)  # fmt: skip
SPECIALITIES = ("", "", "", "sundhed", "uddannelse", "jura", "beskæftigelse")


HEADS = (
    ("actors", 8), ("lines", 8), ("rules", 8), ("words", 8), ("whole", 8), ("pairs", 10), ("n·log n", 10),
    ("of it", 7), ("of all", 8), ("found", 8),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """The figures of one size; seconds, and counts."""

    actors: int
    lines: int
    rules: float
    words: float
    looked_at: int
    found: int

    @property
    def whole(self) -> float:
        """From facts to the first page of sentences."""
        return self.rules + self.words


def main() -> None:
    """Measure every size, then the two that a database has a goal for."""
    rows = [measure(actors, lines) for actors, lines in SIZES]
    print("Milliseconds of one thread, medians. Rules: facts to suggestions in order. Words: twelve cards.")
    print("".join(f"{head:>{width}}" for head, width in HEADS))
    for row in rows:
        bound = row.actors * log(row.actors, 2)
        everybody = row.actors * (row.actors - 1) / 2
        values = (
            row.actors, row.lines, f"{row.rules * 1e3:.0f}", f"{row.words * 1e3:.1f}",
            f"{row.whole * 1e3:.0f}", row.looked_at, f"{bound:.0f}", f"{row.looked_at / bound:.2f}",
            f"{row.looked_at / everybody:.1%}", row.found,
        )  # fmt: skip
        print("".join(f"{value:>{width}}" for value, (_, width) in zip(values, HEADS, strict=True)))
    print_growth(rows)
    with_rows(rows)


def measure(actors: int, lines: int) -> Row:
    """All figures of one size."""
    facts, near = town(actors, lines)
    times = TIMES if actors < 5_000 else 3
    by_key = {one.key: one for one in facts}
    rules, (found, looked_at) = timed(times, lambda: _suggest(facts, near))
    words, _ = timed(times, lambda: [sentence(one, by_key) for one in found[:12]])
    return Row(actors, lines, rules, words, looked_at, len(found))


def _suggest(facts, near):
    """As a page does it: rank, spread, and the reasons of every suggestion that can be paged to."""
    whole = town_of(facts, near)
    ranked, looked_at = rank(whole)
    return [suggestion_of(whole, one.a, one.b) for one in spread(ranked)], looked_at


def town(actors: int, lines: int, seed: int = 1) -> tuple[list[Facts], list[Line]]:
    """A network with what a worked-in plan knows of its actors, the same for the same seed."""
    draw = random.Random(seed)
    nodes, near = community_graph(actors, lines)
    core = core_actors(nodes, near)
    # A larger plan has more areas, as a city has more estates; each holds some fifty actors.
    areas = [f"{AREAS[n % len(AREAS)]} {n}" for n in range(max(3, actors // 50))]
    return [_facts(draw, node, areas, node.key in core) for node in nodes], near


def _facts(draw: random.Random, node: Node, areas: list[str], core: bool) -> Facts:
    """One in three lacks something, half have something, a quarter have been talked with."""
    return Facts(
        node.key, node.label, node.kind, draw.choice(("inside", "outside", "")), draw.choice(SPECIALITIES),
        draw.random() < 0.3, draw.random() < 0.3, core,
        areas=frozenset(draw.sample(areas, draw.randint(1, 2))),
        reaches=frozenset(draw.sample(GROUPS, draw.randint(1, 2))),
        wants=frozenset(draw.sample(GROUPS, 1) if draw.random() < 0.2 else ()),
        has=_some(draw, 0.5), lacks=_some(draw, 0.35),
        values={
            value: ValueWord(draw.randint(0, 3), draw.random() < 0.8, draw.choice(SAID), draw.choice(SAID))
            for value in (draw.sample(range(1, 6), 3) if draw.random() < 0.25 else ())
        },
    )  # fmt: skip


def _some(draw: random.Random, share: float) -> tuple[Thing, ...]:
    if draw.random() > share:
        return ()
    kinds = draw.sample(sorted(THINGS), draw.randint(1, 2))
    return tuple(sorted(Thing(kind, draw.choice(THINGS[kind])) for kind in kinds))


def print_growth(rows: list[Row]) -> None:
    """The exponents of actors by which time and pairs grow, and pairs beside n·log n."""
    print()
    for smaller, larger in pairwise(rows):
        more = larger.actors / smaller.actors
        bound = more * log(larger.actors) / log(smaller.actors)
        time = log(larger.whole / smaller.whole) / log(more)
        pairs = larger.looked_at / smaller.looked_at
        # What the goal speaks of begins at 300.
        verdict = "" if smaller.actors < 300 else "met" if pairs <= bound else "NOT MET"
        print(
            f"growth {smaller.actors} → {larger.actors}: time × actors^{time:.2f}; pairs × {pairs:.1f},"
            f" n·log n × {bound:.1f} {verdict}"
        )


def with_rows(rows: list[Row]) -> None:
    """The whole of it from a database, for the sizes that have a goal; and the goals."""
    print()
    for row in rows:
        if goal := SECONDS.get(row.actors):
            facts, near = town(row.actors, row.lines)
            seconds = read_and_suggest(facts, near)
            for what, value in (("from facts, seconds", row.whole), ("with the rows read, seconds", seconds)):
                verdict = "met" if value <= goal else "NOT MET"
                print(f"{row.actors:>7}  {what:<30}{value:>7.3f}  goal {goal:<5} {verdict}")


def read_and_suggest(facts: list[Facts], near: list[Line]) -> float:
    """Seconds from a plan's rows to its first page of suggestions, on a database of its own."""
    from bench.match_rows import written_plan  # sets Django up, which the rules above do without

    with written_plan(facts, near) as plan:
        from mapping.match_queries import suggestions  # as above

        return timed(TIMES, lambda: suggestions(plan, today=date(2026, 11, 22), limit=12))[0]


if __name__ == "__main__":
    if Path.cwd() != Path(__file__).resolve().parent.parent:
        sys.exit("Run it from the project's folder.")
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp())
    main()
