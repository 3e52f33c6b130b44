"""How many queries Overblik takes for each role: the same for 1, 3 and 50 of everything, and at most 15."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.cast import client_of
from tests.reports import waiting_rows as rows

# The session, the user and the membership are three of them.
QUERIES = {"leader": 13, "staff": 13, "partner": 14, "reader": 12}


def queries_of(role: str, number: int) -> int:
    """The queries of one look at the page of a plan with so many of everything."""
    plan = factories.make_plan()
    member = factories.make_membership(plan, factories.make_user(), role)
    own = factories.make_actor(plan, "Rosen", held_by=member)
    if role == "partner":
        rows.speak_for(member, own)
    for one in range(number):
        rows.one_of_each(member, own, one)
        factories.make_contact(own, consent_state="expired")
    browser, path = client_of(member.user), f"/{plan.slug}/overblik/?vis=alle"
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return len(captured)


@pytest.mark.django_db
@pytest.mark.parametrize("role", QUERIES)
def test_overblik_takes_the_same_few_queries_whatever_there_is(role):
    assert {number: queries_of(role, number) for number in (1, 3, 50)} == dict.fromkeys(
        (1, 3, 50), QUERIES[role]
    )
    assert QUERIES[role] <= 15
