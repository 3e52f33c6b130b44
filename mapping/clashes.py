"""When two activities are in each other's way, and when one of them could be instead. Plain Python.

Two compete when different organisations plan for the same target group, where the same people can come, and
the times overlap or are on the same evening. It is told to both and settled by people; nothing is forbidden.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

# From then on a family goes to one thing a day.
EVENING = clock(17)
EARLIEST, LATEST = clock(8), clock(22)
# Other days at the same hour are tried first, then other hours of the same day.
DAYS_AWAY = (1, -1, 2, -2, 3, -3)
HOURS_AWAY = (-2, -3, 2, 3)
CHOICES_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Time:
    """One time that something is, as the wall shows it."""

    begin: datetime
    end: datetime

    @property
    def day(self) -> date:
        """The day it begins on."""
        return self.begin.date()

    @property
    def is_evening(self) -> bool:
        """Whether some of it is in the evening of the day it begins on."""
        return self.begin.time() >= EVENING or self.end > self.begin.replace(hour=EVENING.hour, minute=0)

    def overlaps(self, other: "Time") -> bool:
        """Whether any moment is in both."""
        begin, end, its_begin, its_end = (
            one.astimezone(UTC) for one in (self.begin, self.end, other.begin, other.end)
        )
        return begin < its_end and its_begin < end

    def meets(self, other: "Time") -> bool:
        """Whether one could hardly go to both: they overlap, or are on the same evening."""
        same_evening = self.day == other.day and self.is_evening and other.is_evening
        return same_evening or self.overlaps(other)

    def moved(self, by: timedelta) -> "Time":
        """So much later on the wall."""
        return Time(self.begin + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Planned:
    """An activity with the times that count. `area` None is the whole plan; no groups compete with nobody."""

    key: str
    actor: str
    groups: frozenset[str]
    area: str | None
    times: tuple[Time, ...]
    initiative: str | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """Two activities that compete: for whom, whether in one area, and the times, the first one first."""

    one: str
    other: str
    groups: frozenset[str]
    is_same_area: bool
    overlaps: bool
    times: tuple[tuple[Time, Time], ...]


# {area: those that its people walk to}
Neighbours = dict[str, frozenset[str]]


def neighbours_of(pairs: Iterable[tuple[str, str]]) -> Neighbours:
    """Both ways round, from pairs said one way."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {area: frozenset(others) for area, others in found.items()}


def within_reach(one: str | None, other: str | None, neighbours: Neighbours) -> bool:
    """Whether the same people can come: one area, neighbours, or the whole plan."""
    return one is None or other is None or one == other or other in neighbours.get(one, ())


def rivals(one: Planned, other: Planned, neighbours: Neighbours) -> frozenset[str]:
    """The target groups that both are for; none for what is planned together, or out of reach."""
    together = one.initiative is not None and one.initiative == other.initiative
    if one.key == other.key or one.actor == other.actor or together:
        return frozenset()
    return one.groups & other.groups if within_reach(one.area, other.area, neighbours) else frozenset()


def clash_of(one: Planned, other: Planned, neighbours: Neighbours) -> Clash | None:
    """What they compete for and when; None when they do not."""
    groups = rivals(one, other, neighbours)
    if not groups:
        return None
    by_day = _by_day(other.times)
    times = tuple((mine, its) for mine in one.times for its in _near(by_day, mine) if mine.meets(its))
    if not times:
        return None
    overlaps = any(mine.overlaps(its) for mine, its in times)
    return Clash(one.key, other.key, groups, one.area == other.area, overlaps, times)


def clashes(planned: Sequence[Planned], neighbours: Neighbours) -> list[Clash]:
    """All pairs that compete, each once, the soonest first."""
    found = []
    for one, other in _candidates(planned):
        if clash := clash_of(one, other, neighbours):
            found.append(clash)
    return sorted(found, key=lambda clash: (clash.times[0][0].begin, clash.one, clash.other))


def clashes_with(one: Planned, others: Iterable[Planned], neighbours: Neighbours) -> list[Clash]:
    """The pairs that `one` is the first of."""
    found = (clash_of(one, other, neighbours) for other in others)
    return sorted(filter(None, found), key=lambda clash: (clash.times[0][0].begin, clash.other))


def _candidates(planned: Sequence[Planned]) -> Iterator[tuple[Planned, Planned]]:
    """Pairs with a target group and a day in common, each once: few of all there are."""
    there: dict[tuple[str, date], list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for number, one in enumerate(planned):
        days = {day for time in one.times for day in _days(time)}
        for place in ((group, day) for group in sorted(one.groups) for day in sorted(days)):
            for earlier in there[place]:
                if (earlier, number) not in seen:
                    seen.add((earlier, number))
                    yield planned[earlier], one
            there[place].append(number)


def _days(time: Time) -> Iterator[date]:
    for number in range((time.end.date() - time.day).days + 1):
        yield time.day + timedelta(days=number)


def _by_day(times: Iterable[Time]) -> dict[date, list[Time]]:
    found: dict[date, list[Time]] = defaultdict(list)
    for time in times:
        for day in _days(time):
            found[day].append(time)
    return found


def _near(by_day: dict[date, list[Time]], time: Time) -> list[Time]:
    """Those on some day of `time`, each once."""
    return list(dict.fromkeys(one for day in _days(time) for one in by_day.get(day, ())))


def fingerprint(*patterns: tuple) -> str:
    """The same while the two stand at the same times, whichever comes first.

    A pattern is (id, first begin, first end, every so many weeks, until, times that were moved).
    """
    told = "|".join(sorted(repr(tuple(map(str, pattern))) for pattern in patterns))
    return hashlib.sha256(told.encode()).hexdigest()


def other_times(
    one: Planned, others: Iterable[Planned], neighbours: Neighbours, *, now: datetime,
    room_is_free: Callable[[Sequence[Time]], bool] = lambda times: True,
) -> list[timedelta]:  # fmt: skip
    """By how much all of `one` could be moved to be in nobody's way; on the wall, the nearest first.

    CHOICES_AT_MOST of them, none into the past, the night or a room that is taken.
    """
    against = [other for other in others if rivals(one, other, neighbours)]
    found: list[timedelta] = []
    for by in _steps():
        times = tuple(time.moved(by) for time in one.times)
        decent = bool(times) and all(_is_decent(time, now) for time in times)
        if decent and not _meets_any(times, against) and room_is_free(times):
            found.append(by)
        if len(found) == CHOICES_AT_MOST:
            break
    return found


def _steps() -> Iterator[timedelta]:
    yield from (timedelta(days=days) for days in DAYS_AWAY)
    yield from (timedelta(hours=hours) for hours in HOURS_AWAY)
    yield from (timedelta(days=days, hours=hours) for days in DAYS_AWAY for hours in HOURS_AWAY)


def _is_decent(time: Time, now: datetime) -> bool:
    return time.begin > now and time.begin.time() >= EARLIEST and _ends_in_time(time)


def _ends_in_time(time: Time) -> bool:
    return time.end.date() == time.day and time.end.time() <= LATEST


def _meets_any(times: Collection[Time], others: Iterable[Planned]) -> bool:
    for other in others:
        by_day = _by_day(other.times)
        if any(mine.meets(its) for mine in times for its in _near(by_day, mine)):
            return True
    return False
