"""What may stand in a move, and what is said when it may not."""

import uuid

import pytest

from valuegame.checks import LENGTHS, UNKNOWN, Setting, problem_with
from valuegame.rules import FACILITATORS, Kind, Move, play

SCHOOL, LIBRARY, OWN, ADJUSTMENT = (str(uuid.UUID(int=number)) for number in range(1, 5))
TABLE = play(
    [
        Move("1", 1, Kind.OWN_PIECE, target=OWN, value="Tryghed"),
        Move("2", 2, Kind.WORD, seat=SCHOOL, target=ADJUSTMENT, value="Ro"),
    ]
)
SETTING = Setting(seats=(SCHOOL, LIBRARY), steps=("welcome", "lay"), table=TABLE)


def problem(kind, *, seat=SCHOOL, target="", value="", leads=True, setting=SETTING):
    return problem_with(Kind(kind), seat=seat, target=target, value=value, setting=setting, leads=leads)


TAKEN = [
    ("step", "", "lay"), ("step", "", "lobby"), ("pause", "", "on"), ("more_time", "lay", ""),
    ("reveal", "", ""), ("teller", "", LIBRARY), ("teller", "", ""), ("notes", "", "Husk kaffe"),
    ("undo", OWN, ""), ("own_piece", OWN, "Stolthed"), ("gather", ADJUSTMENT, OWN), ("page", "", "1"),
    ("next_on", "", "2026-12-10"), ("next_on", "", ""), ("lay", "5", "wants"), ("lay", OWN, "gets"),
    ("lay", "1", ""), ("star", "", OWN), ("star", "", ""), ("change", "3", "Flere kommer igen"),
    ("word", ADJUSTMENT, "Glæde"), ("adjust", ADJUSTMENT, "Åben dør"), ("adjust_who", ADJUSTMENT, LIBRARY),
    ("adjust_when", ADJUSTMENT, "2026-12-10"), ("adjust_for", ADJUSTMENT, "2"),
    ("offer", f"{OWN}:{SCHOOL}:{LIBRARY}", "Et lokale"), ("offer_yes", OWN, "on"), ("join", "", "on"),
    ("ready", "", ""), ("home", "", "Vi ringer"), ("next_where", "", "Biblioteket"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "target", "value"), TAKEN)
def test_a_move_that_makes_sense_is_taken(kind, target, value):
    assert problem(kind, target=target, value=value) is None


REFUSED = [
    ("step", "", "nowhere"), ("more_time", "nowhere", ""), ("pause", "", "perhaps"), ("undo", "x", ""),
    ("teller", "", "x"), ("page", "", "7"), ("next_on", "", "2026-02-30"), ("next_on", "", "i morgen"),
    ("lay", "6", "gets"), ("lay", "1", "much"), ("star", "", "9"), ("change", "x", "Noget"),
    ("word", "x", "Ro"), ("gather", OWN, OWN), ("adjust", "", "Åben dør"), ("adjust_who", ADJUSTMENT, "x"),
    ("adjust_when", ADJUSTMENT, "2026"), ("adjust_for", ADJUSTMENT, "9"), ("offer", "x", "Et lokale"),
    ("offer_yes", "x", "on"), ("own_piece", "x", "Tryghed"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "target", "value"), REFUSED)
def test_a_move_that_makes_none_is_refused_in_words(kind, target, value):
    assert problem(kind, target=target, value=value).endswith(".")


@pytest.mark.parametrize("kind", sorted(FACILITATORS))
def test_what_is_the_facilitators_no_phone_can_do(kind):
    assert problem(kind, leads=False) == "Det kan kun facilitatoren."


@pytest.mark.parametrize("kind", ["join", "word", "lay", "star", "ready", "change", "home"])
def test_without_an_organisation_nothing_is_laid(kind):
    assert problem(kind, seat="") == "Vælg jeres organisation først."


@pytest.mark.parametrize("kind", sorted(LENGTHS))
def test_words_have_a_length(kind):
    longest = LENGTHS[Kind(kind)]
    assert problem(kind, value="å" * (longest + 1)) == f"Skriv højst {longest} tegn."


def test_nobody_gives_to_oneself():
    target = f"{OWN}:{SCHOOL}:{SCHOOL}"
    assert problem("ask", target=target, value="Noget") == "Vælg en anden organisation end jer selv."


def test_three_own_pieces_and_no_more():
    pieces = [Move(str(n), n, Kind.OWN_PIECE, target=str(uuid.uuid4()), value=f"Nr. {n}") for n in (1, 2, 3)]
    full = Setting(seats=(SCHOOL,), steps=(), table=play(pieces))
    one_more = problem("own_piece", target=str(uuid.uuid4()), value="Fire", setting=full)
    assert one_more == "Højst 3 egne brikker. Fjern én, eller saml to."
    assert problem("own_piece", target=pieces[0].target, value="Omdøbt", setting=full) is None
    assert problem("own_piece", target=str(uuid.uuid4()), value="", setting=full) is None


def test_an_unknown_piece_that_may_have_been_taken_away_is_laid_in_vain():
    assert problem("lay", target=str(uuid.uuid4()), value="gets") is None
    assert problem("lay", target="tryghed", value="gets") == UNKNOWN
