"""How what was said at a meeting becomes a catalogue of ideas. Plain Python."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from config.danish import join_names

# Who was there, in the order of the Danish form; who did not come is nobody's business on paper.
PRESENCE = (("yes", "Til stede"), ("substitute", "Suppleant"), ("excused", "Afbud"))
# What a line of a list may begin with.
BULLET = re.compile(r"^\s*(?:[-–•*·]|\d+[.)])\s*")


@dataclass(frozen=True)
class Ideas:
    """What came out of one item: what was said around it, and the ideas, each numbered in the catalogue."""

    title: str
    about: str
    ideas: tuple[tuple[int, str], ...]


def presence_lines(marks: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(what was written down, seat) of each seat as ("Til stede", "Skolen og Biblioteket") and so on."""
    marks = list(marks)
    lines = [(word, [seat for came, seat in marks if came == key]) for key, word in PRESENCE]
    return [(word, join_names(seats)) for word, seats in lines if seats]


def idea_groups(notes: Iterable[tuple[str, str]]) -> list[Ideas]:
    """(title, text) of each item as ideas: each line of a list is one; without a list each line is.

    What stands beside the list is said about it. Items in which nothing was written are left out.
    """
    groups, number = [], 0
    for title, text in notes:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        listed = [BULLET.sub("", line) for line in lines if BULLET.match(line)]
        about = [line for line in lines if not BULLET.match(line)] if listed else []
        ideas = [idea for idea in (listed or lines) if idea]
        if ideas:
            groups.append(Ideas(title, "\n".join(about), tuple(enumerate(ideas, number + 1))))
            number += len(ideas)
    return groups
