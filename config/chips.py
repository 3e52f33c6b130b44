"""What the chips above a list say. Plain Python."""

from collections.abc import Iterable
from typing import NamedTuple


class Chip(NamedTuple):
    """What filter_chips.html prints of a choice; a tuple, so that a part that is kept can be made of it."""

    value: str | int
    label: str
    count: int | None = None
    kind: str | None = None


def as_chips(choices: Iterable[Chip | dict] | None) -> tuple[Chip, ...]:
    """The choices of a page, of which some are dicts of the same."""
    return tuple(Chip(**choice) if isinstance(choice, dict) else choice for choice in choices or ())
