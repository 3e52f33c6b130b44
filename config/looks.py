"""What the kinds of actor, the five values and the five forms look like, on screen and in print.

A shape and a colour mean one thing each. A colour is changed here only together with the figures in
tests/config/test_geometry.py, which hold contrast and the distances that colour-blind readers see.
"""

from dataclasses import dataclass

INK = "#16282A"
WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class KindLook:
    """One kind of actor: outline round (0, 0) in a box of about ±12 units, colours and lucide icon."""

    kind: str
    short: str
    plural: str
    fill: str
    icon_colour: str
    icon: str
    outline: str


_HOUSE = "M0-11.5L11-2.6V9.6A1.6 1.6 0 0 1 9.4 11.2H-9.4A1.6 1.6 0 0 1-11 9.6V-2.6Z"
_SQUARE = (
    "M-9.2-10.4H9.2A1.2 1.2 0 0 1 10.4-9.2V9.2A1.2 1.2 0 0 1 9.2 10.4"
    "H-9.2A1.2 1.2 0 0 1-10.4 9.2V-9.2A1.2 1.2 0 0 1-9.2-10.4Z"
)
_CIRCLE = "M0-11.4A11.4 11.4 0 1 1 0 11.4A11.4 11.4 0 1 1 0-11.4Z"
_HEXAGON = "M-6.1-10.9H6.1L12 0L6.1 10.9H-6.1L-12 0Z"
_DIAMOND = "M0-13.2L13.2 0L0 13.2L-13.2 0Z"
_TAPERED = "M-12-9.4H12L8.2 10.6H-8.2Z"

KIND_LOOKS = {
    look.kind: look
    for look in (
        KindLook("housing", "Bolig", "Boligrelaterede organisationer", "#9E3708", WHITE, "house", _HOUSE),
        KindLook("municipal", "Kommune", "Kommunale institutioner", "#0B3D9E", WHITE, "landmark", _SQUARE),
        KindLook("voluntary", "Frivillig", "Frivillige organisationer", "#EA81BF", INK, "heart", _CIRCLE),
        KindLook("resident", "Beboere", "Beboerdrevne foreninger", "#E2C15A", INK, "megaphone", _HEXAGON),
        KindLook("business", "Erhverv", "Erhvervsdrivende", "#1C7F73", WHITE, "store", _DIAMOND),
        KindLook("other", "Andre", "Andre aktører", "#24343A", WHITE, "shapes", _TAPERED),
    )
}


@dataclass(frozen=True, slots=True)
class ValueLook:
    """One of the five values: fill, text on the fill, text on light, soft ground, and lucide icon."""

    number: int
    name: str
    short: str
    fill: str
    on: str
    deep: str
    soft: str
    icon: str


# In the fixed order of the sun, from the left.
VALUE_LOOKS = (
    ValueLook(1, "Bredere målgruppe", "Målgruppe", "#69BDEC", INK, "#0F5C91", "#E1F1FB", "users-round"),
    ValueLook(2, "Øget faglighed", "Faglighed", "#571A87", WHITE, "#571A87", "#F0E6F7", "graduation-cap"),
    ValueLook(
        3, "Stærkere samarbejdsgrundlag", "Samarbejde", "#04664A", WHITE, "#04664A", "#DDF0E8", "handshake"
    ),
    ValueLook(4, "Større socialt ansvar", "Ansvar", "#EF774B", INK, "#A93A14", "#FDE7DD", "hand-heart"),
    ValueLook(
        5, "Adgang til flere ressourcer", "Ressourcer", "#FFCF34", INK, "#745000", "#FFF3CC", "key-round"
    ),
)

# Line weight in px by form of collaboration, 1 to 5: looser is thinner.
FORM_WEIGHTS = {1: 1.5, 2: 3, 3: 5, 4: 7, 5: 10}
# A possible match is a dotted line.
MATCH_COLOUR, MATCH_WEIGHT, MATCH_DASHES = "#A93A14", 3, "2 9"

# How much a value means to an actor: as many bands of its ray are filled.
LEVEL_WORDS = ("Ikke nu", "Lidt", "Noget", "Meget")
NOT_SPOKEN_OF = "Ikke talt om"


def level_word(level: int | None) -> str:
    """The word for a level 0 to 3; None is a value that was not spoken of."""
    return NOT_SPOKEN_OF if level is None else LEVEL_WORDS[level]
