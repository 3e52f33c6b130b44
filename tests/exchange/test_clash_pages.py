"""Two offers for the same young people on the same evening: told to both, and settled."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine

from exchange.calendar_clashes import open_pairs
from exchange.calendar_facts import activities_in
from exchange.calendar_shown import week_shown
from mapping.models import Activity, ClashAnswer, ClashChoice
from tests import factories
from tests.exchange.activity_pages import address, two_offers
from tests.exchange.pages import TODAY, partner_of
from tests.reading import text_of

CHRISTMAS = date(2026, 12, 24)


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def two(plan):
    """Football and basketball, each Thursday evening."""
    return two_offers(plan)


def clashing(plan) -> list[str]:
    """What the week marks."""
    week = week_shown(plan, date(2026, 12, 3), date(2026, 11, 30))
    return sorted({entry.activity.title for day in week.days for entry in day.entries if entry.clashes})


def posted(browser, plan, name, two, **fields):
    return browser.post(address(plan, name, *(one.pk for one in two)), fields)


def move_fields(browser, plan, two, by="1440") -> dict:
    """The form that moves the first of the two, as the page has it."""
    page = browser.get(address(plan, "clash", *(one.pk for one in two)))
    form = next(form for form in page.context["moves"] if form.activity.pk == two[0].pk)
    return {form.add_prefix("by"): by, "version": "", form.add_prefix("version"): str(two[0].version)}


def test_both_sides_are_told_in_the_week_the_list_and_on_their_pages(as_alma, plan, two):
    assert clashing(plan) == ["Basket", "Fodbold"]
    assert "To tilbud til børn og unge samtidig torsdag 3. december." in text_of(
        as_alma.get(address(plan, "clashes"))
    )
    for one, other in (two, reversed(two)):
        shown = text_of(as_alma.get(address(plan, "activity", one.pk)))
        assert f"Også »{other.title}« fra {other.actor.name}. Se, hvad I kan gøre" in shown


def test_what_goes_on_for_ever_is_in_nobodys_way_and_is_seven_days_of_the_week(as_alma, plan, two):
    begin, end = datetime(2026, 12, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 30, tzinfo=UTC)
    two[0].changes.create(plan=plan, day=date(2026, 12, 3), begins_at=begin, ends_at=end)
    week = week_shown(plan, date(2026, 12, 3), date(2026, 11, 30))
    assert clashing(plan) == []
    assert [len(day.entries) for day in week.days] == [0, 1, 1, 2, 1, 1, 1]


def test_whom_to_call_is_shown_by_consent_and_written_down(as_alma, plan, two):
    yes = {"consent_state": "given", "consent_scope": "partners", "consent_until": date(2027, 3, 1)}
    factories.make_contact(two[1].actor, "Ja Jensen", phone="20 30 40 50", **yes)
    factories.make_contact(two[1].actor, "Nej Nielsen", phone="60 70 80 90")
    _, browser = partner_of(two[0].actor)
    shown = text_of(browser.get(address(plan, "clash", *(one.pk for one in two))))
    assert "Ja Jensen, formidler 20 30 40 50" in shown
    assert "Nej Nielsen" not in shown
    assert "60 70" not in text_of(as_alma.get(address(plan, "clash", *(one.pk for one in two))))
    assert plan.audit_entries.filter(verb="contact_shown").count() == 2


def test_moved_it_is_settled_and_the_button_moves_it_back(as_alma, plan, two):
    response = posted(as_alma, plan, "clash_move", two, **move_fields(as_alma, plan, two))
    assert response["Location"] == address(plan, "activity", two[0].pk)
    football = Activity.objects.get(title="Fodbold")
    assert f"{football.begins_at:%m-%d %H:%M}" == "12-04 16:00"
    assert football.until == date(2027, 2, 26)
    assert (clashing(plan), ClashAnswer.objects.get().choice) == ([], "moved")
    as_alma.post(address(plan, "move_back", football.pk), {"by": "-1440", "version": football.version})
    assert clashing(plan) == ["Basket", "Fodbold"]


def test_what_has_been_stays_where_it_was_when_a_series_is_moved(as_alma, plan, two):
    with time_machine.travel("2026-12-09 09:00 +01:00", tick=False):
        two[0].changes.create(plan=plan, day=CHRISTMAS)
        two[0].changes.create(plan=plan, day=date(2026, 12, 3))
        posted(as_alma, plan, "clash_move", two, **move_fields(as_alma, plan, two))
    past, coming = Activity.objects.filter(title="Fodbold").order_by("begins_at")
    assert (past.until, f"{coming.begins_at:%m-%d}") == (date(2026, 12, 9), "12-11")
    assert coming.pk == two[0].pk
    assert [list(one.changes.values_list("day", flat=True)) for one in (past, coming)] == [
        [date(2026, 12, 3)], [date(2026, 12, 25)],
    ]  # fmt: skip


def test_a_room_that_is_booked_for_it_moves_along_and_one_that_is_taken_is_not_offered(
    as_alma, plan, two, hall
):
    football = two[0]
    mine = factories.make_booking(hall, day=date(2026, 12, 3), borrower=football.actor)
    plan.bookings.filter(pk=mine.pk).update(
        activity=football, begins_at=football.begins_at, ends_at=football.ends_at
    )
    factories.make_booking(hall, day=date(2026, 12, 5))
    page = as_alma.get(address(plan, "clash", *(one.pk for one in two)))
    labels = [form.fields["by"].choices[0][1] for form in page.context["moves"]]
    assert labels[0] == "Fredag 4. december kl. 17–19, og så hver uge"
    offered = [by for by, _ in page.context["moves"][0].fields["by"].choices]
    assert "2880" not in offered
    posted(as_alma, plan, "clash_move", two, **move_fields(as_alma, plan, two))
    mine.refresh_from_db()
    assert f"{mine.begins_at:%m-%d %H}" == "12-04 16"


def test_a_time_that_was_not_offered_is_refused(as_alma, plan, two):
    shown = text_of(posted(as_alma, plan, "clash_move", two, **move_fields(as_alma, plan, two, by="60")))
    assert "Den tid er ikke ledig mere" in shown
    assert clashing(plan) == ["Basket", "Fodbold"]


def test_put_together_both_stand_behind_the_one_that_stays(as_alma, plan, two):
    posted(as_alma, plan, "clash_merge", two, stays=two[1].pk)
    shown = text_of(as_alma.get(address(plan, "activity", two[1].pk)))
    assert "Hvem står bag Ungdomsskolen Boldklubben" in shown
    assert clashing(plan) == []
    assert "Er nu en del af Basket" in text_of(as_alma.get(address(plan, "activity", two[0].pk)))
    as_alma.post(address(plan, "restore", two[0].pk))
    assert clashing(plan) == ["Basket", "Fodbold"]


def test_how_often_is_told_in_times_and_not_in_days(as_alma, plan, two):
    assert "gange de næste otte uger" in text_of(as_alma.get(address(plan, "clashes")))
    page = text_of(as_alma.get(address(plan, "clash", *(one.pk for one in two))))
    assert re.search(r"De falder sammen \d+ gange", page)


def test_kept_with_a_reason_it_is_not_asked_again_until_a_time_changes(as_alma, plan, two):
    assert "Skriv kort, hvorfor" in text_of(posted(as_alma, plan, "clash_keep", two, reason=""))
    posted(as_alma, plan, "clash_keep", two, reason="Den ene er for piger")
    assert clashing(plan) == []
    assert "Fodbold og Basket bliver begge. Den ene er for piger" in text_of(
        as_alma.get(address(plan, "clashes"))
    )
    Activity.objects.filter(pk=two[0].pk).update(title="Pigefodbold")
    assert clashing(plan) == []
    Activity.objects.filter(pk=two[0].pk).update(until=CHRISTMAS)
    assert clashing(plan) == ["Basket", "Pigefodbold"]


def test_an_answer_is_taken_back(as_alma, plan, two):
    posted(as_alma, plan, "clash_keep", two, reason="Den ene er for piger")
    posted(as_alma, plan, "clash_reopen", reversed_two := two[::-1])
    assert (clashing(plan), len(reversed_two)) == (["Basket", "Fodbold"], 2)


def test_pressed_twice_every_choice_is_made_once(as_alma, plan, two):
    for _ in range(2):
        posted(as_alma, plan, "clash_keep", two, reason="Den ene er for piger")
    assert ClashAnswer.objects.count() == 1
    for _ in range(2):
        response = posted(as_alma, plan, "clash_merge", two, stays=two[1].pk)
    assert response["Location"] == address(plan, "activity", two[0].pk)
    assert Activity.objects.filter(merged_into=two[1]).count() == 1


def test_a_partner_settles_for_their_own_and_never_for_the_other(plan, two):
    _, browser = partner_of(two[0].actor)
    page = browser.get(address(plan, "clash", *(one.pk for one in two)))
    assert [form.activity for form in page.context["moves"]] == [two[0]]
    assert list(page.context["merge"].fields["stays"].queryset) == [two[1]]
    assert posted(browser, plan, "clash_move", two[::-1], by="1440").status_code == 403
    assert "Vælg én af de to" in text_of(posted(browser, plan, "clash_merge", two, stays=two[0].pk))
    posted(browser, plan, "clash_keep", two, reason="Vi har talt sammen")
    assert ClashAnswer.objects.get().choice == ClashChoice.KEPT


def test_who_only_looks_or_speaks_for_a_third_settles_nothing(as_bo, plan, two, rosen):
    _, third = partner_of(rosen)
    for browser in (as_bo, third):
        assert "De to, der står bag, kan flytte" in text_of(
            browser.get(address(plan, "clash", *(one.pk for one in two)))
        )
        assert posted(browser, plan, "clash_keep", two, reason="x").status_code == 403


def test_two_that_are_settled_lead_on_to_the_first(as_alma, plan, two):
    Activity.objects.filter(pk=two[0].pk).update(every=0, until=None)
    Activity.objects.filter(pk=two[1].pk).update(cancelled_at="2026-11-30T09:00Z")
    shown = as_alma.get(address(plan, "clash", *(one.pk for one in two)), follow=True)
    assert "De to er ikke i vejen for hinanden mere." in text_of(shown)


def test_neighbouring_areas_count_when_the_leader_has_said_so(as_leader, plan, two):
    next_door = factories.make_area(plan, "Lyngvej")
    Activity.objects.filter(pk=two[1].pk).update(area=next_door)
    assert clashing(plan) == []
    east = plan.areas.get(name="Østhøj")
    page = as_leader.get(address(plan, "neighbours"))
    ((key, label),) = page.context["form"].fields["pairs"].choices
    assert sorted(label.split(" og ")) == sorted([east.name, next_door.name])
    as_leader.post(address(plan, "neighbours"), {"pairs": [key]})
    assert clashing(plan) == ["Basket", "Fodbold"]
    as_leader.post(address(plan, "neighbours"), {})
    assert clashing(plan) == []


def test_only_the_leader_says_which_are_neighbours(as_alma, plan):
    assert as_alma.get(address(plan, "neighbours")).status_code == 403


def test_a_cancelled_evening_is_in_nobodys_way(plan, two):
    for row in two[0].changes.bulk_create(
        two[0].changes.model(plan=plan, activity=two[0], day=day)
        for day in (date(2026, 12, 3), date(2026, 12, 10))
    ):
        assert row.begins_at is None
    assert clashing(plan) == []
    week = week_shown(plan, date(2026, 12, 17), date(2026, 11, 30))
    there = activities_in(plan, _span(week))
    assert len(open_pairs(plan, there, _span(week))) == 1


def _span(week):
    from exchange.availability import week_of

    return week_of(week.monday)
