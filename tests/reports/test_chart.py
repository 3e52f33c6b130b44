"""The chart of an indicator: everything inside its frame, no label over another, nothing by colour alone."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.chart import BOTTOM, DIGIT, HEIGHT, TOP, WIDTH, chart_of
from reports.goal_periods import Frequency, back_from
from reports.goal_rules import Aim, Direction, Point

amounts = st.lists(st.none() | st.decimals(-99_999, 999_999, places=2), max_size=48)
targets = st.none() | st.decimals(-9_999, 999_999, places=1)


def series(amounts, frequency=Frequency.MONTH):
    periods = back_from(date(2026, 11, 3), frequency, len(amounts)) if amounts else ()
    return [
        Point(period, None if one is None else Decimal(one))
        for period, one in zip(periods, amounts, strict=True)
    ]


def test_no_figure_gives_an_empty_frame():
    chart = chart_of([], Aim())
    assert chart.is_empty
    assert (chart.columns, chart.lines, chart.dots, chart.latest) == ((), (), (), None)
    assert chart_of(series([None, None]), Aim(target=Decimal(5))).target is not None


def test_one_figure_is_a_dot_and_no_line():
    chart = chart_of(series([7]), Aim())
    assert (len(chart.dots), chart.lines, chart.latest.text) == (1, (), "7")


def test_a_gap_breaks_the_line():
    chart = chart_of(series([1, 2, None, 4, 5, None, 7]), Aim())
    assert (len(chart.lines), len(chart.dots)) == (2, 5)


def test_forty_eight_columns_have_room():
    chart = chart_of(series(range(48)), Aim(), adds_up=True)
    assert len(chart.columns) == 48
    ends = [one.x + one.width for one in chart.columns]
    assert all(end <= after.x for end, after in zip(ends, chart.columns[1:], strict=False))


def test_what_is_below_nothing_hangs_from_its_line():
    chart = chart_of(series([-4, 6]), Aim(), adds_up=True)
    down, up = chart.columns
    assert down.y == pytest.approx(chart.zero)
    assert up.y + up.height == pytest.approx(chart.zero)


def test_the_target_is_drawn_unless_it_is_only_followed():
    chart = chart_of(series([1, 2]), Aim(target=Decimal(25)))
    assert chart.target_word.text == "Mål 25"
    assert chart.target < chart.dots[-1].y
    assert chart_of(series([1, 2]), Aim(Direction.WATCH, target=Decimal(25))).target is None


def test_a_month_that_runs_is_outlined():
    runs = Point(back_from(date(2026, 11, 3), Frequency.MONTH, 1)[0], Decimal(3), runs=True)
    assert [one.runs for one in chart_of([runs], Aim(), adds_up=True).columns] == [True]


@given(amounts, targets, st.booleans())
def test_all_of_it_is_inside_the_frame(amounts, target, adds_up):
    chart = chart_of(series(amounts), Aim(target=target), adds_up=adds_up)
    heights = [*chart.grid, *(one.y for one in chart.dots), *([chart.target] if target is not None else [])]
    heights += [y for one in chart.columns for y in (one.y, one.y + one.height)]
    assert all(TOP - 1.5 <= y <= HEIGHT - BOTTOM + 1.5 for y in heights)
    words = [*chart.marks, *([chart.latest] if chart.latest else [])]
    assert all(0 <= word.y <= HEIGHT and word.x - len(word.text) * DIGIT / 2 >= 0 for word in words)
    assert all(word.x + len(word.text) * DIGIT / 2 <= WIDTH for word in words)


@given(amounts, st.sampled_from(Frequency))
def test_periods_stand_apart_and_figures_at_the_side_are_few(amounts, frequency):
    chart = chart_of(series(amounts, frequency), Aim())
    ends = [one.x + len(one.text) * DIGIT / 2 for one in chart.marks]
    begins = [one.x - len(one.text) * DIGIT / 2 for one in chart.marks]
    assert all(end < begin for end, begin in zip(ends, begins[1:], strict=False))
    assert 2 <= len(chart.grid) <= 7
    assert len({word.text for word in chart.scale}) == len(chart.scale)


@given(amounts)
def test_higher_figures_stand_higher(amounts):
    chart = chart_of(series(amounts), Aim())
    known = [one for one in amounts if one is not None]
    pairs = sorted(zip(known, (dot.y for dot in chart.dots), strict=True))
    assert all(low[1] >= high[1] for low, high in pairwise(pairs))
