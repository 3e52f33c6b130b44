"""The minutes of a meeting: several write at once, nothing is lost, and what is promised is carried over."""

import json
from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEntry
from actors.models import FollowUp
from meetings.minutes_merge import mark
from meetings.models import ItemNote, MinutesSheet
from tests import factories
from tests.cast import client_of
from tests.reading import text_of

TODAYS = date(2026, 11, 30)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def meeting(east):
    """Today's meeting of the follow-up group, with an item, a break and a decision to make."""
    meeting = factories.make_meeting(east, day=TODAYS)
    factories.make_agenda_item(east, "Lys på stien", meeting, kind="discuss", minutes=20, position=0)
    factories.make_agenda_item(east, "Kaffe", meeting, kind="break", minutes=10, position=1)
    factories.make_agenda_item(east, "Gårdpuljen", meeting, kind="decide", minutes=15, position=2)
    return meeting


def url(plan, name, *args):
    return reverse(f"minutes:{name}", args=[plan.slug, *args])


def item_of(meeting, title="Lys på stien"):
    return meeting.items.get(title=title)


def sending(seen=None, shown=None, **texts):
    """What the form of an item sends; `seen` are the texts that it began from."""
    began = {"text": "", "proposal": "", "decision": ""} | (seen or {})
    sent = began | texts | {f"seen_{name}": mark(text) for name, text in began.items()}
    return sent | {f"shown_{name}": mark(text) for name, text in (shown or {}).items()}


def write(client, plan, meeting, title="Lys på stien", as_script=False, **sent):
    headers = {"Accept": "application/json"} if as_script else {}
    return client.post(
        url(plan, "note", meeting.pk, item_of(meeting, title).pk), sending(**sent), headers=headers
    )


@pytest.fixture
def as_bent(plan):
    """The browser of a second colleague."""
    bent = factories.make_user("Bent Ørsted", email="bent@solbakken.example")
    factories.make_membership(plan, bent, role="staff")
    return client_of(bent)


class TestWriting:
    def test_what_is_written_stands_on_the_page_with_who_and_when(self, plan, meeting, as_alma):
        answer = write(
            as_alma, plan, meeting, text="Vi gik turen.\r\nDer mangler to lamper.", decision="Vi spørger."
        )
        assert answer.status_code == 302
        note = ItemNote.objects.get()
        assert (note.text, note.decision) == ("Vi gik turen.\nDer mangler to lamper.", "Vi spørger.")
        page = text_of(as_alma.get(url(plan, "minutes", meeting.pk)))
        assert "Der mangler to lamper." in page
        assert "Gemt kl. 9.00 af Alma Bøgh" in page

    def test_a_break_has_no_room_to_write(self, plan, meeting, as_alma):
        page = as_alma.get(url(plan, "minutes", meeting.pk)).content.decode()
        assert page.count("<textarea") == 5  # two of a discussion, three of a decision

    def test_looking_writes_nothing(self, plan, meeting, as_alma):
        as_alma.get(url(plan, "minutes", meeting.pk))
        assert (ItemNote.objects.count(), MinutesSheet.objects.count()) == (0, 0)

    def test_the_same_sent_twice_is_written_once(self, plan, meeting, as_alma):
        for _ in range(2):
            write(as_alma, plan, meeting, text="Vi gik turen.")
        assert ItemNote.objects.get().version == 1
        assert AuditEntry.objects.filter(object_type="itemnote").count() == 1

    def test_two_in_different_fields_disturb_nobody(self, plan, meeting, as_alma, as_bent):
        write(as_alma, plan, meeting, text="Vi gik turen.")
        answer = write(as_bent, plan, meeting, decision="Vi spørger kommunen.")
        assert answer.status_code == 302
        note = ItemNote.objects.get()
        assert (note.text, note.decision) == ("Vi gik turen.", "Vi spørger kommunen.")

    def test_two_in_the_same_field_see_both_texts_and_nothing_is_overwritten(
        self, plan, meeting, as_alma, as_bent
    ):
        write(as_alma, plan, meeting, text="Vi gik turen.")
        answer = write(as_bent, plan, meeting, text="Der er mørkt.", decision="Vi spørger.")
        page = text_of(answer)
        assert "To har skrevet det samme sted" in page
        assert "Nu står der: Vi gik turen." in page
        assert "Du skrev: Der er mørkt." in page
        assert ">Der er mørkt.</textarea>" in answer.content.decode().replace("\n", "")
        note = ItemNote.objects.get()
        assert (note.text, note.decision) == ("Vi gik turen.", "")

    def test_after_a_look_both_can_stand(self, plan, meeting, as_alma, as_bent):
        write(as_alma, plan, meeting, text="Vi gik turen.")
        item = item_of(meeting)
        sent = sending(text="Der er mørkt.", shown={"text": "Vi gik turen."}) | {"both": "on"}
        as_bent.post(url(plan, "note", meeting.pk, item.pk), sent)
        assert ItemNote.objects.get().text == "Vi gik turen.\n\nDer er mørkt."

    def test_after_a_look_ones_own_can_stand_instead(self, plan, meeting, as_alma, as_bent):
        write(as_alma, plan, meeting, text="Vi gik turen.")
        write(as_bent, plan, meeting, text="Der er mørkt.", shown={"text": "Vi gik turen."})
        assert ItemNote.objects.get().text == "Der er mørkt."

    def test_what_was_written_after_the_look_is_shown_too(self, plan, meeting, as_alma, as_bent):
        write(as_alma, plan, meeting, text="Vi gik turen.")
        write(as_alma, plan, meeting, text="Vi gik turen sammen.", seen={"text": "Vi gik turen."})
        answer = write(as_bent, plan, meeting, text="Der er mørkt.", shown={"text": "Vi gik turen."})
        assert "Nu står der: Vi gik turen sammen." in text_of(answer)
        assert ItemNote.objects.get().text == "Vi gik turen sammen."

    def test_a_cpr_number_is_stopped_and_what_was_typed_kept(self, plan, meeting, as_alma):
        answer = write(as_alma, plan, meeting, text="Ring til 010190-1234")
        assert not ItemNote.objects.exists()
        assert "010190-1234</textarea>" in answer.content.decode()
        assert "CPR" in text_of(answer)

    def test_a_text_that_is_too_long_is_kept_on_the_page(self, plan, meeting, as_alma):
        answer = write(as_alma, plan, meeting, text="a" * 4001)
        assert "Skriv højst 4000 tegn" in text_of(answer)
        assert "a" * 4001 in answer.content.decode()


class TestTheScript:
    def test_it_is_told_what_stands_and_its_marks(self, plan, meeting, as_alma):
        told = json.loads(write(as_alma, plan, meeting, as_script=True, text="Vi gik turen.").content)
        assert told["saved"] is True
        assert told["stands"]["text"] == "Vi gik turen."
        assert told["marks"]["text"] == mark("Vi gik turen.")
        assert told["at"] == "Gemt kl. 9.00 af Alma Bøgh"

    def test_in_a_conflict_it_gets_the_fields_with_both_texts(self, plan, meeting, as_alma, as_bent):
        write(as_alma, plan, meeting, text="Vi gik turen.")
        told = json.loads(write(as_bent, plan, meeting, as_script=True, text="Der er mørkt.").content)
        assert (told["saved"], told["conflict"]) == (False, True)
        assert "Vi gik turen." in told["html"]
        assert "<html" not in told["html"]

    def test_news_are_204_until_somebody_writes(self, plan, meeting, as_alma, as_bent):
        page = as_alma.get(url(plan, "minutes", meeting.pk))
        shown = page.context["news"]
        assert as_alma.get(url(plan, "news", meeting.pk), {"v": shown}).status_code == 204
        write(as_bent, plan, meeting, text="Der er mørkt.")
        news = as_alma.get(url(plan, "news", meeting.pk), {"v": shown}).json()
        assert news["notes"][str(item_of(meeting).pk)]["stands"]["text"] == "Der er mørkt."
        assert as_alma.get(url(plan, "news", meeting.pk), {"v": news["v"]}).status_code == 204


class TestWhoMay:
    def test_a_reader_reads_and_does_not_write(self, plan, meeting, as_alma, as_bo):
        write(as_alma, plan, meeting, text="Vi gik turen.")
        page = as_bo.get(url(plan, "minutes", meeting.pk))
        assert "Vi gik turen." in text_of(page)
        assert "<textarea" not in page.content.decode()
        assert write(as_bo, plan, meeting, text="Nej").status_code == 403

    def test_a_partner_who_sits_there_writes(self, plan, east, meeting, as_partner):
        assert write(as_partner, plan, meeting, text="Hej").status_code == 404
        factories.make_forum_seat(east, membership=plan.memberships.get(role="partner"))
        assert write(as_partner, plan, meeting, text="Hej").status_code == 302

    def test_a_stranger_gets_404(self, plan, meeting, as_carla):
        assert as_carla.get(url(plan, "minutes", meeting.pk)).status_code == 404
        assert write(as_carla, plan, meeting, text="Hej").status_code == 404

    def test_an_item_of_another_meeting_is_404(self, plan, east, meeting, as_alma):
        loose = factories.make_agenda_item(east, "I bunken")
        assert as_alma.post(url(plan, "note", meeting.pk, loose.pk), sending(text="x")).status_code == 404


class TestPromises:
    def promising(self, meeting, **more):
        return {"what": "Ring til vejafdelingen", "due": "2026-12-10", "seat": "", "item": ""} | more

    def test_a_promise_is_a_follow_up_of_the_one_in_the_seat(self, plan, east, meeting, as_alma, alma):
        seat = factories.make_forum_seat(east, "Skolen", membership=plan.memberships.get(user=alma))
        sent = self.promising(meeting, seat=seat.pk, item=item_of(meeting).pk)
        assert as_alma.post(url(plan, "promise_add", meeting.pk), sent).status_code == 302
        follow_up = FollowUp.objects.get()
        assert follow_up.responsible.user == alma
        page = text_of(as_alma.get(url(plan, "minutes", meeting.pk)))
        assert "Ring til vejafdelingen Alma Bøgh · senest 10. december" in page

    def test_it_waits_on_the_next_meeting_until_it_is_done(self, plan, east, meeting, as_alma):
        as_alma.post(url(plan, "promise_add", meeting.pk), self.promising(meeting))
        later = factories.make_meeting(east)
        page = text_of(as_alma.get(url(plan, "minutes", later.pk)))
        assert "Ring til vejafdelingen" in page
        assert "aftalt 30. november" in page
        promise = meeting.promises.get()
        as_alma.post(url(plan, "promise_keep", later.pk, promise.pk))
        assert "aftalt 30. november" not in text_of(as_alma.get(url(plan, "minutes", later.pk)))

    def test_the_agenda_asks_for_what_waits_by_its_own_address(self, plan, east, meeting, as_alma):
        as_alma.post(url(plan, "promise_add", meeting.pk), self.promising(meeting))
        later = factories.make_meeting(east)
        agenda = as_alma.get(reverse("meetings:meeting", args=[plan.slug, later.pk])).content.decode()
        assert f'hx-get="{url(plan, "carried", later.pk)}"' in agenda
        part = as_alma.get(url(plan, "carried", later.pk), headers={"HX-Request": "true"})
        assert "Ring til vejafdelingen" in text_of(part)
        assert "<html" not in part.content.decode()

    def test_another_forums_promises_do_not_wait_here(self, plan, board, meeting, as_alma):
        as_alma.post(url(plan, "promise_add", meeting.pk), self.promising(meeting))
        as_alma.get(url(plan, "minutes", meeting.pk))  # where the message is read
        theirs = factories.make_meeting(board)
        assert "Ring til vejafdelingen" not in text_of(as_alma.get(url(plan, "minutes", theirs.pk)))

    def test_a_colleague_who_moves_the_day_does_not_take_it_from_a_partner(
        self, plan, east, meeting, as_alma, as_partner
    ):
        pia = plan.memberships.get(role="partner")
        seat = factories.make_forum_seat(east, "Klubben", membership=pia)
        as_alma.post(url(plan, "promise_add", meeting.pk), self.promising(meeting, seat=seat.pk))
        promise = FollowUp.objects.get()
        edit = reverse("actors:follow_up_edit", args=[plan.slug, promise.pk])
        sent = {"what": promise.what, "due": "2026-12-12", "responsible": pia.pk, "version": 1}
        assert "Pia Partner" in text_of(as_alma.get(edit))
        as_alma.post(edit, sent)
        promise.refresh_from_db()
        assert (promise.due, promise.responsible) == (date(2026, 12, 12), pia)

    def test_deleting_can_be_undone(self, plan, meeting, as_alma):
        as_alma.post(url(plan, "promise_add", meeting.pk), self.promising(meeting))
        promise = meeting.promises.get()
        as_alma.post(url(plan, "promise_delete", meeting.pk, promise.pk))
        assert "senest 10. december" not in text_of(as_alma.get(url(plan, "minutes", meeting.pk)))
        as_alma.post(url(plan, "promise_restore", meeting.pk, promise.pk))
        assert "senest 10. december" in text_of(as_alma.get(url(plan, "minutes", meeting.pk)))

    def test_a_day_that_has_been_is_refused_with_what_was_typed(self, plan, meeting, as_alma):
        sent = self.promising(meeting, due="2026-11-01")
        answer = as_alma.post(url(plan, "promise_add", meeting.pk), sent)
        assert "Vælg i dag eller en dag, der kommer" in text_of(answer)
        assert 'value="Ring til vejafdelingen"' in answer.content.decode()
        assert not FollowUp.objects.exists()

    def test_a_seat_of_another_plan_is_no_choice(self, plan, other, meeting, as_alma):
        theirs = factories.make_forum_seat(factories.make_forum(other.plan, "KANARIE"), "KANARIE plads")
        answer = as_alma.post(url(plan, "promise_add", meeting.pk), self.promising(meeting, seat=theirs.pk))
        assert "Vælg fra listen" in text_of(answer)


class TestTheAnswer:
    def test_the_decision_becomes_the_answer_in_one_press(self, plan, board, east, as_alma):
        now = timezone.now()
        referral = factories.make_referral(east, board, "Lys på stien", now=now)
        meeting = factories.make_meeting(board, day=TODAYS)
        next_east = factories.make_meeting(east)
        item = referral.items.get()
        as_alma.post(reverse("meetings:item_place", args=[plan.slug, item.pk]), {"meeting": meeting.pk})
        write(as_alma, plan, meeting, decision="Ja, to lamper før jul.")
        as_alma.post(url(plan, "note_answer", meeting.pk, item.pk))
        referral.refresh_from_db()
        assert (referral.state, referral.answer) == ("answered", "Ja, to lamper før jul.")
        agenda = as_alma.get(reverse("meetings:meeting", args=[plan.slug, next_east.pk]))
        assert "Ja, to lamper før jul." in text_of(agenda)

    def test_without_a_decision_nothing_is_sent(self, plan, board, east, as_alma):
        now = timezone.now()
        referral = factories.make_referral(east, board, "Lys på stien", now=now)
        meeting = factories.make_meeting(board, day=TODAYS)
        item = referral.items.get()
        as_alma.post(reverse("meetings:item_place", args=[plan.slug, item.pk]), {"meeting": meeting.pk})
        answer = as_alma.post(url(plan, "note_answer", meeting.pk, item.pk), follow=True)
        assert "Skriv beslutningen først" in text_of(answer)
        referral.refresh_from_db()
        assert referral.state == "on_agenda"


class TestTheScreen:
    def test_before_the_first_item_it_says_when_and_what_comes(self, plan, meeting, as_alma):
        page = text_of(as_alma.get(url(plan, "screen", meeting.pk)))
        assert "Vi begynder kl. 16.00" in page
        assert "Næste Lys på stien · 20 min." in page

    def test_it_shows_the_item_its_minutes_and_the_next(self, plan, meeting, as_alma):
        as_alma.post(url(plan, "go", meeting.pk), {"punkt": item_of(meeting).pk})
        with time_machine.travel("2026-11-30 09:12 +01:00", tick=False):
            page = text_of(as_alma.get(url(plan, "screen", meeting.pk)))
        assert "Punkt 1 af 3" in page
        assert "12 af 20 minutter" in page
        assert "Næste Kaffe · 10 min." in page

    def test_time_is_kept_when_one_comes_back_to_an_item(self, plan, meeting, as_alma):
        as_alma.post(url(plan, "go", meeting.pk), {"punkt": item_of(meeting).pk})
        with time_machine.travel("2026-11-30 09:12 +01:00", tick=False):
            as_alma.post(url(plan, "go", meeting.pk), {"punkt": item_of(meeting, "Kaffe").pk})
        with time_machine.travel("2026-11-30 09:30 +01:00", tick=False):
            for _ in range(2):
                as_alma.post(url(plan, "go", meeting.pk), {"punkt": item_of(meeting).pk})
        with time_machine.travel("2026-11-30 09:33 +01:00", tick=False):
            assert "15 af 20 minutter" in text_of(as_alma.get(url(plan, "screen", meeting.pk)))

    def test_one_that_shows_the_newest_hears_nothing(self, plan, meeting, as_alma):
        headers = {"HX-Request": "true", "HX-Target": "screen"}
        shown = as_alma.get(url(plan, "screen", meeting.pk)).context["version"]
        again = as_alma.get(url(plan, "screen", meeting.pk), {"v": shown}, headers=headers)
        assert (again.status_code, again.content) == (204, b"")
        as_alma.post(url(plan, "go", meeting.pk), {"punkt": item_of(meeting).pk})
        news = as_alma.get(url(plan, "screen", meeting.pk), {"v": shown}, headers=headers)
        assert "<h1>Lys på stien</h1>" in news.content.decode()
        assert "<html" not in news.content.decode()

    def test_nobody_is_named_on_it(self, plan, meeting, as_alma):
        write(as_alma, plan, meeting, text="Hemmelig snak")
        as_alma.post(url(plan, "go", meeting.pk), {"punkt": item_of(meeting).pk})
        page = text_of(as_alma.get(url(plan, "screen", meeting.pk)))
        assert "Alma" not in page
        assert "Hemmelig" not in page
