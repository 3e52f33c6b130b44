"""How what was said at a meeting becomes a catalogue of ideas. Plain Python."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# What a line of a list may begin with.
BULLET = re.compile(r"^\s*(?:[-–•*·]|\d+[.)])\s*")


@dataclass(frozen=True)
class Ideas:
    """What came out of one item: what was said around it, and the ideas, each numbered in the catalogue."""

    title: str
    about: str
    ideas: tuple[tuple[int, str], ...]


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
