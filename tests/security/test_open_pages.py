"""What is open without login, what a form must carry, and where an address may lead one."""

import re
from itertools import product
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests.security.addresses import address, with_query
from tests.security.browsers import rolled_back
from tests.security.crawl import browser_of, page_of
from tests.security.forms_seen import watching
from tests.security.posts import fields
from tests.security.routes import ROUTES
from tests.security.urlconf import routes

# All that answers somebody who is not logged in with anything but "log in first".
OPEN_PAGES = {
    # Is the server alive?
    "health",
    # In, out, and a forgotten password
    "account_login", "account_logout", "account_inactive", "account_signup", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key", "account_reset_password_from_key_done",
    # In the middle of a login: the second step, or a passkey instead of a password
    "mfa_authenticate", "mfa_login_webauthn",
    # The link in an invitation, and the one that ends the week's mail
    "accounts:invitation", "accounts:digest_stop",
    # The link in a mail about a listing: one side of one talk
    "answering:talk", "answering:say", "answering:agreement", "answering:confirm", "answering:end",
    # The links in mails about a meeting: one's answer, when one can, and three anonymous questions
    "invited:reply", "invited:poll", "invited:pulse",
    # The link in a mail about minutes: one round of one meeting's
    "minutes_link:read", "minutes_link:answer", "minutes_paper:pdf",
    # A roomful of people play without account
    "play:join", "play:table", "play:seat", "play:move", "play:wall",
    # What the leader of a plan has opened to everybody
    "open:front", "open:directory", "open:directory_file", "open:board", "open:board_file",
    "open:listing_picture", "open:hsds", "open:organisations", "open:organisation",
    "open:services", "open:service",
    # A calendar, by an address that nobody can guess
    "feeds:feed",
    # What happens in the area, when the leader has opened it
    "open_notice:list", "open_notice:notice", "open_notice:picture", "open_notice:screen",
    "open_calendar:week", "open_calendar:screen",
    # Events that the leader has opened, the link on a poster, and a guest's own
    "open_event:list", "event_link:sign_up", "event_link:own", "event_link:own_edit", "event_link:own_cancel",
    "event_link:own_again", "event_link:note", "event_link:sheet",
}  # fmt: skip


def test_these_pages_are_open_and_no_others():
    by_table = {name for name, row in ROUTES.items() if row.cells["nobody"] != ("in", "in")}
    by_code = {name for name, route in routes().items() if not getattr(route.view, "login_required", True)}
    assert by_table == OPEN_PAGES
    assert by_code == OPEN_PAGES
    assert not any(routes()[name].in_plan for name in OPEN_PAGES)


def test_a_challenge_for_a_passkey_names_nobody(world):
    """The one page that answers a script: no user, no key, whoever asks."""
    answer = browser_of(world, "nobody").ask(
        "GET", reverse("mfa_login_webauthn"), keep_text=True, X_Requested_With="XMLHttpRequest"
    )
    assert (answer.status, answer.kind) == (200, "application/json")
    assert '"allowCredentials": []' in answer.text


# -- Forms from elsewhere -------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("who", ["leader", "nobody"])
def test_nothing_is_changed_without_the_pages_own_token(world, who, method):
    browser, wrong = browser_of(world, who, enforce_csrf_checks=True), []
    for name, route in routes().items():
        url = address(route, ROUTES[name].of, world.oest)
        answer = browser.ask(method, url, fields(name, world.oest), keep_text=True)
        if answer.status != 403 or answer.writes or "Siden er blevet for gammel" not in answer.text:
            wrong.append(f"{method} {name} → {answer.status} {answer.writes}")
    assert wrong == []


def test_with_the_token_the_same_post_goes_through(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.oest.users["leader"])
    page = client.get(reverse("actors:create", args=["oest"])).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    for given, status in ((token, 302), (token[::-1], 403), ("", 403)):
        with rolled_back():
            data = {**fields("actors:create", world.oest), "csrfmiddlewaretoken": given}
            assert client.post(reverse("actors:create", args=["oest"]), data).status_code == status


# -- Where an address may lead --------------------------------------------------------------------------

HOSTILE = (
    "https://ondt.example/", "http://ondt.example", "//ondt.example/", "///ondt.example", "////ondt.example",
    "/\\ondt.example", "\\\\ondt.example", "\\/ondt.example", "https:ondt.example", "https:/ondt.example",
    "https:///ondt.example", "HTTPS://ONDT.EXAMPLE/", "//testserver@ondt.example/", "ftp://ondt.example/",
    "http://testserver@ondt.example", "http://testserver.ondt.example/", "http://testserver//ondt.example",
    "javascript:alert(1)//ondt.example", "data:text/html,ondt.example", "/%2f/ondt.example/..",
    "/\t/ondt.example", "\t//ondt.example", " //ondt.example", "\r\nLocation: //ondt.example",
    "//ondt.example\\@testserver/", "/./\\ondt.example",
)  # fmt: skip
LEADS_ON = re.compile(r"next|return|back|redirect|url|goto|continue|forward|ref(erer)?", re.IGNORECASE)
HERE = "/profil/"


def stays_here(location: str) -> bool:
    """True for an address on this site, read as leniently as the most helpful browser does."""
    seen = re.sub(r"[\x00-\x20]", "", location).replace("\\", "/")
    here = urlsplit(seen)
    if (here.scheme, here.netloc) == ("http", "testserver"):
        return True
    return not here.netloc and not here.scheme and re.match(r"/(?!/)", seen) is not None


def ways_on(world):
    """(route name, who, method, parameter) of all that go where a parameter says; found by trying."""
    for name, route in routes().items():
        url = address(route, ROUTES[name].of, world.oest)
        for who, method in product(("leader", "nobody"), ("GET", "POST")):
            browser, data = browser_of(world, who), fields(name, world.oest) if method == "POST" else {}
            with watching() as seen:
                browser.ask(method, url, data)
            for word in filter(LEADS_ON.fullmatch, seen.names):
                if follow(browser, method, url, data, word, HERE) == HERE:
                    yield name, who, method, word


def follow(browser, method, url, data, word, wish, **headers) -> str:
    """Where one is sent when the parameter `word`, in address and form, says `wish`."""
    more = {**data, word: wish} if method == "POST" else {}
    return browser.ask(method, with_query(url, **{word: wish}), more, **headers).location


def test_no_address_given_leads_to_another_site(world):
    wrong, found, tried = [], set(ways_on(world)), 0
    for name, who, method, word in sorted(found):
        browser, url = browser_of(world, who), address(routes()[name], ROUTES[name].of, world.oest)
        data = fields(name, world.oest) if method == "POST" else {}
        for number, hostile in enumerate(HOSTILE):
            htmx = {"HX_Request": "true"} if number % 2 else {}
            location = follow(browser, method, url, data, word, hostile, Referer=hostile.strip(), **htmx)
            tried += 1
            if location and not stays_here(location):
                wrong.append(f"{method} {name} as {who}, {word}={hostile!r} → {location!r}")
    assert wrong == []
    # Else nothing was followed, and nothing said.
    assert {("account_login", "nobody", "POST", "next"), ("mapping:log", "leader", "POST", "next")} <= found
    assert tried > 200


# -- Rights end at once ---------------------------------------------------------------------------------


def words_of(world, browser):
    """What a browser gets everywhere in the plan, by GET and by POST."""
    found = {}
    for name, route in routes().items():
        if route.in_plan:
            url = page_of(name, address(route, ROUTES[name].of, world.oest))
            post = browser.ask("POST", url, fields(name, world.oest))
            found[name] = browser.ask("HEAD", url).word, post.word
    return found


def test_who_was_taken_off_the_plan_is_refused_on_the_next_request(world):
    browser = browser_of(world, "staff")
    assert browser.ask("GET", "/oest/aktoerer/").status == 200
    world.oest.memberships["staff"].delete()
    assert set(words_of(world, browser).values()) == {("404", "404")}


def test_a_closed_account_is_asked_to_log_in_on_the_next_request(world):
    browser = browser_of(world, "leader")
    world.oest.users["leader"].is_active = False
    world.oest.users["leader"].save()
    assert set(words_of(world, browser).values()) == {("in", "in")}


def test_support_is_out_when_its_time_is_up(world):
    browser, membership = browser_of(world, "support"), world.oest.memberships["support"]
    membership.ends_at = membership.created_at
    membership.save()
    assert set(words_of(world, browser).values()) == {("404", "404")}


def test_another_role_holds_from_the_next_request(world):
    browser, membership = browser_of(world, "leader"), world.oest.memberships["leader"]
    membership.role = "reader"
    membership.save()
    expected = {name: ROUTES[name].cells["reader"] for name, route in routes().items() if route.in_plan}
    assert words_of(world, browser) == expected | OF_A_ROLE


# A report belongs to the role in which it was ordered.
OF_A_ROLE = {
    "papers:fetch": ("404", "405"), "papers:job": ("404", "405"), "papers:again": ("405", "404"),
    "papers:stop": ("405", "404"),
}  # fmt: skip


def test_a_new_password_ends_all_other_sessions(world):
    browser, user = browser_of(world, "leader"), world.oest.users["leader"]
    user.set_password("en-helt-ny-adgangskode-her")
    user.save()
    assert browser.ask("GET", "/profil/").word == "in"
