"""A notice on paper: what stands on it, that it always fits, and what paper it is made for."""

from dataclasses import replace

import pytest
from django.urls import reverse

from exchange.models import PublicPage
from exchange.notice_actions import change_notice
from exchange.notice_texts import Other, Told
from exchange.pictures import reencode
from reports.notice_sheet import FLYER_SCALES, LAYOUTS, SCALES, _body_height, make_sheet
from tests import factories
from tests.pictures import picture_file
from tests.reports.papers import fonts_of, millimetres, pdf_of, text_of

pytestmark = pytest.mark.django_db

LONG = "Fællesspisning, bankospil og sensommerkoncert i Østhøjs medborgerhus for nybegyndere"[:80]
TEXT = "Vi mødes på græsplænen ved åen, når det er tørvejr. " * 11
TOLD = Told(title="Suppe", text="Kom forbi.", when="Hver torsdag kl. 17–20", days="Til 17. december")


def address(plan, notice, name="poster", **query):
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    return reverse(f"reports:notice_{name}", args=[plan.slug, notice.pk]) + f"?{asked}"


def html_of(client, plan, notice, name="poster", **query):
    return client.get(address(plan, notice, name, vis=1, **query)).content.decode()


# -- What stands on it ----------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_says_what_when_and_where(as_alma, plan, layout):
    notice = factories.make_notice(plan, "Suppe i gården", place="Gården", text="Kom forbi.", layout=layout)
    html = html_of(as_alma, plan, notice)
    for words in ("Suppe i gården</h1>", '<span class="whole">kl.\u00a017–20</span>', "Gården", "Kom forbi."):
        assert words in html
    assert f"sheet-{layout}" in html


@pytest.mark.parametrize(
    ("is_on", "is_public", "has_code"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_the_code_leads_to_the_open_page_when_there_is_one(as_alma, plan, is_on, is_public, has_code):
    PublicPage.objects.create(plan=plan, is_on=is_on)
    notice = factories.make_notice(plan, is_public=is_public)
    html = html_of(as_alma, plan, notice)
    target = f"http://testserver/aabent/{plan.slug}/sker/{notice.pk}/"
    assert (f'aria-label="QR-kode til {target}"' in html) == has_code
    assert ("testserver/aabent/" in html) == has_code


def test_a_joint_one_lists_six_and_counts_the_rest(as_alma, plan):
    actor = factories.make_actor(plan)
    PublicPage.objects.create(plan=plan, is_on=True)
    joint = factories.make_notice(plan, "Alt for børn", is_public=True)
    for number in range(9):
        factories.make_notice(plan, f"Ting {number}", actor=actor)
    html = html_of(as_alma, plan, joint)
    assert html.count("<li><b>Ting") == 6
    assert f"og 3 mere: testserver/aabent/{plan.slug}/sker" in html


# -- That it fits ---------------------------------------------------------------------------------------


def longest(**more):
    others = tuple(
        Other(LONG, "Hver eneste torsdag kl. 17–20 undtagen i skolernes ferier", "Gården") for _ in range(6)
    )
    return Told(
        title=LONG, text=TEXT, when="Hver torsdag og hver anden lørdag kl. 17.30–20.30 undtagen i ferien",
        days="3. december – 20. januar 2027", place="Festsalen i medborgerhuset",
        host="Kvindeforeningen Rosen",
        ask="Lone Riis, formidler, 20 30 40 50, lone@rosen.example", address="https://bo.example/1",
        all_address="https://bo.example/", others=others, **more,
    )  # fmt: skip


@pytest.mark.parametrize("flyer", [False, True])
@pytest.mark.parametrize("has_picture", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_whatever_is_written_fits(layout, has_picture, flyer):
    sheet = make_sheet(longest(), layout, 2, has_picture=has_picture, flyer=flyer)
    size = (FLYER_SCALES if flyer else SCALES)[sheet.body_size][2]
    room = LAYOUTS[layout].body
    height = room.height - (76 if has_picture else 0)
    assert _body_height(sheet.told, room.width, size) <= height
    assert len(sheet.told.others) + sheet.told.more == 6
    assert size * (0.354 if flyer else 0.707) * 72 / 25.4 >= 9.5


def test_a_short_headline_is_set_large_and_a_long_one_smaller():
    short, long = make_sheet(TOLD, "sun", 1), make_sheet(replace(TOLD, title=LONG), "sun", 1)
    assert short.head_size == 0
    assert SCALES[long.head_size][0] >= 18


@pytest.mark.parametrize(
    ("word", "size"), [("Afdelingsmøde", 28), ("Afdelingsbestyrelsesmøde", 18), ("Æ" * 80, 15)]
)
def test_a_long_word_is_set_as_small_as_it_takes(word, size):
    sheet = make_sheet(replace(TOLD, title=word), "gable", 1)
    assert SCALES[sheet.head_size][0] == size


# -- The paper ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "query", "paper"),
    [("poster", {}, [210, 297]), ("poster", {"format": "A3"}, [297, 420]), ("flyers", {}, [210, 297])],
)
def test_it_is_one_page_of_its_size_with_its_fonts(as_alma, plan, name, query, paper):
    notice = factories.make_notice(plan, LONG, text=TEXT[:600], layout="pieces", value=4)
    document = pdf_of(as_alma.get(address(plan, notice, name, **query)))
    assert len(document.pages) == 1
    assert millimetres(document.pages[0].trimbox) == paper
    assert all(is_in for _, is_in in fonts_of(document))


def test_a3_has_room_outside_the_trim_for_the_bleed_and_the_marks(as_alma, plan):
    page = pdf_of(as_alma.get(address(plan, factories.make_notice(plan), format="A3"))).pages[0]
    assert millimetres(page.mediabox) == [317, 440]
    assert page.bleedbox.left == pytest.approx(-10)
    assert "print-notice-a3.css" in html_of(as_alma, plan, factories.make_notice(plan), format="A3")


def test_letters_of_ours_can_be_read_out_of_it(as_alma, plan):
    notice = factories.make_notice(plan, "Æblegrød på Åvej", text="Så er der øl.")
    text = text_of(as_alma.get(address(plan, notice)))
    assert "Æblegrød" in text
    assert "øl" in text


def test_the_picture_stands_in_the_document(as_alma, plan, alma):
    notice = factories.make_notice(plan)
    change_notice(
        notice=notice, by=alma, values={}, changed=[], version=1,
        picture=reencode(picture_file((60, 40))),
    )  # fmt: skip
    document = pdf_of(as_alma.get(address(plan, notice)))
    assert [(image.image.width, image.image.height) for image in document.pages[0].images] == [(60, 40)]
