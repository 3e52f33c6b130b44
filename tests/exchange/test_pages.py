"""Places and bookings as those who work with them see them."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.urls import reverse

from exchange.availability import on_the_wall
from exchange.models import Booking
from tests import factories
from tests.valuegame.pages import text_of

TODAY = "2026-11-30 09:00 +01:00"
THURSDAY = "2026-12-03"


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


def address(plan, name, *args):
    return reverse(f"exchange:{name}", args=[plan.slug, *args])


def form(hall, rosen, **more):
    return {
        "facilities": [hall.pk], "day": THURSDAY, "begins": "16:00", "ends": "18:00",
        "title": "Fællesspisning", "actor": rosen.pk, "every": "0",
    } | more  # fmt: skip


def test_without_places_the_list_says_what_they_are_for(as_alma, plan):
    shown = text_of(as_alma.get(address(plan, "places")))
    assert "Ingen lokaler endnu" in shown
    assert "Skriv et sted op" in shown


def test_a_new_place_is_on_the_list_with_what_one_must_know(as_alma, plan, rosen):
    data = {
        "kind": "room", "name": "Køkkenet", "actor": rosen.pk, "open_days": list("01234401"),
        "opens": "8:00", "closes": "21:00", "minutes_before": "15", "minutes_after": "30",
        "keys": "Varmemesteren i Østhøj",
    }  # fmt: skip
    shown = text_of(as_alma.post(address(plan, "place_create"), data, follow=True))
    assert "Køkkenet kan nu bookes." in shown
    assert "Man–fredag kl. 8–21" in shown
    assert "Varmemesteren i Østhøj" in shown
    assert "15 min. før og 30 min. efter" in shown


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"name": ""}, "Skriv, hvad det hedder"),
        ({"actor": ""}, "Vælg, hvem der ejer det"),
        ({"opens": "21:00", "closes": "8:00"}, "ligger efter åbningstiden"),
        ({"minutes_before": "900"}, "Skriv et tal fra 0 til 240"),
        ({"capacity": "99999"}, "Skriv et helt tal fra 1 til 5000"),
        ({"rules": "Ring til 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_place_is_told_and_what_was_typed_stays(as_alma, plan, rosen, sent, told):
    data = {
        "kind": "room", "name": "Køkkenet", "actor": rosen.pk, "minutes_before": "0", "minutes_after": "0",
        "features": "Otte kogeplader",
    } | sent  # fmt: skip
    response = as_alma.post(address(plan, "place_create"), data)
    assert told in text_of(response)
    assert 'value="Otte kogeplader"' in text_of(response)
    assert not plan.facilitys.exists()


def test_two_who_change_a_place_at_once_see_each_others_words(as_alma, plan, hall):
    first = {
        "kind": "room",
        "name": "Salen",
        "actor": hall.owner.pk,
        "minutes_before": "0",
        "minutes_after": "0",
        "version": "1",
    }
    as_alma.post(address(plan, "place_edit", hall.pk), first)
    shown = text_of(as_alma.post(address(plan, "place_edit", hall.pk), first | {"name": "Den store sal"}))
    assert "En kollega har rettet stedet imens" in shown
    other = factories.make_actor(plan, "Boligforeningen")
    again = first | {"name": "Sal", "actor": other.pk, "open_days": ["0", "4"], "opens": "9:00"}
    shown = text_of(as_alma.post(address(plan, "place_edit", hall.pk), again))
    assert all(word in shown for word in ("Salen", "Boligforeningen", "Mandag, Fredag"))
    hall.refresh_from_db()
    assert hall.name == "Salen"


def test_a_booking_stands_in_the_week_with_who_has_it(as_alma, plan, hall, rosen):
    shown = text_of(as_alma.post(address(plan, "booking_create"), form(hall, rosen), follow=True))
    assert "Fællesspisning: torsdag 3. december kl. 16–18." in shown
    week = text_of(as_alma.get(address(plan, "places")))
    assert "Uge 49: 30. november til 6. december" in week
    assert re.search(r"kl\. 16–18</b> Rosen", week)
    assert "kl. 16–18" not in text_of(as_alma.get(address(plan, "places"), {"dag": "2026-12-07"}))


def test_who_only_looks_sees_that_it_is_taken_and_not_by_whom(as_bo, plan, hall, rosen):
    booking = factories.make_booking(hall, borrower=rosen)
    for page in (address(plan, "places"), address(plan, "place", hall.pk)):
        shown = text_of(as_bo.get(page))
        assert re.search(r"kl\. 16–18</b> Optaget", shown)
        assert "Rosen" not in shown
        assert booking.title not in shown
    assert as_bo.get(address(plan, "booking", booking.pk)).status_code == 403


def test_a_taken_time_is_refused_with_the_next_free_one(as_alma, plan, hall, rosen):
    factories.make_booking(hall)
    response = as_alma.post(address(plan, "booking_create"), form(hall, rosen, begins="17:00", ends="19:00"))
    assert response.status_code == 409
    assert "Festsalen er taget kl. 16–18. Næste ledige tid er kl. 18." in text_of(response)
    assert 'value="Fællesspisning"' in text_of(response)
    assert Booking.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"facilities": []}, "Vælg mindst ét sted"),
        ({"day": "i morgen"}, "Skriv datoen som 14-10-2026"),
        ({"day": "2026-11-29"}, "Vælg i dag eller en dag, der kommer"),
        ({"day": "2036-11-29"}, "Vælg en dag inden udgangen af 2028"),
        ({"begins": "kl. fire"}, "Skriv klokken som 16.00"),
        ({"ends": "15:00"}, "Sluttidspunktet skal ligge efter"),
        ({"title": ""}, "Skriv, hvad I skal bruge det til"),
        ({"actor": ""}, "Vælg, hvem der låner"),
        ({"every": "2", "until": ""}, "Skriv, hvor længe det skal gentages"),
        ({"every": "2", "until": "2026-12-01"}, "Vælg en dag efter den første"),
        ({"day": "2027-03-28", "begins": "02:30", "ends": "04:00"}, "springer uret"),
        ({"day": "2027-10-31", "begins": "01:00", "ends": "02:30"}, "to gange"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_booking_is_told_and_what_was_typed_stays(
    as_alma, plan, hall, rosen, sent, told
):
    response = as_alma.post(address(plan, "booking_create"), form(hall, rosen, note="Vi er tolv") | sent)
    assert response.status_code == 200
    assert told in text_of(response)
    assert 'value="Vi er tolv"' in text_of(response)
    assert not Booking.objects.exists()


def test_a_place_that_is_shut_says_when_it_is_open(as_alma, plan, hall, rosen):
    hall.days, hall.opens, hall.closes = "01", time(8), time(21, 30)
    hall.save()
    shown = text_of(as_alma.post(address(plan, "booking_create"), form(hall, rosen)))
    assert "Festsalen har åbent mandag, tirsdag kl. 8–21.30. Vælg en anden tid." in shown


def test_a_series_shows_each_clash_and_each_is_skipped_or_moved(as_alma, plan, hall, rosen):
    """Every second Thursday, with two days taken: one is skipped, one is moved."""
    for day in (date(2026, 12, 17), date(2027, 1, 14)):
        factories.make_booking(hall, day=day)
    sent = form(hall, rosen, every="2", until="2027-01-28")
    shown = text_of(as_alma.post(address(plan, "booking_create"), sent))
    assert "Nogle af dagene kan ikke lade sig gøre" in shown
    assert shown.count("Festsalen er taget kl. 16–18") == 2
    assert shown.count("Flyt til kl. 18<") == 2
    assert Booking.objects.count() == 2
    sent |= {"fix-2026-12-17": "skip", "fix-2027-01-14": "18:00"}
    shown = text_of(as_alma.post(address(plan, "booking_create"), sent, follow=True))
    assert "4 dage er booket" in shown
    made = Booking.objects.filter(borrower=rosen).order_by("begins_at")
    assert [f"{on_the_wall(one.begins_at):%Y-%m-%d %H}" for one in made] == [
        "2026-12-03 16", "2026-12-31 16", "2027-01-14 18", "2027-01-28 16",
    ]  # fmt: skip


def test_a_series_of_nothing_but_skipped_days_books_nothing(as_alma, plan, hall, rosen):
    days = [date(2026, 12, 3), date(2026, 12, 10)]
    for day in days:
        factories.make_booking(hall, day=day)
    sent = form(hall, rosen, every="1", until="2026-12-10") | {f"fix-{day}": "skip" for day in days}
    assert "Der er ingen dage tilbage" in text_of(as_alma.post(address(plan, "booking_create"), sent))


@pytest.mark.parametrize("choice", ["25:00", "abc", "23:30", "", "18:00+02:00"])
def test_a_move_that_makes_no_sense_is_asked_again(as_alma, plan, hall, rosen, choice):
    factories.make_booking(hall, day=date(2026, 12, 10))
    sent = form(hall, rosen, every="1", until="2026-12-10") | {"fix-2026-12-10": choice}
    assert as_alma.post(address(plan, "booking_create"), sent).status_code == 409
    assert Booking.objects.count() == 1


def test_a_booking_is_moved_and_who_looked_at_an_old_page_is_told(as_alma, plan, hall, rosen):
    booking = factories.make_booking(hall, borrower=rosen)
    page = address(plan, "booking_edit", booking.pk)
    assert 'value="16:00"' in text_of(as_alma.get(page))
    sent = form(hall, rosen, begins="18:00", ends="20:00", version="1")
    shown = text_of(as_alma.post(page, sent, follow=True))
    assert "Bookingen er rettet: torsdag 3. december kl. 18–20." in shown
    stale = sent | {"title": "Kor", "begins": "19:00"}
    shown = text_of(as_alma.post(page, stale))
    assert "En kollega har rettet bookingen imens" in shown
    assert all(text in shown for text in ("Fællesspisning", "18.00", "19.00"))
    booking.refresh_from_db()
    assert booking.title == "Fællesspisning"
    as_alma.post(address(plan, "booking_cancel", booking.pk))
    assert as_alma.post(page, stale).status_code == 404


def test_a_cancelled_booking_is_taken_back_while_the_time_is_free(as_alma, plan, hall, rosen):
    booking = factories.make_booking(hall, borrower=rosen)
    shown = text_of(as_alma.post(address(plan, "booking_cancel", booking.pk), follow=True))
    assert "»Fællesspisning« er aflyst" in shown
    assert "kl. 16–18" not in text_of(as_alma.get(address(plan, "places")))
    factories.make_booking(hall, begin=time(17), end=time(19))
    shown = text_of(as_alma.post(address(plan, "booking_restore", booking.pk), follow=True))
    assert "Festsalen er taget kl. 17–19. Næste ledige tid er kl. 19." in shown


def test_the_rest_of_a_series_is_cancelled_and_the_first_stays(as_alma, plan, hall, rosen):
    as_alma.post(address(plan, "booking_create"), form(hall, rosen, every="1", until="2026-12-24"))
    first, second, *_ = Booking.objects.order_by("begins_at")
    shown = text_of(as_alma.post(address(plan, "series_cancel", second.pk), follow=True))
    assert "3 dage er aflyst" in shown
    assert list(Booking.objects.standing()) == [first]


def test_a_place_off_the_list_keeps_its_bookings_and_comes_back(as_alma, plan, hall):
    booking = factories.make_booking(hall)
    as_alma.post(address(plan, "place_archive", hall.pk))
    assert "Festsalen</a>" not in text_of(as_alma.get(address(plan, "places")))
    assert "Fællesspisning" in text_of(as_alma.get(address(plan, "place", hall.pk)))
    assert booking.holds.filter(is_live=True).exists()
    as_alma.post(address(plan, "place_restore", hall.pk))
    assert "Festsalen</a>" in text_of(as_alma.get(address(plan, "places")))


def test_the_same_booking_sent_twice_is_one(as_alma, plan, hall, rosen):
    sent = form(hall, rosen, submission="00000000-0000-4000-8000-000000000021")
    for _ in range(2):
        response = as_alma.post(address(plan, "booking_create"), sent, follow=True)
    assert Booking.objects.count() == 1
    assert "taget" not in text_of(response)


@pytest.mark.parametrize("many", [1, 3, 30])
def test_a_week_of_thirty_places_takes_the_same_queries_as_one(
    as_alma, plan, rosen, many, django_assert_max_num_queries
):
    places = [factories.make_place(rosen, f"Lokale {number:02}") for number in range(many)]
    for number in range(10 * many):
        day = date(2026, 11, 30) + timedelta(days=number % 7)
        hour = 8 + number // many
        factories.make_booking(places[number % many], day=day, begin=time(hour), end=time(hour + 1))
    with django_assert_max_num_queries(10):
        as_alma.get(address(plan, "places"))


def test_who_has_had_how_much_is_on_one_page(as_alma, plan, hall, rosen):
    factories.make_booking(hall, borrower=rosen, begin=time(15), end=time(18))
    factories.make_booking(hall, borrower=rosen, day=date(2026, 12, 5), begin=time(10), end=time(12))
    factories.make_booking(hall, day=date(2026, 12, 4), begin=time(20), end=time(22, 30))
    factories.make_booking(hall, cancelled_at=datetime(2026, 11, 1, tzinfo=UTC), begin=time(8), end=time(9))
    shown = text_of(as_alma.get(address(plan, "fairness")))
    rows = re.findall(r'class="number">(\S+)</td>', shown)
    assert rows == ["2", "5", "2", "1", "2,5", "1"]
    assert "67 %" in shown
    assert "33 %" in shown
    none = text_of(as_alma.get(address(plan, "fairness"), {"fra": "2026-01-01", "til": "2026-01-31"}))
    assert "Ingen har lånt noget i den tid" in none


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"fra": "2026-12-01", "til": "2026-11-01"}, "Vælg en dag efter den første"),
        ({"fra": "1926-12-01", "til": "2026-11-01"}, "Vælg højst tre år ad gangen"),
        ({"fra": "i går"}, "Skriv datoen som 14-10-2026"),
    ],
)
def test_a_period_that_makes_no_sense_is_told(as_alma, plan, asked, told):
    assert told in text_of(as_alma.get(address(plan, "fairness"), asked))
