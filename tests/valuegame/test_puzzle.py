"""What the laid puzzle shows, and in which order they tell."""

import pytest

from valuegame import puzzle
from valuegame.method import chosen_steps
from valuegame.rules import Kind, Move, play
from valuegame.schedule import lines, plan_minutes
from valuegame.standing import Place, Standing

NAMES = {"a": "Biblioteket", "b": "Nabomødrene", "c": "Købmand Ågaard", "d": "Jobhuset Øst"}
LAID = {
    "a": {"1": "gets", "2": "gets"},
    "b": {"1": "gets", "5": "wants"},
    "c": {"1": "wants", "4": "gets"},
    "d": {},
}
STARS = {"a": "1", "b": "5", "c": "1"}


@pytest.fixture
def standing():
    """Four organisations, three of which have laid."""
    moves, count = [], 0
    for seat, laid in LAID.items():
        for piece, how in laid.items():
            count += 1
            moves.append(Move(str(count), count, Kind.LAY, seat=seat, target=piece, value=how))
    for seat, piece in STARS.items():
        count += 1
        moves.append(Move(str(count), count, Kind.STAR, seat=seat, value=piece))
    table = play(moves)
    steps = chosen_steps(opening=False, stronger=False)
    places = tuple(Place(seat, name, "other", table.hand(seat)) for seat, name in NAMES.items())
    return Standing("Fritidsjob", "", len(moves), lines(steps, plan_minutes(steps, 60)), places, table)


def said(found):
    return [(one.piece.short, [place.name for place in one.places]) for one in found]


def test_what_is_shared_what_is_lone_and_what_is_wished_for(standing):
    assert said(puzzle.shared(standing)) == [
        ("Målgruppe", ["Biblioteket", "Nabomødrene", "Købmand Ågaard"]),
    ]
    assert said(puzzle.lone(standing)) == [
        ("Faglighed", ["Biblioteket"]), ("Ansvar", ["Købmand Ågaard"]), ("Ressourcer", ["Nabomødrene"]),
    ]  # fmt: skip
    assert said(puzzle.wishes(standing)) == [
        ("Målgruppe", ["Købmand Ågaard"]),
        ("Ressourcer", ["Nabomødrene"]),
    ]


def test_those_with_the_same_star_tell_after_each_other_and_those_without_last(standing):
    names = [place.name for place in puzzle.telling_order(standing)]
    assert names == ["Biblioteket", "Købmand Ågaard", "Nabomødrene", "Jobhuset Øst"]


def test_a_game_that_has_not_begun_is_in_the_lobby_and_hides_what_is_laid(standing):
    assert (standing.key, standing.heading, standing.number, standing.next_key()) == (
        "lobby", "Velkommen", None, "welcome",
    )  # fmt: skip
    assert standing.hides_hands
    assert standing.numbered == 6
