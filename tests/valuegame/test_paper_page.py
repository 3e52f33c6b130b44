"""A paper game is typed in on one page."""

import re
import uuid

import pytest
from django.urls import reverse

from tests import factories
from valuegame.actions import MOVES_AT_MOST
from valuegame.models import Game
from valuegame.standing_queries import standing_of
from valuegame.table import table_of

pytestmark = pytest.mark.django_db

INPUT = re.compile(r'<input type="(text|date|hidden)" name="([^"]+)"(?: value="([^"]*)")?')


def address(game):
    return reverse("valuegame:paper", args=[game.plan.slug, game.pk])


def fields_of(client, game):
    """What the page would send if nobody touched it."""
    html = client.get(address(game)).content.decode()
    sent = {name: value for _, name, value in INPUT.findall(html) if name != "csrfmiddlewaretoken"}
    for name, body in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', html, re.S):
        sent[name] = next(iter(re.findall(r'value="([^"]*)" selected', body)), "")
    for tag in re.findall(r'<input type="radio"[^>]*checked[^>]*>', html):
        sent[re.search(r'name="([^"]+)"', tag)[1]] = re.search(r'value="([^"]*)"', tag)[1]
    return sent


def at(game, place, part):
    """The name of a field of the organisation at that place."""
    return f"s-{game.seats.get(position=place).pk}-{part}"


def filled(client, game):
    """A page as somebody would fill it in."""
    first, second = (str(game.seats.get(position=place).pk) for place in (1, 2))
    return fields_of(client, game) | {
        at(game, 1, "laid-1"): "gets", at(game, 1, "laid-5"): "wants", at(game, 1, "star"): "1",
        at(game, 1, "change"): "  Flere unge   finder vej ", at(game, 2, "laid-4"): "gets",
        at(game, 2, "home"): "En aftale", "a0-what": "Åbent om torsdagen", "a0-who": first,
        "a0-when": "2026-12-10", "a0-for": "1", "g0-giver": first, "g0-receiver": second,
        "g0-what": "Et mødelokale", "next_on": "2027-01-21", "next_where": "Beboerhuset",
    }  # fmt: skip


def told(answer):
    return " ".join(answer.content.decode().split())


# -- It is kept -----------------------------------------------------------------------------------------


def test_one_page_is_a_whole_game(as_alma, alma, plan, game):
    answer = as_alma.post(address(game), filled(as_alma, game), follow=True)
    html = told(answer)
    assert answer.redirect_chain == [(reverse("valuegame:summary", args=[plan.slug, game.pk]), 302)]
    for words in (
        "Gemt.", "»Flere unge finder vej«", "Åbent om torsdagen", "10. december", "Et mødelokale",
        "21. januar", "»En aftale«", "Spillet på papir",
    ):  # fmt: skip
        assert words in html, words
    game.refresh_from_db()
    first = standing_of(game).places[0].hand
    assert (dict(first.laid), first.star) == ({"1": "gets", "5": "wants"}, "1")
    assert set(game.moves.values_list("by", flat=True)) == {alma.pk}
    assert plan.audit_entries.filter(verb="change", fields=["on_paper"]).count() == 1


def test_the_same_page_sent_again_changes_nothing(as_alma, game):
    data = filled(as_alma, game)
    as_alma.post(address(game), data)
    before = game.moves.count()
    as_alma.post(address(game), data)
    assert game.moves.count() == before > 0
    assert game.plan.audit_entries.filter(fields=["on_paper"]).count() == 1


def test_going_back_and_saving_other_words_says_the_other_words(as_alma, game):
    data = filled(as_alma, game)
    as_alma.post(address(game), data)
    as_alma.post(address(game), data | {at(game, 2, "home"): "To aftaler", at(game, 1, "laid-5"): ""})
    hands = [place.hand for place in standing_of(game).places]
    assert (hands[1].home.text, hands[1].home.others) == ("To aftaler", ())
    assert dict(hands[0].laid) == {"1": "gets"}


def test_opened_again_it_shows_what_stands_and_saves_nothing_new(as_alma, game):
    as_alma.post(address(game), filled(as_alma, game))
    before, shown = game.moves.count(), fields_of(as_alma, game)
    assert shown["a0-what"] == "Åbent om torsdagen"
    assert shown[at(game, 1, "star")] == "1"
    assert shown["a6-what"] == ""
    as_alma.post(address(game), shown)
    assert game.moves.count() == before


def test_what_a_phone_does_meanwhile_stays(as_alma, game):
    data, seat = filled(as_alma, game), game.seats.get(position=3)
    factories.make_moves(game, ("lay", "gets", "2", seat))
    as_alma.post(address(game), data)
    assert dict(table_of(game).hand(str(seat.pk)).laid) == {"2": "gets"}


def test_own_pieces_are_named_and_laid_on_the_same_page(as_alma, plan):
    game = factories.make_game(plan, with_opening=True)
    data = fields_of(as_alma, game) | {
        "own0": "Naboskab", at(game, 1, "laid-own0"): "gets", at(game, 1, "star"): "own0",
        at(game, 1, "change"): "Vi hilser",
    }  # fmt: skip
    as_alma.post(address(game), data)
    table = table_of(game)
    (key,) = table.own_pieces()
    hand = table.hand(str(game.seats.get(position=1).pk))
    assert (table.own_pieces()[key], hand.star, hand.changes[key].text) == ("Naboskab", key, "Vi hilser")


def test_a_game_without_the_opening_asks_for_no_own_pieces(as_alma, game):
    assert "Egne brikker" not in told(as_alma.get(address(game)))


def test_a_blank_page_makes_no_move(as_alma, game):
    as_alma.post(address(game), fields_of(as_alma, game))
    game.refresh_from_db()
    assert (game.moves.count(), game.on_paper) == (0, False)


# -- What is wrong --------------------------------------------------------------------------------------


def test_what_was_typed_stays_beside_what_is_wrong(as_alma, game):
    data = filled(as_alma, game) | {at(game, 3, "star"): "2", "g1-what": "Kaffe", "a1-when": "2026-02-31"}
    answer = as_alma.post(address(game), data)
    html = told(answer)
    assert answer.status_code == 200
    for words in (
        "Ret fire ting, så kan du gemme", "Vælg, om de får eller ønsker brikken med stjernen.",
        "Vælg, hvem der giver.", "Vælg, hvem der får.", "Skriv en dato, der findes.",
        'value="Åbent om torsdagen"', 'value="Kaffe"', 'value="2026-02-31"',
    ):  # fmt: skip
        assert words in html, words
    assert not game.moves.exists()
    # Every sentence leads to its field.
    summary = html.partition("error-summary")[2].partition("</div>")[0]
    for target in re.findall(r'href="#([^"]+)"', summary):
        assert f'id="{target}"' in html, target


@pytest.mark.parametrize(("field", "letters"), [("a0-what", 201), ("g0-what", 121), ("next_where", 81)])
def test_too_long_is_said_and_kept(as_alma, game, field, letters):
    html = told(as_alma.post(address(game), filled(as_alma, game) | {field: "å" * letters}))
    assert f"Skriv højst {letters - 1} tegn." in html
    assert "å" * letters in html


def test_something_like_a_cpr_number_is_stopped_once(as_alma, game, plan):
    data = filled(as_alma, game) | {"a0-what": "Ring til 010190-1234"}
    assert "cpr_ok" in told(as_alma.post(address(game), data))
    assert not game.moves.exists()
    as_alma.post(address(game), data | {"cpr_ok": "on"})
    assert game.moves.filter(value="Ring til 010190-1234").exists()
    assert plan.audit_entries.filter(verb="cpr_override").count() == 1


@pytest.mark.parametrize(
    "wrong", [{"submission": ""}, {"submission": "x"}, {"version": "-1"}, {"version": ""}]
)
def test_a_page_that_is_nobodys_can_be_saved_the_next_time(as_alma, game, wrong):
    answer = as_alma.post(address(game), filled(as_alma, game) | wrong)
    html = told(answer)
    assert "Siden var for gammel" in html
    hidden = {name: value for kind, name, value in INPUT.findall(answer.content.decode()) if kind == "hidden"}
    mended = {name: hidden[name] for name in ("submission", "version")}
    assert as_alma.post(address(game), filled(as_alma, game) | mended).status_code == 302
    assert uuid.UUID(mended["submission"])


def test_a_stranger_at_the_table_is_refused(as_alma, game, other):
    seat = factories.make_game(other.plan).seats.first()
    html = told(as_alma.post(address(game), filled(as_alma, game) | {"a0-who": str(seat.pk)}))
    assert "Vælg fra listen." in html
    assert not game.moves.exists()


def test_a_full_game_says_so_and_keeps_nothing(as_alma, game):
    data = filled(as_alma, game)
    Game.objects.filter(pk=game.pk).update(version=MOVES_AT_MOST - 3)
    assert "Spillet har ikke plads til mere" in told(as_alma.post(address(game), data))
    assert not game.moves.exists()


# -- Whose it is ----------------------------------------------------------------------------------------


def test_a_closed_game_takes_nothing(as_alma, game):
    data = filled(as_alma, game)
    Game.objects.filter(pk=game.pk).update(closed_at="2026-10-14T12:00Z")
    for answer in (as_alma.get(address(game), follow=True), as_alma.post(address(game), data, follow=True)):
        assert "Åbn det igen, før du taster noget ind." in told(answer)
    assert not game.moves.exists()


def test_it_is_the_facilitators(as_bo, as_partner, as_carla, game):
    statuses = [client.post(address(game)).status_code for client in (as_bo, as_partner, as_carla)]
    assert statuses == [403, 403, 404]
