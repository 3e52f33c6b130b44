"""What waits on a member because others asked: each thing, for whom, and until when."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from tests import factories
from tests.cast import client_of
from tests.reports import waiting_rows as rows
from tests.reports.waiting_rows import day, sit

pytestmark = pytest.mark.django_db
PAGE = "/solbakken/overblik/"


def waiting(member) -> list[str]:
    """The titles on the member's list."""
    page = client_of(member.user).get(f"{PAGE}?vis=alle").content.decode()
    part = page.partition('class="todo todo-short"')[2].partition("</ul>")[0]
    return [unescape(title) for title in re.findall(r'<a class="todo-thing"[^>]*>([^<]+)</a>', part)]


@pytest.fixture(params=["leader", "staff", "partner", "reader"])
def member(plan, request):
    return factories.make_membership(plan, factories.make_user("Ida Dam"), request.param)


@pytest.fixture
def staff(plan):
    return factories.make_membership(plan, factories.make_user("Alma Bøgh"))


@pytest.fixture
def partner(plan):
    return factories.make_membership(plan, factories.make_user("Pia Partner"), "partner")


@pytest.fixture
def forum(plan):
    return factories.make_forum(plan)


@pytest.fixture
def other_forum(plan):
    return factories.make_forum(plan, "Bestyrelsen", kind="board")


# -- Forums -------------------------------------------------------------------------------------


def test_minutes_wait_for_all_who_sit_there(member, forum):
    approval = rows.ask_to_approve(sit(member, forum))
    assert waiting(member) == ["Godkend referatet fra Følgegruppe Østhøj"]
    page = client_of(member.user).get(PAGE).content.decode()
    assert f'href="/solbakken/fora/moeder/{approval.sheet.meeting_id}/referat/"' in page


@pytest.mark.parametrize(
    "fields",
    [
        {"approved_at": timezone.now()},
        {"remark": "Nej"},
        {"round": 2},
        {"is_asked": False},
        {"membership": None},
    ],
)
def test_minutes_that_are_answered_or_not_mine_wait_no_more(staff, forum, fields):
    rows.ask_to_approve(sit(staff, forum), **fields)
    assert waiting(staff) == []


def test_minutes_that_were_taken_back_wait_on_nobody(staff, forum):
    approval = rows.ask_to_approve(sit(staff, forum))
    approval.sheet.state = "draft"
    approval.sheet.save()
    assert waiting(staff) == []


def test_an_invitation_waits_until_it_is_answered(member, forum):
    invite = rows.ask_to_come(sit(member, forum))
    assert waiting(member) == ["Kommer du til Følgegruppe Østhøj?"]
    invite.reply, invite.replied_at = "maybe", timezone.now()
    invite.save()
    assert waiting(member) == []


@pytest.mark.parametrize("fields", [{"ahead": -1}, {"sent_at": None}])
def test_an_invitation_to_what_is_over_or_was_not_sent_waits_on_nobody(staff, forum, fields):
    rows.ask_to_come(sit(staff, forum), **fields)
    assert waiting(staff) == []


def test_who_comes_instead_is_asked_when_the_other_cannot(staff, partner, forum):
    seat = sit(partner, forum, stand_in_membership=staff)
    invite = rows.ask_to_come(seat)
    assert waiting(staff) == []
    invite.reply, invite.replied_at = "substitute", timezone.now()
    invite.save()
    assert waiting(staff) == ["Kommer du til Følgegruppe Østhøj?"]
    assert waiting(partner) == []


def test_a_poll_for_a_date_waits_once_however_often_it_was_mailed(staff, forum):
    seat = sit(staff, forum)
    link = rows.ask_when(seat)
    link.pk, link.token_hash = None, "again"
    link.save()
    assert waiting(staff) == ["Hvornår kan du mødes i Følgegruppe Østhøj?"]
    link.poll.times.get().replies.create(plan=seat.plan, seat=seat, reply="no")
    assert waiting(staff) == []


@pytest.mark.parametrize(
    ("due", "state", "is_there"),
    [(-3, "late", True), (14, "soon", True), (15, "far", False), (None, "undated", True)],
)
def test_an_answer_that_my_forum_owes(staff, forum, other_forum, due, state, is_there):
    sit(staff, forum)
    factories.make_referral(other_forum, forum, due=None if due is None else day(due))
    assert waiting(staff) == (["Svar Bestyrelsen om »Lys på stien«"] if is_there else [])


def test_a_partner_answers_for_the_forums_they_lead_and_not_for_others(partner, forum, other_forum):
    seat = sit(partner, forum)
    factories.make_referral(other_forum, forum, due=day(-1))
    assert waiting(partner) == []
    seat.part = "chair"
    seat.save()
    assert waiting(partner) == ["Svar Bestyrelsen om »Lys på stien«"]


def test_the_leader_sees_every_answer_that_is_late(plan, staff, forum, other_forum):
    leader = factories.make_membership(plan, role="leader")
    factories.make_referral(other_forum, forum, "Sen", due=day(-1))
    factories.make_referral(other_forum, forum, "I tide", due=day(1))
    assert waiting(leader) == ["Svar Bestyrelsen om »Sen«"]
    assert waiting(staff) == []


def test_what_came_back_waits_on_those_who_sent_it(staff, forum, other_forum):
    sit(staff, forum)
    sent = factories.make_referral(forum, other_forum)
    assert waiting(staff) == []
    type(sent).objects.filter(pk=sent.pk).update(state="returned")
    assert waiting(staff) == ["»Lys på stien« er sendt retur"]


def test_a_partners_promise_is_kept_from_here(partner, forum):
    made = rows.promise_at_meeting(sit(partner, forum))
    browser = client_of(partner.user)
    path = f"/solbakken/fora/moeder/{made.meeting_id}/aftaler/{made.pk}/klaret/"
    assert f'action="{path}"' in browser.get(PAGE).content.decode()
    assert browser.post(path, {"next": PAGE})["Location"] == PAGE
    assert waiting(partner) == []


def test_a_reader_who_promised_is_led_to_the_minutes(plan, forum):
    reader = factories.make_membership(plan, factories.make_user("Bo Læser"), "reader")
    rows.promise_at_meeting(sit(reader, forum))
    page = client_of(reader.user).get(PAGE).content.decode()
    assert waiting(reader) == ["Ring til driften"]
    assert "/klaret/" not in page


# -- The exchange, places and events --------------------------------------------------------------


def test_a_deal_waits_for_the_organisation_that_has_not_said_yes(plan, partner):
    own, other = factories.make_actor(plan, "Rosen"), factories.make_actor(plan)
    rows.speak_for(partner, own)
    deal = rows.offer_deal(factories.make_listing(own, "Borde", "wish"), other)
    assert waiting(partner) == ["Aftalen om »Borde« mangler jeres ja"]
    deal.giver_yes_at, deal.taker_yes_at = None, timezone.now()
    deal.save()
    assert waiting(partner) == []


def test_a_deal_waits_on_the_colleague_who_wrote_the_listing_or_holds_the_actor(plan, staff):
    actor, other = factories.make_actor(plan, "Rosen"), factories.make_actor(plan)
    listing = factories.make_listing(actor, "Borde", "wish")
    rows.offer_deal(listing, other)
    assert waiting(staff) == []
    listing.created_by = staff.user
    listing.save()
    assert waiting(staff) == ["Aftalen om »Borde« mangler et ja"]


@pytest.mark.parametrize("role", ["leader", "staff", "partner"])
def test_a_time_waits_for_the_owners_yes_once_for_all_days(plan, role):
    member = factories.make_membership(plan, factories.make_user(), role)
    owner, borrower = factories.make_actor(plan), factories.make_actor(plan, "Rosen")
    rows.speak_for(member, owner)
    place, series = factories.make_place(owner), plan.pk
    for ahead in (4, 11, 18):
        rows.ask_to_borrow(place, borrower, ahead, series=series)
    assert waiting(member) == ["Må Rosen låne Festsalen?"]
    assert "og 2 dage mere" in client_of(member.user).get(PAGE).content.decode()


def test_a_time_at_somebody_elses_place_waits_on_who_holds_it(plan, partner, staff):
    holder = factories.make_membership(plan, factories.make_user("Lis"))
    place = factories.make_place(factories.make_actor(plan, held_by=holder))
    rows.speak_for(partner, factories.make_actor(plan, "Rosen"))
    rows.ask_to_borrow(place, factories.make_actor(plan, "Køberen"))
    assert waiting(partner) == waiting(staff) == []
    assert "Må Køberen låne Festsalen?" in waiting(holder)


def test_a_listing_that_runs_out_is_renewed_from_here(plan, staff):
    listing = factories.make_listing(
        factories.make_actor(plan, "Rosen"), "Borde", ends_on=day(2), created_by=staff.user
    )
    (title,) = waiting(staff)
    assert title.startswith("»Borde« udløber ")
    answer = client_of(staff.user).post(f"/solbakken/ressourceboers/{listing.pk}/forny/", {"next": PAGE})
    assert answer["Location"] == PAGE
    assert waiting(staff) == []


def test_a_waiting_list_waits_on_who_made_the_event(plan, staff):
    for title, maker in (("Min fest", staff.user), ("En andens", factories.make_user())):
        event = factories.make_event(plan, title, day(6), created_by=maker)
        factories.make_guest(event, state="waiting")
        factories.make_guest(event)
    assert waiting(staff) == ["Én venter på plads til Min fest"]


# -- Nobody else's ----------------------------------------------------------------------------------


def test_nothing_of_another_plan_or_another_member_waits_on_me(plan, other, member):
    rows.one_of_each(other.membership, other.actor, 1)
    strange = factories.make_membership(plan, factories.make_user("Else"))
    stranger = factories.make_actor(plan, held_by=strange)
    rows.one_of_each(strange, stranger, 2)
    mine = waiting(member)
    if member.role == "leader":
        mine.remove("Svar Bestyrelse 2 om »Lys 2«")
    assert mine == []


def test_all_of_it_waits_on_the_member_it_is_for(plan, staff):
    rows.one_of_each(staff, factories.make_actor(plan, "Rosen", held_by=staff), 1)
    assert len(waiting(staff)) >= 9


# -- Initiatives --------------------------------------------------------------------------------


def test_a_group_is_asked_again_after_half_a_year(staff, plan):
    today = timezone.localdate()
    for name, days, follows in (
        ("Havefesten", 200, staff.user),
        ("Cafeen", 100, staff.user),
        ("Koret", 200, None),
    ):
        initiative = factories.make_initiative(plan, name, relation=follows)
        factories.make_review(initiative, held_on=today - timedelta(days=days))
    assert waiting(staff) == ["Se, hvad der har rykket sig i Havefesten"]
