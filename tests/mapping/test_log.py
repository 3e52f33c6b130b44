"""The quick log: two taps, three letters, and nothing lost."""

import re
import uuid
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest

from mapping.recent import Touch, suggest
from tests import factories

LOG = "/solbakken/samarbejder/log/"
TODAY = date(2026, 11, 22)


@pytest.fixture
def pair(plan):
    """Two actors of Solbakken."""
    return (
        factories.make_actor(plan, "Købmand Ågaard", kind="business"),
        factories.make_actor(plan, "Ungdomsskolen Åkanden"),
    )


def sent(*actors, form=4, **fields) -> dict:
    """What the browser posts."""
    ids = [str(actor.pk) for actor in actors]
    return {"actors": ids, "how": form, "submission": str(uuid.uuid4()), **fields}


def cards(page) -> list[tuple[str, str, bool]]:
    """The actors that can be ticked: name, why, ticked."""
    found = re.findall(
        r"<span>([^<]+)<small>([^<]+)</small></span>.*?(<input type=\"checkbox\" name=\"actors\"[^>]*>)",
        page.content.decode(),
        re.DOTALL,
    )
    return [(unescape(name), unescape(why), " checked" in tag) for name, why, tag in found]


# -- Saving ----------------------------------------------------------------------------------------


def test_two_actors_and_a_form_are_enough(as_alma, plan, pair):
    page = as_alma.post(LOG, sent(*pair), follow=True)
    assert page.redirect_chain == [("/solbakken/samarbejder/", 302)]
    text = page.content.decode()
    assert "<b>Gemt.</b> Købmand Ågaard og Ungdomsskolen Åkanden samordner nu." in text
    assert plan.collaborations.get().form == 4


def test_undo_takes_it_back(as_alma, plan, pair):
    page = as_alma.post(LOG, sent(*pair), follow=True).content.decode()
    undo = re.search(r'action="(/solbakken/samarbejder/[^"]+/fortryd/)"', page)[1]
    assert "Samarbejdet er ikke logget." in as_alma.post(undo, follow=True).content.decode()
    assert plan.collaborations.count() == 0
    assert as_alma.post(undo).status_code == 404


def test_the_details_are_kept(as_alma, plan, pair):
    group = plan.targetgroups.get()
    details = {
        "about": "Fritidsjob", "since": "2026-10-14", "coordinator": str(pair[1].pk),
        "target_groups": [str(group.pk)],
    }  # fmt: skip
    as_alma.post(LOG, sent(*pair, **details))
    saved = plan.collaborations.get()
    assert (saved.about, saved.since, saved.coordinator) == ("Fritidsjob", date(2026, 10, 14), pair[1])
    assert list(saved.target_groups.all()) == [group]


def test_a_form_that_comes_twice_makes_one_and_says_the_same(as_alma, plan, pair):
    post = sent(*pair)
    for _ in range(2):
        assert "Åkanden samordner nu." in as_alma.post(LOG, post, follow=True).content.decode()
    assert plan.collaborations.count() == 1


@pytest.mark.parametrize("amount", [0, 1])
def test_too_few_actors_says_so_and_keeps_what_was_typed(as_alma, plan, pair, amount):
    page = as_alma.post(LOG, sent(*pair[:amount], about="Fritidsjob <i>")).content.decode()
    assert page.count("Vælg mindst to aktører") == 2
    assert "<title>Fejl: " in page
    assert 'value="Fritidsjob &lt;i&gt;"' in page
    assert re.search(r'<input type="radio" name="how" value="4"[^>]* checked>', page)
    assert plan.collaborations.count() == 0


def test_no_form_says_so_and_keeps_the_actors(as_alma, pair):
    page = as_alma.post(LOG, sent(*pair, form=""))
    assert "Vælg, hvordan I arbejder sammen" in page.content.decode()
    assert [(name, ticked) for name, _, ticked in cards(page)][:2] == [
        ("Købmand Ågaard", True),
        ("Ungdomsskolen Åkanden", True),
    ]


@pytest.mark.parametrize(
    "actors",
    [["not-an-id"], ["\x00"], ["00000000-0000-0000-0000-000000000000"] * 2, [str(uuid.uuid4())] * 1500],
    ids=["nonsense", "nul", "unknown", "too many"],
)
def test_nonsense_for_actors_is_an_error_in_the_form(as_alma, plan, actors):
    page = as_alma.post(LOG, {**sent(), "actors": actors})
    assert page.status_code == 200
    assert re.search(r'id="id_actors_error"', page.content.decode())
    assert plan.collaborations.count() == 0


@pytest.mark.parametrize("field", ["actors", "coordinator", "target_groups"])
def test_another_plans_ids_are_refused(as_alma, plan, pair, other, field):
    foreign = {
        "actors": [str(pair[0].pk), str(other.actor.pk)],
        "coordinator": str(other.actor.pk),
        "target_groups": [str(other.target_group.pk)],
    }[field]
    page = as_alma.post(LOG, {**sent(*pair), field: foreign})
    assert page.status_code == 200
    assert "field-error" in page.content.decode()
    assert "KANARIE" not in page.content.decode()
    assert plan.collaborations.count() == 0


def test_an_archived_actor_does_not_come_into_a_new_one(as_alma, plan, pair):
    gone = factories.make_actor(plan, "Nedlagt", archived_at=datetime(2026, 1, 1, tzinfo=UTC))
    page = as_alma.post(LOG, sent(pair[0], gone)).content.decode()
    assert "Vælg aktører fra jeres egen liste" in page
    assert plan.collaborations.count() == 0


def test_a_cpr_number_is_stopped_and_may_be_vouched_for(as_alma, plan, pair, alma):
    post = sent(*pair, about="Aftale 010190-1234")
    page = as_alma.post(LOG, post).content.decode()
    assert "Det ligner et CPR-nummer" in page
    assert plan.collaborations.count() == 0
    as_alma.post(LOG, {**post, "cpr_ok": "on"})
    assert [entry.verb for entry in plan.audit_entries.order_by("id")] == ["create", "cpr_override"]


# -- The same already there ------------------------------------------------------------------------


def test_the_same_collaboration_is_pointed_out_and_may_be_saved_anyway(as_alma, plan, pair):
    twin = factories.make_collaboration(plan, *pair, form=4, about="Årets fest")
    post = sent(*pair, about="årets fest")
    page = as_alma.post(LOG, post).content.decode()
    assert "Det samarbejde har I allerede." in page
    assert f'href="/solbakken/samarbejder/{twin.pk}/"' in page
    assert plan.collaborations.count() == 1
    as_alma.post(LOG, {**post, "anyway": "1"})
    assert plan.collaborations.count() == 2


@pytest.mark.parametrize("difference", ["ended", "form", "about", "one more actor"])
def test_what_differs_is_no_twin(as_alma, plan, pair, difference):
    actors = (*pair, factories.make_actor(plan)) if difference == "one more actor" else pair
    until = date(2020, 1, 1) if difference == "ended" else None
    factories.make_collaboration(plan, *actors, form=4, about="Fest", until=until)
    wish = {"form": {"how": 3}, "about": {"about": "Haven"}}.get(difference, {})
    as_alma.post(LOG, {**sent(*pair, about="Fest"), **wish})
    assert plan.collaborations.count() == 2


# -- The page --------------------------------------------------------------------------------------


def test_actors_in_the_address_are_ticked(as_alma, pair):
    page = as_alma.get(LOG, {"aktoer": [str(actor.pk) for actor in pair]})
    assert [name for name, _, ticked in cards(page) if ticked] == ["Købmand Ågaard", "Ungdomsskolen Åkanden"]


def test_those_logged_last_are_offered_with_why(as_alma, pair, plan):
    as_alma.post(LOG, sent(*pair, about="Fritidsjob"))
    factories.make_actor(plan, "Lige oprettet")
    assert cards(as_alma.get(LOG)) == [
        ("Købmand Ågaard", "Logget i dag: Fritidsjob", False),
        ("Ungdomsskolen Åkanden", "Logget i dag: Fritidsjob", False),
        ("Lige oprettet", "Rettet i dag", False),
    ]


def test_without_script_the_search_keeps_all_that_was_typed(as_alma, plan, pair):
    post = sent(pair[0], about="Fritidsjob", q="åkand", find="1")
    page = as_alma.post(LOG, post)
    text = page.content.decode()
    assert [(name, ticked) for name, _, ticked in cards(page)] == [
        ("Købmand Ågaard", True),
        ("Ungdomsskolen Åkanden", False),
    ]
    assert 'value="Fritidsjob"' in text
    assert f'value="{post["submission"]}"' in text
    assert re.search(r'name="how" value="4"[^>]* checked>', text)
    assert "field-error" not in text
    assert plan.collaborations.count() == 0


def test_a_search_in_the_address_works_too(as_alma, pair):
    page = as_alma.get(LOG, {"q": "aakanden", "aktoer": str(pair[0].pk)})
    assert [(name, ticked) for name, _, ticked in cards(page)] == [
        ("Købmand Ågaard", True),
        ("Ungdomsskolen Åkanden", False),
    ]


def test_an_unknown_name_may_become_a_new_actor(as_alma, plan):
    page = as_alma.get(LOG, {"q": "Ny & nær"}).content.decode()
    assert 'href="/solbakken/aktoerer/ny/?name=Ny%20%26%20n%C3%A6r"' in page
    assert "Ny aktør »Ny &amp; nær«" in page
    link = unescape(re.search(r'href="(/solbakken/aktoerer/ny/[^"]*)"', page)[1])
    assert 'value="Ny &amp; nær"' in as_alma.get(link).content.decode()


def test_htmx_gets_the_form_and_a_redirect_it_follows(as_alma, plan, pair):
    htmx = {"HX-Request": "true", "HX-Target": "log-form"}
    part = as_alma.post(LOG, sent(pair[0]), headers=htmx).content.decode()
    assert part.lstrip().startswith('<form id="log-form"')
    saved = as_alma.post(LOG, sent(*pair), headers=htmx)
    assert (saved.status_code, saved["HX-Redirect"]) == (200, "/solbakken/samarbejder/")


@pytest.mark.parametrize(
    ("wish", "way"),
    [
        ("/solbakken/netvaerkskort/?kind=housing", "/solbakken/netvaerkskort/?kind=housing"),
        ("https://ond.example/solbakken/", "/solbakken/samarbejder/"),
        ("//ond.example", "/solbakken/samarbejder/"),
        ("http://testserver//ond.example", "/solbakken/samarbejder/"),
        ("javascript:alert(1)", "/solbakken/samarbejder/"),
        ("mapping:list", "/solbakken/samarbejder/"),
        ("1", "/solbakken/samarbejder/"),
        ("/" + "x" * 9000, "/solbakken/samarbejder/"),
        (LOG, "/solbakken/samarbejder/"),
        ("http://[", "/solbakken/samarbejder/"),
    ],
)
def test_it_goes_back_to_where_one_came_from_on_this_site_alone(as_alma, pair, wish, way):
    assert as_alma.post(LOG, sent(*pair, next=wish))["Location"] == way
    referred = as_alma.get(LOG, headers={"Referer": wish}).content.decode()
    assert f'<a class="btn btn-ghost btn-icon" href="{way}" aria-label="Luk"' in referred


# -- The picker's search ---------------------------------------------------------------------------


def test_the_picker_finds_those_that_begin_with_it_first(as_alma, plan, pair):
    factories.make_actor(plan, "Alle unge")
    part = as_alma.get(f"{LOG}aktoerer/", {"q": "ung"}).content.decode()
    assert re.findall(r'role="option"[^>]*data-name="([^"]+)"', part) == [
        "Ungdomsskolen Åkanden",
        "Alle unge",
    ]
    assert f'data-id="{pair[1].pk}"' in part
    assert "<html" not in part


@pytest.mark.parametrize("text", ["", "  ", "findes ikke", "\x00", "%", "_", "x" * 5000])
def test_nothing_found_is_said(as_alma, pair, text):
    part = as_alma.get(f"{LOG}aktoerer/", {"q": text})
    assert part.status_code == 200
    assert "Ingen aktører passer." in part.content.decode()


# -- Who may ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [LOG, f"{LOG}aktoerer/?q=ka"])
@pytest.mark.parametrize(("who", "status"), [("as_bo", 403), ("as_partner", 403), ("as_carla", 404)])
def test_only_those_who_write_may_log(request, plan, path, who, status):
    assert request.getfixturevalue(who).get(path).status_code == status


def test_a_reader_who_posts_writes_nothing(as_bo, plan, pair):
    assert as_bo.post(LOG, sent(*pair)).status_code == 403
    assert plan.collaborations.count() == 0


def test_a_stranger_cannot_undo(as_carla, plan, pair):
    collaboration = factories.make_collaboration(plan, *pair)
    assert as_carla.post(f"/solbakken/samarbejder/{collaboration.pk}/fortryd/").status_code == 404


def test_another_plans_collaboration_is_not_undone(as_alma, plan, other):
    assert as_alma.post(f"/solbakken/samarbejder/{other.collaboration.pk}/fortryd/").status_code == 404
    assert other.plan.collaborations.count() == 1


def test_methods(as_alma, plan):
    assert as_alma.put(LOG).status_code == 405
    assert as_alma.post(f"{LOG}aktoerer/").status_code == 405
    assert as_alma.get(f"/solbakken/samarbejder/{uuid.uuid4()}/fortryd/").status_code == 405


def test_nothing_of_another_plan_is_offered(as_alma, plan, other):
    for address in (LOG, f"{LOG}?q=kanarie&aktoer={other.actor.pk}", f"{LOG}aktoerer/?q=kanarie"):
        page = as_alma.get(address)
        assert cards(page) == []
        assert "KANARIE" not in page.content.decode()


@pytest.mark.parametrize("amount", [1, 3, 50])
def test_the_page_asks_the_database_as_often_however_many_there_are(
    as_alma, plan, amount, django_assert_num_queries
):
    for _ in range(amount):
        factories.make_collaboration(plan)
    with django_assert_num_queries(8):
        as_alma.get(LOG)


# -- Whom to suggest -------------------------------------------------------------------------------


def touch(actor, days, own=False, about=None) -> Touch:
    """Something that happened to the actor so many days ago."""
    day = TODAY - timedelta(days=days)
    return Touch(uuid.UUID(int=actor), datetime(day.year, day.month, day.day, tzinfo=UTC), day, own, about)


def test_own_touches_come_first_then_logs_then_the_newest():
    touches = [touch(1, 0), touch(2, 9, about=""), touch(3, 5, own=True), touch(4, 2, about="Fritidsjob")]
    found = suggest(touches, today=TODAY, limit=3)
    assert [(pk.int, why) for pk, why in found.items()] == [
        (3, "Rettet for 5 dage siden"),
        (4, "Logget for 2 dage siden: Fritidsjob"),
        (2, "Logget for 9 dage siden"),
    ]


def test_an_actor_stands_there_once_with_its_newest_touch():
    found = suggest([touch(1, 3, about="Haven"), touch(1, 1, about="")], today=TODAY, limit=3)
    assert list(found.values()) == ["Logget i går"]
