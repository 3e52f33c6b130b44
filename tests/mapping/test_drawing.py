"""The shapes of the map: weights, the chosen actor, filters, names, and words for those who do not see it."""

import re

import pytest

from mapping.drawing import curve_path, describe, draw
from mapping.ink import text_width, wrap
from mapping.layout import lay_out
from mapping.network import Line, read_network
from tests.mapping.graphs import actor, communities, lines, network


def drawn(found, **choices):
    return draw(found, lay_out(found), **choices)


def by_key(drawing):
    return {mark.key: mark for mark in drawing.marks}


@pytest.mark.parametrize(("form", "width"), [(1, 1.5), (2, 3), (3, 5), (4, 7), (5, 10)])
def test_the_closer_the_collaboration_the_thicker_the_line(form, width):
    found = read_network(map(actor, "ab"), [Line("a", "b", form), Line("a", "b", 1)])
    (curve,) = drawn(found).quiet
    assert (curve.width, curve.form, curve.count) == (width, form, 2)


def test_choosing_an_actor_moves_nothing_and_brings_its_lines_to_the_front():
    found = network("ab", "bc", "cd")
    quiet, picked = drawn(found), drawn(found, chosen="b")
    assert [(m.key, m.x, m.y, m.scale) for m in quiet.marks] == sorted(
        (m.key, m.x, m.y, m.scale) for m in picked.marks
    )
    assert quiet.view_box == picked.view_box
    assert {(curve.a, curve.b) for curve in picked.chosen} == {("a", "b"), ("b", "c")}
    assert {(curve.a, curve.b) for curve in picked.quiet} == {("c", "d")}
    assert [curve.width for curve in picked.chosen] == [2, 2]


def test_the_chosen_actor_has_a_disc_and_its_neighbours_are_marked():
    marks = by_key(drawn(network("ab", "bc"), chosen="a"))
    assert marks["a"].disc == pytest.approx(14 * marks["a"].scale + 9, abs=0.2)
    assert [marks[key].beside_chosen for key in "abc"] == [False, True, False]
    assert marks["b"].disc == 0


def test_one_without_collaborations_has_a_ring_and_the_others_none():
    marks = by_key(drawn(network("ab", alone="c")))
    assert marks["c"].ring > 0
    assert marks["a"].ring == 0


def test_a_mark_grows_with_its_partners_but_not_without_end():
    found = network(*("a" + key for key in "bcdefghijklmnopqrstuvxyz"), "bc")
    marks = by_key(drawn(found))
    assert marks["d"].scale < marks["b"].scale < marks["a"].scale == 2.6


def test_filters_leave_things_out_without_moving_the_rest():
    found = read_network(map(actor, "abcd"), [*lines("ab", "bc"), Line("a", "b", 4), Line("c", "d", 5)])
    whole, some = by_key(drawn(found)), drawn(found, only={"a", "b", "c"}, forms={1})
    assert [(m.key, m.x, m.y, m.scale) for m in some.marks] == [
        (key, whole[key].x, whole[key].y, whole[key].scale) for key in "abc"
    ]
    assert [(curve.a, curve.b, curve.width) for curve in some.quiet] == [("a", "b", 1.5), ("b", "c", 1.5)]


def test_a_chosen_actor_that_is_filtered_away_is_not_chosen():
    assert drawn(network("ab", "bc"), chosen="a", only={"b", "c"}).chosen == ()


def test_arrow_keys_find_the_neighbours_that_are_drawn():
    assert by_key(drawn(network("ab", "bc", "cd")))["b"].partners == ("a", "c")


def test_path_data_is_a_gentle_bow():
    assert curve_path((0, 0), (100, 0)) == "M0 0Q50.0 10.0 100 0"


def test_numbers_are_short():
    drawing = drawn(read_network(*communities(56, 1)), chosen=None)
    text = " ".join(curve.path for curve in drawing.quiet)
    assert not re.search(r"\d\.\d{3}", text)
    assert all(len(str(line.y).split(".")[-1]) <= 2 for mark in drawing.marks for line in mark.name)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Jobhuset Øst", ("Jobhuset Øst",)),
        ("Haveforeningen Grønne Fingre", ("Haveforeningen", "Grønne Fingre")),
        ("Afdelingsbestyrelsen", ("Afdelingsbestyrelsen",)),
        ("", ("",)),
    ],
)
def test_long_names_are_wrapped_and_never_cut(name, written):
    assert wrap(name) == written


def test_sixty_characters_fit_in_three_lines_of_even_width():
    found = wrap("Netværket for foreninger og kulturliv i Nordbyens nye bydel")
    assert len(found) == 3
    assert max(map(text_width, found)) < 1.6 * min(map(text_width, found))


def test_the_picture_is_told_in_words():
    found = network("ab", "ac", labels={"a": "Helhedsplanen", "b": "Biblioteket"}, alone="d")
    assert describe(found, "b") == (
        "Helhedsplanen har flest samarbejder på kortet: 2. Biblioteket er valgt. "
        "Aktør d har ingen samarbejder. Tabellen viser det samme."
    )
    assert describe(read_network([], [])) == "Kortet er tomt. Her er ingen aktører endnu."
