"""Kvarterhuset på Motalavej, entered as CFBU describes it ("Helhedsplanernes samarbejde").

BoligKorsør owns it and residents lead it. The café Sumak uses the kitchen, and in return cleans, runs the
bookings and does other practical work. Basen, the plan and others live there or come by.
"""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actors.models import Actor
from exchange.models import Agreement
from tests.valuegame.pages import text_of

# Name, kind, and whether it lives in the house.
ACTORS = (
    ("BoligKorsør", "housing", False), ("Kvarterhusledelsen", "resident", True), ("Sumak", "business", True),
    ("Basen", "municipal", True), ("En Fælles Indsats", "housing", True), ("UU", "municipal", True),
    ("Kvindeforum", "resident", True), ("Økonomirådgivningen", "voluntary", True),
    ("Kirkens Korshær", "voluntary", False),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel("2026-11-30 09:00 +01:00", tick=False):
        yield


def post(client, plan, name, data, *args):
    """Send a form, and see that it is taken."""
    response = client.post(reverse(name, args=[plan.slug, *args]), data)
    assert response.status_code == 302, text_of(response)
    return response


@pytest.fixture
def house(as_alma, plan):
    """The house and all that have their place in it, by name."""
    centre = {"centre_type": "housing_area", "base": "inside"}
    post(as_alma, plan, "actors:create", actor("Kvarterhuset på Motalavej", "housing", **centre))
    found = {"Kvarterhuset": plan.actors.get(name="Kvarterhuset på Motalavej")}
    for name, kind, inside in ACTORS:
        where = {"housed_in": found["Kvarterhuset"].pk} if inside else {}
        post(as_alma, plan, "actors:create", actor(name, kind, **where))
        found[name] = plan.actors.get(name=name)
    return found


def actor(name, kind, **more):
    return {"name": name, "kind": kind, "status": "active"} | more


@pytest.fixture
def kitchen(as_alma, plan, house):
    """The kitchen, which BoligKorsør owns and Sumak has the key to."""
    post(as_alma, plan, "exchange:place_create", {
        "kind": "room", "name": "Køkkenet", "actor": house["BoligKorsør"].pk, "minutes_before": "0",
        "minutes_after": "30", "keys": "Sumak, i caféens åbningstid", "tells_owner": "on",
    })  # fmt: skip
    return plan.facilitys.get(name="Køkkenet")


def test_who_lives_in_the_house_stands_on_its_profile(as_alma, plan, house):
    url = reverse("actors:detail", args=[plan.slug, house["Kvarterhuset"].pk])
    as_alma.get(url)  # takes the messages of what was saved with it
    shown = text_of(as_alma.get(url))
    for name, _, inside in ACTORS:
        assert (name in shown) is inside, name
    assert Actor.objects.filter(housed_in=house["Kvarterhuset"]).count() == 7


def test_the_cafe_uses_the_kitchen_and_in_return_cleans_and_runs_the_bookings(as_alma, plan, house, kitchen):
    owner, cafe = house["BoligKorsør"], house["Sumak"]
    post(as_alma, plan, "listings:create", {
        "direction": "offer", "kind": "room", "title": "Køkkenet i Kvarterhuset", "actor": owner.pk,
        "facility": kitchen.pk, "ends_on": "2027-01-31",
    })  # fmt: skip
    listing = plan.listings.get()
    post(as_alma, plan, "listings:answer", {"actor": cafe.pk, "text": "Vi vil gerne lave café."}, listing.pk)
    answer = plan.answers.get()
    terms = {
        "what": "Køkkenet på hverdage", "in_return": "Rengøring, lokalebooking og praktisk drift af huset",
        "starts_on": "2027-01-04", "giver_person": "Driften i BoligKorsør", "taker_person": "Caféens leder",
        "terms": "Kvarterhusledelsen har køkkenet ved arrangementer.", "version": "0", "side": cafe.pk,
    }  # fmt: skip
    post(as_alma, plan, "listings:agreement", terms, answer.pk)
    row = Agreement.objects.get()
    assert (row.giver, row.taker) == (owner, cafe)
    post(as_alma, plan, "listings:confirm", {"version": row.version, "side": owner.pk}, answer.pk)
    shown = text_of(as_alma.get(reverse("listings:talk", args=[plan.slug, answer.pk])))
    assert "Begge har sagt ja. Den begynder 4. januar 2027." in shown
    assert "Rengøring, lokalebooking og praktisk drift af huset" in shown
    post(as_alma, plan, "listings:end", {"ended_as": "done", "as_collaboration": "on"}, answer.pk)
    assert set(plan.collaborations.get().actors.all()) == {owner, cafe}


def test_those_who_come_by_book_around_the_cafe(as_alma, plan, house, kitchen):
    def book(who, begins, ends, status=302):
        response = as_alma.post(reverse("exchange:booking_create", args=[plan.slug]), {
            "facilities": [kitchen.pk], "day": "2026-12-03", "begins": begins, "ends": ends,
            "title": "Madlavning", "actor": house[who].pk, "every": "0",
        })  # fmt: skip
        assert response.status_code == status, text_of(response)
        return text_of(response)

    book("Sumak", "9:00", "16:00")
    assert "Køkkenet er taget kl. 9–16.30." in book("Kvindeforum", "16:00", "19:00", status=409)
    book("Kvindeforum", "16:30", "19:00")
    day = plan.bookings.between(
        *(kitchen.holds.earliest("begins_at").begins_at, kitchen.holds.latest("ends_at").ends_at)
    )
    assert {one.borrower.name for one in day} == {"Sumak", "Kvindeforum"}
    assert date(2026, 12, 3) == day[0].begins_at.date()
