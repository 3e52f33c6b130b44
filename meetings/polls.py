"""A poll for a date: which time is best, and why. Plain Python.

A meeting lies where most of the invited can come (seeds/004, "Foreløbige erfaringer"), and what counts are
seats: an organisation is there when the one in its seat can, or whoever comes instead.

Better is, in this order: enough for a quorum with a clear yes; enough with the maybes; most seats with a yes;
most with a yes or a maybe. Times alike in all of that share a place and are shown the earliest first.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from config.danish import capitalised, join_names, number_word

NAMES_AT_MOST = 3


class Answer(StrEnum):
    """What one says to one time."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


ANSWER_NAMES = {Answer.YES: "Ja", Answer.MAYBE: "Måske", Answer.NO: "Nej"}
# The best answer of those who can take a seat is the seat's own.
_RANK = {Answer.YES: 3, Answer.MAYBE: 2, Answer.NO: 1}


@dataclass(frozen=True, slots=True)
class Option:
    """A time one could meet, with its name in a sentence: "torsdag 3. december kl. 16"."""

    key: Hashable
    begins: datetime
    name: str


@dataclass(frozen=True, slots=True)
class PollSeat:
    """A seat by name, and the keys of those who can take it: its own and the substitute. `counts` for the
    quorum or, as an observer's, not."""

    name: str
    people: tuple[Hashable, ...]
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """How a time stands. Names of seats; `place` is 1 for the best, shared by equals.

    `quorum`: enough seats have said yes. `may_reach` the same with those who said maybe.
    """

    option: Option
    place: int
    yes: tuple[str, ...]
    maybe: tuple[str, ...]
    no: tuple[str, ...]
    silent: tuple[str, ...]
    quorum: bool
    may_reach: bool
    reasons: tuple[str, ...] = ()

    @property
    def seats(self) -> int:
        """All seats that were asked."""
        return len(self.yes) + len(self.maybe) + len(self.no) + len(self.silent)


# What each person said to each time; who has not answered, or not to that time, is not in it.
Said = Mapping[Hashable, Mapping[Hashable, Answer]]


def standings(
    options: Iterable[Option], seats: Sequence[PollSeat], said: Said, *, quorum: int = 0
) -> list[Standing]:
    """How all the times stand, the best first, with the reasons. `quorum` is how many seats must be there, 0
    for no such rule."""
    found = sorted(
        (_standing(option, seats, said, quorum) for option in options),
        key=lambda one: (_worth(one), one.option.begins),
    )
    places, place = [], 0
    for number, one in enumerate(found, start=1):
        if number == 1 or _worth(one) != _worth(found[number - 2]):
            place = number
        places.append(place)
    placed = [_with(one, place=place) for one, place in zip(found, places, strict=True)]
    return [_with(one, reasons=tuple(_reasons(one, placed, quorum))) for one in placed]


def best(found: Sequence[Standing]) -> list[Standing]:
    """Those that share the first place; empty as long as nobody has said yes or maybe to any time."""
    return [one for one in found if one.place == 1 and (one.yes or one.maybe)]


def verdict(found: Sequence[Standing]) -> str:
    """The whole poll in a sentence or two."""
    first = best(found)
    if not first:
        return "Ingen har sagt ja til et tidspunkt endnu."
    names = join_names([one.option.name for one in first])
    if len(first) > 1:
        return f"{capitalised(names)} er lige gode. Vælg det, der ligger bedst for jer."
    (one,) = first
    return f"{capitalised(names)} passer bedst. {one.reasons[0]}"


def seat_answer(seat: PollSeat, option: Option, said: Said) -> Answer | None:
    """What a seat says to a time: the best of those who can take it; None when none has answered."""
    answers = [said[who][option.key] for who in seat.people if option.key in said.get(who, {})]
    return max(answers, key=_RANK.__getitem__, default=None)


def _standing(option: Option, seats: Sequence[PollSeat], said: Said, quorum: int) -> Standing:
    by_answer: dict[Answer | None, list[PollSeat]] = {answer: [] for answer in (*Answer, None)}
    for seat in seats:
        by_answer[seat_answer(seat, option, said)].append(seat)
    names = {answer: tuple(seat.name for seat in group) for answer, group in by_answer.items()}
    sure = sum(seat.counts for seat in by_answer[Answer.YES])
    perhaps = sure + sum(seat.counts for seat in by_answer[Answer.MAYBE])
    return Standing(
        option, 0, names[Answer.YES], names[Answer.MAYBE], names[Answer.NO], names[None],
        quorum=sure >= quorum, may_reach=perhaps >= quorum,
    )  # fmt: skip


def _worth(one: Standing) -> tuple:
    """Smaller is better."""
    return (not one.quorum, not one.may_reach, -len(one.yes), -len(one.yes) - len(one.maybe))


def _with(one: Standing, *, place: int | None = None, reasons: tuple[str, ...] = ()) -> Standing:
    return Standing(
        one.option, place or one.place, one.yes, one.maybe, one.no, one.silent, one.quorum, one.may_reach,
        reasons,
    )  # fmt: skip


def _reasons(one: Standing, all_of_them: Sequence[Standing], quorum: int) -> Iterable[str]:
    """Why it stands where it does, a sentence each."""
    yield _who_can(one)
    if quorum and one.quorum:
        yield "Det er nok til at beslutte."
    elif quorum and one.may_reach:
        yield "Det er nok til at beslutte, hvis dem med måske kommer."
    elif quorum:
        yield f"Det er for få til at beslutte. Der skal {number_word(quorum)} til."
    if one.no:
        yield f"{_names(one.no)} kan ikke."
    if one.silent:
        yield f"{_names(one.silent)} har ikke svaret."
    equals = [other.option.name for other in all_of_them if other.place == one.place and other != one]
    if equals and (one.yes or one.maybe):
        yield f"Lige så godt som {join_names(equals)}."


def _who_can(one: Standing) -> str:
    maybe = f", og {number_word(len(one.maybe))} kan måske" if one.maybe else ""
    if one.seats and len(one.yes) == one.seats:
        return "Alle kan." if one.seats != 1 else "Den ene, der er spurgt, kan."
    if not one.yes:
        return f"Ingen har sagt ja{maybe}."
    return f"{capitalised(number_word(len(one.yes)))} af {number_word(one.seats)} pladser kan{maybe}."


def _names(names: Sequence[str]) -> str:
    return capitalised(join_names(names, NAMES_AT_MOST if len(names) > NAMES_AT_MOST + 1 else None))
