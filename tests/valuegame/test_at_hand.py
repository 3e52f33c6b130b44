"""What a process keeps at hand is never older than what stands in the database."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from valuegame import actions
from valuegame.at_hand import AtHand
from valuegame.models import Game
from valuegame.rules import GETS, Kind
from valuegame.standing_queries import standing_of, standing_on_screens


def lays(game, by):
    seat, now = game.seats.first(), timezone.now()
    move = {"kind": Kind.LAY, "target": "1", "value": GETS, "seat": seat}
    actions.make_move(game=game, move_id=uuid.uuid4(), clock=1, now=now, **move)


def comes(game, by):
    actions.add_seat(game=game, by=by, seat=actions.NewSeat("Købmand Ågaard", "business"))


def renames(game, by):
    actions.change_seat(seat=game.seats.first(), by=by, name="Ørstedskolen", kind="school")


def leaves(game, by):
    actions.remove_seat(seat=game.seats.last(), by=by, now=timezone.now())


def comes_back(game, by):
    leaves(game, by)
    standing_on_screens(Game.objects.get(pk=game.pk))
    actions.restore_seat(seat=game.seats.last(), by=by)


def is_called_something_else(game, by):
    change = {"values": {"title": "Fritidsjob", "minutes": 120}, "changed": ["title", "minutes"]}
    actions.change_game(game=game, by=by, version=game.form_version, **change)


def begins_again(game, by):
    actions.close_game(game=game, by=by, now=timezone.now())
    actions.reopen_game(game=game, by=by)


EVENTS = [lays, comes, renames, leaves, comes_back, is_called_something_else, begins_again]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_screens_show_what_has_happened(game, event):
    before = standing_on_screens(Game.objects.get(pk=game.pk))
    assert before == standing_of(game)
    event(game, factories.make_user())
    now = Game.objects.get(pk=game.pk)
    assert standing_on_screens(now) == standing_of(now)
    # Else a copy that is never renewed would pass too.
    assert event in (comes_back, begins_again) or standing_on_screens(now) != before


def test_a_version_that_was_read_is_not_read_again(game, django_assert_num_queries):
    standing_on_screens(game)
    with django_assert_num_queries(0):
        standing_on_screens(game)


def test_a_phone_is_served_after_a_backup_was_put_back(client, game):
    """The version that is at hand is then another one of the same number."""
    seat = game.seats.last()
    leaves(game, factories.make_user())
    gone = Game.objects.get(pk=game.pk)
    standing_on_screens(gone)
    type(seat).objects.filter(pk=seat.pk).update(removed_at=None)
    page = client.get(reverse("play:seat", args=[gone.link, seat.pk]))
    assert seat.name in page.content.decode()


def test_the_one_asked_for_longest_ago_gives_way():
    kept = AtHand(2)
    for key in ("a", "b", "a", "c"):
        kept.keep(key, key.upper())
    assert [kept.get(key) for key in ("a", "b", "c")] == ["A", None, "C"]
    kept.drop("a")
    assert kept.get("a") is None
