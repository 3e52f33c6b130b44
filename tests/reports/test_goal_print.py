"""Status per goal on paper, and the one function that screen, paper and spreadsheet ask."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from reports.indicators import goal_rows
from tests import factories
from tests.reports.goal_pages import TODAY, text_of
from tests.reports.papers import fonts_of, millimetres, pdf_of
from tests.reports.papers import text_of as words_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def friday():
    """All pages think that it is Friday 20 November 2026."""
    with time_machine.travel(TODAY, tick=True):
        yield


@pytest.fixture
def goal(plan):
    theme = plan.focusareas.create(name="Beskæftigelse")
    goal = factories.make_goal(plan, focus_area=theme)
    indicator = factories.make_indicator(goal, unit="unge", target=25)
    for month, amount in ((8, 9), (9, 12), (10, 19)):
        factories.make_value(indicator, date(2026, month, 1), amount)
    factories.make_story(goal)
    return goal


def paper(client, plan, query=""):
    return client.get(reverse("reports:goals", args=[plan.slug]) + query)


def test_the_board_gets_it_on_a4_with_its_fonts(as_bo, plan, goal):
    answer = paper(as_bo, plan)
    document = pdf_of(answer)
    assert millimetres(document.pages[0].trimbox) == [210, 297]
    assert all(embedded for _, embedded in fonts_of(document))
    words = " ".join(words_of(answer).split())
    assert "Steget fra 9 til 19 unge siden august. Målet er 25 unge." in words
    assert "Byggemarkedet ringede selv" in words
    assert "Mål 25" in words


def test_an_earlier_day_shows_what_was_known_then(as_bo, plan, goal):
    shown = text_of(paper(as_bo, plan, "?vis=1&til=2026-09-30"))
    assert "Steget fra 9 til 12 unge siden august." in shown
    assert "Byggemarkedet" not in shown
    for nonsense in ("?vis=1&til=2030-01-01", "?vis=1&til=i+går"):
        assert "Steget fra 9 til 19" in text_of(paper(as_bo, plan, nonsense))


def test_without_goals_it_says_so(as_bo, as_partner, plan):
    assert "Ingen mål endnu." in text_of(paper(as_bo, plan, "?vis=1"))
    assert paper(as_partner, plan).status_code == 403


def test_goal_rows_gives_everything_frozen(plan, goal):
    part = factories.make_goal(plan, "Delmål", parent=goal, focus_area=goal.focus_area)
    factories.make_indicator(part, "Fremmøde", automatic="attendance")
    factories.make_goal(plan, "Løst mål")
    rows = goal_rows(plan, date(2026, 11, 20), now=NOW)
    assert [(focus.name, len(focus.goals)) for focus in rows] == [
        ("Beskæftigelse", 1), ("Uden indsatsområde", 1),
    ]  # fmt: skip
    row = rows[0].goals[0]
    assert [one.name for one in row.all_indicators] == ["Unge i fritidsjob", "Fremmøde"]
    assert [part.name for part in row.parts] == ["Delmål"]
    assert hash(row.indicators[0].points[0])
    assert row.indicators[0].points[-1].period.code == "2026-11"


def test_what_has_no_history_is_known_of_today_alone(plan, goal):
    factories.make_actor(plan, status="active")
    factories.make_indicator(goal, "Aktive aktører", automatic="active")

    def latest(until):
        return goal_rows(plan, until, now=NOW)[0].goals[0].indicators[1].latest

    assert latest(date(2026, 11, 20)).amount == 1
    assert latest(date(2026, 9, 30)) is None


def test_days_are_those_of_copenhagen(plan, goal):
    forum = factories.make_forum(plan)
    # Half past midnight on 1 November here is still October in UTC.
    begin = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
    forum.meetings.create(plan=plan, begins_at=begin, ends_at=begin.replace(minute=50))
    factories.make_indicator(goal, "Møder", automatic="meetings")
    points = goal_rows(plan, date(2026, 11, 20), now=NOW)[0].goals[0].indicators[1].points
    assert [(one.period.code, one.amount) for one in points[-2:]] == [("2026-10", 0), ("2026-11", 1)]
