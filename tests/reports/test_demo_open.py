"""The open page of the demo plan, as a newcomer meets it."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from reports.demo import load_small
from tests.valuegame.pages import text_of


@pytest.fixture
def demo(db):
    with time_machine.travel("2026-11-30 09:00 +01:00", tick=False):
        yield load_small(today=date(2026, 11, 30))


def test_a_newcomer_finds_the_open_page_with_actors_listings_and_what_happens(demo):
    pages = {name: text_of(Client().get(f"/aabent/solbakken/{name}")) for name in ("", "boersen/", "sker/")}
    assert "17 aktører" in pages[""]
    assert "Ladcykel til jord og planter" in pages["boersen/"]
    assert "Hjælp til fondsansøgning" not in pages["boersen/"]
    assert "Lektiehjælp med boller og te" in pages["sker/"]


def test_only_those_who_said_yes_to_everybody_are_named_there(demo):
    directory = text_of(Client().get("/aabent/solbakken/aktoerer/"))
    named = [one.name for one in demo.contacts.all() if one.name in directory]
    assert sorted(named) == ["Emil Skov", "Malte Krogh"]


def test_most_that_is_done_together_goes_on_across_new_year(demo):
    for year in (2025, 2026):
        new_year = date(year, 1, 1)
        before = demo.collaborations.filter(since__lt=new_year, since__year=year - 1)
        going_on = before.exclude(until__lt=new_year)
        assert going_on.count() > 0.8 * before.count() > 0
    assert demo.actors.count() == 56
