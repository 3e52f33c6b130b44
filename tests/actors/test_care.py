"""Who carries too much, who is about to be forgotten, and that everybody stands in one place."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.care import (
    COORDINATES_MANY,
    Balance,
    Contacted,
    Limits,
    Relation,
    asked_by,
    balance_of,
    colleagues,
    days_without,
    forgotten,
    overburdened,
    too_much,
    why_forgotten,
    why_overburdened,
)

TODAY = date(2026, 11, 22)
LIMITS = Limits(contacts=3, days=30, forgotten_after=90)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def met(*pairs) -> tuple[Contacted, ...]:
    """Contacts from (days ago, who)."""
    return tuple(Contacted(ago(days), who) for days, who in pairs)


def relation(**fields) -> Relation:
    """An active actor that was talked to today."""
    return Relation(**{"status": "active", "created_on": ago(400), "last_contact": TODAY, **fields})


@pytest.mark.parametrize(
    ("contacts", "number", "is_too_much"),
    [
        (met(), 0, False),
        (met((0, "a"), (1, "b")), 2, False),
        (met((0, "a"), (1, "b"), (2, "c")), 3, True),
        # The same colleague three times is one who asks.
        (met((0, "a"), (1, "a"), (2, "a")), 1, False),
        # Thirty days with today among them: the 29th ago counts, the 30th does not.
        (met((0, "a"), (1, "b"), (29, "c")), 3, True),
        (met((0, "a"), (1, "b"), (30, "c")), 2, False),
        # Who is no longer here was somebody; all of them are one, since nobody knows.
        (met((0, "a"), (1, None), (2, None)), 2, False),
        (met((0, "a"), (1, "b"), (2, None)), 3, True),
        (met((-1, "a"), (0, "b"), (0, "c")), 2, False),
    ],
)
def test_too_much_is_so_many_colleagues_in_so_many_days(contacts, number, is_too_much):
    assert colleagues(contacts, 30, TODAY) == number
    assert too_much(contacts, 3, 30, TODAY) is is_too_much


@pytest.mark.parametrize(
    ("status", "last", "created", "is_forgotten"),
    [
        ("active", 89, 400, False),
        ("active", 90, 400, True),
        ("contacted", 97, 400, True),
        # Never contacted counts from the day it was written down.
        ("active", None, 89, False),
        ("contacted", None, 90, True),
        # Nobody promised those anything.
        ("spotted", None, 900, False),
        ("dormant", 900, 900, False),
    ],
)
def test_forgotten_is_no_contact_for_so_long(status, last, created, is_forgotten):
    one = relation(status=status, last_contact=None if last is None else ago(last), created_on=ago(created))
    assert forgotten(one, LIMITS, TODAY) is is_forgotten


@pytest.mark.parametrize(
    ("coordinating", "contacts", "place"),
    [
        (0, met(), Balance.IN_BALANCE),
        (COORDINATES_MANY - 1, met(), Balance.IN_BALANCE),
        (COORDINATES_MANY, met(), Balance.OVERBURDENED),
        (0, met((0, "a"), (1, "b"), (2, "c")), Balance.OVERBURDENED),
    ],
)
def test_carrying_too_much_is_gathering_or_being_asked(coordinating, contacts, place):
    one = relation(coordinating=coordinating, collaborations=9, contacts=contacts)
    assert balance_of(one, LIMITS, TODAY) == place


def test_who_carries_too_much_is_not_forgotten_as_well():
    one = relation(coordinating=5, collaborations=5, last_contact=ago(200))
    assert forgotten(one, LIMITS, TODAY)
    assert balance_of(one, LIMITS, TODAY) == Balance.OVERBURDENED


def test_the_reasons_are_said_in_words():
    one = relation(
        coordinating=5, collaborations=9, contacts=met((0, "a"), (1, "b"), (2, "c")), last_contact=ago(97)
    )
    assert why_overburdened(one, LIMITS, TODAY) == [
        "De er tovholder på 5 af 9 samarbejder.",
        "Tre kolleger har talt med dem de sidste 30 dage.",
    ]
    assert why_forgotten(one, TODAY) == "97 dage siden sidste kontakt"
    assert why_overburdened(relation(), LIMITS, TODAY) == []


def test_one_colleague_and_one_day_are_said_in_the_singular():
    assert asked_by(met((0, "a")), 1, TODAY) == "Én kollega har talt med dem i dag."
    never = relation(last_contact=None, created_on=ago(120))
    assert why_forgotten(never, TODAY) == "120 dage på listen, og ingen kontakt endnu"


def test_a_contact_that_lies_ahead_is_no_negative_wait():
    assert days_without(relation(last_contact=ago(-3)), TODAY) == 0


# -- For any plan -------------------------------------------------------------------------------

days_back = st.integers(-5, 400)
contacts_of_any = st.lists(
    st.builds(Contacted, days_back.map(ago), st.sampled_from(["a", "b", "c", None])), max_size=8
).map(tuple)
relations = st.builds(
    Relation,
    status=st.sampled_from(["spotted", "contacted", "active", "dormant"]),
    created_on=days_back.map(ago),
    last_contact=st.none() | days_back.map(ago),
    contacts=contacts_of_any,
    collaborations=st.integers(0, 12),
    coordinating=st.integers(0, 12),
)
limits = st.builds(Limits, st.integers(1, 50), st.integers(1, 365), st.integers(1, 1000))


@given(st.lists(relations, max_size=12), limits)
def test_the_three_numbers_add_up_to_the_actors(many, limits):
    counts = Counter(balance_of(one, limits, TODAY) for one in many)
    assert sum(counts[place] for place in Balance) == len(many)


@given(relations, limits)
def test_the_place_agrees_with_the_two_questions(one, limits):
    place = balance_of(one, limits, TODAY)
    assert (place == Balance.OVERBURDENED) == overburdened(one, limits, TODAY)
    assert bool(why_overburdened(one, limits, TODAY)) == overburdened(one, limits, TODAY)
    if place == Balance.FORGOTTEN:
        assert forgotten(one, limits, TODAY)


@given(contacts_of_any, st.integers(1, 50), st.integers(1, 364))
def test_a_longer_look_back_and_a_lower_limit_never_say_less(contacts, limit, days):
    assert colleagues(contacts, days, TODAY) <= colleagues(contacts, days + 1, TODAY)
    if too_much(contacts, limit + 1, days, TODAY):
        assert too_much(contacts, limit, days, TODAY)
