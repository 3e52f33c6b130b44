"""Moves as they are kept: once each, in their game, and none when it is over."""

import uuid

import pytest
from django.utils import timezone

from tests import factories
from valuegame.actions import (
    AHEAD,
    GameOver,
    NewSeat,
    add_seat,
    close_game,
    copy_game,
    create_game,
    make_move,
    remove_seat,
    reopen_game,
)  # fmt: skip
from valuegame.models import Game
from valuegame.rules import GETS, Kind
from valuegame.standing_queries import standing_of
from valuegame.table import table_of


def lay(game, seat, piece="1", *, move_id=None, clock=1):
    return make_move(
        game=game, move_id=move_id or uuid.uuid4(), clock=clock, kind=Kind.LAY, seat=seat, target=piece,
        value=GETS, now=timezone.now(),
    )  # fmt: skip


def test_a_move_sent_again_gets_the_same_answer_and_counts_once(game):
    seat, move_id = game.seats.first(), uuid.uuid4()
    first = lay(game, seat, move_id=move_id)
    again = lay(game, seat, move_id=move_id)
    assert (first.number, again) == (1, first)
    assert game.moves.count() == Game.objects.get(pk=game.pk).version == 1


def test_what_one_organisation_lays_is_told_to_its_own_phones_alone(game):
    mine, other = game.seats.all()[:2]
    lay(game, mine)
    game.refresh_from_db()
    versions = {seat.pk: seat.version for seat in game.seats.all()}
    assert (game.version, game.shared_version, versions[mine.pk], versions[other.pk]) == (1, 0, 1, 0)


def test_the_next_step_is_told_to_all_and_notes_to_no_phone(game):
    factories.make_moves(game, ("step", "welcome"), ("notes", "Husk kaffe"))
    assert (game.version, game.shared_version) == (2, 1)


def test_the_table_is_read_from_what_is_new_and_forgets_what_never_was(game, django_assert_num_queries):
    seat = game.seats.first()
    lay(game, seat, "1")
    assert list(table_of(game).hand(str(seat.pk)).laid) == ["1"]
    lay(game, seat, "3")
    with django_assert_num_queries(1):
        assert list(table_of(game).hand(str(seat.pk)).laid) == ["1", "3"]
    game.moves.all().delete()
    assert table_of(game).hand(str(seat.pk)).laid == {}


def test_a_phone_that_counts_far_ahead_does_not_get_the_last_word_for_ever(game):
    lay(game, game.seats.first(), clock=999_999)
    assert game.moves.get().clock == AHEAD


def test_a_closed_game_takes_no_move_but_knows_those_it_has(game, alma):
    seat, move_id = game.seats.first(), uuid.uuid4()
    lay(game, seat, move_id=move_id)
    close_game(game=game, by=alma, now=timezone.now())
    assert lay(game, seat, move_id=move_id).number == 1
    with pytest.raises(GameOver):
        lay(game, seat)
    old = game.link, game.code
    reopen_game(game=game, by=alma)
    game.refresh_from_db()
    lay(game, seat)
    assert game.link != old[0]
    assert game.code != old[1]


def test_nobody_sits_at_two_tables(game, plan):
    foreign = factories.make_game(plan).seats.first()
    with pytest.raises(ValueError, match="own table"):
        lay(game, foreign)


def test_a_game_is_made_once_however_often_it_is_sent(plan, alma):
    sent = uuid.uuid4()
    values = {"title": "Lektiehjælp", "minutes": 90}
    seats = [NewSeat("Biblioteket", "municipal"), NewSeat("Nabomødrene", "voluntary")]
    first = create_game(plan=plan, by=alma, values=values, seats=seats, submission=sent)
    again = create_game(plan=plan, by=alma, values=values, seats=seats, submission=sent)
    assert first == again
    assert [seat.name for seat in first.seats.all()] == ["Biblioteket", "Nabomødrene"]
    assert [entry.verb for entry in plan.audit_entries.all()] == ["create"]


def test_a_copy_has_the_table_and_nothing_that_was_said(game, alma):
    factories.make_moves(game, ("lay", "gets", "1", game.seats.first()))
    copy = copy_game(game=game, by=alma)
    assert [seat.name for seat in copy.seats.all()] == list(factories.SEATS)
    assert (copy.moves.count(), copy.version) == (0, 0)
    assert copy.link != game.link
    assert copy.code != game.code


def test_one_that_leaves_the_table_keeps_what_it_laid(game, alma):
    seat = game.seats.first()
    factories.make_moves(game, ("lay", "gets", "2", seat))
    remove_seat(seat=seat, by=alma, now=timezone.now())
    assert len(standing_of(game).places) == 3
    late = add_seat(game=game, by=alma, seat=NewSeat("Kirken på Bakken", "other"))
    game.refresh_from_db()
    assert [place.name for place in standing_of(game).places][-1] == late.name == "Kirken på Bakken"
