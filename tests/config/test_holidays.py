"""The days that have a name in Denmark."""

from datetime import date

import pytest

from config.holidays import easter, named_day

# As they stand in the almanac.
DAYS_2026 = [
    ((1, 1), "nytårsdag", True), ((4, 2), "skærtorsdag", True), ((4, 3), "langfredag", True),
    ((4, 5), "påskedag", True), ((4, 6), "2. påskedag", True), ((5, 14), "Kristi himmelfartsdag", True),
    ((5, 24), "pinsedag", True), ((5, 25), "2. pinsedag", True), ((6, 5), "grundlovsdag", False),
    ((12, 24), "juleaften", False), ((12, 25), "juledag", True), ((12, 26), "2. juledag", True),
    ((12, 31), "nytårsaften", False),
]  # fmt: skip


@pytest.mark.parametrize(("on", "name", "is_holiday"), DAYS_2026)
def test_the_named_days_of_2026(on, name, is_holiday):
    found = named_day(date(2026, *on))
    assert (found.name, found.is_holiday) == (name, is_holiday)


def test_no_other_day_of_2026_has_a_name():
    days = [date.fromordinal(date(2026, 1, 1).toordinal() + number) for number in range(365)]
    assert len([day for day in days if named_day(day)]) == len(DAYS_2026)


@pytest.mark.parametrize(
    "day", ["2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2027-03-28", "2038-04-25", "2049-04-18"]
)
def test_easter_early_and_late(day):
    found = date.fromisoformat(day)
    assert easter(found.year) == found


def test_store_bededag_was_a_holiday_for_the_last_time_in_2023():
    assert named_day(date(2023, 5, 5)).name == "store bededag"
    assert named_day(date(2024, 4, 26)) is None


def test_two_names_that_meet_stand_together():
    assert named_day(date(2017, 6, 5)).name == "2. pinsedag og grundlovsdag"
