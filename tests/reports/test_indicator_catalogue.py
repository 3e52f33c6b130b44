"""What the app counts by itself: each rule on a handful of facts, and what is true of all of them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.goal_periods import Frequency, back_from, period_of
from reports.indicator_catalogue import AUTOMATIC, KIND, Only, counted, find
from reports.indicator_facts import (
    ActorFact,
    ContactFact,
    Facts,
    InitiativeFact,
    MeetingFact,
    ReferralFact,
    WorkFact,
)

TODAY, BEGINS = date(2026, 11, 20), date(2026, 8, 15)
OCTOBER, NOVEMBER = (period_of(date(2026, month, 1), Frequency.MONTH) for month in (10, 11))


def actor(key, kind="municipal", area="øst", is_active=True, created=date(2026, 9, 1), archived=None):
    return ActorFact(key, kind, frozenset({area}), is_active, created, archived)


def work(form, since, until, *actors, kinds=("municipal",)):
    return WorkFact(form, since, until, frozenset(actors), frozenset(kinds))


FACTS = Facts(
    TODAY, BEGINS,
    actors=(
        actor("a"), actor("b", "business", "vest", created=date(2026, 10, 5)),
        actor("c", is_active=False), actor("d", archived=date(2026, 10, 9)),
    ),
    works=(
        work(5, date(2026, 9, 1), None, "a", "b", kinds=("municipal", "business")),
        work(4, date(2026, 10, 31), date(2026, 11, 1), "a", "c"),
        work(4, date(2026, 1, 1), date(2026, 10, 30), "a", "c", "d"),
    ),
    contacts=(
        ContactFact("a", date(2026, 10, 1)), ContactFact("a", date(2026, 10, 31)),
        ContactFact("b", date(2026, 10, 2)), ContactFact("c", date(2026, 11, 1)),
    ),
    meetings=(
        MeetingFact(date(2026, 10, 1), 3, 4), MeetingFact(date(2026, 10, 31), 1, 4),
        MeetingFact(date(2026, 11, 2)),
    ),
    agreements=(date(2026, 10, 1), date(2026, 11, 1)),
    initiatives=(
        InitiativeFact(date(2026, 9, 1), None, (date(2026, 9, 1), date(2026, 11, 5))),
        InitiativeFact(date(2026, 10, 31), None, ()),
        InitiativeFact(date(2026, 1, 1), date(2026, 10, 30), (date(2026, 1, 1),)),
    ),
    referrals=(
        ReferralFact(date(2026, 10, 1), date(2026, 10, 1)),
        ReferralFact(date(2026, 10, 31), date(2026, 11, 1)),
        ReferralFact(date(2026, 10, 20)), ReferralFact(date(2026, 11, 30)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("key", "october", "november"),
    [
        ("active", None, 2), ("new_actors", 1, 0), ("reached", 2, 1), ("in_work", 3, 2), ("works", 2, 1),
        ("new_works", 1, 0), ("bridges", 1, 1), ("meetings", 2, 1), ("attendance", 50, None),
        ("agreements", 1, 1), ("initiatives", 2, 2), ("partners", "0.5", 1), ("answered", 33, None),
    ],
)  # fmt: skip
def test_what_each_counts(key, october, november):
    for period, amount in ((OCTOBER, october), (NOVEMBER, november)):
        assert counted(find(key), FACTS, period) == (None if amount is None else Decimal(amount)), period


def test_all_of_them_are_in_the_table_above():
    (mark,) = (one for one in test_what_each_counts.pytestmark if one.name == "parametrize")
    assert [row[0] for row in mark.args[1]] == [one.key for one in AUTOMATIC]


@pytest.mark.parametrize(
    ("key", "only", "amount"),
    [
        ("reached", Only("business"), 1), ("reached", Only("", "vest"), 1),
        ("reached", Only("business", "øst"), 0),
        ("in_work", Only("municipal"), 2), ("works", Only("5"), 1), ("new_works", Only("5"), 0),
        ("new_actors", Only("business"), 1),
    ],
)  # fmt: skip
def test_a_part_of_it(key, only, amount):
    assert counted(find(key), FACTS, OCTOBER, only) == amount


def test_before_the_plan_came_nothing_is_known_of_what_was_not_written():
    july = period_of(date(2026, 7, 1), Frequency.MONTH)
    assert counted(find("new_actors"), FACTS, july) is None
    assert counted(find("works"), FACTS, july) == 1
    assert counted(find("new_actors"), FACTS, july.next) == 0


def test_a_period_to_come_is_not_known():
    assert all(counted(one, FACTS, NOVEMBER.next) is None for one in AUTOMATIC)


def test_each_says_its_rule_and_its_limits():
    assert len({one.key for one in AUTOMATIC}) == len({one.name for one in AUTOMATIC}) == len(AUTOMATIC)
    for one in AUTOMATIC:
        assert one.rule.endswith(".")
        assert ("ingen historik" in one.words) == (not one.looks_back)
        assert ("dem, aktøren har i dag" in one.words) == one.takes_area
        assert set(one.needs) <= set(Facts.__dataclass_fields__)
        assert len(one.key) <= 20


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
some_facts = st.builds(
    Facts,
    today=st.just(TODAY), begins=days,
    works=st.lists(st.builds(work, st.integers(1, 5), days, st.none() | days), max_size=8).map(tuple),
    contacts=st.lists(st.builds(ContactFact, st.sampled_from("ab"), days), max_size=8).map(tuple),
    actors=st.lists(
        st.builds(actor, st.sampled_from("abc"), st.sampled_from(["municipal", "business"]), created=days),
        max_size=3, unique_by=lambda one: one.key,
    ).map(tuple),
    agreements=st.lists(days, max_size=8).map(tuple),
    meetings=st.lists(st.builds(MeetingFact, days, st.just(1), st.integers(1, 3)), max_size=5).map(tuple),
)  # fmt: skip
ADDED_UP = ("new_works", "agreements", "meetings")


@given(some_facts, days)
def test_three_months_that_add_up_are_their_quarter(facts, day):
    quarter = period_of(day, Frequency.QUARTER)
    months = back_from(quarter.last, Frequency.MONTH, 3)
    for key in ADDED_UP:
        each = [counted(find(key), facts, month) or 0 for month in months]
        assert sum(each) == (counted(find(key), facts, quarter) or 0), key


@given(some_facts, days)
def test_kinds_together_are_all_and_nothing_is_below_nothing(facts, day):
    period = period_of(min(day, TODAY), Frequency.MONTH)
    for one in AUTOMATIC:
        amount = counted(one, facts, period)
        assert amount is None or amount >= 0, one.key
        if one.part == KIND and amount is not None:
            kinds = [counted(one, facts, period, Only(kind)) for kind in ("municipal", "business")]
            assert sum(kinds) == amount, one.key


@given(some_facts, st.integers(0, 90))
def test_what_happens_later_does_not_change_a_period_that_is_over(facts, ahead):
    later = Facts(
        facts.today + timedelta(days=ahead), facts.begins, facts.actors, facts.works, facts.contacts,
        facts.meetings, facts.agreements,
    )  # fmt: skip
    for one in AUTOMATIC:
        if one.looks_back and one.key != "answered":
            assert counted(one, facts, OCTOBER) == counted(one, later, OCTOBER), one.key
