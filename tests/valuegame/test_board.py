"""The jigsaw board: pieces that fit, letters that can be read, and hidden hands that stay hidden."""

import itertools
import re

import pytest

from mapping.ink import text_width
from tests.valuegame.standings import OWN, in_step, move, own_pieces, standing
from valuegame.board import (
    ACROSS,
    DOWN,
    FACE_DOWN,
    GETS_IT,
    LEFT,
    TOP,
    WANTS_IT,
    WIDTH,
    board_of,
    jigsaw,
    pages,
    scale_of,
)
from valuegame.focus import HEIGHT as FOCUS_HEIGHT
from valuegame.focus import WIDTH as FOCUS_WIDTH
from valuegame.focus import focus_of


def curves(path):
    """The pieces of line of an outline, each as a set of its points, whichever way it is drawn."""
    found, at = set(), None
    for letter, numbers in re.findall(r"([MLC])([^MLCZ]+)", path):
        values = [float(one) for one in numbers.split()]
        points = list(zip(values[::2], values[1::2], strict=True))
        if letter == "C":
            found.add(frozenset([at, *points]))
        at = points[-1]
    return found


def board(game, **options):
    return board_of(game, game.places, **options)


# -- The jigsaw ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [4, 8, 12])
@pytest.mark.parametrize("columns", [5, 6, 8])
def test_neighbours_fit(rows, columns):
    outlines = jigsaw(columns, rows, ACROSS / columns, DOWN / rows, scale_of(columns, rows).knob)
    for row in range(rows):
        for column in range(columns):
            here = curves(outlines[row][column])
            if column:
                assert len(here & curves(outlines[row][column - 1])) == 6
            if row:
                assert len(here & curves(outlines[row - 1][column])) == 6


@pytest.mark.parametrize("rows", range(4, 13))
@pytest.mark.parametrize("columns", [5, 6, 7, 8])
def test_no_knob_covers_an_icon_or_a_star(rows, columns):
    scale = scale_of(columns, rows)
    width, height = ACROSS / columns, DOWN / rows
    reach = max(scale.disc, scale.icon / 2)
    # A knob is 0.86 of its size wide and reaches 0.9 of it.
    beside, into = 0.235 * width + 0.43 * scale.knob, 0.9 * scale.knob
    assert beside <= width / 2 - reach or into <= height / 2 - reach
    assert into < width / 2 - reach
    assert 2 * scale.disc < height


def test_the_outer_border_is_flat():
    xs, ys = [], []
    for row in jigsaw(5, 8, 236, 80, 36):
        for path in row:
            numbers = [float(one) for one in re.findall(r"-?[\d.]+", path)]
            xs += numbers[::2]
            ys += numbers[1::2]
    assert (min(xs), max(xs), min(ys), max(ys)) == (LEFT, LEFT + ACROSS, TOP, TOP + DOWN)


# -- What lies on it -------------------------------------------------------------------------------------


def test_every_place_is_a_piece_or_a_hole():
    game = in_step("puzzle", move("lay", "gets", "1", "s0"), move("lay", "wants", "4", "s2"))
    shown = board(game)
    assert [(cell.key, cell.how) for cell in shown.cells] == [("s0-1", GETS_IT), ("s2-4", WANTS_IT)]
    assert len(shown.holes) == 4 * 5 - 2
    assert [cell.key for cell in shown.wanted] == ["s2-4"]


def test_a_star_lies_on_its_piece():
    game = in_step("puzzle", move("lay", "gets", "1", "s0"), move("star", "1", seat="s0"))
    assert [cell.star for cell in board(game).cells] == [True]


def test_a_hidden_hand_shows_no_more_than_that_it_is_laid():
    one, all_but_one = (
        in_step("lay", *(move("lay", "gets", str(n), "s0") for n in laid), move("star", "2", seat="s0"))
        for laid in ([2], [1, 2, 4, 5])
    )
    first, second = board(one, laying=True), board(all_but_one, laying=True)
    assert first == second
    assert {cell.how for cell in first.cells} == {FACE_DOWN}
    assert len(first.cells) == 5
    assert not any(cell.star for cell in first.cells)
    assert "har lagt" in first.says
    assert "Faglighed" not in first.says


def test_the_facilitator_opens_the_hands():
    game = in_step("lay", move("lay", "gets", "2", "s0"), move("reveal", "on"))
    assert [cell.how for cell in board(game).cells] == [GETS_IT]


def test_those_who_still_lay_are_marked_while_they_lay():
    game = in_step("lay", move("lay", "gets", "2", "s0"), move("ready", "on", seat="s1"))
    assert [row.waits for row in board(game, laying=True).rows] == [False, False, True, True]
    assert [row.waits for row in board(game).rows] == [False] * 4


def test_a_piece_that_one_alone_laid_is_marked_when_they_look_at_the_whole():
    laid = [move("lay", "gets", "1", "s0"), move("lay", "gets", "1", "s1"), move("lay", "gets", "3", "s1")]
    shown = board(in_step("puzzle", *laid), counting=True)
    assert {cell.key: cell.alone for cell in shown.cells} == {"s0-1": False, "s1-1": False, "s1-3": True}
    assert [head.count for head in shown.heads] == [2, 0, 1, 0, 0]


# -- Letters ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seats", [4, 8, 12])
@pytest.mark.parametrize("own", [0, 1, 3])
@pytest.mark.parametrize("large", [False, True])
def test_every_word_can_be_read_and_meets_no_other(seats, own, large):
    game = in_step("puzzle", *own_pieces(own), seats=seats)
    for page in pages(game.places, large):
        shown = board_of(game, page, large=large)
        for row in shown.rows:
            assert all(line.size == (54 if large else 40) for line in row.name)
            assert all(82 + wide(line) <= LEFT - 11 for line in row.name)
            assert len(row.name) * row.name[0].size <= shown.row_height
        assert all(head.name.size >= 39 for head in shown.heads)
        rows = [[head for head in shown.heads if head.name.y == y] for y in {h.name.y for h in shown.heads}]
        for beside in rows:
            for left, right in itertools.pairwise(beside):
                assert left.name.x + wide(left.name) / 2 < right.name.x - wide(right.name) / 2
        assert shown.heads[-1].name.x + wide(shown.heads[-1].name) / 2 <= WIDTH + 64


def wide(line):
    """How wide a line is at most; mapping.ink says some 6 % too much."""
    return line.pressed or text_width(line.text) / 1.06 * line.size


def test_names_are_not_pressed_beyond_reading():
    for row in board(in_step("puzzle", seats=12)).rows:
        assert all(wide(line) >= 0.85 * text_width(line.text) / 1.06 * line.size for line in row.name)


def test_a_small_screen_has_even_pages_of_six_at_most():
    for seats, sizes in ((4, [4]), (6, [6]), (7, [4, 3]), (8, [4, 4]), (12, [6, 6])):
        assert [len(page) for page in pages(standing(seats=seats).places, True)] == sizes
        assert [len(page) for page in pages(standing(seats=seats).places, False)] == [seats]
    assert pages((), True) == ((),)


# -- The one who tells -----------------------------------------------------------------------------------


@pytest.mark.parametrize("own", [0, 1, 2, 3])
def test_all_pieces_stand_round_the_one_who_tells(own):
    game = in_step("tell", *own_pieces(own))
    cells = focus_of(game, game.places[1])
    assert [cell.key for cell in cells if cell.key] == ["1", "2", "3", "4", "5", *OWN[:own]]
    assert [" ".join(line.text for line in cell.lines) for cell in cells if not cell.key] == [
        game.places[1].name
    ]
    assert all(line.size >= 39 for cell in cells for line in cell.lines)
    numbers = [float(one) for cell in cells for one in re.findall(r"-?[\d.]+", cell.path)]
    assert (min(numbers[::2]), max(numbers[::2])) == (0, FOCUS_WIDTH)
    assert (min(numbers[1::2]), max(numbers[1::2])) == (0, FOCUS_HEIGHT)


def test_what_the_one_who_tells_laid_is_told_from_what_it_did_not():
    laid = [move("lay", "gets", "1", "s1"), move("lay", "wants", "2", "s1"), move("star", "2", seat="s1")]
    game = in_step("tell", *laid)
    cells = {cell.key: (cell.how, cell.star) for cell in focus_of(game, game.places[1]) if cell.key}
    assert cells["1"] == (GETS_IT, False)
    assert cells["2"] == (WANTS_IT, True)
    assert cells["3"] == ("", False)


def test_words_of_a_wish_stand_clear_of_its_border_and_own_names_take_two_lines():
    own = [move("own_piece", "Mod på hverdagen", OWN[0]), move("own_piece", "Stolthed", OWN[1])]
    game = in_step("tell", *own, move("lay", "wants", "3", "s1"))
    lines = {cell.key: cell.lines for cell in focus_of(game, game.places[1])}
    assert [line.text for line in lines[OWN[0]]] == ["Mod på", "hverdagen"]
    assert [line.pressed for line in lines["3"]] == [FOCUS_WIDTH // 4 - 56]
