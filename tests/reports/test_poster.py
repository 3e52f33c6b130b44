"""The sun poster: what stands on it empty and filled, whose it is, and what paper it is made for."""

import pytest
from django.urls import reverse

from actors.models import Ray, Source
from config.looks import VALUE_LOOKS
from reports.poster_picture import NAME_LINES, filled_poster
from tests import factories
from tests.reports.papers import millimetres, pdf_of, places_of, tags_of, text_of

pytestmark = pytest.mark.django_db

LONG_NAME = "Foreningen af beboere, venner og naboer i Østhøj og Lyngparke"[:60]
LONG_WORDS = "De kommer ikke af sig selv, og vi kender dem ikke. " * 19


def address(plan, talk=None, **query):
    asked = {**({"talk": talk.pk} if talk else {}), **query}
    return reverse("reports:poster", args=[plan.slug]) + "?" + "&".join(f"{k}={v}" for k, v in asked.items())


def html_of(client, plan, talk=None, **query):
    return client.get(address(plan, talk, vis=1, **query)).content.decode()


@pytest.fixture
def talk(plan):
    actor = factories.make_actor(plan, "Cykelværkstedet Kæden")
    factories.make_contact(actor, "Jens Hemmelig", phone="12 34 56 78")
    said = {1: (2, "Flere unge, der vil skrue", "Et værksted"), 3: (1, "", ""), 4: 0, "Nabosprog": 3}
    talk = factories.make_talk(actor, rays=said, also_present="Bente Hemmelig")
    talk.present.set(actor.contacts.all())
    return talk


# -- What stands on it ----------------------------------------------------------------------------------


def test_the_empty_one_names_and_asks_and_leaves_room(as_partner, plan):
    html = html_of(as_partner, plan)
    for words in ("Hvad giver<br>samarbejdet jer?", "Hvem vil I gerne nå, som I ikke når i dag?", "Hvem</p>"):
        assert words in html
    assert html.count('fill="#FFFFFF"/>') >= 5
    assert 'class="level"' not in html


def test_names_are_only_broken_never_changed():
    for look in VALUE_LOOKS:
        assert " ".join(NAME_LINES[look.number]) == look.name


def test_a_filled_one_says_what_they_said(as_alma, plan, talk):
    html = html_of(as_alma, plan, talk)
    for level in ("Noget", "Lidt", "Ikke nu", "Ikke talt om"):
        assert f'<p class="level"><span>{level}</span></p>' in html
    for words in ("Cykelværkstedet", "14. oktober 2026", "<li>Nabosprog · meget</li>"):
        assert words in html
    assert 'aria-label="Flere unge, der vil skrue Kan give: Et værksted"' in html
    # Two bands of the first ray and one of the third.
    assert html.count('stroke-width="0.5"') == 3


def test_no_person_is_on_it(as_alma, plan, talk, alma):
    talk.held_by = alma.memberships.get()
    talk.save()
    html = html_of(as_alma, plan, talk)
    for person in ("Hemmelig", "12 34 56 78", "Alma", "Bøgh"):
        assert person not in html


def test_our_own_estimate_does_not_look_like_their_words(as_alma, plan, talk):
    assert "vores eget skøn" not in html_of(as_alma, plan, talk)
    talk.source = Source.ESTIMATE
    talk.save()
    assert "14. oktober 2026 · vores eget skøn" in html_of(as_alma, plan, talk)


@pytest.mark.parametrize("query", [{}, {"format": "A9"}, {"format": ""}])
def test_without_a_size_that_we_have_it_is_a4(as_alma, plan, query):
    assert "print-poster-a4.css" in html_of(as_alma, plan, **query)


# -- What has no room -------------------------------------------------------------------------------


def test_what_fits_makes_one_page(as_alma, plan, talk):
    Ray.objects.filter(talk=talk, value=None).delete()
    assert len(pdf_of(as_alma.get(address(plan, talk))).pages) == 1


@pytest.mark.parametrize("words", [LONG_WORDS, "æ" * 1000], ids=["sentences", "one word"])
def test_what_does_not_fit_stands_in_full_on_the_second_page(as_alma, plan, words):
    actor = factories.make_actor(plan, LONG_NAME)
    talk = factories.make_talk(actor, rays={1: (3, words, words), 2: (1, "Kort.", "")})
    response = as_alma.get(address(plan, talk))
    first, second = pdf_of(response).pages[:2]
    assert "…" in first.extract_text()
    letters = "".join(second.extract_text().split())
    assert letters.count("".join(words.split())) == 2
    assert "Øgetfaglighed" in letters


@pytest.mark.parametrize(("length", "is_cut"), [(60, False), (120, True)])
def test_the_longest_name_is_wrapped_in_the_sun(as_alma, plan, length, is_cut):
    name = (LONG_NAME * 2)[:length]
    talk = factories.make_talk(factories.make_actor(plan, name), rays={1: 3})
    lines = filled_poster(name, []).name.lines
    html = html_of(as_alma, plan, talk)
    assert len(lines) == 3
    assert all(f">{line.text}</text>" in html for line in lines)
    assert (f"{name}: hele teksten" in html) == is_cut


def test_a_name_that_the_sun_has_no_room_for_gives_way_to_the_short_one():
    assert [line.text for line in filled_poster(LONG_NAME * 2, [], "Rosen").name.lines] == ["Rosen"]
    assert [line.text for line in filled_poster("Rosenhaven", [], "Rosen").name.lines] == ["Rosenhaven"]


def test_more_values_of_their_own_than_there_is_room_for(as_alma, plan):
    own = {f"{number} {'egen værdi ' * 5}"[:60]: 1 for number in range(9)}
    html = html_of(as_alma, plan, factories.make_talk(factories.make_actor(plan), rays=own))
    panel = html.partition('class="own"')[2].partition("</section>")[0]
    assert panel.count("<li>") == 2
    assert "<li>8 mere på side 2</li>" in panel
    assert html.partition('class="overleaf"')[2].count("<h3>") == 9


def test_it_takes_the_same_few_queries_for_1_3_and_50(as_alma, plan, django_assert_num_queries):
    talk = factories.make_talk(factories.make_actor(plan))
    for rows in (1, 2, 47):
        for _ in range(rows):
            Ray.objects.create(plan=plan, talk=talk, name=f"Egen {talk.rays.count()}", gains="Ro.")
        with django_assert_num_queries(5):
            html = html_of(as_alma, plan, talk)
    assert html.count("<p>Ro.</p>") == 50


# -- Whose it is ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["as_bo", "as_partner"])
def test_a_filled_one_is_the_teams(who, request, plan, talk):
    client = request.getfixturevalue(who)
    assert client.get(address(plan, talk)).status_code == 403
    assert client.get(address(plan, talk, vis=1)).status_code == 403
    assert client.get(address(plan, vis=1)).status_code == 200


def test_a_stranger_gets_nothing(as_carla, plan, talk):
    assert as_carla.get(address(plan)).status_code == 404
    assert as_carla.get(address(plan, talk)).status_code == 404


@pytest.mark.parametrize("odd", ["x", "%00", "1", "00000000-0000-4000-8000-000000000000"])
def test_a_talk_that_is_not_there(as_alma, plan, odd):
    assert as_alma.get(f"{address(plan)}talk={odd}").status_code == 404


def test_another_plans_talk_and_a_deleted_one_are_not_there(as_alma, plan, talk, other):
    foreign = factories.make_talk(other.actor, rays={1: (3, "KANARIE ord", "")})
    assert as_alma.get(address(plan, foreign)).status_code == 404
    talk.deleted_at = "2026-11-01T10:00Z"
    talk.save()
    assert as_alma.get(address(plan, talk)).status_code == 404


def test_printing_is_only_looking(as_alma, plan):
    assert as_alma.post(address(plan)).status_code == 405


def test_the_log_says_who_printed_what_they_said(as_alma, alma, plan, talk):
    as_alma.get(address(plan, talk, vis=1))
    assert not plan.audit_entries.exists()
    as_alma.get(address(plan, talk))
    as_alma.get(address(plan))
    (entry,) = plan.audit_entries.all()
    assert (entry.verb, entry.object_type, entry.object_id, entry.by) == (
        "export",
        "talk",
        str(talk.pk),
        alma,
    )


# -- The paper ------------------------------------------------------------------------------------------


def test_a3_is_made_for_the_print_shop(as_alma, plan, talk):
    document = pdf_of(as_alma.get(address(plan, talk, format="A3")))
    for page in document.pages:
        assert [float(side) for side in page.trimbox] == pytest.approx([0, 0, 1190.55, 841.89], abs=0.01)
        assert millimetres(page.mediabox) == [440, 317]
        assert page.bleedbox.left == pytest.approx(-10)
        assert page.bleedbox.top == pytest.approx(851.89, abs=0.01)


def test_a4_is_the_paper_itself(as_alma, plan, talk):
    for page in pdf_of(as_alma.get(address(plan, talk))).pages:
        assert millimetres(page.trimbox) == millimetres(page.mediabox) == [297, 210]


@pytest.mark.parametrize(("size", "inside", "points"), [("A3", 8, 13.8), ("A4", 5.6, 9.8)])
def test_text_keeps_inside_the_cut_and_is_never_small(as_alma, plan, size, inside, points):
    (page,) = pdf_of(as_alma.get(address(plan, format=size))).pages
    found = places_of(page)
    width, height = millimetres(page.trimbox)
    assert len(found) > 15
    for text, x, y, said in found:
        assert inside < x < width - inside, text
        assert inside < y < height - inside, text
        assert said >= points, text


def test_colour_goes_three_millimetres_past_the_cut(as_alma, plan):
    html = html_of(as_alma, plan, format="A3")
    # The drawing is 3 mm larger than the paper all round, and the outer rays go to its edge.
    assert 'viewBox="0 0 426 303"' in html
    for corner in ("L426 0", "L0 0", "V303H0Z", "V303H426Z"):
        assert corner in html


def test_headings_and_words_are_read_in_order(as_alma, plan, talk):
    document = pdf_of(as_alma.get(address(plan, talk)))
    tags = [str(tag["/S"]) for tag in tags_of(document)]
    alts = [str(tag["/Alt"]) for tag in tags_of(document) if tag["/S"] == "/Figure"]
    assert tags.index("/H1") < tags.index("/H2")
    assert "Cykelværkstedet Kæden" in alts
    assert "Flere unge, der vil skrue Kan give: Et værksted" in alts
    assert "Flere unge" in text_of(as_alma.get(address(plan, talk)))
