"""Screen, PDF and spreadsheet show the same figures and the same rows."""

import io
from datetime import date, datetime
from html.parser import HTMLParser

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from reports.paper_making import make
from reports.paper_shapes import cell_text
from reports.papers import PAPERS
from tests import factories
from tests.reports.ordered import make_job
from tests.reports.papers import text_of

URL = "/solbakken/rapporter/"
pytestmark = pytest.mark.django_db


class Seen(HTMLParser):
    """The figures and the rows of tables that a page shows, in order."""

    def __init__(self, html: str):
        super().__init__()
        self.figures, self.rows, self._open = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in ("dt", "td", "dd", "small"):
            self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag == "dt":
            self.figures.append(["", ""])
        if tag == "td":
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data):
        where = self._open[-1] if self._open else ""
        if where == "td":
            self.rows[-1][-1] += data
        elif where in ("dt", "dd") and self.figures:
            self.figures[-1][where == "dd"] += data.strip()


def on_screen(html: str):
    seen = Seen(html.split("<main")[1].split("</main")[0])
    return seen.figures, [row for row in seen.rows if row]


def in_workbook(content: bytes):
    book = load_workbook(io.BytesIO(content))
    first, *sheets = ([_texts(row) for row in sheet.iter_rows(values_only=True)] for sheet in book)
    figures = [[row[2], row[3]] for row in first[2:] if row[3] != "–"]
    return figures, [row for sheet in sheets for row in sheet[1:]]


def _texts(row) -> list[str]:
    cells = [cell.date() if isinstance(cell, datetime) else cell for cell in row]
    return [cell_text(cell) for cell in cells]


def packed(text: str) -> str:
    """Without white space and hyphens at the end of lines, which are the page's own."""
    return "".join(text.replace("\N{SOFT HYPHEN}", "").replace("-", "").split())


@pytest.fixture
def told(plan, as_alma):
    """Something of everything that stands in reports."""
    member = plan.memberships.get()
    school, library = (
        factories.make_actor(plan, "Bakkeskolen", held_by=member),
        factories.make_actor(plan, "Biblioteket", "other"),
    )
    factories.make_contact(
        school,
        "Lone Riis",
        phone="00 11 22 33",
        consent_state="given",
        consent_scope="team",
        consent_until=date(2099, 1, 1),
    )
    factories.make_collaboration(plan, school, library, since=date(2026, 2, 3), carried_on_by="Skolen")
    factories.make_collaboration(plan, school, library, about="Avisklub")
    factories.make_talk(school, rays={1: (3, "Flere unge", "En hal"), 4: 1})
    school.resources.create(plan=plan, kind="room", text="Hal til 1.200")
    school.needs.create(plan=plan, kind="hands", text="Frivillige")
    factories.make_follow_up(school, responsible=member)
    board, group = factories.make_forum(plan, "Bestyrelsen", "board"), factories.make_forum(plan)
    factories.make_meeting(board, date(2026, 3, 4))
    factories.make_referral(group, board)
    initiative = plan.initiatives.create(name="Fritidsjob", coordinator=school)
    initiative.partners.create(plan=plan, actor=library)
    goal = factories.make_goal(plan)
    factories.make_value(factories.make_indicator(goal, unit="unge", target=25))
    factories.make_indicator(factories.make_goal(plan, "Lommepenge", parent=goal), "Butikker")
    factories.make_story(goal)
    return school


@pytest.mark.parametrize("key", [paper.key for paper in PAPERS])
def test_the_three_show_the_same(as_alma, plan, told, key):
    chosen = {"aktoer": str(told.pk)}
    figures, rows = on_screen(as_alma.get(f"{URL}{key}/", chosen).content.decode())
    assert in_workbook(as_alma.get(f"{URL}{key}/regneark/", chosen).content) == (figures, rows)
    job = make_job(plan.memberships.get(), "running", key=key, wish=chosen)
    make(job.pk)
    text = packed(text_of(as_alma.get(f"{URL}bestilt/{job.pk}/hent/")))
    assert [row for row in rows if packed("".join(row)) not in text] == []
    assert [pair for pair in figures if packed("".join(pair)) not in text] == []
    assert rows


def test_who_left_an_initiative_stands_in_no_report(as_alma, plan, told):
    initiative = plan.initiatives.get()
    gone = factories.make_actor(plan, "Rytmikken")
    factories.make_partner(initiative, gone)
    board = on_screen(as_alma.get(f"{URL}bestyrelsen/").content.decode())[1]
    assert ["Fritidsjob", "Rytmikken"] in [row[:2] for row in board]
    initiative.partners.filter(actor=gone).update(removed_at=timezone.now())
    board = on_screen(as_alma.get(f"{URL}bestyrelsen/").content.decode())[1]
    assert ["Fritidsjob", "Rytmikken"] not in [row[:2] for row in board]
    assert "Fritidsjob" not in as_alma.get(f"{URL}aktoerark/", {"aktoer": gone.pk}).content.decode()


def test_a_goal_says_the_same_in_a_report_as_on_its_page(as_alma, plan, told):
    page = as_alma.get("/solbakken/maal/").content.decode()
    report = as_alma.get(f"{URL}maal/").content.decode()
    assert "12 unge" in page
    assert ["Unge i fritidsjob", "12 unge"] in [row[:2] for row in on_screen(report)[1]]
    for said in ("Flere unge får et fritidsjob: Lommepenge", "Byggemarkedet ringede selv"):
        assert said in report


@pytest.mark.usefixtures("told")
def test_a_chart_says_over_itself_what_it_is_of(as_alma):
    page = as_alma.get(f"{URL}maal/").content.decode()
    figure = page.partition('<figure class="drawn"')[2].partition("</figure>")[0]
    # It can be wider than a telephone, and is scrolled by keyboard too.
    assert figure.startswith(' tabindex="0" aria-label="Unge i fritidsjob. ')
    assert '><p class="drawn-title">Unge i fritidsjob</p>' in figure
    assert '<figcaption class="visually-hidden">Unge i fritidsjob. ' in page


def test_the_year_is_told_as_one_sentence_and_the_register_by_its_name(as_alma, told):
    page = as_alma.get(f"{URL}aaret/").content.decode()
    assert f"I {timezone.localdate().year} har I indtil nu noteret to aktører" in page
    assert "Skrevet i registret" in [row[0] for row in on_screen(page)[1]]
