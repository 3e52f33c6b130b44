"""Two act in the chain at the same moment: an answer always finds its agenda, and nothing is lost."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse

from meetings.models import AgendaItem, ReferralStep
from tests import factories
from tests.cast import client_of
from tests.robustness.invariants import violations
from tests.robustness.test_concurrency import at_once, post, statuses

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 3


@pytest.fixture
def chain(db):
    """A plan, its leader, and two forums, one under the other."""
    plan, user = factories.make_plan("Solbakken", slug="solbakken"), factories.make_user("Lis")
    factories.make_membership(plan, user, role="leader")
    board = factories.make_forum(plan, "Bestyrelsen", kind="board")
    return plan, user, board, factories.make_forum(plan, parent=board)


def call(user, name: str, *args, **data):
    return post(client_of(user), reverse(f"meetings:{name}", args=["solbakken", *args]), data)


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_an_answer_and_the_meeting_it_is_to_be_told_at_find_each_other(chain, round_):
    _, user, board, east = chain
    row = factories.make_referral(east, board)
    day = str(date.today() + timedelta(days=9))
    answers = at_once(
        call(user, "referral_answer", row.pk, text="Ja", version=1),
        call(user, "meeting_create", east.pk, day=day, begins="16:00", ends="18:00"),
    )
    assert statuses(answers) == [302, 302]
    assert AgendaItem.objects.get(is_answer=True).meeting == east.meetings.get()


def test_of_eight_answers_at_once_one_counts_and_the_others_are_told(chain):
    _, user, board, east = chain
    row = factories.make_referral(east, board)
    calls = [
        call(user, "referral_answer", row.pk, text=f"Ja nr. {n}", version=1, submission=uuid.uuid4())
        for n in range(8)
    ]
    answers = at_once(*calls)
    assert statuses(answers) == [200] * 7 + [302]
    assert all(
        "Nogen har gjort noget ved punktet imens" in text for status, _, text in answers if status == 200
    )
    assert ReferralStep.objects.filter(act="answered").count() == 1
    assert AgendaItem.objects.filter(is_answer=True).count() == 1


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_nothing_is_sent_to_a_forum_that_is_just_being_ended(chain, round_):
    plan, user, board, east = chain
    sent = {"to": board.pk, "ask": "info", "title": "Lys", "submission": uuid.uuid4()}
    at_once(call(user, "send", east.pk, **sent), call(user, "end", board.pk))
    assert not plan.referrals.open().filter(at_forum__ended_at__isnull=False).exists()
    assert violations() == []
