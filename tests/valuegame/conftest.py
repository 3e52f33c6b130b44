"""Games for the tests of this folder."""

import uuid
from datetime import date
from types import SimpleNamespace

import pytest

from tests import factories


@pytest.fixture
def game(plan):
    """A game of Solbakken with four organisations, not opened yet."""
    return factories.make_game(plan)


@pytest.fixture
def played(plan):
    """A played game: three actors and one that is only a name; agreements, gifts, the next meeting."""
    library, mothers, grocer = (
        factories.make_actor(plan, name, kind=kind)
        for name, kind in (
            ("Biblioteket på Bakken", "municipal"),
            ("Nabomødrene", "voluntary"),
            ("Købmand Ågaard", "business"),
        )
    )
    seats = (library, mothers, grocer, "Kaffeklubben")
    game = factories.make_game(plan, seats=seats, held_on=date(2026, 10, 14), with_stronger=True)
    at = {seat.name: seat for seat in game.seats.all()}
    one, two, gift, wish = (str(uuid.uuid4()) for _ in range(4))
    lib, mum, shop, cafe = (at[name] for name in (library.name, mothers.name, grocer.name, "Kaffeklubben"))
    factories.make_moves(
        game,
        ("lay", "gets", "1", lib), ("lay", "gets", "5", lib), ("star", "1", "", lib),
        ("change", "Flere unge finder vej til os", "1", lib),
        ("lay", "wants", "1", mum), ("lay", "gets", "1", shop), ("lay", "wants", "4", cafe),
        ("home", "Vi ringer i morgen", "", lib),
        ("adjust", "Åbent om torsdagen", one), ("adjust_who", str(lib.pk), one),
        ("adjust_when", "2026-12-10", one), ("adjust_for", "1", one),
        ("adjust", "Find penge til en projektør", two),
        ("offer", "Et mødelokale", f"{gift}:{lib.pk}:{mum.pk}"), ("offer_yes", "on", gift),
        ("ask", "Brød til åbent hus", f"{wish}:{cafe.pk}:{lib.pk}"),
        ("next_on", "2027-01-21"), ("next_where", "Beboerhuset kl. 14"),
    )  # fmt: skip
    return SimpleNamespace(
        game=game, library=library, mothers=mothers, grocer=grocer, seats=at, one=one, two=two, gift=gift,
        wish=wish,
    )  # fmt: skip
