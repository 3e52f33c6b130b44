"""What is said of an initiative in a line: who brings what now, its period, what an agreement lacks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.initiative_method import CONDITIONS, FACTORS, GIFTS, PARTS, PHASES, TOPICS
from mapping.initiative_words import AgreementFacts, Part, lacking, part_now, period

READY = AgreementFacts(partners=2, has_purpose=True, has_coordinator=True, has_start=True)
PARTS_TOLD = st.lists(st.integers(1, 5), unique=True)


@pytest.mark.parametrize(
    ("told", "phase", "now"),
    [((), 3, None), ((3,), 3, 3), ((1, 2), 3, 2), ((4, 5), 3, 4), ((1, 4), 3, 1), ((2, 3, 4), 4, 4)],
)
def test_the_part_that_holds_now(told, phase, now):
    found = part_now([Part(one, "Vært") for one in told], phase)
    assert (found.phase if found else None) == now


def test_a_phase_of_which_nothing_is_said_holds_nothing():
    assert part_now([Part(3), Part(2, gain="Naboer")], 3) == Part(2, gain="Naboer")


@given(PARTS_TOLD, st.integers(1, 5))
def test_there_is_a_part_now_whenever_anything_is_told(told, phase):
    found = part_now([Part(one, "Vært") for one in told], phase)
    assert (found is None) == (not told)
    if phase in told:
        assert found.phase == phase


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (None, None, ""),
        (date(2026, 8, 1), None, "fra 1. august 2026"),
        (None, date(2027, 6, 30), "til 30. juni 2027"),
        (date(2026, 8, 1), date(2027, 6, 30), "fra 1. august 2026 til 30. juni 2027"),
    ],
)
def test_a_period_in_words(since, until, said):
    assert period(since, until) == said


def test_an_agreement_that_has_it_all_lacks_nothing():
    assert lacking(READY) == []


def test_what_an_agreement_lacks_is_said_all_at_once():
    facts = AgreementFacts(1, has_purpose=False, has_coordinator=False, has_start=False, silent=("Kirken",))
    assert lacking(facts) == [
        "Sæt mindst to partnere på.",
        "Skriv formålet på initiativet.",
        "Vælg en tovholder.",
        "Skriv, hvornår aftalen gælder fra.",
        "Skriv, hvad Kirken bidrager med og får ud af det.",
    ]


# -- The method ---------------------------------------------------------------------------------------------


def test_there_are_four_factors_three_conditions_and_four_gifts():
    assert (len(FACTORS.questions), len(PARTS), len(GIFTS), len(PHASES)) == (4, 3, 4, 5)
    assert {one.part for one in CONDITIONS.questions} == {key for key, *_ in PARTS}
    assert len(CONDITIONS.questions) == 14
    assert [phase.number for phase in PHASES] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("topic", TOPICS.values(), ids=TOPICS)
def test_each_question_says_what_to_do_when_it_is_missing(topic):
    keys = [one.key for one in topic.questions]
    assert len(set(keys)) == len(keys)
    for one in topic.questions:
        assert len(one.key) <= 20
        assert one.asks.endswith("?")
        assert one.missing.endswith(".")
        assert "!" not in one.name + one.asks + one.missing
    assert topic.level_word(None) == "Ikke svaret"
    assert 0 < topic.enough < len(topic.levels)
