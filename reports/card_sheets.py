"""The deck of cards on sheets to cut: eight to a sheet of A4, a sheet for each value and one of blanks.

Plain Python; lengths are millimetres. All cards of a sheet have the same back, and the grid stands in the
middle of the paper, so a sheet that is turned over lies on its own cuts.
"""

from dataclasses import dataclass

from config.looks import VALUE_LOOKS, ValueLook
from valuegame.deck import DECK, Card

SHEET = (210, 297)
COLUMNS, ROWS, WIDTH, HEIGHT = 2, 4, 90, 64
LEFT, TOP = (SHEET[0] - COLUMNS * WIDTH) / 2, (SHEET[1] - ROWS * HEIGHT) / 2
# How high the coloured band of a card is, and how far a tick stands off the cards.
BAND, TICK_OFF, TICK = 15, 3, 5
A_SHEET = COLUMNS * ROWS


@dataclass(frozen=True, slots=True)
class CardSheet:
    """Eight cards of one value, the last of them blank; without a value all are blank."""

    look: ValueLook | None
    cards: tuple[Card | None, ...]

    @property
    def name(self) -> str:
        return self.look.name if self.look else "Skriv selv"


def card_sheets() -> tuple[CardSheet, ...]:
    """The whole deck, then a sheet of blanks for the group's own pieces."""
    sheets = []
    for look in VALUE_LOOKS:
        cards = [card for card in DECK if card.value == look.number]
        for start in range(0, len(cards) + 1, A_SHEET):
            sheets.append(CardSheet(look, _filled_up(cards[start : start + A_SHEET])))
    return (*sheets, CardSheet(None, (None,) * A_SHEET))


def _filled_up(cards: list[Card]) -> tuple[Card | None, ...]:
    """The cards, and blanks until the sheet is full."""
    return (*cards, *(None,) * (A_SHEET - len(cards)))


def corners() -> tuple[tuple[float, float], ...]:
    """The upper left corner of each card, row by row from the left."""
    return tuple(
        (LEFT + column * WIDTH, TOP + row * HEIGHT) for row in range(ROWS) for column in range(COLUMNS)
    )


def upright_cuts(*, mirrored: bool = False) -> tuple[float, ...]:
    """Where it is cut from top to bottom; `mirrored` as the sheet lies when it is turned over."""
    cuts = [LEFT + column * WIDTH for column in range(COLUMNS + 1)]
    return tuple(SHEET[0] - x for x in reversed(cuts)) if mirrored else tuple(cuts)


def level_cuts() -> tuple[float, ...]:
    """Where it is cut from side to side; the same when the sheet is turned on its long edge."""
    return tuple(TOP + row * HEIGHT for row in range(ROWS + 1))


def cut_path(*, mirrored: bool = False) -> str:
    """All cuts as one path."""
    down = "".join(f"M{x} {TOP}v{ROWS * HEIGHT}" for x in upright_cuts(mirrored=mirrored))
    return down + "".join(f"M{LEFT} {y}h{COLUMNS * WIDTH}" for y in level_cuts())


def ticks(*, mirrored: bool = False) -> str:
    """The short lines outside the cards, as one path."""
    right, bottom = LEFT + COLUMNS * WIDTH, TOP + ROWS * HEIGHT
    down = (
        f"M{x} {TOP - TICK_OFF - TICK}v{TICK}M{x} {bottom + TICK_OFF}v{TICK}"
        for x in upright_cuts(mirrored=mirrored)
    )
    across = (f"M{LEFT - TICK_OFF - TICK} {y}h{TICK}M{right + TICK_OFF} {y}h{TICK}" for y in level_cuts())
    return "".join((*down, *across))
