"""Places whose owner says yes first: the time is held, the answer reaches whoever booked."""

import pytest
import time_machine

from exchange.models import Booking, Hold
from tests import factories
from tests.exchange.pages import TODAY, address, form, partner_of
from tests.valuegame.pages import text_of


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def hall(hall):
    hall.needs_approval = True
    hall.save()
    return hall


@pytest.fixture
def pia(rosen):
    """Speaks for Rosen, who wants to borrow."""
    return partner_of(rosen)


@pytest.fixture
def owner(hall):
    """Speaks for the house, which owns the hall."""
    return partner_of(hall.owner, "Hans Hus")


def test_the_time_is_held_and_the_page_says_that_it_waits(pia, owner, plan, hall, rosen):
    shown = text_of(pia[1].post(address(plan, "booking_create"), form(hall, rosen), follow=True))
    assert "Tiden holdes, til ejeren har sagt ja" in shown
    assert "Venter på ja fra ejeren" in shown
    assert "Sig ja" not in shown
    assert owner[1].post(address(plan, "booking_create"), form(hall, hall.owner)).status_code == 409
    assert "venter på ja" in text_of(pia[1].get(address(plan, "places")))
    assert "Venter på jeres svar" not in text_of(pia[1].get(address(plan, "places")))


@pytest.mark.django_db(transaction=True)
def test_the_owners_partner_says_yes_to_a_whole_series_once(pia, owner, plan, hall, rosen, mailoutbox):
    pia[1].post(address(plan, "booking_create"), form(hall, rosen, every="1", until="2026-12-17"))
    shown = text_of(owner[1].get(address(plan, "places")))
    assert "Venter på jeres svar" in shown
    assert "torsdag 3. december kl. 16–18 og 2 dage til" in shown
    hold = Hold.objects.order_by("begins_at").first()
    for _ in range(2):
        owner[1].post(address(plan, "answer_yes", hold.pk))
    assert not Hold.objects.filter(awaits=True).exists()
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == ([pia[0].email], "Ja til jeres booking")
    assert "I har fået ja til at låne Festsalen." in mail.body


@pytest.mark.django_db(transaction=True)
def test_no_needs_a_reason_and_frees_the_time(pia, as_alma, plan, hall, rosen, mailoutbox):
    pia[1].post(address(plan, "booking_create"), form(hall, rosen))
    page = address(plan, "answer_no", Hold.objects.get().pk)
    assert "Skriv hvorfor" in text_of(as_alma.post(page, {}))
    shown = text_of(as_alma.post(page, {"reason": "Salen er lejet ud"}, follow=True))
    assert "Der er sagt nej, og tiden er fri igen" in shown
    assert "Salen er lejet ud" in shown
    assert Booking.objects.get().cancelled_at is not None
    (mail,) = mailoutbox
    assert mail.subject == "Jeres booking er afvist"
    assert "Ejeren har sagt nej" in mail.body
    assert "Hvorfor: Salen er lejet ud" in mail.body
    assert "Der er svaret allerede" in text_of(as_alma.post(page, {"reason": "Igen"}, follow=True))


def test_others_do_not_answer(pia, plan, hall, rosen, as_bo):
    pia[1].post(address(plan, "booking_create"), form(hall, rosen))
    hold = Hold.objects.get()
    assert pia[1].post(address(plan, "answer_yes", hold.pk)).status_code == 403
    assert pia[1].get(address(plan, "answer_no", hold.pk)).status_code == 403
    assert as_bo.post(address(plan, "answer_yes", hold.pk)).status_code == 403
    hold.refresh_from_db()
    assert hold.awaits


def test_the_owner_asks_nobody_and_a_yes_is_for_the_time_it_was_said_to(owner, as_alma, plan, hall, rosen):
    owner[1].post(address(plan, "booking_create"), form(hall, hall.owner))
    assert not Hold.objects.get().awaits
    mine = form(hall, rosen, day="2026-12-04")
    as_alma.post(address(plan, "booking_create"), mine)
    booking = Booking.objects.get(borrower=rosen)
    owner[1].post(address(plan, "answer_yes", booking.holds.get().pk))
    edit = address(plan, "booking_edit", booking.pk)
    as_alma.post(edit, mine | {"version": "1", "title": "Kor"})
    assert not booking.holds.get().awaits
    as_alma.post(edit, mine | {"version": "2", "begins": "10:00", "ends": "12:00"})
    assert booking.holds.get().awaits


@pytest.mark.django_db(transaction=True)
def test_the_owners_mailbox_is_asked(pia, plan, hall, rosen, mailoutbox):
    hall.owner.email = "hus@medborger.example"
    hall.owner.save()
    pia[1].post(address(plan, "booking_create"), form(hall, rosen))
    (mail,) = mailoutbox
    assert "I skal sige ja eller nej" in mail.body


def test_what_waits_in_another_plan_is_not_there(as_alma, plan, other):
    place = factories.make_place(factories.make_actor(other.plan, "Kanariehuset"), needs_approval=True)
    booking = factories.make_booking(place)
    booking.holds.update(awaits=True)
    for name in ("answer_yes", "answer_no"):
        assert as_alma.post(address(plan, name, booking.holds.get().pk)).status_code == 404
