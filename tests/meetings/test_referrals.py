"""An item goes from one forum to another, and its answer comes back, as those who use it see it."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from meetings import agenda_actions, referral_actions
from meetings.models import AgendaItem, ReferralStep
from meetings.referral_rules import Act, ReferralProblem
from tests import factories
from tests.meetings.pages import address, sending, text_of

pytestmark = pytest.mark.usefixtures("monday")
NOW = timezone.make_aware(datetime(2026, 11, 30, 9))


def answered(client, plan, row, text="Ja, i januar", **more):
    row.refresh_from_db()
    data = {"text": text, "version": row.version} | more
    return client.post(address(plan, "referral_answer", row.pk), data, follow=True)


def test_it_lands_in_the_other_forums_backlog(as_alma, plan, east, group):
    shown = text_of(as_alma.post(address(plan, "send", east.pk), sending(group), follow=True))
    assert "»Lys på stien« ligger nu hos Koordinationsgruppen." in shown
    shown = text_of(as_alma.get(address(plan, "forum", group.pk)))
    assert "Lys på stien" in shown.partition("Punkter i bunken")[2]
    assert "Fra Følgegruppe Østhøj" in shown


def test_put_on_an_agenda_it_says_so_to_both(as_alma, plan, east, group):
    row, meeting = factories.make_referral(east, group), factories.make_meeting(group)
    as_alma.post(address(plan, "item_place", row.items.get().pk), {"meeting": meeting.pk})
    assert "På dagsordenen 3. december" in text_of(as_alma.get(address(plan, "traffic", east.pk)))
    assert "Lys på stien" in text_of(as_alma.get(address(plan, "meeting", meeting.pk)))


def test_the_answer_stands_on_the_senders_next_agenda_by_itself(as_alma, plan, east, group):
    later = factories.make_meeting(east, date(2026, 12, 17))
    sooner = factories.make_meeting(east, date(2026, 12, 10))
    row = factories.make_referral(east, group)
    shown = text_of(answered(as_alma, plan, row))
    assert "Står på dagsordenen 10. december i Følgegruppe Østhøj." in shown
    agenda = text_of(as_alma.get(address(plan, "meeting", sooner.pk)))
    assert "Svar fra Koordinationsgruppen" in agenda
    assert "Ja, i januar" in agenda
    assert "Ja, i januar" not in text_of(as_alma.get(address(plan, "meeting", later.pk)))


def test_without_a_meeting_the_answer_waits_for_one(as_alma, plan, east, group):
    row = factories.make_referral(east, group)
    assert "Kommer på næste dagsorden i Følgegruppe Østhøj." in text_of(answered(as_alma, plan, row))
    made = {"day": "2026-12-10", "begins": "16:00", "ends": "18:00"}
    as_alma.post(address(plan, "meeting_create", east.pk), made)
    assert east.meetings.get().items.get().title == "Lys på stien"


def test_an_answer_follows_when_meetings_are_called_off_and_put_before(as_alma, plan, east, group):
    first, row = factories.make_meeting(east, date(2026, 12, 10)), factories.make_referral(east, group)
    answered(as_alma, plan, row)
    item = AgendaItem.objects.get(is_answer=True)
    assert item.meeting == first
    as_alma.post(address(plan, "meeting_cancel", first.pk))
    item.refresh_from_db()
    assert item.meeting is None
    for day in ("2026-12-17", "2026-12-03"):
        as_alma.post(
            address(plan, "meeting_create", east.pk), {"day": day, "begins": "16:00", "ends": "18:00"}
        )
        item.refresh_from_db()
        assert timezone.localdate(item.meeting.begins_at).isoformat() == day


def test_passed_on_it_is_answered_to_all_on_the_way(as_alma, plan, east, group, board):
    row = factories.make_referral(east, group)
    data = {"to": board.pk, "text": "Det kræver penge", "version": row.version}
    shown = text_of(as_alma.post(address(plan, "referral_pass_on", row.pk), data, follow=True))
    assert "Koordinationsgruppen sendte det videre til Bestyrelsen" in shown
    answered(as_alma, plan, row)
    told = {item.forum.name for item in AgendaItem.objects.filter(is_answer=True)}
    assert told == {"Følgegruppe Østhøj", "Koordinationsgruppen"}
    assert not AgendaItem.objects.open().filter(is_answer=False).exists()


def test_sent_back_and_sent_again(as_alma, plan, east, group):
    row = factories.make_referral(east, group)
    data = {"text": "Hvor mange lamper?", "version": row.version}
    as_alma.post(address(plan, "referral_return", row.pk), data)
    shown = text_of(as_alma.get(address(plan, "forum", east.pk)))
    assert "Sendt retur til Følgegruppe Østhøj" in shown.partition("Venter på jer")[2]
    assert "Hvor mange lamper?" in text_of(as_alma.get(address(plan, "referral_again", row.pk)))
    row.refresh_from_db()
    data = sending(group, text="To lamper", version=row.version)
    shown = text_of(as_alma.post(address(plan, "referral_again", row.pk), data, follow=True))
    assert "Venter hos Koordinationsgruppen" in shown
    assert "To lamper" in shown


def test_over_its_day_it_is_told_everywhere(as_alma, plan, east, group):
    factories.make_referral(east, group, due=date(2026, 11, 29))
    assert "1 punkt over fristen." in text_of(as_alma.get(address(plan, "list")))
    assert "Skulle være besvaret 29. november" in text_of(as_alma.get(address(plan, "traffic", east.pk)))
    assert "Skylder 1 svar, 1 over fristen" in text_of(as_alma.get(address(plan, "chain")))


def test_left_on_the_agenda_of_a_meeting_that_is_over_it_is_still_owed(as_alma, plan, east, group):
    held = factories.make_meeting(group, date(2026, 11, 26))
    row = factories.make_referral(east, group, now=timezone.make_aware(datetime(2026, 11, 20, 9)))
    agenda_actions.place(
        item=row.items.get(), meeting=held, by=None, now=timezone.make_aware(datetime(2026, 11, 21, 9))
    )
    shown = text_of(as_alma.get(address(plan, "forum", group.pk)))
    assert "Var på dagsordenen 26. november, mangler svar" in shown.partition("Venter på jer")[2]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"to": ""}, "Vælg et forum"),
        ({"ask": ""}, "Vælg, hvad I beder om"),
        ({"title": ""}, "Skriv, hvad punktet handler om"),
        ({"due": "2026-11-29"}, "Vælg i dag eller en dag, der kommer"),
        ({"links": "javascript:alert(1)"}, "Skriv en adresse som https://navn.dk"),
        ({"text": "Ring til 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_sent(as_alma, plan, east, group, sent, told):
    assert told in text_of(as_alma.post(address(plan, "send", east.pk), sending(group, **sent)))
    assert not plan.referrals.exists()


def test_an_empty_answer_is_refused_and_what_was_typed_is_kept(as_alma, plan, east, group):
    row = factories.make_referral(east, group)
    assert "Skriv svaret" in text_of(answered(as_alma, plan, row, text=""))
    shown = text_of(answered(as_alma, plan, row, text="Ring til 010190-1234"))
    assert "010190-1234" in shown
    row.refresh_from_db()
    assert row.state == "waiting"


def test_the_same_form_twice_sends_one_and_answers_once(as_alma, plan, east, group):
    data = sending(group, submission="00000000-0000-4000-8000-000000000001")
    for _ in range(2):
        as_alma.post(address(plan, "send", east.pk), data)
    row = plan.referrals.get()
    version = row.version
    for _ in range(2):
        data = {"text": "Ja", "version": version, "submission": "00000000-0000-4000-8000-000000000002"}
        shown = text_of(as_alma.post(address(plan, "referral_answer", row.pk), data, follow=True))
        assert "Der er allerede svaret" not in shown
    assert ReferralStep.objects.filter(act="answered").count() == 1
    assert AgendaItem.objects.filter(is_answer=True).count() == 1


def test_two_who_act_at_once_are_told_and_nothing_is_lost(as_alma, plan, east, group, board):
    row = factories.make_referral(east, group)
    seen = row.version
    as_alma.post(address(plan, "referral_pass_on", row.pk), {"to": board.pk, "version": seen})
    data = {"text": "Ja, i januar", "version": seen}
    shown = text_of(as_alma.post(address(plan, "referral_answer", row.pk), data))
    assert "Nogen har gjort noget ved punktet imens." in shown
    assert "Ja, i januar" in shown
    assert "sendte det videre til Bestyrelsen" in shown
    row.refresh_from_db()
    assert row.state == "waiting"


def test_an_answer_can_be_undone_until_it_is_told(as_alma, plan, east, group):
    meeting, row = factories.make_meeting(east), factories.make_referral(east, group)
    answered(as_alma, plan, row)
    shown = text_of(as_alma.post(address(plan, "referral_reopen", row.pk), follow=True))
    assert "»Lys på stien« venter på svar igen." in shown
    assert not meeting.items.exists()
    assert group.items.backlog().get().referral == row


def test_taken_back_nobody_owes_anything(as_alma, plan, east, group):
    row = factories.make_referral(east, group)
    data = {"text": "Lamperne kom", "version": row.version}
    as_alma.post(address(plan, "referral_take_back", row.pk), data)
    assert not group.items.backlog().exists()
    assert "Lamperne kom" in text_of(as_alma.get(address(plan, "referral", row.pk)))


def test_what_others_wait_for_cannot_be_let_go(as_alma, plan, east, group):
    item = factories.make_referral(east, group).items.get()
    shown = text_of(as_alma.post(address(plan, "item_let_go", item.pk), follow=True))
    assert "Et andet forum venter på svar." in shown
    assert group.items.backlog().get() == item


def test_nothing_is_sent_to_a_forum_that_is_ended(as_alma, plan, east):
    gone = factories.make_forum(plan, "Gammelt udvalg", ended_at=NOW)
    assert "Vælg fra listen" in text_of(as_alma.post(address(plan, "send", east.pk), sending(gone)))
    with pytest.raises(ReferralProblem, match="Gammelt udvalg er nedlagt"):
        factories.make_referral(east, gone)


def test_an_item_that_was_raised_is_the_beginning_of_it(as_alma, plan, east, group):
    meeting = factories.make_meeting(east, date(2026, 11, 26), time(16), time(18))
    item = factories.make_agenda_item(east, "Stien er mørk", meeting, text="Flere går udenom")
    url = address(plan, "send", east.pk) + f"?punkt={item.pk}"
    shown = as_alma.get(url)
    assert "Stien er mørk" in shown.content.decode()
    as_alma.post(url, sending(group))
    assert plan.referrals.get().from_item == item


def test_the_steps_say_the_same_as_the_columns(plan, east, group, board):
    """Through all that can be done, with the item always in one place."""
    row, meeting = factories.make_referral(east, group, now=NOW), factories.make_meeting(board)
    for act, forum, more in (
        (Act.PASSED_ON, group, {"to": board}), (Act.PLACED, board, {"meeting": meeting}),
        (Act.TAKEN_OFF, board, {}), (Act.RETURNED, board, {"text": "Hvad?"}),
        (Act.SENT_AGAIN, east, {"to": group}),
        (Act.ANSWERED, group, {"text": "Ja"}), (Act.REOPENED, group, {}), (Act.TAKEN_BACK, east, {}),
    ):  # fmt: skip
        row = referral_actions.take_step(referral=row, act=act, forum=forum, by=None, now=NOW, **more)
        standing = referral_actions.standing_of(row)
        assert (row.state, row.at_forum_id, row.sender_id) == (
            standing.state,
            standing.at_forum,
            standing.sender,
        )
        owed = [standing.at_forum] if standing.state in ("waiting", "on_agenda") else []
        assert [item.forum_id for item in row.items.open().filter(is_answer=False)] == owed
