"""Who came, who drifted away, and that nobody is called absent for what was not written down."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.attendance import (
    CAME_BEFORE,
    MISSED,
    Came,
    Held,
    Seat,
    attendance_sentences,
    drifted,
    per_meeting,
    per_seat,
    resident_share,
)

START = date(2026, 1, 5)
WORDS = {"j": Came.YES, "s": Came.SUBSTITUTE, "a": Came.EXCUSED, "n": Came.NO}


def meetings(**seats):
    """`rosen="jjn-"`: came, came, did not, not recorded; a meeting a week."""
    length = max(map(len, seats.values()))
    return [
        Held(
            number, START + timedelta(weeks=number),
            {
                key: WORDS[said[number]]
                for key, said in seats.items()
                if number < len(said) and said[number] != "-"
            },
        )
        for number in range(length)
    ]  # fmt: skip


def seat(key, **more):
    return Seat(key, key.capitalize(), **({"since": START} | more))


ROSEN, SKOLEN = seat("rosen", resident=True), seat("skolen")


@pytest.mark.parametrize(
    ("came", "gone"),
    [
        ("jjnnn", True),
        ("jsaaa", True),
        ("jjnan", True),
        # Not recorded is neither: still three in a row that are known.
        ("jj-n-nn", True),
        ("jjnn-", False),
        # Never really came.
        ("nnnnn", False),
        ("jnnnn", False),
        # Came back, or sent the substitute.
        ("jjnnnj", False),
        ("jjnnns", False),
        ("", False),
    ],
)
def test_who_came_and_stopped_coming_has_drifted_away(came, gone):
    found = drifted(per_seat(meetings(rosen=came, skolen="jjjjjjj"), [ROSEN, SKOLEN]))
    assert [one.seat.key for one in found] == (["rosen"] if gone else [])


def test_an_observer_may_stay_away_and_the_longest_missed_comes_first():
    observer = seat("gæst", observer=True)
    found = meetings(rosen="jjjnnn", skolen="jjnnnn", gæst="jjnnnn")
    assert [one.seat.key for one in drifted(per_seat(found, [ROSEN, SKOLEN, observer]))] == [
        "skolen",
        "rosen",
    ]


def test_meetings_before_one_had_the_seat_do_not_count():
    late = seat("skolen", since=START + timedelta(weeks=2))
    (one,) = per_seat(meetings(skolen="nnj-"), [late])
    assert (one.came, one.away, one.unknown) == (1, 0, 1)
    assert one.sentence == "Kom til ét af ét møde. Ved ét er det ikke skrevet ned."
    counts = per_meeting(meetings(rosen="jjj", skolen="nnj"), [ROSEN, late])
    assert [(row.came, row.away, row.unknown) for row in counts] == [(1, 0, 0), (1, 0, 0), (2, 0, 0)]


def test_what_nobody_wrote_down_is_no_empty_room():
    found = meetings(rosen="j-n", skolen="j--")
    counts = per_meeting(found, [ROSEN, SKOLEN])
    assert [(row.came, row.away, row.unknown, row.share) for row in counts] == [
        (2, 0, 0, 1.0), (0, 0, 2, None), (0, 1, 1, 0.0),
    ]  # fmt: skip
    assert attendance_sentences(found, [ROSEN, SKOLEN]) == [
        "Ved de seneste to møder kom 2 af 2 og 0 af 1.",
        "Én af to medlemmer er beboer.",
        "Ved ét møde er fremmødet ikke skrevet ned. De tæller ikke med.",
    ]


def test_the_sentences_say_what_to_do():
    found = meetings(rosen="jjjnnn", skolen="jjjjjj")
    assert attendance_sentences(found, [ROSEN, SKOLEN]) == [
        "Ved de seneste tre møder kom 1 af 2, 1 af 2 og 1 af 2.",
        "Der kommer færre end før. Tal om, hvad møderne skal bruges til.",
        "Rosen har ikke været med de sidste tre gange. Ring og hør, hvad der skal til.",
        "Én af to medlemmer er beboer.",
    ]
    more = attendance_sentences(meetings(skolen="nnnjjj"), [SKOLEN])
    assert more[1:] == ["Der kommer flere end før.", "Ingen af medlemmerne er beboere."]
    assert attendance_sentences(meetings(skolen="j"), [SKOLEN])[0] == "Ved det seneste møde kom 1 af 1."
    # Seven of twelve before, six of twelve now: no trend.
    four = {"a": "jjjjjj", "b": "jjjjjj", "c": "jnnnnn", "d": "nnnnnn"}
    assert not any(
        "før" in one for one in attendance_sentences(meetings(**four), [seat(key) for key in four])
    )
    nothing = ["Intet er skrevet ned om fremmøde endnu. Sæt kryds ved næste møde."]
    assert attendance_sentences([], [SKOLEN]) == nothing
    assert attendance_sentences(meetings(skolen="--"), [SKOLEN]) == nothing


@pytest.mark.parametrize(
    ("residents", "says"),
    [
        (0, "Ingen af medlemmerne er beboere."),
        (1, "Én af tre medlemmer er beboer."),
        (2, "To af tre medlemmer er beboere."),
        (3, "Alle medlemmer er beboere."),
    ],
)
def test_how_many_live_there_is_said(residents, says):
    seats = [seat(key, resident=place < residents) for place, key in enumerate("abc")]
    assert attendance_sentences(meetings(a="j"), seats)[-1] == says


@pytest.mark.parametrize(
    ("came", "says"),
    [
        ("jjn", "Kom til to af tre møder."),
        ("nnn", "Kom til ingen af tre møder."),
        ("---", "Intet er skrevet ned om fremmøde endnu."),
        ("j--", "Kom til ét af ét møde. Ved to er det ikke skrevet ned."),
    ],
)
def test_a_seat_is_told_in_a_sentence(came, says):
    (one,) = per_seat(meetings(rosen=came, skolen="jjj"), [ROSEN])
    assert one.sentence == says


def test_the_share_of_residents_leaves_observers_out():
    assert resident_share([ROSEN, SKOLEN, seat("gæst", observer=True, resident=True)]) == 0.5
    assert resident_share([seat("gæst", observer=True)]) is None


@st.composite
def histories(draw):
    keys = draw(st.lists(st.sampled_from("abcde"), min_size=1, max_size=5, unique=True))
    said = {key: "".join(draw(st.lists(st.sampled_from("jsan-"), max_size=9))) for key in keys}
    seats = [seat(key, since=START + timedelta(weeks=draw(st.integers(0, 3)))) for key in keys]
    return (meetings(**said) if any(said.values()) else []), seats


@given(histories())
def test_each_seat_and_each_meeting_is_counted_once(history):
    held, seats = history
    for one in per_seat(held, seats):
        assert one.came + one.away + one.unknown == sum(meeting.on >= one.seat.since for meeting in held)
        assert one.missed_in_a_row <= one.away
        assert one.came_before <= one.came
    by_seat = sum(one.came for one in per_seat(held, seats))
    assert by_seat == sum(row.came for row in per_meeting(held, seats))


@given(histories())
def test_one_more_meeting_not_written_down_makes_nobody_drift(history):
    held, seats = history
    unwritten = Held("new", START + timedelta(weeks=50), {})
    before = {one.seat.key for one in drifted(per_seat(held, seats))}
    assert {one.seat.key for one in drifted(per_seat([*held, unwritten], seats))} == before
    for one in drifted(per_seat(held, seats)):
        assert one.missed_in_a_row >= MISSED
        assert one.came >= CAME_BEFORE


@given(histories())
def test_every_sentence_is_whole(history):
    said = attendance_sentences(*history)
    assert said
    assert all(one.endswith(".") and (one[0].isupper() or one[0].isdigit()) for one in said)
