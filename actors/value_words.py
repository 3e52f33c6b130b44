"""What an actor's values come to, in words: where each stands, how it moved, and what is only our guess.

Plain Python on the words of actors/values.py.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actors.method import VALUES
from actors.values import Said, Standing, standing
from config.looks import LEVEL_WORDS

UP, DOWN, SAME = "Op fra {} til {}", "Ned fra {} til {}", "Uændret"


@dataclass(frozen=True, slots=True)
class ValueStory:
    """One value of an actor: what counts now, the word before it, and our estimate apart from both.

    `number` is 1–5, or None for one of the actor's own. `now` is None where nothing was said. Where we have
    nothing but an estimate it is `now`, and `estimate` is None.
    """

    number: int | None
    name: str
    now: Said | None = None
    before: Said | None = None
    estimate: Said | None = None

    @property
    def is_guess(self) -> bool:
        """Whether what counts is our own estimate."""
        return self.now is not None and not self.now.is_own_word

    @property
    def moved(self) -> str:
        """How the level moved since last time, in words; empty when that cannot be told."""
        return moved_in_words(Standing(self.now, self.before)) if self.now else ""


def stories(said: Iterable[Said]) -> list[ValueStory]:
    """The five values in their order, told or not, then the actor's own by name.

    `said` is given as told over time, the oldest first.
    """
    said = list(said)
    stands = standing(said)
    guesses = standing(one for one in said if not one.is_own_word)
    names = {value.number: value.name for value in VALUES}
    own = [key for key in stands if isinstance(key, str)]
    return [_story(key, names.get(key), stands.get(key), guesses.get(key)) for key in (*names, *own)]


def _story(key: int | str, name: str | None, stands: Standing | None, guess: Standing | None) -> ValueStory:
    number = key if isinstance(key, int) else None
    if stands is None:
        return ValueStory(number, name or "")
    apart = guess.now if guess and stands.now.is_own_word else None
    return ValueStory(number, name or stands.now.name, stands.now, stands.before, apart)


def moved_in_words(stands: Standing) -> str:
    """ "Op fra lidt til meget", "Ned fra noget til ikke nu" or "Uændret"; "" without two levels."""
    if stands.before is None or stands.before.level is None or stands.now.level is None:
        return ""
    words = [LEVEL_WORDS[one.level].lower() for one in (stands.before, stands.now)]
    if stands.moved == 0:
        return SAME
    return (UP if stands.moved > 0 else DOWN).format(*words)


def levels_of(stands: Mapping[int | str, Standing]) -> dict[int, int | None]:
    """The level of each of the five that something was said of; None where words came without a level."""
    return {key: one.now.level for key, one in stands.items() if isinstance(key, int)}


def guessed_of(stands: Mapping[int | str, Standing]) -> frozenset[int]:
    """Those of the five of which we have nothing but our own estimate."""
    return frozenset(key for key, one in stands.items() if isinstance(key, int) and not one.now.is_own_word)
