"""Who is tovholder when: a forum's rotation plan. Plain Python; seats are keys of any kind."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Turn:
    """From `starts_on` on it is the one in this seat, until the next turn begins."""

    seat: Hashable
    starts_on: date


def on_duty(turns: Iterable[Turn], today: date) -> Turn | None:
    """The turn that goes on today; None before the first."""
    begun = [one for one in turns if one.starts_on <= today]
    return max(begun, key=lambda one: one.starts_on, default=None)


def to_come(turns: Iterable[Turn], today: date) -> list[Turn]:
    """Those that have not begun, the next one first."""
    return sorted((one for one in turns if one.starts_on > today), key=lambda one: one.starts_on)
