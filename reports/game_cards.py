"""The cards with positive changes as they are drawn: eight to a sheet, front and back."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from config.drawings import icon, icon_at
from config.looks import INK, WHITE
from reports.card_sheets import BAND, HEIGHT, SHEET, WIDTH, CardSheet, card_sheets, corners, cut_path, ticks
from reports.occasion import Occasion
from valuegame.deck import Gives
from valuegame.standing import OWN_FILL, OWN_ICON

OWN_SOFT = "#EDF3F2"
# The small disc on the band, and the large one on the back.
DISC, SMALL_ICON, LARGE_DISC, LARGE_ICON = 5, 6.2, 13, 16
# What the area gets has a shape too.
GIVES_ICONS = {
    Gives.COHESION: "waypoints",
    Gives.ATTRACTION: "magnet",
    Gives.OWNERSHIP: "flag",
    Gives.SERVICES: "sliders-horizontal",
}


@dataclass(frozen=True, slots=True)
class Corner:
    """One card's place on the sheet and its icons there, on the front and on the back."""

    x: float
    y: float
    small: SafeString
    large: SafeString


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """A sheet of cards with its colours."""

    sheet: CardSheet
    fill: str
    on: str
    soft: str
    corners: tuple[Corner, ...]

    @property
    def rows(self) -> list[tuple]:
        """(card or None, icon of what the area gets) in order."""
        return [
            (card, icon(GIVES_ICONS[card.gives]) if card and card.gives else "") for card in self.sheet.cards
        ]


def card_context(occasion: Occasion) -> dict:
    """The whole deck; it is the same for every game."""
    return {
        "sheets": [_drawn(sheet) for sheet in card_sheets()],
        "size": SHEET, "card": (WIDTH, HEIGHT), "band": BAND, "disc": DISC, "large_disc": LARGE_DISC,
        "front_cuts": cut_path(), "back_cuts": cut_path(mirrored=True),
        "front_ticks": ticks(), "back_ticks": ticks(mirrored=True),
        "ink": INK, "white": WHITE,
        "gives": [(icon(name), str(one)) for one, name in GIVES_ICONS.items()],
    }  # fmt: skip


def _drawn(sheet: CardSheet) -> DrawnSheet:
    look = sheet.look
    name = look.icon if look else OWN_ICON
    drawn = tuple(
        Corner(
            x, y,
            icon_at(name, x + 11, y + BAND / 2, SMALL_ICON),
            icon_at(name, x + WIDTH / 2, y + HEIGHT / 2 - 6, LARGE_ICON),
        )
        for x, y in corners()
    )  # fmt: skip
    colours = (look.fill, look.on, look.soft) if look else (OWN_FILL, INK, OWN_SOFT)
    return DrawnSheet(sheet, *colours, drawn)
