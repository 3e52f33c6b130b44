"""Initiatives on paper: the samarbejdsaftale, the story on one sheet, what is filled in by hand."""

import re
import subprocess

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from mapping.models import AreaGains, JointAgreement, Story
from reports import story_sheet
from tests import factories


def address(plan, name, *args) -> str:
    return reverse(f"reports:{name}", args=[plan.slug, *(one.pk for one in args)])


def page_of(client, plan, name, *args) -> str:
    return " ".join(client.get(address(plan, name, *args), {"vis": 1}).content.decode().split())


def text_of_pdf(response) -> tuple[str, int]:
    """The words of the document, and how many pages it has."""
    read = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=response.content, capture_output=True, check=True
    )
    text = read.stdout.decode()
    return " ".join(text.split()), text.count("\f")


GIFTS = ("cohesion", "attraction", "ownership", "quality")


def boxes_of(response) -> list[tuple[str, float, float, float]]:
    """Each word of the sheet with its left edge, its head and its foot in points."""
    read = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=response.content, capture_output=True, check=True
    )
    found = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<', read.stdout.decode()
    )
    return [(word, float(left), float(head), float(foot)) for left, head, foot, word in found]


def head_of_gifts(response) -> float:
    """Where what the area gets begins, counted from the top."""
    return next(head for word, _, head, _ in boxes_of(response) if word == "området")


def foot_of_words(response) -> float:
    """Where who said the last words of the story stands; what the area gets is below."""
    return max(foot for word, *_, foot in boxes_of(response) if word in ("Birkelund", "OMEGASLUT"))


@pytest.fixture
def days(plan):
    """The high school days with three partners, a story and an agreement."""
    days = factories.make_initiative(plan, purpose="Sang for ældre", phase=3)
    for name in ("Plejehjemmet Birkelund", "Gavlhuset", "Helhedsplanen"):
        actor = factories.make_actor(plan, name)
        factories.make_partner(days, actor, phase_3=(f"Rolle {name}", f"Bidrag {name}", f"Udbytte {name}"))
    days.coordinator = plan.actors.get(name="Gavlhuset")
    days.save()
    at = {"plan": plan, "initiative": days}
    Story.objects.create(
        **at, headline="Fire dage", before="Stille", grew="Job\nPraktik", said="Nu kendes vi"
    )
    AreaGains.objects.create(**at, cohesion=True)
    JointAgreement.objects.create(**at, economy="Hver sit", conditions="Salen er gratis")
    return days


def test_the_agreement_says_all_and_has_a_line_for_each_to_sign(as_alma, plan, days):
    html = page_of(as_alma, plan, "initiative_agreement", days)
    for words in ("Sang for ældre", "Gavlhuset er tovholder.", "Hver sit", "Salen er gratis",
                  "Bidrag Helhedsplanen", "Udbytte Helhedsplanen"):  # fmt: skip
        assert words in html
    signers = re.findall(r"<h3>For ([^<]+)</h3>", html)
    assert signers == ["Gavlhuset", "Helhedsplanen", "Plejehjemmet Birkelund"]
    assert html.count("Underskrift</dt>") == 3


def test_an_agreement_that_lacks_something_is_a_draft(as_alma, plan, days):
    assert "<b>Kladde.</b>" in page_of(as_alma, plan, "initiative_agreement", days)
    JointAgreement.objects.update(starts_on="2026-01-01")
    assert "Kladde" not in page_of(as_alma, plan, "initiative_agreement", days)


def test_the_agreement_is_a_document_that_is_counted(as_alma, plan, days):
    response = as_alma.get(address(plan, "initiative_agreement", days))
    text, _ = text_of_pdf(response)
    assert 'filename="samarbejdsaftale-hoejskoledagene.pdf"' in response["Content-Disposition"]
    assert "Sang for ældre" in text
    assert plan.audit_entries.filter(verb="export", object_id=str(days.pk)).count() == 1


def test_who_takes_no_part_gets_no_agreement_but_the_story(as_partner, plan, days):
    assert as_partner.get(address(plan, "initiative_agreement", days), {"vis": 1}).status_code == 403
    assert "Fire dage" in page_of(as_partner, plan, "initiative_story", days)


def test_the_story_shows_each_partner_as_a_piece(as_alma, plan, days):
    html = page_of(as_alma, plan, "initiative_story", days)
    assert html.count('stroke-width="0.6"') == 3
    for words in ("Fire dage", "Stille", "Job", "Praktik", "»Nu kendes vi«", "Lokal sammenhængskraft",
                  "Folk mødes på tværs"):  # fmt: skip
        assert words in html


@pytest.mark.parametrize(
    ("partners", "before", "did", "gift"),
    [(12, 400, 600, 300), (4, 400, 600, 160), (4, 0, 20, 110), (0, 100, 180, 70), (12, 60, 100, 300)],
)
def test_the_longest_story_of_each_size_stands_on_one_sheet(as_alma, plan, partners, before, did, gift):
    days = factories.make_initiative(plan, "Højskoledagene i Solbakken med sang, foredrag og fællesspisning")
    for number in range(partners):
        actor = factories.make_actor(plan, f"Den boligsociale forening for naboer og venner {number}")
        factories.make_partner(days, actor)
    words = "Ældre mødes på tværs og spiser sammen. "
    Story.objects.create(
        plan=plan, initiative=days, headline=(words * 3)[:100], before=(words * 30)[:before],
        did=(words * 30)[:did], came=(words * 30)[:did - 10] + " OMEGASLUT", said=(words * 9)[:140],
        said_by="Plejehjemmet Birkelund", grew="\n".join(f"{n} {words * 3}"[:75] for n in range(6)),
    )  # fmt: skip
    gains = dict.fromkeys(GIFTS, True) | {f"{name}_words": (words * 8)[:gift] for name in GIFTS}
    AreaGains.objects.create(plan=plan, initiative=days, **gains)
    response = as_alma.get(address(plan, "initiative_story", days))
    text, pages = text_of_pdf(response)
    assert pages == 1
    assert foot_of_words(response) < head_of_gifts(response)
    assert "OMEGASLUT" in text
    assert "Plejehjemmet Birkelund" in text
    assert ("fire andre" in text) == (partners == 12)


@pytest.mark.parametrize("name", ["empty_agreement", "conditions"])
def test_what_is_filled_in_by_hand_takes_two_sheets(as_alma, plan, name):
    _, pages = text_of_pdf(as_alma.get(address(plan, name)))
    assert pages == 2


# -- Pieces and sizes ---------------------------------------------------------------------------------------


@given(st.integers(0, 40))
def test_the_pieces_hold_together_and_have_room(amount):
    found = story_sheet.pieces(amount)
    size = story_sheet.piece_size(amount)
    assert len(found) == min(amount, story_sheet.PIECES_AT_MOST)
    assert size * len(found) <= story_sheet.ROW_WIDTH + 0.1
    assert [piece.x for piece in found] == sorted({piece.x for piece in found})
    for at, piece in enumerate(found):
        assert at * size < piece.x < (at + 1) * size


@given(st.lists(st.text(max_size=900), max_size=3))
def test_more_words_are_never_set_larger(texts):
    order = ["xs", "s", "m", "l"]
    more = [*texts, "x" * 200]
    for size_of in (story_sheet.story_size, story_sheet.side_size):
        assert order.index(size_of(*more)) <= order.index(size_of(*texts))
