"""What forums send each other, whatever is done with it: always somewhere, always owed by somebody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.referral_rules import (
    NEXT,
    OPEN,
    Act,
    ReferralProblem,
    Slot,
    Standing,
    State,
    Step,
    acts_of,
    answer_moves,
    is_overdue,
    next_slot,
    replay,
    send,
    take,
    was_left,
    why_not,
)

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
FORUMS = ("board", "group", "east", "west", "staff")
LATER = tuple(NOW + timedelta(hours=n) for n in range(60))


def sent(to="group") -> Standing:
    return send("east", to, NOW)


def step(act, forum, hours=1, **more) -> Step:
    return Step(act, forum, LATER[hours], **more)


ACTS = st.sampled_from([act for act in Act if act != Act.SENT])
TRIED = st.lists(
    st.builds(
        Step, act=ACTS, forum=st.sampled_from(FORUMS), at=st.sampled_from(LATER),
        to=st.none() | st.sampled_from(FORUMS), meeting=st.none() | st.sampled_from(["m1", "m2"]),
        text=st.sampled_from(["", "Ja, fra januar"]),
    ),
    max_size=30,
)  # fmt: skip


def walk(tries):
    """Every standing on the way, and the steps that were let through, the sending first."""
    standing, kept = sent(), [Step(Act.SENT, "east", NOW, to="group")]
    seen = [standing]
    for one in sorted(tries, key=lambda one: one.at):
        try:
            standing = take(standing, one)
        except ReferralProblem:
            continue
        kept.append(one)
        seen.append(standing)
    return seen, kept


@given(TRIED)
def test_none_is_lost(tries):
    """It is with one forum, never with the one that sent it, and while it is open one owes the next step."""
    for standing in walk(tries)[0]:
        assert standing.at_forum in FORUMS
        assert standing.at_forum != standing.sender or not standing.is_open
        assert (standing.owes in FORUMS) is standing.is_open
        assert standing.is_open is (standing.state in OPEN)


@given(TRIED)
def test_whoever_owes_it_can_do_something(tries):
    for standing in walk(tries)[0]:
        if standing.is_open:
            assert acts_of(standing, standing.owes)


@given(TRIED)
def test_what_a_forum_is_offered_can_be_done(tries):
    for standing in walk(tries)[0]:
        for forum in FORUMS:
            free = next(
                one for one in FORUMS if one not in (standing.sender, standing.at_forum, *standing.path)
            )
            for act in acts_of(standing, forum):
                take(standing, Step(act, forum, LATER[-1], to=free, meeting="m1", text="Ja"))


@given(TRIED)
def test_the_history_says_where_it_stands(tries):
    seen, kept = walk(tries)
    assert replay(kept) == seen[-1]


@given(TRIED)
def test_the_answer_is_heard_by_those_who_asked_and_passed_it_on(tries):
    for standing in walk(tries)[0]:
        assert standing.sender in standing.hears or standing.sender == standing.at_forum
        assert standing.at_forum not in standing.hears
        assert len(set(standing.hears)) == len(standing.hears)
        assert bool(standing.answer) is (standing.state == State.ANSWERED)


@given(TRIED)
def test_only_one_that_is_on_an_agenda_names_a_meeting(tries):
    for standing in walk(tries)[0]:
        assert standing.meeting is None or standing.state == State.ON_AGENDA


@given(TRIED)
def test_nobody_but_the_two_ends_moves_it(tries):
    standing = walk(tries)[0][-1]
    for forum in set(FORUMS) - {standing.sender, standing.at_forum}:
        assert acts_of(standing, forum) == frozenset()


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("act", [act for act in Act if act != Act.SENT])
def test_what_cannot_be_done_is_said_in_words(state, act):
    standing = replace(sent(), state=state)
    if act in NEXT[state]:
        return
    with pytest.raises(ReferralProblem) as told:
        take(standing, step(act, "group", to="west", text="Ja"))
    assert str(told.value) == why_not(state, act)
    assert str(told.value).endswith(".")


def test_an_item_goes_up_is_passed_on_and_the_answer_goes_the_whole_way_back():
    standing = take(sent(), step(Act.PASSED_ON, "group", 1, to="board"))
    assert (standing.at_forum, standing.owes, standing.since) == ("board", "board", LATER[1])
    standing = take(standing, step(Act.ANSWERED, "board", 2, text="Ja"))
    assert (standing.state, standing.answer, standing.owes) == (State.ANSWERED, "Ja", None)
    assert standing.hears == ("east", "group")


def test_being_put_on_an_agenda_is_no_answer():
    standing = take(sent(), step(Act.PLACED, "group", 5, meeting="m1"))
    assert (standing.since, standing.owes, standing.meeting) == (NOW, "group", "m1")
    assert take(standing, step(Act.TAKEN_OFF, "group", 6)) == sent()


def test_sent_back_it_is_owed_by_the_one_who_sent_it():
    standing = take(sent(), step(Act.RETURNED, "group", 1, text="Hvor mange?"))
    assert standing.owes == "east"
    again = take(standing, step(Act.SENT_AGAIN, "east", 2, to="west"))
    assert (again.owes, again.since, again.path) == ("west", LATER[2], ())


@pytest.mark.parametrize(
    ("act", "text", "told"),
    [
        (Act.ANSWERED, " ", "Skriv svaret."),
        (Act.RETURNED, "", "Skriv, hvad I mangler, før I kan svare."),
    ],
)
def test_an_answer_and_a_return_say_something(act, text, told):
    with pytest.raises(ReferralProblem, match=told):
        take(sent(), step(act, "group", text=text))


@pytest.mark.parametrize("to", ["east", "group", "board"])
def test_it_is_not_passed_round_in_a_circle(to):
    standing = take(
        take(sent(), step(Act.PASSED_ON, "group", to="board")), step(Act.PASSED_ON, "board", to="west")
    )
    with pytest.raises(ReferralProblem):
        take(
            standing, step(Act.PASSED_ON, "west", to={"east": "east", "group": "group", "board": "board"}[to])
        )


def test_one_that_was_ended_hears_no_answer():
    standing = take(sent(), step(Act.MOVED, "group", to="board"))
    assert standing.hears == ("east",)
    assert take(standing, step(Act.INHERITED, "east", to="west")).hears == ("west",)


def test_a_forum_sends_nothing_to_itself():
    with pytest.raises(ReferralProblem, match="Vælg et andet forum"):
        send("east", "east", NOW)


# -- Time -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", State)
def test_it_is_overdue_the_day_after_its_day_while_it_is_open(state):
    due = date(2026, 11, 30)
    assert not is_overdue(state, due, due)
    assert is_overdue(state, due, due + timedelta(days=1)) is (state in OPEN)
    assert not is_overdue(state, None, due)


def slot(key, hours, *, cancelled=False) -> Slot:
    begin = NOW + timedelta(hours=hours)
    return Slot(key, begin, begin + timedelta(hours=2), cancelled)


SLOTS = st.lists(st.builds(slot, st.uuids(), st.integers(-50, 50), cancelled=st.booleans()), max_size=8)


@given(SLOTS)
def test_the_next_meeting_is_the_soonest_that_has_not_begun(slots):
    found = next_slot(slots, NOW)
    coming = [one for one in slots if one.begins_at > NOW and not one.is_cancelled]
    assert (found is None) is (not coming)
    assert all(found.begins_at <= one.begins_at for one in coming)


@given(SLOTS, st.data())
def test_every_answer_stands_on_the_next_agenda_or_has_been_told(slots, data):
    stands = {n: data.draw(st.sampled_from([None, *slots])) for n in range(4)}
    moves, following = answer_moves(stands, slots, NOW), next_slot(slots, NOW)
    after = {key: moves.get(key, one.key if one else None) for key, one in stands.items()}
    for key, was in stands.items():
        told = was is not None and not was.is_cancelled and was.begins_at <= NOW
        assert after[key] == (was.key if told else following.key if following else None)


def test_one_left_without_an_answer_is_seen_when_the_meeting_is_over():
    over, going_on = slot("m1", -3), slot("m2", -1)
    assert was_left(State.ON_AGENDA, over, NOW)
    assert not was_left(State.ON_AGENDA, going_on, NOW)
    assert not was_left(State.ANSWERED, over, NOW)
    assert not was_left(State.ON_AGENDA, None, NOW)
