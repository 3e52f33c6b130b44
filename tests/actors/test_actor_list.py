"""The list of actors: what it shows, how it is narrowed and sorted, and what it costs."""

import html
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors.models import Competence
from tests import factories

URL = "/solbakken/aktoerer/"
NAME = re.compile(r'<a href="[^"]+">([^<]+)</a><small>')


def names_in(response) -> list[str]:
    """The actors' names in the order of the rows."""
    return [html.unescape(name) for name in NAME.findall(response.content.decode())]


@pytest.fixture
def three(plan):
    """Three actors that differ in everything the filters know."""
    area = plan.areas.get()
    far = factories.make_area(plan, "Rød Å-gård")
    group = plan.targetgroups.get()
    return [
        factories.make_actor(
            plan, "Aabyens Klub", kind="voluntary", areas=[far], target_groups=[group], status="active",
            base="inside", confirmed_on=date.today(), address="Torvet 1",
        ),
        factories.make_actor(plan, "Biblioteket", kind="municipal", areas=[area], core_task="Læring"),
        factories.make_actor(
            plan, "Østhøj Café", kind="business", status="dormant", base="outside",
            confirmed_on=date.today() - timedelta(days=400),
        ),
    ]  # fmt: skip


def test_shows_name_kind_address_target_groups_and_how_many_there_are(as_alma, three):
    response = as_alma.get(URL)

    assert names_in(response) == ["Biblioteket", "Østhøj Café", "Aabyens Klub"]
    assert "3 aktører i og omkring Solbakken. 3 vises." in response.content.decode()
    assert "Frivillig organisation · Torvet 1" in response.content.decode()
    assert "Børn og unge" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=BIBLIO", ["Biblioteket"]),
        ("q=åbyen", ["Aabyens Klub"]),
        ("q=OESTHOEJ", ["Biblioteket", "Østhøj Café"]),
        ("q=cafe", ["Østhøj Café"]),
        ("q=laering+biblio", ["Biblioteket"]),
        ("q=aagaard", ["Aabyens Klub"]),
        ("q=%25", ["Biblioteket", "Østhøj Café", "Aabyens Klub"]),
        ("kind=business", ["Østhøj Café"]),
        ("status=active", ["Aabyens Klub"]),
        ("base=outside", ["Østhøj Café"]),
        ("stale=1", ["Biblioteket", "Østhøj Café"]),
        ("stale=1&kind=business", ["Østhøj Café"]),
        ("archived=1", []),
    ],
)
def test_filters(as_alma, three, query, expected):
    assert names_in(as_alma.get(f"{URL}?{query}")) == expected


def test_filters_by_area_target_group_and_who_holds_the_relation(as_alma, plan, three):
    area, group, holder = plan.areas.get(name="Østhøj"), plan.targetgroups.get(), plan.memberships.get()
    three[1].held_by = holder
    three[1].save()

    assert names_in(as_alma.get(URL, {"area": area.pk})) == ["Biblioteket"]
    assert names_in(as_alma.get(URL, {"target_group": group.pk})) == ["Aabyens Klub"]
    assert names_in(as_alma.get(URL, {"held_by": holder.pk})) == ["Biblioteket"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("-name", ["Aabyens Klub", "Østhøj Café", "Biblioteket"]),
        ("-collaborations", ["Biblioteket", "Aabyens Klub", "Østhøj Café"]),
        ("-coordinating", ["Aabyens Klub", "Biblioteket", "Østhøj Café"]),
        ("confirmed", ["Biblioteket", "Østhøj Café", "Aabyens Klub"]),
        ("-confirmed", ["Aabyens Klub", "Østhøj Café", "Biblioteket"]),
        ("status", ["Biblioteket", "Aabyens Klub", "Østhøj Café"]),
        ("nonsense", ["Biblioteket", "Østhøj Café", "Aabyens Klub"]),
    ],
)
def test_sorting(as_alma, plan, three, sort, expected):
    klub, library, _ = three
    factories.make_collaboration(plan, library, klub, coordinator=klub)
    factories.make_collaboration(
        plan, library, factories.make_actor(plan, "Zzz", archived_at="2026-01-01T00:00Z")
    )

    assert names_in(as_alma.get(f"{URL}?sort={sort}")) == expected


def test_the_column_sorted_by_says_so(as_alma, three):
    page = as_alma.get(f"{URL}?sort=-collaborations").content.decode()

    assert page.count("aria-sort") == 1
    assert 'aria-sort="descending"><a id="sort-collaborations"' in page


def test_only_ongoing_collaborations_count(as_alma, plan, three):
    today, tomorrow = date.today(), date.today() + timedelta(days=1)
    factories.make_collaboration(plan, three[0], three[1])
    factories.make_collaboration(plan, three[0], three[1], until=tomorrow, coordinator=three[0])
    factories.make_collaboration(plan, three[0], three[1], until=today, coordinator=three[0])

    page = as_alma.get(f"{URL}?q=klub").content.decode()

    assert '<div class="load"><b>2</b>' in page
    assert '<td class="number">1</td>' in page


def test_chips_count_within_the_other_filters(as_alma, three):
    page = as_alma.get(f"{URL}?stale=1&kind=business").content.decode()

    assert "Alle <span>2</span>" in page
    assert "Kommune <span>1</span>" in page
    assert 'id="chip-kind-business" href="?kind=business&amp;stale=1" aria-current="true"' in page.replace(
        "?stale=1&amp;kind=business", "?kind=business&amp;stale=1"
    )


def test_fifty_a_page_and_the_address_keeps_the_filter(as_alma, plan):
    for number in range(52):
        factories.make_actor(plan, f"Klub {number:02}", kind="voluntary")

    first, second = as_alma.get(f"{URL}?kind=voluntary"), as_alma.get(f"{URL}?kind=voluntary&page=2")

    assert len(names_in(first)) == 50
    assert "?kind=voluntary&amp;page=2" in first.content.decode()
    assert names_in(second) == ["Klub 50", "Klub 51"]
    assert "52 aktører passer. 2 vises." in second.content.decode()


def test_a_page_beyond_the_last_is_the_last(as_alma, three):
    assert len(names_in(as_alma.get(f"{URL}?page=99"))) == 3


@pytest.mark.parametrize(
    "query",
    ["q=%00", "page=-1", "page=" + "9" * 400, "area=nope", "held_by=%00", "kind=x&status=y", "sort=%27",
     "q=" + "a" * 5000],
)  # fmt: skip
def test_nonsense_in_the_address_is_left_out(as_alma, three, query):
    assert len(names_in(as_alma.get(f"{URL}?{query}"))) == 3


def test_without_actors_it_says_how_to_begin(as_alma):
    page = as_alma.get(URL).content.decode()

    assert "Ingen aktører endnu" in page
    assert "Begynd med dem, I mødte i denne uge." in page
    assert f'href="{URL}ny/"' in page


def test_without_hits_it_offers_to_clear_the_filters(as_alma, three):
    page = as_alma.get(f"{URL}?q=findesikke").content.decode()

    assert "Ingen aktører passer" in page
    assert f'<a class="btn btn-main" href="{URL}">Ryd filtre</a>' in page


def test_archived_actors_are_only_seen_when_asked_for(as_alma, plan, three):
    factories.make_actor(plan, "Gammel Klub", archived_at="2026-01-01T00:00Z")

    assert "Gammel Klub" not in names_in(as_alma.get(URL))
    assert names_in(as_alma.get(f"{URL}?archived=1")) == ["Gammel Klub"]


def test_htmx_gets_the_part_with_the_fact_and_a_plain_request_the_page(as_alma, three):
    part = as_alma.get(f"{URL}?kind=business", headers={"HX-Request": "true", "HX-Target": "actor-list"})
    page = as_alma.get(f"{URL}?kind=business")

    assert part.content.decode().lstrip().startswith('<div id="actor-list">')
    assert (
        'id="actor-fact" role="status" hx-swap-oob="true">1 aktør passer. 1 vises.' in part.content.decode()
    )
    assert "<!doctype html>" in page.content.decode()
    assert names_in(part) == names_in(page) == ["Østhøj Café"]


def test_the_link_to_the_spreadsheet_keeps_the_filter(as_alma, three):
    assert f'href="{URL}hent/?kind=business"' in as_alma.get(f"{URL}?kind=business").content.decode()


def test_readers_see_the_list_without_what_they_may_not_do(as_bo, as_partner, three):
    assert len(names_in(as_bo.get(URL))) == 3
    assert "Ny aktør" not in as_bo.get(URL).content.decode()
    assert "Hent liste" in as_bo.get(URL).content.decode()
    assert "Hent liste" not in as_partner.get(URL).content.decode()


def test_strangers_find_nothing_and_the_list_only_answers_reads(as_carla, as_alma, three):
    assert as_carla.get(URL).status_code == 404
    assert as_alma.post(URL).status_code == 405


def test_nothing_of_another_plan_is_on_the_page(as_alma, three, other):
    for query in ("", "q=KANARIE", f"area={other.area.pk}", f"held_by={other.membership.pk}", "archived=1"):
        page = as_alma.get(f"{URL}?{query}").content.decode()
        assert "KANARIE" not in page.replace('value="KANARIE"', "").replace("q=KANARIE", "")


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_page_takes_seven_queries_whatever_it_shows(as_alma, plan, number):
    group = plan.targetgroups.get()
    actors = [factories.make_actor(plan, target_groups=[group]) for _ in range(number)]
    for actor in actors:
        Competence.objects.create(plan=plan, actor=actor, kind="strength", text="Arabisk")
        factories.make_collaboration(plan, actor, actors[0]) if actor != actors[0] else None
        factories.make_talk(actor, rays={1: 3})

    with CaptureQueriesContext(connection) as queries:
        assert len(names_in(as_alma.get(URL))) == number
    assert len(queries) == 7


def test_a_name_cannot_write_markup(as_alma, plan):
    factories.make_actor(plan, "<script>alert(1)</script>", address="<b>her</b>")

    page = as_alma.get(URL).content.decode()

    assert "<script>alert" not in page
    assert "&lt;b&gt;her&lt;/b&gt;" in page


def test_more_filters_open_by_a_link_and_hold_the_plans_own_words(as_alma, three, other):
    closed = as_alma.get(URL).content.decode()
    assert 'href="?panel=1"' in closed
    assert "Hvem har relationen" not in closed

    page = as_alma.get(f"{URL}?panel=1").content.decode()

    for words in ("Rød Å-gård", "Børn og unge", "Alma Bøgh", "Ikke bekræftet i et år"):
        assert words in page
    assert "KANARIE" not in page


def test_the_panel_stays_open_while_one_of_its_filters_is_in_use(as_alma, three):
    page = as_alma.get(f"{URL}?status=active").content.decode()

    assert '<option value="active" selected>Aktiv</option>' in page


def test_a_target_group_cannot_write_markup_either(as_alma, plan):
    group = factories.make_target_group(plan, "<i>alle</i>")
    factories.make_actor(plan, "Ord \"og\" 'flere'", target_groups=[group])

    page = as_alma.get(URL).content.decode()

    assert '<td class="groups-cell">&lt;i&gt;alle&lt;/i&gt;</td>' in page
    assert "Ord &quot;og&quot; &#x27;flere&#x27;" in page


# -- The last contact, for the team --------------------------------------------------------------


@pytest.fixture
def talked_to(plan):
    """One talked to today, one long ago, one never."""
    today = date.today()
    for name, days in (("I dag", 0), ("Længe siden", 97), ("Aldrig", None)):
        actor = factories.make_actor(plan, name, status="active")
        if days is not None:
            factories.make_contact_note(actor, on=today - timedelta(days=days + 9))
            factories.make_contact_note(actor, on=today - timedelta(days=days))
            factories.make_contact_note(actor, on=today, deleted_at="2026-01-01T00:00Z")


def listed(browser, query) -> list[str]:
    page = browser.get(f"{URL}{query}").content.decode()
    return re.findall(r'<td class="who-cell">.*?<a href="[^"]+">([^<]+)</a>', page)


def test_the_team_sees_and_sorts_by_the_last_contact_the_oldest_first(as_alma, talked_to):
    assert listed(as_alma, "?sort=contact") == ["Aldrig", "Længe siden", "I dag"]
    assert listed(as_alma, "?sort=-contact") == ["I dag", "Længe siden", "Aldrig"]
    page = as_alma.get(URL).content.decode()
    assert re.findall(r'<td class="contact-cell">(?:[^<]* · )?([^<]*)</td>', page) == [
        "Aldrig",
        "i dag",
        "97 dage",
    ]


def test_the_team_filters_by_balance(as_alma, talked_to):
    assert listed(as_alma, "?balance=glemt") == ["Længe siden"]
    assert listed(as_alma, "?balance=overbelastet") == []
    assert len(listed(as_alma, "?balance=vrøvl")) == 3


def test_nobody_else_sees_sorts_or_filters_by_what_the_log_says(as_bo, as_partner, talked_to):
    for browser in (as_bo, as_partner):
        page = browser.get(f"{URL}?panel=1").content.decode()
        assert "Sidste kontakt" not in page
        assert "contact-cell" not in page
        assert "balance" not in page
        assert listed(browser, "?sort=contact") == listed(browser, "?sort=-contact") == listed(browser, "")
        assert len(listed(browser, "?balance=glemt")) == 3
