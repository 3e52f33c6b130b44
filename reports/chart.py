"""A small chart of one indicator, as shapes that a template writes as SVG. Plain Python; lengths in px.

What happens in a period is drawn as columns, how things stand at its end as a line. The target is a dashed
line with its words, the latest figure is written out, and a period that still runs is only outlined: nothing
is told by colour alone. The sentence and the table beside it say the same.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reports.amounts import amount_text
from reports.goal_rules import Aim, Direction, Point, known

WIDTH, HEIGHT = 320, 196
# Round the plot: for the figures at the left, the words over it, and the periods under it.
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 26, 30
FONT = 14
# How wide a sign of a label is at most, how many periods are named, and how far apart.
DIGIT, MARKS_AT_MOST, GAP = 7.8, 4, 4
COLUMN_SHARE, COLUMN_AT_MOST = 0.64, 26
STEPS = (1, 2, 2.5, 5, 10)
LINES_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A text and where it stands; `anchor` as SVG calls it."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Column:
    """One period as a column; one that still runs is outlined."""

    x: float
    y: float
    width: float
    height: float
    runs: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure on the line."""

    x: float
    y: float
    runs: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """All shapes. `grid` are heights of thin lines, `zero` that of nothing, `target` that of the target."""

    size: tuple[int, int]
    left: float
    right: float
    grid: tuple[float, ...]
    zero: float
    scale: tuple[Word, ...]
    marks: tuple[Word, ...]
    columns: tuple[Column, ...] = ()
    lines: tuple[str, ...] = ()
    dots: tuple[Dot, ...] = ()
    target: float | None = None
    target_word: Word | None = None
    latest: Word | None = None
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where a figure and a period stand."""

    low: float
    high: float
    number: int

    @property
    def step(self) -> float:
        return (WIDTH - LEFT - RIGHT) / max(self.number, 1)

    def x(self, place: int) -> float:
        return round(LEFT + self.step * (place + 0.5), 1)

    def y(self, amount: float) -> float:
        share = (float(amount) - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def chart_of(points: Sequence[Point], aim: Aim, *, adds_up: bool = False) -> Chart:
    """The chart of a series; without any figure only its frame."""
    target = None if aim.direction == Direction.WATCH else aim.target
    amounts = [float(one.amount) for one in known(points)]
    bounds = [*amounts, *([float(target)] if target is not None else [])]
    ticks = _ticks(min([0.0, *bounds]), max([0.0, *bounds]))
    plot = _Plot(ticks[0], ticks[-1], len(points))
    target_y = None if target is None else plot.y(target)
    return Chart(
        (WIDTH, HEIGHT), LEFT, WIDTH - RIGHT, tuple(plot.y(tick) for tick in ticks), plot.y(0),
        tuple(Word(LEFT - 6, plot.y(tick) + 4.5, _tick_text(tick), "end") for tick in ticks),
        tuple(_marks(points, plot)),
        columns=tuple(_columns(points, plot)) if adds_up else (),
        lines=() if adds_up else tuple(_lines(points, plot)),
        dots=() if adds_up else tuple(_dots(points, plot)),
        target=target_y,
        target_word=None if target_y is None else _target_word(points, plot, target_y, target, aim.unit),
        latest=_latest(points, plot), is_empty=not amounts,
    )  # fmt: skip


def _ticks(low: float, high: float) -> list[float]:
    """Round figures from at most `low` to at least `high`, few of them, evenly apart."""
    if low == high:
        return [0.0, 1.0]
    rough = (high - low) / LINES_AT_MOST
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * one for one in STEPS if size * one >= rough * 0.999)
    # Whole things are not halved.
    step = step if step != 2.5 or size > 1 else 5.0
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(step * number, 6) for number in range(first, last + 1)]


def _tick_text(tick: float) -> str:
    """A figure at the side: "1.200", "1,2 mio."."""
    for size, word in ((1_000_000, " mio."), (10_000, " t.")):
        if abs(tick) >= size:
            divisor = 1_000 if word == " t." else size
            return amount_text(Decimal(str(round(tick / divisor, 1)))) + word
    return amount_text(Decimal(str(round(tick, 2))))


def _columns(points: Sequence[Point], plot: _Plot):
    width = round(min(plot.step * COLUMN_SHARE, COLUMN_AT_MOST), 1)
    zero = plot.y(0)
    for place, one in enumerate(points):
        if one.amount is None:
            continue
        y = plot.y(one.amount)
        # A figure of nothing is still seen.
        height = max(abs(zero - y), 1.5)
        top = min(y, zero) if abs(zero - y) >= 1.5 else zero - 1.5
        yield Column(round(plot.x(place) - width / 2, 1), round(top, 1), width, round(height, 1), one.runs)


def _lines(points: Sequence[Point], plot: _Plot):
    """A path for each stretch without a gap; one figure alone has a dot and no path."""
    stretch: list[str] = []
    for place, one in [*enumerate(points), (len(points), None)]:
        if one is not None and one.amount is not None:
            stretch.append(f"{plot.x(place)} {plot.y(one.amount)}")
            continue
        if len(stretch) > 1:
            yield f"M{'L'.join(stretch)}"
        stretch = []


def _dots(points: Sequence[Point], plot: _Plot):
    return [
        Dot(plot.x(place), plot.y(one.amount), one.runs)
        for place, one in enumerate(points)
        if one.amount is not None
    ]


def _marks(points: Sequence[Point], plot: _Plot) -> list[Word]:
    """Names of as many periods as there is room for: the last, the first and some between."""
    last = len(points) - 1
    for number in range(MARKS_AT_MOST, 1, -1):
        places = sorted({round(last * part / (number - 1)) for part in range(number)})
        words = [_mark(points[place], plot.x(place)) for place in places if last >= 0]
        if all(_end(one) + GAP < _begin(after) for one, after in pairwise(words)):
            return words
    return [_mark(points[last], plot.x(last))]


def _mark(point: Point, x: float) -> Word:
    text = point.period.mark
    half = len(text) * DIGIT / 2
    return Word(round(min(max(x, half + 1), WIDTH - half - 1), 1), HEIGHT - 9, text)


def _begin(word: Word) -> float:
    return word.x - len(word.text) * DIGIT / 2


def _end(word: Word) -> float:
    return word.x + len(word.text) * DIGIT / 2


def _latest(points: Sequence[Point], plot: _Plot) -> Word | None:
    """The latest figure, over it."""
    there = [(place, one) for place, one in enumerate(points) if one.amount is not None]
    if not there:
        return None
    place, one = there[-1]
    text = amount_text(one.amount)
    half = len(text) * DIGIT / 2
    y = plot.y(max(one.amount, Decimal(0)) if one.amount >= 0 else one.amount)
    return Word(
        round(min(max(plot.x(place), LEFT + half), WIDTH - half - 1), 1),
        round(y - 8 if one.amount >= 0 else y + FONT + 4, 1), text,
    )  # fmt: skip


def _target_word(points: Sequence[Point], plot: _Plot, y: float, target: Decimal, unit: str) -> Word:
    """ "Mål 25", over the line or, where the chart ends or a figure stands there, under it."""
    text = f"Mål {amount_text(target, '%' if unit == '%' else '')}"
    begun = [plot.y(one.amount) for one in known(points[:4])]
    over_is_free = y - FONT - 4 > 0 and not any(y - FONT - 8 < at < y for at in begun)
    return Word(LEFT + 4, round(y - 5 if over_is_free else y + FONT + 2, 1), text, "start")
