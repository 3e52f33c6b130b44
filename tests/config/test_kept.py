"""Parts that are kept, and queries that are written once."""

import pytest
from django.utils.safestring import mark_safe

from accounts.models import Plan
from config.kept import part
from config.prepared import Slot, prepared, slots, spread
from tests import factories

CHIPS = "components/_chips.html"


def chips(label="Type", total=None):
    """The chips with nothing to choose but all."""
    rest = {"param": "kind", "choices": (), "current": "", "all_label": "", "own_query": (), "list_id": ""}
    return part(CHIPS, label=label, total=total, **rest)


def test_the_same_facts_give_the_same_part_and_others_another():
    assert chips() is chips()
    assert 'aria-label="Slags"' in chips("Slags")


def test_facts_that_equal_each_other_and_print_differently_are_not_taken_for_each_other():
    assert "<span>1</span>" in chips(total=1)
    assert "<span>True</span>" in chips(total=True)
    assert 'aria-label="<b>"' in chips(mark_safe("<b>"))
    assert 'aria-label="&lt;b&gt;"' in chips("<b>")


@pytest.mark.parametrize("changing", [Plan(name="Solbakken"), ["a"], (1, {"a": 1})])
def test_a_part_is_made_of_nothing_that_can_change(changing):
    with pytest.raises(TypeError):
        chips(changing)


@prepared
def _named(number: int):
    found = Plan.objects.filter(municipality=Slot("town", Plan._meta.get_field("municipality")))
    return found.filter(id__in=slots("id", number, Plan._meta.pk)).order_by("slug").values_list("id", "name")


@pytest.mark.django_db
def test_a_prepared_query_reads_anew_each_time_with_the_values_it_is_told():
    here, there = factories.make_plan("Her", slug="her"), factories.make_plan("Der", slug="der")
    Plan.objects.update(municipality="Aarhus")
    both = spread("id", [here.pk, there.pk])
    assert _named(2, town="Aarhus", **both) == [(there.pk, "Der"), (here.pk, "Her")]
    Plan.objects.filter(pk=here.pk).update(name="Her'; --")
    assert _named(2, town="Aarhus", **both)[1][1] == "Her'; --"
    assert _named(1, town="Aarhus", **spread("id", [there.pk])) == [(there.pk, "Der")]
    assert _named(2, town="' OR 1=1 --", **both) == []
