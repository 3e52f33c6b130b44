"""The wall's page: open to who has the address, cheap to ask, few words, nothing personal."""

import re
import uuid
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.valuegame.standings import LONG_NAMES
from valuegame.actions import close_game, delete_game

PART = {"HX-Request": "true", "HX-Target": "wall"}
STEPS = ("lobby", "welcome", "opening", "lay", "tell", "break", "puzzle", "adjust", "stronger", "gather")


class Reader(HTMLParser):
    """The texts of a page that are neither names nor somebody's own words."""

    UNSEEN = ("title", "caption")
    VOID = ("meta", "link", "path", "use", "circle", "rect", "br")

    def __init__(self):
        super().__init__()
        self.open, self.texts = [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        unseen = tag in self.UNSEEN or re.search(
            "visually-hidden|skip-link|too-small|away", attrs.get("class") or ""
        )
        if tag not in self.VOID:
            self.open.append(bool(unseen) or "data-name" in attrs)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data):
        if data.strip() and not any(self.open):
            self.texts.append(" ".join(data.split()))


def words(html):
    """The words of a picture besides names; what is said in several places is read once."""
    reader = Reader()
    reader.feed(html)
    return [word for text in dict.fromkeys(reader.texts) for word in re.findall(r"[^\W\d_]+", text)]


def address(game):
    return reverse("play:wall", args=[game.link])


@pytest.fixture
def full(plan):
    """Twelve organisations with long names, and much said by all of them."""
    game = factories.make_game(
        plan, seats=LONG_NAMES, with_opening=True, with_stronger=True, minutes=120, about="Flere unge i job"
    )
    seats = list(game.seats.all())
    change, offer, piece = (str(uuid.uuid4()) for _ in range(3))
    factories.make_moves(
        game,
        ("own_piece", "Stolthed", piece),
        *(("word", f"Ord {n}", str(uuid.uuid4()), seats[n]) for n in range(12)),
        *(("join", "on", "", seat) for seat in seats),
        *(("lay", "wants" if n % 3 else "gets", str(1 + n % 4), seats[n]) for n in range(11)),
        ("lay", "gets", "5", seats[0]),
        ("star", "1", "", seats[0]),
        *(("adjust", f"Ændring {n}", str(uuid.uuid4())) for n in range(6)),
        ("adjust", "Åbn salen før", change),
        ("adjust_who", str(seats[1].pk), change),
        ("adjust_when", "2026-11-05", change),
        ("offer", "Et lokale", f"{offer}:{seats[0].pk}:{seats[1].pk}"),
        ("offer_yes", "on", offer),
        ("home", "At vi ringer", "", seats[2]),
        ("next_on", "2026-11-24"),
        ("notes", "Karin virkede træt"),
    )
    return game


# -- The answer ------------------------------------------------------------------------------------------


def test_who_has_the_address_sees_the_wall(client, game):
    page = client.get(address(game)).content.decode()
    assert "<html" in page
    assert f'<div id="wall" class="wall wall-lobby" data-version="{game.version}">' in page
    assert "Venter på den første" in page
    assert game.title in page


@pytest.mark.parametrize("link", ["x", "0" * 22, "solbakken"])
def test_another_address_shows_nothing(client, game, link):
    assert client.get(f"/spil/{link}/storskaerm/").status_code == 404


def test_a_deleted_game_has_no_wall(client, game, alma):
    delete_game(game=game, by=alma, now=timezone.now())
    assert client.get(address(game)).status_code == 404
    assert client.get(address(game), {"v": game.version}, headers=PART).status_code == 404


def test_the_wall_takes_no_posts(client, game):
    assert client.post(address(game)).status_code == 405


def test_the_same_version_is_one_query_and_nothing_more(client, game, django_assert_num_queries):
    factories.make_moves(game, ("step", "lay"))
    with django_assert_num_queries(1):
        answer = client.get(address(game), {"v": game.version}, headers=PART)
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize("version", ["0", "", "99", "x", "1 "])
def test_another_version_gets_the_picture_alone(client, game, version):
    factories.make_moves(game, ("step", "lay"))
    part = client.get(address(game), {"v": version}, headers=PART).content.decode()
    assert part.strip().startswith('<div id="wall" class="wall wall-board" data-version="1">')
    assert "<html" not in part


def test_without_script_the_page_comes_whatever_the_version(client, game):
    page = client.get(address(game), {"v": game.version}).content.decode()
    assert "<html" in page
    assert '<noscript><meta http-equiv="refresh"' in page


def test_a_picture_takes_few_queries(client, full, django_assert_num_queries):
    factories.make_moves(full, ("step", "puzzle"))
    client.get(address(full))
    factories.make_moves(full, ("reveal", "on"))
    # The first asks whether there is anything new.
    with django_assert_num_queries(4):
        client.get(address(full), {"v": 1}, headers=PART)


def test_a_game_that_is_closed_says_thanks_and_lets_nobody_in(client, game, alma):
    close_game(game=game, by=alma, now=timezone.now())
    part = client.get(address(game), {"v": game.version}, headers=PART).content.decode()
    assert "Tak for i dag" in part
    assert "data-over" in part
    assert f"{game.code[:3]} {game.code[3:]}" not in part
    assert "QR-kode" not in part


# -- What it shows ---------------------------------------------------------------------------------------


def test_the_way_in_is_an_address_a_code_and_a_qr_code(client, game):
    page = client.get(address(game)).content.decode()
    assert "testserver/spil<" in page
    assert f"{game.code[:3]} {game.code[3:]}" in page
    assert 'aria-label="QR-kode til at være med fra telefonen"' in page


def test_the_clock_carries_what_a_script_needs(client, game):
    factories.make_moves(game, ("step", "lay"))
    page = client.get(address(game)).content.decode()
    clock = re.search(
        r'role="timer" aria-label="([^"]+)" data-clock data-left="(\d+)" data-total="(\d+)"( data-runs)?',
        page,
    )
    assert clock[1].endswith("tilbage")
    assert 0 <= int(clock[3]) - int(clock[2]) <= 2
    assert clock[4]
    factories.make_moves(game, ("pause", "on"))
    assert "sat på pause" in client.get(address(game)).content.decode()


def test_hidden_hands_are_nowhere_in_the_page(client, game):
    seats = list(game.seats.all())
    factories.make_moves(
        game, ("step", "lay"), ("lay", "wants", "2", seats[0]), ("star", "2", "", seats[0]),
        ("change", "Alle kan lave mad", "2", seats[0]),
    )  # fmt: skip
    page = client.get(address(game)).content.decode()
    assert f"{seats[0].name} har lagt." in page
    assert "1 af 4 har lagt" in page
    for told in ("wall-star", "wall-wanted", "Ønske", "Øget faglighed", "Alle kan lave mad"):
        assert told not in page.replace("#wall-star", "").partition("</defs>")[2], told


@pytest.mark.parametrize("step", STEPS)
def test_nothing_personal_is_on_the_wall(client, full, step):
    factories.make_moves(full, ("step", step))
    assert "Karin" not in client.get(address(full)).content.decode()


@pytest.mark.parametrize("step", STEPS)
def test_twenty_words_at_most_besides_names(client, full, step):
    for switch in (("step", step), ("small", "on"), ("reveal", "on")):
        factories.make_moves(full, switch)
        said = words(client.get(address(full), headers=PART).content.decode())
        assert 0 < len(said) <= 20, said


def test_the_one_who_tells_is_asked_in_few_words(client, full):
    seat = full.seats.first()
    factories.make_moves(full, ("step", "tell"), ("teller", str(seat.pk)))
    page = client.get(address(full), headers=PART).content.decode()
    assert "Hvorfor er" in page
    assert len(words(page)) <= 20
    assert page.count(seat.name) >= 2


def test_small_dark_and_blank_are_the_facilitators_switches(client, full):
    factories.make_moves(full, ("step", "lay"), ("small", "on"), ("dark", "on"))
    page = client.get(address(full), headers=PART).content.decode()
    assert 'class="wall wall-board wall-dark wall-small"' in page
    assert LONG_NAMES[0] in page
    assert LONG_NAMES[11] not in page
    factories.make_moves(full, ("blank", "on"))
    page = client.get(address(full), headers=PART).content.decode()
    assert "Skærmen er sort" in page
    assert LONG_NAMES[0] not in page


def test_numbers_in_drawings_have_points_and_no_commas(client, full):
    factories.make_moves(full, ("step", "stronger"))
    page = client.get(address(full), headers=PART).content.decode()
    assert not re.search(r'(?:\b[xyr]|cx|cy|transform|width|height)="[^"]*\d,\d', page)
