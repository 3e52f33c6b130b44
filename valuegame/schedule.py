"""Minutes for each step, so that they add up to the time there is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from valuegame.method import BREAK, BREAK_FROM, BREAK_MINUTES, BREAK_NAME, Step


class TooShort(ValueError):
    """The steps cannot be done in so few minutes; `least` says how many they take."""

    def __init__(self, least: int):
        super().__init__(f"at least {least} minutes")
        self.least = least


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the schedule, in whole minutes; the break has no number."""

    key: str
    name: str
    minutes: int
    number: int | None


def least_minutes(steps: Iterable[Step]) -> int:
    """How short a game with these steps can be."""
    return sum(step.least for step in steps)


def plan_minutes(steps: Iterable[Step], total: int) -> dict[str, int]:
    """Minutes by step, and by BREAK in a long game; they add up to `total`. Raises TooShort.

    Each step gets what it cannot do without; what is left is shared out by `share`, the largest remainders
    first, so that no minute is lost.
    """
    steps = tuple(steps)
    pause = BREAK_MINUTES if total >= BREAK_FROM else 0
    least = least_minutes(steps)
    if total - pause < least:
        raise TooShort(least)
    wanted = _shared_out(steps, total - pause)
    if pause:
        wanted[BREAK] = pause
    return wanted


def _shared_out(steps: tuple[Step, ...], total: int) -> dict[str, int]:
    """`total` minutes by `share`, none below its least."""
    minutes = {step.key: step.least for step in steps}
    shares = sum(step.share for step in steps)
    # How far each is from its fair share; those above it already get nothing more.
    short = {step.key: max(0.0, total * step.share / shares - step.least) for step in steps}
    free, missing = total - sum(minutes.values()), sum(short.values())
    exact = {key: free * part / missing if missing else free / len(steps) for key, part in short.items()}
    for key, part in exact.items():
        minutes[key] += int(part)
    left = total - sum(minutes.values())
    for key in sorted(exact, key=lambda key: (int(exact[key]) - exact[key], key))[:left]:
        minutes[key] += 1
    return minutes


def lines(steps: Iterable[Step], minutes: Mapping[str, int]) -> tuple[Line, ...]:
    """The schedule in the order it is played, the break after the round of telling."""
    found = []
    for number, step in enumerate(steps, start=1):
        found.append(Line(step.key, step.name, minutes[step.key], number))
        if step.key == "tell" and BREAK in minutes:
            found.append(Line(BREAK, BREAK_NAME, minutes[BREAK], None))
    return tuple(found)


def following(lines: Iterable[Line], key: str, by: int = 1) -> str | None:
    """The key of the line `by` places after the one called `key` (before it when negative), or None.

    Before the first is the lobby, of which only what comes after is asked.
    """
    keys = [line.key for line in lines]
    at = (keys.index(key) if key in keys else -1) + by
    return keys[at] if 0 <= at < len(keys) else None
