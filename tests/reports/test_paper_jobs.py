"""An ordered report as its owner sees it, and nobody else."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from reports.models import PaperFile, PaperJob
from reports.paper_making import make
from tests import factories
from tests.reports.ordered import make_job
from tests.reports.papers import pdf_of

URL = "/solbakken/rapporter/"
pytestmark = pytest.mark.django_db
# In Copenhagen it is 14.32.
AFTERNOON = datetime(2026, 11, 30, 13, 32, tzinfo=UTC)
HTMX = {"HX-Request": "true", "HX-Target": "paper-job"}


@pytest.fixture
def own(plan, as_alma):
    """Alma's membership."""
    return plan.memberships.get(user__email="alma@solbakken.example")


def of(job, end=""):
    return f"{URL}bestilt/{job.pk}/{end}"


def test_pdf_is_ordered_and_followed(as_alma, plan, own):
    sent = {"som": "pdf", "submission": uuid.uuid4()}
    answer = as_alma.post(f"{URL}netvaerket/bestil/", sent)
    (job,) = plan.paperjobs.all()
    assert answer["Location"] == of(job)
    html = as_alma.get(of(job)).content.decode()
    assert "Venter på at komme til." in html
    assert f"{of(job)}?version=1" in html
    as_alma.post(f"{URL}netvaerket/bestil/", sent)
    assert plan.paperjobs.count() == 1


def test_the_page_shows_how_far_it_is_and_stops_asking_at_the_end(as_alma, own):
    job = make_job(own, "running", said="Læser netværket.", share=0.25)
    html = as_alma.get(of(job)).content.decode()
    assert "Læser netværket." in html
    assert 'value="25"' in html
    PaperJob.objects.filter(pk=job.pk).delete()
    done = as_alma.get(of(make_job(own))).content.decode()
    assert "Hent PDF" in done
    assert "hx-trigger" not in done


def test_nothing_new_is_204_and_news_are_the_part(as_alma, own):
    job = make_job(own, "running")
    assert as_alma.get(f"{of(job)}?version=1", headers=HTMX).status_code == 204
    part = as_alma.get(f"{of(job)}?version=9", headers=HTMX)
    assert part.status_code == 200
    assert b"<html" not in part.content


def test_the_file_is_fetched_and_that_is_logged(as_alma, plan, own):
    job = make_job(own, data=b"%PDF-1.7 hej")
    answer = as_alma.get(of(job, "hent/"))
    assert answer.content == b"%PDF-1.7 hej"
    assert answer["Content-Type"] == "application/pdf"
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "private, no-store"
    (entry,) = plan.audit_entries.filter(verb="export")
    assert (entry.object_type, entry.fields) == ("paperjob", ["Netværkets udvikling"])


@pytest.mark.parametrize("end", ["", "hent/"])
def test_nobody_else_has_it(plan, own, as_leader, as_bo, as_carla, end):
    job = make_job(own)
    assert {browser.get(of(job, end)).status_code for browser in (as_leader, as_bo, as_carla)} == {404}


@pytest.mark.parametrize("end", ["stop/", "igen/"])
def test_nobody_else_stops_or_repeats_it(own, as_leader, as_carla, end):
    job = make_job(own, "running")
    assert {browser.post(of(job, end)).status_code for browser in (as_leader, as_carla)} == {404}
    job.refresh_from_db()
    assert job.state == "running"


def test_a_report_of_another_plan_is_not_reached_through_ones_own(as_alma, own, alma, other):
    there = factories.make_membership(other.plan, alma)
    assert as_alma.get(of(make_job(there), "hent/")).status_code == 404


def test_a_removed_member_gets_404(as_alma, own):
    job = make_job(own)
    own.delete()
    assert as_alma.get(of(job, "hent/")).status_code == 404


def test_in_another_role_it_is_gone(as_alma, own):
    job = make_job(own)
    own.role = "reader"
    own.save()
    assert as_alma.get(of(job)).status_code == 404


def test_after_a_day_it_is_deleted(as_alma, own):
    job = make_job(own, ago=timedelta(hours=24, minutes=1))
    assert as_alma.get(of(job, "hent/")).status_code == 404
    assert not PaperJob.objects.exists()


def test_stop_says_so_and_cannot_be_fetched(as_alma, own):
    job = make_job(own, "running")
    html = as_alma.post(of(job, "stop/"), follow=True).content.decode()
    assert "Netværkets udvikling er stoppet." in html
    assert "Prøv igen" in html
    assert as_alma.get(of(job, "hent/")).status_code == 404


@pytest.mark.parametrize(("ago", "said"), [(0, "i dag kl. 14.32"), (24, "i går kl. 14.32")])
def test_it_says_when_its_figures_are_from(as_alma, own, time_machine, ago, said):
    time_machine.move_to(AFTERNOON, tick=False)
    job = make_job(own)
    PaperFile.objects.update(made_at=AFTERNOON - timedelta(hours=ago))
    assert f"Tal fra {said}" in as_alma.get(of(job)).content.decode()
    assert f"Tal fra {said}" in as_alma.get(URL).content.decode()


def test_it_is_made_anew_beside_the_one_there_is(as_alma, plan, own):
    job, sent = make_job(own, data=b"%PDF-1.7 hej"), {"submission": uuid.uuid4()}
    assert "Lav den med nye tal" in as_alma.get(of(job)).content.decode()
    answers = [as_alma.post(of(job, "igen/"), sent) for _ in range(2)]
    new = plan.paperjobs.exclude(pk=job.pk).get()
    assert [answer["Location"] for answer in answers] == [of(new), of(new)]
    assert (new.key, new.wish, new.state) == (job.key, job.wish, "waiting")
    assert as_alma.get(of(job, "hent/")).content == b"%PDF-1.7 hej"


def test_what_it_was_about_is_gone_when_it_is_made_anew(as_alma, plan, own):
    job = make_job(own, key="aktoerark", wish={"aktoer": str(uuid.uuid4())})
    answer = as_alma.post(of(job, "igen/"), follow=True)
    assert "Det, rapporten skulle handle om, er her ikke mere." in answer.content.decode()
    assert plan.paperjobs.count() == 1


def test_the_sheets_say_when_their_figures_are_from(as_alma, own, time_machine):
    time_machine.move_to(AFTERNOON, tick=False)
    job = make_job(own, "running")
    make(job.pk)
    pages = pdf_of(as_alma.get(of(job, "hent/"))).pages
    assert all("Tal fra 30. november 2026 kl. 14.32" in page.extract_text() for page in pages)


def test_broken_off_offers_to_try_again(as_alma, own):
    job = make_job(own, "running", ago=timedelta(minutes=2))
    html = as_alma.get(of(job)).content.decode()
    assert "Serveren blev genstartet, mens rapporten blev lavet." in html
    as_alma.post(of(job, "igen/"))
    job.refresh_from_db()
    assert job.state == "waiting"


def test_too_many_at_once_is_said(as_alma, own):
    for _ in range(3):
        make_job(own, "waiting")
    html = as_alma.post(f"{URL}netvaerket/bestil/", {"som": "pdf"}, follow=True).content.decode()
    assert "I har tre rapporter i gang i forvejen." in html


def test_refused_for_its_rows_leads_to_the_spreadsheet(as_alma, plan, own, monkeypatch):
    factories.make_collaboration(plan)
    monkeypatch.setattr("reports.paper_shapes.ROWS_AT_MOST", 0)
    job = make_job(own, "running")
    make(job.pk)
    html = as_alma.get(of(job)).content.decode()
    assert "og en PDF kan have 0. Hent den som regneark." in html
    assert f'href="{URL}netvaerket/regneark/"' in html
    assert "Prøv igen" not in html


def test_it_is_made_as_it_was_ordered(as_alma, plan, own):
    school = factories.make_actor(plan, "Bakkeskolen")
    job = make_job(own, "running", key="aktoerark", wish={"aktoer": str(school.pk)})
    make(job.pk)
    pages = pdf_of(as_alma.get(of(job, "hent/"))).pages
    assert "Bakkeskolen" in pages[0].extract_text()


@pytest.mark.parametrize("change", ["actor", "role", "member"])
def test_what_it_was_about_is_gone(plan, own, change):
    school = factories.make_actor(plan, "Bakkeskolen")
    job = make_job(own, "running", key="aktoerark", wish={"aktoer": str(school.pk)})
    if change == "actor":
        school.delete()
    else:
        own.role = {"role": "reader", "member": "partner"}[change]
        own.save()
    make(job.pk)
    job.refresh_from_db()
    assert (job.state, job.said[:32]) == ("refused", "Det, rapporten skulle handle om,")


def test_own_latest_stand_below(as_alma, own, as_leader):
    make_job(own, name="Vejviser til naboerne")
    assert "Vejviser til naboerne" in as_alma.get(URL).content.decode()
    assert "Vejviser til naboerne" not in as_leader.get(URL).content.decode()
