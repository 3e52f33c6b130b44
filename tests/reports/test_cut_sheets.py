"""Pieces and cards: where they are cut, on the front and on the back behind it."""

from collections import Counter
from itertools import pairwise

import pytest
from django.urls import reverse

from config.looks import VALUE_LOOKS
from reports import card_sheets, jigsaw_sheet
from reports.card_sheets import card_sheets as all_card_sheets
from reports.game_pieces import NAME_FIELD, piece_sheets
from reports.jigsaw_sheet import ACROSS, CUT, DOWN, SIDE, cuts
from reports.letters import width_of
from reports.occasion import BLANK
from tests.reports.cut_lines import cuts_in_file, farthest, points_of, turned
from tests.reports.papers import MM, millimetres, pdf_of, places_of
from valuegame.deck import DECK, Gives

# Printers shift the back by a millimetre; the file itself adds no more than this.
AT_MOST = 0.2


def all_points(sides) -> list:
    return [point for cut in sides for point in points_of(cut.path)]


def pdf_from(client, plan, name, **asked):
    return pdf_of(client.get(reverse(f"reports:game_{name}", args=[plan.slug]), asked))


# -- The geometry -----------------------------------------------------------------------------------


def test_the_back_is_cut_where_the_front_is():
    front, back = all_points(cuts()), turned(all_points(cuts(mirrored=True)), jigsaw_sheet.SHEET[0])
    assert farthest(front, back) < AT_MOST
    assert farthest(back, front) < AT_MOST


def test_neighbours_share_their_side_and_no_joint_is_like_another():
    edges = Counter(
        point for cut in cuts() for point in {(round(x, 1), round(y, 1)) for x, y in points_of(cut.path)}
    )
    inner = [point for point, times in edges.items() if times == 2]
    assert len(inner) > 100
    for joints in (ACROSS, DOWN):
        places = sorted(joint.place * SIDE for joint in joints.values())
        assert all(after - before >= 4.7 for before, after in pairwise(places))


def test_each_value_has_its_piece_before_its_back():
    sheet = piece_sheets(BLANK)["sheets"][0]
    behind = {(2 - side.cut.column, side.cut.row): side.value for side in sheet.back}
    assert {(side.cut.column, side.cut.row): side.value for side in sheet.front} == behind
    assert sorted(behind.values()) == [0, 1, 2, 3, 4, 5]


def test_cards_are_cut_at_the_same_places_on_both_sides():
    front, back = card_sheets.upright_cuts(), card_sheets.upright_cuts(mirrored=True)
    assert back == pytest.approx(front, abs=AT_MOST)
    down = card_sheets.level_cuts()
    assert card_sheets.SHEET[1] - down[-1] == pytest.approx(down[0])


# -- The deck ---------------------------------------------------------------------------------------


def test_the_deck_has_cards_for_every_value_and_everything_the_area_gets():
    assert len(DECK) >= 30
    assert {card.value for card in DECK} == {1, 2, 3, 4, 5}
    assert min(Counter(card.value for card in DECK).values()) >= 6
    assert {card.gives for card in DECK if card.gives} == set(Gives)
    assert min(Counter(card.gives for card in DECK if card.gives).values()) >= 5
    assert len({card.text for card in DECK}) == len({card.key for card in DECK}) == len(DECK)


def test_every_card_is_on_one_sheet_and_there_are_blanks_for_every_value():
    sheets = all_card_sheets()
    assert [card for sheet in sheets for card in sheet.cards if card] == list(DECK)
    assert all(len(sheet.cards) == 8 for sheet in sheets)
    assert {sheet.look for sheet in sheets if None in sheet.cards} == {*VALUE_LOOKS, None}


# -- The files --------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(("size", "paper", "side"), [("A4", [297, 210], 80), ("A3", [420, 297], 113.1)])
def test_the_file_is_cut_the_same_on_both_sides(as_alma, plan, size, paper, side):
    document = pdf_from(as_alma, plan, "pieces", format=size)
    assert len(document.pages) == 4
    for front, back in ((0, 1), (2, 3)):
        width = float(document.pages[front].trimbox.width) * 25.4 / 72
        line = CUT * side / SIDE
        here, there = (cuts_in_file(document, document.pages[page], line) for page in (front, back))
        assert millimetres(document.pages[front].trimbox) == paper
        assert len(here) > 300
        assert farthest(here, turned(there, width)) < AT_MOST
        assert farthest(turned(there, width), here) < AT_MOST
        # Three pieces side by side.
        assert max(x for x, _ in here) - min(x for x, _ in here) == pytest.approx(3 * side, abs=0.2)


@pytest.mark.django_db
def test_the_file_with_cards_is_cut_the_same_on_both_sides(as_alma, plan):
    document = pdf_from(as_alma, plan, "cards")
    assert len(document.pages) == 12
    for number in range(0, 12, 2):
        here, there = (cuts_in_file(document, document.pages[number + page], 0.35) for page in (0, 1))
        assert len(here) >= 16
        assert farthest(turned(there, 210), here) < AT_MOST


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "widest"), [("pieces", 200), ("cards", 78)])
def test_nothing_is_written_within_three_millimetres_of_a_cut(as_alma, plan, name, widest):
    """How long a line is at most: by its letters, and by the field that it wraps in."""
    document = pdf_from(as_alma, plan, name)
    for page in document.pages:
        lines = cuts_in_file(document, page, CUT)
        for text, x, y, points in places_of(page):
            long = min(width_of(text, points / MM, heading=True), widest)
            for place in range(11):
                assert farthest([(x + long * place / 10, y)], lines) > 3, text


def test_a_name_stands_within_its_piece():
    own = next(cut for cut in cuts() if (cut.column, cut.row) == (1, 1))
    field, lines = NAME_FIELD, all_points(cuts())
    corners = [(own.x + x, own.y + y) for x in (field.left, field.right) for y in (field.top, field.bottom)]
    assert min(farthest([corner], lines) for corner in corners) > 3
