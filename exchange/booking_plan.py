"""The days that a form asks for, each with what stands in its way and what could be done about it."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from exchange.availability import (
    LOOK_AHEAD,
    NoSuchTime,
    Span,
    first_clash,
    is_open,
    next_free,
    on_the_wall,
    opening,
    span_of,
    taken_sentence,
)
from exchange.free_times import held, taken_times
from exchange.models import Booking, Facility


@dataclass(frozen=True, slots=True)
class Day:
    """One day that was asked for: its time, or in words why it cannot be; `offer` is free later that day."""

    day: date
    span: Span | None
    problem: str = ""
    offer: Span | None = None
    is_taken: bool = False

    @property
    def is_fine(self) -> bool:
        return not self.problem

    @property
    def offered_at(self) -> str:
        """When the offer begins, as a form sends it: "18:00"."""
        return f"{on_the_wall(self.offer.begin):%H:%M}" if self.offer else ""


Taken = Mapping[uuid.UUID, Sequence[Span]]


def planned(
    days: Iterable[tuple[date, time, time]], facilities: Sequence[Facility], *, but: Booking | None = None
) -> list[Day]:
    """What can be had of each (day, from, to); two queries. `but` is the booking that is moved."""
    asked = [(day, begin, end, _span(day, begin, end)) for day, begin, end in days]
    spans = [span for *_, span in asked if isinstance(span, Span)]
    if not spans:
        return [Day(day, None, str(span)) for day, *_, span in asked]
    around = Span(min(spans).begin, max(span.end for span in spans) + LOOK_AHEAD)
    taken = taken_times(facilities, around, but=but)
    return [
        Day(day, None, span) if isinstance(span, str) else _day(day, span, facilities, taken)
        for day, _, _, span in asked
    ]


def _span(day: date, begin: time, end: time) -> Span | str:
    """The span, or why there is none."""
    try:
        return span_of(day, begin, end)
    except NoSuchTime as problem:
        return str(problem)


def _day(day: date, span: Span, facilities: Sequence[Facility], taken: Taken) -> Day:
    for facility in facilities:
        if not _open(facility, span):
            return Day(day, span, f"{facility.name} har åbent {opening_of(facility)}. Vælg en anden tid.")
    for facility in facilities:
        times = taken.get(facility.pk, ())
        if clash := first_clash(held(facility, span), times):
            free = next_free_of(facility, span, times)
            told = taken_sentence(facility.name, clash, free, wanted=span)
            return Day(day, span, told, _offer(day, free, facilities, taken), is_taken=True)
    return Day(day, span)


def next_free_of(facility: Facility, wanted: Span, taken: Sequence[Span]) -> Span | None:
    """When the place is free, open and prepared for as long as `wanted`, from then on."""
    return next_free(
        wanted, taken, before=facility.minutes_before, after=facility.minutes_after, days=facility.days,
        opens=facility.opens, closes=facility.closes,
    )  # fmt: skip


def _offer(day: date, free: Span | None, facilities: Sequence[Facility], taken: Taken) -> Span | None:
    """`free` when it is the same day and all that is wanted can be had then."""
    if free is None or on_the_wall(free.begin).date() != day:
        return None
    fits = all(
        _open(one, free) and not first_clash(held(one, free), taken.get(one.pk, ())) for one in facilities
    )
    return free if fits else None


def _open(facility: Facility, span: Span) -> bool:
    return is_open(span, days=facility.days, opens=facility.opens, closes=facility.closes)


def opening_of(facility: Facility) -> str:
    """When one can have it: "man–fredag kl. 8–21"."""
    return opening(facility.days, facility.opens, facility.closes)
