"""How a goal stands: its indicators' figures, what became of them, and both in Danish. Plain Python."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from config.danish import capitalised, number_word
from reports.amounts import amount_text
from reports.goal_periods import Frequency, Period


class Direction(StrEnum):
    """Which way is the good one; WATCH has none."""

    UP = "up"
    DOWN = "down"
    WATCH = "watch"


class Influence(StrEnum):
    """Whether the work here can move it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Status(StrEnum):
    """What became of it."""

    REACHED = "reached"
    ON_WAY = "on_way"
    STILL = "still"
    BACK = "back"
    FOLLOWED = "followed"
    FIRST = "first"
    NONE = "none"

    @property
    def word(self) -> str:
        """As it stands on the page."""
        return _STATUS[self][0]

    @property
    def tone(self) -> str:
        """The tone of its tag."""
        return _STATUS[self][1]

    @property
    def icon(self) -> str:
        """The icon of its tag."""
        return _STATUS[self][2]


_STATUS = {
    Status.REACHED: ("Nået", "ok", "check"),
    Status.ON_WAY: ("På vej", "info", "arrow-right"),
    Status.STILL: ("Står stille", "warn", "minus"),
    Status.BACK: ("Går den forkerte vej", "bad", "triangle-alert"),
    Status.FOLLOWED: ("Følges", "none", "eye"),
    Status.FIRST: ("Første tal er der", "none", "flag"),
    Status.NONE: ("Ingen tal endnu", "none", "circle-dashed"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """One period of an indicator: its amount, None where nobody counted, and who wrote it when.

    `runs` is said of a period that is not over and still adds up: it is shown, and not judged by.
    """

    period: Period
    amount: Decimal | None
    note: str = ""
    by: str = ""
    at: datetime | None = None
    runs: bool = False


@dataclass(frozen=True, slots=True)
class Aim:
    """Where it began, where it shall get, and which way that is."""

    direction: Direction = Direction.UP
    baseline: Decimal | None = None
    target: Decimal | None = None
    unit: str = ""


def known(points: Iterable[Point]) -> list[Point]:
    """Those with an amount."""
    return [one for one in points if one.amount is not None]


def judged(points: Iterable[Point]) -> list[Point]:
    """Those that the status is about: with an amount, in a period that is done adding up."""
    return [one for one in known(points) if not one.runs]


def status_of(points: Iterable[Point], aim: Aim) -> Status:
    """What became of it, by its latest figure, the target and where it began."""
    amounts = [one.amount for one in judged(points)]
    if not amounts:
        return Status.NONE
    if aim.direction == Direction.WATCH:
        return Status.FOLLOWED
    good = 1 if aim.direction == Direction.UP else -1
    latest, begun = amounts[-1], amounts[0] if aim.baseline is None else aim.baseline
    if aim.target is not None and good * (latest - aim.target) >= 0:
        return Status.REACHED
    if len(amounts) == 1 and aim.baseline is None:
        return Status.FIRST
    moved = good * (latest - begun)
    return Status.ON_WAY if moved > 0 else Status.BACK if moved < 0 else Status.STILL


def sentence_of(points: Sequence[Point], aim: Aim) -> str:
    """As in "Steget fra 12 til 19 deltagere siden januar. Målet er 25."."""
    told = [_movement(judged(points), aim.unit), _target(judged(points), aim), *_running(points, aim.unit)]
    return " ".join(one for one in told if one)


def _movement(done: list[Point], unit: str) -> str:
    if not done:
        return "Ingen tal endnu."
    first, last = done[0], done[-1]
    now = amount_text(last.amount, unit)
    if len(done) == 1:
        return f"{now} i {last.period.name}."
    since = _named(first.period, last.period)
    if first.amount == last.amount:
        return f"{now}, det samme som i {since}."
    verb = "Steget" if last.amount > first.amount else "Faldet"
    return f"{verb} fra {amount_text(first.amount, unit if unit == '%' else '')} til {now} siden {since}."


def _named(period: Period, beside: Period) -> str:
    """The period, with its year when the other one is of another year."""
    return period.short_name if period.first.year == beside.first.year else period.name


def _target(done: list[Point], aim: Aim) -> str:
    if aim.target is None or aim.direction == Direction.WATCH:
        return ""
    if done and status_of(done, aim) == Status.REACHED:
        return f"Målet på {amount_text(aim.target, aim.unit)} er nået."
    return f"Målet er {amount_text(aim.target, aim.unit)}."


def _running(points: Sequence[Point], unit: str) -> list[str]:
    """The period that is not over, when something was counted in it."""
    return [
        f"{capitalised(one.period.short_name)} indtil nu: {amount_text(one.amount, unit)}."
        for one in known(points)[-1:]
        if one.runs
    ]


# -- What the pages, the PDF and the spreadsheet show ---------------------------------------------

# A year and the same month a year ago; two years of quarters.
SHOWN = {Frequency.MONTH: 13, Frequency.QUARTER: 9}


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator with its figures, the oldest first, and how it stands.

    How it stands is about the last SHOWN of its points, also where more of them are drawn.
    `rule` says how the app counts it, "" for one that somebody counts by hand in `minutes` each time.
    """

    key: Hashable
    name: str
    frequency: Frequency
    aim: Aim
    points: tuple[Point, ...]
    influence: Influence
    rule: str = ""
    narrowed: str = ""
    owner: str = ""
    source: str = ""
    minutes: int = 0
    adds_up: bool = False
    # The day it was made.
    since: date = date.min

    @property
    def is_automatic(self) -> bool:
        """Whether the app counts it."""
        return bool(self.rule)

    @property
    def status(self) -> Status:
        """What became of it."""
        return status_of(self.recent, self.aim)

    @property
    def sentence(self) -> str:
        """Its movement and its target in words."""
        return sentence_of(self.recent, self.aim)

    @property
    def recent(self) -> tuple[Point, ...]:
        """Those that every page and report speaks of."""
        return self.points[-SHOWN[self.frequency] :]

    @property
    def latest(self) -> Point | None:
        """The latest figure that the status is about."""
        done = judged(self.recent)
        return done[-1] if done else None


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What happened beside the figures."""

    key: Hashable
    title: str
    text: str
    on: date
    by: str = ""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal, or a part of one, with what belongs to it."""

    key: Hashable
    name: str
    why: str
    influence: Influence
    measured: str
    indicators: tuple[IndicatorRow, ...] = ()
    parts: tuple["GoalRow", ...] = ()
    stories: tuple[StoryRow, ...] = ()

    @property
    def all_indicators(self) -> tuple[IndicatorRow, ...]:
        """Its own, and those of its parts."""
        return self.indicators + tuple(one for part in self.parts for one in part.indicators)

    @property
    def status(self) -> Status:
        """What became of it: what goes wrong is said first, and it is reached when all are."""
        return joint_status(one.status for one in self.all_indicators)

    @property
    def sentence(self) -> str:
        """As in "Ét tal er nået, og to er på vej."."""
        return joint_sentence(one.status for one in self.all_indicators)


@dataclass(frozen=True, slots=True)
class FocusRow:
    """A focus area with its goals; the last may be those without one, whose `key` is None."""

    key: Hashable | None
    name: str
    goals: tuple[GoalRow, ...] = ()


# What a goal is called by, the first that one of its indicators has.
_LOUDEST = (Status.BACK, Status.STILL, Status.ON_WAY, Status.REACHED, Status.FIRST, Status.FOLLOWED)


def joint_status(each: Iterable[Status]) -> Status:
    """The status of several together."""
    there = set(each)
    return next((one for one in _LOUDEST if one in there), Status.NONE)


def joint_sentence(each: Iterable[Status]) -> str:
    """How many stand how, in words."""
    counts = Counter(each)
    if not counts:
        return "Ingen indikatorer endnu."
    there = [one for one in _TOLD if counts[one]]
    # The noun stands once, and each part is a clause of its own.
    nouns = [" tal", *[""] * (len(there) - 1)]
    said = [
        f"{number_word(counts[one], neuter=True)}{noun} {_TOLD[one]}"
        for one, noun in zip(there, nouns, strict=True)
    ]
    return f"{capitalised(_clauses(said))}."


def _clauses(said: Sequence[str]) -> str:
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])}, og {said[-1]}"


_TOLD = {
    Status.REACHED: "er nået", Status.ON_WAY: "er på vej", Status.STILL: "står stille",
    Status.BACK: "går den forkerte vej", Status.FOLLOWED: "følges", Status.FIRST: "er talt første gang",
    Status.NONE: "mangler endnu",
}  # fmt: skip


# -- The two questions ------------------------------------------------------------------------------

CAN_WE = "Kan vores arbejde påvirke det?"
IS_LOGGED = "Kan vi bruge tal, vi allerede har?"


def advice_on(influence: Influence, *, by_hand: bool, minutes: int = 0) -> str:
    """What is said, kindly, when an answer to the two questions tells of wasted effort; "" for nothing."""
    if influence == Influence.NO:
        return "I kan ikke selv flytte det. Find et delmål, I kan flytte, og brug dette som baggrund."
    if by_hand and minutes >= 60:
        return "Det tager en time eller mere hver gang. Kan noget, I allerede logger, fortælle det samme?"
    return ""
