"""A month fits one sheet, and says how much of it did not."""

from hypothesis import given
from hypothesis import strategies as st

from reports.month_sheet import GAP, LINE, LINES_AT_MOST, ROOM, Box, Written, on_one_sheet


def box(amount=0, title="Kor", number=1, **more) -> Box:
    return Box(number, written=tuple(Written("kl. 17–19", title, "Salen") for _ in range(amount)), **more)


def month(*busiest: int) -> list[list[Box]]:
    """Weeks whose Thursday has so many."""
    return [[box(amount if day == 3 else 0) for day in range(7)] for amount in busiest]


def height(sheet) -> float:
    return sum(max(sheet.lowest, *(high(day) for day in week)) for week in sheet.weeks)


def high(day: Box) -> float:
    return day.heights[-1] + (LINE + GAP if day.left_out else 0)


def test_what_has_room_stands_whole():
    sheet = on_one_sheet(month(3, 3, 3, 3, 3))
    assert [len(week[3].written) for week in sheet.weeks] == [3] * 5
    assert not sheet.is_cut


def test_an_empty_month_has_room_to_write_in():
    assert on_one_sheet(month(0, 0, 0, 0)).lowest == 40
    assert on_one_sheet(month(1, 1, 1, 1, 1, 1)).lowest == 24


def test_the_fullest_week_gives_way_and_says_how_many_are_left_out():
    weeks = on_one_sheet(month(2, 2, 30, 2, 2)).weeks
    assert [len(week[3].written) for week in weeks if week[3].left_out == 0] == [2] * 4
    assert weeks[2][3].left_out + len(weeks[2][3].written) == 30
    assert len(weeks[2][3].written) > 5


def test_a_day_in_the_week_that_gives_way_keeps_what_it_has_room_for():
    week = [box(2), box(30), *(box() for _ in range(5))]
    (first, *_), *_ = on_one_sheet([week, *month(2, 2, 2, 2)]).weeks
    assert (len(first.written), first.left_out) == (2, 0)


def test_a_long_name_is_cut_and_loses_its_place_before_others_are_left_out():
    long = box(1, "Fællesspisning og fest for alle " * 3)
    ((first, *_),) = on_one_sheet([[long, *(box() for _ in range(6))]]).weeks
    (one,) = first.written
    assert (one.place, one.title.endswith("…")) == ("", True)
    assert one.lines <= LINES_AT_MOST + 1


titles = st.text(st.sampled_from("mWæ abcdefgåø-"), max_size=80)
boxes = st.builds(
    box, st.integers(0, 12), titles, st.integers(1, 31),
    name=st.sampled_from(["", "2. pinsedag og grundlovsdag"]),
)  # fmt: skip


@given(st.lists(st.lists(boxes, min_size=7, max_size=7), min_size=4, max_size=6))
def test_any_month_fits_and_nothing_is_forgotten(weeks):
    there = on_one_sheet(weeks)
    assert height(there) <= ROOM or all(len(day.written) <= 1 for week in there.weeks for day in week)
    for week, shown in zip(weeks, there.weeks, strict=True):
        for day, other in zip(week, shown, strict=True):
            assert len(other.written) + other.left_out == len(day.written)
