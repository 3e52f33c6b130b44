"""Withheld phone and mail in every way out that we know, for everybody who can look."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.cast import client_of
from tests.clock import TODAY

PHONE, MAIL = "20 30 40 50", "kanarie-lone@bakken.example"
TRACES = (PHONE, "20304050", "kanarie-lone")
NAME = "Lone Kanarieriis"
pytestmark = pytest.mark.usefixtures("day_stands")


@pytest.fixture
def lone(plan):
    """Lone, with everything on file and nothing agreed."""
    actor = factories.make_actor(plan, "Biblioteket på Bakken")
    factories.make_collaboration(plan, actor, factories.make_actor(plan, "Jobhuset"))
    return factories.make_contact(actor, NAME, phone=PHONE, email=MAIL)


@pytest.fixture
def browsers(plan, as_alma, as_leader, as_bo, as_partner, as_carla, client):
    """Everybody: both who work in the plan, reader, partner, support, a stranger, and nobody."""
    support = factories.make_user("Siri Support")
    factories.make_membership(plan, support, "support", ends_at=timezone.now() + timedelta(days=1))
    return {
        "staff": as_alma, "leader": as_leader, "reader": as_bo, "partner": as_partner,
        "support": client_of(support), "stranger": as_carla, "nobody": client,
    }  # fmt: skip


def channels(contacts):
    """(address, headers) of all that shows actors or people; the contacts are of one actor."""
    slug, actor = "solbakken", contacts[0].actor_id

    def url(name, *ids, query=""):
        return reverse(name, args=[slug, *ids]) + query

    return [
        (url("actors:list"), {}),
        (url("actors:list", query="?q=Lone"), {"HX-Request": "true", "HX-Target": "actor-list"}),
        (url("actors:export"), {}),
        (url("actors:search", query="?q=Lone"), {}),
        (url("actors:search", query="?q=20304050"), {}),
        (url("actors:search", query="?q=kanarie-lone"), {}),
        (url("actors:detail", actor), {}),
        (url("actors:edit", actor), {}),
        (url("actors:contacts", actor), {}),
        *((url("actors:contact_edit", actor, contact.pk), {}) for contact in contacts),
        *((url("actors:contact_consent", actor, contact.pk), {}) for contact in contacts),
        (url("mapping:of_actor", actor), {}),
        (url("mapping:list"), {}),
        (url("mapping:log"), {}),
        (url("mapping:log_actors", query="?q=Lone"), {}),
        (url("mapping:map", query=f"?aktoer={actor}"), {}),
        (url("accounts:audit"), {}),
        (f"/{slug}/findes-ikke/{contacts[0].pk}/", {}),
    ]


def readable(response):
    """All text of a response; a workbook is unpacked first."""
    body = b"".join(response) if response.streaming else response.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b"\n".join(book.read(name) for name in book.namelist())
    return body.decode() + str(dict(response.headers))


def seen_where(browser, needles, *contacts):
    """Addresses at which the browser finds any of the needles, search words in the address apart."""
    found = []
    for url, headers in channels(contacts):
        text = readable(browser.get(url, headers=headers))
        typed = url.rpartition("?q=")[2] if "?q=" in url else None
        if any(needle in text for needle in needles if needle != typed):
            found.append(url)
    return found


STATES = {
    "not_asked": {},
    "asked": {},
    "refused": {},
    "withdrawn": {},
    "expired": {"consent_until": TODAY - timedelta(days=9), "consent_scope": "public"},
    # The column still says yes, but its last day was yesterday.
    "given": {"consent_until": TODAY - timedelta(days=1), "consent_scope": "team,plan,partners,public"},
}


def test_without_a_yes_that_holds_nobody_finds_phone_or_mail_anywhere(browsers, lone):
    contacts = [
        factories.make_contact(lone.actor, NAME, phone=PHONE, email=MAIL, consent_state=state, **fields)
        for state, fields in STATES.items()
    ]
    found = [(who, seen_where(browser, TRACES, *contacts)) for who, browser in browsers.items()]
    assert [(who, urls) for who, urls in found if urls] == []


def test_without_a_yes_partners_support_and_strangers_do_not_even_find_the_name(browsers, lone):
    for who in ("partner", "support", "stranger", "nobody"):
        assert seen_where(browsers[who], ["Kanarieriis"], lone) == [], who
    assert seen_where(browsers["reader"], ["Kanarieriis"], lone)


def test_the_look_can_find_what_is_shown(browsers, lone):
    """The other way round: with a yes to all, each way that shows details is found out by the same look."""
    lone.consent_state, lone.consent_scope = "given", "public"
    lone.consent_until = TODAY
    lone.save()
    ways = {who: set(seen_where(browsers[who], TRACES, lone)) for who in browsers}
    export, tab, edit = (
        reverse(f"actors:{name}", args=["solbakken", *ids])
        for name, ids in (
            ("export", []),
            ("contacts", [lone.actor_id]),
            ("contact_edit", [lone.actor_id, lone.pk]),
        )
    )
    assert ways["staff"] >= {export, tab, edit}
    assert ways["reader"] >= {export, tab}
    assert tab in ways["partner"]
    assert ways["support"] == ways["stranger"] == ways["nobody"] == set()


def test_a_withdrawal_is_felt_by_everybody_on_the_next_request(browsers, lone):
    slug, actor = "solbakken", lone.actor_id
    answer = {
        "answer": "given", "scope": ["team", "plan", "partners"], "method": "mail", "on": TODAY.isoformat(),
    }  # fmt: skip
    browsers["staff"].post(reverse("actors:contact_consent", args=[slug, actor, lone.pk]), answer)
    assert all(seen_where(browsers[who], TRACES, lone) for who in ("staff", "leader", "reader", "partner"))
    browsers["staff"].post(reverse("actors:contact_withdraw", args=[slug, actor, lone.pk]))
    assert not any(seen_where(browser, TRACES, lone) for browser in browsers.values())


def test_fetching_the_list_logs_whose_details_went_with_it(plan, browsers, lone):
    url = reverse("actors:export", args=["solbakken"])
    browsers["reader"].get(url)
    assert not plan.audit_entries.filter(verb="contact_shown").exists()
    lone.consent_state, lone.consent_scope, lone.consent_until = "given", "plan", TODAY
    lone.save()
    browsers["reader"].get(url)
    assert [entry.object_id for entry in plan.audit_entries.filter(verb="contact_shown")] == [str(lone.pk)]
