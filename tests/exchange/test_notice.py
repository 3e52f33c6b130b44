"""Who is told: the one who booked, with the reason, and the owner's common mailbox."""

import pytest
import time_machine

from exchange.models import Booking
from tests import factories
from tests.exchange.pages import TODAY, address, form, partner_of
from tests.valuegame.pages import text_of

WHY = {"reason": "Gulvet skal lakeres"}


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def pia(rosen):
    """Who booked for Rosen."""
    return partner_of(rosen)[0]


@pytest.fixture
def booking(hall, rosen, pia):
    return factories.make_booking(hall, borrower=rosen, created_by=pia)


@pytest.mark.django_db(transaction=True)
def test_the_administrator_cancels_with_a_reason_that_the_booker_gets(
    as_alma, plan, booking, pia, mailoutbox
):
    page = address(plan, "booking_cancel", booking.pk)
    response = as_alma.post(page, {})
    assert response.status_code == 200
    assert "Skriv hvorfor" in text_of(response)
    booking.refresh_from_db()
    assert booking.cancelled_at is None
    assert mailoutbox == []
    shown = text_of(as_alma.post(page, WHY, follow=True))
    assert "Gulvet skal lakeres" in shown
    (mail,) = mailoutbox
    assert mail.to == [pia.email]
    assert mail.subject == "Jeres booking er aflyst"
    assert "Hvorfor: Gulvet skal lakeres" in mail.body
    assert "torsdag 3. december kl. 16–18" in mail.body
    assert f"http://testserver{address(plan, 'booking', booking.pk)}" in mail.body


@pytest.mark.django_db(transaction=True)
def test_the_administrator_moves_with_a_reason_and_corrects_words_without(
    as_alma, plan, hall, rosen, booking, pia, mailoutbox
):
    page = address(plan, "booking_edit", booking.pk)
    assert "Hvorfor?" in text_of(as_alma.get(page))
    sent = form(hall, rosen, version="1", begins="18:00", ends="20:00")
    assert "Skriv hvorfor" in text_of(as_alma.post(page, sent))
    as_alma.post(page, sent | WHY)
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == ([pia.email], "Jeres booking er flyttet")
    assert "kl. 18–20" in mail.body
    as_alma.post(page, sent | {"version": "2", "title": "Spisning"})
    booking.refresh_from_db()
    assert (booking.title, booking.reason, len(mailoutbox)) == ("Spisning", "Gulvet skal lakeres", 1)


@pytest.mark.django_db(transaction=True)
def test_ones_own_booking_needs_no_reason(as_alma, alma, plan, hall, rosen, mailoutbox):
    as_alma.post(address(plan, "booking_create"), form(hall, rosen))
    booking = Booking.objects.get()
    assert "Hvorfor?" not in text_of(as_alma.get(address(plan, "booking", booking.pk)))
    as_alma.post(address(plan, "booking_cancel", booking.pk))
    booking.refresh_from_db()
    assert booking.cancelled_at is not None
    assert mailoutbox == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("tells", [True, False])
def test_the_owners_common_mailbox_is_told_unless_it_is_switched_off(
    as_alma, plan, hall, rosen, mailoutbox, tells
):
    hall.owner.email = "hus@medborger.example"
    hall.owner.save()
    hall.tells_owner = tells
    hall.save()
    as_alma.post(address(plan, "booking_create"), form(hall, rosen, every="1", until="2026-12-17"))
    first = Booking.objects.order_by("begins_at").first()
    as_alma.post(
        address(plan, "booking_edit", first.pk), form(hall, rosen, version="1", begins="9:00", ends="10:00")
    )
    as_alma.post(address(plan, "series_cancel", first.pk))
    told = [(mail.to, mail.subject) for mail in mailoutbox]
    mailbox = ["hus@medborger.example"]
    words = ("Festsalen er booket", "Bookingen af Festsalen er flyttet", "Bookingen af Festsalen er aflyst")
    every = [(mailbox, subject) for subject in words]
    assert told == (every if tells else [])
    if tells:
        assert "torsdag 3. december kl. 16–18 og 2 dage til" in mailoutbox[0].body
        assert "Alma" not in mailoutbox[0].body


@pytest.mark.django_db(transaction=True)
def test_who_left_the_plan_is_not_written_to(as_alma, plan, booking, pia, mailoutbox):
    plan.memberships.filter(user=pia).delete()
    as_alma.post(address(plan, "booking_cancel", booking.pk), WHY)
    assert mailoutbox == []


def test_a_reason_with_a_cpr_number_is_stopped(as_alma, plan, booking):
    response = as_alma.post(address(plan, "booking_cancel", booking.pk), {"reason": "010190-1234 er syg"})
    assert "Det ligner et CPR-nummer" in text_of(response)
