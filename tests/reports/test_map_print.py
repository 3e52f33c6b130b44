"""The map on paper: what stands on it, how it is sent, and that it fetches nothing."""

import io
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from config.drawings import FORM_LINE
from mapping.models import Form
from reports.views.map_print import LEGEND_LINE_MM, MAP_MM, sentences_with_room
from tests import factories

pytestmark = pytest.mark.django_db


def address(plan, query=""):
    return reverse("reports:map", args=[plan.slug]) + query


def text_of(response):
    pages = PdfReader(io.BytesIO(response.content)).pages
    return "\n".join(page.extract_text() for page in pages)


@pytest.fixture
def town(plan):
    library = factories.make_actor(plan, "Biblioteket på Bakken")
    school = factories.make_actor(plan, "Ærø Ungdomsskole", kind="voluntary")
    factories.make_collaboration(plan, library, school, form=Form.CO_CREATE, about="Læselyst")
    factories.make_contact(library, "Lone Hemmelig", phone="12 34 56 78")
    return plan


def test_the_pdf_is_a3_with_our_fonts_and_danish_letters(as_bo, town):
    response = as_bo.get(address(town))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "private, no-store"
    today = timezone.localdate()
    assert response["Content-Disposition"] == (
        f"inline; filename*=utf-8''netv%C3%A6rkskort-solbakken-{today:%Y-%m-%d}.pdf"
    )
    assert response.content.startswith(b"%PDF")
    page = PdfReader(io.BytesIO(response.content)).pages[0]
    millimetres = [round(float(side) * 25.4 / 72) for side in page.trimbox[2:]]
    assert millimetres == [420, 297]
    text = text_of(response)
    assert "Ærø" in text
    assert "Biblioteket på Bakken" in text
    assert "Læselyst" in text


def test_the_preview_says_what_the_pdf_says(as_bo, town):
    html = as_bo.get(address(town, "?vis=1")).content.decode()
    assert "<h1>Netværkskort · Solbakken</h1>" in html
    assert "1 samarbejde mellem 2 aktører" in html
    assert "<td>Biblioteket på Bakken</td><td>Ærø Ungdomsskole</td><td>Samskabe</td><td>Læselyst</td>" in html
    for word in ("Kommunale institutioner", "Samskabe", "Videndele", "Det viser kortet"):
        assert word in html


def millimetres_of(html, stroke, unit_mm):
    """How thick a line is on the sheet, whose width in its own units `stroke` finds."""
    return float(re.search(stroke, html)[1]) * unit_mm


def test_the_lines_of_the_legend_are_as_thick_as_those_of_the_map(as_bo, town):
    html = as_bo.get(address(town, "?vis=1")).content.decode()
    across, down = re.search(r'network-map" viewBox="\S+ \S+ (\S+) (\S+)"', html).groups()
    unit = min(MAP_MM[0] / float(across), MAP_MM[1] / float(down))
    drawn = millimetres_of(html, r'stroke="#869592"><path stroke-width="([\d.]+)"', unit)
    told = millimetres_of(html, r'stroke-width="([\d.]+)"/></svg>Samskabe', LEGEND_LINE_MM / FORM_LINE)
    assert told == pytest.approx(drawn, abs=0.01)


def test_filters_go_along_to_the_paper(as_bo, town):
    html = as_bo.get(address(town, "?vis=1&kind=voluntary")).content.decode()
    assert "1 aktør · Frivillig organisation" in html
    assert "<td>" not in html


@pytest.mark.parametrize("actors", [0, 1])
def test_an_almost_empty_plan_prints(as_bo, plan, actors):
    for _ in range(actors):
        factories.make_actor(plan, "Alene")
    response = as_bo.get(address(plan))
    assert response.content.startswith(b"%PDF")


def test_no_contact_and_no_other_plan_is_on_paper(as_bo, town, other):
    html = as_bo.get(address(town, f"?vis=1&aktoer={other.actor.pk}&area={other.area.pk}")).content.decode()
    for foreign in ("KANARIE", "Hemmelig", "12 34 56 78"):
        assert foreign not in html


def test_a_stranger_gets_no_paper(as_carla, town):
    assert as_carla.get(address(town)).status_code == 404
    assert as_carla.get(address(town, "?vis=1")).status_code == 404


def test_printing_is_only_looking(as_alma, town):
    assert as_alma.post(address(town)).status_code == 405


def test_a_name_cannot_fetch_anything(as_bo, plan, files_opened):
    hostile = "<img src=http://127.0.0.1:9/x><style>@import url(file:///etc/passwd)</style>"
    drawn = '</text><image href="file:///etc/hostname"/><use href="file:///etc/passwd#x"/>'
    factories.make_collaboration(
        plan,
        factories.make_actor(plan, hostile),
        factories.make_actor(plan, drawn),
        about="url(file:///etc/passwd)",
    )
    as_bo.get(address(plan))  # imports and fonts
    files_opened.clear()
    response = as_bo.get(address(plan))
    assert "file:///etc/passwd" in text_of(response)
    assert [path for path in files_opened if str(path).startswith("/etc/") and "font" not in str(path)] == []


def test_a_long_table_is_cut_and_says_so(as_bo, plan):
    hub = factories.make_actor(plan, "Midten")
    for number in range(1003):
        factories.make_collaboration(plan, hub, factories.make_actor(plan, f"Nabo {number:04}"), about="")
    html = as_bo.get(address(plan, "?vis=1")).content.decode()
    assert html.count("<tr>") == 1001
    assert "3 rækker er udeladt." in html


def test_words_without_room_beside_the_map_go_overleaf():
    long = "Biblioteket på Bakken er bro til kredsen om Jobhuset Øst og til kredsen om Bakkeskolen."
    assert sentences_with_room([]) == 0
    assert sentences_with_room(["To andre er også broer."] * 3) == 3
    assert sentences_with_room([long] * 40) == 10
