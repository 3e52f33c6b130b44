"""What is known of an actor's values: the latest word on each, and how it moved. Plain Python.

Sources are kept apart. What an actor said itself (talk, interview, game) always outweighs our own estimate,
however fresh that is; among its own words the latest counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one value once: `value` is 1–5, or None for one of the actor's own called `name`.

    `level` is 0–3, or None where words were written and no level chosen. `source` is a value of Source.
    """

    on: date
    source: str
    value: int | None = None
    name: str = ""
    level: int | None = None
    gains: str = ""
    gives: str = ""

    @property
    def key(self) -> int | str:
        """What it is about: the number, or the folded name of an own value."""
        return self.value if self.value is not None else " ".join(self.name.casefold().split())

    @property
    def is_own_word(self) -> bool:
        """Whether the actor said so itself; else it is our estimate."""
        return self.source != ESTIMATE

    @property
    def says_something(self) -> bool:
        """Whether there is a level or a word."""
        return self.level is not None or bool(self.gains or self.gives)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one value stands now: what counts, and the word before it of the same kind, if any."""

    now: Said
    before: Said | None = None

    @property
    def moved(self) -> int:
        """How many levels it has risen (or fallen, below 0) since last time; 0 when that cannot be told."""
        if self.before is None or self.before.level is None or self.now.level is None:
            return 0
        return self.now.level - self.before.level


def standing(said: Iterable[Said]) -> dict[int | str, Standing]:
    """The latest word on each value, by `Said.key`: the five in order, then the actor's own by name.

    Of words of the same day the one given last in `said` counts. An empty word counts for nothing.
    """
    by_key: dict[int | str, list[Said]] = {}
    for one in said:
        if one.says_something:
            by_key.setdefault(one.key, []).append(one)
    found = {key: _latest(words) for key, words in by_key.items()}
    return dict(sorted(found.items(), key=lambda item: (isinstance(item[0], str), item[0])))


def _latest(words: list[Said]) -> Standing:
    own = [one for one in words if one.is_own_word]
    ordered = sorted(own or words, key=lambda one: one.on)
    return Standing(ordered[-1], ordered[-2] if len(ordered) > 1 else None)
