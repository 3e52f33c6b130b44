"""Activities in the calendar: put in, shown, changed, cancelled, one time of a series."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from mapping.models import Activity
from tests import factories
from tests.cast import client_of
from tests.exchange.activity_pages import THURSDAY, address, sent, two_offers
from tests.exchange.pages import TODAY, form, partner_of
from tests.reading import text_of


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def weekly(rosen):
    """Every Thursday until Christmas."""
    return factories.make_activity(rosen, "Fællesspisning", every=1, until=date(2026, 12, 24), place="Salen")


def test_a_new_one_stands_in_the_week_and_in_the_month(as_alma, plan, rosen):
    group = plan.targetgroups.get()
    response = as_alma.post(
        address(plan, "create"), sent(rosen, target_groups=[group.pk], place="Kunstbanen")
    )
    made = Activity.objects.get()
    assert response["Location"] == address(plan, "activity", made.pk)
    for name in ("week", "month"):
        assert "kl. 17–19 Fodbold" in text_of(as_alma.get(address(plan, name), {"dag": THURSDAY}))
    shown = text_of(as_alma.get(address(plan, "week"), {"dag": THURSDAY}))
    assert "Rosen Kunstbanen Børn og unge" in shown
    assert "Ingen aktiviteter i den uge" in text_of(as_alma.get(address(plan, "week"), {"dag": "2026-12-10"}))


def test_a_series_that_meets_christmas_is_asked_about_kindly_and_never_stopped(as_alma, as_bo, plan, weekly):
    page = address(plan, "activity", weekly.pk)
    shown = text_of(as_alma.get(page))
    assert "Torsdag 24. december er juleaften. Holder I alligevel?" in shown
    assert "24. december kl. 17–19 Juleaften" in shown
    assert "Holder I alligevel?" not in text_of(as_bo.get(page))
    weekly.changes.create(plan=plan, day=date(2026, 12, 24))
    assert "Holder I alligevel?" not in text_of(as_alma.get(page))


def test_several_days_with_a_name_are_counted(as_alma, plan, rosen):
    fields = sent(rosen, every="1", until="2027-12-31")
    made = as_alma.post(address(plan, "create"), fields)
    shown = text_of(as_alma.get(made["Location"]))
    assert "Fire gange falder på 24. december (juleaften), 31. december (nytårsaften), " in shown
    assert "25. marts 2027 (skærtorsdag) og én dag mere. Holder I alligevel?" in shown


def test_the_week_and_the_month_tell_the_names_of_days(as_alma, plan):
    factories.make_activity(factories.make_actor(plan, "Rosen"), "Kor", date(2026, 12, 22))
    week = text_of(as_alma.get(address(plan, "week"), {"dag": "2026-12-24"}))
    assert "25. december Juledag" in week
    month = text_of(as_alma.get(address(plan, "month"), {"dag": "2027-05-03"}))
    assert "6. maj Kristi himmelfartsdag" in month
    assert "17. maj 2. pinsedag" in month


def test_what_cannot_be_is_said_and_nothing_is_written(as_alma, plan, rosen):
    for more, told in (
        ({"ends": "16:00"}, "Slut skal være efter start"),
        ({"day": "2026-11-20"}, "Vælg i dag eller en dag, der kommer"),
        ({"every": "1"}, "Skriv, hvor længe det bliver ved"),
        ({"every": "1", "until": "2028-12-03"}, "Det bliver mere end 60 gange"),
        ({"day": "2027-03-28", "begins": "2:30", "ends": "4:00"}, "springer uret"),
        ({"ends_on": "2027-03-04"}, "Vælg en slutdag inden for to uger"),
        ({"text": "Ring til 010190-1234"}, "CPR-nummer"),
    ):
        assert told in text_of(as_alma.post(address(plan, "create"), sent(rosen, **more)))
    assert not Activity.objects.exists()


def test_sent_twice_it_is_there_once(as_alma, plan, rosen):
    fields = sent(rosen, submission="8f14e45f-ceea-467f-a8f2-000000000001")
    for _ in range(2):
        as_alma.post(address(plan, "create"), fields)
    assert Activity.objects.count() == 1


def test_two_who_change_it_see_both_texts(as_alma, plan, rosen):
    row = factories.make_activity(rosen, "Kor")
    as_alma.post(address(plan, "edit", row.pk), sent(rosen, title="Sang", version="1"))
    shown = text_of(as_alma.post(address(plan, "edit", row.pk), sent(rosen, title="Musik", version="1")))
    assert "En kollega har rettet aktiviteten imens" in shown
    assert "Sang" in shown
    as_alma.post(address(plan, "edit", row.pk), sent(rosen, title="Musik", version="2"))
    row.refresh_from_db()
    assert (row.title, row.version) == ("Musik", 3)


def test_cancelled_it_says_so_and_comes_back(as_alma, plan, weekly):
    as_alma.post(address(plan, "cancel", weekly.pk))
    assert "Fællesspisning Rosen Salen Aflyst" in text_of(
        as_alma.get(address(plan, "week"), {"dag": THURSDAY})
    )
    as_alma.post(address(plan, "restore", weekly.pk))
    assert "Aflyst" not in text_of(as_alma.get(address(plan, "week"), {"dag": THURSDAY}))


def test_one_time_is_cancelled_and_as_the_others_again(as_alma, plan, weekly):
    there = address(plan, "day", weekly.pk, 2)
    assert "torsdag 10. december kl. 17–19" in text_of(as_alma.get(there))
    as_alma.post(there, {"what": "off"})
    assert "Torsdag 10. december kl. 17–19 Aflyst" in text_of(
        as_alma.get(address(plan, "activity", weekly.pk))
    )
    assert weekly.changes.get().day == date(2026, 12, 10)
    as_alma.post(address(plan, "day_restore", weekly.pk, 2))
    assert not weekly.changes.exists()


def test_one_time_is_moved_and_the_others_stay(as_alma, plan, weekly):
    fields = {"what": "moved", "to": "2026-12-09", "begins": "16:00", "ends": "18:00"}
    as_alma.post(address(plan, "day", weekly.pk, 2), fields)
    shown = text_of(as_alma.get(address(plan, "activity", weekly.pk)))
    assert "Onsdag 9. december kl. 16–18 Flyttet" in shown
    assert "Torsdag 3. december kl. 17–19 Ret" in shown
    assert "Vælg en dato" in text_of(as_alma.post(address(plan, "day", weekly.pk, 1), fields | {"to": ""}))
    assert as_alma.get(address(plan, "day", weekly.pk, 9)).status_code == 404


def test_a_time_that_is_saved_unchanged_is_not_moved(as_alma, plan, weekly):
    there = address(plan, "day", weekly.pk, 2)
    fields = {"what": "moved", "to": "2026-12-10", "begins": "17:00", "ends": "19:00"}
    assert "Vælg en ny dag eller et nyt tidspunkt" in text_of(as_alma.post(there, fields))
    assert not weekly.changes.exists()
    as_alma.post(there, fields | {"ends": "20:00"})
    assert weekly.changes.count() == 1


def test_days_that_were_changed_follow_a_series_that_is_moved(as_alma, plan, weekly):
    as_alma.post(address(plan, "day", weekly.pk, 2), {"what": "off"})
    fields = sent(
        weekly.actor, title=weekly.title, day="2026-12-04", every="1", until="2026-12-25", version="1"
    )
    as_alma.post(address(plan, "edit", weekly.pk), fields)
    assert weekly.changes.get().day == date(2026, 12, 11)


def test_the_calendar_is_narrowed_and_what_is_for_all_areas_stays(as_alma, plan, rosen):
    group, area = plan.targetgroups.get(), plan.areas.get()
    other = factories.make_area(plan, "Lyngvej")
    factories.make_activity(rosen, "Kor", groups=[group], area=area)
    factories.make_activity(factories.make_actor(plan, "Haven"), "Havedag")
    for asked, expected in (
        ({"maalgruppe": group.pk}, ["Kor"]), ({"omraade": other.pk}, ["Havedag"]),
        ({"omraade": area.pk}, ["Kor", "Havedag"]), ({"arrangoer": rosen.pk}, ["Kor"]),
        ({"maalgruppe": "sludder"}, ["Kor", "Havedag"]),
    ):  # fmt: skip
        week = as_alma.get(address(plan, "week"), {"dag": THURSDAY} | asked).context["week"]
        found = [entry.activity.title for day in week.days for entry in day.entries]
        assert sorted(found) == sorted(expected)


def test_a_partner_puts_in_and_changes_what_their_own_stands_behind(plan, rosen, weekly):
    other = factories.make_activity(factories.make_actor(plan, "Haven"), "Havedag")
    _, browser = partner_of(rosen)
    browser.post(address(plan, "create"), sent(other.actor, title="Kor"))
    assert not Activity.objects.filter(title="Kor").exists()
    browser.post(address(plan, "create"), sent(rosen, title="Kor"))
    assert Activity.objects.get(title="Kor").actor == rosen
    assert browser.get(address(plan, "edit", weekly.pk)).status_code == 200
    for name in ("edit", "cancel"):
        assert browser.post(address(plan, name, other.pk)).status_code == 403


def test_a_partner_for_nobody_is_told_what_to_do(as_partner, plan):
    response = as_partner.get(address(plan, "create"))
    assert (response.status_code, "hvem du taler for" in text_of(response)) == (403, True)
    assert as_partner.get(address(plan, "week")).status_code == 200


def test_a_reader_looks_and_a_stranger_finds_nothing(as_bo, as_carla, plan, weekly):
    assert as_bo.get(address(plan, "activity", weekly.pk)).status_code == 200
    assert as_bo.get(address(plan, "create")).status_code == 403
    for name, args in (("week", ()), ("month", ()), ("activity", [weekly.pk]), ("clashes", ())):
        assert as_carla.get(address(plan, name, *args)).status_code == 404


def test_another_plans_activity_is_not_there(as_alma, plan, other):
    theirs = factories.make_activity(other.actor, "KANARIE aktivitet")
    assert as_alma.get(address(plan, "activity", theirs.pk)).status_code == 404
    assert "KANARIE" not in text_of(as_alma.get(address(plan, "week"), {"dag": THURSDAY}))


def test_a_room_is_booked_from_the_activity_and_stands_there(as_alma, plan, weekly, hall):
    there = reverse("exchange:booking_create", args=[plan.slug])
    page = as_alma.get(there, {"aktivitet": weekly.pk}).context["form"]
    assert (page["title"].value(), page["every"].value()) == ("Fællesspisning", 1)
    assert f"{page['day'].value()} {page['begins'].value()}" == "2026-12-03 17:00:00"
    as_alma.post(there, form(hall, weekly.actor, begins="17:00", ends="19:00", activity=weekly.pk))
    assert weekly.bookings.get().title == "Fællesspisning"
    assert "Hvor Festsalen, Salen" in text_of(as_alma.get(address(plan, "activity", weekly.pk)))


def test_what_is_cancelled_says_that_its_room_is_still_booked(as_alma, as_bo, plan, weekly, hall):
    booking = factories.make_booking(hall, borrower=weekly.actor, activity=weekly)
    there, page = (
        reverse("exchange:booking", args=[plan.slug, booking.pk]),
        address(plan, "activity", weekly.pk),
    )
    assert "stadig booket" not in text_of(as_alma.get(page))
    shown = as_alma.post(address(plan, "cancel", weekly.pk), follow=True)
    assert "»Fællesspisning« er aflyst. Lokalet er stadig booket." in text_of(shown)
    assert "Lokalet er stadig booket. Festsalen, torsdag 3. december kl. 16–18. Aflys bookingen" in text_of(
        shown
    )
    assert f'href="{there}"' in shown.content.decode()
    assert "stadig booket" not in text_of(as_bo.get(page))
    booking.cancelled_at = booking.begins_at
    booking.save()
    assert "stadig booket" not in text_of(as_alma.get(page))


def test_a_booking_becomes_an_activity_with_all_its_series(as_alma, plan, hall, rosen):
    booking = factories.make_booking(hall, borrower=rosen)
    page = as_alma.get(address(plan, "create"), {"booking": booking.pk}).context["form"]
    assert (page["title"].value(), page.chosen) == ("Fællesspisning", rosen)
    as_alma.post(address(plan, "create"), sent(rosen, booking=booking.pk))
    booking.refresh_from_db()
    assert booking.activity == Activity.objects.get()


def test_something_alike_is_told_of_while_it_is_written_and_after(as_alma, plan, rosen):
    group, area = plan.targetgroups.get(), plan.areas.get()
    other = factories.make_activity(factories.make_actor(plan), "Fodboldklub", groups=[group], area=area)
    fields = sent(rosen, target_groups=[group.pk], area=area.pk, day="2026-12-05")
    part = text_of(as_alma.post(address(plan, "alike"), fields))
    assert "Fodboldklub Begge handler om fodbold, er for børn og unge og er i Østhøj." in part
    assert text_of(as_alma.post(address(plan, "alike"), {"title": "Kor"})) == ""
    assert text_of(as_alma.post(address(plan, "alike"), fields | {"itself": other.pk})) == ""
    shown = text_of(as_alma.post(address(plan, "create"), fields, follow=True))
    assert "Det ligner »Fodboldklub«. Begge handler om fodbold" in shown


def test_an_initiative_that_is_written_meets_what_is_there(as_alma, plan):
    group = plan.targetgroups.get()
    plan.initiatives.create(name="Lektiecafé", purpose="Hjælp til skolen").target_groups.add(group)
    fields = {"name": "Lektiehjælp", "purpose": "Bedre i skolen", "target_groups": [group.pk]}
    assert "Lektiecafé Begge handler om lektiehjælp" in text_of(as_alma.post(address(plan, "alike"), fields))


def test_what_is_in_the_way_is_told_on_saving(as_alma, plan):
    football, _ = two_offers(plan)
    Activity.objects.filter(pk=football.pk).delete()
    fields = sent(football.actor, target_groups=[plan.targetgroups.get().pk], area=plan.areas.get().pk)
    shown = text_of(as_alma.post(address(plan, "create"), fields, follow=True))
    assert (
        "To tilbud til børn og unge samtidig torsdag 3. december. Også »Basket« fra Ungdomsskolen." in shown
    )


def test_a_week_of_2000_takes_as_few_queries_as_one_of_two(
    as_alma, plan, django_assert_max_num_queries, django_assert_num_queries
):
    start = two_offers(plan)[0].begins_at
    actors = [factories.make_actor(plan) for _ in range(20)]
    group = plan.targetgroups.get()
    with django_assert_max_num_queries(15) as few:
        as_alma.get(address(plan, "week"), {"dag": THURSDAY})
    made = Activity.objects.bulk_create(
        Activity(
            plan=plan, actor=actors[n % 20], title=f"Nr. {n}", every=1, until=date(2027, 2, 1),
            begins_at=start + timedelta(minutes=n % 90), ends_at=start + timedelta(hours=2),
        )
        for n in range(2000)
    )  # fmt: skip
    through = Activity.target_groups.through
    through.objects.bulk_create(through(activity=one, targetgroup=group) for one in made[:100])
    with django_assert_num_queries(len(few)):
        as_alma.get(address(plan, "week"), {"dag": THURSDAY})


def test_who_is_logged_out_is_asked_for_login(client, plan):
    assert "/konto/log-ind/" in client.get(address(plan, "week"))["Location"]
    assert client_of(factories.make_user()).get(address(plan, "week")).status_code == 404
