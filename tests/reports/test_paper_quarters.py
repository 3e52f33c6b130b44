"""A year in quarters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.paper_quarters import attended, happened, quarter_of, share, told

TODAY = date(2026, 8, 20)
DAYS = st.dates(date(2025, 1, 1), TODAY)


@pytest.mark.parametrize(("month", "quarter"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (12, 4)])
def test_quarter_of(month, quarter):
    assert quarter_of(date(2026, month, 1)) == quarter


def test_a_quarter_to_come_is_not_nothing():
    row = happened("Møder", [date(2026, 1, 5), date(2026, 8, 1), date(2025, 1, 1)], 2026, TODAY).row
    assert row == ("Møder", 1, 0, 1, None, 2)


@given(days=st.lists(DAYS, max_size=40))
def test_the_quarters_add_up_to_the_year(days):
    found = happened("Møder", days, 2026, TODAY)
    assert found.total == sum(number or 0 for number in found.quarters)
    assert found.total == sum(day.year == 2026 for day in days)


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(0, 0, ""), (1, 3, "33 %"), (1, 2, "50 %"), (2, 3, "67 %")]
)
def test_share(part, whole, said):
    assert share(part, whole) == said


def test_attendance_counts_what_is_written_down_alone():
    marks = [(date(2026, 1, 5), True), (date(2026, 2, 5), False), (date(2025, 2, 5), False)]
    assert attended(marks, 2026, TODAY) == ("50 %", "", "", None, "50 %")


def test_told_leaves_out_what_did_not_happen():
    pairs = [
        (56, "én aktør", "aktører"),
        (0, "ét møde", "møder"),
        (1, "én aftale", "aftaler"),
        (5, "", "møder"),
    ]
    said = "noteret 56 aktører, én aftale og fem møder."
    assert told(pairs, 2026, TODAY) == f"I 2026 har I indtil nu {said}"
    assert told(pairs, 2025, TODAY) == f"I 2025 har I {said}"
    assert told([(0, "ét møde", "møder")], 2026, TODAY) == ""
