"""Overblik: the greeting, what waits on me, and the balance with its list."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.utils import timezone

from actors.care import Balance
from actors.care_queries import cared_for, counts_of
from reports.balance import LANES, STEPS, strip_of
from tests import factories
from tests.cast import client_of
from tests.clock import TODAY

PAGE = "/solbakken/overblik/"
LIST = f"{PAGE}balance/"
pytestmark = pytest.mark.usefixtures("day_stands")


@pytest.fixture
def mine(as_alma, plan, alma):
    """Alma's membership."""
    return plan.memberships.get(user=alma)


def page_of(browser, path=PAGE) -> str:
    return unescape(browser.get(path).content.decode())


def waiting(page) -> list[str]:
    """The things on the list."""
    return re.findall(r'<a class="todo-thing"[^>]*>([^<]+)</a>', page)


def ago(days: int):
    return TODAY - timedelta(days=days)


def forgotten_actor(plan, name, **fields):
    """An active actor that nobody has talked to for 97 days."""
    actor = factories.make_actor(plan, name, status="active", **fields)
    factories.make_contact_note(actor, on=ago(97))
    return actor


# -- The list -----------------------------------------------------------------------------------


def test_an_empty_plan_begins_with_an_actor(as_alma, plan):
    page = page_of(as_alma)
    assert "Intet venter på dig." in page
    assert "Begynd med dem, I mødte i denne uge." in page


def test_when_all_is_done_it_says_so(as_alma, plan):
    factories.make_actor(plan)
    page = page_of(as_alma)
    assert "<h2>Intet venter på dig</h2>" in page
    assert waiting(page) == []


def test_my_promises_wait_with_their_verb(as_alma, plan, mine):
    actor = factories.make_actor(plan, "Biblioteket")
    late = factories.make_follow_up(actor, "Ring om salen", due=ago(3), responsible=mine)
    factories.make_follow_up(actor, "En andens", due=ago(3))
    factories.make_follow_up(actor, "Om en måned", due=ago(-30), responsible=mine)
    page = page_of(as_alma)
    assert waiting(page) == ["Ring om salen"]
    assert "Én ting venter på dig." in page
    assert "3 dage over tid" in page
    assert f'action="/solbakken/aktoerer/opfoelgninger/{late.pk}/klaret/"' in page


def test_klaret_comes_back_here_and_can_be_undone(as_alma, plan, mine):
    late = factories.make_follow_up(factories.make_actor(plan), "Ring", due=ago(3), responsible=mine)
    path = f"/solbakken/aktoerer/opfoelgninger/{late.pk}/klaret/"
    answer = as_alma.post(path, {"next": PAGE}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    page = unescape(answer.content.decode())
    assert waiting(page) == []
    assert "<b>Klaret.</b> »Ring«" in page
    undo = re.search(r'action="([^"]+/venter/)"', page)[1]
    assert waiting(
        unescape(
            as_alma.post(undo, headers={"referer": f"http://testserver{PAGE}"}, follow=True).content.decode()
        )
    ) == ["Ring"]


def test_who_is_about_to_be_forgotten_waits_on_who_holds_them(as_alma, plan, mine):
    theirs = factories.make_membership(plan, factories.make_user("Lis"))
    forgotten_actor(plan, "Andens", held_by=theirs)
    nobodys = forgotten_actor(plan, "Ingens")
    filled = {"core_task": "Kaffe", "base": "inside", "phone": "1", "areas": plan.areas.all()}
    filled["target_groups"] = plan.targetgroups.all()
    forgotten_actor(plan, "Min", held_by=mine, confirmed_on=TODAY, **filled)
    page = page_of(as_alma)
    assert waiting(page) == ["Min er ved at blive glemt", "Ingens er ved at blive glemt"]
    assert "97 dage siden sidste kontakt" in page
    assert f'href="/solbakken/aktoerer/kontakt/?aktoer={nobodys.pk}"' in page


def test_who_carries_too_much_waits_on_all_of_us(as_alma, plan):
    asked = factories.make_actor(plan, "Biblioteket")
    for name in ("Ib", "Eva", "Per"):
        factories.make_contact_note(asked, on=TODAY, by=factories.make_user(name))
    gathers, other = factories.make_actor(plan, "Rosen"), factories.make_actor(plan)
    for _ in range(4):
        factories.make_collaboration(plan, gathers, other, coordinator=gathers)
    page = page_of(as_alma)
    assert waiting(page) == ["Biblioteket bærer for meget", "Rosen bærer for meget"]
    assert "Tovholder på 4 af 4 samarbejder" in page
    assert f'href="/solbakken/aktoerer/{asked.pk}/kontaktlog/"><span class="todo-word">Se kontakter' in page
    assert (
        f'href="/solbakken/samarbejder/aktoer/{gathers.pk}/"><span class="todo-word">Se samarbejder' in page
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"consent_state": "given", "consent_until": ago(-10)}, "Samtykket udløber"),
        ({"consent_state": "given", "consent_until": ago(10)}, "Samtykket udløb"),
        ({"consent_state": "expired"}, "Samtykket er udløbet"),
    ],
)
def test_a_yes_that_ends_waits_to_be_asked_for_again(as_alma, plan, fields, words):
    actor = factories.make_actor(plan, "Biblioteket")
    lone = factories.make_contact(actor, "Lone Riis", phone="11 22 33 44", **fields)
    page = page_of(as_alma)
    assert waiting(page) == ["Forny samtykke fra Lone Riis"]
    assert words in page
    assert f"/kontakter/{lone.pk}/samtykke/" in page
    assert "11 22 33 44" not in page


def test_a_yes_that_lasts_or_was_never_asked_for_waits_on_nobody(as_alma, plan):
    actor = factories.make_actor(plan)
    factories.make_contact(actor, consent_state="given", consent_until=ago(-200))
    factories.make_contact(actor)
    factories.make_contact(actor, consent_state="expired", deleted_at=timezone.now())
    assert waiting(page_of(as_alma)) == []


def test_a_profile_i_hold_is_confirmed_from_here(as_alma, plan, mine):
    actor = factories.make_actor(plan, "Klubben", held_by=mine, confirmed_on=ago(400))
    assert waiting(page_of(as_alma)) == ["Passer det stadig om Klubben?"]
    answer = as_alma.post(f"/solbakken/aktoerer/{actor.pk}/bekraeft/", {"next": PAGE}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert waiting(unescape(answer.content.decode())) == ["Klubben er halvt beskrevet"]


def test_seven_are_shown_and_the_rest_when_asked_for(as_alma, plan, mine):
    for number in range(9):
        factories.make_follow_up(factories.make_actor(plan), f"Nr. {number}", due=TODAY, responsible=mine)
    page = page_of(as_alma)
    assert len(waiting(page)) == 7
    assert "Ni ting venter på dig." in page
    assert f'href="{PAGE}?vis=alle">Vis alle</a>' in page
    assert len(waiting(page_of(as_alma, f"{PAGE}?vis=alle"))) == 9
    assert len(waiting(page_of(as_alma, f"{PAGE}?vis=%00vrøvl"))) == 7


@time_machine.travel("2026-10-14T06:30:00Z", tick=False)
def test_the_greeting_knows_the_hour_in_copenhagen_and_the_first_name(as_alma, plan):
    page = page_of(as_alma)
    assert "<h1>God morgen, Alma</h1>" in page
    assert "Onsdag 14. oktober.</span> Intet venter på dig." in page


# -- Suggestions --------------------------------------------------------------------------------

HTMX = {"HX-Request": "true", "HX-Target": "overview-matches"}


def test_the_best_suggestions_come_as_a_part_with_their_reason(as_alma, plan):
    area = plan.areas.all()
    wants = factories.make_actor(plan, "Rosen", kind="resident", areas=area)
    has = factories.make_actor(plan, "Apoteket", kind="business", areas=area)
    wants.needs.create(plan=plan, kind="room", text="Lokale torsdag aften")
    has.resources.create(plan=plan, kind="room", text="Mødelokale efter kl. 18")
    path = f"{PAGE}match/"
    assert f'hx-get="{path}"' in page_of(as_alma)
    part = as_alma.get(path, headers=HTMX).content.decode()
    assert "<html" not in part
    assert 'aria-label="Rosen og Apoteket"' in part
    assert re.search(r'<p class="match-why">[^<]*lokale torsdag aften', part)
    assert as_alma.get(path)["Location"] == "/solbakken/match/"


def test_without_suggestions_the_part_says_where_they_come_from(as_alma, plan):
    assert (
        "De kommer, når flere aktører har værdier"
        in as_alma.get(f"{PAGE}match/", headers=HTMX).content.decode()
    )


# -- The balance --------------------------------------------------------------------------------


def numbers(page) -> list[int]:
    """The three numbers under the strip."""
    zones = re.search(r'<dl class="zones">(.*?)</dl>', page, re.S)[1]
    return [int(number) for number in re.findall(r"<dd>(\d+)</dd>", zones)]


def test_the_three_numbers_add_up_to_the_actors(as_alma, plan):
    forgotten_actor(plan, "Glemt")
    factories.make_actor(plan, "Opsporet", status="spotted")
    factories.make_actor(plan, "Væk", archived_at=timezone.now())
    busy = factories.make_actor(plan, "Travl")
    for name in ("Ib", "Eva", "Per"):
        factories.make_contact_note(busy, on=TODAY, by=factories.make_user(name))
    page = page_of(as_alma)
    assert numbers(page) == [1, 1, 1]
    assert 'aria-label="Glemt: 1, i balance: 1, bærer for meget: 1. Listen siger det samme."' in page
    assert page.count('<use href="#mark-') == 3


def test_the_list_says_the_same_actor_by_actor(as_alma, plan):
    forgotten_actor(plan, "Glemt")
    factories.make_actor(plan, "Opsporet", status="spotted")
    page = page_of(as_alma, LIST)
    assert re.findall(r'<td class="who-cell">.*?<a[^>]*>([^<]+)</a>', page, re.S) == ["Glemt", "Opsporet"]
    assert "97 dage" in page
    only = page_of(as_alma, f"{LIST}?gruppe=glemt")
    assert "Opsporet" not in only
    assert "Ingen her lige nu" in page_of(as_alma, f"{LIST}?gruppe=overbelastet")
    assert page_of(as_alma, f"{LIST}?gruppe=%00&page=-1").count("<tr>") == page.count("<tr>")


def test_the_list_of_a_plan_without_actors_says_where_to_begin(as_alma):
    page = page_of(as_alma, LIST)
    assert "Begynd med dem, I mødte i denne uge." in page
    assert "Ingen her lige nu" not in page


def test_the_plan_decides_what_is_too_much_and_what_is_too_long(as_alma, plan):
    forgotten_actor(plan, "Apoteket")
    plan.forgotten_after_days = 98
    plan.save()
    assert numbers(page_of(as_alma)) == [0, 1, 0]


@pytest.mark.parametrize("number", [1, 29, 31, 70, 130])
def test_the_strip_draws_as_many_as_there_is_room_for(plan, db, number):
    for count in range(number):
        factories.make_actor(plan, f"Nr. {count}")
    rows = cared_for(plan, TODAY)
    strip = strip_of(rows, counts_of(rows))
    assert len(strip.marks) + strip.left_out == number == strip.total
    left, width = LANES[Balance.IN_BALANCE]
    assert all(left <= mark.x and mark.x + strip.size <= left + width for mark in strip.marks)
    assert all(mark.y > 0 for mark in strip.marks)
    assert (strip.left_out > 0) is (number == 130)
    assert strip.size + 2 in STEPS


# -- Who may ------------------------------------------------------------------------------------


def test_overblik_is_for_members_and_not_for_support(as_alma, as_bo, as_partner, as_carla, plan):
    ends = timezone.now() + timedelta(days=1)
    helper = factories.make_membership(plan, factories.make_user("Sue"), "support", ends_at=ends)
    answers = {
        200: (as_alma, as_bo, as_partner),
        403: (client_of(helper.user),),
        404: (as_carla,),
    }
    for status, browsers in answers.items():
        assert {browser.get(PAGE).status_code for browser in browsers} == {status}
    assert as_alma.post(PAGE).status_code == 405


def test_the_balance_is_the_teams_alone(as_alma, as_bo, as_partner, as_carla, plan):
    for browser, status in ((as_bo, 403), (as_partner, 403), (as_carla, 404), (as_alma, 200)):
        assert browser.get(LIST).status_code == status
    assert as_alma.post(LIST).status_code == 405


def test_nothing_of_another_plan_waits_on_me(as_alma, plan, mine, other):
    factories.make_follow_up(other.actor, "KANARIE løfte", due=ago(3))
    other.contact.consent_state = "expired"
    other.contact.save()
    assert "KANARIE" not in page_of(as_alma) + page_of(as_alma, LIST)


def test_the_plans_first_page_is_overblik_and_for_support_the_list(as_alma, as_bo, as_partner, plan):
    for browser in (as_alma, as_bo, as_partner):
        assert browser.get("/solbakken/")["Location"] == PAGE
    ends = timezone.now() + timedelta(days=1)
    helper = factories.make_membership(plan, factories.make_user("Sue"), "support", ends_at=ends)
    assert client_of(helper.user).get("/solbakken/")["Location"] == "/solbakken/aktoerer/"
    assert f'<a href="{PAGE}" data-letter="o" aria-current="page">' in page_of(as_bo)


def test_a_telephone_has_three_places_and_for_support_no_overblik(as_alma, as_bo, plan):
    def on_phone(browser):
        bar = page_of(browser, "/solbakken/aktoerer/").split('class="phone-bar')[1].split("<details")[0]
        return re.findall(r"</svg>([^<]+)</a>", bar)

    ends = timezone.now() + timedelta(days=1)
    helper = factories.make_membership(plan, factories.make_user("Sue"), "support", ends_at=ends)
    assert on_phone(as_alma) == on_phone(as_bo) == ["Overblik", "Aktører", "Kort"]
    assert on_phone(client_of(helper.user)) == ["Aktører", "Samarbejder", "Kort"]
