"""A report takes the same number of queries however much it tells of."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reports.paper_ask import PaperForm
from reports.paper_build import build
from reports.papers import PAPERS
from tests import factories

pytestmark = pytest.mark.django_db


def more(plan, member, hub, number: int) -> None:
    """So many more of everything."""
    for n in range(number):
        school = factories.make_actor(plan, held_by=member, areas=plan.areas.all())
        factories.make_contact(school)
        factories.make_collaboration(plan, school, hub, coordinator=school)
        factories.make_talk(school, rays={1: (3, "Flere unge", "En hal"), 4: 1})
        school.resources.create(plan=plan, kind="room", text="Hal")
        factories.make_follow_up(school, responsible=member)
        forum = factories.make_forum(plan, f"Forum {n}")
        factories.make_meeting(forum, date(2026, 3, 4))
        factories.make_referral(forum, factories.make_forum(plan))
        seat = factories.make_forum_seat(forum, actor=school, membership=member)
        forum.turns.create(plan=plan, seat=seat, starts_on=date.today() - timedelta(days=n + 1))
        initiative = plan.initiatives.create(name=f"Fritidsjob {n}", coordinator=school)
        initiative.partners.create(plan=plan, actor=school)


def queries_of(paper, plan, member) -> int:
    form = PaperForm(
        {"aktoer": plan.actors.first().pk}, paper=paper, plan=plan, membership=member, now=timezone.now()
    )
    assert form.is_valid()
    ask = form.ask()
    with CaptureQueriesContext(connection) as caught:
        build(paper, ask)
    return len(caught)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_the_same_number_for_few_and_for_many(plan, paper):
    member = factories.make_membership(plan)
    hub = factories.make_actor(plan, held_by=member)
    more(plan, member, hub, 1)
    few = queries_of(paper, plan, member)
    more(plan, member, hub, 4)
    assert queries_of(paper, plan, member) == few
