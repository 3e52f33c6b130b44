"""Who came to a forum's meetings, over time, and who stopped coming. Plain Python.

003 found that the follow-up groups tire halfway ("måltræthed") and that nobody acts in time. What is shown
here is for the coordinator to act on, in sentences and without blame. What nobody wrote down is not absence.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from config.danish import capitalised, join_names, number_word


class Came(StrEnum):
    """What is written down of a seat at a meeting. A substitute is the seat; nothing written is no row."""

    YES = "yes"
    SUBSTITUTE = "substitute"
    EXCUSED = "excused"
    NO = "no"


PRESENT = frozenset({Came.YES, Came.SUBSTITUTE})

# Who drifted away, see `drifted`. Three in a row is a season of a forum that meets each month or two.
MISSED = 3
CAME_BEFORE = 2
# So many meetings are compared with as many before them; fewer say nothing of a trend.
COMPARED = 3
# A smaller change than this of the share who come is no trend (0–1).
CHANGE = 0.15
NAMES_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that was. `came` says what is written down of each seat, by key."""

    key: Hashable
    on: date
    came: dict[Hashable, Came]

    @property
    def recorded(self) -> bool:
        """Whether anything was written down of who came."""
        return bool(self.came)


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat in a forum: its organisation or title, since when, and whether it is for those who live there.

    An observer's seat does not count among the members.
    """

    key: Hashable
    name: str
    since: date
    resident: bool = False
    observer: bool = False


@dataclass(frozen=True, slots=True)
class MeetingCount:
    """One meeting: how many seats came, how many did not, and of how many nobody knows."""

    key: Hashable
    on: date
    came: int
    away: int
    unknown: int

    @property
    def share(self) -> float | None:
        """Of those known, the part that came (0–1); None when nobody is known."""
        known = self.came + self.away
        return self.came / known if known else None


@dataclass(frozen=True, slots=True)
class SeatCount:
    """One seat over the meetings: came, did not, and not recorded; the days it came and did not, in order."""

    seat: Seat
    came: int
    away: int
    unknown: int
    # From the latest recorded meeting backwards.
    missed_in_a_row: int
    came_before: int

    @property
    def sentence(self) -> str:
        """ "Kom til fem af syv møder." and what is not recorded."""
        known = self.came + self.away
        if not known:
            return "Intet er skrevet ned om fremmøde endnu."
        meetings = "møde" if known == 1 else "møder"
        said = f"Kom til {_meetings(self.came)} af {_meetings(known)} {meetings}."
        if self.unknown:
            said += f" Ved {_meetings(self.unknown)} er det ikke skrevet ned."
        return said


def per_meeting(held: Iterable[Held], seats: Sequence[Seat]) -> list[MeetingCount]:
    """Each meeting in order of days. Only seats that were in the forum on the day count."""
    return [
        MeetingCount(
            meeting.key, meeting.on,
            sum(meeting.came.get(seat.key) in PRESENT for seat in there),
            sum(seat.key in meeting.came and meeting.came[seat.key] not in PRESENT for seat in there),
            sum(seat.key not in meeting.came for seat in there),
        )
        for meeting in _in_order(held)
        for there in [[seat for seat in seats if seat.since <= meeting.on]]
    ]  # fmt: skip


def per_seat(held: Iterable[Held], seats: Iterable[Seat]) -> list[SeatCount]:
    """Each seat over the meetings since it is in the forum, in the order the seats come."""
    ordered = _in_order(held)
    return [_seat_count(seat, [meeting for meeting in ordered if meeting.on >= seat.since]) for seat in seats]


def _seat_count(seat: Seat, held: Sequence[Held]) -> SeatCount:
    known = [meeting.came[seat.key] in PRESENT for meeting in held if seat.key in meeting.came]
    missed = next((number for number, there in enumerate(reversed(known)) if there), len(known))
    return SeatCount(
        seat, sum(known), len(known) - sum(known), len(held) - len(known), missed,
        sum(known[: len(known) - missed]),
    )  # fmt: skip


def drifted(counts: Iterable[SeatCount]) -> list[SeatCount]:
    """Seats that drifted away, who is missed longest first.

    A seat drifted away when it came at least `CAME_BEFORE` times and has since been absent, excused or not,
    from at least the last `MISSED` meetings at which its attendance was written down. Who never came has not
    drifted away, and meetings at which nobody noted the seat count neither way. Observers may come and go.
    """
    found = [
        one
        for one in counts
        if one.missed_in_a_row >= MISSED and one.came_before >= CAME_BEFORE and not one.seat.observer
    ]
    return sorted(found, key=lambda one: (-one.missed_in_a_row, one.seat.name))


def resident_share(seats: Iterable[Seat]) -> float | None:
    """The part of the members who live there (0–1), observers apart; None without members."""
    members = [seat for seat in seats if not seat.observer]
    return sum(seat.resident for seat in members) / len(members) if members else None


# -- In words -----------------------------------------------------------------------------------


def attendance_sentences(held: Iterable[Held], seats: Sequence[Seat]) -> list[str]:
    """The forum's attendance as a colleague would say it, the most useful first; at least one sentence."""
    held = list(held)
    meetings = per_meeting(held, seats)
    known = [one for one in meetings if one.share is not None]
    if not known:
        return ["Intet er skrevet ned om fremmøde endnu. Sæt kryds ved næste møde."]
    return [
        _latest(known),
        *_trend(known),
        *(drift_sentence(one) for one in drifted(per_seat(held, seats))),
        *_residents(seats),
        *_not_recorded(meetings),
    ]


def drift_sentence(one: SeatCount) -> str:
    """As in "Rosen har ikke været med de sidste tre gange. Ring og hør, hvad der skal til."."""
    times = number_word(one.missed_in_a_row)
    return f"{one.seat.name} har ikke været med de sidste {times} gange. Ring og hør, hvad der skal til."


def _latest(known: Sequence[MeetingCount]) -> str:
    recent = known[-COMPARED:]
    if len(recent) == 1:
        (one,) = recent
        return f"Ved det seneste møde kom {_of(one)}."
    numbers = join_names([_of(one) for one in recent])
    return f"Ved de seneste {number_word(len(recent))} møder kom {numbers}."


def _of(one: MeetingCount) -> str:
    return f"{one.came} af {one.came + one.away}"


def _trend(known: Sequence[MeetingCount]) -> Iterable[str]:
    """Whether the last meetings drew a larger or smaller part than those before them."""
    if len(known) < 2 * COMPARED:
        return
    now, before = known[-COMPARED:], known[-2 * COMPARED : -COMPARED]
    change = _share(now) - _share(before)
    if change <= -CHANGE:
        yield "Der kommer færre end før. Tal om, hvad møderne skal bruges til."
    elif change >= CHANGE:
        yield "Der kommer flere end før."


def _share(meetings: Iterable[MeetingCount]) -> float:
    """The part of all seats known at these meetings that came."""
    pairs = [(one.came, one.came + one.away) for one in meetings]
    return sum(came for came, _ in pairs) / sum(known for _, known in pairs)


def _residents(seats: Sequence[Seat]) -> Iterable[str]:
    members = [seat for seat in seats if not seat.observer]
    residents = sum(seat.resident for seat in members)
    if not members:
        return
    if not residents:
        yield "Ingen af medlemmerne er beboere."
    elif residents == len(members):
        yield "Alle medlemmer er beboere."
    else:
        word = "beboer" if residents == 1 else "beboere"
        yield f"{capitalised(number_word(residents))} af {number_word(len(members))} medlemmer er {word}."


def _not_recorded(meetings: Sequence[MeetingCount]) -> Iterable[str]:
    """Meetings at which nothing was written down, so that nobody reads them as empty rooms."""
    unknown = sum(one.share is None for one in meetings)
    if unknown:
        times = "ét møde" if unknown == 1 else f"{number_word(unknown)} møder"
        yield f"Ved {times} er fremmødet ikke skrevet ned. De tæller ikke med."


def _meetings(amount: int) -> str:
    return "ingen" if amount == 0 else number_word(amount, neuter=True)


def _in_order(held: Iterable[Held]) -> list[Held]:
    return sorted(held, key=lambda meeting: meeting.on)
