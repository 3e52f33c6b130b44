"""The facilitator's screen in each step, and what is pressed on it."""

import json
import uuid

import pytest
from django.urls import reverse

from tests import factories
from tests.valuegame.pages import text_of
from valuegame.standing_queries import standing_of

PART = {"HX-Request": "true", "HX-Target": "lead"}


def at(game, name="lead"):
    return reverse(f"valuegame:{name}", args=[game.plan.slug, game.pk])


def press(browser, game, what, **more):
    """A press without script; the screen that comes of it."""
    game.refresh_from_db()
    data = {"id": str(uuid.uuid4()), "clock": str(game.version + 1), "press": what, **more}
    response = browser.post(at(game, "lead_move"), data, follow=True)
    game.refresh_from_db()
    return text_of(response)


SHOWN = {
    "lobby": ("Begynd: Velkommen", "Scan koden på skærmen"),
    "welcome": ("Velkommen. I er her", "Næste: Andre værdier"),
    "opening": ("Egne brikker", "Højst tre egne brikker"),
    "lay": ("Brikkerne er skjult", "Næste: Fortæl for hinanden"),
    "tell": ("Hvem fortæller?", "Næste fortæller: Biblioteket på Bakken"),
    "break": ("Vi holder en pause", "Næste: Læg puslespillet"),
    "puzzle": ("Det viser puslespillet", "Kun hos én"),
    "adjust": ("Det laver I om", "Hvad gør I anderledes?"),
    "stronger": ("Det giver de hinanden", "Næste: Saml op"),
    "gather": ("Næste gang", "Slut spillet"),
}


@pytest.mark.parametrize(("key", "lines"), SHOWN.items())
def test_each_step_has_what_to_say_and_what_to_press(as_alma, plan, key, lines):
    game = factories.make_game(plan, with_opening=True, with_stronger=True, minutes=120)
    if key != "lobby":
        factories.make_moves(game, ("step", key))
    shown = text_of(as_alma.get(at(game)))
    assert [line for line in lines if line not in shown] == []


def test_steps_go_on_and_back_and_a_press_is_taken_back(as_alma, game):
    assert "Trin 1 af 6" in press(as_alma, game, "step||welcome")
    shown = press(as_alma, game, "step||lay")
    assert "Trin 2 af 6" in shown
    assert 'Fortryd<span class="visually-hidden">: gå til Læg jeres brikker' in shown
    last = game.moves.get(kind="step", value="lay")
    assert "Trin 1 af 6" in press(as_alma, game, f"undo|{last.move_id}|")


def test_in_the_last_step_one_can_still_go_back(as_alma, game):
    factories.make_moves(game, ("step", "gather"))
    page = as_alma.get(at(game)).content.decode()
    bar = page.partition('class="lead-next"')[2].partition("</div>")[0]
    assert all(f"data-key-{key}" in bar for key in ("undo", "back"))
    assert "Slut spillet" in bar
    assert page.count('class="lead-next"') == 1


def test_the_clock_is_held_and_gets_a_minute_more(as_alma, game):
    press(as_alma, game, "step||welcome")
    before = standing_of(game).seconds_left(game.moves.last().at.timestamp())
    shown = press(as_alma, game, "pause||on")
    assert "på pause" in shown
    press(as_alma, game, "more_time|welcome|")
    after = standing_of(game).seconds_left(game.moves.last().at.timestamp())
    assert 50 < after - before <= 60


def test_the_turn_of_the_one_who_tells_has_a_clock_beside_the_steps(as_alma, game):
    press(as_alma, game, "step||tell")
    assert "tilbage</span>" not in press(as_alma, game, "teller||")
    seat = game.seats.first()
    assert f"{seat.name} har <span" in press(as_alma, game, f"teller||{seat.pk}")


def test_the_table_says_who_is_waited_for(as_alma, game):
    first, *_, last = game.seats.all()
    factories.make_moves(
        game,
        ("step", "lay"),
        ("lay", "gets", "1", first),
        ("lay", "gets", "2", first),
        ("ready", "on", "", first),
    )
    shown = text_of(as_alma.get(at(game)))
    assert "2 brikker, færdig" in shown
    assert "1 af 4 er klar" in shown
    assert f"{last.name} har ikke lagt noget endnu" in shown


def test_two_with_the_same_star_tell_after_each_other(as_alma, game):
    first, second, *_ = game.seats.all()
    moves = [(kind, value, target, seat) for seat in (first, second) for kind, value, target in (
        ("lay", "gets", "4"), ("star", "4", ""))]  # fmt: skip
    factories.make_moves(game, ("step", "lay"), *moves)
    shown = text_of(as_alma.get(at(game)))
    assert f"{first.name} og {second.name} har samme stjerne" in shown


def test_words_are_gathered_in_own_pieces_and_three_are_enough(as_alma, plan):
    game = factories.make_game(plan, with_opening=True)
    word, piece = str(uuid.uuid4()), str(uuid.uuid4())
    factories.make_moves(game, ("step", "opening"), ("word", "At det er sjovt", word, game.seats.first()))
    for number, name in enumerate(("Glæde", "Mening", "Fest", "Ro")):
        data = {"id": str(uuid.uuid4()), "clock": "9", "kind": "own_piece", "value": name}
        data["target"] = piece if number == 0 else str(uuid.uuid4())
        response = as_alma.post(at(game, "lead_move"), data, follow=True)
    assert "Højst 3 egne brikker" in text_of(response)
    press(as_alma, game, f"gather|{word}|{piece}")
    assert standing_of(game).table.words()[0].piece == piece


def test_notes_are_kept_and_are_on_no_phone(as_alma, client, game):
    data = {"id": str(uuid.uuid4()), "clock": "1", "kind": "notes", "value": "Apoteket vil med"}
    answer = as_alma.post(at(game, "lead_move"), data, headers={"Accept": "application/json"})
    assert json.loads(answer.content)["kept"] is True
    assert "Apoteket vil med" in text_of(as_alma.get(at(game)))
    seat = game.seats.first()
    assert "Apoteket" not in text_of(client.get(reverse("play:seat", args=[game.link, seat.pk])))


def test_the_facilitator_does_what_an_organisation_without_a_phone_would(as_alma, game):
    seat = game.seats.last()
    data = {"id": str(uuid.uuid4()), "clock": "1", "kind": "lay", "target": "3", "value": "wants"}
    as_alma.post(at(game, "lead_move"), data | {"seat": str(seat.pk)})
    assert dict(standing_of(game).place(str(seat.pk)).hand.laid) == {"3": "wants"}
    assert reverse("play:seat", args=[game.link, seat.pk]) in text_of(as_alma.get(at(game)))


def test_the_next_meeting_has_a_day_and_a_place(as_alma, game):
    factories.make_moves(game, ("step", "gather"))
    press(as_alma, game, "next_on||2026-12-03")
    shown = press(as_alma, game, "next_where||Beboerhuset")
    assert 'value="2026-12-03"' in shown
    assert 'value="Beboerhuset"' in shown


@pytest.mark.parametrize(
    "what", ["step||ukendt", "teller||x", "undo|x|", "page||9", "next_on||i morgen", "press", ""]
)
def test_an_odd_press_is_refused_in_words(as_alma, game, what):
    shown = press(as_alma, game, what)
    assert 'class="alert alert-bad"' in shown
    assert game.moves.count() == 0


def test_a_screen_that_shows_the_newest_gets_204(as_alma, game):
    factories.make_moves(game, ("step", "lay"))
    assert as_alma.get(f"{at(game)}?v={game.version}", headers=PART).status_code == 204
    seen = game.version
    factories.make_moves(game, ("lay", "gets", "1", game.seats.first()))
    shown = text_of(as_alma.get(f"{at(game)}?v={seen}", headers=PART))
    assert f'data-version="{game.version}"' in shown
    assert "<html" not in shown


def test_a_closed_game_leads_back_to_its_page(as_alma, game):
    as_alma.post(at(game, "close"))
    assert as_alma.get(at(game)).url == at(game, "game")


def test_a_reader_and_a_stranger_lead_nothing(as_bo, as_carla, game):
    assert as_bo.get(at(game)).status_code == 403
    assert as_carla.get(at(game)).status_code == 404
    assert as_carla.post(at(game, "lead_move"), {"press": "step||lay"}).status_code == 404
