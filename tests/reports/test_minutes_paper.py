"""What a meeting came to, on paper."""

import io
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.urls import reverse
from pypdf import PdfReader

from meetings.minutes_actions import promise
from meetings.models import ItemNote, MinutesSheet
from reports.minutes_paper import idea_groups
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(plan, alma, as_alma):
    """A meeting with a decision, a break, and a promise."""
    forum = factories.make_forum(plan, "Følgegruppe Østhøj")
    meeting = factories.make_meeting(forum, why="Hvad gør vi ved stien?", place="Beboerhuset")
    item = factories.make_agenda_item(forum, "Lys på stien", meeting, kind="decide", position=0)
    factories.make_agenda_item(forum, "Kaffe", meeting, kind="break", position=1)
    ItemNote.objects.create(
        plan=plan, meeting=meeting, item=item, kind="decide", title=item.title, version=1,
        text="Vi gik turen:\n- Lamper ved broen\n- Lavere hæk", proposal="At vi søger om to lamper.",
        decision="Vi søger om to lamper.",
    )  # fmt: skip
    promise(meeting=meeting, item=item, seat=None, by=alma, what="Skriv ansøgningen", due=date(2026, 12, 10))
    return meeting


def words_of(answer) -> str:
    """The text of the PDF on one line."""
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def paper(client, plan, meeting, **query):
    return client.get(reverse("reports:minutes", args=[plan.slug, meeting.pk]), query)


def test_minutes_have_resume_indstilling_and_beslutning_in_this_order(plan, meeting, as_alma):
    words = words_of(paper(as_alma, plan, meeting))
    parts = ("Resumé Vi gik turen", "Indstilling At vi søger", "Beslutning Vi søger", "Aftaler")
    order = [words.index(part) for part in parts]
    assert order == sorted(order)
    assert "Referat · kladde" in words
    assert "Vi søger om to lamper." in words
    assert "Skriv ansøgningen" in words
    assert "Kaffe" not in words


def test_a_catalogue_of_ideas_numbers_them(plan, meeting, as_alma):
    MinutesSheet.objects.create(plan=plan, meeting=meeting, shape="ideas")
    told = factories.make_agenda_item(meeting.forum, "Nyt", meeting, kind="info", position=2)
    ItemNote.objects.create(
        plan=plan, meeting=meeting, item=told, kind="info", title="Nyt", text="Vi er flyttet.", version=1
    )
    words = words_of(paper(as_alma, plan, meeting))
    assert "Idékatalog" in words
    assert "1 Lamper ved broen" in words
    assert "2 Lavere hæk" in words
    assert "Vi er flyttet." not in words


def test_a_folder_has_the_why_in_front_and_two_sides(plan, meeting, as_alma):
    MinutesSheet.objects.create(plan=plan, meeting=meeting, shape="folder")
    answer = paper(as_alma, plan, meeting)
    reader = PdfReader(io.BytesIO(answer.content))
    assert len(reader.pages) == 2
    assert float(reader.pages[0].mediabox.width) > float(reader.pages[0].mediabox.height)
    assert "Hvad gør vi ved stien?" in " ".join(reader.pages[0].extract_text().split())
    assert "Lamper ved broen" in reader.pages[1].extract_text()


def test_an_agenda_without_items_says_so(plan, as_alma):
    empty = factories.make_meeting(factories.make_forum(plan, "Husrådet"))
    assert "Dagsordenen er tom." in paper(as_alma, plan, empty, vis="1").content.decode()


def test_a_stranger_gets_404(plan, meeting, as_carla):
    assert paper(as_carla, plan, meeting).status_code == 404


def test_lines_are_ideas_where_there_is_no_list():
    (group,) = idea_groups([("Gården", "Bænke\n\nEt bål"), ("Tomt", "  ")])
    assert (group.about, group.ideas) == ("", ((1, "Bænke"), (2, "Et bål")))


def test_numbers_go_on_from_item_to_item():
    first, second = idea_groups([("A", "1. Bænke\n2) Bål"), ("B", "Om hækken:\n• Lavere")])
    assert first.ideas == ((1, "Bænke"), (2, "Bål"))
    assert (second.about, second.ideas) == ("Om hækken:", ((3, "Lavere"),))


@pytest.mark.parametrize("page", ["print/failed.html", "print/busy.html"])
def test_a_member_with_a_link_reads_why_there_is_no_paper(rf, page):
    """Who came by a link has no plan to be led back to."""
    request = rf.get("/referat/noget/pdf/")
    request.user = AnonymousUser()
    said = render_to_string(page, {}, request)
    assert '<a class="btn btn-main" href="/referat/noget/pdf/">Prøv igen</a>' in said
    assert "Til print" not in said


def test_who_was_there_stands_at_the_top_and_who_stayed_away_does_not(as_alma, meeting):
    for seat, came in (("Skolen", "yes"), ("Biblioteket", "yes"), ("Driften", "excused"), ("Klubben", "no")):
        place = factories.make_forum_seat(meeting.forum, seat)
        meeting.attendances.create(plan=meeting.plan, seat=place, came=came)
    answer = as_alma.get(reverse("reports:minutes", args=["solbakken", meeting.pk]))
    text = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "Til stede: Skolen og Biblioteket" in text
    assert "Afbud: Driften" in text
    assert "Klubben" not in text
