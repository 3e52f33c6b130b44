"""Interviews, the guide and needs, with two at once: one is made, one is told, nothing is lost."""

import uuid

import pytest

from actors.guide_queries import guide_of
from tests import factories
from tests.robustness.invariants import violations
from tests.robustness.test_concurrency import ROUNDS, address, at_once, post, solbakken, statuses, team

__all__ = ["team"]
pytestmark = pytest.mark.django_db(transaction=True)
LEAST = {"held_on": "2026-01-14", "channel": "face", "level_2": "3"}


def test_a_first_save_sent_twice_at_once_makes_one_interview(team):
    for number in range(ROUNDS):
        actor = factories.make_actor(solbakken())
        form = LEAST | {"q_has": "Telt", "submission": str(uuid.uuid4())}
        path = address("actors:interview_begin", actor.pk)
        answers = at_once(post(team[0], path, form), post(team[0], path, form))

        assert statuses(answers) == [302, 302]
        assert (actor.interviews.count(), actor.resources.count(), actor.talks.count()) == (1, 1, 1)
        assert solbakken().interviews.count() == number + 1
    assert violations() == []


def test_of_two_who_save_an_interview_one_sees_both_texts(team):
    for _ in range(ROUNDS):
        interview = factories.make_interview(factories.make_actor(solbakken()))
        path = address("actors:interview", interview.actor_id, interview.pk)
        forms = [LEAST | {"version": "1", "q_has": text} for text in ("Telt", "Bord")]
        answers = at_once(*(post(who, path, form) for who, form in zip(team, forms, strict=True)))

        assert statuses(answers) == [200, 302]
        assert any("En kollega har rettet interviewet imens" in answer[2] for answer in answers)
        stored = interview.answers.get().text
        assert [one.text for one in interview.actor.resources.all()] == [stored]
    assert violations() == []


def test_a_level_written_in_interview_and_talk_at_once_is_never_lost_unseen(team):
    for _ in range(ROUNDS):
        actor = factories.make_actor(solbakken())
        talk = factories.make_talk(actor, source="interview", rays={2: 2})
        interview = factories.make_interview(actor, talk=talk)
        form = LEAST | {"version": "1", "q_has": "Telt"}
        ray = address("actors:talk_ray", actor.pk, talk.pk, 2), {"level": "1", "version": "1"}
        path = address("actors:interview", actor.pk, interview.pk)
        answers = at_once(post(team[0], path, form), post(team[1], *ray))

        assert statuses(answers) == [200, 302]
        assert "imens" in next(page for status, _, page in answers if status == 200)
    assert violations() == []


def test_a_question_added_twice_at_once_is_one(team):
    for number in range(ROUNDS):
        form = {"value": "3", "text": f"Hvem ringer I til, nr. {number}?"}
        answers = at_once(*(post(who, address("actors:guide"), form) for who in team))

        assert statuses(answers) == [302, 302]
        assert solbakken().guidequestions.filter(text=form["text"]).count() == 1


def test_two_who_move_questions_at_once_lose_none(team):
    keys = [question.key for question in guide_of(solbakken())[3].questions]
    for place in range(ROUNDS):
        paths = [address("actors:guide_place", key) for key in keys[:2]]
        moves = [post(who, path, {"place": place}) for who, path in zip(team, paths, strict=True)]

        assert statuses(at_once(*moves)) == [302, 302]
        assert sorted(one.key for one in guide_of(solbakken())[3].questions) == sorted(keys)


def test_the_same_need_at_once_is_one(team):
    for _ in range(ROUNDS):
        actor = factories.make_actor(solbakken())
        form = {"kind": "room", "text": "Sal"}
        answers = at_once(*(post(who, address("actors:needs", actor.pk), form) for who in team))

        assert statuses(answers) == [302, 302]
        assert actor.needs.count() == 1


def test_the_same_first_save_for_two_actors_is_an_interview_of_each(team):
    form = LEAST | {"q_has": "Telt", "submission": str(uuid.uuid4())}
    for name in ("Biblioteket", "Skolen"):
        actor = factories.make_actor(solbakken(), name)
        answer = post(team[0], address("actors:interview_begin", actor.pk), form)()
        assert (answer[0], actor.interviews.count()) == (302, 1)
