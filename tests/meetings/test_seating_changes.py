"""Who comes late or not at all is fitted in, and the others stay where their card says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.seating import Company, Guest
from meetings.seating_changes import SLACK, fitted
from meetings.seating_plan import arranged
from tests.meetings.companies import companies, strangers


@st.composite
def evenings(draw):
    """A company, how many of it were planned for, the plan, and who is here now."""
    company = draw(companies(most=24))
    known = sorted(company.place)
    planned = known[: draw(st.integers(2, len(known)))]
    size = draw(st.integers(2, 8))
    plan = arranged(company.only(planned), size=size, rounds=3, seed=1, steps=5)
    return company, size, plan, draw(st.sets(st.sampled_from(known)))


@settings(max_examples=80)
@given(evenings())
def test_everybody_here_has_one_seat_and_nobody_sits_alone(evening):
    company, size, plan, here = evening
    now = fitted(company, here=here, held=plan[:1], to_come=plan[1:], size=size)
    assert len(now.rounds) == 2
    for one in now.rounds:
        assert sorted(key for table in one for key in table) == sorted(here)
        used = [len(table) for table in one if table]
        assert len(here) < 2 or min(used) >= 2
        assert not used or max(used) - min(used) <= SLACK
        assert not used or max(used) <= max(size + 1, 3)
        assert not used or max(used) <= 8


@settings(max_examples=80)
@given(evenings())
def test_as_few_move_as_can_be(evening):
    company, size, plan, here = evening
    now = fitted(company, here=here, held=(), to_come=plan, size=size)
    for before, after, moved in zip(plan, now.rounds, now.moved, strict=True):
        tables = [[key for key in table if key in here] for table in before]
        stayed = {key for old, new in zip(tables, after, strict=False) for key in old if key in new}
        assert moved == {key for table in tables for key in table} - stayed
        assert len(moved) == fewest_moves([len(table) for table in tables], len(here), size)


def fewest_moves(left, people, size):
    """By trying every number of tables and every range of sizes that is even enough."""
    order = sorted((count for count in left if count), reverse=True)
    room = min(size + 1, 8)
    best = people
    for used in range(1, people + 1):
        # Beyond what was planned a table is laid only when there is no room at the others.
        if used > max(len(order), -(-people // room)):
            break
        for low in range(1 if people == 1 else 2, room + 1):
            high = min(low + SLACK, room)
            if low * used <= people <= high * used:
                best = min(best, moves_to(order, low, high, used, people))
    return best


def moves_to(order, low, high, used, people):
    """Seated people who must move so that the first `used` tables hold low..high."""
    there = (order + [0] * used)[:used]
    gone, late = sum(order[used:]), people - sum(order)
    over = sum(max(count - high, 0) for count in there)
    short = sum(max(low - count, 0) for count in there)
    return gone + max(over, short - late - gone, 0)


def test_a_no_show_moves_nobody_and_a_latecomer_takes_the_empty_chair():
    company = Company([Guest(f"{n:02}", f"org {n}") for n in range(13)])
    plan = arranged(company.only([f"{n:02}" for n in range(12)]), size=4, rounds=3, seed=1)
    here = {f"{n:02}" for n in range(13)} - {"05"}
    now = fitted(company, here=here, held=plan[:1], to_come=plan[1:], size=4)
    assert now.moved == (frozenset(), frozenset())
    for before, after in zip(plan[1:], now.rounds, strict=True):
        assert [set(table) - {"05"} for table in before] == [set(table) - {"12"} for table in after]
        assert sorted(map(len, after)) == [4, 4, 4]


def test_a_latecomer_sits_with_those_they_do_not_know():
    known = [Guest("k1", "a"), Guest("k2", "a"), Guest("n1", "b"), Guest("n2", "c")]
    company = Company([*known, Guest("late", "a")])
    now = fitted(company, here=company.place, held=(), to_come=[(("k1", "k2"), ("n1", "n2"))], size=2)
    assert now.rounds == ((("k1", "k2"), ("late", "n1", "n2")),)


def test_one_who_would_sit_alone_joins_others_and_the_table_keeps_its_number():
    company = strangers(6)
    plan = [(("000", "001"), ("002", "003"), ("004", "005"))]
    now = fitted(company, here={"000", "001", "002", "004", "005"}, held=(), to_come=plan, size=2)
    assert now.moved == (frozenset({"002"}),)
    assert now.rounds[0][1] == ()
    assert sorted(map(len, now.rounds[0])) == [0, 2, 3]


def test_one_moves_from_a_table_rather_than_many_to_it():
    company = strangers(21)
    keys = sorted(company.place)
    plan = [(tuple(keys[:7]), tuple(keys[7:14]), tuple(keys[14:]))]
    now = fitted(company, here={"000", *keys[7:]}, held=(), to_come=plan, size=7)
    assert now.moved == (frozenset({"000"}),)
    assert sorted(map(len, now.rounds[0])) == [0, 7, 8]
    # With three left it takes as many, so the table stays.
    now = fitted(company, here={*keys[:3], *keys[7:]}, held=(), to_come=plan, size=7)
    assert len(now.moved[0]) == 2
    assert sorted(map(len, now.rounds[0])) == [5, 6, 6]


def test_whoever_must_move_is_the_one_who_meets_most_new_people_there():
    company = strangers(10)
    # 004 is left alone. Of the other table 000, 001 and 002 have met them already.
    held = [(("000", "004"),), (("001", "004"),), (("002", "004"),)]
    plan = [(("000", "001", "002", "003"), ("004", "005", "006", "007"))]
    now = fitted(company, here={"000", "001", "002", "003", "004"}, held=held, to_come=plan, size=4)
    assert now.moved == (frozenset({"003"}),)
    assert now.rounds == ((("000", "001", "002"), ("003", "004")),)


def test_many_who_come_late_get_one_more_table():
    company = strangers(14)
    plan = [(("000", "001", "002", "003"), ("004", "005", "006", "007"))]
    now = fitted(company, here=company.place, held=(), to_come=plan, size=4)
    assert now.moved == (frozenset(),)
    assert [len(table) for table in now.rounds[0]] == [5, 5, 4]


def test_somebody_unknown_is_refused():
    with pytest.raises(ValueError, match="not in the company"):
        fitted(strangers(4), here={"000", "who"}, held=(), to_come=(), size=2)
