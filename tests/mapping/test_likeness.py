"""What resembles what, in Danish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.likeness import Offer, alike, common_words, likeness, stem

UNGE, EAST = frozenset({"Unge 18+"}), frozenset({"Østhøj"})


def offer(name, text="", key="der", groups=UNGE, areas=EAST) -> Offer:
    return Offer(key, name, text, groups, areas)


@pytest.mark.parametrize(
    ("new", "there"),
    [
        (offer("Fodbold for unge"), offer("Fodboldtræning i hallen")),
        (offer("Lektiehjælp"), offer("Lektiecafé på biblioteket")),
        (offer("Basket om aftenen"), offer("Fodbold i hallen")),  # both are sport
        (offer("Fritidsjob i butikken"), offer("Lommepengeprojekt")),  # both are work
        (offer("Café for mænd", "Mad og snak for ensomme"), offer("Mandecafé", "Snak over maden")),
    ],
)
def test_these_resemble_each_other(new, there):
    assert likeness(new, there) is not None


@pytest.mark.parametrize(
    ("new", "there"),
    [
        (offer("Fodbold"), offer("Lektiehjælp")),
        (offer("Klub for unge"), offer("Tilbud til unge")),  # words that say little
        (offer("Ungdomsråd"), offer("Ungdomsskole")),
        (offer("Basket", groups=frozenset({"Ældre"})), offer("Fodbold")),  # sport, but for others
        (offer("Basket", areas=frozenset({"Lyngvej"})), offer("Håndbold")),  # sport, but elsewhere
        (offer("Fællesspisning", groups=frozenset(), areas=frozenset()), offer("Madklub")),
    ],
)
def test_these_do_not(new, there):
    assert likeness(new, there) is None


@pytest.mark.parametrize(
    ("new", "there", "is_alike"),
    [
        ("Café Nord", "Café for nybagte", False),
        ("Kursus i førstehjælp", "Kursus i budget", False),
        ("Netværk for mødre", "Netværk for fædre", False),
        ("Åbent hus", "Åbent værksted", False),
        ("Sommerfest", "Sommerlejr", False),
        ("Julemarked", "Marked på torvet", False),
        ("Sundhedsdag", "Sundhedscafé", False),
        ("Workshop om affald", "Workshop om sang", False),
        ("Temaaften om skærmtid", "Temaaften om penge", False),
        # A rare word is enough.
        ("Kursus i førstehjælp", "Førstehjælp for alle", True),
        ("Loppemarked", "Loppemarked på torvet", True),
        ("Skak for begyndere", "Skakklubben", False),  # four letters in a longer word may be anything
        ("Skak i caféen", "Åben skak", True),
        ("Cykelværksted", "Reparér din cykel", True),
        ("Krea-værksted", "Cykelværksted", False),
        # Two common ones are too, and so is the same name.
        ("Åben café", "Café, åben for nye", True),
        ("Sommerfest", "Sommerfest", True),
        # What belongs to one field is, without a word in common.
        ("Dans for piger", "Floorball", True),
    ],
)
def test_one_word_in_common_must_be_a_telling_one(new, there, is_alike):
    assert (likeness(offer(new), offer(there)) is not None) == is_alike


def test_purposes_resemble_each_other_by_more_than_what_all_purposes_say():
    usual = "Skabe trygge rammer, fællesskab og netværk i hverdagen"
    assert likeness(offer("Strikkecafé", usual), offer("Gåture", usual)) is None
    assert likeness(offer("Hverdag", "Vi sylter æbler"), offer("Efterår", "Sylte æbler")) is not None


def test_a_word_that_many_names_have_is_not_telling():
    named = [
        offer(f"{word} i Kildehuset", key=word) for word in ("Bridge", "Skak", "Whist", "Ludo", "Kabale")
    ]
    assert [one.offer.key for one in alike(offer("Bogbytte i Kildehuset", key="ny"), named[:1])] == ["Bridge"]
    more = [*named, offer("Film i Kildehuset", key="Film")]
    assert alike(offer("Bogbytte i Kildehuset", key="ny"), more) == []


def test_the_same_words_for_others_elsewhere_are_told_of_only_when_there_is_more():
    far = offer("Fodbold", groups=frozenset({"Ældre"}), areas=frozenset({"Lyngvej"}))
    assert likeness(offer("Fodbold"), far) is None


def test_it_says_why():
    (found,) = alike(offer("Fodbold", key="ny"), [offer("Fodboldklubben")])
    assert found.why == "Begge handler om fodbold, er for unge 18+ og er i Østhøj."
    (found,) = alike(offer("Basket", key="ny"), [offer("Fodbold")])
    assert found.why.startswith("Begge handler om bevægelse og sport, er for unge")


def test_the_most_alike_come_first_and_never_itself():
    new = offer("Fodbold", key="ny")
    there = [offer("Basket", key="b"), offer("Fodbold i hallen", key="f"), new, offer("Kor", key="k")]
    assert [one.offer.key for one in alike(new, there)] == ["f", "b"]
    assert len(alike(new, [offer("Fodbold", key=str(n)) for n in range(9)])) == 3


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("fodbolden", "fodbold"),
        ("haverne", "hav"),
        ("madlavning", "madlavn"),
        ("kor", "kor"),
        ("unge", "ung"),
    ],
)
def test_endings_are_cut_but_never_to_nothing(word, expected):
    assert stem(word) == expected


words = st.text(st.sampled_from("abdefgiklmnorstuvæøåÆØÅ -.,»«"), max_size=40)
offers = st.builds(offer, words, words, st.sampled_from("abc"))


@given(offers, offers)
def test_likeness_goes_both_ways_and_everything_resembles_itself(one, other):
    assert (likeness(one, other) is None) == (likeness(other, one) is None)
    if any(len(word) > 4 for word in common_words(one.name, one.name)):
        assert likeness(one, one) is not None


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_compared(one, other):
    likeness(offer(one, other), offer(other, one))
