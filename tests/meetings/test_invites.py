"""Invitations by mail with a calendar file, answers by link and by login, changes and cancellations."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from meetings.models import Guest, Invite, SeatLink
from tests import factories
from tests.cast import client_of
from tests.meetings.invited import entry_in, later, letters, link_in, reachable
from tests.meetings.pages import address, text_of

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def school(plan):
    return factories.make_actor(plan, "Bakkeskolen")


@pytest.fixture
def seat(east, school):
    """The school's seat, in which Lone sits; Mo comes instead."""
    stand_in = reachable(school, "Mo Birk", "mo@skolen.example")
    return factories.make_forum_seat(
        east, "Skolen", actor=school, contact=reachable(school), stand_in_contact=stand_in
    )


@pytest.fixture
def meeting(east):
    meeting = factories.make_meeting(east, why="Vælg to ting", place="Beboerhuset")
    factories.make_agenda_item(east, meeting=meeting)
    return meeting


@pytest.fixture
def send(as_alma, plan, meeting, django_capture_on_commit_callbacks):
    """Alma presses the button."""

    def press(name="invite_send", **data):
        with django_capture_on_commit_callbacks(execute=True):
            return text_of(as_alma.post(address(plan, name, meeting.pk), data, follow=True))

    return press


@pytest.fixture
def answer(django_capture_on_commit_callbacks):
    """A stranger's browser answers by a link."""

    def give(link, reply="yes", **more):
        with django_capture_on_commit_callbacks(execute=True):
            return text_of(Client().post(link, {"reply": reply} | more, follow=True))

    return give


def test_who_sits_there_is_written_to_with_a_calendar_file(send, seat, meeting):
    assert "1 mail er på vej." in send()
    (letter,) = mail.outbox
    assert letter.to == ["lone@skolen.example"]
    assert letter.subject == "Følgegruppe Østhøj mødes 3. december"
    assert "Hej Lone" in letter.body
    assert "Torsdag 3. december kl. 16.00–18.00\nBeboerhuset" in letter.body
    method, event = entry_in(letter)
    assert (method, event["sequence"], str(event["status"])) == ("REQUEST", 0, "CONFIRMED")
    assert event["dtstart"].params["TZID"] == "Europe/Copenhagen"
    assert f"{event['dtstart'].dt:%Y-%m-%d %H:%M}" == "2026-12-03 16:00"
    assert str(event["location"]) == "Beboerhuset"
    assert str(event["attendee"]) == "mailto:lone@skolen.example"


def test_an_empty_agenda_is_asked_about_once(send, seat, meeting, east, as_alma, plan):
    meeting.items.all().delete()
    asked = send()
    assert "Dagsordenen er tom" in asked
    assert "Lav dagsordenen først" in asked
    assert mail.outbox == []
    assert "1 mail er på vej." in send(without_agenda="on")
    factories.make_forum_seat(east, "Medarbejder", membership=plan.memberships.get(role="staff"))
    assert "1 mail er på vej." in send()
    assert len(mail.outbox) == 2


def test_a_letter_names_nobody_but_its_reader(send, seat, east, plan, alma):
    factories.make_forum_seat(east, "Medarbejder", membership=plan.memberships.get(user=alma))
    send()
    for letter in mail.outbox:
        whole = letter.message().as_string() + str(entry_in(letter)[1].to_ical())
        assert ("lone@" in whole) == (letter.to == ["lone@skolen.example"])
        assert ("alma@" in whole) == (letter.to == ["alma@solbakken.example"])
        assert "Mo Birk" not in whole
    assert len(mail.outbox) == 2


def test_pressed_twice_it_writes_once(send, seat):
    send()
    assert "Alle ved besked." in send()
    assert len(mail.outbox) == 1


def test_who_has_not_said_yes_is_not_written_to(send, east, school):
    no = factories.make_contact(school, "Kim Lund", email="kim@skolen.example")
    factories.make_forum_seat(east, "Skolen", actor=school, contact=no)
    assert "Vi har ingen mail til Skolen. Ring til dem." in send()
    assert mail.outbox == []


def test_the_organisations_own_mailbox_is_written_to_when_nobody_else_can_be(send, east, school):
    school.email = "kontoret@skolen.example"
    school.save()
    factories.make_forum_seat(east, "Skolen", actor=school)
    send()
    assert [one.to for one in mail.outbox] == [["kontoret@skolen.example"]]
    assert "Hej Bakkeskolen" in mail.outbox[0].body


def test_another_time_raises_the_sequence_and_asks_again(send, seat, meeting, answer):
    send()
    answer(link_in(mail.outbox[0]))
    later(meeting)
    assert "1 mail er på vej." in send()
    first, second = (entry_in(letter) for letter in mail.outbox)
    assert second[1]["uid"] == first[1]["uid"]
    assert (second[0], second[1]["sequence"]) == ("REQUEST", 1)
    assert f"{second[1]['dtstart'].dt:%m-%d}" == "12-10"
    assert "Svar igen" in mail.outbox[1].body
    assert Invite.objects.get().reply == ""


def test_another_room_keeps_the_answer(send, seat, meeting, answer):
    send()
    answer(link_in(mail.outbox[0]))
    meeting.place = "Skolens aula"
    meeting.save()
    send()
    assert "Dit svar gælder stadig." in mail.outbox[1].body
    assert entry_in(mail.outbox[1])[1]["sequence"] == 1
    assert Invite.objects.get().reply == "yes"


def test_a_cancellation_takes_it_out_of_calendars_and_undo_puts_it_back(send, seat, as_alma, plan, meeting):
    send()
    as_alma.post(address(plan, "meeting_cancel", meeting.pk))
    send()
    send()
    as_alma.post(address(plan, "meeting_restore", meeting.pk))
    send()
    entries = [entry_in(letter) for letter in mail.outbox]
    assert [(method, event["sequence"], str(event["status"])) for method, event in entries] == [
        ("REQUEST", 0, "CONFIRMED"), ("CANCEL", 1, "CANCELLED"), ("REQUEST", 2, "CONFIRMED"),
    ]  # fmt: skip
    assert len({event["uid"] for _, event in entries}) == 1
    assert "http" not in mail.outbox[1].body


def test_nobody_is_told_that_a_meeting_is_off_to_which_they_were_not_asked(
    send, seat, as_alma, plan, meeting
):
    as_alma.post(address(plan, "meeting_cancel", meeting.pk))
    assert "Alle ved besked." in send()
    assert mail.outbox == []


def test_an_answer_stands_on_the_page_with_food_and_who_comes_along(
    send, seat, meeting, answer, as_alma, plan
):
    send()
    told = answer(link_in(mail.outbox[0]), eats="ja", food_note="intet kød", brings="Skakklubben")
    assert "Tak. Vi ses." in told
    shown = text_of(as_alma.get(address(plan, "invites", meeting.pk)))
    assert "1 kommer." in shown
    assert "Skakklubben" in shown
    assert "1 spiser med. De har skrevet: intet kød." in shown
    assert Guest.objects.get().seat == seat


def test_the_answer_can_be_given_again_and_a_guest_is_written_once(send, seat, answer):
    send()
    link = link_in(mail.outbox[0])
    for reply in ("yes", "yes", "no"):
        answer(link, reply, brings="Skakklubben")
    assert Invite.objects.get().reply == "no"
    assert Guest.objects.count() == 1


def test_a_substitute_is_written_to_and_answers_for_the_seat(send, seat, meeting, answer, as_alma, plan):
    send()
    answer(link_in(mail.outbox[0]), "substitute")
    answer(link_in(mail.outbox[0]), "substitute")
    (to_mo,) = letters("mo@skolen.example")
    assert "Du er suppleant for Skolen, og denne gang er det dig" in to_mo.body
    assert "Suppleant kommer" not in text_of(Client().get(link_in(to_mo)))
    answer(link_in(to_mo), "yes")
    shown = text_of(as_alma.get(address(plan, "invites", meeting.pk)))
    assert "Suppleant kommer (har sagt ja)" in shown
    answer(link_in(mail.outbox[0]), "yes")
    assert entry_in(letters("mo@skolen.example")[1])[0] == "CANCEL"


def test_those_who_have_not_answered_are_written_to_again_in_one_tap(
    send, seat, east, school, answer, time_machine_to
):
    other = reachable(school, "Iben Ry", "iben@skolen.example")
    factories.make_forum_seat(east, "Klubben", actor=school, contact=other)
    send()
    answer(link_in(letters("iben@skolen.example")[0]))
    assert "Der går en halv dag" in send("invite_remind")
    time_machine_to("2026-12-01 09:00 +01:00")
    send("invite_remind")
    again = letters("lone@skolen.example")[1]
    assert "Vi mangler dit svar" in again.body
    assert entry_in(again)[1]["sequence"] == 0
    assert len(letters("iben@skolen.example")) == 1


@pytest.mark.parametrize("why", ["closed", "expired", "another sits there", "deleted", "seat gone", "ended"])
def test_a_link_ends(send, seat, meeting, as_alma, plan, why, time_machine_to, school):
    send()
    link = link_in(mail.outbox[0])
    assert Client().get(link).status_code == 200
    if why == "closed":
        as_alma.post(address(plan, "invite_close", meeting.pk, seat.pk))
    elif why == "expired":
        time_machine_to("2026-12-05 09:00 +01:00")
    elif why == "another sits there":
        seat.contact = reachable(school, "Iben Ry", "iben@skolen.example")
        seat.save()
    elif why == "deleted":
        as_alma.post(reverse("actors:contact_delete", args=[plan.slug, school.pk, seat.contact.pk]))
    elif why == "seat gone":
        as_alma.post(address(plan, "seat_remove", seat.forum_id, seat.pk))
    else:
        plan.forums.update(ended_at=meeting.begins_at)
    assert Client().get(link).status_code == 404


def test_only_a_hash_of_the_token_is_kept(send, seat):
    send()
    token = link_in(mail.outbox[0]).strip("/").rpartition("/")[2]
    assert token not in str(SeatLink.objects.values())
    assert Client().get(f"/moede/{token[:-1]}/").status_code == 404


def test_a_new_person_is_asked_and_the_old_one_told(send, seat, school):
    send()
    seat.contact = reachable(school, "Iben Ry", "iben@skolen.example")
    seat.save()
    send()
    assert entry_in(letters("lone@skolen.example")[1])[0] == "CANCEL"
    assert entry_in(letters("iben@skolen.example")[0])[0] == "REQUEST"


def test_who_lost_the_seat_is_told(send, seat, as_alma, plan):
    send()
    as_alma.post(address(plan, "seat_remove", seat.forum_id, seat.pk))
    send()
    assert entry_in(mail.outbox[1])[0] == "CANCEL"


def test_a_member_answers_by_login_and_a_stranger_does_not(plan, east, meeting, as_carla):
    partner = factories.make_membership(plan, role="partner")
    seat = factories.make_forum_seat(east, "Klubben", membership=partner)
    other = factories.make_forum_seat(east, "Skolen")
    browser, url = client_of(partner.user), address(plan, "reply", meeting.pk, seat.pk)
    assert "Du har ikke svaret for Klubben." in text_of(browser.get(address(plan, "invites", meeting.pk)))
    browser.post(url, {"reply": "maybe"})
    assert Invite.objects.get(seat=seat).reply == "maybe"
    assert browser.get(address(plan, "reply", meeting.pk, other.pk)).status_code == 403
    assert browser.post(address(plan, "invite_send", meeting.pk)).status_code == 403
    assert as_carla.get(url).status_code == 404


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"reply": ""}, "Vælg, om du kommer"),
        ({"brings": "Skak 010190-1234"}, "Det ligner et CPR-nummer"),
        ({"food_note": "x" * 121}, "Skriv højst 120 tegn"),
    ],
)
def test_what_is_wrong_is_told(send, seat, answer, sent, told):
    send()
    assert told in answer(link_in(mail.outbox[0]), **({"reply": "yes"} | sent))
    assert Invite.objects.get().reply == ""


def test_a_meeting_that_is_off_or_over_takes_no_answer(send, seat, meeting, answer, time_machine_to):
    send()
    link = link_in(mail.outbox[0])
    time_machine_to("2026-12-03 19:00 +01:00")
    assert "Mødet er holdt." in answer(link)
    assert Invite.objects.get().reply == ""
