"""How a game stands, as every screen reads it: who sits where, which pieces there are, what step it is.

Wall, facilitator, phones and summary are all made from one Standing, so they cannot disagree. Plain data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from config.looks import INK, VALUE_LOOKS
from valuegame.method import BREAK, BREAK_NAME, BY_KEY, Step
from valuegame.rules import LOBBY, Hand, Table, Timer
from valuegame.schedule import Line, following

# The group's own pieces have one look: the five colours mean the five values.
OWN_FILL, OWN_ICON = "#C9DAD8", "puzzle"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the puzzle: `key` is "1" to "5", or the id of one of the group's own."""

    key: str
    name: str
    short: str
    icon: str
    fill: str
    # The colour of words and icon on the fill.
    on: str

    @property
    def is_own(self) -> bool:
        """Whether the group made it itself."""
        return not self.key.isdigit()


FIVE = tuple(
    Piece(str(look.number), look.name, look.short, look.icon, look.fill, look.on) for look in VALUE_LOOKS
)


@dataclass(frozen=True, slots=True)
class Place:
    """One organisation at the table and what it has laid. `actor` is the id of the actor, or ""."""

    id: str
    name: str
    kind: str
    hand: Hand
    actor: str = ""


@dataclass(frozen=True)
class Standing:
    """The whole game as it stands after `version` moves."""

    title: str
    about: str
    version: int
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    table: Table

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The five and the group's own, in the order of the columns."""
        own = self.table.own_pieces().items()
        return (*FIVE, *(Piece(key, name, name, OWN_ICON, OWN_FILL, INK) for key, name in own))

    def piece(self, key: str) -> Piece | None:
        """The piece called `key`, if there is one."""
        return next((piece for piece in self.pieces if piece.key == key), None)

    def place(self, seat: str) -> Place | None:
        """The organisation at that seat, if it is at the table."""
        return next((place for place in self.places if place.id == seat), None)

    # -- where the game is

    @cached_property
    def key(self) -> str:
        """The open step: a step's key, BREAK or LOBBY; one that was left out since is the lobby."""
        key = self.table.step
        return key if any(line.key == key for line in self.lines) else LOBBY

    @cached_property
    def line(self) -> Line | None:
        """The schedule's line of the open step; None in the lobby."""
        return next((line for line in self.lines if line.key == self.key), None)

    @cached_property
    def step(self) -> Step | None:
        """The open step with its words; None in the lobby and in the break."""
        return BY_KEY.get(self.key)

    @cached_property
    def heading(self) -> str:
        """What all screens call the open step."""
        if self.key == BREAK:
            return BREAK_NAME
        return self.step.name if self.step else "Velkommen"

    @cached_property
    def number(self) -> int | None:
        """Which of the numbered steps it is; None in the lobby and in the break."""
        return self.line.number if self.line else None

    @cached_property
    def numbered(self) -> int:
        """How many numbered steps the game has."""
        return sum(1 for line in self.lines if line.number is not None)

    def next_key(self, by: int = 1) -> str | None:
        """The key of the step after the open one (`by` -1: before it, the lobby before the first)."""
        found = following(self.lines, self.key, by)
        return LOBBY if found is None and by < 0 and self.key != LOBBY else found

    def seconds_left(self, now: float) -> int | None:
        """Whole seconds left of the step at `now` (since 1970), below zero afterwards; None in the lobby."""
        return self.table.timer.left(60 * self.line.minutes, now) if self.line else None

    def teller_seconds_left(self, now: float) -> int | None:
        """Whole seconds left of the turn of the one who tells; None when nobody does."""
        return self.teller_timer.left(self.teller_seconds, now) if self.teller_timer else None

    @cached_property
    def teller_timer(self) -> Timer | None:
        """The clock of the one who tells; None when nobody does."""
        return self.table.teller_timer if self.key == "tell" and self.teller else None

    @cached_property
    def teller(self) -> Place | None:
        """The one who tells, if it is at the table."""
        return self.place(self.table.teller)

    @cached_property
    def teller_seconds(self) -> int:
        """How long each has to tell, when all get the same."""
        return round(60 * self.line.minutes / max(1, len(self.places))) if self.line else 0

    @cached_property
    def minutes_after(self) -> int:
        """Planned minutes of the steps that come after the open one."""
        keys = [line.key for line in self.lines]
        after = keys.index(self.key) + 1 if self.key in keys else 0
        return sum(line.minutes for line in self.lines[after:])

    @cached_property
    def hides_hands(self) -> bool:
        """Whether what the others laid is still hidden. From the telling on, all is open."""
        keys = [line.key for line in self.lines]
        told = self.key in keys and keys.index(self.key) >= keys.index("tell")
        return not (told or self.table.is_revealed)


def named(places: Sequence[Place]) -> Mapping[str, str]:
    """{seat: name}, for sentences."""
    return {place.id: place.name for place in places}
