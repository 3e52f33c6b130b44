"""The tab Værdier, the panel of the profile, the minis of the list; beginning, deleting and bringing back."""

import re
import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

SEPTEMBER, OCTOBER = date(2026, 9, 18), date(2026, 10, 14)


@pytest.fixture
def library(plan):
    return factories.make_actor(plan, "Biblioteket")


def url_of(actor, act="") -> str:
    return f"/solbakken/aktoerer/{actor.pk}/vaerdier/{act}"


def page_of(client, actor) -> str:
    return client.get(url_of(actor)).content.decode()


def words(html: str) -> str:
    """The text of a page, each blank one blank."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


# -- The tab ----------------------------------------------------------------------------------------


def test_an_actor_that_nobody_asked(as_alma, library):
    page = page_of(as_alma, library)

    assert "<h2>Ingen værdier endnu</h2>" in page
    assert "Start en solskinssamtale" in page
    assert 'aria-current="page">Værdier</a>' in page


def test_each_value_stands_with_its_words_and_how_it_moved(as_alma, library):
    factories.make_talk(library, SEPTEMBER, rays={1: (1, "Vi når for få", "")})
    factories.make_talk(library, OCTOBER, rays={1: (3, "Vi når de unge", "Lokaler"), "Ro": 2})
    page = words(page_of(as_alma, library))

    assert "Meget Solskinssamtale 14. oktober »Vi når de unge« Kan give andre: Lokaler" in page
    assert "Op fra lidt til meget siden 18. september" in page
    assert "Vi når for få" not in page
    assert page.count("Ikke talt om endnu.") == 4
    assert "Ro Noget Solskinssamtale 14. oktober" in page
    assert "Samtaler 2" in page


def test_our_estimate_stands_apart_and_is_marked(as_alma, library):
    factories.make_talk(library, SEPTEMBER, rays={1: (1, "Vi når for få", "")})
    factories.make_talk(library, OCTOBER, source="estimate", rays={1: (3, "De vil mere", ""), 2: 2})
    html = page_of(as_alma, library)

    assert "Lidt Solskinssamtale 18. september »Vi når for få«" in words(html)
    assert "Meget Vores eget skøn 14. oktober Ikke deres egne ord De vil mere" in words(html)
    assert "Noget Vores eget skøn 14. oktober Ikke deres egne ord" in words(html)
    assert "»De vil mere«" not in html
    assert "Bredere målgruppe: lidt. Øget faglighed: noget, vores eget skøn." in html


def test_the_list_of_talks_says_who_when_and_how_much(as_alma, plan, library):
    lone = factories.make_contact(library, "Lone Riis")
    colleague = factories.make_membership(plan, factories.make_user("Bo Lind"))
    talk = factories.make_talk(library, rays={1: 3, 2: None}, held_by=colleague)
    talk.present.add(lone)
    page = page_of(as_alma, library)

    assert f'href="{url_of(library, f"{talk.pk}/")}"' in page
    assert "Solskinssamtale med Lone Riis · Bo Lind · 1 værdi" in page
    assert "I gang" in page


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_tab_takes_twelve_queries_whatever_it_holds(as_alma, library, number):
    for n in range(number):
        talk = factories.make_talk(library, rays={1: 1, 3: 2, f"Egen {n}": 3})
        talk.present.add(factories.make_contact(library, f"Lone {n}"))

    with CaptureQueriesContext(connection) as queries:
        page_of(as_alma, library)
    assert len(queries) == 12


def test_who_may_not_see_is_told_so_and_sees_no_link(as_bo, as_partner, as_carla, as_alma, library):
    factories.make_talk(library, rays={1: (3, "Vi når de unge", "")})
    for client in (as_bo, as_partner):
        assert client.get(url_of(library)).status_code == 403
        profile = client.get(f"/solbakken/aktoerer/{library.pk}/").content.decode()
        assert "vaerdier" not in profile
        assert "Vi når de unge" not in profile
        assert "Værdier" not in client.get("/solbakken/aktoerer/").content.decode()
    assert as_carla.get(url_of(library)).status_code == 404
    assert as_alma.post(url_of(library)).status_code == 405


def test_another_plans_talks_are_not_counted(as_alma, library, other):
    factories.make_talk(other.actor, rays={1: (3, "KANARIE", "")})

    assert "KANARIE" not in page_of(as_alma, library)
    assert as_alma.get(url_of(other.actor)).status_code == 404


# -- Begin, delete, bring back ----------------------------------------------------------------------


def test_a_talk_begins_today_with_the_one_who_pressed(as_alma, plan, alma, library):
    answer = as_alma.post(url_of(library, "samtale/"), {"submission": uuid.uuid4()})
    talk = library.talks.get()

    assert answer["Location"] == url_of(library, f"{talk.pk}/")
    assert (talk.held_by.user, talk.source, talk.version) == (alma, "talk", 1)
    assert plan.audit_entries.get().verb == "create"


def test_the_same_button_twice_begins_one(as_alma, library):
    pressed = {"submission": uuid.uuid4()}
    places = {as_alma.post(url_of(library, "samtale/"), pressed)["Location"] for _ in range(3)}

    assert len(places) == library.talks.count() == 1


def test_a_button_that_was_used_for_a_talk_now_deleted_begins_a_new_one(as_alma, library):
    pressed = {"submission": uuid.uuid4()}
    as_alma.post(url_of(library, "samtale/"), pressed)
    as_alma.post(url_of(library, f"{library.talks.get().pk}/slet/"))
    as_alma.post(url_of(library, "samtale/"), pressed)

    assert library.talks.kept().count() == 1


@pytest.mark.parametrize("submission", ["", "x", "\x00", "00000000-0000-0000-0000-000000000000"])
def test_an_odd_button_begins_a_talk_all_the_same(as_alma, library, submission):
    answer = as_alma.post(url_of(library, "samtale/"), {"submission": submission, "source": "gættet"})

    assert answer.status_code == 302
    assert library.talks.get().source == "talk"


def test_an_actor_may_have_several_talks_and_an_estimate(as_alma, library):
    for source in ("talk", "talk", "estimate"):
        as_alma.post(url_of(library, "samtale/"), {"submission": uuid.uuid4(), "source": source})

    assert sorted(library.talks.values_list("source", flat=True)) == ["estimate", "talk", "talk"]


def test_a_deleted_talk_counts_no_more_and_comes_back(as_alma, plan, library):
    talk = factories.make_talk(library, rays={1: (3, "Vi når de unge", "")})
    page = as_alma.post(url_of(library, f"{talk.pk}/slet/"), follow=True).content.decode()
    assert "Samtalen er slettet." in page
    assert "Vi når de unge" not in page
    undo = re.search(r'action="([^"]+gendan/)"', page)[1]
    for _ in range(2):
        page = as_alma.post(undo, follow=True).content.decode()

    assert "»Vi når de unge«" in page
    assert [entry.verb for entry in plan.audit_entries.order_by("id")] == ["delete", "restore"]


# -- Profile and list -------------------------------------------------------------------------------


def profile_of(client, actor) -> str:
    return client.get(f"/solbakken/aktoerer/{actor.pk}/").content.decode()


def test_the_profile_says_what_it_gives_them(as_alma, library):
    factories.make_talk(library, SEPTEMBER, rays={1: (3, "Vi når de unge gennem Åkanden.", ""), 4: 0})
    page = profile_of(as_alma, library)

    assert "Det giver det dem" in page
    assert "Bredere målgruppe: meget." in page
    assert "»Vi når de unge gennem Åkanden.«" in page
    assert "Solskinssamtale 18. september" in page
    assert page.count('<span class="value value-') == 1


def test_the_profile_quotes_no_guess(as_alma, library):
    factories.make_talk(library, source="estimate", rays={1: (3, "De vil nok mere", "")})
    page = profile_of(as_alma, library)

    assert "De vil nok mere" not in page
    assert "vores skøn" in page
    assert "Vores eget skøn 14. oktober" in page


def test_the_profile_of_one_nobody_asked_offers_to_begin(as_alma, library):
    page = profile_of(as_alma, library)

    assert "Ingen har spurgt dem endnu." in page
    assert f'action="{url_of(library, "samtale/")}"' in page


def test_the_list_has_five_minis_for_each(as_alma, plan, library):
    factories.make_talk(library, rays={1: 3, 2: 0, 5: 1})
    asked = factories.make_actor(plan, "Åhuset")
    factories.make_talk(asked, source="estimate", rays={4: 2})
    factories.make_actor(plan, "Nyt sted")
    page = as_alma.get("/solbakken/aktoerer/").content.decode()

    labels = re.findall(r'class="value-row" role="img" aria-label="([^"]+)"', page)
    assert labels == [
        "Bredere målgruppe, Adgang til flere ressourcer",
        "Ingen værdier endnu",
        "Større socialt ansvar (vores skøn)",
    ]
    assert page.count('href="#value-1-on"') == 1
    assert page.count('href="#value-4-guess"') == 1
