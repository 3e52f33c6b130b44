"""The high school days of the handbook: entered page by page, read by others, and printed."""

import pytest
from django.urls import reverse

from mapping.initiative_method import FACTORS
from mapping.models import Initiative
from tests import factories
from tests.mapping.initiative_pages import address, answers, facts
from tests.reading import text_of

PARTS = {
    "Medborgercentret": {"role_2": "Søger fond", "contribution_3": "Timer, program", "gain_3": "Nye gæster"},
    "Plejehjemmet": {"role_2": "Vært", "contribution_3": "Lokaler og timer", "gain_3": "Nye naboer"},
    "Helhedsplanen": {"role_1": "Fik idéen", "contribution_3": "Timer ved dørene", "gain_3": "Flere ude"},
}  # fmt: skip


@pytest.fixture
def actors(plan):
    return {name: factories.make_actor(plan, name) for name in PARTS}


@pytest.fixture
def days(as_alma, plan, actors):
    """Entered from the idea to the third year, by the pages alone."""
    data = facts(
        purpose="Fire dage med foredrag, sang og mad for ældre", coordinator=actors["Medborgercentret"].pk
    )
    as_alma.post(address(plan, "create"), data)
    days = Initiative.objects.get()
    for name in ("Plejehjemmet", "Helhedsplanen"):
        as_alma.post(address(plan, "partner_add", days), {"actor": actors[name].pk, "in_phases": [1]})
    for partner in days.partners.select_related("actor"):
        data = {"version": partner.version} | PARTS[partner.actor.name]
        as_alma.post(address(plan, "partner_edit", days, partner), data)
    as_alma.post(address(plan, "factors_add", days), answers(FACTORS, 1, 2, 2, 1, held_on="2023-02-01"))
    for seen, phase in ((1, 2), (2, 3)):
        as_alma.post(address(plan, "move", days), {"phase": phase, "seen": seen})
    as_alma.post(address(plan, "factors_add", days), answers(FACTORS, 2, 2, 2, 2, held_on="2026-02-01"))
    return days


def test_it_is_all_there_for_who_reads_it(as_alma, as_bo, plan, days):
    shown = text_of(as_bo.get(address(plan, "initiative", days)))
    assert "Medborgercentret Tovholder Bidrager med Timer, program Får ud af det Nye gæster" in shown
    for words in (
        "Fire dage med foredrag, sang og mad for ældre",
        "Lokaler og timer",
        "Nye naboer",
    ):
        assert words in shown
    phases = text_of(as_bo.get(address(plan, "partners", days)))
    assert "Idé Fik idéen – –" in phases
    assert "Drift (nu) – Timer ved dørene Flere ude" in phases


def test_the_factors_came_into_place(as_alma, plan, days):
    shown = text_of(as_alma.get(address(plan, "factors", days)))
    assert "Alle fire er på plads. To er rykket frem siden sidst." in shown
    assert [one.phase for one in days.reviews.all()] == [3, 1]


def test_what_grew_out_of_it_is_told_and_printed(as_alma, plan, days):
    grew = "Lommepengejob på plejehjemmet\nPraktik, der blev til ansættelser"
    data = {"headline": "Sang i fire dage", "did": "Tre gik sammen", "grew": grew}
    assert "Praktik, der blev til ansættelser" in text_of(
        as_alma.post(address(plan, "story_edit", days), data, follow=True)
    )
    story = reverse("reports:initiative_story", args=[plan.slug, days.pk])
    for words in ("Sang i fire dage", "Lommepengejob på plejehjemmet", "Plejehjemmet"):
        assert words in text_of(as_alma.get(story, {"vis": 1}))
    agreement = reverse("reports:initiative_agreement", args=[plan.slug, days.pk])
    assert "Underskrifter For Medborgercentret" in text_of(as_alma.get(agreement, {"vis": 1}))
    for url in (story, agreement):
        assert as_alma.get(url).content.startswith(b"%PDF")
