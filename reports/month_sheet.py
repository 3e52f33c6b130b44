"""A month on one sheet: how much of each day stands there, and how many are left out. Plain Python.

Lengths are millimetres of the table in templates/print/calendar.html and static/css/print-calendar.css.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reports.fitting import lines_of, shortened

# What the sheet has for its weeks, below the heading and above the foot.
ROOM = 163
# 8 points, and a line of it.
SIZE, LINE = 2.83, 3.39
WIDTH, EDGES, GAP = 36.6, 2.7, 0.6
# No week is lower than one of these, the first that all of them have room for: one can write in it.
LOWEST = (40, 36, 32, 28, 24, 20, 16)
# A title of so many letters fills three lines with its hour.
TITLE_AT_MOST = 56
LINES_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Written:
    """One time of something as it stands in a day."""

    hours: str
    title: str
    place: str = ""
    is_off: bool = False
    is_event: bool = False

    @property
    def lines(self) -> int:
        """How many lines it fills."""
        words = (self.hours, self.title, f"· {self.place}" if self.place else "", "Aflyst" * self.is_off)
        return lines_of(" ".join(words), WIDTH, SIZE)


@dataclass(frozen=True, slots=True)
class Box:
    """A day of the month, or, not `is_inside`, of the one beside it; `left_out` is how many do not stand."""

    number: int
    name: str = ""
    is_inside: bool = True
    written: tuple[Written, ...] = ()
    left_out: int = 0

    @property
    def heights(self) -> list[float]:
        """How high it is with none, one, two … of what is in it, and the line that counts the rest."""
        bare = EDGES + lines_of(f"{self.number}. {self.name}", WIDTH, SIZE) * LINE
        sums = accumulate((one.lines * LINE + GAP for one in self.written), initial=bare)
        last = len(self.written)
        return [height + (LINE + GAP if number < last else 0) for number, height in enumerate(sums)]

    def capped(self, most: int) -> "Box":
        """With so many at most."""
        return replace(self, written=self.written[:most], left_out=max(len(self.written) - most, 0))


Row = Sequence[Box]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The weeks as they stand, none lower than `lowest`."""

    weeks: list[list[Box]]
    lowest: int

    @property
    def is_cut(self) -> bool:
        """Whether something did not get a place."""
        return any(day.left_out for week in self.weeks for day in week)


def on_one_sheet(weeks: Sequence[Row], room: float = ROOM) -> Sheet:
    """The weeks with as much as there is room for; the fullest week gives way first, and keeps one a day."""
    full = [[replace(day, written=tuple(map(_brief, day.written))) for day in week] for week in weeks]
    heights = [_heights(week) for week in full]
    caps = [len(there) - 1 for there in heights]
    while _sum(heights, caps, LOWEST[-1]) > room and max(caps) > 1:
        most = max((at for at, cap in enumerate(caps) if cap > 1), key=lambda at: heights[at][caps[at]])
        caps[most] -= 1
    lowest = next((low for low in LOWEST if _sum(heights, caps, low) <= room), LOWEST[-1])
    return Sheet([[day.capped(cap) for day in week] for week, cap in zip(full, caps, strict=True)], lowest)


def _sum(heights: Sequence[Sequence[float]], caps: Sequence[int], lowest: int) -> float:
    """How high all weeks are, each with its number a day."""
    return sum(max(lowest, there[cap]) for there, cap in zip(heights, caps, strict=True))


def _heights(week: Row) -> list[float]:
    """How high the week is with at most none, one, two … a day."""
    days = [day.heights for day in week]
    return [max(day[min(cap, len(day) - 1)] for day in days) for cap in range(max(map(len, days)))]


def _brief(one: Written) -> Written:
    """In three lines: without its place if that does not fit, and with a long title cut."""
    if one.lines <= LINES_AT_MOST:
        return one
    return replace(one, place="", title=shortened(one.title, TITLE_AT_MOST))
