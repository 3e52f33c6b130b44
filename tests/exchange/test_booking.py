"""Never two at once: what is booked, moved, cancelled and brought back, as it is stored."""

import uuid
from datetime import date, time

import pytest
from django.utils import timezone

from exchange import actions, place_actions
from exchange.availability import repeated, span_of
from exchange.free_times import NotOnList, Taken
from exchange.models import Booking, Hold
from tests import factories

THURSDAY = date(2026, 12, 3)


def book(alma, rosen, places, *spans, submission=None):
    return actions.book(
        plan=rosen.plan, by=alma, values={"title": "Spisning", "borrower": rosen, "note": ""},
        facilities=places, spans=spans, submission=submission or uuid.uuid4(),
    )  # fmt: skip


def at(begin, end, day=THURSDAY):
    return span_of(day, time(begin), time(end))


def test_a_time_that_is_taken_is_refused_and_one_that_touches_is_not(alma, rosen, hall):
    book(alma, rosen, [hall], at(16, 18))
    for wanted in (at(15, 17), at(17, 19), at(16, 18), at(10, 20), at(17, 18)):
        with pytest.raises(Taken) as told:
            book(alma, rosen, [hall], wanted)
        assert told.value.clash == at(16, 18)
    book(alma, rosen, [hall], at(14, 16))
    book(alma, rosen, [hall], at(18, 19))
    assert Booking.objects.count() == Hold.objects.count() == 3


def test_time_to_make_ready_and_to_tidy_up_is_held_too(alma, rosen, hall):
    hall.minutes_before, hall.minutes_after = 30, 60
    hall.save()
    book(alma, rosen, [hall], at(16, 18))
    with pytest.raises(Taken):
        book(alma, rosen, [hall], at(19, 20))
    book(alma, rosen, [hall], span_of(THURSDAY, time(19, 30), time(21)))


def test_a_room_and_its_equipment_are_booked_together_or_not_at_all(alma, rosen, hall):
    projector = factories.make_place(hall.owner, "Projektoren", kind="equipment")
    factories.make_booking(projector)
    with pytest.raises(Taken) as told:
        book(alma, rosen, [hall, projector], at(17, 19))
    assert told.value.facility == projector
    assert not hall.holds.exists()


def test_a_series_is_all_or_nothing_and_may_not_clash_with_itself(alma, rosen, hall):
    days = repeated(THURSDAY, every_weeks=2, until=date(2027, 1, 14))
    factories.make_booking(hall, day=days[2])
    with pytest.raises(Taken):
        book(alma, rosen, [hall], *(at(16, 18, day) for day in days))
    assert Booking.objects.count() == 1
    with pytest.raises(Taken):
        book(alma, rosen, [hall], at(10, 12), at(11, 13))
    made = book(alma, rosen, [hall], *(at(19, 21, day) for day in days))
    assert len({one.series for one in made}) == 1
    assert [one.begins_at for one in made] == sorted(one.begins_at for one in made)


def test_the_same_form_sent_again_gives_the_same_bookings(alma, rosen, hall):
    key = uuid.uuid4()
    first = book(alma, rosen, [hall], at(10, 12), at(13, 14), submission=key)
    again = book(alma, rosen, [hall], at(10, 12), at(13, 14), submission=key)
    assert {one.pk for one in again} == {one.pk for one in first}
    assert Booking.objects.count() == 2


def test_what_is_off_the_list_or_another_plans_is_refused(alma, rosen, hall, other):
    place_actions.archive_facility(facility=hall, by=alma, now=timezone.now())
    foreign = factories.make_place(other.actor)
    for place in (hall, foreign):
        with pytest.raises(NotOnList):
            book(alma, rosen, [place], at(10, 12))


def test_a_cancelled_time_is_free_and_comes_back_only_while_it_is(alma, rosen, hall):
    (booking,) = book(alma, rosen, [hall], at(16, 18))
    actions.cancel_bookings(bookings=[booking], by=alma, now=timezone.now())
    (second,) = book(alma, rosen, [hall], at(17, 19))
    with pytest.raises(Taken):
        actions.restore_booking(booking=booking, by=alma)
    actions.cancel_bookings(bookings=[second], by=alma, now=timezone.now())
    actions.restore_booking(booking=booking, by=alma)
    with pytest.raises(Taken):
        book(alma, rosen, [hall], at(17, 19))


def test_a_booking_moves_within_its_own_time_and_never_onto_another(alma, rosen, hall):
    (booking,) = book(alma, rosen, [hall], at(16, 18))
    (taken,) = book(alma, rosen, [hall], at(20, 22))
    move = {
        "booking": booking,
        "by": alma,
        "facilities": [hall],
        "values": {"title": "Kor", "note": "", "borrower": rosen},
    }
    actions.change_booking(span=at(17, 19), version=1, **move)
    assert [(hold.begins_at, hold.ends_at) for hold in booking.holds.all()] == [
        (at(17, 19).begin, at(17, 19).end)
    ]
    with pytest.raises(Taken):
        actions.change_booking(span=at(19, 21), version=booking.version, **move)
    with pytest.raises(actions.StaleVersion):
        actions.change_booking(span=at(9, 10), version=1, **move)
    booking.refresh_from_db()
    assert (booking.title, booking.begins_at, taken.begins_at) == ("Kor", at(17, 19).begin, at(20, 22).begin)


def test_what_was_cancelled_meanwhile_is_not_moved_and_holds_nothing(alma, rosen, hall):
    (booking,) = book(alma, rosen, [hall], at(16, 18))
    actions.cancel_bookings(bookings=[Booking.objects.get()], by=alma, now=timezone.now())
    with pytest.raises(actions.StaleVersion):
        actions.change_booking(
            booking=booking, by=alma, facilities=[hall], span=at(10, 12), version=1,
            values={"title": "Kor", "note": "", "borrower": rosen},
        )  # fmt: skip
    assert not Hold.objects.filter(is_live=True).exists()
