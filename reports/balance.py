"""The balance strip: every actor as its mark on one axis, from forgotten over in balance to overburdened."""

from collections.abc import Iterable
from dataclasses import dataclass

from actors.care import PLACE_NAMES, Balance
from actors.care_queries import Cared
from config.danish import capitalised

# The strip in units of its own drawing: the ground line, and each zone's left end and width.
GROUND, HEIGHT = 188, 176
LANES = {Balance.FORGOTTEN: (0, 62), Balance.IN_BALANCE: (75, 150), Balance.OVERBURDENED: (238, 62)}
# The room of one mark: the largest at which all have a place; what there is no room for is said in words.
STEPS = (28, 20, 14)


@dataclass(frozen=True)
class StripMark:
    """One actor's mark: its upper left corner."""

    kind: str
    x: float
    y: float


@dataclass(frozen=True)
class Strip:
    """What the template draws. `left_out` are those there was no room to draw."""

    marks: tuple[StripMark, ...]
    size: int
    counts: dict[Balance, int]
    label: str
    left_out: int

    @property
    def zones(self) -> list[tuple[str, int]]:
        """(name, number) from left to right."""
        return [(PLACE_NAMES[place], self.counts[place]) for place in Balance]

    @property
    def total(self) -> int:
        """All actors on the axis."""
        return sum(self.counts.values())


def strip_of(rows: Iterable[Cared], counts: dict[Balance, int]) -> Strip:
    """The strip of these actors, in the order given: from the left, row upon row."""
    step = _step_for(counts)
    marks, filled = [], dict.fromkeys(Balance, 0)
    for row in rows:
        place = filled[row.place]
        filled[row.place] += 1
        if place < _room(row.place, step):
            marks.append(_mark(row, place, step))
    words = ", ".join(f"{PLACE_NAMES[place].lower()}: {counts[place]}" for place in Balance)
    label = f"{capitalised(words)}. Listen siger det samme."
    return Strip(tuple(marks), step - 2, counts, label, sum(filled.values()) - len(marks))


def _room(place: Balance, step: int) -> int:
    """How many marks a zone holds."""
    return LANES[place][1] // step * (HEIGHT // step)


def _step_for(counts: dict[Balance, int]) -> int:
    """The largest step at which every zone holds its marks, else the smallest."""
    fits = (step for step in STEPS if all(counts[place] <= _room(place, step) for place in Balance))
    return next(fits, STEPS[-1])


def _mark(row: Cared, place: int, step: int) -> StripMark:
    """The mark at its place in the zone, which stands in the middle of what it does not fill."""
    left, width = LANES[row.place]
    columns = width // step
    x = left + (width - columns * step) / 2 + place % columns * step
    return StripMark(row.kind, x + 1, GROUND - (place // columns + 1) * step)
