"""Who can support whom: the patterns, what outweighs them, what counts, and in which order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.match_answers import Answered, is_hidden
from mapping.match_facts import Basis, ValueWord, Why
from mapping.match_patterns import gains_by_pattern, gives_by_pattern, offer, wish
from mapping.matching import IN_A_ROUND, rank, spread, suggest, suggestion_of, town_of
from tests.mapping.town_of_facts import actor, lines

TODAY = date(2026, 11, 22)
HERE = {"areas": ["Østhøj"]}


def found(*actors, near=(), **more):
    return suggest(actors, near, **more).suggestions


def only(*actors, near=(), **more):
    (one,) = found(*actors, near=near, **more)
    return one


def values(suggestion, taker):
    """The values that `taker` gains by pattern or word."""
    return {one.value for one in suggestion.reasons if one.taker == taker and one.why == Why.VALUE}


# -- The five patterns --------------------------------------------------------------------------------

CLOSE = {"daily": True, "close": True}
GAINS = [
    (1, {"base": "outside"}, True),
    (1, {"base": "inside"}, False),
    (1, {}, False),
    (2, {"specialised_in": "sundhed"}, True),
    (2, {"close": True}, False),
    (3, {"core": True}, True),
    (3, {}, False),
    (4, {"kind": "business"}, True),
    (4, {"kind": "voluntary"}, False),
    (5, {"kind": "voluntary"}, True),
    (5, {"kind": "resident"}, True),
    (5, {"kind": "municipal"}, False),
]
GIVES = [
    (1, {"kind": "resident"}, True),
    (1, {"kind": "municipal", "daily": True, "close": True}, True),
    (1, {"kind": "municipal", "daily": True}, False),
    (2, {"specialised_in": "sundhed"}, True),
    (2, {"close": True}, True),
    (2, {"daily": True}, False),
    (3, {"core": True}, True),
    (3, {}, False),
    (4, {"kind": "resident"}, True),
    (4, {"kind": "voluntary"}, False),
    (5, {"kind": "housing"}, True),
    (5, {"kind": "municipal"}, True),
    (5, {"kind": "business"}, True),
    (5, {"kind": "voluntary"}, False),
]


@pytest.mark.parametrize(("value", "about", "expected"), GAINS)
def test_who_gains_by_the_pattern(value, about, expected):
    assert gains_by_pattern(actor("a", **about), value) is expected


@pytest.mark.parametrize(("value", "about", "expected"), GIVES)
def test_who_gives_by_the_pattern(value, about, expected):
    assert gives_by_pattern(actor("a", **about), value) is expected


@pytest.mark.parametrize(
    ("value", "taker", "giver"),
    [
        (1, {"kind": "municipal", "base": "outside"}, {"kind": "resident"}),
        (1, {"base": "outside"}, {"daily": True, "close": True}),
        (2, {"specialised_in": "sundhed"}, {"specialised_in": "jura"}),
        (2, {"specialised_in": "sundhed"}, {"close": True}),
        (3, {"core": True}, {"core": True}),
        (4, {"kind": "business"}, {"kind": "resident"}),
        (5, {"kind": "voluntary"}, {"kind": "housing"}),
        (5, {"kind": "resident"}, {"kind": "business"}),
    ],
)
def test_a_pattern_makes_a_suggestion_when_somebody_knows_both(value, taker, giver):
    people = actor("a", **taker, **HERE), actor("b", **giver, **HERE), actor("c")
    suggestion = next(one for one in found(*people, near=lines("ac", "bc")) if one.b == "b")
    assert value in values(suggestion, "a")
    assert Why.INTRODUCER in {one.why for one in suggestion.reasons}


def test_a_pattern_alone_is_no_reason_to_take_anybodys_time():
    assert found(actor("a", base="outside", **HERE), actor("b", **CLOSE, **HERE)) == ()


def test_two_of_the_same_speciality_have_little_to_teach_each_other():
    same = {"specialised_in": "Sundhed", "reaches": ["Ældre", "Børn"], **HERE}
    assert found(actor("a", **same), actor("b", **same), actor("c"), near=lines("ac", "bc")) == ()


# -- Own words outweigh the pattern -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("about", "said", "expected"),
    [
        ({"kind": "business"}, None, (2, Basis.PATTERN)),
        ({"kind": "business"}, ValueWord(0), None),
        ({"kind": "business"}, ValueWord(1), (2, Basis.OWN)),
        ({"kind": "business"}, ValueWord(2), (4, Basis.OWN)),
        ({"kind": "business"}, ValueWord(3), (6, Basis.OWN)),
        ({"kind": "other"}, ValueWord(3), (6, Basis.OWN)),
        ({"kind": "other"}, ValueWord(gains="Et godt navn"), (4, Basis.OWN)),
        ({"kind": "other"}, ValueWord(gives="Praktik"), None),
        ({"kind": "business"}, ValueWord(gives="Praktik"), (2, Basis.PATTERN)),
        ({"kind": "business"}, ValueWord(0, own=False), (1, Basis.ESTIMATE)),
        ({"kind": "business"}, ValueWord(3, own=False), (3, Basis.ESTIMATE)),
        ({"kind": "other"}, ValueWord(0, own=False), None),
    ],
)
def test_what_an_actor_wants(about, said, expected):
    stand = wish(actor("a", **about, values={4: said} if said else {}), 4)
    assert (stand and (stand.points, stand.basis)) == expected


@pytest.mark.parametrize(
    ("about", "value", "expected"),
    [
        ({"kind": "resident"}, 4, (2, Basis.PATTERN, "")),
        ({"values": {4: ValueWord(gives="Vi ved det")}}, 4, (5, Basis.OWN, "Vi ved det")),
        ({"values": {4: ValueWord(gives="De ved det", own=False)}}, 4, (3, Basis.ESTIMATE, "De ved det")),
        ({"kind": "housing", "has": [("hands", "To"), ("room", "Sal")]}, 5, (3, Basis.LISTED, "Sal")),
        ({"kind": "other", "has": [("knowledge", "Jura")]}, 5, None),
    ],
)
def test_what_an_actor_can_give(about, value, expected):
    stand = offer(actor("a", **about), value)
    assert (stand and (stand.points, stand.basis, stand.text)) == expected


def test_a_no_in_its_own_words_silences_the_pattern():
    shop, club = actor("a", kind="business", **HERE), actor("b", kind="resident", **HERE)
    friend, near = actor("c"), lines("ac", "bc")
    assert 4 in values(only(shop, club, friend, near=near), "a")
    silent = replace(shop, values={4: ValueWord(0)})
    assert all(4 not in values(one, "a") for one in found(silent, club, friend, near=near))


def test_what_was_said_comes_before_what_the_pattern_says():
    library = actor("l", kind="municipal", values={4: ValueWord(3)}, **HERE)
    shop, club = actor("s", kind="business", **HERE), actor("r", kind="resident", **HERE)
    friend, near = actor("x"), lines("lx", "sx", "rx")
    ranked = [one for one in found(library, shop, club, friend, near=near) if "r" in (one.a, one.b)]
    assert [one.other("r") for one in ranked] == ["l", "s"]


def test_an_estimate_counts_less_than_own_words():
    def score(said):
        pair = actor("a", values={2: said}, **HERE), actor("b", close=True, **HERE)
        return found(*pair, actor("c"), near=lines("ac", "bc"))[0].score

    # The wish times what the pattern offers; then who knows both, and the area.
    assert score(ValueWord(3)) == 6 * 2 + 8 + 5
    assert score(ValueWord(3, own=False)) == 3 * 2 + 8 + 5


def test_same_words_bring_two_closer():
    wants = actor("a", values={2: ValueWord(3, gains="Mere om sprog og kultur")})
    knows = actor("b", values={2: ValueWord(gives="Kultur og sprog fra hele verden")})
    other = actor("c", values={2: ValueWord(gives="Regnskab")})
    first, second = found(wants, knows, other)
    assert (first.other("a"), second.other("a")) == ("b", "c")


# -- Resources, needs, target groups ------------------------------------------------------------------

ROOM = ("room", "Lokale torsdag aften")


@pytest.mark.parametrize(
    ("lacks", "has", "points"),
    [
        (ROOM, ("room", "Mødelokale, tomt efter kl. 18"), 30 + 15),
        (ROOM, ("room", "Mødelokale torsdag"), 30 + 15),
        (ROOM, ("room", "Sal, kun mandag"), 30 - 15),
        (ROOM, ("room", "Klubhus"), 30),
        (("room", "Køkken til fællesspisning"), ("room", "Køkken"), 30 + 12),
        (("room", "Køkkener"), ("room", "Klubhus"), 18),
        (("equipment", "Telt til gårdfest"), ("equipment", "Telte og borde"), 30 + 12),
        (("equipment", "Telt til gårdfest"), ("equipment", "Lydanlæg"), None),
        (("knowledge", "Regnskab"), ("knowledge", "Jura"), None),
        (("room", "Køkken"), ("equipment", "Køkken på hjul"), None),
    ],
)
def test_what_is_lacked_meets_what_is_there(lacks, has, points):
    needs = [
        reason.points
        for one in found(actor("a", lacks=[lacks], **HERE), actor("b", has=[has], **HERE))
        for reason in one.reasons
        if reason.why == Why.NEED
    ]
    assert needs == ([points] if points else [])


def test_the_best_thing_is_named_and_the_taker_is_the_one_who_lacks():
    has = [("room", "Klubhus"), ("room", "Sal torsdag aften")]
    suggestion = only(actor("b", lacks=[ROOM], **HERE), actor("a", has=has, **HERE))
    assert (suggestion.taker, suggestion.giver, suggestion.value) == ("b", "a", 5)
    assert (suggestion.reasons[0].lacks, suggestion.reasons[0].has) == (ROOM[1], "Sal torsdag aften")


def test_a_group_that_one_wants_and_the_other_reaches():
    suggestion = only(actor("a", wants=["Ældre", "Børn"]), actor("b", reaches=["Ældre", "Unge"]))
    assert (suggestion.taker, suggestion.value) == ("a", 1)
    assert suggestion.reasons[0].names == ("Ældre",)


def test_a_stated_need_outweighs_every_pattern():
    lacks = actor("a", lacks=[ROOM], **HERE)
    shop = actor("s", kind="business", base="outside", specialised_in="sundhed", **HERE)
    club = actor("b", kind="resident", daily=True, close=True, has=[("room", "Klubhus")], **HERE)
    ranked = found(lacks, shop, club, actor("x"), near=lines("sx", "bx", "ax"))
    assert (ranked[0].taker, ranked[0].giver) == ("a", "b")


def test_shared_areas_and_groups_and_who_knows_both_support_it():
    both = {"areas": ["Østhøj", "Lyngvej"], "reaches": ["Ældre"]}
    pair = actor("a", lacks=[ROOM], **both), actor("b", has=[("room", "Klubhus")], **both)
    friends = actor("x"), actor("y")
    suggestion = next(
        one
        for one in found(*pair, *friends, near=[*lines("ax", "bx"), *lines("ay", "by", form=5)])
        if one.b == "b"
    )
    support = {one.why: one.names for one in suggestion.reasons if not one.taker}
    assert support == {
        Why.INTRODUCER: ("y", "x"),
        Why.AREA: ("Lyngvej", "Østhøj"),
        Why.REACH: ("Ældre",),
    }


# -- Who is left out ----------------------------------------------------------------------------------


def test_those_who_work_together_are_not_suggested():
    pair = actor("a", lacks=[ROOM]), actor("b", has=[("room", "Klubhus")])
    assert len(found(*pair)) == 1
    assert found(*pair, near=lines("ab")) == ()


def test_a_line_to_somebody_who_is_put_away_counts_for_nothing():
    pair = actor("a", lacks=[ROOM]), actor("b", has=[("room", "Klubhus")])
    suggestion = only(*pair, near=lines("ax", "bx"))
    assert {one.why for one in suggestion.reasons} == {Why.NEED}


def test_the_tired_come_later():
    lacks = actor("a", lacks=[ROOM])
    rooms = [actor(key, has=[("room", "Klubhus")]) for key in "bc"]
    assert [one.giver for one in found(lacks, *rooms)] == ["b", "c"]
    assert [one.giver for one in found(lacks, *rooms, overburdened=frozenset("b"))] == ["c", "b"]


def test_nobody_fills_the_top_of_the_list():
    hub = actor("a0", has=[("room", "Sal")], reaches=["Ældre"])
    takers = [actor(f"t{n}", lacks=[ROOM], wants=["Ældre"]) for n in range(8)]
    others = [actor("x1", lacks=[("hands", "To timer")]), actor("x2", has=[("hands", "Ti frivillige")])]
    order = spread(rank(town_of([hub, *takers, *others], ()))[0])
    assert [one.a for one in order[: IN_A_ROUND + 1]] == ["a0", "a0", "a0", "x1"]
    assert len(order) == 9


# -- The same data, the same suggestions --------------------------------------------------------------

KINDS = ("housing", "municipal", "voluntary", "resident", "business", "other")
WORDS = ("Lokale torsdag", "Køkken", "Telt", "Sal efter kl. 18", "Frivillige", "")
SOME_WORDS = st.sampled_from(WORDS)
THINGS = st.lists(st.tuples(st.sampled_from(["room", "equipment", "hands"]), SOME_WORDS), max_size=2)
NAMES = st.frozensets(st.sampled_from(["Ældre", "Børn", "Unge"]), max_size=2)
SAID = st.builds(ValueWord, st.sampled_from([None, 0, 1, 2, 3]), st.booleans(), SOME_WORDS, SOME_WORDS)


@st.composite
def towns(draw):
    """Some actors and lines between some of them."""
    keys = [f"k{n}" for n in range(draw(st.integers(2, 9)))]
    actors = [
        actor(
            key, kind=draw(st.sampled_from(KINDS)), base=draw(st.sampled_from(["inside", "outside", ""])),
            daily=draw(st.booleans()), close=draw(st.booleans()), core=draw(st.booleans()),
            areas=draw(NAMES), reaches=draw(NAMES), wants=draw(NAMES), has=draw(THINGS), lacks=draw(THINGS),
            values=draw(st.dictionaries(st.integers(1, 5), SAID, max_size=2)),
        )
        for key in keys
    ]  # fmt: skip
    pairs = draw(st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(keys)), max_size=8))
    return actors, [line for a, b in pairs for line in lines((a, b))]


@given(town=towns(), order=st.randoms(use_true_random=False))
def test_the_order_of_the_data_changes_nothing(town, order):
    actors, near = town
    first = suggest(actors, near)
    mixed = [replace(one, has=one.has[::-1], lacks=one.lacks[::-1]) for one in actors]
    order.shuffle(mixed)
    order.shuffle(near)
    assert suggest(mixed, near) == first


@given(town=towns())
def test_a_pair_looked_at_alone_says_what_it_says_in_the_list(town):
    actors, near = town
    whole = town_of(actors, near)
    for one in suggest(actors, near).suggestions:
        assert suggestion_of(whole, one.b, one.a) == one


@given(town=towns())
def test_every_suggestion_is_of_two_strangers_and_has_a_reason(town):
    actors, near = town
    together = {frozenset((line.a, line.b)) for line in near}
    for one in suggest(actors, near).suggestions:
        assert one.a < one.b
        assert frozenset((one.a, one.b)) not in together
        assert {one.taker, one.giver} == {one.a, one.b}
        assert one.reasons[0].taker == one.taker


def test_pairs_grow_with_the_actors_and_not_with_their_square():
    def looked_at(count):
        crowd = [
            actor(f"{n:04}", kind=KINDS[n % 6], lacks=[ROOM], has=[("room", "Sal")], base="outside", **HERE)
            for n in range(count)
        ]
        return suggest(crowd, ()).looked_at

    assert looked_at(400) / looked_at(100) < 4.5


# -- Dismissed, and back again ------------------------------------------------------------------------

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("answered", "now", "hidden"),
    [
        (None, "x", False),
        (Answered("no", "x"), "x", True),
        (Answered("no", "x"), "y", False),
        (Answered("later", "x", TODAY + DAY), "x", True),
        (Answered("later", "x", TODAY + DAY), "y", True),
        (Answered("later", "x", TODAY), "x", False),
        (Answered("later", "x", TODAY - DAY), "x", False),
        (Answered("meet", "x", waiting=True), "x", True),
        (Answered("meet", "x", waiting=True), "y", True),
        (Answered("meet", "x"), "x", True),
        (Answered("meet", "x"), "y", False),
    ],
)
def test_when_an_answered_suggestion_stays_away(answered, now, hidden):
    assert is_hidden(answered, now, TODAY) is hidden


def test_the_fingerprint_changes_with_the_reasons_and_not_with_who_knows_both():
    pair = [actor("a", lacks=[ROOM], **HERE), actor("b", has=[("room", "Klubhus")])]
    before = only(*pair).fingerprint
    known = next(one for one in found(*pair, actor("c"), near=lines("ac", "bc")) if one.b == "b")
    renamed = only(replace(pair[0], name="Et nyt navn", areas=frozenset()), pair[1])
    other_need = only(actor("a", lacks=[("room", "Lokale")], **HERE), pair[1])
    assert known.fingerprint == renamed.fingerprint == before
    assert other_need.fingerprint != before
