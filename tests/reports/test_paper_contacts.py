"""Reports show of people no more than their consent allows the one who asks, and nothing of another plan."""

import io
from datetime import date, timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from reports.paper_making import make
from reports.papers import PAPERS
from tests import factories
from tests.cast import client_of
from tests.reports.ordered import make_job
from tests.reports.papers import text_of

URL = "/solbakken/rapporter/"
pytestmark = pytest.mark.django_db
SHOWN, ASKED, TEAM_ONLY = "00 11 11 11", "00 22 22 22", "00 33 33 33"
LATER = date(2099, 1, 1)


@pytest.fixture
def school(plan):
    """One who said yes to all in the plan, one who was only asked, one who said yes to the team."""
    actor = factories.make_actor(plan, "Bakkeskolen")
    given = {"consent_state": "given", "consent_until": LATER}
    factories.make_contact(actor, "Ja Jensen", phone=SHOWN, consent_scope="team,plan", **given)
    factories.make_contact(actor, "Spurgt Sø", phone=ASKED, consent_state="asked")
    factories.make_contact(actor, "Kun Team", phone=TEAM_ONLY, consent_scope="team", **given)
    return actor


def seen_in(text: str) -> list[str]:
    return [number for number in (SHOWN, ASKED, TEAM_ONLY) if number in text]


def all_cells(content: bytes) -> str:
    book = load_workbook(io.BytesIO(content))
    return " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


@pytest.mark.parametrize("key", ["vejviser", "aktoerark"])
def test_staff_see_the_team_and_a_reader_the_plan(as_alma, as_bo, school, key):
    for browser, expected in ((as_alma, [SHOWN, TEAM_ONLY]), (as_bo, [SHOWN])):
        chosen = {"aktoer": school.pk}
        assert seen_in(browser.get(f"{URL}{key}/", chosen).content.decode()) == expected
        assert seen_in(all_cells(browser.get(f"{URL}{key}/regneark/", chosen).content)) == expected


@pytest.mark.parametrize(("role", "expected"), [("staff", [SHOWN, TEAM_ONLY]), ("reader", [SHOWN])])
def test_the_pdf_shows_what_its_owner_may_see(plan, school, role, expected):
    member = factories.make_membership(plan, role=role)
    job = make_job(member, "running", key="vejviser")
    make(job.pk)
    answer = client_of(member.user).get(f"{URL}bestilt/{job.pk}/hent/")
    assert seen_in(text_of(answer)) == expected
    assert plan.audit_entries.filter(verb="contact_shown").count() == len(expected)


@pytest.mark.parametrize("change", ["withdrawn", "expired", "deleted", "new number"])
def test_a_kept_file_is_not_given_out_when_one_may_no_longer_be_seen(as_alma, plan, school, change):
    job = make_job(plan.memberships.get(), "running", key="vejviser")
    make(job.pk)
    contact = plan.contacts.get(name="Ja Jensen")
    fields = {
        "withdrawn": {"consent_state": "withdrawn", "consent_until": None},
        "expired": {"consent_until": timezone.localdate() - timedelta(days=1)},
        "deleted": {"deleted_at": timezone.now()},
        "new number": {"phone": "00 44 44 44"},
    }[change]
    plan.contacts.filter(pk=contact.pk).update(**fields)
    answer = as_alma.get(f"{URL}bestilt/{job.pk}/hent/", follow=True)
    assert "Et samtykke eller en kontaktperson er ændret" in answer.content.decode()
    assert not plan.audit_entries.filter(verb="export").exists()


def test_a_new_person_does_not_take_the_file_away(as_alma, plan, school):
    job = make_job(plan.memberships.get(), "running", key="vejviser")
    make(job.pk)
    factories.make_contact(school, "Ny Nielsen")
    assert as_alma.get(f"{URL}bestilt/{job.pk}/hent/").status_code == 200


@pytest.mark.parametrize("key", [paper.key for paper in PAPERS])
def test_nothing_of_another_plan_stands_in_any_report(as_alma, school, other, key):
    chosen = {"aktoer": school.pk}
    assert "KANARIE" not in as_alma.get(f"{URL}{key}/", chosen).content.decode()
    assert "KANARIE" not in all_cells(as_alma.get(f"{URL}{key}/regneark/", chosen).content)


def test_a_kept_file_that_names_one_who_was_deleted_is_not_given_out(as_alma, plan, school):
    job = make_job(plan.memberships.get(), "running", key="aktoerark", wish={"aktoer": str(school.pk)})
    make(job.pk)
    assert "Spurgt Sø" in text_of(as_alma.get(f"{URL}bestilt/{job.pk}/hent/"))
    school.contacts.filter(name="Spurgt Sø").update(deleted_at=timezone.now())
    answer = as_alma.get(f"{URL}bestilt/{job.pk}/hent/", follow=True)
    assert "en kontaktperson er ændret" in answer.content.decode()
