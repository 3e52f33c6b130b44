"""What the facilitator's screen shows: the steps, who has done what, what to watch for, what to take back.

Plain Python; times in seconds since 1970.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from config.danish import count, join_names
from valuegame.puzzle import after_teller, has_laid, starred, unmet
from valuegame.rules import Kind, Move
from valuegame.schedule import Line
from valuegame.standing import Place, Standing

DONE, NOW, COMING = "done", "now", "coming"


@dataclass(frozen=True, slots=True)
class StepRow:
    """One line of the schedule, and whether it is over, open or to come."""

    line: Line
    state: str


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One organisation, what it has done in this step in a few words, and whether it is waited for."""

    place: Place
    says: str
    waits: bool


def steps(standing: Standing) -> tuple[StepRow, ...]:
    """The schedule with where the game is."""
    keys = [line.key for line in standing.lines]
    at = keys.index(standing.key) if standing.key in keys else -1
    return tuple(
        StepRow(line, NOW if number == at else DONE if number < at else COMING)
        for number, line in enumerate(standing.lines)
    )


def finished_at(standing: Standing, now: float) -> float:
    """When the game is over, if the open step keeps its time and the rest takes what was planned."""
    return now + max(0, standing.seconds_left(now) or 0) + 60 * standing.minutes_after


def seat_rows(standing: Standing) -> tuple[SeatRow, ...]:
    """Those at the table with what matters in this step."""
    return tuple(_seat_row(standing, place) for place in standing.places)


def _seat_row(standing: Standing, place: Place) -> SeatRow:
    hand = place.hand
    if standing.number is None or standing.key == "welcome":
        return SeatRow(place, "Er med" if hand.joined else "Ingen telefon endnu", not hand.joined)
    if standing.key == "opening":
        many = sum(1 for word in standing.table.words() if word.seat == place.id)
        return SeatRow(place, count(many, "ord", "ord").capitalize(), not many)
    if standing.key == "gather":
        return SeatRow(place, "Har svaret" if hand.home else "Venter", not hand.home)
    if not has_laid(place):
        return SeatRow(place, "Venter", True)
    said = count(len(hand.laid), "brik", "brikker")
    return SeatRow(place, f"{said}, færdig" if hand.ready and standing.key == "lay" else said, False)


def watch(standing: Standing) -> tuple[str, ...]:
    """What to watch for: what always matters in the step, and what the table shows just now."""
    always = standing.step.watch if standing.step else ()
    return (*_just_now(standing), *always)[:3]


def _just_now(standing: Standing) -> Sequence[str]:
    if standing.key == "lay":
        return (*_still_thinking(standing), *_same_star(standing))
    if standing.key == "adjust":
        return (*_without_owner(standing), *_unserved(standing))
    return ()


def _still_thinking(standing: Standing) -> Sequence[str]:
    waiting = [place.name for place in standing.places if not has_laid(place)]
    if not waiting or len(waiting) == len(standing.places):
        return ()
    return (f"{join_names(waiting)} har ikke lagt noget endnu. Gå hen og spørg, om de mangler en brik.",)


def _same_star(standing: Standing) -> Sequence[str]:
    for piece in standing.pieces:
        if len(alike := starred(standing, piece)) > 1:
            names = join_names([place.name for place in alike])
            return (f"{names} har samme stjerne. Lad dem fortælle efter hinanden.",)
    return ()


def _without_owner(standing: Standing) -> Sequence[str]:
    open_ones = [one for one in standing.table.adjustments() if not (one.who and one.when)]
    if not open_ones:
        return ()
    return (f"{count(len(open_ones), 'ændring', 'ændringer').capitalize()} mangler navn eller dato.",)


def _unserved(standing: Standing) -> Sequence[str]:
    names = [found.piece.name for found in unmet(standing)]
    return (f"Ingen ændring er for {join_names(names)} endnu.",) if names else ()


def next_teller(standing: Standing) -> Place | None:
    """Who tells when the one who tells now is done; None when all have."""
    return next(iter(after_teller(standing)), None)


# -- The wall ---------------------------------------------------------------------------------------------

SEATS_IN_LARGE = 6


@dataclass(frozen=True, slots=True)
class Switch:
    """One way the wall can be shown, and whether it is."""

    kind: str
    name: str
    on: bool


def switches(standing: Standing) -> tuple[Switch, ...]:
    """Dark theme, larger type, nothing at all."""
    names = {Kind.BLANK: "Sort skærm", Kind.DARK: "Mørkt tema", Kind.SMALL: "Lille skærm"}
    return tuple(Switch(kind.value, name, standing.table.is_on(kind)) for kind, name in names.items())


def other_page(standing: Standing) -> str | None:
    """The other page of organisations, where larger type has room for six at a time; else None."""
    if not standing.table.is_on(Kind.SMALL) or len(standing.places) <= SEATS_IN_LARGE:
        return None
    return "0" if standing.table.page else "1"


# -- Taking back ------------------------------------------------------------------------------------------

# What is taken back in one press: what changes all screens, and is easily pressed by mistake.
TAKEN_BACK = {
    Kind.STEP: "gå til {0}",
    Kind.PAUSE: "pausen",
    Kind.MORE_TIME: "ét minut mere",
    Kind.REVEAL: "åbne brikkerne",
    Kind.TELLER: "hvem der fortæller",
    Kind.OWN_PIECE: "egen brik",
    Kind.GATHER: "saml ord",
    Kind.BLANK: "sort skærm",
}


def can_take_back(standing: Standing) -> tuple[Move, str] | None:
    """The last of the facilitator's presses, and what it was in words."""
    move = standing.table.latest(TAKEN_BACK)
    if move is None:
        return None
    names = {line.key: line.name for line in standing.lines}
    return move, TAKEN_BACK[move.kind].format(names.get(move.value, "begyndelsen"))
