"""The game's rules: what moves come to, in whatever order and however often they arrive."""

import uuid

from hypothesis import given, settings
from hypothesis import strategies as st

from valuegame.rules import Hand, Kind, Move, Words, play, play_on

LIBRARY, SCHOOL = "seat-library", "seat-school"


def move(kind, clock=1, *, id=None, **fields) -> Move:
    """A move with an id of its own."""
    return Move(id=id or str(uuid.uuid4()), clock=clock, kind=Kind(kind), **fields)


# -- Any order, any number of times ------------------------------------------------------------------------

IDS = [str(uuid.UUID(int=number)) for number in range(40)]


@st.composite
def games(draw):
    """The moves of a short game by two organisations and a facilitator, each with an id of its own."""
    moves = []
    for at, one in enumerate(IDS[: draw(st.integers(1, 25))]):
        kind = draw(st.sampled_from(list(Kind)))
        target = draw(st.sampled_from(["", "1", "2", "5", IDS[30]]))
        if kind == Kind.UNDO:
            target = draw(st.sampled_from(IDS[:25]))
        if kind in (Kind.OFFER, Kind.ASK):
            target = f"{draw(st.sampled_from(IDS[30:33]))}:{LIBRARY}:{SCHOOL}"
        value = "" if kind == Kind.PAGE else draw(st.sampled_from(["", "on", "1", "gets", "wants", "Ord"]))
        moves.append(
            Move(
                id=one, clock=draw(st.integers(1, 8)), kind=kind, target=target, value=value,
                seat=draw(st.sampled_from(["", LIBRARY, SCHOOL])),
                base=draw(st.sampled_from(["", *IDS[:25]])), at=float(at),
            )
        )  # fmt: skip
    return moves


def seen(table) -> tuple:
    """All that a screen can read of a table."""
    return (
        table.step, table.is_paused, table.is_revealed, table.teller, table.page, table.timer, table.notes,
        table.next_meeting, table.own_pieces(), table.words(), table.hand(LIBRARY), table.hand(SCHOOL),
        table.adjustments(), table.pledges(), [table.is_on(kind) for kind in (Kind.DARK, Kind.SMALL)],
    )  # fmt: skip


@settings(max_examples=500)
@given(games(), st.data())
def test_any_order_with_repeats_comes_to_what_one_clean_run_does(moves, data):
    again = data.draw(st.lists(st.sampled_from(moves), max_size=20))
    shuffled = data.draw(st.permutations([*moves, *again]))
    assert seen(play(shuffled)) == seen(play(moves))


@settings(max_examples=500)
@given(games(), st.data())
def test_going_on_from_a_table_comes_to_what_all_moves_do(moves, data):
    cut = data.draw(st.integers(0, len(moves)))
    table = play_on(play(moves[:cut]), moves[cut:])
    assert table is None or seen(table) == seen(play(moves))
    in_order = sorted((one for one in moves if one.kind != Kind.UNDO), key=lambda one: one.order)
    table = play_on(play(in_order[:cut]), in_order[cut:])
    assert table is not None
    assert seen(table) == seen(play(in_order))


@settings(max_examples=300)
@given(games())
def test_no_words_are_lost_without_somebody_having_seen_them(moves):
    """Of what was written and not taken back, each stands or was written over by one that names it."""
    moves = [one for one in moves if one.kind != Kind.UNDO]
    said = [one for one in moves if one.kind == Kind.NOTES and one.value and not one.target]
    notes = play(moves).notes
    for one in said:
        replaced = any(other.base == one.id and other.order > one.order for other in moves)
        assert replaced or one.value in (notes.text, *notes.others)


# -- Laying ------------------------------------------------------------------------------------------------


def test_a_piece_is_laid_and_taken_back():
    laid = move("lay", 1, seat=SCHOOL, target="2", value="gets")
    assert play([laid]).hand(SCHOOL).laid == {"2": "gets"}
    back = move("lay", 2, seat=SCHOOL, target="2", value="")
    assert play([laid, back]).hand(SCHOOL) == Hand()


def test_the_later_meaning_counts_though_it_arrives_first():
    late, early = (
        move("lay", 7, seat=SCHOOL, target="2", value="wants"),
        move("lay", 3, seat=SCHOOL, target="2", value=""),
    )
    assert play([late, early]).hand(SCHOOL).laid == {"2": "wants"}


def test_two_organisations_lay_without_touching_each_other():
    table = play(
        [
            move("lay", seat=SCHOOL, target="1", value="gets"),
            move("lay", seat=LIBRARY, target="3", value="wants"),
        ]
    )
    assert (table.hand(SCHOOL).laid, table.hand(LIBRARY).laid) == ({"1": "gets"}, {"3": "wants"})


def test_a_star_counts_on_a_laid_piece_alone():
    star, lay = move("star", 1, seat=SCHOOL, value="4"), move("lay", 2, seat=SCHOOL, target="4", value="gets")
    assert play([star]).hand(SCHOOL).star == ""
    assert play([star, lay]).hand(SCHOOL).star == "4"
    assert play([star, lay, move("lay", 3, seat=SCHOOL, target="4")]).hand(SCHOOL).star == ""


def test_own_pieces_join_the_five_and_leave_again():
    own = move("own_piece", 1, target="p1", value="Tryghed")
    lay = move("lay", 2, seat=SCHOOL, target="p1", value="gets")
    table = play([lay, own])
    assert (table.own_pieces(), table.hand(SCHOOL).laid) == ({"p1": "Tryghed"}, {"p1": "gets"})
    gone = play([lay, own, move("own_piece", 3, target="p1", value="")])
    assert (gone.own_pieces(), gone.hand(SCHOOL).laid) == ({}, {})


def test_words_are_gathered_in_an_own_piece():
    moves = [
        move("word", 1, seat=SCHOOL, target="w1", value="Ro om aftenen"),
        move("word", 2, seat=LIBRARY, target="w2", value="At ingen er alene"),
        move("own_piece", 3, target="p1", value="Tryghed"),
        move("gather", 4, target="w1", value="p1"),
    ]
    assert [(word.text, word.seat, word.piece) for word in play(moves).words()] == [
        ("Ro om aftenen", SCHOOL, "p1"), ("At ingen er alene", LIBRARY, ""),
    ]  # fmt: skip


# -- Words -------------------------------------------------------------------------------------------------


def test_a_text_is_changed_by_one_who_has_seen_it():
    first = move("change", 1, id="a", seat=SCHOOL, target="2", value="Flere kommer")
    second = move("change", 2, id="b", seat=SCHOOL, target="2", value="Flere kommer igen", base="a")
    assert play([second, first]).hand(SCHOOL).changes == {"2": Words("Flere kommer igen", "b")}


def test_two_who_write_at_once_are_both_read():
    first = move("change", 1, id="a", seat=SCHOOL, target="2", value="Vi kender alle")
    second = move("change", 1, id="b", seat=SCHOOL, target="2", value="Alle kender os")
    words = play([second, first]).hand(SCHOOL).changes["2"]
    assert (words.text, words.others) == ("Alle kender os", ("Vi kender alle",))
    mended = move("change", 5, id="c", seat=SCHOOL, target="2", value="Vi kender hinanden", base="b")
    assert play([first, second, mended]).hand(SCHOOL).changes["2"].others == ("Vi kender alle",)


# -- What is agreed ----------------------------------------------------------------------------------------


def test_an_adjustment_has_what_who_when_and_what_for():
    moves = [
        move("adjust", 1, id="m1", target="x", value="Åben dør om torsdagen"),
        move("adjust_who", 2, target="x", value=LIBRARY),
        move("adjust_when", 3, target="x", value="2026-12-10"),
        move("adjust_for", 4, target="x", value="1"),
    ]
    (one,) = play(moves).adjustments()
    assert (one.what.text, one.who, one.when, one.piece) == (
        "Åben dør om torsdagen", LIBRARY, "2026-12-10", "1",
    )  # fmt: skip
    assert play([*moves, move("adjust", 9, target="x", base="m1")]).adjustments() == ()


def test_a_pledge_is_offered_or_asked_for_and_agreed():
    moves = [
        move("offer", 1, target=f"o1:{LIBRARY}:{SCHOOL}", value="Et lokale torsdag"),
        move("ask", 2, target=f"o2:{LIBRARY}:{SCHOOL}", value="Hjælp til plakater"),
        move("offer_yes", 3, target="o2", value="on"),
    ]
    said = play(moves).pledges()
    assert {(one.giver, one.receiver) for one in said} == {(LIBRARY, SCHOOL)}
    assert [(one.what.text, one.asked, one.agreed) for one in said] == [
        ("Et lokale torsdag", False, False),
        ("Hjælp til plakater", True, True),
    ]


# -- The clock ---------------------------------------------------------------------------------------------

FIVE_MINUTES = 300


def test_the_clock_runs_from_when_the_step_was_opened():
    timer = play([move("step", 1, value="lay", at=1000)]).timer
    assert timer.left(FIVE_MINUTES, 1060) == 240
    assert timer.left(FIVE_MINUTES, 1310) == -10


def test_a_pause_stops_it_and_a_minute_more_adds_to_it():
    moves = [
        move("step", 1, value="lay", at=1000),
        move("pause", 2, value="on", at=1060),
        move("pause", 3, value="", at=1100),
        move("more_time", 4, target="lay", at=1101),
        move("more_time", 4, target="lay", at=1102),
    ]
    assert play(moves).timer.left(FIVE_MINUTES, 1110) == FIVE_MINUTES + 120 - (110 - 40)
    held = play(moves[:2]).timer
    assert held.left(FIVE_MINUTES, 9999) == held.left(FIVE_MINUTES, 1060) == 240


def test_minutes_given_to_another_step_stay_there():
    moves = [
        move("step", 1, value="lay", at=0),
        move("more_time", 2, target="lay"),
        move("step", 3, value="tell", at=50),
    ]
    assert play(moves).timer.more == 0


# -- Taking back -------------------------------------------------------------------------------------------


def test_what_is_undone_was_never_done_and_can_come_again():
    first = move("step", 1, id="a", value="lay", at=5)
    second = move("step", 2, id="b", value="tell", at=9)
    undo, redo = move("undo", 3, id="c", target="b"), move("undo", 4, id="d", target="c")
    assert play([first, second, undo]).step == "lay"
    assert play([first, second, undo, redo]).step == "tell"
    assert play([]).step == "lobby"
