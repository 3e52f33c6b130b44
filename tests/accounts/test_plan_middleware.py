"""Whose data it is stands in the address."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.actions import RESERVED_SLUGS, AccountsProblem, create_plan
from tests import factories
from tests.cast import client_of
from tests.robustness.routes import all_routes

pytestmark = pytest.mark.django_db


def test_a_member_sees_the_plan(as_alma):
    response = as_alma.get("/solbakken/plan/")
    assert response.status_code == 200
    assert "<h1>Solbakken</h1>" in response.content.decode()


def test_a_stranger_gets_the_same_page_for_a_plan_and_for_nothing(as_carla, plan):
    there, nowhere = as_carla.get("/solbakken/plan/"), as_carla.get("/ingen-plan/plan/")
    assert (there.status_code, nowhere.status_code) == (404, 404)
    token = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
    assert token.sub(b"", there.content) == token.sub(b"", nowhere.content)


def test_without_login_every_plan_asks_for_it(client, plan):
    response = client.get("/solbakken/plan/")
    assert response.status_code == 302
    assert response["Location"] == "/konto/log-ind/?next=/solbakken/plan/"


def test_a_membership_that_ends_holds_no_longer_than_that(as_alma, plan, alma):
    plan.memberships.filter(user=alma).delete()
    assert as_alma.get("/solbakken/plan/").status_code == 404


def test_a_user_who_is_shut_out_is_asked_to_log_in(as_alma, alma):
    alma.is_active = False
    alma.save()
    assert as_alma.get("/solbakken/plan/").status_code == 302


@pytest.mark.parametrize(("hours", "status"), [(1, 200), (-1, 404)])
def test_support_sees_a_plan_until_its_grant_ends(plan, hours, status):
    helper = factories.make_user("Sussi Support", is_support=True)
    ends_at = timezone.now() + timedelta(hours=hours)
    factories.make_membership(plan, helper, role="support", ends_at=ends_at)
    assert client_of(helper).get("/solbakken/plan/").status_code == status


def test_support_without_a_grant_sees_no_plan(plan):
    helper = factories.make_user("Sussi Support", is_support=True)
    assert client_of(helper).get("/solbakken/plan/").status_code == 404


def test_pages_are_kept_by_no_cache(as_alma):
    response = as_alma.get("/solbakken/plan/")
    assert response["Cache-Control"] == "private, no-store"
    assert {"HX-Request", "Cookie"} <= {word.strip() for word in response["Vary"].split(",")}
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_home_goes_straight_to_the_only_plan(as_alma):
    assert as_alma.get("/")["Location"] == "/solbakken/"


def test_home_lets_one_choose_between_two(as_alma, alma):
    factories.make_membership(factories.make_plan("Nørrevang", slug="noerrevang"), alma)
    page = as_alma.get("/").content.decode()
    assert 'href="/solbakken/"' in page
    assert 'href="/noerrevang/"' in page


def test_home_tells_a_user_without_a_plan_what_to_do(db):
    page = client_of(factories.make_user()).get("/").content.decode()
    assert "Bed jeres leder sende dig en invitation" in page


def test_htmx_is_told_to_fetch_the_login_page(client, plan):
    response = client.get("/solbakken/plan/", headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert response["HX-Redirect"] == "/konto/log-ind/?next=/solbakken/plan/"


def test_no_plan_takes_the_first_word_of_an_address_of_the_house(alma):
    first = {route.template.split("/")[0] for route in all_routes()}
    assert {word for word in first if word and not word.startswith("%")} <= RESERVED_SLUGS
    with pytest.raises(AccountsProblem, match="bruger vi selv"):
        create_plan(name="Spil", slug="spil", leader=alma)
