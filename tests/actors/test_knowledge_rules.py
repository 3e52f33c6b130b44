"""What we know of whom: cells, order, sentence and gaps."""

import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.knowledge import (
    ActorKnown,
    Gap,
    Known,
    asked_sentence,
    cells_of,
    gaps,
    in_order,
    missing_kinds,
)

TOLD, ESTIMATED, NOTHING = Known


def row(name, cells="-----", day=None, kind="business", asked=False):
    known = {"s": TOLD, "e": ESTIMATED, "-": NOTHING}
    cells = tuple(known[one] for one in cells)
    return ActorKnown(uuid.uuid5(uuid.NAMESPACE_DNS, name), name, kind, name, cells, day, asked)


def names(rows):
    return "".join(one.name for one in rows)


@pytest.mark.parametrize(
    ("told", "estimated", "cells"),
    [
        ((), (), "-----"), ((1, 5), (2,), "se--s"), ((3,), (3,), "--s--"), (("egen", 4), ("egen",), "---s-"),
    ],
)  # fmt: skip
def test_what_was_told_outweighs_what_was_estimated(told, estimated, cells):
    assert cells_of(told, estimated) == row("x", cells).cells


ROWS = [
    row("a", "sss--", date(2026, 3, 1)), row("b", "ee---", date(2026, 1, 1)), row("c"), row("d", "s----"),
    row("e", "ee---"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("known", "cebda"),
        ("-known", "adbec"),
        ("name", "abcde"),
        ("interview", "cdeba"),
        ("-interview", "abcde"),
    ],
)
def test_the_least_known_come_first_when_asked_for(order, expected):
    assert names(in_order(ROWS, order)) == expected


@pytest.mark.parametrize(
    ("asked", "total", "sentence"),
    [
        (12, 31, "Vi har spurgt 12 af 31 aktører i Østhøj."),
        (1, 1, "Vi har spurgt 1 af 1 aktør i Østhøj."),
        (0, 31, "Vi har ikke spurgt nogen af 31 aktører i Østhøj."),
        (0, 0, "Ingen aktører i Østhøj."),
        (1200, 2000, "Vi har spurgt 1.200 af 2.000 aktører i Østhøj."),
    ],
)
def test_how_many_we_asked(asked, total, sentence):
    rows = [row(str(number), asked=number < asked) for number in range(total)]

    assert asked_sentence(rows, "Østhøj") == sentence


def test_gaps_are_the_groups_that_nobody_reaches_and_who_would_like_to():
    young, old, all_ = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    found = gaps({young: "Unge", old: "Ældre", all_: "Alle"}, {young}, {old: ["A", "B", "C"], young: ["D"]})

    assert found == [Gap("Ældre", ("A", "B", "C")), Gap("Alle")]
    assert [gap.sentence for gap in found] == ["Ældre. A, B og én anden vil gerne nå dem.", "Alle."]


def test_kinds_that_nobody_is():
    assert missing_kinds([row("a", kind="business")], ["housing", "business", "other"]) == [
        "housing",
        "other",
    ]


CELLS = st.lists(st.sampled_from("se-"), min_size=5, max_size=5).map("".join)
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1))
ACTORS = st.lists(
    st.builds(row, st.text("abcæøå", min_size=1, max_size=4), CELLS, DAYS), unique_by=lambda one: one.name
)


@given(ACTORS, st.sampled_from(["known", "-known", "name", "-name", "interview", "-interview"]))
def test_any_order_keeps_all_and_does_not_hang_on_where_they_came_from(rows, order):
    found = in_order(rows, order)

    assert sorted(one.name for one in found) == sorted(one.name for one in rows)
    assert in_order(rows[::-1], order) == found


@given(ACTORS)
def test_nobody_before_one_of_whom_less_is_known(rows):
    told = [one.told for one in in_order(rows, "known")]

    assert told == sorted(told)
