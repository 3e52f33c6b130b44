"""When half a year has gone, how a group stands, and where its answers are drawn."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.initiative_method import CONDITIONS, FACTORS
from mapping.review_drawing import track
from mapping.review_rules import Said, again_on, due, half_year_before, moved, rows_of, standing, to_do

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
LEVELS = st.one_of(st.none(), st.integers(0, 3))
KEYS = [one.key for one in CONDITIONS.questions]
ANSWERS = st.dictionaries(st.sampled_from(KEYS), LEVELS.map(Said))


@pytest.mark.parametrize(
    ("today", "before"),
    [
        (date(2026, 11, 29), date(2026, 5, 29)),
        (date(2026, 6, 30), date(2025, 12, 30)),
        (date(2026, 7, 1), date(2026, 1, 1)),
        (date(2026, 8, 31), date(2026, 2, 28)),
        (date(2028, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2026, 6, 30)),
    ],
)
def test_half_a_year_is_counted_in_months(today, before):
    assert half_year_before(today) == before


@pytest.mark.parametrize(
    ("last", "today", "is_due"),
    [
        (date(2026, 5, 4), date(2026, 11, 3), False),
        (date(2026, 5, 4), date(2026, 11, 4), True),
        (date(2026, 8, 31), date(2027, 2, 28), False),
        (date(2026, 8, 31), date(2027, 3, 1), True),
    ],
)
def test_it_is_due_on_the_day(last, today, is_due):
    assert due(last, today) is is_due


@given(DAYS)
def test_the_day_it_is_due_again_is_the_first_one(last):
    day = again_on(last)
    assert due(last, day)
    assert not due(last, day - timedelta(days=1))
    assert 181 <= (day - last).days <= 184


@given(DAYS, DAYS)
def test_what_is_due_stays_due(last, today):
    if due(last, today):
        assert due(last, today + timedelta(days=1))


def answered(topic, *levels):
    keys = [one.key for one in topic.questions]
    return {key: Said(level) for key, level in zip(keys, levels, strict=False)}


@pytest.mark.parametrize(
    ("topic", "levels", "said"),
    [
        (FACTORS, (), "Ingen har svaret endnu."),
        (FACTORS, (None,), "Ingen har svaret endnu."),
        (FACTORS, (None, 1), "Én er ikke på plads endnu, tre er ikke besvaret."),
        (FACTORS, (2,), "Én er på plads, tre er ikke besvaret."),
        (FACTORS, (2, 2, 2, 2), "Alle fire er på plads."),
        (FACTORS, (0, 1), "To er ikke på plads endnu, to er ikke besvaret."),
        (FACTORS, (2, 1, 0), "Én er på plads, to er det ikke endnu, én er ikke besvaret."),
        (FACTORS, (2, 1, 0, 0), "Én af fire er på plads."),
        (FACTORS, (0, 1, 0, 0), "Ingen af fire er på plads."),
        (CONDITIONS, (2, 1), "Én er på plads eller på vej, én er det ikke endnu, tolv er ikke besvaret."),
        (CONDITIONS, (2,) * 10 + (0,) * 4, "Ti af 14 er på plads eller på vej."),
    ],
)
def test_where_they_stand_is_said_in_a_sentence(topic, levels, said):
    assert standing(topic, rows_of(topic, answered(topic, *levels))) == said


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ((), (1, 2), ""),
        ((1,), (None, 2), ""),
        ((1, 2), (1, 2), "Intet har rykket sig siden sidst."),
        ((0, 1), (2, 2), "To er rykket frem siden sidst."),
        ((2,), (1,), "Én er gået tilbage siden sidst."),
        ((2, 1, 0), (1, 3, 1), "To er rykket frem og én gået tilbage siden sidst."),
    ],
)
def test_what_moved_is_said_in_a_sentence(before, now, said):
    rows = rows_of(CONDITIONS, answered(CONDITIONS, *now), answered(CONDITIONS, *before))
    assert moved(rows) == said


def test_what_to_do_begins_with_the_lowest():
    rows = rows_of(FACTORS, answered(FACTORS, 1, 2, 0, None))
    assert [row.question.key for row in to_do(FACTORS, rows)] == ["network", "backing"]


@given(ANSWERS, ANSWERS)
def test_every_answer_that_is_not_enough_is_something_to_do(now, before):
    rows = rows_of(CONDITIONS, now, before)
    low = {key for key, said in now.items() if said.level is not None and said.level < CONDITIONS.enough}
    assert {row.question.key for row in to_do(CONDITIONS, rows)} == low
    assert [row.question for row in rows] == list(CONDITIONS.questions)


@given(
    st.integers(2, 6).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1), st.integers(0, n - 1)))
)
def test_answers_stand_on_the_stops_of_their_line(drawn):
    levels, now, before = drawn
    found = track(levels, now, before)
    assert found.stops[now] == found.now
    assert found.stops[before] == found.before
    assert list(found.stops) == sorted(set(found.stops))
    assert 0 < found.first < found.last < found.width
    assert found.moves == (now != before)


def test_nothing_said_is_nothing_drawn():
    assert (track(4, None).now, track(4, None).before, track(4, 2).moves) == (None, None, False)
