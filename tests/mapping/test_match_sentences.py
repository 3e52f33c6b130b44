"""What a suggestion says: whole Danish sentences with names, short, and nothing put in anybody's mouth."""

import pytest

from mapping.match_facts import ValueWord
from mapping.match_sentences import cut, had, listing, pieces, quoted, sentence, thing
from mapping.matching import suggest
from tests.mapping.town_of_facts import actor, lines

ROSEN, LAERKEN, BIBLIOTEKET = "Kvindeforeningen Rosen", "Apoteket Lærken", "Biblioteket"
HERE = {"areas": ["Østhøj"]}


def read(first, second, *others, near=()):
    """The sentence and the two short lines of the suggestion of the first two."""
    actors = (first, second, *others)
    keys = {first.key, second.key}
    found = next(one for one in suggest(actors, near).suggestions if {one.a, one.b} == keys)
    by_key = {one.key: one for one in actors}
    return sentence(found, by_key), pieces(found, by_key)


def test_a_need_that_somebody_can_meet_and_somebody_who_knows_both():
    rosen = actor("r", ROSEN, lacks=[("room", "Lokale torsdag aften")])
    laerken = actor("l", LAERKEN, has=[("room", "Mødelokale, der står tomt efter kl. 18")])
    text, short = read(rosen, laerken, actor("b", BIBLIOTEKET), near=lines("rb", "lb"))
    assert text == (
        "Kvindeforeningen Rosen mangler lokale torsdag aften. Apoteket Lærken har et mødelokale, der står"
        " tomt efter kl. 18. Biblioteket kender begge."
    )
    assert short == ("Mangler lokale torsdag aften", "Har mødelokale, der står tomt efter kl. 18")


def test_a_target_group():
    text, short = read(
        actor("a", "SSP", wants=["Børn og unge", "Ældre"], **HERE),
        actor("b", "Pigeklubben", reaches=["Børn og unge", "Ældre"], **HERE),
    )
    assert text == (
        "SSP vil gerne nå børn og unge samt ældre. Pigeklubben når dem i dag."
        " Begge arbejder i samme område: Østhøj."
    )
    assert short == ("Vil nå børn og unge samt ældre", "Når dem i dag")


def test_areas_are_named_so_that_no_preposition_can_be_wrong():
    both = {"areas": ["Lyngvej", "Torvet"]}
    text, _ = read(actor("a", "SSP", wants=["Ældre"], **both), actor("b", "B", reaches=["Ældre"], **both))
    assert text.endswith("Begge arbejder i de samme områder: Lyngvej og Torvet.")


def test_what_the_other_gains_in_return_is_said_too():
    text, _ = read(
        actor("a", "Boldklubben", lacks=[("room", "Sal om vinteren")], reaches=["Børn"]),
        actor("b", "Plejehjemmet", has=[("room", "Sal")], wants=["Børn"]),
    )
    assert text == (
        "Boldklubben mangler sal om vinteren. Plejehjemmet har en sal."
        " Plejehjemmet vil gerne nå børn. Boldklubben når dem i dag. De arbejder ikke sammen i dag."
    )


SAYS = [
    (ValueWord(3), "Købmanden vil meget gerne gøre mere for området."),
    (ValueWord(2), "Købmanden vil gerne gøre mere for området."),
    (ValueWord(1), "Købmanden kunne godt gøre mere for området."),
    (ValueWord(3, own=False), "Købmanden vil nok gerne gøre mere for området."),
    (
        ValueWord(3, gains="Jeg vil give unge det første job."),
        "Købmanden vil meget gerne gøre mere for området: »Jeg vil give unge det første job«.",
    ),
    (ValueWord(gains="Mere liv"), "Købmanden vil gerne gøre mere for området: »Mere liv«."),
    (ValueWord(3, own=False, gains="De vil sikkert"), "Købmanden vil nok gerne gøre mere for området."),
]


@pytest.mark.parametrize(("said", "expected"), SAYS)
def test_how_much_somebody_wants_it(said, expected):
    text, _ = read(
        actor("a", "Købmanden", kind="business", values={4: said}, **HERE),
        actor("b", "Rosen", kind="resident", values={5: ValueWord(0)}, **HERE),
        actor("c"),
        near=lines("ac", "bc"),
    )
    assert text.startswith(f"{expected} Rosen ved, hvad der er brug for.")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (ValueWord(gives="Vi kender alle familier."), "Rosen siger: »Vi kender alle familier«."),
        (ValueWord(gives="Kender alle", own=False), "Vi tror, at Rosen kan give: »Kender alle«."),
    ],
)
def test_what_somebody_can_give(said, expected):
    text, _ = read(
        actor("a", values={1: ValueWord(3)}, **HERE), actor("b", "Rosen", values={1: said}, **HERE)
    )
    assert expected in text


OUTSIDE, HEALTH = "A holder til uden for området.", "A er specialiseret i sundhed."
CAN_USE = "A kan måske bruge flere lokaler og midler."
SALE = {"has": [("room", "Stor sal til 120")]}
PATTERNS = [
    ({"base": "outside"}, {"kind": "resident"}, f"{OUTSIDE} B er drevet af beboere og kender området."),
    (
        {"base": "outside"},
        {"daily": True, "close": True},
        f"{OUTSIDE} B er i området hver dag og kender beboerne.",
    ),
    ({"specialised_in": "Sundhed"}, {"close": True}, f"{HEALTH} B har tæt relation til beboerne."),
    ({"specialised_in": "Sundhed"}, {"specialised_in": "Jura"}, f"{HEALTH} B er specialiseret i jura."),
    ({"core": True}, {"core": True}, "A og B kender begge mange og kan sætte andre sammen."),
    ({"kind": "voluntary"}, {"kind": "housing"}, f"{CAN_USE} B har måske lokaler at bidrage med."),
    (
        {"kind": "voluntary"},
        {"kind": "business", "values": {4: 0}},
        f"{CAN_USE} B har måske varer eller midler at bidrage med.",
    ),
    ({"kind": "voluntary"}, {"kind": "housing", **SALE}, f"{CAN_USE} B har en stor sal til 120."),
]


@pytest.mark.parametrize(("taker", "giver", "expected"), PATTERNS, ids=range(len(PATTERNS)))
def test_a_pattern_says_what_it_is_and_no_more(taker, giver, expected):
    text, short = read(
        actor("a", "A", **taker, **HERE), actor("b", "B", **giver, **HERE), actor("c", "C"),
        near=lines("ac", "bc"),
    )  # fmt: skip
    assert text == f"{expected} C kender begge."
    assert all(short)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Lokale torsdag aften", "lokale torsdag aften"),
        ("Vi mangler lokale.", "lokale"),
        ("mangler køkken", "køkken"),
        ("IT-hjælp", "IT-hjælp"),
        ("12 bærbare", "12 bærbare"),
        ("Sal.\nRing til os. Spørg efter nøglen.", "»Sal. Ring til os. Spørg efter nøglen«"),
        ("Vi har", "vi har"),
    ],
)
def test_a_thing_stands_in_the_middle_of_a_sentence(written, said):
    assert thing(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mødelokale med skærm", "et mødelokale med skærm"),
        ("Stor sal til 120", "en stor sal til 120"),
        ("Et køkken", "et køkken"),
        ("Lokal fond", "en lokal fond"),
        ("Lokaler", "lokaler"),
        ("Grøntsager i september", "grøntsager i september"),
        ("", ""),
    ],
)
def test_a_thing_gets_its_article_where_we_know_it(written, said):
    assert had(written) == said


def test_long_words_are_cut_after_a_whole_word():
    assert cut("Et lokale med plads til mange", 17) == "Et lokale med…"
    assert cut("Kort", 17) == "Kort"
    assert cut("x" * 30, 10) == "x" * 9 + "…"
    assert quoted("Vi »elsker« det.") == "»Vi ‘elsker’ det«"
    assert len(quoted("ord " * 300)) < 100


def test_groups_are_joined_so_that_one_sees_where_each_ends():
    assert listing(["Ældre"]) == "ældre"
    assert listing(["Ældre", "Unge"]) == "ældre og unge"
    assert listing(["Børn og unge", "Ældre", "Voksne"]) == "børn og unge, ældre samt voksne"
    assert listing(["Børn og unge", "A", "B", "C"]) == "børn og unge, a samt flere andre"
