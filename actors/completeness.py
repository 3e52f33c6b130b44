"""Which parts of a profile are still empty, and when that is so much that the page says so.

Plain Python: no Django, no clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part of a profile: the form's field, and what it is called when it is missing."""

    field: str
    name: str


PARTS = (
    Part("core_task", "kerneopgave"),
    Part("areas", "boligområder"),
    Part("target_groups", "målgrupper"),
    Part("base", "base"),
    Part("competences", "kompetencer"),
    Part("strengths", "styrker"),
    Part("phone", "hovednummer"),
    Part("held_by", "hvem der har relationen"),
)


def missing_parts(filled: Mapping[str, bool]) -> tuple[Part, ...]:
    """The parts that `filled` (field → has something) says are empty, in the order of the form."""
    return tuple(part for part in PARTS if not filled.get(part.field))


def is_thin(missing: tuple[Part, ...]) -> bool:
    """Whether half of the profile or more is empty."""
    return len(missing) * 2 >= len(PARTS)
