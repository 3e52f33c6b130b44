"""An event for 40 in the browser: signed up on a phone, three rounds on the wall, two who did not come."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
WALL = (1920, 1080)


@pytest.fixture
def event(plan):
    """Next week; 39 of 20 organisations come."""
    event = factories.make_event(plan, day=timezone.localdate() + timedelta(days=7))
    actors = [factories.make_actor(plan, f"Forening {number}") for number in range(20)]
    factories.make_collaboration(plan, *actors[:6])
    for number in range(39):
        actor = actors[number % 20]
        factories.make_guest(event, actor.name, f"Gæst {number}", actor=actor)
    return event


def sign_up(windows, event, organisation, name):
    """On a phone without script, by the address that the poster shows."""
    phone = windows.open(size=PHONE, script=False, touch=True)
    phone.goto(reverse("event_link:sign_up", args=[event.link]))
    phone.get_by_label("Organisation eller forening").fill(organisation)
    phone.get_by_label("Hvem kommer?").fill(name)
    phone.get_by_label("Mail til svaret").fill("ida@koret.example")
    phone.get_by_label("Ja, I må gemme navn og mail").check()
    phone.get_by_role("button", name=re.compile("^(Tilmeld|Skriv) os")).click()
    return phone


def test_forty_meet_in_three_rounds_although_two_do_not_come(windows, alma, event):
    ida = sign_up(windows, event, "Koret", "Ida Vang")
    ida.get_by_text("I er tilmeldt.").wait_for()
    late = sign_up(windows, event, "Haven", "Bo Sø")
    late.get_by_text("Du er nummer 1 på ventelisten.").wait_for()
    staff = windows.open(alma)
    pages = {
        name: reverse(f"events:{name}", args=[event.plan.slug, event.pk])
        for name in ("guests", "rounds", "wall")
    }
    staff.goto(pages["rounds"])
    staff.get_by_role("button", name="Lav borde").click()
    staff.get_by_text("3 runder er klar.").wait_for()
    assert faults(staff) == []
    wall = windows.open(alma, size=WALL)
    wall.goto(pages["wall"])
    wall.get_by_role("button", name="Begynd runde 1").click()
    expect(wall.get_by_role("heading", level=1)).to_have_text("Runde 1 af 3")
    expect(wall.get_by_text(re.compile("1[12] minutter igen · til kl."))).to_be_visible()
    assert wall.get_by_role("heading", level=2).count() == 10
    first = wall.locator(".wall-tables").inner_text()
    assert faults(wall) == []

    staff.goto(pages["guests"])
    for place, number in enumerate((3, 17), start=1):
        staff.get_by_role("button", name=re.compile(rf"Kom ikke ?: Gæst {number},")).click()
        staff.get_by_text(f"0 er mødt, {place} kom ikke").wait_for()
    staff.goto(pages["rounds"])
    staff.get_by_text("2 kommer ikke.").wait_for()
    staff.get_by_role("button", name="Tilpas bordene").click()
    staff.get_by_text("Bordene passer igen.").wait_for()
    expect(wall.locator(".wall-tables")).to_have_text(re.compile("Gæst 3"))
    assert wall.locator(".wall-tables").inner_text() == first

    wall.get_by_role("button", name="Begynd runde 2").click()
    expect(wall.get_by_role("heading", level=1)).to_have_text("Runde 2 af 3")
    now = wall.locator(".wall-tables").inner_text().split("\n")
    assert "Gæst 3" not in now
    assert "Gæst 17" not in now
    assert "Ida Vang" in now

    ida.get_by_role("link", name="Skriv sedlen").click()
    ida.get_by_label("Det er vi gode til").fill("Vi synger for hele gården")
    ida.get_by_label("Må stå på den fælles opsamling").check()
    ida.get_by_role("button", name="Gem seddel").click()
    ida.get_by_text("Sedlen er gemt.").wait_for()
    ida.get_by_text("Runde 2: bord").wait_for()
    ida.get_by_role("button", name="Meld afbud").click()
    late.reload()
    expect(late.get_by_text("Du er nummer 1 på ventelisten.")).to_have_count(0)
    assert mail.outbox[-1].subject == "Kend din nabo: der er blevet plads"
