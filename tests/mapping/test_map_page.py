"""The map as a reader meets it: the page, its panel, its filters, its table."""

from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import timezone

from mapping.models import Form
from tests import factories

pytestmark = pytest.mark.django_db

EVERYBODY = {"Biblioteket", "Skolen", "Caféen Ærlig", "Cyklen"}
PART = {"HX-Request": "true", "HX-Target": "map-page"}


class Page(HTMLParser):
    """The marks of the map by name, the table's rows, and the heading of the panel."""

    def __init__(self, html):
        super().__init__()
        self.marks, self.rows, self.headings, self.tags = {}, [], [], []
        self._open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        if tag == "a" and "data-near" in attrs:
            self.marks[attrs["aria-label"].split(",")[0]] = attrs
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")
        if tag in ("h1", "h2"):
            self.headings.append("")
        self._open.append(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if "td" in self._open:
            self.rows[-1][-1] += data
        if self._open and self._open[-1] in ("h1", "h2"):
            self.headings[-1] += data

    @property
    def body(self):
        return [[" ".join(cell.split()) for cell in row] for row in self.rows if row]


def look(client, plan, query="", **headers):
    response = client.get(reverse("mapping:map", args=[plan.slug]) + query, headers=headers)
    assert response.status_code == 200
    return response, Page(response.content.decode())


@pytest.fixture
def town(plan):
    """A library that works with a school and a café; a bicycle shop by itself."""
    area = plan.areas.get()
    library = factories.make_actor(plan, "Biblioteket", areas=[area])
    school = factories.make_actor(plan, "Åskolen", short_name="Skolen", areas=[area])
    cafe = factories.make_actor(plan, "Caféen Ærlig", kind="voluntary")
    factories.make_actor(plan, "Cyklen", kind="business")
    factories.make_collaboration(plan, library, school, form=Form.CO_CREATE, about="Lektiehjælp")
    factories.make_collaboration(plan, library, cafe, form=Form.SHARE_KNOWLEDGE, about="Suppe")
    plan.library, plan.school, plan.cafe = library, school, cafe
    return plan


def test_the_page_shows_marks_words_and_table(as_bo, town):
    response, page = look(as_bo, town, **PART)
    html = response.content.decode()
    assert "2 samarbejder mellem 4 aktører. Jo tykkere streg, jo tættere samarbejde." in html
    assert set(page.marks) == EVERYBODY
    assert page.marks["Biblioteket"]["aria-label"] == "Biblioteket, 2 samarbejder"
    assert page.body == [
        ["Biblioteket", "Caféen Ærlig", "Videndele", "Suppe"],
        ["Biblioteket", "Åskolen", "Samskabe", "Lektiehjælp"],
    ]
    assert page.headings == ["Netværkskort", "Det viser kortet", "Samme kort som tabel"]
    assert "Cyklen står for sig selv uden samarbejder." in html


def test_choosing_an_actor_tells_of_its_neighbours(as_alma, town):
    response, page = look(as_alma, town, f"?aktoer={town.library.pk}", **PART)
    html = response.content.decode()
    assert page.headings == ["Netværkskort", "Biblioteket", "Det viser kortet", "Samme kort som tabel"]
    assert page.marks["Biblioteket"]["aria-current"] == "true"
    assert page.marks["Biblioteket"]["href"] == reverse("actors:detail", args=[town.slug, town.library.pk])
    assert html.index("Åskolen</a>") < html.index("Caféen Ærlig</a>")
    assert f"{reverse('mapping:log', args=[town.slug])}?aktoer={town.library.pk}" in html


def test_a_mark_leads_to_its_actor_and_keeps_the_filters(as_bo, town):
    _, page = look(as_bo, town, f"?kind=municipal&area={town.areas.get().pk}")
    mark = page.marks["Skolen"]
    assert mark["href"] == f"?kind=municipal&area={town.areas.get().pk}&aktoer={town.school.pk}"


@pytest.mark.parametrize(
    ("query", "marks", "rows"),
    [
        ("?kind=municipal", {"Biblioteket", "Skolen"}, 1),
        ("?kind=business", {"Cyklen"}, 0),
        ("?form=1", EVERYBODY, 1),
        ("?kind=nonsens&form=77&area=x&aktoer=y&page=0&visning=z", EVERYBODY, 2),
    ],
)
def test_filters_leave_what_they_ask_for(as_bo, town, query, marks, rows):
    _, page = look(as_bo, town, query)
    assert set(page.marks) == marks
    assert len(page.body) == rows


def test_the_area_filter_takes_the_plans_own_areas_alone(as_bo, town, other):
    _, page = look(as_bo, town, f"?area={town.areas.get().pk}")
    assert set(page.marks) == {"Biblioteket", "Skolen"}
    _, page = look(as_bo, town, f"?area={other.area.pk}")
    assert len(page.marks) == 4


def test_a_filter_moves_nobody(as_bo, town):
    _, whole = look(as_bo, town)
    _, part = look(as_bo, town, "?kind=municipal")
    assert part.marks["Skolen"]["data-at"] == whole.marks["Skolen"]["data-at"]


def test_the_table_by_itself_pages_through_everything(as_bo, plan):
    hub = factories.make_actor(plan, "Aaben Dør")
    for number in range(205):
        factories.make_collaboration(plan, hub, factories.make_actor(plan, f"Nabo {number:03}"), about="")
    _, page = look(as_bo, plan)
    assert len(page.body) == 15
    _, page = look(as_bo, plan, "?visning=tabel")
    assert (len(page.body), page.marks) == (200, {})
    assert page.body[0] == ["Nabo 000", "Aaben Dør", "Samordne", "–"]
    _, page = look(as_bo, plan, "?visning=tabel&page=2")
    assert [row[0] for row in page.body] == [f"Nabo {number}" for number in range(200, 205)]
    _, page = look(as_bo, plan, f"?aktoer={hub.pk}")
    assert "og 175 andre" in look(as_bo, plan, f"?aktoer={hub.pk}")[0].content.decode()


def test_ended_collaborations_and_archived_actors_are_not_on_the_map(as_bo, town):
    today = timezone.localdate()
    town.collaborations.filter(about="Suppe").update(until=today - timedelta(days=1))
    town.school.archived_at = timezone.now()
    town.school.save()
    _, page = look(as_bo, town)
    assert set(page.marks) == {"Biblioteket", "Caféen Ærlig", "Cyklen"}
    assert page.body == []


def test_a_collaboration_of_three_is_three_lines_and_one_collaboration(as_bo, plan):
    actors = [factories.make_actor(plan, name) for name in ("Alfa", "Beta", "Gamma")]
    factories.make_collaboration(plan, *actors, about="Sommerfest")
    response, page = look(as_bo, plan)
    assert "1 samarbejde mellem 3 aktører" in response.content.decode()
    assert [row[:2] for row in page.body] == [["Alfa", "Beta"], ["Alfa", "Gamma"], ["Beta", "Gamma"]]


def test_an_empty_plan_says_where_to_begin(as_alma, plan):
    response, page = look(as_alma, plan)
    assert page.marks == {}
    assert "Ingen aktører og ingen samarbejder endnu." in response.content.decode()
    assert "Begynd med dem, I mødte i denne uge." in response.content.decode()


def test_actors_without_collaborations_are_shown_with_a_way_on(as_alma, plan):
    factories.make_actor(plan, "Alene")
    response, page = look(as_alma, plan)
    assert set(page.marks) == {"Alene"}
    assert "1 aktør og ingen samarbejder endnu." in response.content.decode()
    assert "Kortet vokser, når I logger samarbejder." in response.content.decode()


def test_htmx_gets_the_part_and_others_the_page(as_bo, town):
    part, _ = look(as_bo, town, **PART)
    assert b"<html" not in part.content
    assert part.content.lstrip().startswith(b'<div id="map-page"')
    page, _ = look(as_bo, town)
    assert b"<html" in page.content


def test_names_are_text_and_nothing_else(as_bo, plan):
    hostile = '</text><script>alert(1)</script>"><img src=x onerror=alert(2)>'
    actor = factories.make_actor(plan, hostile)
    factories.make_collaboration(plan, actor, factories.make_actor(plan, "Anden"), about=hostile)
    response, page = look(as_bo, plan, f"?aktoer={actor.pk}")
    assert b"<script>alert" not in response.content
    assert not [tag for tag, attrs in page.tags if tag == "img" or "onerror" in attrs]


def test_no_contact_person_is_on_the_map(as_alma, town):
    factories.make_contact(town.library, "Lone Hemmelig", role="bestyrer", phone="12 34 56 78")
    html = look(as_alma, town, f"?aktoer={town.library.pk}")[0].content.decode()
    assert "Hemmelig" not in html
    assert "12 34 56 78" not in html


def test_nothing_of_another_plan_is_on_the_map(as_bo, town, other):
    factories.make_collaboration(town, town.library, other.actor, about="På tværs")
    html = look(as_bo, town, f"?aktoer={other.actor.pk}")[0].content.decode()
    assert "KANARIE" not in html


def test_a_stranger_finds_no_map(as_carla, town):
    assert as_carla.get(reverse("mapping:map", args=[town.slug])).status_code == 404


def test_the_map_is_only_looked_at(as_alma, town):
    assert as_alma.post(reverse("mapping:map", args=[town.slug])).status_code == 405


@pytest.mark.parametrize("query", ["", "?visning=tabel"])
def test_the_number_of_queries_does_not_grow(as_bo, plan, query, django_assert_num_queries):
    counts = []
    for number in (1, 3, 50):
        for _ in range(number):
            factories.make_collaboration(plan)
        look(as_bo, plan)  # stores where the new ones stand
        with django_assert_num_queries(8):
            look(as_bo, plan, query)
        counts.append(number)
    assert counts == [1, 3, 50]


@pytest.mark.parametrize(
    "query",
    [
        "?aktoer=%00",
        "?page=" + "9" * 5000,
        "?area=%F0%9F%92%A9&kind=%00",
        "?form=1e9&form=2",
        "?" + "a" * 3000,
        "?aktoer=00000000-0000-0000-0000-000000000000",
    ],
)
def test_odd_query_strings_never_stop_the_page(as_bo, town, query):
    assert set(look(as_bo, town, query)[1].marks) == EVERYBODY
