"""Which forum is above which, and the picture of it."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.chain_drawing import PILL_HEIGHT, Flow, draw_chain, name_lines
from meetings.chain_layout import HEIGHT, WIDTH, ForumBox
from meetings.chain_rules import Direction, above, direction, nearest_first, would_circle
from meetings.turns import Turn, on_duty, to_come

CHAIN = {
    "board": None, "group": "board", "centre": "group", "east": "centre", "west": "centre",
    "staff": "group", "jobs": "board", "house": None,
}  # fmt: skip


def boxes(chain=None, **told) -> list[ForumBox]:
    return [
        ForumBox(key, "Følgegruppe", f"Forum {key}", parent, told.get(key, ""))
        for key, parent in (CHAIN if chain is None else chain).items()
    ]


@pytest.mark.parametrize(
    ("sender", "receiver", "way"),
    [
        ("east", "board", Direction.UP), ("east", "centre", Direction.UP), ("board", "west", Direction.DOWN),
        ("east", "west", Direction.ACROSS), ("jobs", "staff", Direction.ACROSS),
    ],
)  # fmt: skip
def test_up_down_and_across(sender, receiver, way):
    assert direction(CHAIN, sender, receiver) == way


def test_no_forum_comes_to_stand_above_itself():
    assert above(CHAIN, "east") == ["centre", "group", "board"]
    assert would_circle(CHAIN, "group", "east")
    assert would_circle(CHAIN, "group", "group")
    assert not would_circle(CHAIN, "east", "jobs")
    assert not would_circle(CHAIN, "board", None)


def test_those_above_are_offered_first_then_those_below():
    assert nearest_first(CHAIN, "centre", list(CHAIN)) == [
        "group", "board", "east", "west", "staff", "jobs", "house",
    ]  # fmt: skip


TREES = st.lists(st.integers(0, 100), max_size=24).map(
    lambda picks: {n: (pick % (n + 1) - 1 if pick % (n + 1) else None) for n, pick in enumerate(picks)}
)


@given(TREES)
def test_no_two_forums_lie_on_each_other_and_all_are_on_the_picture(tree):
    drawing = draw_chain(boxes(tree), [])
    assert {box.forum.key for box in drawing.boxes} == set(tree)
    for a, b in combinations(drawing.boxes, 2):
        assert abs(a.x - b.x) >= WIDTH or abs(a.y - b.y) >= HEIGHT, (a, b)
    for box in drawing.boxes:
        assert 0 < box.x < drawing.width - WIDTH
        assert 0 < box.y < drawing.height - HEIGHT


@given(TREES)
def test_whoever_is_above_stands_higher_up(tree):
    tops = {box.forum.key: box.y for box in draw_chain(boxes(tree), []).boxes}
    assert all(tops[parent] < tops[key] for key, parent in tree.items() if parent is not None)


@given(st.dictionaries(st.integers(0, 6), st.integers(0, 6), max_size=7))
def test_forums_in_a_circle_are_drawn_all_the_same(parents):
    assert {box.forum.key for box in draw_chain(boxes(parents), []).boxes} == set(parents)


def test_what_is_on_its_way_stands_as_signs_with_words():
    flows = [
        Flow("east", "centre", 2),
        Flow("centre", "east", 1, 1),
        Flow("east", "board", 1),
        Flow("jobs", "staff", 3),
    ]
    drawing = draw_chain(boxes(), flows)
    assert [(pill.text, pill.way, pill.is_late) for pill in drawing.pills] == [
        ("2 op", "up", False), ("1 ned, 1 sent", "down", True), ("1 op", "up", False),
        ("3 på tværs", "across", False),
    ]  # fmt: skip
    assert len(drawing.across) == 2
    assert drawing.description == (
        "Kæden har 8 fora. 7 punkter er på vej mellem dem. 1 er over fristen. Tabellen viser det samme."
    )


def test_signs_do_not_hide_each_other():
    flows = [Flow("east", "centre", 2, 2), Flow("centre", "east", 1, 1), Flow("west", "centre", 12)]
    pills = draw_chain(boxes(), flows).pills
    for a, b in combinations(pills, 2):
        assert a.x + a.width <= b.x or b.x + b.width <= a.x or abs(a.y - b.y) >= PILL_HEIGHT


def test_a_long_name_is_kept_within_its_box():
    assert name_lines("Koordinationsgruppen") == ("Koordinationsgruppen",)
    lines = name_lines(
        "Ressourcenetværket om uddannelse, beskæftigelse og fritidsjob for unge over tretten år"
    )
    assert len(lines) == 2
    assert lines[1].endswith("…")
    (word,) = name_lines("Beskæftigelsesogfritidsjobressourcenetværket")
    assert word.endswith("…")


# -- The rotation plan --------------------------------------------------------------------------------------


@given(st.lists(st.dates(), unique=True, max_size=6), st.dates())
def test_it_is_the_turn_of_who_began_last(starts, today):
    turns = [Turn(n, day) for n, day in enumerate(starts)]
    now = on_duty(turns, today)
    begun = [day for day in starts if day <= today]
    assert (now.starts_on if now else None) == max(begun, default=None)
    assert [turn.starts_on for turn in to_come(turns, today)] == sorted(set(starts) - set(begun))
