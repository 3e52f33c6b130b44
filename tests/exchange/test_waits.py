"""The waiting list: the first whose whole time is free gets it when it is let go."""

import threading
import uuid
from datetime import date, time

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from exchange import actions
from exchange.availability import span_of
from exchange.models import Booking, Hold, Wait
from exchange.waiting import FreeNow, wait_for, withdraw_wait
from tests import factories
from tests.exchange.pages import TODAY, address, form, partner_of
from tests.valuegame.pages import text_of

THURSDAY = date(2026, 12, 3)


@pytest.fixture(autouse=True)
def _monday():
    # The clock runs, since it says who came first.
    with time_machine.travel(TODAY, tick=True):
        yield


@pytest.fixture
def works_here(plan, alma):
    factories.make_membership(plan, alma, role="staff")


def written_up(alma, borrower, *places, begin=16, end=18, title="Kor"):
    return wait_for(
        plan=borrower.plan, by=alma, values={"title": title, "borrower": borrower, "note": ""},
        facilities=places, span=span_of(THURSDAY, time(begin), time(end)), submission=uuid.uuid4(),
    )  # fmt: skip


def cancel(booking, by):
    return actions.cancel_bookings(bookings=[booking], by=by, now=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_from_a_refused_form_to_a_booking_and_a_mail(as_alma, plan, hall, rosen, mailoutbox):
    taken = factories.make_booking(hall)
    user, browser = partner_of(rosen)
    sent = form(hall, rosen, submission="00000000-0000-4000-8000-000000000041")
    refused = text_of(browser.post(address(plan, "booking_create"), sent))
    assert "Skriv os på venteliste" in refused
    for _ in range(2):
        shown = text_of(browser.post(address(plan, "booking_create"), sent | {"wait": "1"}, follow=True))
    assert "I står på venteliste til torsdag 3. december kl. 16–18" in shown
    assert Wait.objects.count() == 1
    assert "Venteliste (1)" in text_of(browser.get(address(plan, "places")))
    as_alma.post(address(plan, "booking_cancel", taken.pk))
    booking = Booking.objects.standing().get()
    assert (booking.borrower, booking.created_by, booking.title) == (rosen, user, "Fællesspisning")
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == ([user.email], "I har fået tiden, I ventede på")
    assert "I har fået tiden. Aflys, hvis I ikke længere skal bruge den." in mail.body
    assert "Ingen venter" in text_of(browser.get(address(plan, "waits")))


def test_the_first_in_line_whose_whole_time_is_free_gets_it(alma, works_here, hall, rosen):
    projector = factories.make_place(hall.owner, "Projektoren", kind="equipment")
    taken = factories.make_booking(hall)
    factories.make_booking(projector)
    written_up(alma, rosen, hall, projector, title="Film")
    written_up(alma, rosen, hall, begin=15, end=19, title="Kor")
    written_up(alma, rosen, hall, begin=17, end=18, title="Skak")
    cancel(taken, alma)
    got = Booking.objects.standing().filter(borrower=rosen)
    assert [one.title for one in got] == ["Kor"]
    cancel(got.get(), alma)
    assert Booking.objects.standing().get(borrower=rosen).title == "Skak"


def test_a_move_lets_go_too(alma, works_here, hall, rosen):
    taken = factories.make_booking(hall)
    written_up(alma, rosen, hall)
    actions.change_booking(
        booking=taken, by=alma, facilities=[hall], span=span_of(THURSDAY, time(9), time(10)), version=1,
        values={"title": "Kor", "note": "", "borrower": taken.borrower},
    )  # fmt: skip
    assert Booking.objects.get(borrower=rosen).title == "Kor"
    assert Hold.objects.filter(is_live=True).count() == 2


def test_a_time_that_is_free_is_booked_instead(as_alma, alma, plan, hall, rosen):
    with pytest.raises(FreeNow):
        written_up(alma, rosen, hall)
    shown = text_of(as_alma.post(address(plan, "booking_create"), form(hall, rosen, wait="1"), follow=True))
    assert "Booket." in shown
    assert Booking.objects.count() == 1


def test_who_withdrew_left_or_asks_for_what_is_gone_gets_nothing(alma, works_here, plan, hall, rosen):
    taken = factories.make_booking(hall)
    withdraw_wait(wait=written_up(alma, rosen, hall), by=alma, now=timezone.now())
    gone = factories.make_actor(plan, "Lukket forening")
    written_up(alma, gone, hall)
    plan.actors.filter(pk=gone.pk).update(archived_at=timezone.now())
    stranger = factories.make_user("Sten Gået")
    written_up(stranger, rosen, hall)
    cancel(taken, alma)
    assert not Booking.objects.standing().exists()


def test_a_partner_withdraws_their_own_alone(alma, works_here, plan, hall, rosen):
    factories.make_booking(hall)
    _, browser = partner_of(rosen)
    mine, theirs = written_up(alma, rosen, hall), written_up(alma, hall.owner, hall, title="Skak")
    shown = text_of(browser.get(address(plan, "waits")))
    assert "Kor" in shown
    assert "Skak" not in shown
    assert browser.post(address(plan, "wait_withdraw", theirs.pk)).status_code == 403
    shown = text_of(browser.post(address(plan, "wait_withdraw", mine.pk), follow=True))
    assert "»Kor« står ikke mere på ventelisten" in shown


def test_a_series_is_not_put_on_the_list(as_alma, plan, hall, rosen):
    factories.make_booking(hall)
    sent = form(hall, rosen, every="1", until="2026-12-10", wait="1")
    response = as_alma.post(address(plan, "booking_create"), sent)
    assert response.status_code == 409
    assert "Skriv os på venteliste" not in text_of(response)
    assert not Wait.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_let_go_at_once_give_the_time_once(alma, works_here, plan, hall, rosen):
    """The one who waits wants the hall and the projector; each is let go by another press."""
    projector = factories.make_place(hall.owner, "Projektoren", kind="equipment")
    for _ in range(5):
        both = [factories.make_booking(one) for one in (hall, projector)]
        wait = written_up(alma, rosen, hall, projector)
        start = threading.Barrier(2)

        def press(booking, start=start):
            start.wait()
            try:
                cancel(Booking.objects.get(pk=booking.pk), alma)
            finally:
                connection.close()

        pressed = [threading.Thread(target=press, args=[one]) for one in both]
        for one in pressed:
            one.start()
        for one in pressed:
            one.join()
        given = Booking.objects.standing().get(borrower=rosen)
        wait.refresh_from_db()
        assert wait.booking == given
        cancel(given, alma)
