"""Minutes per step add up, and nothing gets less than it needs."""

import pytest

from valuegame import method
from valuegame.schedule import TooShort, following, least_minutes, lines, plan_minutes

ALL_WAYS = [(opening, stronger) for opening in (False, True) for stronger in (False, True)]


@pytest.mark.parametrize(("opening", "stronger"), ALL_WAYS)
@pytest.mark.parametrize("total", [60, 75, 90, 120, 121, 180, 240])
def test_the_minutes_add_up_to_the_time_there_is(opening, stronger, total):
    steps = method.chosen_steps(opening=opening, stronger=stronger)
    if least_minutes(steps) > total:
        with pytest.raises(TooShort):
            plan_minutes(steps, total)
        return
    minutes = plan_minutes(steps, total)
    assert sum(minutes.values()) == total
    assert all(minutes[step.key] >= step.least for step in steps)
    assert (method.BREAK in minutes) == (total >= method.BREAK_FROM)


def test_a_game_without_extras_fits_an_hour_and_one_with_both_an_hour_and_a_half():
    assert least_minutes(method.chosen_steps(opening=False, stronger=False)) <= 60
    assert least_minutes(method.chosen_steps(opening=True, stronger=True)) <= 90


def test_too_short_says_how_much_it_takes():
    with pytest.raises(TooShort) as problem:
        plan_minutes(method.chosen_steps(opening=True, stronger=True), 50)
    assert problem.value.least == least_minutes(method.STEPS)


def test_the_break_has_no_number_and_follows_the_telling():
    steps = method.chosen_steps(opening=False, stronger=True)
    shown = [(line.number, line.key) for line in lines(steps, plan_minutes(steps, 120))]
    assert shown == [
        (1, "welcome"), (2, "lay"), (3, "tell"), (None, "break"), (4, "puzzle"), (5, "adjust"),
        (6, "stronger"), (7, "gather"),
    ]  # fmt: skip


def test_the_next_and_the_one_before():
    steps = method.chosen_steps(opening=False, stronger=False)
    shown = lines(steps, plan_minutes(steps, 60))
    assert following(shown, "lobby") == "welcome"
    assert following(shown, "welcome", -1) is None
    assert following(shown, "gather") is None
    assert following(shown, "tell") == "puzzle"
