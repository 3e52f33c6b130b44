"""When the week's mail is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.digest_days import DIGEST_DAYS, counts_as_sent, is_due, monday_of, next_day

# A Wednesday, its Monday, and the Monday before.
TODAY, THIS, LAST = date(2026, 10, 14), date(2026, 10, 12), date(2026, 10, 5)


def test_one_can_have_it_on_working_days():
    assert DIGEST_DAYS[0] == (0, "Mandag")
    assert [number for number, _ in DIGEST_DAYS] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("day", "sent_for", "due"),
    [
        (2, None, True), (2, LAST, True), (2, THIS, False),
        # The machine was off on its day; it is made up for, once.
        (0, LAST, True), (0, THIS, False),
        (3, LAST, False), (None, None, False), (None, LAST, False),
    ],
)  # fmt: skip
def test_whether_it_goes_out_today(day, sent_for, due):
    assert is_due(day, sent_for, TODAY) is due


@pytest.mark.parametrize(("day", "sent_for"), [(0, THIS), (1, THIS), (2, LAST), (3, LAST), (None, LAST)])
def test_who_chooses_a_day_that_has_gone_by_begins_next_week(day, sent_for):
    assert counts_as_sent(day, LAST, TODAY) == sent_for


@given(st.integers(0, 4), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_run_every_day_it_is_sent_once_a_week(day, first):
    sent, weeks = None, []
    for today in (first + timedelta(days=n) for n in range(28)):
        if is_due(day, sent, today):
            sent = monday_of(today)
            weeks.append(sent)
    assert len(weeks) == len(set(weeks))
    assert {monday_of(first + timedelta(days=n)) for n in (7, 14)} <= set(weeks)


@given(st.integers(0, 4), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_the_next_mail_comes_within_a_week_or_so_on_a_day_it_is_due(day, today):
    sent = counts_as_sent(day, None, today)
    found = next_day(day, sent, today)
    assert is_due(day, sent, found)
    assert found.weekday() == day
    assert today <= found < today + timedelta(days=7)
