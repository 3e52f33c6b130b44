"""Which picture the wall shows for each step, and what stands on it."""

import pytest

from tests.valuegame.standings import LONG_NAMES, OWN, in_step, move, own_pieces, standing
from valuegame.phone import head_of
from valuegame.wall import wall_of


def show(game, now=60.0, **options):
    return wall_of(game, now=now, **options)


def found(wall):
    return {one.word: one.of for one in wall.findings}


@pytest.mark.parametrize(
    ("step", "picture"),
    [
        ("lobby", "lobby"), ("welcome", "welcome"), ("opening", "opening"), ("lay", "board"),
        ("tell", "board"), ("break", "break"), ("puzzle", "board"), ("adjust", "changes"),
        ("stronger", "matrix"), ("gather", "home"),
    ],
)  # fmt: skip
def test_each_step_has_its_picture(step, picture):
    assert show(in_step(step)).picture == picture


@pytest.mark.parametrize("step", ["lobby", "lay", "gather"])
def test_a_dark_wall_shows_nothing(step):
    assert show(in_step(step, move("blank", "on"))).picture == "blank"


def test_a_game_that_was_closed_says_thanks():
    wall = show(in_step("lay"), is_over=True)
    assert (wall.picture, wall.heading, wall.invites, wall.clock) == ("over", "Tak for i dag", False, None)


@pytest.mark.parametrize(
    ("step", "invites"),
    [
        ("lobby", True),
        ("welcome", True),
        ("opening", True),
        ("lay", True),
        ("tell", False),
        ("gather", False),
    ],
)
def test_the_way_in_stands_until_they_tell(step, invites):
    assert show(in_step(step)).invites is invites


def test_theme_and_size_are_the_facilitators():
    wall = show(in_step("lay", move("dark", "on"), move("small", "on"), move("page", "1"), seats=12))
    assert (wall.dark, wall.small, wall.page) == (True, True, "Side 2 af 2")
    assert [row.id for row in wall.content.rows] == [f"s{n}" for n in range(6, 12)]


def test_a_page_that_is_no_longer_there_shows_the_last():
    wall = show(in_step("lay", move("small", "on"), move("page", "1"), seats=4))
    assert (wall.page, len(wall.content.rows)) == ("", 4)


# -- The clock -------------------------------------------------------------------------------------------


def test_the_lobby_has_no_clock():
    assert show(standing()).clock is None


def test_the_clock_counts_what_is_left_of_the_step():
    game = in_step("lay", at=100.0)
    minutes = game.line.minutes
    clock = show(game, now=100.0 + 60 * minutes - 80).clock
    assert (clock.text, clock.label, clock.runs) == ("1.20", "1 minut og 20 sekunder tilbage", True)
    assert clock.share == round(1000 * 80 / (60 * minutes))
    assert show(game, now=100.0 + 60 * minutes - 120).clock.label == "2 minutter tilbage"


def test_time_that_is_up_stays_up():
    clock = show(in_step("lay"), now=99_999.0).clock
    assert (clock.text, clock.label, clock.is_over, clock.share) == ("0.00", "Tiden er gået", True, 0)


def test_a_minute_more_is_a_minute_more_of_all():
    game = in_step("lay", move("more_time", target="lay:1"), move("more_time", target="lay:2"))
    assert show(game, now=0.0).clock.total in (60 * game.line.minutes, 60 * game.line.minutes + 120)


def test_a_pause_holds_the_clock():
    game = in_step("lay", move("pause", "on", at=30.0))
    early, late = show(game, now=60.0), show(game, now=600.0)
    assert early.clock == late.clock
    assert (early.clock.runs, early.ends) == (False, None)


def test_the_end_of_the_break_is_known():
    game = in_step("break", at=1000.0)
    assert show(game, now=1060.0).ends == 1000.0 + 600


def test_the_one_who_tells_has_a_clock_of_its_own():
    game = in_step("tell", move("teller", "s1", at=300.0))
    each = round(60 * game.line.minutes / 4)
    clock = show(game, now=310.0).clock
    assert (clock.left, clock.total) == (each - 10, each)
    held = in_step("tell", move("teller", "s1", at=300.0), move("pause", "on", at=305.0))
    assert show(held, now=900.0).clock.left == each - 5


def test_who_was_named_before_the_step_tells_from_its_beginning():
    game = standing(move("teller", "s1", at=10.0), move("step", "tell", at=200.0))
    assert show(game, now=205.0).clock.left == game.teller_seconds - 5


# -- Lay and tell ----------------------------------------------------------------------------------------


def test_how_many_have_laid_stands_above_the_instruction():
    assert show(in_step("lay")).hint == "Tal sammen i jeres organisation"
    laid = move("lay", "gets", "1", "s0"), move("ready", "on", seat="s2")
    assert show(in_step("lay", *laid)).hint == "2 af 4 har lagt"
    assert show(in_step("lay", *laid, move("reveal", "on"))).hint == "Tal sammen i jeres organisation"


def test_the_one_who_tells_is_asked_about_its_star():
    laid = move("lay", "gets", "2", "s1"), move("star", "2", seat="s1"), move("teller", "s1")
    wall = show(in_step("tell", *laid))
    assert (wall.picture, wall.content.place.id, wall.content.asked) == ("tell", "s1", "Øget faglighed")
    assert found(wall) == {"Næste": f"{LONG_NAMES[0]}, derefter {LONG_NAMES[2]}"}
    assert wall.content.says == (
        f"{LONG_NAMES[1]} har lagt Øget faglighed. Stjernen ligger på Øget faglighed."
    )


def test_who_gave_no_star_is_asked_what_they_get():
    wall = show(in_step("tell", move("teller", "s3")))
    assert wall.content.asked == ""
    assert wall.findings == ()
    assert wall.content.says == f"{LONG_NAMES[3]} har lagt ingen brikker."


def test_one_who_left_the_table_does_not_tell():
    assert show(in_step("tell", move("teller", "gone"))).picture == "board"


# -- What is found ---------------------------------------------------------------------------------------


def test_the_puzzle_says_what_is_shared_what_one_has_and_what_is_wished_for():
    laid = [
        ("gets", "1", "s0"),
        ("gets", "1", "s1"),
        ("wants", "2", "s1"),
        ("wants", "4", "s0"),
        ("gets", "4", "s2"),
    ]
    wall = show(in_step("puzzle", *(move("lay", *one) for one in laid)))
    assert found(wall) == {
        "Fælles": "Målgruppe og Ansvar", "Kun én": "Faglighed", "Ønsker": "Faglighed og Ansvar",
    }  # fmt: skip
    assert wall.hint == ""


def test_many_names_are_counted():
    laid = [
        move("lay", "gets", piece, seat) for seat in ("s0", "s1") for piece in ("1", "2", "3", "4", "5", *OWN)
    ]
    of = found(show(in_step("puzzle", *own_pieces(3), *laid)))["Fælles"]
    assert of.endswith("andre")
    assert len(of) < 50


def test_wishes_that_a_change_is_for_are_met():
    wish = [move("lay", "wants", "1", "s0"), move("lay", "wants", "3", "s1")]
    change = [move("adjust", "Åbn salen før", "a"), move("adjust_for", "1", "a")]
    assert found(show(in_step("adjust", *wish, *change))) == {"Ønsker": "Samarbejde"}


# -- Lists -----------------------------------------------------------------------------------------------


def test_the_newest_changes_are_shown_with_who_and_when():
    changes = [move("adjust", f"Ændring {n}", f"a{n}") for n in range(8)]
    told = [
        move("adjust_who", "s1", "a7"),
        move("adjust_when", "2026-11-05", "a7"),
        move("adjust_for", "2", "a7"),
    ]
    content = show(in_step("adjust", *changes, *told)).content
    assert [one.what for one in content.shown] == [f"Ændring {n}" for n in range(3, 8)]
    assert (content.earlier, content.every) == (3, 8)
    last = content.shown[-1]
    assert (last.who.name, last.when, last.piece.key) == (LONG_NAMES[1], "5. november", "2")


def test_what_two_wrote_at_once_stands_beside_each_other():
    both = [move("adjust", "Mandag", "a"), move("adjust", "Tirsdag", "a")]
    assert show(in_step("adjust", *both)).content.shown[0].what == "Tirsdag / Mandag"


def test_words_said_are_shown_without_saying_whose():
    said = [move("word", "Stolthed over kvarteret", "w1", "s0"), move("word", "Sjov", "w2", "s1")]
    made = [*own_pieces(1), move("gather", OWN[0], "w1")]
    content = show(in_step("opening", *said, *made)).content
    assert content.words == ("Sjov",)
    assert [(one.piece.name, one.words) for one in content.pieces] == [("Stolthed", 1)]
    assert len(content.holes) == 2
    assert LONG_NAMES[0] not in repr(content)


def test_the_newest_words_are_shown_when_not_all_fit():
    said = [move("word", f"Noget, der er temmelig langt at sige om {n}", f"w{n}", "s0") for n in range(40)]
    content = show(in_step("opening", *said)).content
    assert content.words[-1].endswith("39")
    assert content.earlier == 40 - len(content.words)
    assert 7 <= len(content.words) <= 14


def test_the_matrix_has_a_row_for_each_giver_and_a_number_for_each_receiver():
    given = [
        move("offer", "Et lokale", "o1:s0:s2"), move("ask", "En ladcykel", "o2:s0:s2"),
        move("offer", "Kaffe", "o3:s3:s1"), move("offer_yes", "on", "o3"),
    ]  # fmt: skip
    content = show(in_step("stronger", *given)).content
    assert (
        [giver.number for giver in content.givers]
        == [number for number, _ in content.columns]
        == [1, 2, 3, 4]
    )
    assert [(one.giver, one.receiver, one.count, one.agreed) for one in content.given] == [
        (LONG_NAMES[0], LONG_NAMES[2], 2, False), (LONG_NAMES[3], LONG_NAMES[1], 1, True),
    ]  # fmt: skip
    assert content.newest.what == "Kaffe"
    assert f"{LONG_NAMES[0]} giver {LONG_NAMES[2]} to" in content.says


def test_a_page_of_givers_has_all_receivers():
    given = [move("offer", "Et lokale", "o1:s7:s0"), move("offer", "Kaffe", "o2:s0:s7")]
    content = show(in_step("stronger", move("small", "on"), move("page", "1"), *given, seats=12)).content
    assert [giver.number for giver in content.givers] == [7, 8, 9, 10, 11, 12]
    assert len(content.columns) == 12
    assert [one.giver for one in content.given] == [LONG_NAMES[7]]


def test_what_is_taken_home_and_when_we_meet_again():
    told = [
        move("home", "At vi ringer", seat="s1"), move("next_on", "2026-11-24"), move("next_where", "Sal 2"),
    ]  # fmt: skip
    wall = show(in_step("gather", *told))
    assert [one.words for one in wall.content.shown] == ["", "At vi ringer", "", ""]
    assert found(wall) == {"Vi ses": "24. november, Sal 2"}


@pytest.mark.parametrize("key", ["welcome", "lay", "tell", "break", "gather"])
@pytest.mark.parametrize("teller", [(), (move("teller", "s1", at=300.0),)], ids=["nobody", "somebody"])
@pytest.mark.parametrize("more", [(), (move("more_time", target="tell"),)], ids=["as planned", "one more"])
def test_wall_and_phones_have_one_clock(key, teller, more):
    game = in_step(key, *teller, *more, at=200.0)
    phone = head_of(game, game.place("s0"))
    assert phone.left(330.0) == show(game, now=330.0).clock.left
