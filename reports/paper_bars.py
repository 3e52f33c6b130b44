"""A small chart of bars with the number on each, as shapes for one SVG template. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass

from config.danish import number

# In the units of the drawing: a chart, its bars, and what stands above and below them.
WIDTH, HEIGHT, TOP, GROUND = 400, 190, 46, 160
GAP = 0.28
WIDEST = 46
# Letters under a bar stand clear of their neighbours.
BESIDE = 24


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its number above and its name below; all as text for the template."""

    x: str
    y: str
    width: str
    height: str
    middle: str
    above: str
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One series of bars under its title, `left` units from the left edge of the drawing."""

    title: str
    left: int
    bars: tuple[Bar, ...]


def chart(title: str, values: Sequence[tuple[str, int]], left: int = 0) -> Chart:
    """The chart of (name, number); the highest bar fills the height."""
    step = WIDTH / max(len(values), 1)
    wide = min(step * (1 - GAP), WIDEST)
    most = max((value for _, value in values), default=0) or 1
    return Chart(
        title, left,
        tuple(_bar(place, step, wide, name, value, most) for place, (name, value) in enumerate(values)),
    )  # fmt: skip


def _bar(place: int, step: float, wide: float, name: str, value: int, most: int) -> Bar:
    high = (GROUND - TOP) * value / most
    middle = step * place + step / 2
    return Bar(
        x=f"{middle - wide / 2:.1f}", y=f"{GROUND - high:.1f}", width=f"{wide:.1f}", height=f"{high:.1f}",
        middle=f"{middle:.1f}", above=f"{GROUND - high - 6:.1f}", number=number(value), name=name,
    )  # fmt: skip


def side_by_side(*charts: tuple[str, Sequence[tuple[str, int]]]) -> tuple[Chart, ...]:
    """Charts beside each other."""
    return tuple(
        chart(title, values, place * (WIDTH + BESIDE)) for place, (title, values) in enumerate(charts)
    )


def width_of(charts: Sequence[Chart]) -> int:
    """How wide the drawing of these charts is."""
    return len(charts) * WIDTH + (len(charts) - 1) * BESIDE
