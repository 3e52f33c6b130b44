"""Preparing a game: the list, a new one, its page, its facts, its minutes, and what is done with it."""

import pytest
from django.urls import reverse

from tests import factories
from tests.valuegame.pages import text_of
from valuegame.models import Game

NEW = {"title": "Fritidsjob i Solbakken", "length": "90"}


def address(plan, name, *args):
    return reverse(f"valuegame:{name}", args=[plan.slug, *args])


def follow(client, path, data=None):
    """What a POST leads to, as the reader sees it."""
    return text_of(client.post(path, data or {}, follow=True))


def test_without_games_the_list_says_what_the_game_is_for(as_alma, plan):
    shown = text_of(as_alma.get(address(plan, "list")))
    assert "Ingen værdispil endnu" in shown
    assert "Forbered et værdispil" in shown


def test_a_new_game_has_its_actors_and_names_at_the_table_and_minutes_that_add_up(as_alma, plan):
    actor = factories.make_actor(plan, "Foreningen for ro og orden i Solbakken", short_name="Ro og orden")
    long = factories.make_actor(plan, "Østbyens Kulturelle Sammenslutning")
    data = NEW | {"actors": [actor.pk, long.pk], "others": "Nabomødrene\r\nJobhuset Øst\r\n"}
    shown = follow(as_alma, address(plan, "create"), data)
    game = plan.games.get()
    assert [seat.name for seat in game.seats.all()] == [
        "Ro og orden", "Østbyens Kulturelle…", "Nabomødrene", "Jobhuset Øst",
    ]  # fmt: skip
    assert sum(game.step_minutes.values()) == 90
    assert "90 minutter · 4 organisationer" in shown
    assert "Andre værdier, der driver os" not in shown


def test_a_game_begun_from_a_collaboration_has_its_subject_and_its_actors(as_alma, plan):
    two = [factories.make_actor(plan, name) for name in ("Biblioteket", "Nabomødrene")]
    work = factories.make_collaboration(plan, *two, about="Lektiecafé")
    shown = text_of(as_alma.get(address(plan, "create"), {"samarbejde": str(work.pk)}))
    assert 'value="Lektiecafé"' in shown
    assert all(f'value="{actor.pk}" data-name="{actor.name}" checked' in shown for actor in two)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"title": ""}, "Skriv, hvad I spiller om"),
        ({"length": ""}, "Vælg, hvor lang tid I har"),
        ({"length": "own"}, "Skriv, hvor mange minutter I har"),
        ({"length": "own", "own_minutes": "20"}, "Skriv et tal fra 45 til 240"),
        ({"length": "60", "with_opening": "on", "with_stronger": "on"}, "De valgte trin tager mindst 65"),
        ({"others": "\n".join(f"Nr. {n}" for n in range(13))}, "Skriv højst 12 linjer"),
        ({"others": "En meget lang organisation med navn"}, "Linje 1 er for lang"),
        ({"starts_at": "kl. ti"}, "Skriv klokken som 10.00"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_what_was_typed_stays(as_alma, plan, sent, told):
    data = NEW | {"about": "Vi mangler voksne"} | sent
    response = as_alma.post(address(plan, "create"), data)
    assert response.status_code == 200
    assert told in text_of(response)
    assert 'value="Vi mangler voksne"' in text_of(response)
    assert not plan.games.exists()


def test_thirteen_at_the_table_are_too_many(as_alma, plan):
    actors = [factories.make_actor(plan, f"Hus {n}").pk for n in range(7)]
    others = "\n".join(f"Nr. {n}" for n in range(6))
    response = as_alma.post(address(plan, "create"), NEW | {"actors": actors, "others": others})
    assert "Der er plads til 12 organisationer" in text_of(response)


def test_the_same_form_sent_twice_makes_one_game(as_alma, plan):
    data = NEW | {"submission": "00000000-0000-4000-8000-000000000001"}
    as_alma.post(address(plan, "create"), data)
    as_alma.post(address(plan, "create"), data)
    assert plan.games.count() == 1


def test_changing_the_time_lays_the_minutes_out_anew_and_changing_the_title_does_not(as_alma, plan):
    game = factories.make_game(plan, minutes=90)
    by_hand = {"welcome": 20, "lay": 14, "tell": 14, "puzzle": 14, "adjust": 14, "gather": 14}
    as_alma.post(address(plan, "schedule", game.pk), {**by_hand, "version": "1"})
    as_alma.post(address(plan, "edit", game.pk), NEW | {"title": "Noget andet", "version": "2"})
    game.refresh_from_db()
    assert (game.title, game.step_minutes) == ("Noget andet", by_hand)
    as_alma.post(address(plan, "edit", game.pk), NEW | {"length": "60", "version": "3"})
    game.refresh_from_db()
    assert sum(game.step_minutes.values()) == game.minutes == 60


def test_minutes_laid_by_hand_are_how_long_it_takes(as_alma, plan):
    game = factories.make_game(plan)
    minutes = dict.fromkeys(("welcome", "lay", "tell", "puzzle", "adjust", "gather"), "20")
    shown = follow(as_alma, address(plan, "schedule", game.pk), minutes | {"version": "1"})
    assert "Spillet tager 120 minutter." in shown
    response = as_alma.post(
        address(plan, "schedule", game.pk), dict.fromkeys(minutes, "2") | {"version": "2"}
    )
    assert "Trinene tager 12 minutter i alt" in text_of(response)


def test_who_saves_second_sees_both_and_may_save_on_top(as_alma, plan):
    game = factories.make_game(plan, title="Fritidsjob")
    as_alma.post(address(plan, "edit", game.pk), NEW | {"title": "Sommerjob", "version": "1"})
    response = as_alma.post(address(plan, "edit", game.pk), NEW | {"title": "Vinterjob", "version": "1"})
    shown = text_of(response)
    assert "En kollega har rettet spillet imens" in shown
    assert "Nu står der: <b>Sommerjob</b>" in shown
    assert 'value="Vinterjob"' in shown
    as_alma.post(address(plan, "edit", game.pk), NEW | {"title": "Vinterjob", "version": "2"})
    game.refresh_from_db()
    assert game.title == "Vinterjob"


def test_organisations_come_to_the_table_and_leave_and_come_back(as_alma, plan):
    game = factories.make_game(plan, seats=("Nabomødrene",))
    actor = factories.make_actor(plan, "Biblioteket på Bakken")
    assert "Biblioteket på Bakken sidder nu ved bordet" in follow(
        as_alma, address(plan, "seat_actor", game.pk), {"actor": str(actor.pk)}
    )
    assert "sidder allerede ved bordet" in follow(
        as_alma, address(plan, "seat_actor", game.pk), {"actor": str(actor.pk)}
    )
    seat = game.seats.get(actor=actor)
    assert "er taget fra bordet" in follow(as_alma, address(plan, "seat_remove", game.pk, seat.pk))
    assert "sidder ved bordet igen" in follow(as_alma, address(plan, "seat_restore", game.pk, seat.pk))
    assert game.seats.present().count() == 2


def test_a_name_alone_can_sit_there_and_no_two_are_called_the_same(as_alma, plan):
    game = factories.make_game(plan, seats=("Nabomødrene",))
    response = as_alma.post(address(plan, "seat_add", game.pk), {"name": "nabomødrene", "kind": "other"})
    assert "Sådan hedder en anden ved bordet" in text_of(response)
    follow(as_alma, address(plan, "seat_add", game.pk), {"name": "Jobhuset Øst", "kind": "municipal"})
    assert [seat.name for seat in game.seats.present()] == ["Nabomødrene", "Jobhuset Øst"]


def test_an_organisation_is_called_something_else_on_the_wall(as_alma, plan):
    game = factories.make_game(plan, seats=("Nabomødrene",))
    seat, before = game.seats.get(), game.version
    follow(as_alma, address(plan, "seat_edit", game.pk, seat.pk), {"name": "Mødrene", "kind": "resident"})
    seat.refresh_from_db()
    game.refresh_from_db()
    assert (seat.name, seat.kind) == ("Mødrene", "resident")
    assert game.version > before


def test_searching_shows_those_who_do_not_sit_there_yet(as_alma, plan):
    seated, other = (factories.make_actor(plan, name) for name in ("Åhuset Nord", "Åhuset Syd"))
    game = factories.make_game(plan, seats=(seated,))
    shown = text_of(as_alma.post(address(plan, "seat_add", game.pk), {"q": "åhus", "find": "1"}))
    assert str(other.pk) in shown
    assert f'name="actor" value="{seated.pk}"' not in shown


def test_a_copy_has_the_table_and_nothing_that_was_said(as_alma, plan):
    game = factories.make_game(plan)
    factories.make_moves(game, ("notes", "Hemmelig note"))
    shown = follow(as_alma, address(plan, "copy", game.pk))
    copy = Game.objects.exclude(pk=game.pk).get()
    assert "Her er en kopi" in shown
    assert [seat.name for seat in copy.seats.all()] == [seat.name for seat in game.seats.all()]
    assert copy.moves.count() == 0
    assert copy.link != game.link


def test_a_game_is_ended_opened_again_deleted_and_brought_back(as_alma, plan):
    game = factories.make_game(plan)
    factories.make_moves(game, ("step", "welcome"))
    assert "I gang" in text_of(as_alma.get(address(plan, "game", game.pk)))
    assert "er slut" in follow(as_alma, address(plan, "close", game.pk))
    assert "Spillet" in text_of(as_alma.get(address(plan, "list")))
    code = game.code
    follow(as_alma, address(plan, "reopen", game.pk))
    game.refresh_from_db()
    assert game.closed_at is None
    assert game.code != code
    assert "er slettet" in follow(as_alma, address(plan, "delete", game.pk))
    assert as_alma.get(address(plan, "game", game.pk)).status_code == 404
    assert "er tilbage" in follow(as_alma, address(plan, "restore", game.pk))


def test_a_reader_and_a_stranger_see_no_game(as_bo, as_carla, plan):
    game = factories.make_game(plan)
    assert as_bo.get(address(plan, "game", game.pk)).status_code == 403
    assert as_carla.get(address(plan, "game", game.pk)).status_code == 404


def test_a_collaboration_leads_to_a_game_about_it(as_alma, as_bo, plan):
    two = [factories.make_actor(plan, name) for name in ("Biblioteket", "Nabomødrene")]
    work = factories.make_collaboration(plan, *two, about="Lektiecafé")
    page = reverse("mapping:detail", args=[plan.slug, work.pk])
    link = f"{address(plan, 'create')}?samarbejde={work.pk}"
    assert link in text_of(as_alma.get(page))
    assert link not in text_of(as_bo.get(page))
