"""A month of activities on paper."""

import io
import re
from datetime import date

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from exchange.models import PublicPage
from reports.pdf import write_document
from tests import factories
from tests.reading import text_of


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel("2026-11-30 09:00 +01:00", tick=False):
        yield


@pytest.fixture
def paper(as_alma, plan):
    """The page that the PDF is made from, for what is asked."""

    def asked(**query):
        return text_of(as_alma.get(reverse("reports:calendar", args=[plan.slug]), {"vis": "on", **query}))

    return asked


def test_the_month_stands_with_its_activities(plan, paper):
    actor = factories.make_actor(plan, "Rosen")
    factories.make_activity(actor, "Kor", every=1, until=date(2026, 12, 24), place="Salen", is_public=True)
    sheet = paper(dag="2026-12-03")
    assert "December 2026 Det sker i Solbakken" in sheet
    assert sheet.count("kl. 17–19 Kor · Salen") == 4


def test_what_is_cancelled_is_struck_through_and_says_so(as_alma, plan):
    actor = factories.make_actor(plan, "Rosen")
    weekly = factories.make_activity(actor, "Kor", every=1, until=date(2026, 12, 24), is_public=True)
    weekly.changes.create(plan=plan, day=date(2026, 12, 10))
    sheet = as_alma.get(reverse("reports:calendar", args=[plan.slug]), {"vis": "on", "dag": "2026-12-03"})
    assert sheet.content.decode().count("<s><b>kl. 17–19</b> Kor</s> <b>Aflyst</b>") == 1
    assert text_of(sheet).count("kl. 17–19 Kor") == 4


def test_what_is_filtered_away_is_not_on_paper(plan, paper):
    group, actor = plan.targetgroups.get(), factories.make_actor(plan, "Rosen")
    factories.make_activity(actor, "Kor", is_public=True)
    factories.make_activity(actor, "Leg", groups=[group], is_public=True)
    narrowed = paper(dag="2026-12-03", maalgruppe=str(group.pk))
    assert ("Kor" in narrowed, "Det sker i Solbakken · Børn og unge" in narrowed) == (False, True)


def test_the_days_have_their_names(paper):
    assert "24. Juleaften 25. Juledag 26. 2. juledag" in paper(dag="2026-12-03")


def test_a_full_month_says_how_much_is_left_out_and_where_it_stands(plan, paper):
    actor = factories.make_actor(plan, "Rosen")
    for number in range(20):
        for week in range(4):
            factories.make_activity(
                actor, f"Aktivitet {number}", date(2026, 12, 3 + 7 * week), is_public=True
            )  # fmt: skip
    closed = paper(dag="2026-12-03")
    assert re.search(r"\+ \d+ flere", closed)
    assert "Der sker mere, end der er plads til her. Spørg os om resten." in closed
    PublicPage.objects.create(plan=plan, is_on=True)
    assert "Resten står på testserver/aabent/solbakken/kalender" in paper(dag="2026-12-03")
    assert "Resten står i kalenderen på På banen." in paper(dag="2026-12-03", til="selv")


def test_the_sheet_for_the_door_holds_only_what_all_may_see(plan, paper):
    actor = factories.make_actor(plan, "Rosen")
    factories.make_activity(actor, "Kor", is_public=True)
    factories.make_activity(actor, "Personalemøde")
    for asked in ({}, {"til": "opslag"}, {"til": "noget andet"}):
        door = paper(dag="2026-12-03", **asked)
        assert ("Kor" in door, "Personalemøde" in door, "Det sker i Solbakken" in door) == (True, False, True)
    own = paper(dag="2026-12-03", til="selv")
    assert ("Kor" in own, "Personalemøde" in own, "Det sker i" in own) == (True, True, False)
    assert "December 2026 Kalender · kun til jer selv" in own


def test_the_calendar_offers_both_papers(as_alma, plan):
    shown = as_alma.get(reverse("calendar:month", args=[plan.slug]), {"dag": "2026-12-03"})
    assert "Print til opslag Print til jer selv" in text_of(shown)
    assert "?dag=2026-12-03&amp;til=selv" in shown.content.decode()


def test_a_full_month_of_six_weeks_is_one_sheet(as_alma, plan):
    actor = factories.make_actor(plan, "Rosen")
    for day in range(1, 31):
        for number in range(5):
            factories.make_activity(
                actor, f"Fællesspisning med suppe og brød {number}", date(2027, 5, day),
                place="Medborgercentrets store sal",
            )  # fmt: skip
    asked = {"dag": "2027-05-03", "til": "selv", "vis": "on"}
    html = as_alma.get(reverse("reports:calendar", args=[plan.slug]), asked).content.decode()
    (page,) = PdfReader(io.BytesIO(write_document(html))).pages
    assert "Der sker mere, end der er plads til her." in page.extract_text()


def test_a_stranger_finds_no_paper(as_carla, plan):
    assert as_carla.get(reverse("reports:calendar", args=[plan.slug])).status_code == 404
