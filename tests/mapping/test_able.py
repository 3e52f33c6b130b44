"""Who can carry it: what is found for a need, why, and in which order."""

import pytest

from mapping.able import From, Wanted, who_can
from mapping.able_sentences import because
from mapping.match_facts import ValueWord
from tests.mapping.town_of_facts import actor

KINDS = {"room": "Lokale", "hands": "Hænder"}
TOWN = (
    actor(
        "a", "Rosen", skills=[("strength", "Taler arabisk og urdu")], areas=["Lyngvej"], reaches=["Voksne"]
    ),
    actor("b", "Biblioteket", has=[("room", "Mødelokale med skærm"), ("hands", "Lektieguider")]),
    actor("c", "Gavlhuset", has=[("room", "Køkken")], areas=["Østhøj"], reaches=["Voksne"]),
    actor("d", "Retshjælpen", skills=[("professional", "Jura på arabisk")], areas=["Østhøj"]),
    actor("e", "Ågaard", values={4: ValueWord(gives="Fritidsjob om lørdagen")}, areas=["Lyngvej"]),
    actor("f", "Cyklen", values={4: ValueWord(gives="Måske fritidsjob", own=False)}),
)


def names(**wanted):
    return [able.actor.name for able in who_can(TOWN, Wanted(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, []),
        ({"words": "arabisk"}, ["Retshjælpen", "Rosen"]),
        ({"words": "ARABISKE"}, ["Retshjælpen", "Rosen"]),
        ({"words": "arabisk jura"}, ["Retshjælpen"]),
        ({"words": "lokaler"}, ["Biblioteket"]),
        ({"words": "fritidsjob"}, ["Ågaard", "Cyklen"]),
        ({"words": "trylleri"}, []),
        ({"kind": "room"}, ["Biblioteket", "Gavlhuset"]),
        ({"kind": "room", "words": "køkken"}, ["Gavlhuset", "Biblioteket"]),
        ({"kind": "knowledge"}, ["Retshjælpen"]),
        ({"kind": "hands", "words": "køkken"}, ["Gavlhuset", "Biblioteket"]),
        ({"area": "Østhøj"}, ["Gavlhuset", "Retshjælpen"]),
        ({"area": "Østhøj", "group": "Voksne"}, ["Gavlhuset"]),
        ({"words": "arabisk", "area": "Lyngvej"}, ["Rosen"]),
        ({"words": "arabisk", "group": "Børn"}, []),
    ],
)
def test_who_is_found(wanted, expected):
    assert names(**wanted) == expected


def test_the_tired_come_last():
    found = who_can(TOWN, Wanted(words="arabisk"), overburdened=frozenset("d"))
    assert [(able.actor.name, able.tired) for able in found] == [("Rosen", False), ("Retshjælpen", True)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"words": "arabisk", "area": "Lyngvej"}, ["Styrke: taler arabisk og urdu."]),
        ({"words": "jura"}, ["Fagligt: jura på arabisk."]),
        ({"words": "skærm"}, ["Har et mødelokale med skærm."]),
        ({"kind": "hands"}, ["Har lektieguider."]),
        ({"kind": "hands", "words": "kokke", "area": ""}, ["Har hænder: lektieguider."]),
        ({"words": "lørdagen"}, ["Siger, at de kan give: »Fritidsjob om lørdagen«."]),
        ({"words": "måske"}, ["Vi tror, at de kan give: »Måske fritidsjob«."]),
    ],
)
def test_why_in_words(wanted, expected):
    (able,) = who_can(TOWN, Wanted(**wanted))
    assert [because(one, KINDS) for one in able.because] == expected


def test_what_holds_the_words_comes_before_what_is_only_of_the_kind():
    one = actor("x", has=[("room", "Sal"), ("room", "Køkken til mange")])
    (able,) = who_can([one], Wanted(kind="room", words="køkken"))
    assert [(reason.where, reason.text, reason.exact) for reason in able.because] == [
        (From.RESOURCE, "Køkken til mange", True),
        (From.RESOURCE, "Sal", False),
    ]
