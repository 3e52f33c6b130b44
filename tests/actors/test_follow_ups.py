"""What we have promised: the oldest first, kept with one press, moved, passed on, mended, taken off."""

import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from actors.guard import CPR_FOUND_MESSAGE
from tests import factories
from tests.clock import TODAY

LIST = "/solbakken/aktoerer/opfoelgninger/"
pytestmark = pytest.mark.usefixtures("day_stands")


@pytest.fixture
def library(plan):
    return factories.make_actor(plan, "Biblioteket")


@pytest.fixture
def mine(as_alma, plan, alma):
    """Alma's membership."""
    return plan.memberships.get(user=alma)


@pytest.fixture
def promise(library, mine):
    """Alma's, three days late."""
    return factories.make_follow_up(library, "Ring om salen", due=TODAY - timedelta(days=3), responsible=mine)


def page_of(browser, query="") -> str:
    return browser.get(f"{LIST}{query}").content.decode()


def names(page) -> list[str]:
    """What was promised, in the order of the page."""
    return re.findall(r"<div>\s*<b>([^<]+)</b>", page)


def changed(promise, **fields) -> dict:
    """What the edit page posts."""
    return {
        "what": promise.what, "due": promise.due.isoformat(), "version": "1",
        "responsible": str(promise.responsible_id or ""), "next": LIST, **fields,
    }  # fmt: skip


def undo_url(page) -> str:
    return re.search(r'action="([^"]+)">\s*<input[^>]+>\s*<button class="btn btn-small">Fortryd', page)[1]


def test_mine_or_everybodys_the_most_pressing_first(as_alma, library, promise, mine):
    factories.make_follow_up(library, "Bestil bord", due=TODAY, responsible=mine)
    factories.make_follow_up(library, "En andens", due=TODAY - timedelta(days=9))
    factories.make_follow_up(library, "Klaret før", responsible=mine, done_at=timezone.now())
    assert names(page_of(as_alma)) == ["Ring om salen", "Bestil bord"]
    assert names(page_of(as_alma, "?hvis=alle")) == ["En andens", "Ring om salen", "Bestil bord"]
    assert names(page_of(as_alma, "?vis=klaret")) == ["Klaret før"]
    assert page_of(as_alma).count("3 dage over tid") == 1


def test_an_empty_list_says_so(as_alma, plan):
    assert "Ingen opfølgninger" in page_of(as_alma)
    assert "Intet er klaret endnu" in page_of(as_alma, "?vis=klaret")
    assert page_of(as_alma, "?hvis=vrøvl&vis=%00&page=-7").count("<h1>") == 1


def test_one_press_keeps_it_and_another_takes_that_back(as_alma, plan, alma, promise):
    page = as_alma.post(f"{LIST}{promise.pk}/klaret/", follow=True).content.decode()
    assert "<b>Klaret.</b> »Ring om salen«" in page
    promise.refresh_from_db()
    assert promise.done_by == alma
    assert names(page_of(as_alma)) == []
    as_alma.post(undo_url(page))
    promise.refresh_from_db()
    assert (promise.done_at, promise.done_by) == (None, None)
    assert [entry.verb for entry in plan.audit_entries.order_by("id")] == ["done", "undo"]


def test_its_day_alone_is_moved(as_alma, promise):
    path = f"{LIST}{promise.pk}/ret/?felt=due"
    page = as_alma.get(path).content.decode()
    assert "<h1>Flyt dato</h1>" in page
    assert 'name="what"' not in page
    due = TODAY + timedelta(days=4)
    as_alma.post(path, {"due": due.isoformat(), "version": "1"})
    promise.refresh_from_db()
    assert (promise.due, promise.what, promise.version) == (due, "Ring om salen", 2)


def test_it_is_passed_on_to_a_colleague(as_alma, plan, promise):
    lis = factories.make_membership(plan, factories.make_user("Lis Thorsen"))
    as_alma.post(f"{LIST}{promise.pk}/ret/?felt=responsible", {"responsible": str(lis.pk), "version": "1"})
    promise.refresh_from_db()
    assert promise.responsible == lis
    assert plan.audit_entries.get().fields == ["responsible"]


def test_two_who_mend_at_once_see_both_texts(as_alma, promise):
    path = f"{LIST}{promise.pk}/ret/"
    as_alma.post(path, changed(promise, what="Ring i dag"))
    page = as_alma.post(path, changed(promise, what="Skriv i stedet", responsible="")).content.decode()
    assert "Nu står der: <b>Ring i dag</b>" in page
    assert "Nu står der: <b>Alma Bøgh</b>" in page
    promise.refresh_from_db()
    assert promise.what == "Ring i dag"
    as_alma.post(path, changed(promise, what="Skriv i stedet", version="2"))
    promise.refresh_from_db()
    assert promise.what == "Skriv i stedet"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"what": ""}, "Skriv, hvad I har lovet"),
        ({"what": "a" * 201}, "Skriv højst 200 tegn"),
        ({"what": "Ring til 010165-1234"}, CPR_FOUND_MESSAGE),
        ({"due": "0001-01-01"}, "Skriv en dato efter år 2000"),
        ({"due": "9999-12-31"}, "Vælg en dato inden for 5 år"),
        ({"due": "snart"}, "Skriv datoen som 14-10-2026"),
        ({"responsible": str(uuid.UUID(int=5))}, "Vælg en kollega fra listen"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(as_alma, plan, promise, fields, message):
    for path in (f"{LIST}{promise.pk}/ret/", f"{LIST}ny/"):
        assert message in as_alma.post(path, changed(promise, **fields)).content.decode()
    assert plan.followups.get().version == 1


def test_a_new_one_that_comes_twice_is_one(as_alma, plan, library, mine):
    form = {
        "what": "Køb kaffe", "due": TODAY.isoformat(), "responsible": str(mine.pk),
        "submission": str(uuid.uuid4()), "next": LIST,
    }  # fmt: skip
    for _ in range(2):
        page = as_alma.post(f"{LIST}ny/?aktoer={library.pk}", form, follow=True).content.decode()
        assert "»Køb kaffe« er på listen." in page
    promise = plan.followups.get()
    assert (promise.actor, promise.responsible) == (library, mine)


def test_it_is_taken_off_and_put_back(as_alma, promise):
    page = as_alma.post(f"{LIST}{promise.pk}/slet/", follow=True).content.decode()
    assert names(page) == []
    assert as_alma.get(f"{LIST}{promise.pk}/ret/").status_code == 404
    page = as_alma.post(undo_url(page), follow=True).content.decode()
    assert names(page) == ["Ring om salen"]


def test_a_promise_about_an_archived_actor_waits_with_it(as_alma, promise):
    promise.actor.archived_at = timezone.now()
    promise.actor.save()
    assert names(page_of(as_alma)) == []


@pytest.mark.parametrize("act", ["", "ny/", "{}/ret/", "{}/klaret/", "{}/venter/", "{}/slet/", "{}/gendan/"])
def test_promises_are_the_teams_alone(as_bo, as_carla, promise, act):
    path = LIST + act.format(promise.pk)
    method = "get" if act in ("", "ny/", "{}/ret/") else "post"
    assert getattr(as_bo, method)(path).status_code == 403
    assert getattr(as_carla, method)(path).status_code == 404


def test_a_promise_of_another_plan_is_not_found(as_alma, other, promise):
    theirs = factories.make_follow_up(other.actor, "KANARIE løfte")
    for act in ("klaret/", "slet/"):
        assert as_alma.post(f"{LIST}{theirs.pk}/{act}").status_code == 404
        assert as_alma.get(f"{LIST}{promise.pk}/{act}").status_code == 405
    assert "KANARIE" not in page_of(as_alma, "?hvis=alle")
    theirs.refresh_from_db()
    assert (theirs.done_at, theirs.deleted_at) == (None, None)
