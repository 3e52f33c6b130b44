"""The figures of the network and the sentences that say them."""

import random

import pytest

from mapping.network import Line, Side, read_network
from mapping.sentences import listing, sentences
from tests.mapping.graphs import actor, clique, communities, lines, network, star


def test_an_empty_network_has_no_figures():
    empty = read_network([], [])
    assert (empty.ties, empty.groups, empty.core, empty.bridges, empty.largest) == ((), (), (), (), 0)


def test_parallel_lines_become_one_tie_with_the_strongest_form_and_the_count():
    found = read_network([actor("a"), actor("b")], [Line("b", "a", 4), Line("a", "b", 2), Line("a", "b", 2)])
    assert [(tie.a, tie.b, tie.form, tie.count) for tie in found.ties] == [("a", "b", 4, 3)]
    assert (found.degree("a"), found.collaborations) == (1, 3)


def test_a_collaboration_of_three_counts_once_for_each_of_them():
    meal = [Line(*pair, 5, "meal") for pair in ("ab", "ac", "bc")]
    found = read_network(map(actor, "abc"), [*meal, Line("a", "b", 1, "talk")])
    assert found.collaborations_of == {"a": 2, "b": 2, "c": 1}
    assert (found.collaborations, found.degree("a")) == (2, 2)
    assert found.with_one_line == ("c",)


def test_lines_to_oneself_or_to_somebody_who_is_not_here_are_left_out():
    found = read_network([actor("a")], [Line("a", "a", 1), Line("a", "gone", 1)])
    assert (found.ties, found.without_lines) == ((), ("a",))


@pytest.mark.parametrize("form", [0, 6])
def test_a_form_that_does_not_exist_is_refused(form):
    with pytest.raises(ValueError, match="1 to 5"):
        read_network(map(actor, "ab"), [Line("a", "b", form)])


def test_two_actors_with_one_key_are_refused():
    with pytest.raises(ValueError, match="share a key"):
        read_network([actor("a"), actor("a")], [])


def test_partners_come_closest_first_and_then_in_danish_order():
    labels = {"b": "Øst", "c": "Ål", "d": "Æble"}
    nodes = [actor(key, labels.get(key, "")) for key in "abcde"]
    found = read_network(nodes, [*lines("ab", "ac", "ad"), Line("a", "e", 3)])
    assert [node.key for node, _ in found.partners("a")] == ["e", "d", "b", "c"]


def test_the_middle_of_a_star_is_core_and_its_leaves_are_not():
    assert read_network(*star(6)).core == ("000",)


def test_nobody_is_core_where_everybody_works_with_everybody():
    assert read_network(*clique(8)).core == ()


def test_core_stays_a_few_even_where_many_have_many_lines():
    found = read_network(*communities(100, seed=1))
    assert 1 <= len(found.core) <= 12
    assert all(found.degree(key) >= 4 for key in found.core)


def test_one_who_keeps_two_sides_together_is_a_bridge_to_both():
    found = network("ab", "ac", "bc", "cd", "de", "df", "ef")
    joins = {bridge.key: bridge.sides for bridge in found.bridges}
    assert joins["d"] == (Side("e", 2),)


def test_a_neighbour_with_a_single_line_makes_nobody_a_bridge():
    assert network("ab", "ac", "bc", "cd").bridges == ()


def test_the_only_contact_between_two_groups_is_a_bridge():
    left, right = ["ab", "ac", "ad", "bc", "bd", "cd"], ["ef", "eg", "eh", "fg", "fh", "gh"]
    found = network(*left, *right, "ae", "af")
    assert {bridge.key for bridge in found.bridges if bridge.groups} == {"a"}


def test_groups_are_those_who_mostly_work_together():
    found = network("ab", "ac", "bc", "de", "df", "ef", "cd")
    assert sorted(map(sorted, found.groups)) == [["a", "b", "c"], ["d", "e", "f"]]


def test_those_who_only_know_their_own_sector_are_found():
    kinds = dict.fromkeys("abc", "municipal") | {"d": "voluntary"}
    assert network("ab", "ac", "bc", "cd", kinds=kinds).inward == {"municipal": ("a", "b")}


def test_reach_counts_the_largest_piece_and_all_with_a_line():
    found = network("ab", "bc", "de", alone="f")
    assert (found.largest, found.connected, len(found.nodes)) == (3, 5, 6)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_actors_and_lines_does_not_matter(seed):
    nodes, given = communities(56, seed)
    mixed = random.Random(seed)
    turned = [Line(line.b, line.a, line.form) for line in given]
    again = read_network(mixed.sample(nodes, len(nodes)), mixed.sample(turned, len(turned)))
    assert again == read_network(nodes, given)


# --- sentences ---


def test_an_empty_map_says_how_to_begin():
    assert sentences(read_network([], [])) == ["Ingen aktører endnu. Begynd med dem, I mødte i denne uge."]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Én aktør er på kortet. Det vokser, når I logger samarbejder."),
        (2, "To aktører er på kortet. Det vokser, når I logger samarbejder."),
        (13, "13 aktører er på kortet. Det vokser, når I logger samarbejder."),
    ],
)
def test_a_map_without_lines_says_how_it_grows(count, said):
    assert sentences(read_network([actor(str(i)) for i in range(count)], [])) == [said]


def test_two_actors_and_one_collaboration():
    assert sentences(network("ab"))[:2] == [
        "Begge aktører har ét samarbejde sammen.",
        "Ingen aktør skiller sig ud som kerneaktør.",
    ]


def test_reach_is_said_for_all_for_some_and_for_pieces():
    assert sentences(network("ab", "bc"))[0] == (
        "Alle tre aktører er med i to samarbejder, og de hænger alle sammen i ét netværk."
    )
    assert sentences(network("ab", "bc", "de", alone="f"))[0] == (
        "Fem af seks aktører er med i tre samarbejder. Det største sammenhængende netværk når tre aktører."
    )


def test_one_core_actor():
    labels = {"a": "Helhedsplanen Solbakken"}
    said = sentences(network("ab", "ac", "ad", "ae", labels=labels))
    assert "Helhedsplanen Solbakken er kerneaktør: arbejder sammen med fire andre." in said


def test_several_core_actors_are_named_with_how_many_they_work_with():
    labels = {"a": "Biblioteket", "b": "Jobhuset"}
    said = sentences(network(*("a" + x for x in "cdefgh"), *("b" + x for x in "cdef"), labels=labels))
    assert (
        "Biblioteket og Jobhuset er kerneaktører: hver af dem arbejder sammen med mellem fire og seks andre."
        in said
    )


def test_a_bridge_is_said_with_the_names_of_those_it_joins():
    labels = {"d": "Kirken på Bakken", "e": "Apoteket"}
    said = sentences(network("ab", "ac", "bc", "cd", "de", "df", "ef", labels=labels))
    assert "Kirken på Bakken er bro til Apoteket og én anden, som ellers ikke nås." in said


def test_those_without_lines_and_with_one_are_named_and_nobody_is_commanded():
    said = sentences(network("ab", "ac", "bc", "cd", labels={"d": "Apoteket"}, alone="e"))
    assert said[-3:] == [
        "Aktør e står for sig selv uden samarbejder.",
        "Apoteket har ét samarbejde.",
        "Måske vil nogle af dem gerne mere.",
    ]


def test_only_the_own_sector_is_said_in_the_words_of_the_legend():
    kinds = dict.fromkeys("abc", "municipal") | {"d": "voluntary"}
    said = sentences(network("ab", "ac", "bc", "cd", kinds=kinds))
    assert "Aktør a og Aktør b arbejder kun sammen med kommunale institutioner." in said


def test_long_lists_are_cut_with_a_count_and_never_with_one_left():
    assert listing(list("ABCDEF")) == "A, B, C, D, E og F"
    assert listing([*"ABCDE", *map(str, range(12))]) == "A, B, C, D, E og tolv andre"


@pytest.mark.parametrize("seed", range(5))
def test_every_sentence_is_whole(seed):
    for sentence in sentences(read_network(*communities(56, seed))):
        assert not sentence[0].islower()
        assert sentence.endswith(".")
        assert "  " not in sentence
