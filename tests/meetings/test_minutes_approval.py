"""Minutes on their way: sent by mail, approved with and without login, remarked on, sent round."""

import re
from datetime import date

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from meetings.models import Approval, ItemNote, MinutesSheet
from tests import factories
from tests.cast import client_of
from tests.reading import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
YES = {"consent_state": "given", "consent_scope": "team", "consent_until": date(2027, 11, 30)}


def url(plan, name, *args):
    return reverse(f"minutes:{name}", args=[plan.slug, *args])


@pytest.fixture
def lone(plan, east):
    """A contact who sits there and has said yes to being written to."""
    school = factories.make_actor(plan, "Bakkeskolen")
    contact = factories.make_contact(school, "Lone Riis", email="lone@skolen.example", **YES)
    factories.make_forum_seat(east, "Skolen", contact=contact, actor=school)
    return contact


@pytest.fixture
def meeting(east, lone):
    """Yesterday's meeting, of which something is written down."""
    meeting = factories.make_meeting(east, day=date(2026, 11, 27))
    item = factories.make_agenda_item(east, "Lys på stien", meeting)
    ItemNote.objects.create(
        plan=east.plan, meeting=meeting, item=item, kind="discuss", title=item.title, version=1,
        text="Der mangler lys.", decision="Vi spørger kommunen.",
    )  # fmt: skip
    return meeting


@pytest.fixture
def sent(plan, meeting, as_alma, django_capture_on_commit_callbacks):
    """The minutes have gone out by mail."""
    with django_capture_on_commit_callbacks(execute=True):
        as_alma.post(url(plan, "send", meeting.pk))
    return meeting


def link_in(letter) -> str:
    """The path of the link in a mail."""
    return re.search(r"https?://[^/]+(/referat/\S+)", letter.body)[1]


class TestSending:
    def test_the_page_says_who_gets_it_and_how(self, plan, east, meeting, as_alma):
        silent = factories.make_contact(
            factories.make_actor(plan, "Rosen"), "Per Bo", email="per@rosen.example"
        )
        factories.make_forum_seat(east, "Rosen", contact=silent)
        page = text_of(as_alma.get(url(plan, "send", meeting.pk)))
        assert "Lone Riis · Skolen Får en mail med et link" in page
        assert "Har ingen mail, vi må bruge" in page

    def test_a_mail_goes_to_each_with_a_link_and_none_of_the_words(self, sent):
        (letter,) = mail.outbox
        assert letter.to == ["lone@skolen.example"]
        assert letter.subject == "Godkend referatet fra Følgegruppe Østhøj 27. november"
        assert "Der mangler lys" not in letter.body
        assert Approval.objects.get().token_hash not in letter.body

    def test_sending_twice_is_sending_once(self, plan, sent, as_alma, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            as_alma.post(url(plan, "send", sent.pk))
        assert (len(mail.outbox), Approval.objects.count()) == (1, 1)

    def test_empty_minutes_are_not_sent(self, plan, east, as_alma):
        empty = factories.make_meeting(east)
        answer = as_alma.post(url(plan, "send", empty.pk), follow=True)
        assert "Der står ikke noget i referatet endnu" in text_of(answer)
        assert mail.outbox == []

    def test_what_is_sent_cannot_be_written_in(self, plan, sent, as_alma):
        item = sent.items.get()
        answer = as_alma.post(url(plan, "note", sent.pk, item.pk), {"text": "Nyt"})
        assert ItemNote.objects.get().text == "Der mangler lys."
        assert "Referatet er sendt ud" in text_of(answer)

    def test_a_reader_cannot_send(self, plan, meeting, as_bo):
        assert as_bo.post(url(plan, "send", meeting.pk)).status_code == 403


class TestByLink:
    def test_one_reads_without_login(self, sent, client):
        page = text_of(client.get(link_in(mail.outbox[0])))
        assert "Der mangler lys." in page
        assert "Vi spørger kommunen." in page
        assert "Alma" not in page

    def test_one_yes_of_one_approves(self, plan, sent, client, as_alma):
        link = link_in(mail.outbox[0])
        for _ in range(2):
            assert client.post(f"{link}svar/", {"ja": "on"}).status_code == 302
        assert MinutesSheet.objects.get().state == "approved"
        assert "Du godkendte referatet" in text_of(client.get(link))
        assert "Godkendt 30. november" in text_of(as_alma.get(url(plan, "minutes", sent.pk)))

    def test_a_remark_stands_on_the_minutes_and_nothing_is_approved(self, plan, sent, client, as_alma):
        link = link_in(mail.outbox[0])
        client.post(f"{link}svar/", {"remark": "Der var tre lamper."})
        client.post(f"{link}svar/", {"ja": "on"})
        assert MinutesSheet.objects.get().state == "sent"
        page = text_of(as_alma.get(url(plan, "minutes", sent.pk)))
        assert "Lone Riis, Skolen" in page
        assert "Der var tre lamper." in page

    def test_an_empty_remark_is_asked_for(self, sent, client):
        answer = client.post(f"{link_in(mail.outbox[0])}svar/", {"remark": ""})
        assert "Skriv din bemærkning" in text_of(answer)

    def test_when_it_is_mended_the_link_shows_nothing_of_it(self, plan, sent, client, as_alma):
        link = link_in(mail.outbox[0])
        as_alma.post(url(plan, "take_back", sent.pk))
        page = text_of(client.get(link))
        assert "ved at blive rettet" in page
        assert "Der mangler lys" not in page
        client.post(f"{link}svar/", {"ja": "on"})
        assert Approval.objects.get().approved_at is None

    def test_a_new_round_asks_anew_and_keeps_what_was_remarked(
        self, plan, sent, client, as_alma, django_capture_on_commit_callbacks
    ):
        client.post(f"{link_in(mail.outbox[0])}svar/", {"remark": "Der var tre lamper."})
        as_alma.post(url(plan, "take_back", sent.pk))
        assert "Der var tre lamper." in text_of(as_alma.get(url(plan, "minutes", sent.pk)))
        with django_capture_on_commit_callbacks(execute=True):
            as_alma.post(url(plan, "send", sent.pk))
        assert (len(mail.outbox), Approval.objects.count()) == (2, 2)
        assert "ved at blive rettet" in text_of(client.get(link_in(mail.outbox[0])))
        assert "Der mangler lys." in text_of(client.get(link_in(mail.outbox[1])))

    @pytest.mark.parametrize("path", ["", "svar/", "pdf/"])
    def test_an_unknown_link_is_404(self, sent, client, path):
        ask = client.post if path == "svar/" else client.get
        assert ask(f"/referat/ukendt/{path}").status_code == 404

    def test_it_ends_after_sixty_days(self, sent, client):
        with time_machine.travel("2027-02-01 09:00 +01:00", tick=False):
            assert client.get(link_in(mail.outbox[0])).status_code == 404


class TestInside:
    def test_a_member_with_a_login_answers_on_the_page(self, plan, east, meeting, as_alma, as_partner):
        factories.make_forum_seat(east, "Klubben", membership=plan.memberships.get(role="partner"))
        as_alma.post(url(plan, "send", meeting.pk))
        assert "Stemmer det med det, I talte om?" in text_of(as_partner.get(url(plan, "minutes", meeting.pk)))
        as_partner.post(url(plan, "own_answer", meeting.pk), {"ja": "on"})
        assert "Pia Partner, Klubben Godkendt" in text_of(as_alma.get(url(plan, "minutes", meeting.pk)))
        assert MinutesSheet.objects.get().state == "sent"

    def test_who_was_not_asked_cannot_answer(self, plan, sent, as_alma):
        assert as_alma.post(url(plan, "own_answer", sent.pk), {"ja": "on"}).status_code == 404

    def test_the_forum_approves_and_the_minutes_are_sent_round_once(
        self, plan, sent, as_alma, django_capture_on_commit_callbacks
    ):
        as_alma.post(url(plan, "approve", sent.pk))
        for _ in range(2):
            with django_capture_on_commit_callbacks(execute=True):
                as_alma.post(url(plan, "mail_round", sent.pk))
        assert [letter.subject for letter in mail.outbox] == [
            "Godkend referatet fra Følgegruppe Østhøj 27. november",
            "Godkendt referat fra Følgegruppe Østhøj 27. november",
        ]

    def test_a_draft_is_not_approved_before_anybody_saw_it(self, plan, meeting, as_alma):
        answer = as_alma.post(url(plan, "approve", meeting.pk), follow=True)
        assert "Send referatet til medlemmerne" in text_of(answer)

    def test_a_stranger_gets_404(self, plan, meeting, as_carla):
        for name in ("send", "take_back", "approve", "own_answer", "mail_round"):
            assert as_carla.post(url(plan, name, meeting.pk)).status_code == 404

    def test_an_observer_reads_along_and_is_not_waited_for(self, plan, east, sent, as_alma, client):
        assert Approval.objects.get().is_asked
        as_alma.post(url(plan, "take_back", sent.pk))
        factories.make_forum_seat(
            east, "Kommunen", part="observer", membership=factories.make_membership(plan, role="reader")
        )
        as_alma.post(url(plan, "send", sent.pk))
        assert "Kommunen Læser med" in text_of(as_alma.get(url(plan, "minutes", sent.pk)))


def test_a_member_of_the_team_in_a_seat_of_its_own_gets_the_mail(
    plan, east, meeting, alma, as_alma, django_capture_on_commit_callbacks
):
    factories.make_forum_seat(east, "Helhedsplanen", membership=plan.memberships.get(user=alma))
    with django_capture_on_commit_callbacks(execute=True):
        client_of(alma).post(url(plan, "send", meeting.pk))
    assert sorted(letter.to[0] for letter in mail.outbox) == ["alma@solbakken.example", "lone@skolen.example"]


class TestTheLinkGoesWithTheSeat:
    @pytest.mark.parametrize("what", ["seat", "contact", "forum", "other"])
    def test_who_let_the_seat_go_reads_no_more(self, sent, east, lone, client, what):
        link = link_in(mail.outbox[0])
        assert client.get(link).status_code == 200
        now = timezone.now()
        if what == "seat":
            east.seats.update(removed_at=now)
        elif what == "contact":
            type(lone).objects.filter(pk=lone.pk).update(deleted_at=now)
        elif what == "forum":
            type(east).objects.filter(pk=east.pk).update(ended_at=now)
        else:
            east.seats.update(contact=factories.make_contact(lone.actor, "Mo Birk"))
        assert client.get(link).status_code == 404
        assert client.get(f"{link}pdf/").status_code == 404
        assert client.post(f"{link}svar/", {"ja": "on"}).status_code == 404
