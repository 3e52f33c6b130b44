"""Which time is best, and why."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.polls import Answer, Option, PollSeat, best, seat_answer, standings, verdict

FIRST = datetime(2026, 12, 1, 15, tzinfo=UTC)
TUESDAY, THURSDAY, FRIDAY = (
    Option(key, FIRST + timedelta(days=days), f"{name} kl. 16")
    for key, days, name in (
        ("t", 0, "tirsdag 1. december"),
        ("h", 2, "torsdag 3. december"),
        ("f", 3, "fredag"),
    )
)
SEATS = [PollSeat("Elmeskolen", ("e", "e2")), PollSeat("Rosen", ("r",)), PollSeat("Politiet", ("p",))]


def said(**answers):
    """`e="jnm"`: yes to the first time, no to the second, maybe to the third, "-" for nothing."""
    words = {"j": Answer.YES, "n": Answer.NO, "m": Answer.MAYBE}
    return {
        who: {key: words[word] for key, word in zip("thf", given_, strict=False) if word != "-"}
        for who, given_ in answers.items()
    }


def stand(answers, quorum=0, options=(TUESDAY, THURSDAY, FRIDAY), seats=SEATS):
    return standings(options, seats, answers, quorum=quorum)


@pytest.mark.parametrize(
    ("answers", "quorum", "order"),
    [
        (said(e="jjn", r="jnn", p="nnn"), 0, "thf"),
        # A yes is worth more than maybes.
        (said(e="mjn", r="mnn", p="mnn"), 0, "htf"),
        # Of as many yes the one with more maybes.
        (said(e="jjn", r="nmn"), 0, "htf"),
        # Enough to decide comes before more who can perhaps.
        (said(e="jmn", r="jmn", p="nmm"), 2, "thf"),
        # The substitute can, so the seat can.
        (said(e="nnn", e2="nnj"), 0, "fth"),
    ],
)
def test_the_best_comes_first(answers, quorum, order):
    assert [one.option.key for one in stand(answers, quorum)] == list(order)


def test_an_observer_does_not_make_a_quorum():
    seats = [PollSeat("Elmeskolen", ("e",)), PollSeat("Gæst", ("g",), counts=False)]
    first, second = stand(said(e="jn", g="jj"), 1, (THURSDAY, TUESDAY), seats)
    assert (first.option, first.quorum) == (TUESDAY, True)
    assert (second.option, second.quorum, second.yes) == (THURSDAY, False, ("Gæst",))


def test_equals_share_a_place_and_the_earliest_is_shown_first():
    found = stand(said(e="jjn", r="nnj"))
    assert [(one.option.key, one.place) for one in found] == [("t", 1), ("h", 1), ("f", 1)]
    found = stand(said(e="jjn"))
    assert [(one.option.key, one.place) for one in found] == [("t", 1), ("h", 1), ("f", 3)]
    assert found[0].reasons[-1] == "Lige så godt som torsdag 3. december kl. 16."
    assert verdict(found) == (
        "Tirsdag 1. december kl. 16 og torsdag 3. december kl. 16 er lige gode."
        " Vælg det, der ligger bedst for jer."
    )


@pytest.mark.parametrize(
    ("answers", "quorum", "reasons"),
    [
        (said(e="j", r="j", p="j"), 0, ("Alle kan.",)),
        (said(e="j", r="m", p="n"), 0, ("Én af tre pladser kan, og én kan måske.", "Politiet kan ikke.")),
        (said(e="j", r="j"), 2, (
            "To af tre pladser kan.", "Det er nok til at beslutte.", "Politiet har ikke svaret.",
        )),
        (said(e="j", r="m", p="n"), 2, (
            "Én af tre pladser kan, og én kan måske.",
            "Det er nok til at beslutte, hvis dem med måske kommer.", "Politiet kan ikke.",
        )),
        (said(e="m", r="n", p="n"), 3, (
            "Ingen har sagt ja, og én kan måske.", "Det er for få til at beslutte. Der skal tre til.",
            "Rosen og Politiet kan ikke.",
        )),
        ({}, 0, ("Ingen har sagt ja.", "Elmeskolen, Rosen og Politiet har ikke svaret.")),
    ],
)  # fmt: skip
def test_the_reasons_are_said(answers, quorum, reasons):
    (one,) = stand(answers, quorum, [TUESDAY])
    assert one.reasons == reasons


def test_the_whole_poll_in_a_sentence():
    assert verdict(stand({})) == "Ingen har sagt ja til et tidspunkt endnu."
    assert verdict(stand(said(e="nnn"))) == "Ingen har sagt ja til et tidspunkt endnu."
    assert verdict(stand(said(e="jjn", r="nj"))) == (
        "Torsdag 3. december kl. 16 passer bedst. To af tre pladser kan."
    )
    assert verdict([]) == "Ingen har sagt ja til et tidspunkt endnu."


@st.composite
def polls(draw):
    people = "abcdef"
    answers = st.dictionaries(st.sampled_from("thf"), st.sampled_from(Answer), max_size=3)
    seats = draw(st.lists(st.builds(
        PollSeat, st.just("Rosen"), st.lists(st.sampled_from(people), max_size=2).map(tuple), st.booleans(),
    ), max_size=5))  # fmt: skip
    return (
        seats,
        {who: draw(answers) for who in draw(st.sets(st.sampled_from(people)))},
        draw(st.integers(0, 4)),
    )


@given(polls())
def test_every_seat_is_counted_once_for_each_time_and_a_yes_never_hurts(poll):
    seats, answers, quorum = poll
    found = stand(answers, quorum, seats=seats)
    assert [one.place for one in found] == sorted(one.place for one in found)
    assert found[0].place == 1
    assert all(one.seats == len(seats) and one.reasons for one in found)
    assert all(one.may_reach for one in found if one.quorum)
    assert all(one.place == 1 for one in best(found))
    before = {one.option.key: one.place for one in found}
    for who in answers:
        better = answers | {who: answers[who] | {"t": Answer.YES}}
        after = {one.option.key: one.place for one in stand(better, quorum, seats=seats)}
        assert after["t"] <= before["t"]


@given(polls())
def test_a_seat_can_when_one_of_its_people_can(poll):
    seats, answers, _ = poll
    for seat in seats:
        given_ = [answers[who]["t"] for who in seat.people if "t" in answers.get(who, {})]
        found = seat_answer(seat, TUESDAY, answers)
        assert (found is None) == (not given_)
        assert (found is Answer.YES) == (Answer.YES in given_)
        assert (found is Answer.NO) == (bool(given_) and set(given_) == {Answer.NO})
