"""Who came, in one tap each, and whom they brought along."""

from datetime import date, time

import pytest

from meetings.models import Attendance, Guest, Invite
from tests import factories
from tests.meetings.pages import address, text_of

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def school(east):
    return factories.make_forum_seat(east, "Skolen")


@pytest.fixture
def meeting(east):
    """The one that is held today."""
    return factories.make_meeting(east, date(2026, 11, 30), time(8), time(10))


@pytest.fixture
def tap(as_alma, plan, meeting):
    def press(seat, came, **headers):
        return as_alma.post(
            address(plan, "attendance_mark", meeting.pk, seat.pk), {"came": came}, follow=True, **headers
        )

    return press


def test_one_tap_writes_it_down_another_changes_it_and_it_can_be_cleared(tap, school):
    assert "1 var med, 0 kom ikke, 0 er ikke skrevet ned." in text_of(tap(school, "yes"))
    tap(school, "yes")
    assert "0 var med, 1 kom ikke, 0 er ikke skrevet ned." in text_of(tap(school, "excused"))
    assert Attendance.objects.get().came == "excused"
    assert "0 var med, 0 kom ikke, 1 er ikke skrevet ned." in text_of(tap(school, ""))
    assert not Attendance.objects.exists()


def test_a_script_gets_the_part_alone(tap, school):
    htmx = {"headers": {"HX-Request": "true", "HX-Target": "marks"}}
    shown = tap(school, "substitute", **htmx).content.decode()
    assert shown.lstrip().startswith('<section id="marks"')
    assert "1 var med" in shown


def test_nothing_is_written_of_a_meeting_that_has_not_begun(as_alma, plan, east, school):
    meeting = factories.make_meeting(east)
    url = address(plan, "attendance_mark", meeting.pk, school.pk)
    assert "Mødet er ikke begyndt." in text_of(as_alma.post(url, {"came": "yes"}, follow=True))
    assert not Attendance.objects.exists()


def test_what_was_answered_is_written_down_at_once_and_food_forgotten(
    as_alma, plan, east, meeting, school, monday, time_machine_to
):
    kim, bo = factories.make_forum_seat(east, "Klubben"), factories.make_forum_seat(east, "Politiet")
    for seat, reply in ((school, "yes"), (kim, "no"), (bo, "maybe")):
        Invite.objects.create(
            plan=plan, meeting=meeting, seat=seat, reply=reply, replied_at=meeting.begins_at, food_note="Fisk"
        )
    time_machine_to("2026-11-30 12:00 +01:00")
    url = address(plan, "as_replied", meeting.pk)
    assert "1 var med, 1 kom ikke, 1 er ikke skrevet ned." in text_of(as_alma.post(url, follow=True))
    as_alma.post(url)
    assert dict(Attendance.objects.values_list("seat__title", "came")) == {
        "Skolen": "yes", "Klubben": "excused",
    }  # fmt: skip
    assert not Invite.objects.exclude(food_note="").exists()


def test_a_reader_and_a_stranger_write_nothing_down(as_bo, as_carla, plan, meeting, school):
    url = address(plan, "attendance_mark", meeting.pk, school.pk)
    assert as_bo.post(url, {"came": "yes"}).status_code == 403
    assert as_carla.post(url, {"came": "yes"}).status_code == 404
    assert not Attendance.objects.exists()


def test_who_brought_whom_and_the_guest_goes_into_the_registry_as_tracked_down(
    as_alma, plan, east, meeting, school
):
    east.area = plan.areas.get()
    east.save()
    sent = {"organisation": "Skakklubben", "seat": school.pk}
    shown = text_of(as_alma.post(address(plan, "guest_add", meeting.pk), sent, follow=True))
    assert "Inviteret af Skolen" in shown
    guest = Guest.objects.get()
    as_alma.post(address(plan, "guest_mark", guest.pk), {"came": "yes"})
    url = address(plan, "guest_register", guest.pk)
    sent = {"name": "Skakklubben", "kind": "voluntary", "contact": "Iben Ry", "role": "formand"}
    assert "står nu i registret som opsporet." in text_of(as_alma.post(url, sent, follow=True))
    as_alma.post(url, sent)
    actor = plan.actors.get()
    assert (actor.name, actor.status, list(actor.areas.all())) == ("Skakklubben", "spotted", [east.area])
    contact = actor.contacts.get()
    assert (contact.name, contact.consent_state) == ("Iben Ry", "not_asked")
    assert contact.source == "Følgegruppe Østhøj, 30. november"
    guest.refresh_from_db()
    assert (guest.actor, guest.has_come) == (actor, True)


def test_one_who_is_in_the_registry_already_is_found(as_alma, plan, meeting):
    actor = factories.make_actor(plan, "Skakklubben", status="active")
    as_alma.post(address(plan, "guest_add", meeting.pk), {"organisation": "skakklubben"})
    assert Guest.objects.get().actor == actor
    assert "Se i registret" in text_of(as_alma.get(address(plan, "attendance", meeting.pk)))


def test_a_guest_is_taken_off_and_undo_puts_it_back(as_alma, plan, meeting, school):
    url = address(plan, "guest_add", meeting.pk)
    as_alma.post(url, {"organisation": "Skakklubben", "seat": school.pk})
    shown = as_alma.post(address(plan, "guest_remove", Guest.objects.get().pk), follow=True)
    assert not Guest.objects.exists()
    assert 'name="organisation" value="Skakklubben"' in shown.content.decode()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"organisation": ""}, "Skriv, hvor gæsten kommer fra"),
        ({"organisation": "Om 010190-1234"}, "CPR-nummer"),
    ],
)
def test_what_is_wrong_with_a_guest_is_told(as_alma, plan, meeting, sent, told):
    assert told in text_of(as_alma.post(address(plan, "guest_add", meeting.pk), sent))
    assert not Guest.objects.exists()
