"""The month of all places, or of one, with links to the week."""

import re
from datetime import date, time, timedelta

import pytest
import time_machine

from tests import factories
from tests.exchange.pages import TODAY, address, partner_of
from tests.valuegame.pages import text_of


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


def test_a_month_shows_whole_weeks_with_who_has_what(as_alma, plan, hall, rosen):
    factories.make_booking(hall, borrower=rosen)
    factories.make_booking(hall, day=date(2027, 1, 3), begin=time(9), end=time(10))
    shown = text_of(as_alma.get(address(plan, "month"), {"dag": "2026-12-24"}))
    assert "<h2>December 2026</h2>" in shown
    assert shown.count("<tr>") == 6
    assert re.search(r"kl\. 16–18</b> Rosen<small>Festsalen · Fællesspisning", shown)
    assert "kl. 9–10" in shown
    assert "?dag=2026-11-01" in shown
    assert "?dag=2027-01-01" in shown


def test_one_place_has_its_own_month_and_its_week_leads_there(as_alma, plan, hall, rosen):
    other = factories.make_place(rosen, "Køkkenet")
    factories.make_booking(other)
    factories.make_booking(hall, begin=time(9), end=time(10))
    shown = text_of(as_alma.get(address(plan, "month"), {"dag": "2026-12-01", "sted": hall.pk}))
    assert "kl. 9–10" in shown
    assert "kl. 16–18" not in shown
    assert f"?dag=2027-01-01&amp;sted={hall.pk}" in shown
    week = text_of(as_alma.get(address(plan, "place", hall.pk)))
    assert f"{address(plan, 'month')}?dag=2026-11-30&amp;sted={hall.pk}" in week


def test_who_only_looks_sees_that_it_is_taken(as_bo, plan, hall, rosen):
    factories.make_booking(hall, borrower=rosen)
    shown = text_of(as_bo.get(address(plan, "month"), {"dag": "2026-12-01"}))
    assert re.search(r"kl\. 16–18</b> Optaget<small>Festsalen", shown)
    assert "Rosen" not in shown
    assert "Fællesspisning" not in shown


def test_a_partner_sees_who_has_it(plan, hall, rosen):
    factories.make_booking(hall)
    shown = text_of(partner_of(rosen)[1].get(address(plan, "month"), {"dag": "2026-12-01"}))
    assert re.search(r"kl\. 16–18</b> Medborgerhuset", shown)


@pytest.mark.parametrize("asked", [{"dag": "i går"}, {"dag": "9999-12-31"}, {"sted": "x"}, {}])
def test_what_makes_no_sense_is_this_month_of_all(as_alma, plan, hall, asked):
    assert "November 2026" in text_of(as_alma.get(address(plan, "month"), asked))


@pytest.mark.parametrize("many", [1, 30])
def test_a_month_takes_the_same_queries_for_many(as_alma, plan, rosen, many, django_assert_num_queries):
    places = [factories.make_place(rosen, f"Lokale {number:02}") for number in range(many)]
    for number in range(5 * many):
        day = date(2026, 11, 30) + timedelta(days=number // many)
        factories.make_booking(places[number % many], day=day)
    with django_assert_num_queries(5):
        as_alma.get(address(plan, "month"), {"dag": "2026-12-01"})
