"""Ending a forum asks where each open thing goes, and loses nothing."""

import pytest
from django.utils import timezone

from meetings.ending import MORE_CAME, EndingProblem, end_forum
from meetings.models import AgendaItem
from meetings.referral_rules import Act
from tests import factories
from tests.meetings.pages import address, text_of

pytestmark = pytest.mark.usefixtures("monday")


def end(client, plan, forum, **homes):
    """Press the button with these choices, {id: forum or "none"}."""
    data = {str(pk): getattr(home, "pk", home) for pk, home in homes.pop("homes", {}).items()}
    return client.post(address(plan, "end", forum.pk), data, follow=True)


def test_each_open_thing_is_asked_about_and_none_may_be_left(as_alma, plan, east, group, board):
    got, sent = factories.make_referral(east, group, "Lys"), factories.make_referral(group, board, "Penge")
    own = factories.make_agenda_item(group, "Legepladsen")
    page = text_of(as_alma.get(address(plan, "end", group.pk)))
    for heading, title in (
        ("Andre venter på svar", "Lys"),
        ("I venter på svar", "Penge"),
        ("bunken", "Legepladsen"),
    ):
        assert title in page.partition(heading)[2]
    shown = text_of(end(as_alma, plan, group, homes={got.pk: board, own.pk: board}))
    assert "Vælg, hvor punktet skal hen" in shown
    group.refresh_from_db()
    assert group.ended_at is None
    shown = text_of(end(as_alma, plan, group, homes={got.pk: board, sent.pk: east, own.pk: "none"}))
    assert "Koordinationsgruppen er nedlagt." in shown
    for row in (got, sent, own):
        row.refresh_from_db()
    assert (got.at_forum, got.sender) == (board, east)
    assert (sent.at_forum, sent.sender) == (board, east)
    assert own.closed_at is not None
    assert {item.referral for item in board.items.backlog()} == {got, sent}


def test_what_was_received_can_go_back_and_be_sent_to_another(as_alma, plan, east, group, board):
    row = factories.make_referral(east, group)
    end(as_alma, plan, group, homes={row.pk: "none"})
    row.refresh_from_db()
    assert row.state == "returned"
    data = {"to": board.pk, "ask": "decide", "title": "Lys på stien", "version": row.version}
    as_alma.post(address(plan, "referral_again", row.pk), data)
    assert board.items.backlog().get().referral == row


def test_an_answer_nobody_has_heard_goes_along(as_alma, plan, east, group, board):
    row = factories.make_referral(east, group)
    as_alma.post(address(plan, "referral_answer", row.pk), {"text": "Ja", "version": row.version})
    item = AgendaItem.objects.get(is_answer=True)
    meeting = factories.make_meeting(board)
    assert "Svar, I ikke har hørt" in text_of(as_alma.get(address(plan, "end", east.pk)))
    end(as_alma, plan, east, homes={item.pk: board})
    item.refresh_from_db()
    assert item.meeting == meeting


def test_a_forum_with_meetings_to_come_is_not_ended(as_alma, plan, east):
    factories.make_meeting(east)
    assert "Aflys dem først: 3. december." in text_of(as_alma.get(address(plan, "end", east.pk)))
    assert "Aflys dem først" in text_of(end(as_alma, plan, east))
    east.refresh_from_db()
    assert east.ended_at is None


def test_what_comes_while_one_chooses_is_not_lost(plan, east, group):
    factories.make_referral(east, group)
    with pytest.raises(EndingProblem, match=MORE_CAME.split(".")[0]):
        end_forum(forum=group, by=None, homes={}, now=timezone.now())
    group.refresh_from_db()
    assert group.ended_at is None


def test_ending_can_be_undone(as_alma, plan, east):
    end(as_alma, plan, east)
    assert "Forummet er nedlagt." in text_of(as_alma.get(address(plan, "forum", east.pk)))
    shown = text_of(as_alma.post(address(plan, "restore", east.pk), follow=True))
    assert "Følgegruppe Østhøj er her igen." in shown


def test_an_answer_of_an_ended_forum_is_not_opened_again(as_alma, plan, east, group):
    row = factories.make_referral(east, group)
    as_alma.post(address(plan, "referral_answer", row.pk), {"text": "Ja", "version": row.version})
    end(as_alma, plan, group)
    shown = text_of(as_alma.post(address(plan, "referral_reopen", row.pk), follow=True))
    assert "Koordinationsgruppen er nedlagt." in shown
    row.refresh_from_db()
    assert row.state == Act.ANSWERED
