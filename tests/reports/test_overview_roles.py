"""What each role sees on Overblik beside what waits: what is next, what is new, and what it comes for."""

import re
from datetime import time, timedelta
from html import unescape

import pytest
import time_machine
from django.utils import timezone

from accounts.audit import record
from exchange.models import Agreement
from tests import factories
from tests.cast import client_of
from tests.reports import waiting_rows as rows
from tests.reports.waiting_rows import day, sit

pytestmark = pytest.mark.django_db
PAGE, SEEN = "/solbakken/overblik/", "/solbakken/overblik/set/"


def page_of(member) -> str:
    return unescape(client_of(member.user).get(PAGE).content.decode())


def part(page: str, heading: str) -> str:
    """The panel with this heading."""
    return page.partition(f'aria-labelledby="{heading}"')[2].partition("</section>")[0]


def coming(member) -> list[str]:
    return re.findall(r'class="todo-thing"[^>]*>([^<]+)<', part(page_of(member), "next-heading"))


def news(member) -> list[str]:
    found = re.findall(
        r"<li><svg.*?</svg><(?:a|span)[^>]*>([^<]+)<", part(page_of(member), "news-heading"), re.S
    )
    return [one.strip() for one in found]


def make_member(plan, role="staff", name="Ida Dam", **fields):
    return factories.make_membership(plan, factories.make_user(name), role, **fields)


@pytest.fixture
def colleague(plan):
    return make_member(plan, name="Mette Kollega")


# -- Next ---------------------------------------------------------------------------------------


def test_the_five_next_things_of_all_kinds_come_in_their_order(plan):
    me = make_member(plan)
    own, forum = factories.make_actor(plan, "Kæden"), factories.make_forum(plan)
    sit(me, forum)
    factories.make_booking(factories.make_place(own), day=day(5), title="Fest", created_by=me.user)
    factories.make_game(plan, "Fritidsjob", held_by=me, held_on=day(2), starts_at=time(9))
    factories.make_event(plan, "Kend din nabo", day(4))
    factories.make_talk(own, day(1), held_by=me)
    factories.make_meeting(forum, day(3))
    factories.make_meeting(forum, day(9))
    assert coming(me) == [
        "Solskinssamtale: Kæden", "Værdispil: Fritidsjob", "Følgegruppe Østhøj", "Kend din nabo", "Fest",
    ]  # fmt: skip
    assert "4 organisationer" in part(page_of(me), "next-heading")


def test_what_is_somebody_elses_over_or_called_off_is_not_next(plan, colleague):
    me, now = make_member(plan), timezone.now()
    forum, own = factories.make_forum(plan), factories.make_actor(plan)
    factories.make_meeting(forum, day(3))
    factories.make_booking(factories.make_place(own), day=day(3), created_by=colleague.user)
    factories.make_game(plan, held_by=colleague, held_on=day(3))
    factories.make_talk(own, day(3), held_by=colleague)
    sit(me, mine := factories.make_forum(plan, "Mit"))
    factories.make_meeting(mine, day(3), cancelled_at=now)
    factories.make_meeting(mine, day(-1))
    factories.make_event(plan, day=day(3), cancelled_at=now)
    factories.make_talk(own, day(3), held_by=me, finished_at=now)
    assert coming(me) == []
    assert "Ingen møder i de næste tre måneder." in page_of(me)


def test_a_partners_organisation_has_its_bookings_and_a_reader_all_meetings(plan, colleague):
    partner, reader = make_member(plan, "partner"), make_member(plan, "reader", "Bo Læser")
    own = factories.make_actor(plan)
    rows.speak_for(partner, own)
    factories.make_booking(factories.make_place(own), day=day(3), created_by=colleague.user, title="Fest")
    factories.make_meeting(factories.make_forum(plan, "Bestyrelsen"), day(3))
    assert (coming(partner), coming(reader)) == (["Fest"], ["Bestyrelsen"])


def test_the_room_of_a_meeting_stands_at_the_meeting_alone(plan):
    me, forum = make_member(plan), factories.make_forum(plan)
    sit(me, forum)
    booking = factories.make_booking(
        factories.make_place(factories.make_actor(plan)), day=day(3), created_by=me.user
    )
    factories.make_meeting(forum, day(3), booking=booking, place="Festsalen")
    assert coming(me) == ["Følgegruppe Østhøj"]


def test_bookings_do_not_crowd_out_what_one_leads_and_the_room_of_what_is_cancelled_is_not_there(plan):
    me, forum, own = make_member(plan), factories.make_forum(plan), factories.make_actor(plan)
    sit(me, forum)
    hall, now = factories.make_place(own), timezone.now()
    off = factories.make_activity(own, cancelled_at=now)
    factories.make_booking(hall, day=day(1), title="Aflyst", created_by=me.user, activity=off)
    for ahead in range(2, 8):
        factories.make_booking(hall, day=day(ahead), title=f"Leje {ahead}", created_by=me.user)
    for ahead in (9, 10, 11):
        factories.make_meeting(forum, day(ahead))
    assert coming(me) == ["Leje 2", "Leje 3", *["Følgegruppe Østhøj"] * 3]


@time_machine.travel("2026-10-14T06:30:00Z", tick=False)
def test_the_greeting_counts_the_meetings_of_today(plan):
    me, forum = make_member(plan), factories.make_forum(plan)
    sit(me, forum)
    for begin in (10, 14):
        factories.make_meeting(forum, day(0), time(begin), time(begin + 1))
    factories.make_meeting(forum, day(1))
    assert "Intet venter på dig, men du har to møder i dag." in page_of(me)


# -- New ----------------------------------------------------------------------------------------


def test_what_others_did_is_new_and_what_i_did_is_not(plan, colleague):
    me = make_member(plan)
    theirs, mine = factories.make_actor(plan, "Rosen"), factories.make_actor(plan, "Kæden")
    record(plan=plan, by=colleague.user, verb="create", obj=theirs)
    record(plan=plan, by=me.user, verb="create", obj=mine)
    record(plan=plan, by=colleague.user, verb="change", obj=mine)
    assert news(me) == ["Ny aktør: Rosen"]
    assert f'href="/solbakken/aktoerer/{theirs.pk}/">Ny aktør' in page_of(me)


def test_what_is_gone_again_is_not_new(plan, colleague):
    me, now = make_member(plan), timezone.now()
    forum = factories.make_forum(plan, ended_at=now)
    made = (
        factories.make_actor(plan, archived_at=now),
        factories.make_notice(plan, withdrawn_at=now),
        factories.make_listing(factories.make_actor(plan), withdrawn_at=now),
        factories.make_event(plan, day=day(3), cancelled_at=now),
        factories.make_meeting(factories.make_forum(plan), day(-2)),
        forum,
    )
    for row in made:
        record(plan=plan, by=colleague.user, verb="create", obj=row)
    assert news(me) == []


def inner_things(plan):
    """A forum with a meeting, minutes, and an item that was sent and answered: (row, verb)."""
    forum, upper = factories.make_forum(plan), factories.make_forum(plan, "Bestyrelsen")
    meeting = factories.make_meeting(forum, day(3))
    sheet = rows.ask_to_approve(factories.make_forum_seat(forum)).sheet
    referral = factories.make_referral(forum, upper)
    type(referral).objects.update(state="answered", answered_at=timezone.now())
    return forum, [(meeting, "create"), (sheet, "minutes_sent"), (referral, "answered")]


@pytest.mark.parametrize(("role", "number"), [("staff", 3), ("reader", 3), ("partner", 0)])
def test_what_happens_inside_forums_is_new_to_those_who_may_see_it(plan, colleague, role, number):
    me = make_member(plan, role)
    forum, things = inner_things(plan)
    for row, verb in things:
        record(plan=plan, by=colleague.user, verb=verb, obj=row)
    assert len(news(me)) == number
    sit(me, forum)
    assert len(news(me)) == 3


def test_a_deal_is_new_to_its_partners_and_to_the_team(plan, colleague):
    me, partner = make_member(plan), make_member(plan, "partner", "Pia")
    other = make_member(plan, "partner", "Per")
    own = factories.make_actor(plan, "Rosen")
    rows.speak_for(partner, own)
    rows.speak_for(other, factories.make_actor(plan))
    listing = factories.make_listing(own, "Borde", "wish")
    deal = rows.offer_deal(listing, factories.make_actor(plan, "Huset"), taker_yes_at=timezone.now())
    record(plan=plan, by=colleague.user, verb="confirm", obj=deal)
    told = ["Aftalen om »Borde« er på plads: Huset og Rosen"]
    assert (news(me), news(partner), news(other)) == (told, told, [])


def test_set_puts_it_all_away_and_fortryd_brings_it_back(plan, colleague):
    me = make_member(plan)
    record(plan=plan, by=colleague.user, verb="create", obj=factories.make_actor(plan, "Rosen"))
    browser = client_of(me.user)
    until = re.search(r'name="til" value="([^"]+)"', page_of(me))[1]
    answer = browser.post(SEEN, {"til": until}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert news(me) == []
    before = re.search(r'name="til" value="([^"]+)"', answer.content.decode())[1]
    browser.post(SEEN, {"til": before})
    assert news(me) == ["Ny aktør: Rosen"]


def test_what_came_after_the_page_was_read_stays_new(plan, colleague):
    me = make_member(plan)
    until = re.search(r'name="til" value="([^"]+)"', page_of(me) + 'name="til" value="2026-01-01T00:00Z"')[1]
    record(plan=plan, by=colleague.user, verb="create", obj=factories.make_actor(plan, "Rosen"))
    client_of(me.user).post(SEEN, {"til": until})
    assert news(me) == ["Ny aktør: Rosen"]


@pytest.mark.parametrize("til", ["", "vrøvl", "\x00", "9999-12-31T23:59:59Z"])
def test_a_moment_that_is_none_or_to_come_hides_nothing_that_comes(plan, colleague, til):
    me = make_member(plan)
    assert client_of(me.user).post(SEEN, {"til": til}).status_code == 302
    record(plan=plan, by=colleague.user, verb="create", obj=factories.make_actor(plan, "Rosen"))
    assert news(me) == ["Ny aktør: Rosen"]


def test_looking_sets_nothing(plan, colleague):
    me = make_member(plan)
    page_of(me)
    me.refresh_from_db()
    assert me.seen_at is None


# -- What a partner and a reader come for -----------------------------------------------------------


def test_a_partner_sees_what_their_organisation_has_going_on(plan):
    partner, own = make_member(plan, "partner"), factories.make_actor(plan, "Rosen")
    rows.speak_for(partner, own)
    sit(partner, factories.make_forum(plan))
    wish = factories.make_listing(own, "Mødelokale torsdag aften", "wish")
    there = factories.make_listing(factories.make_actor(plan, "Huset"), "Mødelokale om aftenen")
    rows.offer_deal(factories.make_listing(own, "Borde", "wish"), factories.make_actor(plan, "Klubben"))
    plan.partners.create(initiative=plan.initiatives.create(name="Sommerfesten", phase=2), actor=own)
    panel = part(page_of(partner), "own-heading")
    assert re.findall(r"<h3>([^<]+)</h3>", panel) == [
        "Aftaler", "Måske kan de hjælpe", "Initiativer, I er med i", "Fora, du sidder i",
    ]  # fmt: skip
    assert "Klubben til Rosen. Venter på ja fra Rosen." in panel
    assert f"/ressourceboers/{there.pk}/" in panel
    assert f"I efterlyser: {wish.title}" in panel
    assert "Sommerfesten" in panel
    assert "Opstart" in panel


def test_of_other_organisations_a_partner_sees_nothing_there(plan):
    partner, own, other = make_member(plan, "partner"), factories.make_actor(plan), factories.make_actor(plan)
    rows.speak_for(partner, own)
    factories.make_forum(plan)
    rows.offer_deal(factories.make_listing(other, "Borde", "wish"), factories.make_actor(plan))
    plan.partners.create(initiative=plan.initiatives.create(name="Sommerfesten"), actor=other)
    assert 'id="own-heading"' not in page_of(partner)


def test_a_deal_that_ended_is_gone_from_there(plan):
    partner, own = make_member(plan, "partner"), factories.make_actor(plan, "Rosen")
    rows.speak_for(partner, own)
    rows.offer_deal(factories.make_listing(own, "Borde", "wish"), factories.make_actor(plan))
    Agreement.objects.update(ended_at=timezone.now(), ended_as="done")
    assert "Aftaler" not in part(page_of(partner), "own-heading")


def test_a_reader_sees_the_latest_minutes_and_the_plan_in_figures(plan):
    reader = make_member(plan, "reader", "Bo Læser")
    forum = factories.make_forum(plan)
    sheet = rows.ask_to_approve(factories.make_forum_seat(forum)).sheet
    factories.make_collaboration(plan)
    page = page_of(reader)
    assert f'href="/solbakken/fora/moeder/{sheet.meeting_id}/referat/">Følgegruppe Østhøj' in page
    figures = re.findall(r"<dt>([^<]+)</dt><dd>(\d+)</dd>", part(page, "figures-heading"))
    assert figures[:3] == [("Aktører", "2"), ("Samarbejder", "1"), ("Fora", "1")]


def test_drafts_are_not_among_the_latest_minutes(plan):
    reader = make_member(plan, "reader", "Bo Læser")
    sheet = rows.ask_to_approve(factories.make_forum_seat(factories.make_forum(plan))).sheet
    sheet.state = "draft"
    sheet.save()
    assert "Seneste referater" not in page_of(reader)


@pytest.mark.parametrize("role", ["partner", "reader"])
def test_who_is_not_of_the_team_sees_neither_balance_nor_matches(plan, role):
    factories.make_actor(plan)
    page = page_of(make_member(plan, role))
    assert "Balance" not in page
    assert "Mulige match" not in page


@pytest.mark.parametrize("role", ["leader", "staff", "partner", "reader"])
def test_nothing_of_another_plan_is_next_or_new(plan, other, role):
    me = make_member(plan, role)
    rows.one_of_each(other.membership, other.actor, 1)
    record(plan=other.plan, by=None, verb="create", obj=other.actor)
    page = page_of(me)
    assert "KANARIE" not in page
    assert (coming(me), news(me)) == ([], [])


@pytest.mark.parametrize(("method", "status"), [("get", 405), ("post", 302)])
def test_set_is_by_post_alone(plan, method, status):
    assert getattr(client_of(make_member(plan).user), method)(SEEN).status_code == status


def test_support_has_nothing_to_set(plan):
    helper = make_member(plan, "support", ends_at=timezone.now() + timedelta(days=1))
    assert client_of(helper.user).post(SEEN, {"til": "2026-01-01T00:00Z"}).status_code == 403
