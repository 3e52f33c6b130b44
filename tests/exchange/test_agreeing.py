"""How far an agreement has come."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.agreeing import ENDED, WAITING, Facts, Stage, sentence, stage

TODAY = date(2026, 11, 30)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(False, False, TODAY), Stage.WAITS_FOR_BOTH),
        (Facts(False, True, TODAY), Stage.WAITS_FOR_GIVER),
        (Facts(True, False, TODAY), Stage.WAITS_FOR_TAKER),
        (Facts(True, True, date(2026, 12, 1)), Stage.AGREED),
        (Facts(True, True, TODAY), Stage.RUNNING),
        (Facts(True, True, date(2026, 1, 1), TODAY), Stage.RUNNING),
        (Facts(True, True, date(2026, 1, 1), date(2026, 11, 29)), Stage.OVER),
        (Facts(True, True, date(2026, 1, 1), None, "done"), Stage.DONE),
        (Facts(True, False, TODAY, None, "stopped"), Stage.STOPPED),
    ],
)
def test_where_it_stands(facts, expected):
    assert stage(facts, TODAY) is expected


@given(giver=st.booleans(), taker=st.booleans(), starts=DAYS, today=DAYS)
def test_it_waits_until_both_have_said_yes_and_no_longer(giver, taker, starts, today):
    assert (stage(Facts(giver, taker, starts), today) in WAITING) is not (giver and taker)


@given(giver=st.booleans(), taker=st.booleans(), starts=DAYS, today=DAYS)
def test_what_has_ended_stays_ended(giver, taker, starts, today):
    assert stage(Facts(giver, taker, starts, None, "done"), today) in ENDED


@pytest.mark.parametrize("at", Stage)
def test_each_stage_is_a_sentence(at):
    told = sentence(at, giver="Huset", taker="Rosen", starts_on=date(2026, 12, 1), today=TODAY)
    assert told.endswith(".")
    assert ("Rosen" in told) is (at in {Stage.WAITS_FOR_BOTH, Stage.WAITS_FOR_TAKER})
