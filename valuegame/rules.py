"""The value game as a state machine: moves in, the table out. Plain Python, no rows, no clock.

A game is the set of its moves. Every move writes one register, and a register shows the latest of what was
written in it, by the mover's own count; so the order in which moves arrive, and how often, changes nothing:
a phone that was out of reach sends what it kept, and the table is what it would have been. Words are never
lost that way: where two wrote at once, both stand (`Words.others`).

The flow is our own, built on CFBU, "Få flere på banen" ("Værdispil") and the six materials it names.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a move does. The comments say what its `target` and `value` are."""

    # -- the facilitator's
    STEP = "step"  # value: a step's key, or "lobby"
    PAUSE = "pause"  # value: "on" or ""
    MORE_TIME = "more_time"  # target: the step; one minute each
    REVEAL = "reveal"  # value: "on" or ""; what all have laid is seen by all
    TELLER = "teller"  # value: the seat that tells, or ""
    NOTES = "notes"  # value: words
    UNDO = "undo"  # target: a move's id
    # One of the group's own pieces. target: an id; value: its name, or "" to take it away
    OWN_PIECE = "own_piece"
    # target: a word's id; value: the own piece it was gathered in, or ""
    GATHER = "gather"
    DARK = "dark"  # value: "on" or "": the dark theme of the wall
    SMALL = "small"  # value: "on" or "": six organisations at a time, in larger type
    PAGE = "page"  # value: which of those pages, "0" …
    BLANK = "blank"  # value: "on" or "": the wall is dark
    NEXT_ON = "next_on"  # value: a date in ISO form, or ""
    NEXT_WHERE = "next_where"  # value: words
    # -- an organisation's; the facilitator may do each for it
    JOIN = "join"  # value: "on"
    WORD = "word"  # target: an id; value: what else drives them, or "" to take it away
    LAY = "lay"  # target: a piece; value: "gets", "wants" or ""
    STAR = "star"  # value: a piece, or ""
    READY = "ready"  # value: "on" or ""
    CHANGE = "change"  # target: a piece; value: how it shows, words
    HOME = "home"  # value: what they take home, words
    # -- what is agreed; anybody's
    ADJUST = "adjust"  # target: an id; value: what is changed, or "" to take it away
    ADJUST_WHO = "adjust_who"  # target: an adjustment; value: a seat, or ""
    ADJUST_WHEN = "adjust_when"  # target: an adjustment; value: a date in ISO form, or ""
    ADJUST_FOR = "adjust_for"  # target: an adjustment; value: the piece it serves, or ""
    OFFER = "offer"  # target: "<id>:<giver>:<receiver>"; value: what is given, or "" to take it away
    ASK = "ask"  # the same, but said by the receiver
    OFFER_YES = "offer_yes"  # target: an offer's or ask's id; value: "on" or ""


FACILITATORS = frozenset(
    {
        Kind.STEP, Kind.PAUSE, Kind.MORE_TIME, Kind.REVEAL, Kind.TELLER, Kind.NOTES, Kind.UNDO,
        Kind.OWN_PIECE, Kind.GATHER, Kind.DARK, Kind.SMALL, Kind.PAGE, Kind.BLANK, Kind.NEXT_ON,
        Kind.NEXT_WHERE,
    }
)  # fmt: skip
# What the other organisations' phones do not show: nobody is told before the facilitator opens.
OWN_PHONE_ALONE = frozenset({Kind.WORD, Kind.LAY, Kind.STAR, Kind.READY, Kind.CHANGE, Kind.JOIN, Kind.HOME})
# What no phone shows.
FACILITATORS_SCREENS_ALONE = frozenset({Kind.NOTES, Kind.DARK, Kind.SMALL, Kind.PAGE, Kind.BLANK})
# Words: of two who wrote at once, both stand.
WORDS = frozenset(
    {Kind.NOTES, Kind.WORD, Kind.CHANGE, Kind.HOME, Kind.ADJUST, Kind.OFFER, Kind.ASK, Kind.NEXT_WHERE}
)
GETS, WANTS, ON = "gets", "wants", "on"
LOBBY = "lobby"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing somebody did. `id` is made where it was done, so that the same move sent again is known.

    `clock` counts up from what the mover saw: it says which of two moves was meant to be the later one.
    `at` is seconds since 1970 when the house received it. `base` is the id of the words that were changed.
    """

    id: str
    clock: int
    kind: Kind
    seat: str = ""
    target: str = ""
    value: str = ""
    base: str = ""
    at: float = 0.0

    @property
    def order(self) -> tuple[int, str]:
        """Later moves have the larger one; no two have the same."""
        return self.clock, self.id


class Register(NamedTuple):
    """One place that moves write in."""

    kind: Kind
    seat: str
    target: str


# Each of these is a place of its own per organisation; the others belong to the whole table.
_PER_SEAT = frozenset({Kind.JOIN, Kind.LAY, Kind.STAR, Kind.READY, Kind.CHANGE, Kind.HOME})


def register_of(move: Move) -> Register:
    """Where a move writes. Minutes are not written over each other, so each has a place of its own."""
    seat = move.seat if move.kind in _PER_SEAT else ""
    target = f"{move.target}:{move.id}" if move.kind == Kind.MORE_TIME else move.target
    return Register(move.kind, seat, target)


def play(moves: Iterable[Move]) -> "Table":
    """The table after the moves, in any order and with repeats; a move that was taken back counts nowhere."""
    every = {move.id: move for move in moves}
    undone = _undone(every)
    kept = [move for move in every.values() if move.id not in undone and move.kind != Kind.UNDO]
    places: dict[Register, list[Move]] = {}
    for move in sorted(kept, key=lambda move: move.order):
        places.setdefault(register_of(move), []).append(move)
    return Table(places, undone)


def play_on(table: "Table", moves: Sequence[Move]) -> "Table | None":
    """The table after `moves` more, none of which it has; None when only `play` with all of them can tell.

    That is the usual case and quick: moves that come after all others and take nothing back.
    """
    after = table.latest(Kind)
    reached = after.order if after else (0, "")
    places = dict(table.places)
    for move in moves:
        if move.kind == Kind.UNDO or move.id in table.undone or move.order <= reached:
            return None
        reached, register = move.order, register_of(move)
        places[register] = [*places.get(register, ()), move]
    return Table(places, table.undone)


def _undone(every: Mapping[str, Move]) -> set[str]:
    """The ids that were taken back. Taking back a taking-back brings the move again.

    An undo counts unless a later undo takes it back, so they are read from the latest to the first.
    """
    undos = sorted((move for move in every.values() if move.kind == Kind.UNDO), key=lambda move: move.order)
    undone: set[str] = set()
    for undo in reversed(undos):
        if undo.id not in undone:
            undone.add(undo.target)
    return undone


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a place for words: `text` by the move `id`, and what others wrote there at once."""

    text: str = ""
    id: str = ""
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.others)


@dataclass(frozen=True, slots=True)
class Timer:
    """The clock of a step, in seconds since 1970 and seconds.

    `began` is when the step was opened; `stopped` is how long the pauses took that are over, and `held`
    when the one began that is not; `more` is what was added to the step's planned time.
    """

    began: float = 0.0
    stopped: float = 0.0
    held: float | None = None
    more: int = 0

    def left(self, planned: int, now: float) -> int:
        """Whole seconds left of `planned` seconds; below zero when the time is over."""
        until = self.held if self.held is not None else now
        return round(planned + self.more - (until - self.began - self.stopped))


@dataclass(frozen=True, slots=True)
class Word:
    """What else drives an organisation, said in the opening exercise."""

    id: str
    seat: str
    text: str
    piece: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One change of the collaboration: what, who, when, and for which value."""

    id: str
    what: Words
    who: str = ""
    when: str = ""
    piece: str = ""


@dataclass(frozen=True, slots=True)
class Pledge:
    """What one organisation gives another in its other work; `asked` when the receiver said it first."""

    id: str
    giver: str
    receiver: str
    what: Words
    asked: bool
    agreed: bool


@dataclass(frozen=True, slots=True)
class Hand:
    """What one organisation has laid."""

    laid: Mapping[str, str] = field(default_factory=dict)
    star: str = ""
    changes: Mapping[str, Words] = field(default_factory=dict)
    ready: bool = False
    joined: bool = False
    home: Words = Words()


class Table:
    """What the moves come to. Every reading is computed from the registers, so screens always agree."""

    def __init__(self, places: Mapping[Register, list[Move]], undone: Set[str] = frozenset()):
        # The moves in each place, the latest last; and the ids of those that were taken back.
        self.places, self.undone = places, undone

    def __eq__(self, other) -> bool:
        return isinstance(other, Table) and self.places == other.places

    __hash__ = None

    def _value(self, kind: Kind, *, seat: str = "", target: str = "") -> str:
        moves = self.places.get(Register(kind, seat, target))
        return moves[-1].value if moves else ""

    def _words(self, kind: Kind, *, seat: str = "", target: str = "") -> Words:
        return _standing(self.places.get(Register(kind, seat, target), ()))

    def _all(self, kind: Kind) -> Iterator[tuple[Register, list[Move]]]:
        """The places of one kind, in the order in which they were first written in."""
        found = [(place, moves) for place, moves in self.places.items() if place.kind == kind]
        return iter(sorted(found, key=lambda pair: pair[1][0].order))

    def latest(self, kinds: Container[Kind]) -> Move | None:
        """The last move of these kinds that counts, or None."""
        found = [moves[-1] for place, moves in self.places.items() if place.kind in kinds]
        return max(found, key=lambda move: move.order, default=None)

    # -- where the game is

    @property
    def step(self) -> str:
        """The key of the step that is open."""
        return self._value(Kind.STEP) or LOBBY

    @property
    def is_paused(self) -> bool:
        return self._value(Kind.PAUSE) == ON

    @property
    def is_revealed(self) -> bool:
        """Whether all see what all have laid."""
        return self._value(Kind.REVEAL) == ON

    @property
    def teller(self) -> str:
        return self._value(Kind.TELLER)

    def is_on(self, kind: Kind) -> bool:
        """Whether a switch of the wall (DARK, SMALL, BLANK) is on."""
        return self._value(kind) == ON

    @property
    def page(self) -> int:
        """Which page of organisations the wall shows in larger type."""
        return int(self._value(Kind.PAGE) or 0)

    @property
    def timer(self) -> Timer:
        """The clock of the open step."""
        opened = self.places.get(Register(Kind.STEP, "", ""))
        if not opened:
            return Timer()
        more = sum(1 for place, _ in self._all(Kind.MORE_TIME) if place.target.startswith(f"{self.step}:"))
        return self._timer_from(opened[-1].at, 60 * more)

    @property
    def teller_timer(self) -> Timer | None:
        """The clock of the one who tells, from when it was their turn in the open step; None for nobody."""
        turns = self.places.get(Register(Kind.TELLER, "", ""))
        if not turns or not turns[-1].value:
            return None
        return self._timer_from(max(turns[-1].at, self.timer.began))

    def _timer_from(self, began: float, more: int = 0) -> Timer:
        """A clock that began then, without what the pauses took since."""
        stopped, held = 0.0, None
        for move in self.places.get(Register(Kind.PAUSE, "", ""), ()):
            if move.value == ON:
                held = move.at if held is None else held
            elif held is not None:
                stopped += max(0.0, move.at - max(held, began))
                held = None
        if held is not None:
            held = max(held, began)
        return Timer(began, stopped, held, more)

    @property
    def notes(self) -> Words:
        """The facilitator's notes."""
        return self._words(Kind.NOTES)

    @property
    def next_meeting(self) -> tuple[str, Words]:
        """The day of the next meeting in ISO form, or "", and where."""
        return self._value(Kind.NEXT_ON), self._words(Kind.NEXT_WHERE)

    # -- what was said

    def own_pieces(self) -> dict[str, str]:
        """The group's own pieces: {id: name}, in the order they were made."""
        return {
            place.target: moves[-1].value for place, moves in self._all(Kind.OWN_PIECE) if moves[-1].value
        }

    def words(self) -> tuple[Word, ...]:
        """What else drives them, in the order it was said."""
        pieces = self.own_pieces()
        said = []
        for place, moves in self._all(Kind.WORD):
            text = _standing(moves).text
            piece = self._value(Kind.GATHER, target=place.target)
            if text:
                said.append(Word(place.target, moves[0].seat, text, piece if piece in pieces else ""))
        return tuple(said)

    def hand(self, seat: str) -> Hand:
        """What the organisation at this seat has laid; a star counts on a laid piece alone."""
        laid, changes = {}, {}
        pieces = self.own_pieces()
        for place, moves in self.places.items():
            if place.seat != seat:
                continue
            known = place.target.isdigit() or place.target in pieces
            if place.kind == Kind.LAY and moves[-1].value and known:
                laid[place.target] = moves[-1].value
            elif place.kind == Kind.CHANGE and known and (words := _standing(moves)):
                changes[place.target] = words
        star = self._value(Kind.STAR, seat=seat)
        order = [*map(str, range(1, 6)), *pieces]
        return Hand(
            laid={piece: laid[piece] for piece in order if piece in laid},
            star=star if star in laid else "",
            changes={piece: changes[piece] for piece in order if piece in changes},
            ready=self._value(Kind.READY, seat=seat) == ON,
            joined=self._value(Kind.JOIN, seat=seat) == ON,
            home=self._words(Kind.HOME, seat=seat),
        )

    def adjustments(self) -> tuple[Adjustment, ...]:
        """What is changed, in the order it was proposed."""
        found = []
        for place, moves in self._all(Kind.ADJUST):
            if what := _standing(moves):
                found.append(
                    Adjustment(
                        place.target,
                        what,
                        self._value(Kind.ADJUST_WHO, target=place.target),
                        self._value(Kind.ADJUST_WHEN, target=place.target),
                        self._value(Kind.ADJUST_FOR, target=place.target),
                    )
                )
        return tuple(found)

    def pledges(self) -> tuple[Pledge, ...]:
        """What they give each other, in the order it was said."""
        found = []
        both = [*self._all(Kind.OFFER), *self._all(Kind.ASK)]
        for place, moves in sorted(both, key=lambda pair: pair[1][0].order):
            key, giver, receiver = place.target.split(":")
            if what := _standing(moves):
                agreed = self._value(Kind.OFFER_YES, target=key) == ON
                found.append(Pledge(key, giver, receiver, what, place.kind == Kind.ASK, agreed))
        return tuple(found)


def _standing(moves: Iterable[Move]) -> Words:
    """The words that stand: the latest, and what somebody else wrote without having seen it.

    A text is written over by a later one that says it was made from it (`base`).
    """
    moves = list(moves)
    orders = {move.id: move.order for move in moves}
    replaced = {move.base for move in moves if move.base in orders and orders[move.base] < move.order}
    heads = [move for move in moves if move.id not in replaced]
    if not heads:
        return Words()
    latest = heads[-1]
    others = dict.fromkeys(move.value for move in heads[:-1] if move.value and move.value != latest.value)
    return Words(latest.value, latest.id, tuple(others))
