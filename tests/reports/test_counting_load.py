"""What counting costs, and what one could stop counting."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.counting_load import Counted, counted_of, drop_advice, hours_told, load_sentence, minutes_a_month
from reports.goal_periods import Frequency
from reports.goal_rules import Aim, IndicatorRow, Influence
from tests.reports.test_goal_rules import points

MONTH, QUARTER = Frequency.MONTH, Frequency.QUARTER
YEAR = tuple(range(12))


def counted(key="a", minutes=10, frequency=MONTH, influence=Influence.YES, amounts=YEAR):
    return Counted(key, f"Tal {key}", minutes, frequency, influence, amounts)


def reasons(*counted):
    return {one.key: one.reasons for one in drop_advice(counted)}


STILL, MISSED = ("Tallet har ikke flyttet sig i et år.",), ("Det er ikke talt de sidste tre gange.",)


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (counted(), None),
        (counted(influence=Influence.NO), ("I kan ikke selv flytte det.",)),
        (counted(influence=Influence.PARTLY), None),
        (counted(amounts=(3,) * 12), STILL),
        (counted(amounts=(3,) * 11), None),
        (counted(amounts=(9, *(3,) * 12)), STILL),
        (counted(amounts=(3, None) * 6), STILL),
        (counted(amounts=(*(None,) * 7, *(3,) * 5)), None),
        (counted(frequency=QUARTER, amounts=(3,) * 4), STILL),
        (counted(frequency=QUARTER, amounts=(3, 3, None, 3)), None),
        (counted(amounts=(1, 2, None, None, None)), MISSED),
        (counted(amounts=(1, 2, None, None, 3)), None),
        (counted(amounts=(None, None)), None),
        (counted(amounts=()), None),
        (counted(minutes=500), None),
    ],
)
def test_why_one_could_be_dropped(one, why):
    assert reasons(one).get("a") == why


def test_the_dear_one_is_named_among_several():
    dear, cheap = counted("a", 120), [counted(key, 20) for key in "bc"]
    assert reasons(dear, *cheap) == {"a": ("Det tager mest tid: 2 timer om måneden.",)}
    assert reasons(counted("a", 59), *cheap) == {}
    assert reasons(dear, cheap[0]) == {}
    assert reasons(*[counted(str(key), 60) for key in range(5)]) == {}


def test_most_reasons_stand_first():
    worst = counted("b", amounts=(3,) * 12, influence=Influence.NO)
    assert [one.key for one in drop_advice([counted("a", amounts=(3,) * 12), worst])] == ["b", "a"]


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, "ingen tid"), (1, "1 minut"), (59, "59 minutter"), (60, "1 time"), (390, "6,5 timer")],
)
def test_hours_in_words(minutes, told):
    assert hours_told(Decimal(minutes)) == told


def test_the_load_in_a_sentence():
    some = [counted("a", 60), counted("b", 60, QUARTER)]
    assert load_sentence(some, 7) == (
        "I tæller to tal i hånden. Det tager 1,3 timer om måneden. Syv tal kommer af sig selv."
    )
    assert load_sentence([counted("a", 60)], 0) == "I tæller ét tal i hånden. Det tager 1 time om måneden."
    assert load_sentence([], 0) == "Intet tælles i hånden."


def row(series, since=date(2020, 1, 1), rule=""):
    return IndicatorRow(
        "a", "Unge", MONTH, Aim(), tuple(series), Influence.YES, rule=rule, minutes=5, since=since
    )


def test_only_what_is_over_and_was_to_be_counted_is_asked_for():
    series = points(None, 4, None, 5, None)
    assert counted_of([row(series)], date(2026, 11, 29))[0].amounts == [None, 4, None, 5]
    assert counted_of([row(series, date(2026, 11, 1))], date(2026, 11, 29))[0].amounts == [4, None, 5]
    new = points(None, None, None)
    assert counted_of([row(new, date(2026, 11, 1))], date(2026, 11, 29))[0].amounts == []
    assert counted_of([row(series, rule="Tæller sig selv")], date(2026, 11, 29)) == []


some_counted = st.builds(
    counted,
    key=st.integers(0, 99), minutes=st.integers(0, 2400), frequency=st.sampled_from(Frequency),
    influence=st.sampled_from(Influence),
    amounts=st.lists(st.none() | st.integers(0, 3), max_size=14).map(tuple),
)  # fmt: skip


@given(st.lists(some_counted, max_size=12, unique_by=lambda one: one.key))
def test_advice_has_a_reason_and_names_what_is_counted(several):
    advice = drop_advice(several)
    assert all(one.reasons for one in advice)
    assert {one.key for one in advice} <= {one.key for one in several}
    assert sum(any("mest tid" in why for why in one.reasons) for one in advice) <= 1
    assert sum(one.minutes_a_month for one in advice) <= minutes_a_month(several)
