"""Which word on a value counts, and how it moved."""

from datetime import date

import pytest

from actors.value_queries import standings
from actors.values import Said, standing
from tests.factories import make_actor, make_plan, make_talk

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("said", "level", "moved"),
    [
        ([Said(MAY, "talk", 1, level=1)], 1, 0),
        ([Said(MAY, "talk", 1, level=1), Said(JUNE, "interview", 1, level=3)], 3, 2),
        ([Said(JUNE, "game", 1, level=3), Said(MAY, "talk", 1, level=2)], 3, 1),
        # Their own words outweigh our estimate, also a later one.
        ([Said(MAY, "talk", 1, level=0), Said(JULY, "estimate", 1, level=3)], 0, 0),
        ([Said(MAY, "estimate", 1, level=1), Said(JULY, "estimate", 1, level=3)], 3, 2),
        # Two on one day: the later told.
        ([Said(MAY, "talk", 1, level=1), Said(MAY, "talk", 1, level=2)], 2, 1),
        # Nothing was said the second time.
        ([Said(MAY, "talk", 1, level=1), Said(JUNE, "talk", 1)], 1, 0),
        # Words without a level cannot have moved.
        ([Said(MAY, "talk", 1, level=1), Said(JUNE, "talk", 1, gains="Flere unge")], None, 0),
    ],
)
def test_the_word_that_counts(said, level, moved):
    found = standing(said)[1]
    assert (found.now.level, found.moved) == (level, moved)


def test_the_five_stand_in_order_and_own_values_after_them_by_name():
    said = [
        Said(MAY, "talk", name="Ro i  Gården", level=1),
        Said(MAY, "talk", 5, level=1),
        Said(MAY, "talk", 2, level=0),
        Said(JUNE, "talk", name="ro i gården", level=3),
    ]
    found = standing(said)
    assert list(found) == [2, 5, "ro i gården"]
    assert found["ro i gården"].moved == 2


def test_a_deleted_talk_and_another_plan_count_for_nothing(db, django_assert_num_queries):
    plan = make_plan()
    actor, stranger = make_actor(plan), make_actor(make_plan())
    make_talk(actor, MAY, rays={1: 2, "Ro": 1})
    make_talk(actor, JUNE, rays={1: 0}, deleted_at="2026-06-02T10:00Z")
    make_talk(stranger, JUNE, rays={4: 3})
    with django_assert_num_queries(1):
        found = standings(plan)
    assert list(found) == [actor.pk]
    assert {key: one.now.level for key, one in found[actor.pk].items()} == {1: 2, "ro": 1}
