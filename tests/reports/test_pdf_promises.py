"""What every PDF promises: readable by ear and by machine, complete in itself, one sheet where it says so."""

import pytest

from tests.reports.every_paper import NAMES, WRITTEN, addresses, said_in
from tests.reports.papers import fonts_of, pdf_of, tags_of, text_of

pytestmark = pytest.mark.django_db

WORDS = "Rødgrød på Ærø, ærlig talt, og øl i åen."


@pytest.fixture
def papers(plan):
    """The address of each document."""
    return addresses(plan, said_in(plan, "Ærøs Åbne Øvelokale", WORDS, "Hverdagsrødgrød"))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_tagged_in_danish_with_a_title_and_its_fonts(as_alma, papers, name):
    document = pdf_of(as_alma.get(papers[name]))
    root, tags = document.trailer["/Root"], tags_of(document)
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("da", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert document.metadata.title
    assert [str(tag["/S"]) for tag in tags].count("/H1") == 1
    assert [tag for tag in tags if tag["/S"] == "/Figure" and not tag.get("/Alt")] == []
    fonts = dict(fonts_of(document))
    assert fonts
    assert [font for font, is_inside in fonts.items() if not is_inside] == []
    assert {font.partition("+")[2].partition("-")[0] for font in fonts} <= {"Figtree", "Bricolage"}


@pytest.mark.parametrize("name", NAMES)
def test_danish_letters_come_out_as_text(as_alma, papers, name):
    text = " ".join(text_of(as_alma.get(papers[name])).split())
    assert {"æ", "ø", "å"} <= set(text.lower())
    assert "\ufffd" not in text
    if name in WRITTEN:
        assert ("Ærøs Åbne Øvelokale" in text) == (name != "interview guide")
        assert "Hverdagsrødgrød" in text or "Rødgrød på Ærø" in text


@pytest.mark.parametrize("name", ["empty poster A4", "empty poster A3", "talk guide"])
def test_what_is_one_sheet_is_one_page(as_alma, papers, name):
    assert len(pdf_of(as_alma.get(papers[name])).pages) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_page_it_is_made_from_has_the_same_headings(as_alma, papers, name):
    address = papers[name]
    html = as_alma.get(f"{address}{'&' if '?' in address else '?'}vis=1").content.decode()
    assert html.count("<h1") == 1
    assert '<html lang="da">' in html
    assert "<style" not in html
    assert " style=" not in html
