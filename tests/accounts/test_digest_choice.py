"""The week's mail is one's own choice: on the account page, and by the link in the mail."""

from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.digest_links import member_of, stop_address
from tests import factories
from tests.cast import client_of

pytestmark = pytest.mark.django_db
PAGE = "/profil/"


@pytest.fixture
def member(plan, alma):
    return factories.make_membership(plan, alma)


@time_machine.travel("2026-10-14T06:30:00Z", tick=False)
@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("0", "Gemt. Næste mail kommer mandag 19. oktober."),
        ("4", "Gemt. Næste mail kommer fredag 16. oktober."),
        ("2", "Gemt. Næste mail kommer senest i morgen."),
        ("", "Gemt.<"),
    ],
)
def test_the_receipt_says_when_the_next_mail_comes(member, value, told):
    fields = {"name": "Alma Bøgh", "mail-solbakken": value}
    shown = unescape(client_of(member.user).post(PAGE, fields, follow=True).content.decode())
    assert told in shown
    assert "L, K, N, /, G og ? virker uden for felter." in shown
    again = client_of(member.user).post(PAGE, fields, follow=True).content.decode()
    assert "Næste mail" not in again


def chosen(member):
    member.refresh_from_db()
    return member.digest_day


def test_nobody_gets_it_unasked(member):
    assert member.digest_day is None
    page = unescape(client_of(member.user).get(PAGE).content.decode())
    assert "Ugens mail fra Solbakken" in page
    assert '<option value="" selected>Ingen mail</option>' in page


def test_a_day_is_chosen_on_the_account_page_and_taken_back_there(member):
    browser = client_of(member.user)
    for value, day in (("3", 3), ("", None)):
        answer = browser.post(PAGE, {"name": "Alma Bøgh", "shortcuts": "on", "mail-solbakken": value})
        assert answer["Location"] == PAGE
        assert chosen(member) == day


@time_machine.travel("2026-10-14T06:30:00Z", tick=False)
@pytest.mark.parametrize(("value", "week"), [("0", "2026-10-12"), ("2", "None"), ("4", "None")])
def test_a_day_that_has_gone_by_begins_next_week(member, value, week):
    client_of(member.user).post(PAGE, {"name": "Alma Bøgh", "mail-solbakken": value})
    member.refresh_from_db()
    assert str(member.digest_week) == week


@pytest.mark.parametrize("value", ["5", "-1", "mandag", "\x00"])
def test_a_day_that_is_none_is_refused_and_nothing_is_saved(member, value):
    answer = client_of(member.user).post(PAGE, {"name": "Et andet", "mail-solbakken": value})
    assert answer.status_code == 200
    assert chosen(member) is None
    member.user.refresh_from_db()
    assert member.user.name == "Alma Bøgh"


def test_each_plan_has_its_own_day_and_no_other_plan_is_offered(member, other):
    second = factories.make_membership(factories.make_plan("Lyngby", "lyngby"), member.user, "reader")
    browser = client_of(member.user)
    assert "KANARIE" not in browser.get(PAGE).content.decode()
    browser.post(PAGE, {"name": "Alma", "mail-lyngby": "1", "mail-kanariehaven": "1"})
    assert (chosen(member), chosen(second), chosen(other.membership)) == (None, 1, None)


def test_support_has_no_mail_to_choose(plan):
    ends = timezone.now() + timedelta(days=1)
    helper = factories.make_membership(plan, factories.make_user("Sue"), "support", ends_at=ends)
    assert "Ugens mail" not in client_of(helper.user).get(PAGE).content.decode()


# -- The link in the mail --------------------------------------------------------------------------


def test_the_link_asks_once_and_the_press_ends_the_mail_without_login(member):
    member.digest_day = 2
    member.save()
    browser, link = Client(), stop_address(member)
    assert "Stop ugens mail" in browser.get(link).content.decode()
    assert chosen(member) == 2
    answer = browser.post(link, follow=True)
    assert answer.redirect_chain == [(link, 302)]
    assert "Du får ikke ugens mail" in answer.content.decode()
    assert chosen(member) is None


def test_a_link_that_is_not_ours_or_of_one_who_left_leads_nowhere(member):
    link = stop_address(member)
    assert Client().get(link[:-2] + "x/").status_code == 404
    assert Client().get(f"/profil/ugens-mail/{member.pk}/").status_code == 404
    member.delete()
    for answer in (Client().get(link), Client().post(link)):
        assert answer.status_code == 404


def test_a_link_is_about_one_member_alone(member, other):
    member.digest_day = other.membership.digest_day = 2
    member.save()
    other.membership.save()
    Client().post(stop_address(member))
    assert (chosen(member), chosen(other.membership)) == (None, 2)
    assert member_of(stop_address(member).split("/")[-2]) == member
