"""Phones: in by code, choose the organisation, lay and write; nothing of another's."""

import json
import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.valuegame.pages import text_of
from valuegame.guessing import AT_MOST_AN_HOUR, AT_MOST_HERE
from valuegame.models import WrongCode
from valuegame.standing_queries import standing_of

PART = {"HX-Request": "true", "HX-Target": "phone"}
JSON = {"Accept": "application/json"}


@pytest.fixture
def phone():
    """Somebody's phone, not logged in."""
    return Client()


@pytest.fixture
def seat(game):
    return game.seats.first()


def at(game, seat, name="seat"):
    return reverse(f"play:{name}", args=[game.link, seat.pk])


def press(phone, game, seat, what, **more):
    """A press on the page without script; the page that comes of it."""
    data = {"id": str(uuid.uuid4()), "clock": "1", "press": what, **more}
    return phone.post(at(game, seat, "move"), data, follow=True)


def hand_of(game, seat):
    game.refresh_from_db()
    return standing_of(game).place(str(seat.pk)).hand


# -- The way in -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1} {2}", "{3}", "{1}-{2}"])
def test_the_code_as_one_likes_to_type_it_leads_to_the_table(phone, game, typed):
    code = game.code
    text = typed.format(code, code[:3], code[3:], code.lower())
    shown = text_of(phone.post(reverse("play:join"), {"code": text}, follow=True))
    assert "Hvem er I?" in shown
    assert all(seat.name in shown for seat in game.seats.all())


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", "Skriv koden fra storskærmen"), ("ABC", "Koden har 6 tegn"), ("ZZZZZZ", "ikke noget spil med")],
)
def test_a_wrong_code_is_told_and_stays_to_be_mended(phone, game, typed, told):
    response = phone.post(reverse("play:join"), {"code": typed})
    assert told in text_of(response)
    assert f'value="{typed}"' in text_of(response) or not typed


def test_after_many_wrong_codes_none_is_looked_up_and_the_link_still_works(phone, game):
    for _ in range(AT_MOST_HERE):
        phone.post(reverse("play:join"), {"code": "ZZZZZZ"})
    response = phone.post(reverse("play:join"), {"code": game.code})
    assert response.status_code == 429
    assert "Scan koden på storskærmen" in text_of(response)
    assert phone.get(reverse("play:table", args=[game.link])).status_code == 200


def test_sixty_right_codes_from_one_address_come_in_beside_wrong_ones(game):
    for _ in range(AT_MOST_HERE - 1):
        Client().post(reverse("play:join"), {"code": "ZZZZZZ"})
    answers = [Client().post(reverse("play:join"), {"code": game.code}).status_code for _ in range(60)]
    assert answers == [302] * 60


def test_wrong_codes_from_everywhere_have_a_limit_and_are_forgotten_after_a_day(phone, game):
    now = timezone.now()
    WrongCode.objects.bulk_create(WrongCode(address=f"{n}", at=now) for n in range(AT_MOST_AN_HOUR))
    assert phone.post(reverse("play:join"), {"code": game.code}).status_code == 429
    WrongCode.objects.update(at=now - timedelta(days=2))
    phone.post(reverse("play:join"), {"code": "ZZZZZZ"})
    assert WrongCode.objects.count() == 1


def test_nobody_can_read_an_address_out_of_what_is_kept(phone, game):
    phone.post(reverse("play:join"), {"code": "ZZZZZZ"}, REMOTE_ADDR="192.0.2.7")
    assert "192.0.2.7" not in WrongCode.objects.get().address


def test_when_the_game_is_closed_code_and_address_are_dead(phone, game, seat):
    factories.make_moves(game, ("notes", "Hemmelig"))
    type(game).objects.update(closed_at=timezone.now())
    assert "ikke noget spil med" in text_of(phone.post(reverse("play:join"), {"code": game.code}))
    for path in (reverse("play:table", args=[game.link]), at(game, seat)):
        response = phone.get(path)
        assert response.status_code == 410
        assert "Spillet er slut" in text_of(response)
        assert game.title not in text_of(response)


def test_a_game_that_is_deleted_or_unknown_is_not_there(phone, game, seat):
    assert phone.get(reverse("play:table", args=["ukendt-link"])).status_code == 404
    type(game).objects.update(deleted_at=timezone.now())
    assert phone.get(at(game, seat)).status_code == 404


def test_a_seat_of_another_game_is_not_there(phone, plan, game):
    other = factories.make_game(plan, "Et andet")
    assert phone.get(at(game, other.seats.first())).status_code == 404
    data = {"id": str(uuid.uuid4()), "clock": "1", "press": "lay|1|gets"}
    assert phone.post(at(game, other.seats.first(), "move"), data).status_code == 404


# -- Playing ----------------------------------------------------------------------------------------------


def test_pieces_are_laid_taken_back_and_starred_without_script(phone, game, seat):
    factories.make_moves(game, ("step", "lay"))
    shown = text_of(press(phone, game, seat, "lay|2|gets"))
    assert 'value="lay|2|" aria-pressed="true"' in shown
    assert "Hvordan kan man se det?" in shown
    press(phone, game, seat, "star||2", clock="2")
    assert hand_of(game, seat).star == "2"
    press(phone, game, seat, "lay|2|", clock="3")
    assert dict(hand_of(game, seat).laid) == {}


def test_a_star_beside_a_piece_that_is_not_laid_cannot_be_pressed(phone, game, seat):
    factories.make_moves(game, ("step", "lay"))
    shown = text_of(phone.get(at(game, seat)))
    assert shown.count("Læg brikken først") == 5


def test_the_same_press_sent_twice_is_one(phone, game, seat):
    factories.make_moves(game, ("step", "lay"))
    data = {"id": str(uuid.uuid4()), "clock": "2", "press": "lay|1|gets"}
    first, again = (phone.post(at(game, seat, "move"), data, headers=JSON) for _ in range(2))
    assert json.loads(first.content) == json.loads(again.content)
    assert json.loads(first.content)["kept"] is True
    assert game.moves.filter(kind="lay").count() == 1


def test_two_buttons_of_the_same_page_are_two_moves(phone, game, seat):
    factories.make_moves(game, ("step", "lay"))
    one = str(uuid.uuid4())
    for what in ("lay|1|gets", "lay|4|wants"):
        phone.post(at(game, seat, "move"), {"id": one, "clock": "2", "press": what})
    assert dict(hand_of(game, seat).laid) == {"1": "gets", "4": "wants"}


def test_what_is_refused_is_told_and_what_was_written_stays(phone, game, seat):
    factories.make_moves(game, ("step", "gather"))
    text = "x" * 161
    data = {"id": str(uuid.uuid4()), "clock": "2", "kind": "home", "target": "", "value": text}
    response = phone.post(at(game, seat, "move"), data)
    assert response.status_code == 200
    assert "Skriv højst 160 tegn." in text_of(response)
    assert text in text_of(response)


def test_a_number_that_looks_like_a_cpr_number_is_asked_about(phone, game, seat):
    factories.make_moves(game, ("step", "gather"))
    data = {"id": str(uuid.uuid4()), "clock": "2", "kind": "home", "target": "", "value": "010190-1234"}
    response = phone.post(at(game, seat, "move"), data)
    assert "Det er ikke et CPR-nummer" in text_of(response)
    phone.post(at(game, seat, "move"), data | {"cpr_ok": "on"})
    assert hand_of(game, seat).home.text == "010190-1234"


def test_a_phone_cannot_do_what_is_the_facilitators(phone, game, seat):
    data = {"id": str(uuid.uuid4()), "clock": "2", "kind": "step", "value": "lay"}
    answer = json.loads(phone.post(at(game, seat, "move"), data, headers=JSON).content)
    assert answer == {"kept": False, "problem": "Det kan kun facilitatoren.", "over": False, "cpr": False}


def test_a_phone_lays_for_its_own_organisation_whatever_seat_is_sent(phone, game, seat):
    other = game.seats.last()
    data = {"id": str(uuid.uuid4()), "clock": "2", "kind": "lay", "target": "1", "value": "gets"}
    phone.post(at(game, seat, "move"), data | {"seat": str(other.pk)})
    assert dict(hand_of(game, other).laid) == {}
    assert dict(hand_of(game, seat).laid) == {"1": "gets"}


def test_two_who_wrote_at_once_both_stand(phone, game, seat):
    factories.make_moves(game, ("step", "lay"), ("lay", "gets", "1", seat))
    for value in ("Flere unge kommer", "Der kommer fædre"):
        data = {"id": str(uuid.uuid4()), "clock": "9", "kind": "change", "target": "1", "value": value}
        phone.post(at(game, seat, "move"), data)
    shown = text_of(phone.get(at(game, seat)))
    assert all(text in shown for text in ("Flere unge kommer", "Der kommer fædre"))


STEPS = {
    "lobby": "I er med. Siden går videre af sig selv, når spillet begynder.",
    "welcome": "Find jeres plads, og vær med",
    "opening": "Skriv, hvad der ellers driver jer",
    "lay": "Giv én brik en stjerne",
    "tell": "Om lidt fortæller I om jeres stjerne",
    "break": "Tag en pause",
    "puzzle": "Hvad ser I, når brikkerne ligger samlet?",
    "adjust": "Hvad laver I om, så alle får noget ud af det?",
    "stronger": "Hvad kan I give hinanden?",
    "gather": "Hvad tager I med hjem?",
}


@pytest.mark.parametrize(("key", "shown"), STEPS.items())
def test_each_step_says_what_to_do(phone, plan, key, shown):
    game = factories.make_game(plan, with_opening=True, with_stronger=True, minutes=120)
    if key != "lobby":
        factories.make_moves(game, ("step", key))
    assert shown in text_of(phone.get(at(game, game.seats.first())))


def test_what_was_agreed_is_seen_by_all_and_signed(phone, game, seat):
    other, one = game.seats.last(), str(uuid.uuid4())
    factories.make_moves(
        game, ("step", "adjust"), ("adjust", "Lektiecafé i butikken", one),
        ("adjust_who", str(other.pk), one),
        ("adjust_when", "2026-12-01", one), ("step", "gather"),
    )  # fmt: skip
    shown = text_of(phone.get(at(game, seat)))
    assert "Lektiecafé i butikken" in shown
    assert f"{other.name} · 1. december 2026" in shown


# -- Others' hands, and asking for news -------------------------------------------------------------------


def test_what_the_others_laid_is_nowhere_on_a_phone_before_it_is_opened(phone, game, seat):
    other = game.seats.last()
    factories.make_moves(
        game, ("step", "lay"), ("lay", "gets", "1", other), ("change", "KANARIE", "1", other)
    )
    assert "KANARIE" not in text_of(phone.get(at(game, seat)))
    assert "KANARIE" in text_of(phone.get(at(game, other)))


def ask(phone, game, seat, version):
    return phone.get(f"{at(game, seat)}?v={version}", headers=PART)


def test_a_phone_that_shows_the_newest_gets_204_after_one_query(phone, game, seat, django_assert_num_queries):
    factories.make_moves(game, ("step", "lay"))
    with django_assert_num_queries(1):
        response = ask(phone, game, seat, game.version)
    assert (response.status_code, response.content) == (204, b"")


def test_another_organisations_pieces_are_no_news_and_a_new_step_is(phone, game, seat):
    factories.make_moves(game, ("step", "lay"))
    seen = game.version
    factories.make_moves(game, ("lay", "gets", "1", game.seats.last()))
    assert ask(phone, game, seat, seen).status_code == 204
    factories.make_moves(game, ("step", "tell"))
    response = ask(phone, game, seat, seen)
    assert f'data-version="{game.version}"' in text_of(response)
    assert "<html" not in text_of(response)


@pytest.mark.parametrize(
    ("what", "status"), [({"closed_at": timezone.now()}, 410), ({"deleted_at": timezone.now()}, 404)]
)
def test_a_phone_that_shows_the_newest_hears_when_the_game_is_over(phone, game, seat, what, status):
    factories.make_moves(game, ("step", "lay"))
    type(game).objects.update(**what)
    assert ask(phone, game, seat, game.version).status_code == status


def test_a_phone_hears_when_its_organisation_was_taken_from_the_table(phone, game, seat):
    factories.make_moves(game, ("step", "lay"))
    game.seats.filter(pk=seat.pk).update(removed_at=timezone.now())
    assert ask(phone, game, seat, game.version).status_code == 404


def test_phones_of_one_organisation_share_what_they_show_and_nobodys_token(phone, game, seat):
    factories.make_moves(game, ("step", "lay"))
    own = phone.get(at(game, seat)).cookies["csrftoken"].value
    first = text_of(ask(phone, game, seat, 0))
    assert "csrfmiddlewaretoken" not in first
    assert own not in first
    press(Client(), game, seat, "lay|3|gets", clock="2")
    assert 'value="lay|3|" aria-pressed="true"' in text_of(ask(phone, game, seat, 0))


@pytest.mark.parametrize("odd", ["", "x", "-1", "9" * 30, "²", "1.5"])
def test_an_odd_version_gets_the_part(phone, game, seat, odd):
    assert ask(phone, game, seat, odd).status_code == 200


def test_a_phone_is_told_nothing_about_persons(phone, plan, alma, game, seat):
    actor = factories.make_actor(plan, "Biblioteket")
    factories.make_contact(actor, "KANARIE person")
    game.seats.filter(pk=seat.pk).update(actor=actor)
    factories.make_moves(game, ("notes", "KANARIE note"), ("step", "gather"))
    assert "KANARIE" not in text_of(phone.get(at(game, seat)))


def test_numbers_that_scripts_read_have_no_thousand_points(phone, game, seat):
    factories.make_moves(game, ("step", "tell"))
    type(game).objects.update(version=1234, shared_version=1234, step_minutes={
        "welcome": 8, "lay": 8, "tell": 90, "puzzle": 8, "adjust": 12, "gather": 8,
    })  # fmt: skip
    shown = text_of(phone.get(at(game, seat)))
    assert 'data-version="1234" data-clock="1235"' in shown
    assert 'name="clock" value="1.235"' not in shown
    assert re.search(r'data-left="5\d\d\d"', shown)
