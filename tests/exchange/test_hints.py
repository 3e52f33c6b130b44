"""Who could meet a wish."""

import pytest

from exchange.hints import Thing, best, points

WISH = Thing("w", "rosen", "room", "Lokale torsdag aften, gerne køkken", area="øst")


def there(text, kind="room", **more):
    return Thing(**({"key": "t", "actor": "huset", "kind": kind, "text": text} | more))


@pytest.mark.parametrize(
    ("thing", "fits"),
    [
        (there("Mødelokale med køkken"), True),
        (there("Sal"), True),
        (there("Sal, kun mandag formiddag"), False),
        (there("Et stort køkken", kind="equipment"), False),
        (there("Mødelokale", actor="rosen"), False),
    ],
)
def test_a_room_fits_a_room_unless_the_times_do_not_meet(thing, fits):
    assert bool(points(WISH, thing)) is fits


def test_hands_fit_by_their_words_alone():
    wish = Thing("w", "rosen", "hands", "Fem frivillige til gårdfesten")
    assert points(wish, there("Frivillige hver lørdag", kind="hands"))
    assert not points(wish, there("Lektiehjælp", kind="hands"))


def test_an_open_offer_comes_before_what_somebody_is_known_to_have():
    known, offered = there("Sal", key="a"), there("Sal", key="b", is_offer=True)
    assert best(WISH, [known, offered]) is offered


def test_of_two_alike_the_same_one_is_named_each_time():
    one, other = there("Sal", key="a"), there("Sal", key="b", actor="salen")
    assert best(WISH, [other, one]) is best(WISH, [one, other]) is one


def test_nothing_there_is_no_hint():
    assert best(WISH, []) is None
