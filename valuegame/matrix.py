"""Who gives whom what, as a table of numbers: a row for each giver, a column for each receiver. Plain Python.

Names stand at the rows alone; a column has its organisation's number. Lengths as in valuegame/board.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from config.danish import number_word
from valuegame.board import ACROSS, DOWN, LARGE_NAME_SIZE, LEFT, NAME_SIZE, TOP
from valuegame.rules import Kind, Pledge
from valuegame.standing import Place, Standing, named
from valuegame.wall_text import Text, name_lines, said

NUMBER_AT, MARK_AT, NAME_AT = 30, 92, 130
DOT_AT_MOST = 26


@dataclass(frozen=True, slots=True)
class Giver:
    """One row: number, mark and name, and the middle of the row."""

    number: int
    place: Place
    y: float
    scale: float
    name: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What one gives another: how many things, and whether all of them are agreed."""

    giver: str
    receiver: str
    x: float
    y: float
    count: int
    agreed: bool


@dataclass(frozen=True, slots=True)
class Newest:
    """What was said last, with both names."""

    giver: str
    receiver: str
    what: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table as drawn; `own` are the fields in which one would give to oneself."""

    givers: tuple[Giver, ...]
    columns: tuple[tuple[int, float], ...]
    # Their upper left corners.
    own: tuple[tuple[float, float], ...]
    given: tuple[Given, ...]
    width: float
    height: float
    dot: float
    newest: Newest | None

    @property
    def lines(self) -> tuple[float, ...]:
        """Where the rows end."""
        return tuple(round(TOP + self.height * row, 2) for row in range(len(self.givers) + 1))

    @property
    def uprights(self) -> tuple[float, ...]:
        """Where the columns end."""
        return tuple(round(LEFT + self.width * column, 2) for column in range(len(self.columns) + 1))

    @property
    def says(self) -> str:
        """The table in words."""
        said = [
            f"{one.giver} giver {one.receiver} {number_word(one.count, neuter=True)}" for one in self.given
        ]
        return ". ".join(["Hvem giver hvem", *said]) + "."


def matrix_of(standing: Standing, shown: Sequence[Place]) -> Matrix:
    """The table of all receivers, with the givers that the wall shows."""
    seats = [place.id for place in standing.places]
    width, height = ACROSS / max(1, len(seats)), DOWN / max(1, len(shown))
    across = {seat: round(LEFT + width * (at + 0.5), 2) for at, seat in enumerate(seats)}
    down = {place.id: round(TOP + height * (at + 0.5), 2) for at, place in enumerate(shown)}
    size = LARGE_NAME_SIZE if standing.table.is_on(Kind.SMALL) else NAME_SIZE
    pledges = [one for one in standing.table.pledges() if one.giver in across and one.receiver in across]
    return Matrix(
        givers=tuple(
            Giver(
                seats.index(one.id) + 1, one, down[one.id], 2.0 if height >= 75 else 1.6,
                name_lines(one.name, NAME_AT, down[one.id], size, LEFT - 12, height),
            )
            for one in shown
        ),
        columns=tuple((at + 1, across[seat]) for at, seat in enumerate(seats)),
        own=tuple((round(across[seat] - width / 2, 2), round(y - height / 2, 2)) for seat, y in down.items()),
        given=_given(pledges, across, down, named(standing.places)),
        width=round(width, 2),
        height=round(height, 2),
        dot=round(min(DOT_AT_MOST, height / 2 - 4), 2),
        newest=_newest(standing, pledges[-1]) if pledges else None,
    )  # fmt: skip


def _given(
    pledges: Sequence[Pledge], across: dict[str, float], down: dict[str, float], names: Mapping[str, str]
) -> tuple[Given, ...]:
    """What stands in the fields, those that are shown."""
    fields: dict[tuple[str, str], list[Pledge]] = {}
    for one in pledges:
        if one.giver in down:
            fields.setdefault((one.giver, one.receiver), []).append(one)
    return tuple(
        Given(
            names[giver],
            names[receiver],
            across[receiver],
            down[giver],
            len(both),
            all(one.agreed for one in both),
        )
        for (giver, receiver), both in fields.items()
    )


def _newest(standing: Standing, one: Pledge) -> Newest:
    giver, receiver = standing.place(one.giver), standing.place(one.receiver)
    return Newest(giver.name, receiver.name, said(one.what))
