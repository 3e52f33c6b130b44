"""The page of reports, each report on screen, and as spreadsheet."""

import io

import pytest
from openpyxl import load_workbook

from reports.paper_shapes import ROWS_AT_MOST
from reports.papers import PAPERS
from tests import factories

URL = "/solbakken/rapporter/"
pytestmark = pytest.mark.django_db
KEYS = [paper.key for paper in PAPERS]
# What a reader may not see elsewhere is not in a report either.
NOT_FOR_READERS = {"ansoegning", "overdragelse"}


def headings(response) -> list[str]:
    html = response.content.decode()
    return [part.split("</h2>")[0] for part in html.split("<h2>")[1:]]


@pytest.fixture
def school(plan):
    return factories.make_actor(plan, "Bakkeskolen", core_task="Skole")


def test_staff_see_all_kinds_and_readers_those_they_may(as_alma, as_bo):
    names = [paper.name for paper in PAPERS]
    assert headings(as_alma.get(URL))[: len(names)] == names
    of_bo = [paper.name for paper in PAPERS if paper.key not in NOT_FOR_READERS]
    assert headings(as_bo.get(URL))[: len(of_bo)] == of_bo


@pytest.mark.parametrize("key", KEYS)
def test_each_report_opens_on_screen_for_those_who_may(as_alma, as_bo, as_partner, as_carla, school, key):
    address = f"{URL}{key}/?aktoer={school.pk}"
    assert as_alma.get(address).status_code == 200
    assert as_bo.get(address).status_code == (403 if key in NOT_FOR_READERS else 200)
    assert as_partner.get(address).status_code == 403
    assert as_carla.get(address).status_code == 404


@pytest.mark.parametrize("key", KEYS)
def test_each_report_is_a_workbook(as_alma, plan, school, key):
    answer = as_alma.get(f"{URL}{key}/regneark/?aktoer={school.pk}")
    first = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert [cell.value for cell in first[1]] == ["Kapitel", "Afsnit", "Hvad", "Tal", "Note"]
    (entry,) = plan.audit_entries.filter(verb="export")
    assert entry.fields == [next(paper.name for paper in PAPERS if paper.key == key)]


def test_an_unknown_report_is_not_found(as_alma):
    assert as_alma.get(f"{URL}findesikke/").status_code == 404
    assert as_alma.post(f"{URL}findesikke/bestil/").status_code == 404


def test_the_sheet_of_an_actor_begins_with_the_choice(as_alma, school):
    html = as_alma.get(f"{URL}aktoerark/").content.decode()
    assert "Bakkeskolen" in html
    assert "Vælg en aktør, så laver vi arket" not in html


def test_an_actor_of_another_plan_cannot_be_chosen(as_alma, other):
    html = as_alma.get(f"{URL}aktoerark/?aktoer={other.actor.pk}").content.decode()
    assert "Vælg en aktør, så laver vi arket" in html
    assert "KANARIE" not in html


def test_a_colleague_of_another_plan_cannot_be_chosen(as_alma, other):
    html = as_alma.get(f"{URL}overdragelse/?hvem={other.membership.pk}").content.decode()
    assert "KANARIE" not in html
    assert "Det er lovet" not in html


def test_an_order_without_its_actor_says_what_to_do(as_alma, plan):
    html = as_alma.post(f"{URL}aktoerark/bestil/", {"som": "pdf"}).content.decode()
    assert "Ret én ting, så laver vi rapporten" in html
    assert "Vælg en aktør, så laver vi arket" in html
    assert not plan.paperjobs.exists()


@pytest.mark.parametrize(
    ("wanted", "leads_to"), [("regneark", "aaret/regneark/?aar=2026"), ("skaerm", "aaret/?aar=2026")]
)
def test_spreadsheet_and_screen_are_led_to(as_alma, plan, wanted, leads_to):
    plan.starts_on = "2025-01-01"
    plan.save()
    answer = as_alma.post(f"{URL}aaret/bestil/", {"som": wanted, "aar": "2026"})
    assert answer["Location"] == f"{URL}{leads_to}"


def test_too_long_a_report_says_the_way_out_instead_of_a_button(as_alma, plan, monkeypatch):
    factories.make_collaboration(plan)
    monkeypatch.setattr("reports.paper_shapes.ROWS_AT_MOST", 1)
    html = as_alma.get(f"{URL}netvaerket/").content.decode()
    assert "Hent den som regneark. Der er alle rækker med." in html
    assert "/netvaerket/bestil/" not in html
    assert ROWS_AT_MOST == 2000
