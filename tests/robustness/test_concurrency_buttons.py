"""Buttons that several press at once: the thing is done once, and the log tells of one who did it."""

import pytest

from accounts.models import AuditEntry
from actors.models import GuideQuestion, Need, Ray
from mapping.models import MatchAnswer
from tests import factories
from tests.robustness.invariants import violations
from tests.robustness.test_concurrency import ROUNDS, address, at_once, browsers, post, solbakken, team

__all__ = ["team"]
pytestmark = pytest.mark.django_db(transaction=True)


def _promise(actor):
    row = factories.make_follow_up(actor)
    return row, address("actors:follow_up_keep", row.pk)


def _note(actor):
    row = factories.make_contact_note(actor)
    return row, address("actors:note_delete", actor.pk, row.pk)


def _talk(actor):
    row = factories.make_talk(actor)
    return row, address("actors:talk_delete", actor.pk, row.pk)


def _own_value(actor):
    talk = factories.make_talk(actor)
    row = Ray.objects.create(plan=actor.plan, talk=talk, name="Ro", position=6)
    return row, address("actors:own_value_remove", actor.pk, talk.pk, row.pk)


def _interview(actor):
    row = factories.make_interview(actor)
    return row, address("actors:interview_delete", actor.pk, row.pk)


def _need(actor):
    row = Need.objects.create(plan=actor.plan, actor=actor, kind="room", text="Sal")
    return row, address("actors:need_remove", actor.pk, row.pk)


def _question(actor):
    row = GuideQuestion.objects.create(plan=actor.plan, value=1, text="Hvem kommer hos jer?")
    return row, address("actors:guide_remove", row.pk)


def _answer(actor):
    pair = sorted((actor.pk, factories.make_actor(actor.plan).pk))
    row = MatchAnswer.objects.create(
        plan=actor.plan, a_id=pair[0], b_id=pair[1], answer="no", reason="no_time", value=5,
        fingerprint="f", sentence="De to passer sammen.",
    )  # fmt: skip
    return row, address("mapping:match_undo", row.pk)


BUTTONS = (_promise, _note, _talk, _own_value, _interview, _need, _question, _answer)


@pytest.mark.parametrize("make", BUTTONS)
def test_six_who_press_it_at_once_do_it_once(team, make):
    for _ in range(ROUNDS):
        row, path = make(factories.make_actor(solbakken()))
        windows = [*browsers(team[0], 3), *browsers(team[1], 3)]
        answers = at_once(*(post(window, path, {}) for window in windows))

        # Who comes when it is gone is told so.
        assert {status for status, _, _ in answers} <= {302, 404}
        assert AuditEntry.objects.filter(object_id=str(row.pk)).count() == 1
    assert violations() == []
