"""Hours, pulse and answers in time: what is said, and what is kept back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.health import (
    SHOWN_FROM,
    Felt,
    Pulse,
    Sent,
    TimeSpent,
    answering,
    answering_sentences,
    loads,
    pulse,
)

TODAY = date(2026, 11, 29)
OCTOBER, NOVEMBER = date(2026, 10, 14), date(2026, 11, 3)


def spent(organisation, minutes, forum="Bestyrelsen", on=OCTOBER):
    return TimeSpent(organisation, forum, on, minutes)


def test_hours_are_added_over_forums_and_people_month_by_month():
    rows = loads(
        [
            spent("Elmeskolen", 90), spent("Elmeskolen", 90), spent("Elmeskolen", 120, "Naboskab"),
            spent("Rosen", 60), spent("Rosen", 30, on=NOVEMBER),
        ]
    )  # fmt: skip
    assert [row.sentence for row in rows] == [
        "Rosen brugte 0,5 timer på møder i ét forum i november 2026.",
        "Elmeskolen brugte 5 timer på møder i to fora i oktober 2026.",
        "Rosen brugte 1 time på møder i ét forum i oktober 2026.",
    ]


@pytest.mark.parametrize(
    ("minutes", "forum", "asks"),
    [(899, "Naboskab", False), (900, "Naboskab", True), (900, "Bestyrelsen", False)],
)
def test_much_time_in_several_forums_is_worth_a_talk(minutes, forum, asks):
    (row,) = loads([spent("Politiet", minutes - 100), spent("Politiet", 100, forum)])
    assert row.sentence.endswith(" Kan to af dem mødes samme dag?") is asks
    assert row.much is (minutes >= 900)


@given(st.lists(st.builds(
    TimeSpent, st.sampled_from("ab"), st.sampled_from("xy"), st.dates(date(2026, 1, 1), date(2026, 4, 1)),
    st.integers(0, 200),
)))  # fmt: skip
def test_no_minute_is_lost_and_none_counted_twice(rows):
    found = loads(rows)
    assert sum(row.minutes for row in found) == sum(row.minutes for row in rows)
    assert len({(row.organisation, row.month) for row in found}) == len(found)
    assert [row.month for row in found] == sorted((row.month for row in found), reverse=True)


# -- The pulse ----------------------------------------------------------------------------------


def answer(roles=Felt.YES, people=Felt.YES, worth=Felt.YES):
    return {Pulse.ROLES: roles, Pulse.PEOPLE: people, Pulse.WORTH: worth}


def test_nothing_is_shown_of_four_answers():
    result = pulse([answer()] * 4, closed=True)
    assert (result.questions, result.answered) == ((), 4)
    assert result.waits == "Færre end fem svarede. Så vises svarene ikke, for ingen skal kunne gættes."


def test_nothing_is_shown_while_answers_come_in():
    assert pulse([answer()] * 9, closed=False).questions == ()
    assert pulse([answer()], closed=False).waits == "1 svar endnu. I ser dem, når runden er slut."
    assert pulse([], closed=False).waits == "Ingen svar endnu. I ser dem, når runden er slut."


def test_five_answers_are_told_in_sentences_with_something_to_do():
    answers = [answer(people=Felt.NO, worth=Felt.PARTLY)] * 3 + [answer()] * 2
    result = pulse(answers, closed=True)
    assert [one.sentence for one in result.questions] == [
        "Alle vidste, hvad deres rolle var.",
        "To af fem syntes, at de rigtige var med. Spørg, hvem der mangler.",
        "To af fem syntes, at mødet var tiden værd. Spørg, hvad der ville gøre det tiden værd.",
    ]
    assert result.questions[2].counts == {Felt.YES: 2, Felt.PARTLY: 3, Felt.NO: 0}
    assert result.waits == ""
    (roles, *_) = pulse([answer(roles=Felt.NO)] * 6, closed=True).questions
    assert roles.sentence == "Ingen af seks vidste, hvad deres rolle var. Giv hver en opgave i indkaldelsen."


def test_a_question_that_few_answered_is_kept_back_by_itself():
    few = [answer()] * 4 + [{Pulse.ROLES: Felt.NO}]
    assert [one.question for one in pulse(few, closed=True).questions] == [Pulse.ROLES]


people = st.lists(st.dictionaries(st.sampled_from(Pulse), st.sampled_from(Felt)), max_size=9)


@given(people, st.booleans())
def test_a_count_never_rests_on_fewer_than_five_nor_tells_the_order(answers, closed):
    result = pulse(answers, closed=closed)
    assert all(sum(one.counts.values()) >= SHOWN_FROM for one in result.questions)
    assert result == pulse(list(reversed(answers)), closed=closed)
    assert closed or not result.questions
    assert bool(result.waits) == (not closed or result.answered < SHOWN_FROM)


# -- Answers in time ----------------------------------------------------------------------------

IN_TIME = Sent("t", "Følgegruppen", "Bestyrelsen", OCTOBER, NOVEMBER, NOVEMBER)
LATE = Sent("l", "Følgegruppen", "Bestyrelsen", OCTOBER, OCTOBER, NOVEMBER)
OVERDUE = Sent("o", "Følgegruppen", "Bestyrelsen", OCTOBER, date(2026, 11, 28))
DUE_TODAY = Sent("d", "Naboskab", "Bestyrelsen", OCTOBER, TODAY)
NO_HURRY = Sent("n", "Naboskab", "Bestyrelsen", OCTOBER)
ANSWERED = Sent("a", "Naboskab", "Bestyrelsen", OCTOBER, None, NOVEMBER)
TAKEN_BACK = Sent("b", "Naboskab", "Bestyrelsen", OCTOBER, OCTOBER, waits=False)


def test_each_item_stands_where_it_belongs():
    found = answering([IN_TIME, LATE, OVERDUE, DUE_TODAY, NO_HURRY, ANSWERED, TAKEN_BACK], TODAY)
    assert (found.in_time, found.late) == (("t", "a"), ("l",))
    assert (found.overdue, found.waiting) == (("o",), ("d", "n"))
    assert found.share_in_time == 0.5
    assert answering([NO_HURRY], TODAY).share_in_time is None


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ([], []),
        ([IN_TIME], ["Svaret kom til tiden."]),
        ([LATE], ["Svaret kom for sent."]),
        ([IN_TIME, ANSWERED], ["Alle svar kom til tiden."]),
        ([IN_TIME, LATE], ["Én af to svar kom til tiden."]),
        ([LATE, LATE], ["Ingen af to svar kom til tiden."]),
        (
            [OVERDUE, DUE_TODAY, NO_HURRY],
            [
                "Følgegruppen venter på svar på ét punkt, og fristen er gået.",
                "To punkter venter, og der er tid endnu.",
            ],
        ),
        (
            [OVERDUE, Sent("p", "Naboskab", "Bestyrelsen", OCTOBER, OCTOBER)],
            ["Følgegruppen og Naboskab venter på svar på to punkter, og fristen er gået."],
        ),
    ],
)
def test_who_waits_is_said_by_name(sent, says):
    assert answering_sentences(sent, TODAY) == says


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
items = st.lists(
    st.builds(
        Sent, st.integers(), st.sampled_from("ab"), st.just("c"), days, st.one_of(st.none(), days),
        st.one_of(st.none(), days), st.booleans(),
    ),
    max_size=9, unique_by=lambda one: one.key,
)  # fmt: skip


@given(items, days)
def test_every_item_is_in_one_group_unless_nobody_owes_an_answer(sent, today):
    found = answering(sent, today)
    keys = [*found.in_time, *found.late, *found.overdue, *found.waiting]
    assert sorted(keys) == sorted(one.key for one in sent if one.answered_on or one.waits)
    assert found.share_in_time is None or 0 <= found.share_in_time <= 1
