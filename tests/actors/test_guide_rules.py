"""The guide in force: ours and the plan's own together, whatever was moved or put away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.guide import (
    OURS,
    Asked,
    Change,
    Given,
    find,
    guide_in_force,
    lines_for,
    moved,
    ours_called,
    sheets,
)
from actors.method import GUIDE, VALUES, GoesTo

OWN = Change("own-1", "", 3, "Hvem ringer I til?", 1, True)


def keys(groups, value):
    return [question.key for question in groups[value - 1].questions]


def test_without_changes_it_is_ours_by_the_five_values():
    groups = guide_in_force(())

    assert [group.value for group in groups] == list(VALUES)
    assert [question.key for group in groups for question in group.on] == [one.key for one in GUIDE]


def test_an_own_question_stands_where_it_was_put():
    assert keys(guide_in_force([OWN]), 3) == ["works_with", "wants_to_work_with", "own-1", "what_stops"]


def test_ours_moved_and_put_away():
    changes = [Change("a", "works_with", 3, "", 2, True), Change("b", "what_stops", 3, "", 0, False)]
    group = guide_in_force(changes)[2]

    assert [question.key for question in group.questions] == [
        "what_stops",
        "wants_to_work_with",
        "works_with",
    ]
    assert [question.key for question in group.on] == ["wants_to_work_with", "works_with"]


def test_a_change_of_a_question_that_is_gone_does_nothing():
    assert guide_in_force([Change("a", "no_longer_ours", 3, "", 0, True)]) == guide_in_force(())


@pytest.mark.parametrize(
    ("key", "place", "expected"),
    [
        ("c", 0, "cab"), ("a", 2, "bca"), ("a", 0, "abc"), ("b", 99, "acb"), ("b", -4, "bac"),
    ],
)  # fmt: skip
def test_a_question_is_moved_to_a_place(key, place, expected):
    questions = [Asked(one, 1, one) for one in "abc"]
    once = moved(questions, key, place)

    assert "".join(question.key for question in once) == expected
    assert moved(once, key, place) == once


def test_what_is_not_there_cannot_be_moved():
    with pytest.raises(KeyError):
        moved(guide_in_force(())[0].questions, "limits", 0)


def test_a_question_is_found_with_its_group():
    group, question = find(guide_in_force([OWN]), "own-1")

    assert (group.value.number, question.is_own) == (3, True)
    assert find(guide_in_force([OWN]), "own-2") is None


# -- What an interview asks -----------------------------------------------------------------------------


def line_of(found, key):
    return next(line for sheet in found for line in sheet.lines if line.question.key == key)


def test_an_answer_to_a_question_put_away_is_still_there_and_says_so():
    groups = guide_in_force([Change("a", "limits", 4, "", 2, False)])
    line = line_of(sheets(groups, [Given("limits", 4, "Hvad helst ikke?", "Støj")]), "limits")

    assert (line.is_before, line.answer, line.question.text) == (True, "Støj", "Hvad helst ikke?")
    assert all(one.question.key != "limits" for sheet in sheets(groups) for one in sheet.lines)


def test_an_answer_to_an_own_question_that_was_removed_is_still_there():
    line = line_of(sheets(guide_in_force(()), [Given("own-1", 3, "Hvem ringer I til?", "Lis")]), "own-1")

    assert (line.is_before, line.question.is_own, line.question.goes_to) == (True, True, GoesTo.NOTES)


def test_a_question_that_was_worded_anew_stands_as_it_was_asked():
    line = line_of(sheets(guide_in_force([OWN]), [Given("own-1", 3, "Hvem spørger I?", "Lis")]), "own-1")

    assert (line.question.text, line.now, line.is_before) == ("Hvem spørger I?", "Hvem ringer I til?", False)


def test_a_question_put_away_still_feeds_the_profile():
    groups = guide_in_force([Change("a", "has", 5, "", 0, False)])
    line = line_of(sheets(groups, [Given("has", 5, "Hvad har I?", "Telt")]), "has")

    assert line.question.goes_to == GoesTo.RESOURCES


def test_what_the_page_showed_is_asked_though_the_guide_was_changed():
    groups = guide_in_force([Change("a", "limits", 4, "", 2, False)])
    line = line_of(sheets(groups, (), [ours_called("limits")]), "limits")

    assert (line.answer, line.is_before) == ("", False)


def test_lines_for_a_part_of_the_profile():
    answers = [
        Given("has", 5, "?", "Telt\nBord\nTelt"), Given("limits", 4, "?", "Støj"), Given("x", 5, "?", "Sal"),
    ]  # fmt: skip

    assert lines_for(answers, GoesTo.RESOURCES) == ["Telt", "Bord"]


# -- Whatever was changed -------------------------------------------------------------------------------

CHANGES = st.builds(
    Change,
    pk=st.uuids().map(str),
    key=st.sampled_from(["", "", *OURS, "unknown"]),
    value=st.integers(1, 5),
    text=st.text(max_size=9),
    position=st.integers(0, 9),
    is_on=st.booleans(),
)
LISTS = st.lists(CHANGES, max_size=12, unique_by=lambda one: one.key or one.pk)
ANSWERS = st.lists(
    st.builds(
        Given, st.sampled_from([*OURS, "own"]), st.integers(0, 9), st.text(max_size=5), st.text(max_size=5)
    ),
    unique_by=lambda one: one.key,
)


@given(LISTS)
def test_every_question_is_there_once_under_its_value(changes):
    groups = guide_in_force(changes)
    found = [question.key for group in groups for question in group.questions]

    assert sorted(found) == sorted([*OURS, *(one.pk for one in changes if not one.key)])
    assert all(question.value == group.value.number for group in groups for question in group.questions)
    assert guide_in_force(changes[::-1]) == groups


@given(LISTS, ANSWERS)
def test_no_answer_is_ever_lost(changes, answers):
    found = [line for sheet in sheets(guide_in_force(changes), answers) for line in sheet.lines]

    assert {line.question.key: line.answer for line in found if line.answer} == {
        one.key: one.text for one in answers if one.text
    }
    assert len({line.question.key for line in found}) == len(found)


@given(LISTS, st.integers(-3, 30))
def test_a_move_keeps_all_and_twice_is_once(changes, place):
    questions = guide_in_force(changes)[0].questions
    once = moved(questions, questions[0].key, place)

    assert sorted(one.key for one in once) == sorted(one.key for one in questions)
    assert moved(once, questions[0].key, place) == once
