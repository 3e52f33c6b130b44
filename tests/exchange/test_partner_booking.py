"""A partner books for the organisation they speak for, sees who has what, and leaves others' alone."""

import re

import pytest
import time_machine

from exchange.models import Booking
from tests import factories
from tests.exchange.pages import TODAY, address, form, partner_of
from tests.valuegame.pages import text_of


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def as_rosen(rosen):
    return partner_of(rosen)[1]


def test_a_partner_books_for_their_own_and_changes_it(as_rosen, plan, hall, rosen):
    page = text_of(as_rosen.get(address(plan, "booking_create")))
    assert "I låner som <b>Kvindeforeningen Rosen</b>" in page
    as_rosen.post(address(plan, "booking_create"), form(hall, rosen))
    booking = Booking.objects.get()
    assert booking.borrower == rosen
    moved = form(hall, rosen, begins="18:00", ends="20:00", version="1")
    shown = text_of(as_rosen.post(address(plan, "booking_edit", booking.pk), moved, follow=True))
    assert "Bookingen er rettet: torsdag 3. december kl. 18–20." in shown
    shown = text_of(as_rosen.post(address(plan, "booking_cancel", booking.pk), follow=True))
    assert "»Fællesspisning« er aflyst" in shown


def test_a_partner_does_not_book_for_others(as_rosen, plan, hall):
    other = factories.make_actor(plan, "Skakklubben")
    response = as_rosen.post(address(plan, "booking_create"), form(hall, other))
    assert response.status_code == 200
    assert "Vælg en aktør fra jeres egen liste" in text_of(response)
    assert not Booking.objects.exists()


def test_a_partner_sees_who_has_what_and_leaves_it_alone(as_rosen, plan, hall):
    booking = factories.make_booking(hall)
    assert re.search(r"kl\. 16–18</b> Medborgerhuset", text_of(as_rosen.get(address(plan, "places"))))
    shown = text_of(as_rosen.get(address(plan, "booking", booking.pk)))
    assert "Fællesspisning" in shown
    assert "Ret eller flyt" not in shown
    assert "Aflys" not in shown
    for name in ("booking_edit", "booking_cancel", "series_cancel", "booking_restore"):
        response = as_rosen.post(address(plan, name, booking.pk), {})
        assert response.status_code == 403
        assert "Du kan kun ændre det, din egen organisation har booket" in text_of(response)


def test_the_rest_of_a_series_is_the_partners_own_days_alone(as_rosen, plan, hall, rosen):
    as_rosen.post(address(plan, "booking_create"), form(hall, rosen, every="1", until="2026-12-17"))
    first, second, third = Booking.objects.order_by("begins_at")
    Booking.objects.filter(pk=third.pk).update(borrower=hall.owner)
    as_rosen.post(address(plan, "series_cancel", first.pk))
    assert [str(one.pk) for one in Booking.objects.standing()] == [str(third.pk)]
    assert second.series == first.series


def test_a_partner_who_speaks_for_nobody_is_told_who_can_change_that(as_partner, plan, hall):
    assert "Lederen skal først vælge, hvem du taler for" in text_of(as_partner.get(address(plan, "places")))
    response = as_partner.get(address(plan, "booking_create"))
    assert response.status_code == 403
    assert "Lederen skal først vælge, hvem du taler for" in text_of(response)


def test_a_place_for_the_team_alone_is_not_lent_to_partners(as_rosen, as_alma, plan, hall, rosen):
    hall.open_to = "team"
    hall.save()
    shown = text_of(as_rosen.get(address(plan, "place", hall.pk)))
    assert "Kun helhedsplanens medarbejdere" in shown
    assert "calendar-plus" not in shown
    assert f"?sted={hall.pk}" not in shown
    response = as_rosen.post(address(plan, "booking_create"), form(hall, rosen))
    assert "Vælg mindst ét sted fra listen" in text_of(response)
    assert as_alma.post(address(plan, "booking_create"), form(hall, rosen)).status_code == 302


def test_places_are_the_teams_to_edit(as_rosen, plan, hall):
    for name, args in (("place_create", ()), ("place_edit", (hall.pk,)), ("fairness", ())):
        assert as_rosen.get(address(plan, name, *args)).status_code == 403
