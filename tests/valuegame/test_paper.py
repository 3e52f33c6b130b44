"""A sheet as it was typed, and the moves it comes to."""

import random
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegame import paper
from valuegame.paper import AdjustmentLine, GiftLine, SeatSheet, Sheet, entries, problems, sheet_of
from valuegame.rules import Kind, Move, play

PAGE = UUID("6e1e6cf0-0000-4000-8000-000000000001")
SEATS = ("a", "b", "c")
PIECES = ("1", "2", "3", "4", "5")


def empty(table=None):
    return sheet_of(table or play(()), SEATS, PAGE, with_own=True)


def moves_of(found, *, clock=1):
    return [
        Move(str(one.id), clock + at, one.place.kind, one.place.seat, one.place.target, one.value, one.base)
        for at, one in enumerate(found)
    ]


def typed_in(sheet, *, shown=(), moves=None, page=PAGE):
    """The moves of a sheet that was typed on a page that showed the moves `shown`."""
    every = list(shown if moves is None else moves)
    found = entries(sheet, shown=play(shown), moves=every, submission=page, with_own=True)
    return moves_of(found, clock=1 + max((move.clock for move in every), default=0))


def seat(name="a", **said):
    return SeatSheet(name, **said)


def sheet(*seats, own=None, adjustments=(), gifts=(), **more):
    start, there = empty(), {one.seat: one for one in seats}
    return Sheet(
        own=own or start.own,
        seats=tuple(there.get(name, SeatSheet(name)) for name in SEATS),
        adjustments=(*adjustments, *start.adjustments[len(adjustments) :]),
        gifts=(*gifts, *start.gifts[len(gifts) :]),
        **more,
    )


# -- Any sheet ------------------------------------------------------------------------------------------

words = st.sampled_from(("", "", "Ro", "Flere unge", "Et lokale"))
lays = st.dictionaries(st.sampled_from(PIECES), st.sampled_from(("gets", "wants")), min_size=1)


@st.composite
def seats(draw, name):
    laid = draw(lays)
    star = draw(st.sampled_from(("", *laid)))
    change = draw(words)
    about = draw(st.sampled_from(tuple(one for one in laid if one != star) or (star,))) if change else ""
    return SeatSheet(name, laid, star, change, "" if about == star else about, draw(words))


@st.composite
def sheets(draw):
    start = empty()
    days = st.sampled_from((None, date(2027, 1, 21)))
    who, whose = st.sampled_from(("", "b")), st.sampled_from(("", "3"))
    pairs = st.sampled_from((("a", "b"), ("c", "a")))
    return Sheet(
        own=tuple((key, draw(words)) for key, _ in start.own),
        seats=tuple(draw(seats(name)) for name in SEATS),
        adjustments=tuple(
            AdjustmentLine(one.id, what, draw(who), draw(days), draw(whose)) if (what := draw(words)) else one
            for one in start.adjustments
        ),
        gifts=tuple(
            GiftLine(line.id, *draw(pairs), what) if (what := draw(words)) else line for line in start.gifts
        ),
        next_on=draw(days),
        next_where=draw(words),
    )  # fmt: skip


def said(one: Sheet):
    """What is written on it, without lines that are blank and without an order of lines."""
    return (
        {name for _, name in one.own if name},
        {
            (s.seat, *sorted(s.laid.items()), s.star, s.change and s.change_piece, s.change, s.home)
            for s in one.seats
        },
        {line for line in one.adjustments if line.what},
        {line for line in one.gifts if line.what},
        (one.next_on, one.next_where),
    )  # fmt: skip


@given(sheets())
def test_what_is_typed_is_what_the_table_says(typed):
    assert problems(typed) == []
    table = play(typed_in(typed))
    assert said(empty(table)) == said(typed)


@given(sheets(), st.randoms(use_true_random=False))
def test_the_same_sheet_sent_again_is_the_same_moves_in_any_order(typed, rng: random.Random):
    first = typed_in(typed)
    again = typed_in(typed, shown=(), moves=first)
    assert again == []
    # Sent twice at once, before either was kept: the same ids.
    assert [move.id for move in typed_in(typed)] == [move.id for move in first]
    shuffled = [*first, *first]
    rng.shuffle(shuffled)
    assert play(shuffled) == play(first)


@given(sheets(), sheets())
def test_the_page_sent_again_with_other_words_says_the_other_words(first, second):
    moves = typed_in(first)
    moves += typed_in(second, shown=(), moves=moves)
    assert said(empty(play(moves))) == said(second)


@given(sheets())
def test_a_page_that_is_opened_again_and_saved_makes_no_move(typed):
    moves = typed_in(typed)
    page = UUID("6e1e6cf0-0000-4000-8000-000000000002")
    shown = sheet_of(play(moves), SEATS, page, with_own=True)
    assert typed_in(shown, shown=moves, page=page) == []


# -- Beside phones --------------------------------------------------------------------------------------


def test_what_phones_did_meanwhile_stays():
    shown = [Move("m1", 1, Kind.LAY, "a", "1", "gets")]
    meanwhile = [Move("m2", 2, Kind.LAY, "b", "2", "wants"), Move("m3", 3, Kind.HOME, "b", "", "En aftale")]
    typed = sheet(seat("a", laid={"1": "gets"}, star="1"))
    moves = [*shown, *meanwhile, *typed_in(typed, shown=shown, moves=[*shown, *meanwhile])]
    hand = play(moves).hand("b")
    assert (dict(hand.laid), hand.home.text) == ({"2": "wants"}, "En aftale")
    assert play(moves).hand("a").star == "1"


def test_words_are_written_over_those_that_were_shown():
    shown = [Move("m1", 1, Kind.HOME, "a", "", "En aftale")]
    moves = [*shown, *typed_in(sheet(seat("a", home="To aftaler")), shown=shown)]
    assert play(moves).hand("a").home.others == ()
    assert play(moves).hand("a").home.text == "To aftaler"


def test_a_wish_from_a_phone_stays_a_wish():
    gift = "6e1e6cf0-0000-4000-8000-000000000009"
    shown = [Move("m1", 1, Kind.ASK, "", f"{gift}:b:a", "Brød")]
    typed = sheet(gifts=(GiftLine(gift, "b", "a", "Rugbrød", asked=True),))
    (pledge,) = play([*shown, *typed_in(typed, shown=shown)]).pledges()
    assert (pledge.what.text, pledge.asked, pledge.agreed) == ("Rugbrød", True, False)


def test_a_game_that_was_not_opened_stands_at_its_end():
    assert play(typed_in(sheet(seat("a", home="En aftale")))).step == "gather"
    assert typed_in(sheet()) == []


def test_what_is_written_for_two_is_agreed():
    line = GiftLine(empty().gifts[0].id, "a", "b", "Et lokale")
    (pledge,) = play(typed_in(sheet(gifts=(line,)))).pledges()
    assert pledge.agreed


def test_the_change_belongs_to_the_star_or_to_the_only_piece():
    assert seat(laid={"1": "gets", "2": "gets"}, star="2", change="Ro").change_piece == "2"
    assert seat(laid={"4": "wants"}, change="Ro").change_piece == "4"
    assert seat(laid={"1": "gets", "2": "gets"}, change="Ro").change_piece == ""


# -- What is wrong --------------------------------------------------------------------------------------


def line_a(**said):
    return AdjustmentLine(empty().adjustments[0].id, **said)


def line_g(*said):
    return GiftLine(empty().gifts[0].id, *said)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (sheet(seat(star="1")), [("s-a-star", "Vælg, om de får eller ønsker brikken med stjernen.")]),
        (sheet(seat(change="Ro")), [("s-a-about", "Vælg, hvilken brik ændringen hører til.")]),
        (
            sheet(seat(laid={"1": "gets"}, change="Ro", about="2")),
            [("s-a-about", "Vælg en brik, de har lagt.")],
        ),
        (
            sheet(seat(laid={"1": "gets"}, about="1")),
            [("s-a-change", "Skriv, hvordan man kan se det.")],
        ),
        (
            sheet(seat(laid={empty().own[1][0]: "gets"})),
            [("own1", "Skriv, hvad brikken hedder. Nogen har lagt den.")],
        ),
        (sheet(adjustments=(line_a(who="b"),)), [("a0-what", "Skriv, hvad I gør om.")]),
        (sheet(adjustments=(line_a(when=date(2027, 1, 1)),)), [("a0-what", "Skriv, hvad I gør om.")]),
        (sheet(gifts=(line_g("a", "b"),)), [("g0-what", "Skriv, hvad de giver.")]),
        (
            sheet(gifts=(line_g("", "", "Ro"),)),
            [("g0-giver", "Vælg, hvem der giver."), ("g0-receiver", "Vælg, hvem der får.")],
        ),
        (
            sheet(gifts=(line_g("a", "a", "Ro"),)),
            [("g0-receiver", "Vælg en anden end den, der giver.")],
        ),
    ],
)
def test_what_does_not_hang_together_is_said_where_it_is_mended(typed, expected):
    assert problems(typed) == expected


def test_lines_of_those_who_left_the_table_are_not_shown():
    gift = "6e1e6cf0-0000-4000-8000-000000000009"
    table = play([Move("m1", 1, Kind.OFFER, "", f"{gift}:b:gone", "Brød")])
    assert [line for line in empty(table).gifts if line.what] == []
    assert len(empty(table).gifts) == paper.FREE_LINES
