"""The interviews on the tab Værdier: by value, under the questions as they were asked."""

import pytest

from tests import factories


@pytest.fixture
def school(plan):
    return factories.make_actor(plan, "Bakkeskolen")


def tab(browser, actor):
    return browser.get(f"/solbakken/aktoerer/{actor.pk}/vaerdier/").content.decode()


def test_answers_stand_by_value_and_what_was_not_answered_does_not(as_alma, plan, school):
    interview = factories.make_interview(school, channel="desk")
    interview.answers.create(
        plan=plan, question_key="limits", question="Hvad helst ikke?", value=4, text="Støj\nLarm"
    )
    interview.answers.create(plan=plan, question_key="has", question="Hvad har I?", value=5, text="")
    page = tab(as_alma, school)

    assert "14. oktober" in page
    assert "Ved skrivebordet" in page
    assert "<dt>Hvad helst ikke?</dt><dd>Støj<br>Larm</dd>" in page
    assert "Hvad har I?" not in page
    assert f'href="/solbakken/aktoerer/{school.pk}/interview/{interview.pk}/"' in page


def test_the_newest_comes_first_and_what_was_deleted_is_not_there(as_alma, school):
    factories.make_interview(school, held_on="2026-03-01")
    factories.make_interview(school, held_on="2026-06-01")
    factories.make_interview(school, held_on="2026-08-01", deleted_at="2026-09-01T00:00Z")
    page = tab(as_alma, school)

    assert page.index("1. juni") < page.index("1. marts")
    assert "1. august" not in page


def test_none_yet_leads_on_to_the_first(as_alma, school):
    page = tab(as_alma, school)

    assert "Ingen interview endnu." in page
    assert f'href="/solbakken/aktoerer/{school.pk}/interview/ny/"' in page
