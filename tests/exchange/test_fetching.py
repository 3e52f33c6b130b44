"""An organisation's own calendar file: read, looked at, all of it or nothing, and known again."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from exchange.calendar_facts import times
from exchange.calendar_reading import packed, reading_of, unpacked
from exchange.ical import EVENTS_AT_MOST, Unreadable, read_calendar
from exchange.models import CalendarDraft
from mapping.models import Activity
from tests import factories
from tests.exchange.activity_pages import address
from tests.exchange.pages import TODAY, partner_of
from tests.reading import text_of

MONDAY = date(2026, 11, 30)
SERIES, LONG_AGO = "RRULE:FREQ=WEEKLY", "DTSTART:19900101T170000Z"
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


@pytest.mark.parametrize("odd", ["P1D", "120000", "20261203T160000Z/20261203T180000Z"])
@pytest.mark.parametrize(
    "lines",
    [
        {"when": "DTSTART:{odd}"}, {"when": "DTSTART:{odd}\nDTEND:20261203T180000Z"},
        {"when": "DTSTART:20261203T160000Z\nDTEND:{odd}"}, {"rule": "RRULE:FREQ=WEEKLY\nEXDATE:{odd}"},
        {"rule": "RRULE:FREQ=WEEKLY;UNTIL={odd}"}, {"one": "RECURRENCE-ID:{odd}\nDTSTART:20261210T160000Z"},
        {"one": "RECURRENCE-ID:20261210T160000Z\nDTSTART:{odd}"},
    ],
)  # fmt: skip
def test_what_is_no_day_and_no_moment_is_left_and_counted(lines, odd):
    said = {"when": WEEKLY, "rule": SERIES, "one": "RECURRENCE-ID:20261210T160000Z\nDTSTART:20261210T160000Z"}
    said |= {name: line.replace("{odd}", odd) for name, line in lines.items()}
    events = event(said["rule"], uid="a", when=said["when"]), event(uid="a", when=said["one"])
    reading = reading_of(read_calendar(file_of(event(), *events)), MONDAY)
    assert (len(reading.found), reading.odd) == (1, 1)


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        ("DTSTART:20261203T160000Z\nDTEND:20261217T160001Z", ()),
        ("DTSTART:19900101T100000Z\nDTEND:20991231T000000Z", ()),
        ("DTSTART:20261203T160000Z\nDTEND:20991231T000000Z", (SERIES,)),
        ("DTSTART;VALUE=DATE:20261203\nDURATION:P15D", ()),
        ("DTSTART;VALUE=DATE:20261203\nDURATION:20261204", ()),
        ("DTSTART;VALUE=DATE:99991231", ()),
        (WEEKLY, ("RRULE:FREQ=WEEKLY;INTERVAL=61",)),
    ],
)
def test_what_lasts_or_waits_too_long_is_left_and_counted(when, lines):
    reading = reading_of(read_calendar(file_of(event(), event(*lines, uid="a", when=when))), MONDAY)
    assert (len(reading.found), reading.odd) == (1, 1)
    assert reading.left == [
        "1 aktivitet har en tid, vi ikke kan læse, eller varer over to uger. Skriv den ind selv."
    ]


def test_two_weeks_are_not_too_long():
    (one,) = found_in(event(when="DTSTART;VALUE=DATE:20261203\nDURATION:P14D"))
    assert (one.end - one.begin).days == 14


@pytest.mark.parametrize("rule", [SERIES, "RRULE:FREQ=MONTHLY;BYDAY=TH"])
@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("20261210T160000Z", "99991231T235959Z"), ("99991231T230000Z", "99991231T235959Z"),
        ("19890101T160000Z", "19890101T170000Z"), ("20261210T160000Z", "20261225T160000Z"),
    ],
)  # fmt: skip
def test_a_series_with_one_time_far_away_or_without_end_is_left_and_counted(rule, begin, end):
    one = event("RECURRENCE-ID:20261210T160000Z", uid="a", when=f"DTSTART:{begin}\nDTEND:{end}")
    reading = reading_of(read_calendar(file_of(event(), event(rule, uid="a"), one)), MONDAY)
    assert (len(reading.found), reading.odd) == (1, 1)


def test_characters_that_no_text_holds_are_dropped():
    lines = ("DESCRIPTION:a\x00b\x07\x1f æ\\nø 🙂", "LOCATION:Sal\x7f 2\x9f")
    (one,) = found_in(event(*lines, uid="k\x00or", summary="\x00Kor\x08"))
    assert (one.uid, one.title, one.text, one.place) == ("kor", "Kor", "ab æ ø 🙂", "Sal 2")


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
        (file_of(*(event("RRULE:FREQ=DAILY", uid=str(n)) for n in range(17))), "bliver til over 500"),
        (
            file_of(*(event("RRULE:FREQ=DAILY;COUNT=99999", uid=str(n), when=LONG_AGO) for n in range(8))),
            "for mange gentagelser",
        ),
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
def test_the_same_file_again_changes_nothing_and_keeps_what_was_said_here(as_alma, plan, rosen):
    fetched(as_alma, plan, rosen, event("RRULE:FREQ=WEEKLY;COUNT=3"))
    row = Activity.objects.get()
    row.target_groups.set([plan.targetgroups.get()])
    response = uploaded(as_alma, plan, rosen, file_of(event("RRULE:FREQ=WEEKLY;COUNT=3")))
    assert "0 nye og 0 rettede" in text_of(as_alma.get(response["Location"]))
    as_alma.post(response["Location"], {})
    again = Activity.objects.get()
    assert (again.version, again.target_groups.get()) == (row.version, plan.targetgroups.get())


def test_the_page_says_that_only_a_file_is_read_and_how_one_gets_it(as_alma, plan, rosen):
    shown = text_of(as_alma.get(address(plan, "fetch")))
    assert "På banen henter ikke selv noget fra nettet." in shown
    for name in ("Google Kalender", "Outlook", "Foreningens bookingsystem"):
        assert name in shown


@pytest.mark.usefixtures("_monday")
def test_characters_that_a_database_refuses_come_in_as_words(as_alma, plan, rosen):
    fetched(as_alma, plan, rosen, event("DESCRIPTION:a\x00b", "LOCATION:Sal\x00", summary="K\x00or"))
    assert Activity.objects.values_list("title", "text", "place").get() == ("Kor", "ab", "Sal")


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
