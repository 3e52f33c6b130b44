"""Advice on an agenda: each rule bites where it should, and only there."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.agenda_method import KINDS
from meetings.guidance import ADVICE, Agenda, Answers, Invited, advice, stretches
from meetings.timing import Item

AMINA, KAJ = Invited("a", "Amina"), Invited("k", "Kaj", "referent")


def item(kind, minutes, title="Gårdfest", by="a"):
    return Item(kind, title, minutes, by)


GOOD = Agenda(
    time(14), 90, "Vi skal vælge dagen for gårdfesten.",
    (item("info", 15), item("workshop", 40), item("break", 10, by=None), item("decide", 25)), (AMINA, KAJ),
)  # fmt: skip


def said(agenda):
    return {one.code: one for one in advice(agenda)}


def with_items(*items, **more):
    return replace(GOOD, items=items, **more)


def test_a_good_agenda_needs_no_advice():
    assert advice(GOOD) == []


@pytest.mark.parametrize(
    ("agenda", "code", "place", "sentence"),
    [
        (
            replace(GOOD, minutes=75), "past_the_end", None,
            "15 minutter for lang. Forkort ét punkt, eller slut kl. 15.30.",
        ),
        (
            replace(GOOD, minutes=50), "past_the_end", None,
            "40 minutter for lang. Tag punkter af, eller slut kl. 15.30.",
        ),
        (
            replace(GOOD, minutes=151), "too_long", None,
            "Mødet varer 2 timer og 31 minutter."
            " De fleste kan følge med i to og en halv time. Kan noget vente til næste gang?",
        ),
        (
            replace(GOOD, why=" "), "no_why", None,
            "Mødet mangler et hvorfor. Skriv det vigtigste, der skal komme ud af det.",
        ),
        (
            replace(GOOD, answers=Answers(2, 1, 4, "torsdag 3. december")), "most_cannot", None,
            "4 af 7 kan ikke på det tidspunkt. Torsdag 3. december kan flere.",
        ),
        (
            replace(GOOD, answers=Answers(1, 0, 2)), "most_cannot", None,
            "2 af 3 kan ikke på det tidspunkt. Spørg, hvornår flere kan.",
        ),
        (
            with_items(item("workshop", 40), item("decide", 20, "Fritidsjob til unge", None)),
            "nobody_responsible", 1,
            "Fritidsjob til unge mangler en ansvarlig. Spørg én, der brænder for det.",
        ),
        (
            with_items(item("workshop", 40), item("discuss", None, "")), "no_minutes", 1,
            "Punkt 2 mangler minutter. Skriv et skøn, så tiderne passer.",
        ),
        (
            with_items(
                item("sharing", 15, "Velkommen"), item("discuss", 20, "Nyt fra området"),
                item("decide", 40, "Fritidsjob"), item("break", 5, by=None), item("gather", 5),
            ),
            "no_break", 0, "75 minutter før første pause. Læg en pause før Fritidsjob.",
        ),
        (
            with_items(item("break", 5, by=None), item("sharing", 80, "Runden"), item("break", 5, by=None)),
            "no_break", 1, "80 minutter før næste pause. Del Runden i to med en pause imellem.",
        ),
        (
            with_items(item("food", 10, by=None), item("sharing", 40), item("workshop", 40, "Idéer")),
            "no_break", 1, "80 minutter til sidst uden pause. Læg en pause før Idéer.",
        ),
        (
            with_items(item("sharing", 40), item("workshop", 40, "Idéer")), "no_break", 0,
            "80 minutter uden pause. Læg en pause før Idéer.",
        ),
        (
            with_items(item("talk", 30), item("info", 11), item("workshop", 30)), "much_listening", None,
            "41 minutter at lytte i og 30 at arbejde i. Kan et oplæg blive kortere, så alle kommer i gang?",
        ),
        (
            with_items(*[item("discuss", 10)] * 3, item("break", 10, by=None), *[item("decide", 10)] * 3),
            "many_items", None,
            "Seks punkter på en time og 20 minutter. Vælg de vigtigste, og lad resten vente i listen.",
        ),
        (
            replace(GOOD, invited=(AMINA, KAJ, Invited("b", "Birthe"), Invited("s", "Samira"))),
            "without_role", None,
            "Birthe og Samira har ingen rolle. Kan de tage imod, holde tiden eller samle op?",
        ),
        (
            replace(GOOD, invited=tuple(Invited(one, one) for one in ("a", "Bo", "Ea", "Ib", "Ida", "Ole"))),
            "without_role", None,
            "Bo, Ea, Ib og to andre har ingen rolle. Kan de tage imod, holde tiden eller samle op?",
        ),
        (
            replace(GOOD, invited=(Invited("b", "Birthe"),)), "without_role", None,
            "Ingen har en rolle endnu. Begynd med ordstyrer og referent.",
        ),
        (
            replace(GOOD, begins=time(17)), "no_food", None,
            "Mødet ligger hen over et måltid. Mad får folk til at blive og tale sammen.",
        ),
    ],
)  # fmt: skip
def test_one_thing_is_said_kindly_and_shows_a_way_out(agenda, code, place, sentence):
    (found,) = [one for one in advice(agenda) if one.code == code]
    assert (found.sentence, found.item, found.tone) == (sentence, place, ADVICE)


def rest(minutes):
    return item("break", minutes, by=None)


@pytest.mark.parametrize(
    ("items", "says"),
    [
        # All of it is more than the meeting: what the items take themselves, not what is left of it.
        (([23] * 5, 35), "Fem punkter fylder 115 minutter. I har 60."),
        (([13, None, 13, 13], 35), "Fire punkter fylder mindst 39 minutter. I har 60."),
        (([10] * 6, 1), "Seks punkter fylder 60 minutter. I har 60."),
        (([None] * 4, 70), "Fire punkter og pauser på 70 minutter. I har 60 minutter."),
        # There is room: what there is for them.
        (([10] * 5, 10), "Fem punkter på 50 minutter."),
        (([None] * 5, 35), "Fem punkter på 25 minutter."),
        (([10] * 6, 0), "Seks punkter på en time."),
        (([None] * 4, 60), "Fire punkter og ingen tid."),
    ],
)
def test_many_items_are_held_against_the_time_there_is(items, says):
    minutes, resting = items
    agenda = with_items(*(item("discuss", one) for one in minutes), rest(resting), minutes=60)
    assert said(agenda)["many_items"].says == says


@pytest.mark.parametrize(
    ("agenda", "code"),
    [
        (replace(GOOD, minutes=90), "past_the_end"),
        (replace(GOOD, minutes=150), "too_long"),
        (replace(GOOD, answers=Answers(2, 1, 3)), "most_cannot"),
        (replace(GOOD, answers=Answers(0, 0, 2)), "most_cannot"),
        (with_items(item("workshop", 74)), "no_break"),
        (with_items(item("workshop", 40), item("break", 5), item("workshop", 40)), "no_break"),
        (with_items(item("info", 20)), "much_listening"),
        (with_items(item("talk", 30), item("workshop", 30)), "much_listening"),
        (with_items(*[item("discuss", 5)] * 3, minutes=20), "many_items"),
        (with_items(*[item("discuss", 15)] * 6), "many_items"),
        (replace(GOOD, invited=()), "without_role"),
        (replace(GOOD, begins=time(12, 1)), "no_food"),
        (with_items(item("food", 20), begins=time(12)), "no_food"),
    ],
)
def test_at_the_limit_nothing_is_said(agenda, code):
    assert code not in said(agenda)


def test_an_empty_agenda_is_no_reproach():
    assert set(said(Agenda(time(14), 60))) == {"no_why"}


@st.composite
def agendas(draw):
    kinds = st.sampled_from([kind.code for kind in KINDS])
    minutes = st.one_of(st.none(), st.integers(0, 90))
    one = st.builds(Item, kinds, st.sampled_from(["", "Gårdfest"]), minutes, st.sampled_from([None, "a"]))
    return Agenda(
        draw(st.times()), draw(st.integers(1, 300)), draw(st.sampled_from(["", "Derfor."])),
        tuple(draw(st.lists(one, max_size=8))),
        tuple(draw(st.lists(st.builds(Invited, st.sampled_from("abc"), st.just("Bo")), max_size=6))),
        Answers(*(draw(st.integers(0, 5)) for _ in range(3))),
    )  # fmt: skip


@given(agendas())
def test_every_advice_is_two_whole_sentences_about_an_item_that_is_there(agenda):
    for one in advice(agenda):
        assert one.says[0].isupper() or one.says[0].isdigit()
        assert one.says.endswith(".")
        assert one.way_out.endswith((".", "?"))
        assert one.item is None or 0 <= one.item < len(agenda.items)
        assert len(one.says.split()) <= 14


@given(agendas())
def test_the_stretches_are_all_items_but_the_breaks(agenda):
    places = [place for stretch in stretches(agenda.items) for place in stretch]
    assert places == [place for place, one in enumerate(agenda.items) if not one.rests]
    assert all(stretch == list(range(stretch[0], stretch[-1] + 1)) for stretch in stretches(agenda.items))
