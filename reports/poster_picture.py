"""The sun poster as shapes and words: five rays to the edge, white fields, and what an actor said in them.

Lengths are millimetres of the A3 sheet; A4 is the same drawing at 70.7 %. The middle of the sun stands on the
lower edge, and the artwork goes BLEED past the paper on every side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actors.method import VALUES, Value
from config import drawings
from config.geometry import ray_angles, ray_to_border, wedge
from config.looks import INK, VALUE_LOOKS, WHITE, ValueLook, level_word
from reports.fields import Disc, Sector
from reports.fitting import Fitted, fit, how_many_fit

WIDTH, HEIGHT, BLEED = 420, 297, 3
# The corner of the artwork is the origin of the drawing.
SHEET = (WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
MIDDLE = (WIDTH / 2 + BLEED, HEIGHT + BLEED)
SUN, RING = 60, 66
FIELD, GAP = (84, 157), 3.6
BANDS = ((68.2, 72), (73.4, 77.2), (78.6, 82.4))
# Text keeps this far from the paper's edge, and this far from a field's border.
SAFE, PAD = 8.5, 4
# Font sizes from the largest; 4.9 mm is 9.8 pt on A4, and nothing is smaller.
WORDS = (7.6, 7, 6.4, 5.8, 5.3, 4.9)
NAMES = (10.5, 9.4, 8.4, 7.4, 6.4, 5.6, 4.9)
NAME_FIELD = Disc(radius=56, top=-41, bottom=-19)
# The panel for values of their own: width of a line, size, and how many lines.
OWN_WIDTH, OWN_SIZE, OWN_LINES = 90, 4.9, 3
ICON, ICON_AT = 10.4, {1: (35, 189), 2: (88, 52), 3: (210, 30), 4: (332, 52), 5: (386, 188)}
# Where a name goes on in the next line; together they are the name.
NAME_LINES = {
    1: ("Bredere", "målgruppe"),
    2: ("Øget", "faglighed"),
    3: ("Stærkere", "samarbejdsgrundlag"),
    4: ("Større", "socialt ansvar"),
    5: ("Adgang", "til flere", "ressourcer"),
}
GIVES = "Kan give:"


def disc(radius: float) -> str:
    """Half a disc round the middle of the sun, and what of it goes past the paper below."""
    (x, y), bottom = MIDDLE, SHEET[1]
    return f"M{x - radius} {bottom}V{y}A{radius} {radius} 0 0 1 {x + radius} {y}V{bottom}Z"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said of one value: `value` is 1–5, or None for one of their own called `name`."""

    value: int | None = None
    name: str = ""
    level: int | None = None
    gains: str = ""
    gives: str = ""

    @property
    def level_in_words(self) -> str:
        """How much it means to them; nothing where they have words for it and no level."""
        if self.level is not None:
            return level_word(self.level)
        return "" if self.has_words else level_word(None)

    @property
    def title(self) -> str:
        """The value's name."""
        return self.name if self.value is None else VALUE_LOOKS[self.value - 1].name

    @property
    def has_words(self) -> bool:
        """Whether something was written, beside the level."""
        return bool(self.gains.strip() or self.gives.strip())


@dataclass(frozen=True, slots=True)
class Band:
    """One of the three bands of a level."""

    path: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class PosterRay:
    """One ray: what is drawn of it, and what is said in it. Without `spoken` the field is for a pen."""

    value: Value
    look: ValueLook
    path: str
    field: str
    icon: str
    icon_at: tuple[float, float]
    spoken: Spoken | None = None
    bands: tuple[Band, ...] = ()
    words: Fitted | None = None

    @property
    def name_lines(self) -> tuple[str, ...]:
        """The name as it is broken."""
        return NAME_LINES[self.value.number]

    @property
    def read_aloud(self) -> str:
        """The field's words in one piece, for those who hear the poster."""
        return " ".join(line.text for line in self.words.lines) if self.words else ""


@dataclass(frozen=True, slots=True)
class Poster:
    """The whole poster, empty or filled."""

    rays: tuple[PosterRay, ...]
    name: Fitted | None = None
    # Values of their own in a line each, and how many more there are.
    own: tuple[str, ...] = ()
    own_left_out: int = 0
    # All that was said, when the fields do not hold it.
    overleaf: tuple[Spoken, ...] = ()

    sheet = SHEET
    middle = MIDDLE
    ink = INK
    strips = (
        (f"M0 {MIDDLE[1]}H{MIDDLE[0]}V{SHEET[1]}H0Z", VALUE_LOOKS[0].fill),
        (f"M{SHEET[0]} {MIDDLE[1]}H{MIDDLE[0]}V{SHEET[1]}H{SHEET[0]}Z", VALUE_LOOKS[-1].fill),
    )
    # The white ring, and the sun in it.
    discs = tuple((disc(radius), fill) for radius, fill in ((RING, WHITE), (SUN, VALUE_LOOKS[-1].fill)))


def empty_poster() -> Poster:
    """With white fields to write in."""
    return Poster(rays=tuple(_ray(value) for value in VALUES))


def filled_poster(name: str, said: Iterable[Spoken], short_name: str = "") -> Poster:
    """With what the actor called `name` said; values that were not spoken of stay white.

    A name that the sun has no room for gives way to the short one, if there is one.
    """
    said = list(said)
    by_value = {one.value: one for one in said if one.value is not None}
    own = [one for one in said if one.value is None]
    rays = tuple(_ray(value, by_value.get(value.number, Spoken(value.number))) for value in VALUES)
    lines = tuple(_own_line(one) for one in own)
    room = how_many_fit(lines, OWN_WIDTH, OWN_SIZE, OWN_LINES)
    fields = [_name_field(name, short_name), *(ray.words for ray in rays)]
    needs_more = any(field.is_cut for field in fields) or room < len(own) or any(one.has_words for one in own)
    return Poster(
        rays=rays,
        name=fields[0],
        own=lines[:room],
        own_left_out=len(own) - room,
        overleaf=_in_order(said) if needs_more else (),
    )


def _name_field(name: str, short_name: str) -> Fitted:
    whole = fit([name], NAME_FIELD, NAMES, heading=True)
    return fit([short_name], NAME_FIELD, NAMES, heading=True) if whole.is_cut and short_name else whole


def _own_line(one: Spoken) -> str:
    return " · ".join(filter(None, (one.name, one.level_in_words.lower())))


def _in_order(said: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """The five in their order, then their own; those of which something was said."""
    spoken = [one for one in said if one.has_words or one.level is not None or one.value is None]
    return tuple(sorted(spoken, key=lambda one: one.value or len(VALUES) + 1))


def _ray(value: Value, spoken: Spoken | None = None) -> PosterRay:
    """The ray of a value; with `spoken` its bands and words."""
    start, end = ray_angles(value.number)
    inside = start + GAP, end - GAP
    at = ICON_AT[value.number][0] + BLEED, ICON_AT[value.number][1] + BLEED
    value_look = VALUE_LOOKS[value.number - 1]
    return PosterRay(
        value=value,
        look=value_look,
        path=ray_to_border(*MIDDLE, SUN, SHEET[0], MIDDLE[1], start, end),
        field=wedge(*MIDDLE, *FIELD, *inside),
        icon=drawings.icon_at(value_look.icon, at[0], at[1], ICON),
        icon_at=at,
        spoken=spoken,
        bands=_bands(spoken.level, inside) if spoken else (),
        words=_words(spoken, inside) if spoken else None,
    )


def _bands(level: int | None, inside: tuple[float, float]) -> tuple[Band, ...]:
    """The three bands from the sun outwards, as many of them on as the level says."""
    return tuple(
        Band(wedge(*MIDDLE, *radii, *inside), is_on=number <= (level or 0))
        for number, radii in enumerate(BANDS, start=1)
    )


def _words(spoken: Spoken, inside: tuple[float, float]) -> Fitted:
    """Their words in the field of the ray."""
    gives = f"{GIVES} {spoken.gives}" if spoken.gives.strip() else ""
    return fit([spoken.gains, gives], Sector(*FIELD, *inside, PAD, SAFE), WORDS)
