"""When shall we meet: the times are sent, answered by link and by login, and one is picked."""

import pytest
from django.core import mail
from django.test import Client

from meetings.models import Meeting, Poll, PollReply
from tests import factories
from tests.cast import client_of
from tests.meetings.invited import entry_in, letters, link_in, reachable
from tests.meetings.pages import address, text_of

pytestmark = pytest.mark.usefixtures("monday")
TIMES = {
    "day_1": "2026-12-10", "begins_1": "16:00", "ends_1": "18:00",
    "day_2": "2026-12-11", "begins_2": "9:00", "ends_2": "11:00",
}  # fmt: skip


@pytest.fixture
def seats(plan, east):
    """Lone of the school, who can be written to; Bo, who has a login; the police, whom nobody can reach."""
    school = factories.make_actor(plan, "Bakkeskolen")
    bo = factories.make_membership(plan, factories.make_user("Bo Ry", "bo@ry.example"), role="partner")
    return [
        factories.make_forum_seat(east, "Skolen", actor=school, contact=reachable(school)),
        factories.make_forum_seat(east, "Klubben", membership=bo),
        factories.make_forum_seat(east, "Politiet"),
    ]


@pytest.fixture
def poll(as_alma, plan, east, seats):
    as_alma.post(address(plan, "poll_create", east.pk), TIMES | {"why": "Vælg to ting"})
    return Poll.objects.get()


@pytest.fixture
def press(as_alma, plan, poll, django_capture_on_commit_callbacks):
    def press(name, **data):
        with django_capture_on_commit_callbacks(execute=True):
            return text_of(as_alma.post(address(plan, name, poll.pk), data, follow=True))

    return press


def said(poll, *replies) -> dict:
    """What is sent with an answer to the times in order."""
    return {f"t{time.pk.hex}": reply for time, reply in zip(poll.times.all(), replies, strict=True)}


def test_all_are_asked_once_and_those_without_mail_are_named(press, seats):
    shown = press("poll_send")
    assert "2 mails er på vej." in shown
    assert "Vi har ingen mail til Politiet." in shown
    press("poll_send")
    assert len(mail.outbox) == 2
    assert "Hej Lone" in letters("lone@skolen.example")[0].body
    assert "Bo Ry" not in letters("lone@skolen.example")[0].message().as_string()


def test_the_best_time_stands_first_with_its_reasons(press, poll, plan, as_alma, seats):
    press("poll_send")
    link = link_in(letters("lone@skolen.example")[0])
    assert "Fredag 11. december kl. 9.00–11.00" in text_of(Client().get(link))
    assert "Dit svar er gemt." in text_of(Client().post(link, said(poll, "no", "yes"), follow=True))
    bo = client_of(seats[1].membership.user)
    bo.post(address(plan, "poll_answer", poll.pk, seats[1].pk), said(poll, "maybe", "yes"))
    shown = text_of(as_alma.get(address(plan, "poll", poll.pk)))
    assert "Fredag 11. december kl. 9.00 passer bedst. To af tre pladser kan." in shown
    assert shown.index("Fredag 11. december kl. 9.00") < shown.index("Torsdag 10. december kl. 16.00")
    assert "Skolen kan ikke." in shown
    assert "Politiet har ikke svaret." in shown


def test_answering_again_changes_the_answer(press, poll):
    press("poll_send")
    link = link_in(letters("lone@skolen.example")[0])
    for first in ("yes", "yes", "no"):
        Client().post(link, said(poll, first, ""))
    assert list(PollReply.objects.values_list("reply", flat=True)) == ["no"]
    assert "Svar på mindst én tid" in text_of(Client().post(link, said(poll, "", "")))


def test_only_those_who_have_not_answered_are_asked_again(press, poll):
    press("poll_send")
    Client().post(link_in(letters("lone@skolen.example")[0]), said(poll, "yes", "no"))
    assert "1 mail er på vej." in press("poll_remind")
    assert len(letters("lone@skolen.example")) == 1
    assert "Vi mangler dit svar" in letters("bo@ry.example")[1].body


def test_the_picked_time_becomes_a_meeting_and_all_are_asked_to_it(press, poll, seats):
    press("poll_send")
    link = link_in(letters("lone@skolen.example")[0])
    time = poll.times.last()
    press("poll_pick", time=time.pk)
    press("poll_pick", time=time.pk)
    meeting = Meeting.objects.get()
    assert (meeting.begins_at, meeting.why) == (time.begins_at, "Vælg to ting")
    (_, invitation) = letters("lone@skolen.example")
    assert entry_in(invitation)[0] == "REQUEST"
    assert Client().get(link).status_code == 404


def test_a_closed_poll_takes_no_answer_and_can_be_opened_again(press, poll, plan, seats):
    press("poll_close")
    bo = client_of(seats[1].membership.user)
    bo.post(address(plan, "poll_answer", poll.pk, seats[1].pk), said(poll, "yes", "yes"))
    assert "Afstemningen er lukket." in press("poll_pick", time=poll.times.first().pk)
    assert not PollReply.objects.exists()
    press("poll_reopen")
    bo.post(address(plan, "poll_answer", poll.pk, seats[1].pk), said(poll, "yes", "yes"))
    assert PollReply.objects.count() == 2


def test_nobody_picks_a_time_of_another_poll_or_one_that_has_been(press, poll, time_machine_to, other):
    theirs = factories.make_forum(other.plan, "KANARIE").polls.create(plan=other.plan)
    time = theirs.times.create(
        plan=other.plan, begins_at=poll.times.first().begins_at, ends_at=poll.times.first().ends_at
    )
    assert "Vælg en af tiderne." in press("poll_pick", time=time.pk)
    time_machine_to("2026-12-10 17:00 +01:00")
    assert "Den tid er gået." in press("poll_pick", time=poll.times.first().pk)
    assert not Meeting.objects.exists()


def test_who_has_no_seat_and_who_is_a_stranger_stay_out(as_bo, as_carla, plan, poll, seats):
    assert as_bo.post(address(plan, "poll_send", poll.pk)).status_code == 403
    assert as_bo.get(address(plan, "poll_answer", poll.pk, seats[0].pk)).status_code == 403
    assert as_carla.get(address(plan, "poll", poll.pk)).status_code == 404


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"day_2": "", "begins_2": "", "ends_2": ""}, "Skriv mindst to tider at vælge imellem"),
        ({"begins_2": ""}, "Skriv, hvornår det begynder"),
        ({"ends_1": "15:00"}, "Sluttidspunktet skal ligge efter starttidspunktet."),
        ({"day_1": "2025-12-10"}, "Vælg i dag eller en dag, der kommer"),
        ({"day_2": "2026-12-10", "begins_2": "16:00", "ends_2": "18:00"}, "Den tid står der allerede"),
        ({"why": "Om 010190-1234"}, "CPR-nummer"),
        ({"quorum": "-1"}, "Skriv et helt tal fra 0 til 200"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_made(as_alma, plan, east, sent, told):
    assert told in text_of(as_alma.post(address(plan, "poll_create", east.pk), TIMES | sent))
    assert not Poll.objects.exists()
