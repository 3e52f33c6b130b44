"""Three questions after a meeting, and how a forum is doing: for its tovholder and the leader alone."""

from datetime import date, time

import pytest
from django.core import mail
from django.test import Client

from meetings.models import Attendance, PulseAnswer, PulseRound, PulseTicket
from tests import factories
from tests.cast import client_of
from tests.meetings.invited import letters, link_in
from tests.meetings.pages import address, text_of

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def members(plan):
    return [
        factories.make_membership(plan, factories.make_user(f"Bo {n}", f"bo{n}@ry.example"), role="partner")
        for n in range(6)
    ]


@pytest.fixture
def seats(east, members):
    """Six who can be written to."""
    return [factories.make_forum_seat(east, f"Plads {n}", membership=one) for n, one in enumerate(members)]


@pytest.fixture
def meeting(east):
    """Held last Thursday."""
    return factories.make_meeting(east, date(2026, 11, 26))


@pytest.fixture
def send(as_alma, plan, meeting, django_capture_on_commit_callbacks):
    def press():
        with django_capture_on_commit_callbacks(execute=True):
            return text_of(as_alma.post(address(plan, "pulse_send", meeting.pk), follow=True))

    return press


def wrote(meeting, seat, came):
    Attendance.objects.create(plan=meeting.plan, meeting=meeting, seat=seat, came=came)


def answer(letter, **said):
    return text_of(Client().post(link_in(letter), {"roles": "yes"} | said, follow=True))


def test_those_who_were_there_are_asked_once(send, seats, meeting):
    wrote(meeting, seats[0], "no")
    assert "5 mails er på vej." in send()
    send()
    assert len(mail.outbox) == 5
    assert letters("bo0@ry.example") == []


def test_nothing_is_sent_that_could_be_guessed(send, seats, meeting):
    for seat in seats[:2]:
        wrote(meeting, seat, "excused")
    assert "Så kan svarene gættes" in send()
    assert mail.outbox == []


def test_nothing_is_sent_before_the_meeting_is_held(as_alma, plan, east, seats):
    coming = factories.make_meeting(east)
    url = address(plan, "pulse_send", coming.pk)
    assert "Pulsen sendes, når mødet er holdt." in text_of(as_alma.post(url, follow=True))
    assert not PulseRound.objects.exists()


def test_a_link_answers_once_and_neither_answer_nor_ticket_says_whose(send, seats):
    send()
    letter = mail.outbox[0]
    assert "Tak for dit svar" in answer(letter, worth="no")
    answer(letter, worth="yes")
    kept = PulseAnswer.objects.get()
    assert (kept.roles, kept.people, kept.worth) == ("yes", "", "no")
    assert PulseTicket.objects.filter(is_used=True).count() == 1
    names = {field.name for model in (PulseAnswer, PulseTicket) for field in model._meta.get_fields()}
    assert names == {"id", "plan", "round", "roles", "people", "worth", "token_hash", "is_used"}


def test_an_empty_answer_is_asked_for_again(send, seats):
    send()
    assert "Svar på mindst ét spørgsmål" in answer(mail.outbox[0], roles="")
    assert not PulseAnswer.objects.exists()


def test_the_round_ends(send, seats, time_machine_to):
    send()
    time_machine_to("2026-12-08 09:00 +01:00")
    assert "Runden er slut." in answer(mail.outbox[0])
    assert not PulseAnswer.objects.exists()
    assert Client().get("/moede/intet-saadant/puls/").status_code == 404


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (4, "Færre end fem svarede."),
        (5, "Alle vidste, hvad deres rolle var."),
    ],
)
def test_answers_are_shown_when_the_round_is_over_from_five(
    send, seats, as_leader, plan, east, time_machine_to, amount, told
):
    send()
    for letter in mail.outbox[:amount]:
        answer(letter)
    url = address(plan, "health", east.pk)
    assert told not in text_of(as_leader.get(url))
    assert "I ser dem, når runden er slut." in text_of(as_leader.get(url))
    time_machine_to("2026-12-08 09:00 +01:00")
    assert told in text_of(as_leader.get(url))


def test_the_page_tells_who_drifted_away_and_how_long_meetings_take(as_leader, plan, east):
    library = factories.make_actor(plan, "Biblioteket")
    seat = factories.make_forum_seat(east, "Biblioteket", actor=library)
    live = factories.make_forum_seat(east, "Beboer", side="resident")
    for number, came in enumerate(("yes", "yes", "no", "no", "excused")):
        held = factories.make_meeting(east, date(2026, 11, 2 + 5 * number), time(16), time(18))
        wrote(held, seat, came)
        wrote(held, live, "yes")
    shown = text_of(as_leader.get(address(plan, "health", east.pk)))
    assert "Biblioteket har ikke været med de sidste tre gange. Ring og hør, hvad der skal til." in shown
    assert "Én af to medlemmer er beboer." in shown
    assert "Biblioteket brugte 4 timer på møder i ét forum i november 2026." in shown
    assert "%" not in shown


def test_what_nobody_wrote_down_is_not_absence(as_leader, plan, east, meeting):
    factories.make_forum_seat(east, "Skolen")
    shown = text_of(as_leader.get(address(plan, "health", east.pk)))
    assert "Intet er skrevet ned om fremmøde endnu." in shown


def test_it_is_for_the_tovholder_and_the_leader_alone(as_leader, as_alma, as_bo, as_carla, plan, east, seats):
    url = address(plan, "health", east.pk)
    east.turns.create(plan=plan, seat=seats[1], starts_on=date(2026, 11, 1))
    assert as_leader.get(url).status_code == 200
    assert client_of(seats[1].membership.user).get(url).status_code == 200
    assert client_of(seats[2].membership.user).get(url).status_code == 403
    assert as_alma.get(url).status_code == 403
    assert as_bo.get(url).status_code == 403
    assert as_carla.get(url).status_code == 404
    assert "Sådan går det" in text_of(as_leader.get(address(plan, "forum", east.pk)))
    assert "Sådan går det" not in text_of(as_alma.get(address(plan, "forum", east.pk)))


def test_a_tovholder_from_outside_reads_of_hours_here_alone(plan, east, board, seats):
    library = factories.make_actor(plan, "Biblioteket")
    for forum in (east, board):
        seat = factories.make_forum_seat(forum, "Biblioteket", actor=library)
        wrote(factories.make_meeting(forum, date(2026, 11, 12)), seat, "yes")
    east.turns.create(plan=plan, seat=seats[1], starts_on=date(2026, 11, 1))
    shown = text_of(client_of(seats[1].membership.user).get(address(plan, "health", east.pk)))
    assert "Biblioteket brugte 2 timer på møder i ét forum i november 2026." in shown


def test_late_answers_to_other_forums_are_told(as_leader, plan, east, board):
    factories.make_referral(board, east, due=date(2026, 11, 20))
    shown = text_of(as_leader.get(address(plan, "health", east.pk)))
    assert "Bestyrelsen venter på svar på ét punkt, og fristen er gået." in shown
