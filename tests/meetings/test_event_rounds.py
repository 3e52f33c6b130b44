"""An event for 40 with three rounds: planned from the network, late ones and no-shows, the wall."""

import re

import pytest

from meetings.models import EventGuest, EventRound
from meetings.round_queries import as_round, company_of, rounds_of
from tests import factories
from tests.meetings.event_pages import at
from tests.meetings.pages import text_of

pytestmark = pytest.mark.usefixtures("monday")
WANTED = {"size": "4", "rounds": "3", "minutes": "12"}


@pytest.fixture
def event(plan):
    """40 guests of 20 organisations, two from each; the first ten actors all work together."""
    event = factories.make_event(plan)
    actors = [factories.make_actor(plan, f"Forening {number}") for number in range(20)]
    factories.make_collaboration(plan, *actors[:10])
    for number in range(40):
        actor = actors[number % 20]
        factories.make_guest(event, actor.name, f"Gæst {number}", actor=actor)
    return event


def seated(row):
    return [sorted(table) for table in as_round(row)]


def begin(client, event, number):
    return client.post(at(event, "round_begin"), {"number": number, "next": "storskaerm"}, follow=True)


def test_nobody_of_one_organisation_and_no_partners_sit_together(as_alma, event):
    shown = text_of(as_alma.post(at(event, "rounds_plan"), WANTED, follow=True))
    assert "3 runder er klar." in shown
    met, possible = (int(one) for one in re.search(r"(\d+) af (\d+) par", shown).groups())
    # Ten tables of four in three rounds hold 180 pairs. The 20 who all know each other cannot be fewer than
    # two at a table, so that 30 of the pairs are not new whatever is done.
    assert 146 <= met <= 150 < possible
    company = company_of(event, event.begins_at.date())
    together = [
        (one, other)
        for row in rounds_of(event)
        for table in as_round(row)
        for place, one in enumerate(table)
        for other in table[:place]
    ]
    guest = {one.key: one for one in company.guests}
    assert len(together) == 180
    assert not any(company.same(guest[one], guest[other]) for one, other in together)
    assert sum(not company.new(guest[one], guest[other]) for one, other in together) <= 34


def test_two_no_shows_and_a_late_one_move_as_few_as_can_be_and_leave_what_was_held(as_alma, event):
    as_alma.post(at(event, "rounds_plan"), WANTED)
    begin(as_alma, event, 1)
    held, *planned = [seated(row) for row in rounds_of(event)]
    gone = list(event.guests.order_by("queued_at")[:2])
    for guest in gone:
        as_alma.post(at(event, "guest_here", guest.pk), {"here": "nej"})
    late = {"organisation": "Skakken", "name": "Sent Kommer", "email": ""}
    as_alma.post(at(event, "guest_add"), late)
    warned = text_of(as_alma.get(at(event, "rounds")))
    assert "1 mangler en plads. 2 kommer ikke." in warned
    fitted = text_of(as_alma.post(at(event, "rounds_fit"), follow=True))
    assert "Bordene passer igen. Ingen skal flytte." in fitted
    assert "Bordene passer ikke længere" not in fitted
    now = [seated(row) for row in rounds_of(event)]
    assert now[0] == held
    newcomer, missing = str(event.guests.get(name="Sent Kommer").pk), {str(one.pk) for one in gone}
    for before, after in zip(planned, now[1:], strict=True):
        assert [sorted(set(table) - missing) for table in before] == [
            sorted(set(table) - {newcomer}) for table in after
        ]
        assert sum(newcomer in table for table in after) == 1


def test_a_replan_keeps_rounds_that_have_begun(as_alma, event):
    as_alma.post(at(event, "rounds_plan"), WANTED)
    begin(as_alma, event, 1)
    held = seated(rounds_of(event)[0])
    as_alma.post(at(event, "rounds_plan"), WANTED | {"size": "5", "rounds": "4"})
    now = rounds_of(event)
    assert [row.number for row in now] == [1, 2, 3, 4]
    assert seated(now[0]) == held
    assert [len(as_round(row)) for row in now] == [10, 8, 8, 8]
    shown = text_of(as_alma.post(at(event, "rounds_plan"), WANTED | {"rounds": "1"}, follow=True))
    assert "Alle runder er begyndt." in shown


def test_the_wall_says_who_sits_where_and_until_when(as_alma, event):
    as_alma.post(at(event, "rounds_plan"), WANTED)
    assert "Runde 1 begynder snart" in text_of(as_alma.get(at(event, "wall")))
    shown = text_of(begin(as_alma, event, 1))
    assert "Runde 1 af 3" in shown
    assert "Til kl. 9.12" in shown
    assert "Begynd runde 2" in shown
    assert all(f"Bord {number}" in shown for number in range(1, 11))
    assert all(f"Gæst {number}" in shown for number in range(40))


def test_pressed_twice_a_round_begins_once_and_can_be_taken_back(as_alma, event):
    as_alma.post(at(event, "rounds_plan"), WANTED)
    begin(as_alma, event, 1)
    assert "Runde 1 af 3" in text_of(begin(as_alma, event, 1))
    as_alma.post(at(event, "round_back"), {"number": 1})
    assert "Ingen runde er begyndt." in text_of(as_alma.get(at(event, "rounds")))


def test_the_last_round_is_told(as_alma, event):
    as_alma.post(at(event, "rounds_plan"), WANTED | {"rounds": "1"})
    assert "Det er sidste runde." in text_of(begin(as_alma, event, 1))


def test_one_guest_makes_no_table(as_alma, plan):
    event = factories.make_event(plan)
    factories.make_guest(event)
    shown = text_of(as_alma.post(at(event, "rounds_plan"), WANTED, follow=True))
    assert "Der skal være mindst to, der kommer" in shown
    assert "Ingen borde endnu" in shown
    assert "Bordene kommer her." in text_of(as_alma.get(at(event, "wall")))


@pytest.mark.parametrize("sent", [{"size": "9"}, {"rounds": "0"}, {"minutes": "x"}])
def test_what_is_wrong_is_told(as_alma, event, sent):
    assert "Skriv et helt tal fra" in text_of(as_alma.post(at(event, "rounds_plan"), WANTED | sent))
    assert not EventRound.objects.exists()


def test_who_waits_or_cancelled_has_no_chair(as_alma, event):
    EventGuest.objects.filter(name="Gæst 0").update(state="waiting")
    EventGuest.objects.filter(name="Gæst 1").update(state="cancelled")
    as_alma.post(at(event, "rounds_plan"), WANTED)
    assert sum(map(len, as_round(rounds_of(event)[0]))) == 38
