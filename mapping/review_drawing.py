"""Where an answer stands on its line: one small drawing per question, the time before and now. Plain Python.

The page prints the shapes; the words beside them say the same.
"""

from dataclasses import dataclass

WIDTH, HEIGHT = 240, 32
EDGE, MIDDLE = 16, 16


@dataclass(frozen=True, slots=True)
class Track:
    """A line with a stop for each level; `before` and `now` are places on it, None where nothing is said."""

    stops: tuple[float, ...]
    before: float | None
    now: float | None
    width: int = WIDTH
    height: int = HEIGHT
    middle: int = MIDDLE

    @property
    def first(self) -> float:
        """Where the line begins."""
        return self.stops[0]

    @property
    def last(self) -> float:
        """Where it ends."""
        return self.stops[-1]

    @property
    def moves(self) -> bool:
        """Whether there is a way to draw between the two times."""
        return None not in (self.before, self.now) and self.before != self.now


def track(levels: int, now: int | None, before: int | None = None) -> Track:
    """The drawing of one question on a scale of so many levels. Raises IndexError for a level beyond it."""
    gap = (WIDTH - 2 * EDGE) / (levels - 1)
    stops = tuple(round(EDGE + gap * level, 2) for level in range(levels))
    return Track(stops, None if before is None else stops[before], None if now is None else stops[now])
