"""Danish names through the real pages: the same order and the same hits on both databases."""

import io
import random
import re
import unicodedata
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from django.urls import reverse

from actors.models import Actor
from config.danish import fold
from tests import factories

# Invented names in the order of ICU, locale da.
REGISTER = (
    (Path(__file__).parents[1] / "config" / "danish_order.txt").read_text(encoding="utf-8").splitlines()
)
# No two actors of a plan differ by case alone.
NAMES = [name for n, name in enumerate(REGISTER) if name.lower() not in {one.lower() for one in REGISTER[:n]}]


@pytest.fixture
def register(plan):
    """An actor of each name, written in any order."""
    shuffled = random.Random(20261122).sample(NAMES, len(NAMES))
    actors = [Actor(plan=plan, name=name, kind="voluntary") for name in shuffled]
    for actor in actors:
        actor.fill_derived()
    Actor.objects.bulk_create(actors)
    return plan


def rows_on(html: str) -> list[str]:
    """The texts of tables and lists that are a name of the register, in the order in which they stand."""
    bodies = " ".join(re.findall(r'<(?:tbody|ul class="rows")>(.*?)</(?:tbody|ul)>', html, re.S))
    texts = [unescape(text).strip() for text in re.findall(r">([^<>]+)<", bodies)]
    return [text for text in texts if text in set(NAMES)]


def pages(client, address: str, query: str = "") -> str:
    """All pages of a list, one after the other."""
    first = client.get(f"{address}?{query}").content.decode()
    last = max((int(number) for number in re.findall(r"page=(\d+)", first)), default=1)
    return first + "".join(
        client.get(f"{address}?{query}&page={n}").content.decode() for n in range(2, last + 1)
    )


def test_there_are_enough_names():
    assert len(NAMES) > 100
    assert len(set(NAMES)) == len(NAMES)


def test_the_list_of_actors_is_in_danish_order(register, as_alma):
    shown = rows_on(pages(as_alma, reverse("actors:list", args=["solbakken"])))
    assert shown == NAMES


def test_the_list_of_actors_falls_in_danish_order(register, as_alma):
    shown = rows_on(pages(as_alma, reverse("actors:list", args=["solbakken"]), "sort=-name"))
    assert shown == NAMES[::-1]


def test_a_page_of_hits_is_in_danish_order(register, as_alma):
    """Those that begin with the letters first, then the others, each in order."""
    page = as_alma.get(reverse("actors:search", args=["solbakken"]), {"q": "aa"}).content.decode()
    shown = rows_on(page)
    begin = [name for name in NAMES if fold(name).startswith("aa")]
    assert len(begin) > 20
    assert shown == begin[: len(shown)]


def test_collaborations_by_subject_are_in_danish_order(plan, as_alma):
    actors = [factories.make_actor(plan, name) for name in ("Åhuset", "Zonen")]
    for about in random.Random(20261122).sample(NAMES, len(NAMES)):
        factories.make_collaboration(plan, *actors, about=about)
    shown = rows_on(pages(as_alma, reverse("mapping:list", args=["solbakken"]), "sort=about"))
    assert shown == NAMES


def test_the_export_is_in_danish_order(register, as_alma):
    response = as_alma.get(reverse("actors:export", args=["solbakken"]))
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).worksheets[0]
    column = [str(row[0]) for row in sheet.iter_rows(min_row=2, max_col=1, values_only=True) if row[0]]
    # What begins like a formula carries an apostrophe, so that no program runs it.
    assert [name for name in column if name in NAMES] == [name for name in NAMES if name in column]
    assert len(column) == len(NAMES)


# A name, and what somebody types who looks for it.
LOOKED_FOR = [
    (
        "Aabyens Ølhal",
        ("aabyens", "åbyens", "ÅBYENS", "AABYENS", "Aabyens ølhal", "ØLHAL", "oelhal", "Åbyens Øl"),
    ),
    ("Århus-Åens Grill", ("århus", "AARHUS", "aarhus-aaens", "århusåens", "ÅENS", "aaens grill")),
    ("Kærnehuset Café Ærø", ("kærne", "KÆRNE", "kaernehuset", "cafe", "CAFÉ", "ærø", "ÆRØ", "aeroe")),
    ("Søndre Å-skole", ("søndre", "SØNDRE", "soendre", "åskole", "AASKOLE", "å-skole")),
    ("K.F.U.M. Bjørnø", ("kfum", "KFUM", "k.f.u.m", "bjørnø", "BJOERNOE")),
    ("Grosserer Ägård & Öberg", ("ægård", "AEGAARD", "ägård", "øberg", "Öberg", "OEBERG")),
]
TYPED = [(name, typed) for name, ways in LOOKED_FOR for typed in ways]
# How the name is stored, and how the words are typed.
FORMS = (("NFC", "NFC"), ("NFC", "NFD"), ("NFD", "NFC"))
# The pages that look for names, and how many of the ways are tried there: all, or every third.
PLACES = (("actors:list", 1), ("actors:search", 1), ("mapping:log_actors", 3), ("mapping:list", 3))


@pytest.fixture
def town(plan):
    """The actors that are looked for and some others, each in a collaboration about nothing."""
    other = factories.make_actor(plan, "Zonen")
    for name, _ in LOOKED_FOR:
        factories.make_collaboration(plan, factories.make_actor(plan, name), other, about="")
    return plan


@pytest.mark.parametrize(("place", "step"), PLACES)
@pytest.mark.parametrize(("stored", "form"), FORMS)
def test_a_name_is_found_however_it_is_typed(town, as_alma, place, step, stored, form):
    for actor in town.actors.all():
        actor.name = unicodedata.normalize(stored, actor.name)
        actor.save()
    for name, typed in TYPED[::step]:
        asked = {"q": unicodedata.normalize(form, typed)}
        page = unescape(as_alma.get(reverse(place, args=["solbakken"]), asked).content.decode())
        hits = [one for one, _ in LOOKED_FOR if unicodedata.normalize(stored, one) in page]
        assert hits == [name], typed


@pytest.mark.parametrize("typed", ["zz", "ålb", "øø", "_", "%", "\\", "'"])
def test_what_nobody_is_called_finds_nobody(town, as_alma, typed):
    """Also the signs that stand for any letter in a database's patterns."""
    page = as_alma.get(reverse("actors:search", args=["solbakken"]), {"q": typed}).content.decode()
    assert [name for name, _ in LOOKED_FOR if name in unescape(page)] == []


def test_a_person_is_found_however_the_name_is_typed(town, as_alma):
    actor = town.actors.get(name="Søndre Å-skole")
    factories.make_contact(actor, "Åse Bjærgø", role="skoleleder")
    for typed in ("åse", "AASE", "Aase Bjærgø", "bjaergoe", unicodedata.normalize("NFD", "ÅSE BJÆRGØ")):
        page = as_alma.get(reverse("actors:search", args=["solbakken"]), {"q": typed}).content.decode()
        assert "Åse Bjærgø" in unescape(page), typed


@pytest.mark.parametrize("again", ["aahuset", "ÅHUSET", "A\u030ahuset", "Åhuset ", "Å-huset"])
def test_the_same_name_in_other_letters_is_the_same_actor(plan, as_alma, again):
    factories.make_actor(plan, "Åhuset")
    form = {"name": again, "kind": "housing", "status": "active"}
    response = as_alma.post(reverse("actors:create", args=["solbakken"]), form)
    assert "Åhuset findes allerede" in unescape(response.content.decode())
    assert plan.actors.count() == 1
