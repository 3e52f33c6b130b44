"""Through whom do I reach X: the ways that are found, and the page that shows them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from mapping.chains import CHAINS_AT_MOST, shortest_chains
from mapping.network import Line
from tests import factories

NOTHING = ("NaN", "%00", "' OR 1=1", "å" * 200)


def ways(*given, start, to):
    """The chains as "abc", from lines written "ab3" (two actors and the form)."""
    lines = [Line(one[0], one[1], int(one[2]), one) for one in given]
    return ["".join(chain.keys) for chain in shortest_chains(lines, start=start, to=to)]


@pytest.mark.parametrize(
    ("lines", "start", "to", "expected"),
    [
        (("ab1",), "a", "b", ["ab"]),
        (("ab1", "bc1"), "a", "c", ["abc"]),
        (("ab1", "bc1", "ac1"), "a", "c", ["ac"]),
        (("ab1", "bd1", "ac5", "cd5"), "a", "d", ["acd", "abd"]),
        (("ab1", "bd5", "ac3", "cd3"), "a", "d", ["acd", "abd"]),
        (("ab1", "cd1"), "a", "d", []),
        (("ab1", "bc1"), "ab", "c", ["bc"]),
        (("ab1", "bc1"), "c", "c", []),
        (("ab1", "bc1"), "bc", "c", ["bc"]),
        (("ab1",), "x", "b", []),
        ((), "a", "b", []),
    ],
)
def test_the_shortest_ways_the_strongest_first(lines, start, to, expected):
    assert ways(*lines, start=start, to=to) == expected


def test_at_most_five():
    lines = [f"a{one}1" for one in "bcdefgh"] + [f"{one}z1" for one in "bcdefgh"]
    assert ways(*lines, start="a", to="z") == ["abz", "acz", "adz", "aez", "afz"]


def test_a_step_names_its_closest_collaboration_first():
    (chain,) = shortest_chains([Line("a", "b", 1, "kaffe"), Line("b", "a", 4, "lektier")], start="a", to="b")
    assert (chain.steps[0].form, chain.steps[0].collaborations) == (4, ("lektier", "kaffe"))


PAIRS = st.lists(st.tuples(*[st.sampled_from("abcdefg")] * 2, st.integers(1, 5)), max_size=20)


@given(pairs=PAIRS, order=st.randoms(use_true_random=False))
def test_ways_are_ways_and_the_order_of_the_lines_changes_nothing(pairs, order):
    lines = [Line(a, b, form) for a, b, form in pairs]
    found = shortest_chains(lines, start="ab", to="g")
    known = {frozenset((line.a, line.b)) for line in lines}
    assert len(found) <= CHAINS_AT_MOST
    assert len({len(chain.keys) for chain in found}) <= 1
    for chain in found:
        assert len(set(chain.keys)) == len(chain.keys)
        assert all(frozenset(step) in known for step in zip(chain.keys, chain.keys[1:], strict=False))
    order.shuffle(lines)
    assert shortest_chains(lines, start="ba", to="g") == found


# -- The page -----------------------------------------------------------------------------------------


def page(client, plan, **asked):
    return client.get(reverse("mapping:chains", args=[plan.slug]), asked)


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def town(plan, as_alma):
    """Alma holds the relation to the library, which works with the centre, which works with the pharmacy."""
    names = ("Biblioteket", "Gavlhuset", "Apoteket Lærken", "Caféen", "Apotekerhaven")
    plan.library, plan.centre, plan.pharmacy, plan.cafe, plan.garden = (
        factories.make_actor(plan, name) for name in names
    )
    plan.library.held_by = plan.memberships.get(user__name="Alma Bøgh")
    plan.library.save()
    factories.make_collaboration(plan, plan.library, plan.centre, form=4, about="Lektiehjælp")
    factories.make_collaboration(plan, plan.centre, plan.pharmacy, form=1, about="")
    return plan


def test_the_way_in_words_and_actor_by_actor(as_alma, town):
    factories.make_contact(town.centre, "Malte Krogh", role="husvært", phone="12 34 56 78")
    said = text(page(as_alma, town, q="lærken"))
    assert (
        "Alma Bøgh har relationen til Biblioteket. Biblioteket samordner med Gavlhuset om »Lektiehjælp«."
        " Gavlhuset videndeler med Apoteket Lærken."
    ) in said
    assert "Malte Krogh, husvært" in said
    assert "12 34 56 78" not in said


@pytest.mark.parametrize(("days", "when"), [(1, "i går"), (5, "for 5 dage siden")])
def test_whom_we_talked_to_lately_is_a_way_too(as_alma, town, days, when):
    factories.make_contact_note(town.centre, on=timezone.localdate() - timedelta(days=days))
    said = text(page(as_alma, town, til=town.pharmacy.pk))
    assert f"I talte med Gavlhuset {when}. Gavlhuset videndeler med Apoteket Lærken." in said


def test_whom_we_know_ourselves(as_alma, town):
    said = text(page(as_alma, town, q="biblio"))
    assert "<b>I kender dem selv.</b> Alma Bøgh har relationen til Biblioteket." in said


def test_another_beginning(as_alma, town):
    said = text(page(as_alma, town, q="biblio", begynd="lærken"))
    assert "Begynd hos Apoteket Lærken. Apoteket Lærken videndeler med Gavlhuset." in said


def test_who_else_could_be_meant(as_alma, town):
    said = text(page(as_alma, town, q="apotek"))
    assert "Mente du" in said
    assert f"?til={town.garden.pk}" in said or f"?til={town.pharmacy.pk}" in said


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"q": "caféen"}, "Ingen vej endnu"),
        ({"q": "findesikke"}, "Ingen aktører passer"),
        ({"q": "lærken", "begynd": "caféen"}, "Ingen vej endnu"),
    ],
)
def test_when_there_is_no_way(as_alma, town, asked, sentence):
    assert sentence in text(page(as_alma, town, **asked))


def test_when_nobody_has_a_relation(as_alma, plan):
    factories.make_actor(plan, "Caféen")
    assert "Ingen at begynde hos" in text(page(as_alma, plan, q="caféen"))


def test_ended_collaborations_and_archived_actors_lead_nowhere(as_alma, town):
    town.centre.archived_at = timezone.now()
    town.centre.save()
    assert "Ingen vej endnu" in text(page(as_alma, town, q="lærken"))


@pytest.mark.parametrize("value", NOTHING)
def test_odd_addresses_never_stop_the_page(as_alma, town, value):
    assert page(as_alma, town, q=value, til=value, fra=value, begynd=value).status_code == 200


def test_the_other_plans_actors_are_not_reached(as_alma, town, other):
    said = text(page(as_alma, town, til=other.actor.pk, q="KANARIE"))
    assert "KANARIE aktør" not in said


def test_who_may(as_carla, as_bo, as_partner, as_alma, town):
    assert page(as_carla, town).status_code == 404
    assert page(as_bo, town).status_code == 403
    assert page(as_partner, town).status_code == 403
    assert as_alma.post(reverse("mapping:chains", args=[town.slug])).status_code == 405


def test_the_number_of_queries_does_not_grow(as_alma, town, django_assert_num_queries):
    for number in (1, 3, 50):
        for _ in range(number):
            middle = factories.make_actor(town)
            factories.make_contact(middle)
            factories.make_collaboration(town, town.library, middle)
            factories.make_collaboration(town, middle, town.pharmacy)
        with django_assert_num_queries(10):
            page(as_alma, town, til=town.pharmacy.pk)
