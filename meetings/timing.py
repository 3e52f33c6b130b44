"""When each item begins, and when each person is needed. Plain Python.

**Delte møder** (002, part 2: people come and go after what concerns them): an item may name who is needed for
it, and each invited is told when that is. All is in whole minutes from the meeting's beginning.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from config.danish import clock, join_names
from meetings.agenda_method import KIND_BY_CODE, Mode

# Out of the door and in again takes this long: a shorter wait is spent in the room. Our own judgement.
WORTH_LEAVING = 15
WHOLE = "hele mødet"


@dataclass(frozen=True, slots=True)
class Span:
    """From one minute to another, counted from the meeting's beginning."""

    begin: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.begin


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda as the rules see it.

    `minutes` None: nobody has said yet. `responsible` is the key of one of the invited, or None. `needed` are
    keys of those who are needed for it; empty means everybody.
    """

    kind: str
    title: str
    minutes: int | None = None
    responsible: Hashable | None = None
    needed: frozenset[Hashable] = frozenset()

    @property
    def rests(self) -> bool:
        """Whether it is a break or a meal."""
        return KIND_BY_CODE[self.kind].mode is Mode.REST


def schedule(items: Iterable[Item]) -> list[Span]:
    """When each item is; one without minutes takes none."""
    spans, at = [], 0
    for item in items:
        spans.append(Span(at, at + (item.minutes or 0)))
        at = spans[-1].end
    return spans


def needed_for(items: Sequence[Item], who: Hashable) -> tuple[Span, ...]:
    """When one of the invited is needed, in order; several spans when there is time to leave between them.

    A break or meal is nobody's by itself, also when it says who is needed: it belongs to those who are there
    on both sides of it, and at either end of the meeting to those who are there for all items. Other people's
    items between one's own part the time when they take `WORTH_LEAVING` or more. Who is needed for none has
    no span.
    """
    spans = schedule(items)
    working = [(item, span) for item, span in zip(items, spans, strict=True) if not item.rests]
    own = [span for item, span in working if not item.needed or who in item.needed]
    if own and len(own) == len(working):
        return (Span(0, spans[-1].end),)
    rests = {span for item, span in zip(items, spans, strict=True) if item.rests}
    found: list[Span] = []
    for span in own:
        if found and _stays(Span(found[-1].end, span.begin), rests):
            span = Span(found.pop().begin, span.end)
        found.append(span)
    return tuple(found)


def _stays(between: Span, rests: Iterable[Span]) -> bool:
    """Whether one stays in the room from one of one's items to the next."""
    away = between.minutes - sum(
        rest.minutes for rest in rests if between.begin <= rest.begin and rest.end <= between.end
    )
    return away < WORTH_LEAVING


def at_clock(begins: time, minutes: int) -> time:
    """The time of day so many minutes after the meeting began."""
    whole = (begins.hour * 60 + begins.minute + minutes) % (24 * 60)
    return time(whole // 60, whole % 60)


def times(items: Sequence[Item], who: Hashable, begins: time) -> str:
    """When they are needed: "hele mødet", "10.35–11.15" with "og" between several, "" for not at all."""
    spans = needed_for(items, who)
    if spans == (Span(0, schedule(items)[-1].end if items else 0),):
        return WHOLE
    told = [f"{clock(at_clock(begins, span.begin))}–{clock(at_clock(begins, span.end))}" for span in spans]
    return join_names(told)


def presence(items: Sequence[Item], who: Hashable, begins: time) -> str:
    """When they are to be there, in words: "Du er med 10.35–11.15.", with "og" between several times."""
    told = times(items, who, begins)
    return f"Du er med {told}." if told else "Du behøver ikke være med denne gang."
