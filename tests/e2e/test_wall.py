"""The wall on a projector: large enough, inside the picture, following the game, and calm without network."""

import uuid

import pytest
from django.urls import reverse

from tests import factories
from tests.valuegame.standings import LONG_NAMES

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

PROJECTOR = (1920, 1080)
STEPS = ("lobby", "welcome", "opening", "lay", "tell", "break", "puzzle", "adjust", "stronger", "gather")
# What is too small to read at six metres, or stands outside the picture or its own box.
FAULTS = """
() => {
  const faults = [], wall = document.getElementById("wall"), whole = wall.getBoundingClientRect();
  const texts = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement, text = texts.currentNode.data.trim();
    if (!text || parent.closest(".visually-hidden")) continue;
    const scale = parent.closest("svg") ? parent.getScreenCTM().d : 1;
    const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
    if (size < 38.9) faults.push(`${size.toFixed(1)} px: ${text}`);
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const box = parent.closest("svg") ? parent.getBoundingClientRect() : range.getBoundingClientRect();
    if (box.left < 0 || box.top < 0 || box.right > whole.right || box.bottom > whole.bottom) {
      faults.push(`outside: ${text}`);
    }
  }
  for (const one of wall.querySelectorAll(".wall-top, .wall-main, .wall-now")) {
    if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) {
      faults.push(`${one.className} holds ${one.scrollWidth} × ${one.scrollHeight}`);
    }
  }
  for (const one of wall.querySelectorAll("li, .wall-taken b span")) {
    if (one.scrollWidth > one.clientWidth + 1) faults.push(`cut: ${one.textContent.trim()}`);
  }
  if (document.scrollingElement.scrollHeight > innerHeight) faults.push("scrolls");
  return faults;
}
"""


def full_game(plan, seats=12):
    """Long names, and everything said that can be."""
    game = factories.make_game(
        plan, "Et spil om fritidsjob til de unge i Solbakken, Østhøj og resten af byens områder",
        seats=LONG_NAMES[:seats], with_opening=True, with_stronger=True, minutes=120,
        about="Vi vil have flere unge i fritidsjob. " * 8,
    )  # fmt: skip
    places = list(game.seats.all())
    moves = [("join", "on", "", seat) for seat in places]
    moves += [
        ("word", "Noget langt, der driver os i det daglige " + "x" * n, new(), places[0]) for n in range(16)
    ]
    moves += [("own_piece", name, new()) for name in ("Stolthed", "Mod på hverdagen", "Tryg i hverdagen")]
    moves += [("lay", "wants" if n % 3 else "gets", str(1 + n % 5), seat) for n, seat in enumerate(places)]
    moves += [("star", str(1 + n % 5), "", seat) for n, seat in enumerate(places)]
    moves += [("home", "Vi ringer til hinanden i stedet for at vente. " * 3, "", seat) for seat in places]
    for seat in places[:7]:
        change = new()
        moves += [("adjust", "Åbn salen, så de unge kan komme direkte fra skole. " * 3, change)]
        moves += [("adjust_who", str(seat.pk), change), ("adjust_when", "2026-11-25", change)]
        moves += [("adjust_for", "1", change)]
    moves += [("offer", "Et lokale om torsdagen med nøgle og kaffe. " * 2, pledge(places))]
    moves += [
        ("next_on", "2026-11-24"),
        ("next_where", "Medborgerhuset på Havnegade, sal 2, indgang fra gården"),
    ]
    factories.make_moves(game, *moves)
    return game


def new():
    return str(uuid.uuid4())


def pledge(places):
    return f"{new()}:{places[0].pk}:{places[1].pk}"


def address(game):
    return reverse("play:wall", args=[game.link])


@pytest.mark.parametrize("seats", [4, 12])
def test_everything_can_be_read_and_nothing_is_outside(windows, plan, seats):
    game, page, found = full_game(plan, seats), windows.open(size=PROJECTOR), []
    for switch in ([], [("small", "on")]):
        factories.make_moves(game, *switch)
        for step in STEPS:
            moves = [("step", step)]
            if step == "tell":
                moves.append(("teller", str(game.seats.last().pk)))
            factories.make_moves(game, *moves)
            page.goto(address(game))
            page.evaluate("document.fonts.ready")
            found += [f"{step} {switch}: {fault}" for fault in page.evaluate(FAULTS)]
    assert found == []


def test_the_wall_follows_the_game_and_lets_the_clock_run(windows, plan):
    game, page = factories.make_game(plan), windows.open(size=PROJECTOR)
    page.goto(address(game))
    page.get_by_text("Venter på den første").wait_for()
    factories.make_moves(game, ("join", "on", "", game.seats.first()))
    page.get_by_text("Biblioteket på Bakken").wait_for()
    factories.make_moves(game, ("step", "lay"))
    page.get_by_role("heading", name="Læg jeres brikker").wait_for()
    first = page.get_by_role("timer").text_content()
    page.wait_for_function(
        "first => document.querySelector('[data-clock-text]').textContent.trim() !== first.trim()", arg=first
    )
    assert page.locator("h1:visible").count() == 1


def test_a_lost_network_is_said_quietly_and_forgotten(windows, plan):
    windows.expect("net::ERR_INTERNET_DISCONNECTED")
    game, page = factories.make_game(plan), windows.open(size=PROJECTOR)
    factories.make_moves(game, ("step", "welcome"))
    page.goto(address(game))
    page.context.set_offline(True)
    page.get_by_text("Ingen forbindelse").wait_for()
    assert page.get_by_role("heading", name="Velkommen").is_visible()
    factories.make_moves(game, ("step", "lay"))
    page.context.set_offline(False)
    page.get_by_role("heading", name="Læg jeres brikker").wait_for()
    page.get_by_text("Ingen forbindelse").wait_for(state="hidden")


def test_without_script_the_wall_fetches_itself_anew(windows, plan):
    game, page = factories.make_game(plan), windows.open(size=PROJECTOR, script=False)
    page.goto(address(game))
    factories.make_moves(game, ("step", "lay"))
    page.get_by_role("heading", name="Læg jeres brikker").wait_for()
