"""What an organisation's phones show, kept while nothing on it changes: several phones ask for the same.

Each process keeps its own. A shot belongs to one version of one seat's phones, which counts up with all that
changes anything on them; the clock is not in it.
"""

from dataclasses import dataclass
from uuid import UUID

from valuegame.at_hand import AtHand
from valuegame.rules import Timer

SHOTS_KEPT = 400


@dataclass(frozen=True, slots=True)
class Head:
    """The line on top: the organisation, the step, and the clock in seconds (`planned` None: no clock)."""

    name: str
    kind: str
    key: str
    title: str
    number: int | None
    numbered: int
    timer: Timer
    planned: int | None
    is_paused: bool

    def left(self, now: float) -> int | None:
        """Whole seconds left at `now` (since 1970)."""
        return None if self.planned is None else self.timer.left(self.planned, now)


@dataclass(frozen=True, slots=True)
class Shot:
    """One version of what phones show: the head, and the rest as HTML without anybody's token."""

    version: int
    head: Head
    body: str


_kept: AtHand[UUID, Shot] = AtHand(SHOTS_KEPT)


def kept(seat: UUID, version: int) -> Shot | None:
    """The shot of this version, if this process has it."""
    shot = _kept.get(seat)
    return shot if shot and shot.version == version else None


def keep(seat: UUID, shot: Shot) -> None:
    """Have it at hand."""
    _kept.keep(seat, shot)
