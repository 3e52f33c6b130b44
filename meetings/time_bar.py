"""How the time of a meeting is spent, ready to be drawn as a bar. Plain Python; shares are texts: "12.5%".

The bar is as long as the meeting, or as its items when they take longer: then the end of the meeting is a
line across it and what lies beyond is told in minutes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from config.danish import clock, count
from meetings.agenda_method import KIND_BY_CODE, Mode
from meetings.timing import Item, Span, at_clock, schedule

HOUR = 60
# So near each other, in hundredths of the bar, two times of day cannot both be read: on a desk, on a phone.
NEAR_ON_DESK = 9
NEAR_ON_PHONE = 21
# A block narrower than this has no room for its number.
NARROW = 2.5


class Tone(StrEnum):
    """What one does meanwhile, as the bar colours it."""

    LISTEN = "listen"
    WORK = "work"
    DECIDE = "decide"
    REST = "rest"


TONE_NAMES = {
    Tone.LISTEN: "Oplæg og orientering",
    Tone.WORK: "Workshop og drøftelse",
    Tone.DECIDE: "Beslutning",
    Tone.REST: "Pause og mad",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One item of the bar. `number` is None for breaks and meals, and `fits` says if there is room for it."""

    number: int | None
    tone: Tone
    left: str
    width: str
    middle: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A time of day under the bar. `anchor` is start, middle or end; a crowded one is left out on a phone."""

    text: str
    left: str
    anchor: str
    is_limit: bool = False
    is_crowded: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """How long one does what."""

    tone: Tone
    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class TimeBar:
    """The whole bar. Items end at `filled`; what is past the end begins at `limit` and is `beyond` wide."""

    blocks: tuple[Block, ...]
    ticks: tuple[Tick, ...]
    shares: tuple[Share, ...]
    planned: int
    length: int
    filled: str
    limit: str
    beyond: str

    @property
    def over(self) -> int:
        """Minutes past the meeting's end."""
        return max(self.planned - self.length, 0)

    @property
    def free(self) -> int:
        """Minutes left for the unforeseen."""
        return max(self.length - self.planned, 0)

    @property
    def says(self) -> str:
        """The bar in a sentence."""
        told = f"Punkterne fylder {self.planned} af {count(self.length, 'minut', 'minutter')}."
        if self.over:
            return f"{told} {count(self.over, 'minut', 'minutter')} for meget."
        return f"{told} {count(self.free, 'minut', 'minutter')} er fri." if self.free else told


def tone_of(kind: str) -> Tone:
    """The tone of a kind of item, by its code."""
    if kind == "decide":
        return Tone.DECIDE
    return Tone(KIND_BY_CODE[kind].mode.value) if kind in KIND_BY_CODE else Tone.WORK


def numbers(items: Iterable[Item]) -> list[int | None]:
    """The items counted from 1; breaks and meals have no number."""
    found, at = [], 0
    for item in items:
        rests = KIND_BY_CODE[item.kind].mode is Mode.REST
        at += not rests
        found.append(None if rests else at)
    return found


def time_bar(items: Sequence[Item], begins: time, length: int) -> TimeBar:
    """The bar of a meeting that begins at a time of day and is `length` minutes long (at least 1)."""
    spans = schedule(items)
    planned = spans[-1].end if spans else 0
    whole = max(planned, length)
    blocks = [
        _block(number, item, span, length, whole)
        for number, item, span in zip(numbers(items), items, spans, strict=True)
        if span.minutes
    ]
    return TimeBar(
        tuple(blocks), tuple(_ticks(begins, length, planned)), tuple(_shares(items)), planned, length,
        _percent(planned, whole), _percent(length, whole), _percent(whole - length, whole),
    )  # fmt: skip


def _block(number: int | None, item: Item, span: Span, length: int, whole: int) -> Block:
    # The number stands in what is before the meeting's end, if any of it is.
    end = span.end if span.begin >= length else min(span.end, length)
    return Block(
        number, tone_of(item.kind), _percent(span.begin, whole), _percent(span.minutes, whole),
        _percent((span.begin + end) / 2, whole), 100 * (end - span.begin) / whole >= NARROW,
    )  # fmt: skip


def _percent(minutes: float, whole: int) -> str:
    return f"{round(100 * minutes / whole, 2):g}%"


def _shares(items: Iterable[Item]) -> list[Share]:
    minutes = dict.fromkeys(Tone, 0)
    for item in items:
        minutes[tone_of(item.kind)] += item.minutes or 0
    return [Share(tone, TONE_NAMES[tone], minutes[tone]) for tone in Tone if minutes[tone]]


def _ticks(begins: time, length: int, planned: int) -> list[Tick]:
    """Beginning and end, the end of the items when that is later, and the whole hours there is room for."""
    whole = max(planned, length)
    first = HOUR - begins.minute
    hours = [at for at in range(first, whole, HOUR) if at not in (length, planned)]
    kept: list[tuple[int, bool]] = []
    for at in [length, 0, *([planned] if planned > length else []), *hours]:
        gaps = [100 * abs(at - other) / whole for other, _ in kept]
        nearest = min(gaps, default=100)
        if nearest >= NEAR_ON_DESK or at in (0, length):
            kept.append((at, nearest < NEAR_ON_PHONE))
    return [_tick(begins, at, length, planned, crowded) for at, crowded in sorted(kept)]


def _tick(begins: time, at: int, length: int, planned: int, crowded: bool) -> Tick:
    is_limit = at == length and planned > length
    text = clock(at_clock(begins, at))
    share = 100 * at / max(planned, length)
    anchor = "start" if at == 0 else "end" if share > 100 - NEAR_ON_DESK / 2 else "middle"
    return Tick(
        f"{text} slut" if is_limit else text, _percent(at, max(planned, length)), anchor, is_limit,
        crowded and at not in (0, length),
    )  # fmt: skip
