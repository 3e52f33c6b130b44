"""An organisation's own calendar file: read, looked at, all of it or nothing, and known again."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from exchange.calendar_facts import times
from exchange.calendar_reading import packed, reading_of, unpacked
from exchange.calendar_rules import Odd, Rule, days_of_rule, rule_of
from exchange.ical import EVENTS_AT_MOST, Unreadable, read_calendar
from exchange.models import CalendarDraft
from mapping.models import Activity
from tests import factories
from tests.exchange.activity_pages import address, text_of
from tests.exchange.pages import TODAY, partner_of

MONDAY = date(2026, 11, 30)
WEEKLY = "DTSTART;TZID=Europe/Copenhagen:20261203T170000\nDTEND;TZID=Europe/Copenhagen:20261203T190000"


def event(*lines, uid="kor@klub.example", summary="Kor", when=WEEKLY) -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{summary}", when, *lines, "END:VEVENT"])


def file_of(*events) -> bytes:
    inside = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//klub//DA", *events, "END:VCALENDAR"]
    return "\n".join(inside).replace("\n", "\r\n").encode()


def found_in(*events) -> list:
    return list(reading_of(read_calendar(file_of(*events)), MONDAY).found)


def uploaded(browser, plan, actor, data: bytes):
    file = SimpleUploadedFile("klub.ics", data, "text/calendar")
    return browser.post(address(plan, "fetch"), {"actor": actor.pk, "file": file})


def fetched(browser, plan, actor, *events, **about):
    """The file sent and said yes to."""
    response = uploaded(browser, plan, actor, file_of(*events))
    assert response.status_code == 302, text_of(response)
    return browser.post(response["Location"], about)


@pytest.fixture
def _monday():
    with time_machine.travel(TODAY, tick=False):
        yield


def test_times_with_a_zone_in_utc_without_and_whole_days():
    whens = (
        WEEKLY, "DTSTART:20261203T160000Z\nDTEND:20261203T180000Z",
        "DTSTART:20261203T170000\nDURATION:PT2H",
    )  # fmt: skip
    for when in whens:
        (one,) = found_in(event(when=when))
        assert (one.begin, one.end) == (
            datetime(2026, 12, 3, 16, tzinfo=UTC),
            datetime(2026, 12, 3, 18, tzinfo=UTC),
        )
    (one,) = found_in(event(when="DTSTART;VALUE=DATE:20261203"))
    assert (one.end - one.begin).days == 1


def test_a_weekly_rule_is_a_series_for_each_of_its_days():
    one, other = found_in(event("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270131T000000Z"))
    assert [(each.every, each.begin.date(), each.until) for each in (one, other)] == [
        (2, date(2026, 12, 15), date(2027, 1, 26)), (2, date(2026, 12, 3), date(2027, 1, 28)),
    ]  # fmt: skip
    assert one.uid != other.uid


def test_what_is_left_out_moved_and_cancelled_is_so_here_too():
    moved = event("RECURRENCE-ID;TZID=Europe/Copenhagen:20261217T170000", when=WEEKLY.replace("1203", "1218"))
    off = event("RECURRENCE-ID;TZID=Europe/Copenhagen:20261224T170000", "STATUS:CANCELLED")
    series = event("RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;TZID=Europe/Copenhagen:20261210T170000")
    (one,) = found_in(series, moved, off)
    assert [(day.day, begin and begin.day) for day, begin, _ in one.changes] == [
        (10, None),
        (17, 18),
        (24, None),
    ]


def test_a_series_without_end_that_began_long_ago_is_the_same_next_week():
    long_ago = event("RRULE:FREQ=WEEKLY", when=WEEKLY.replace("20261203", "20190103"))
    (one,) = reading_of(read_calendar(file_of(long_ago)), MONDAY).found
    (same,) = reading_of(read_calendar(file_of(long_ago)), date(2026, 12, 7)).found
    assert one == same
    assert one.begin.date() == date(2026, 7, 2)


def test_old_private_and_odd_ones_are_left_and_counted():
    reading = reading_of(
        read_calendar(
            file_of(
                event(), event(uid="a", when=WEEKLY.replace("2026", "2025")), event("CLASS:PRIVATE", uid="b"),
                event("RRULE:FREQ=HOURLY", uid="c"), event(uid="d", when=WEEKLY.replace("2026", "0001")),
            )
        ),
        MONDAY,
    )  # fmt: skip
    assert (len(reading.found), reading.old, reading.private, reading.odd) == (1, 1, 1, 2)
    assert reading.left[0] == "1 aktivitet er gammel."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Filen kan ikke læses"),
        (b"\xff\xfe\x00", "Filen kan ikke læses"),
        (b"BEGIN:VCARD\r\nFN:Bo\r\nEND:VCARD\r\n", "Filen"),
        (file_of(event())[:-40], "Filen"),
        (file_of(event(when="DTSTART:i morgen")), "Filen kan ikke læses"),
        (file_of(*(event(uid=str(n)) for n in range(EVENTS_AT_MOST + 1))), "over 500 aktiviteter"),
        (file_of(event(when=WEEKLY.replace("2026", "2020"))), "ingen kommende aktiviteter"),
        (file_of(event(summary="Kor med 010190-1234")), "ligner et CPR-nummer"),
    ],
)
def test_a_broken_or_odd_file_gets_one_plain_sentence(data, told):
    with pytest.raises(Unreadable, match=told) as problem:
        reading_of(read_calendar(data), MONDAY)
    assert str(problem.value).endswith(".")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    for noise in (data, file_of(event())[:150] + data):
        try:
            reading_of(read_calendar(noise), MONDAY)
        except Unreadable:
            continue


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ({"FREQ": ["DAILY"], "INTERVAL": [2], "COUNT": [3]}, ["12-03", "12-05", "12-07"]),
        ({"FREQ": ["WEEKLY"], "COUNT": [2]}, ["12-03", "12-10"]),
        ({"FREQ": ["MONTHLY"], "BYDAY": ["1TH"], "COUNT": [3]}, ["12-03", "01-07", "02-04"]),
        ({"FREQ": ["MONTHLY"], "BYDAY": ["-1TH"], "COUNT": [3]}, ["12-03", "12-31", "01-28"]),
        ({"FREQ": ["MONTHLY"], "COUNT": [2]}, ["12-03", "01-03"]),
        ({"FREQ": ["YEARLY"]}, ["12-03"]),
    ],
)
def test_rules_that_peoples_calendars_make(said, days):
    found = days_of_rule(rule_of(said), date(2026, 12, 3), date(2027, 6, 1))
    assert [f"{day:%m-%d}" for day in found] == days


def test_a_rule_that_is_not_read_is_odd():
    for said in (
        {"FREQ": ["HOURLY"]},
        {"FREQ": ["DAILY"], "BYSETPOS": [1]},
        {},
        {"FREQ": ["DAILY"], "INTERVAL": [0]},
    ):
        with pytest.raises(Odd):
            rule_of(said)


@given(st.integers(1, 4), st.sets(st.integers(0, 6), min_size=1), st.integers(1, 20))
def test_a_weekly_rule_has_as_many_days_as_it_counts_in_order(interval, weekdays, count):
    rule = Rule("WEEKLY", interval, tuple((0, day) for day in weekdays), count=count)
    found = list(days_of_rule(rule, date(2026, 12, 3), date(2030, 1, 1)))
    assert found == sorted(set(found))
    assert len(found) == count
    assert {day.weekday() for day in found[1:]} <= weekdays


def test_what_a_draft_keeps_comes_back_as_it_was():
    found = found_in(event("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Copenhagen:20261210T170000"))
    assert unpacked(packed(found)) == found


@pytest.mark.usefixtures("_monday")
def test_nothing_is_written_before_a_yes_and_then_all_of_it(as_alma, plan, rosen):
    response = uploaded(as_alma, plan, rosen, file_of(event("RRULE:FREQ=WEEKLY;COUNT=3"), event(uid="b")))
    shown = text_of(as_alma.get(response["Location"]))
    assert "2 nye og 0 rettede fra Kvindeforeningen Rosen" in shown
    assert not Activity.objects.exists()
    group = plan.targetgroups.get()
    as_alma.post(response["Location"], {"target_groups": [group.pk]})
    assert [len(times(one)) for one in Activity.objects.order_by("every")] == [1, 3]
    assert {one.target_groups.get() for one in Activity.objects.all()} == {group}
    assert not CalendarDraft.objects.exists()


@pytest.mark.usefixtures("_monday")
def test_fetched_again_it_is_put_right_and_not_doubled(as_alma, plan, rosen):
    fetched(as_alma, plan, rosen, event(), event(uid="b"), is_public="on")
    later = WEEKLY.replace("T17", "T18").replace("T19", "T20")
    response = uploaded(as_alma, plan, rosen, file_of(event(when=later), event(uid="b")))
    assert "0 nye og 1 rettede" in text_of(as_alma.get(response["Location"]))
    as_alma.post(response["Location"], {})
    row = Activity.objects.get(calendar_uid="kor@klub.example")
    assert (row.begins_at.hour, row.version, row.is_public) == (17, 2, True)
    assert Activity.objects.count() == 2
    fetched(as_alma, plan, rosen, event("STATUS:CANCELLED", when=later), event(uid="b"))
    row.refresh_from_db()
    assert row.cancelled_at is not None


@pytest.mark.usefixtures("_monday")
def test_the_same_uid_at_two_organisations_is_two(as_alma, plan, rosen):
    fetched(as_alma, plan, rosen, event())
    fetched(as_alma, plan, factories.make_actor(plan), event())
    assert Activity.objects.count() == 2


@pytest.mark.usefixtures("_monday")
def test_a_bad_file_says_so_at_the_field(as_alma, plan, rosen):
    assert "Filen kan ikke læses som kalender" in text_of(uploaded(as_alma, plan, rosen, b"hej"))
    assert "Filen fylder over 500 kB" in text_of(uploaded(as_alma, plan, rosen, b"x" * 500_001))
    assert not CalendarDraft.objects.exists()


@pytest.mark.usefixtures("_monday")
def test_a_partner_fetches_for_their_own_and_sees_nobody_elses_draft(as_alma, plan, rosen):
    _, browser = partner_of(rosen)
    fetched(browser, plan, rosen, event())
    assert Activity.objects.get().actor == rosen
    uploaded(browser, plan, factories.make_actor(plan), file_of(event(uid="b")))
    assert not CalendarDraft.objects.exists()
    theirs = uploaded(as_alma, plan, rosen, file_of(event(uid="c")))["Location"]
    assert browser.get(theirs).status_code == 404
