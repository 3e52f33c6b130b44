"""Who gets a place at an event, and who is next when one is free. Plain Python.

Nobody overtakes: as long as somebody waits, whoever signs up stands behind them. Those who were given a place
keep it, also when fewer places are left than were there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

Key = TypeVar("Key")
# So long after an event names and mails of guests are kept; the consent at sign-up says the same.
KEPT_DAYS = 90


@dataclass(frozen=True, slots=True)
class Places:
    """How many places there are, how many are taken, and how many wait for one."""

    capacity: int
    coming: int
    waiting: int

    @property
    def left(self) -> int:
        """Places that one can sign up for; none as long as somebody waits."""
        return 0 if self.waiting else self.free

    @property
    def free(self) -> int:
        """Places that nobody has."""
        return max(self.capacity - self.coming, 0)

    @property
    def is_full(self) -> bool:
        """Whether one can only wait."""
        return self.left == 0


def given_places(places: Places, asked: int) -> int:
    """How many of so many who sign up together get a place at once; the rest wait."""
    return min(places.left, asked)


def next_in_line(places: Places, waiting: Sequence[Key]) -> tuple[Key, ...]:
    """Those who get the free places, of those who wait, the first in line first."""
    return tuple(waiting[: places.free])


def takes_signups(
    *, begins_at: datetime, closes_on: date | None, is_cancelled: bool, now: datetime, today: date
) -> bool:
    """Whether one can still sign up: until it begins, or to the end of the day that was set."""
    if is_cancelled or now >= begins_at:
        return False
    return closes_on is None or today <= closes_on
