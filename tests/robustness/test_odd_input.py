"""Whatever is sent to whichever address: never a 500, never a trace, never half a row.

The requests are drawn by a seeded generator from what the pages themselves say may be sent, so every new
form is in it. A failure prints the request and the seed, and the same run draws it again. Each database is
sent its own ten thousand.
"""

import math
import random
import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from django.urls import resolve, reverse

from tests.made_once import made_once
from tests.robustness import odd_values, world
from tests.robustness.asking import Answer, send
from tests.robustness.crawl import learn
from tests.robustness.generator import Generator, Sent
from tests.robustness.invariants import violations
from tests.robustness.routes import Route, Said, all_routes
from tests.robustness.sending import FORM, urlencoded
from tests.rolled_back import standing

ROUTES = {route.name: route for route in all_routes()}
USUAL = 70
# Forms that write much are asked more; pages that cost much, less.
NUMBER = {
    "actors:create": 150, "actors:edit": 150, "mapping:log": 150, "mapping:edit": 150, "actors:contact_add": 150,
    "actors:contact_edit": 150, "actors:contact_consent": 150, "actors:list": 150, "mapping:list": 150,
    "mapping:map": 120, "mapping:import": 150, "accounts:plan_edit": 150, "accounts:terms": 150,
    "accounts:term_edit": 150, "actors:resources": 150, "actors:interview": 150, "actors:interview_begin": 150, "actors:search": 150, "mapping:log_actors": 150,
    "exchange:place_create": 120, "exchange:place_edit": 120, "exchange:booking_create": 150,
    "exchange:booking_edit": 150, "listings:create": 120, "listings:edit": 120, "listings:agreement": 120,
    "answering:agreement": 120,
    "papers:preview": 20, "papers:sheet": 20, "papers:order": 60, "papers:fetch": 20,
    "reports:map": 8, "reports:poster": 12, "reports:talk_guide": 4,
    "reports:game_manual": 4, "reports:game_pieces": 8, "reports:game_cards": 4, "reports:game_adjust": 8,
    "reports:game_checklist": 8, "reports:game_matrix": 8, "reports:game_bundle": 2, "reports:game_summary": 8,
    "meetings:create": 120, "meetings:edit": 120, "meetings:seat_add": 120, "meetings:seat_edit": 120,
    "meetings:meeting_create": 120, "meetings:meeting_edit": 120, "meetings:send": 150,
    "meetings:charter_edit": 120, "reports:chain": 8, "reports:charter": 8, "reports:agenda": 8,
    "meetings:poll_create": 150, "meetings:reply": 120, "invited:reply": 120,
    "minutes:note": 120, "minutes:promise_add": 120, "reports:minutes": 8, "minutes_paper:pdf": 4,
    "notice:create": 120, "notice:edit": 120, "reports:notice_poster": 8, "reports:notice_flyers": 4,
    "reports:event_poster": 8, "reports:event_tags": 4, "reports:event_tables": 4, "reports:event_cards": 4,
    "reports:event_forms": 4, "reports:event_sheet": 4, "events:create": 120, "events:edit": 120,
    "initiatives:create": 120, "initiatives:edit": 120, "initiatives:partner_edit": 120,
    "initiatives:conditions_add": 100, "reports:initiative_agreement": 8, "reports:initiative_story": 8,
    "reports:empty_agreement": 4, "reports:conditions": 4,
    "calendar:create": 120, "calendar:edit": 120, "calendar:alike": 120, "reports:calendar": 8,
    "goals:create": 120, "goals:edit": 120, "goals:indicator_create": 120, "goals:indicator_edit": 120,
    "goals:month": 150, "goals:import": 120, "reports:goals": 8,
    "reports:interview_guide": 4, "reports:interview": 8, "health": 40,
}  # fmt: skip
# On each database, which draws requests of its own; shared among the routes by their numbers.
AT_LEAST = 10_000
SHARE = AT_LEAST / sum(NUMBER.get(name, USUAL) for name in ROUTES)
SEEDS = {"sqlite": 20261122, "postgresql": 20261123}
SEED = SEEDS[connection.vendor]


def number_of(name: str) -> int:
    """How many requests this route gets on each database."""
    return math.ceil(SHARE * NUMBER.get(name, USUAL))


def test_enough_is_sent():
    assert sum(number_of(name) for name in ROUTES) >= AT_LEAST


# What takes a true key, code or password, which nobody can draw for sure, or the address of a support person,
# which no page tells; a calendar, whose address is shown at once and never again; and a page of a hundred
# fields that must hang together (tests/valuegame/test_paper_page.py).
NEVER_ACCEPTED = (
    # A calendar file, by tests/exchange/test_fetching.py; and what answers with a part of the page.
    "calendar:fetch",
    "calendar:alike",
    "exchange:calendars",
    "valuegame:paper",
    "account_change_password",
    "account_reauthenticate",
    "accounts:support",
    "mfa_login_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_activate_totp",
    "mfa_add_webauthn",
)


# How many times as many requests a route may get before one of them must have been accepted.
PATIENCE = 20


@dataclass
class House:
    """The plan, what its pages say, and a browser for each kind of visitor."""

    plan: object
    said: Said
    clients: dict

    def client(self, role: str):
        """The role's browser, logged in again if the last request logged it out."""
        client = self.clients.get(role)
        if client is None or (role and not client.session.get("_auth_user_id")):
            client = self.clients[role] = world.client_of(self.plan, role)
        return client


@pytest.fixture(scope="module")
def plans(django_db_setup, django_db_blocker, tmp_path_factory):
    """Two plans under known ids, and what the pages of the first one say; each test meets them as made.

    Passwords are hashed quickly, since some thousand are tried.
    """
    md5 = override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
    with md5, standing(django_db_blocker):
        plan = world.make_world()
        world.make_world("kanariehaven", "Kanariehaven")
        yield plan, made_once(tmp_path_factory, "what-pages-say", lambda: learn(plan, ROUTES))


@pytest.fixture
def house(plans, db):
    """The first plan, before anybody has come in."""
    return House(*plans, clients={})


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_no_input_breaks_a_route(house, name):
    seed = f"{SEED} {name}"
    rng = random.Random(seed)
    drawing = generator_of(house, ROUTES[name], rng)
    answers, accepted, broken = Counter(), 0, []
    needs_a_yes = bool(house.said.forms[name]) and name not in NEVER_ACCEPTED
    for number in range(PATIENCE * number_of(name)):
        # Chance may refuse all of the first ones; then it goes on until something is accepted.
        if number >= number_of(name) and (accepted or not needs_a_yes):
            break
        sent, role = drawing.draw(number), role_for(name, rng)
        answer = send(house.client(role), sent)
        answers[answer.status] += 1
        let_in = answer.where != "" and not answer.where.startswith(reverse("account_login"))
        accepted += let_in and sent.method == "POST"
        if answer.trouble:
            broken.append(f"{role or 'nobody'}: {answer.trouble}")
        keep_up(drawing, sent, answer)
    print(f"{name}: {dict(answers)}, {accepted} accepted")
    assert not broken, f"seed {seed!r}: {len(broken)} of {number_of(name)}\n\n" + "\n\n".join(broken[:4])
    assert sum(answers.values()) >= number_of(name)
    # Else nothing but refusals was tried.
    assert accepted or not needs_a_yes
    assert violations() == []


def keep_up(drawing: Generator, sent: Sent, answer: Answer) -> None:
    """Note the version a page now has, as a browser would; let those in again who tried too often."""
    if found := re.search(rb'name="version" value="(\d+)"', answer.body):
        drawing.versions[sent.path] = found[1].decode()
    if answer.status == 429:
        cache.clear()


def generator_of(house: House, route: Route, rng: random.Random) -> Generator:
    """The generator of a route's requests, with what the pages say of it."""
    said = house.said
    addresses = sorted(said.addresses[route.name])
    # The plan stands under one of two names; an open page's also under its own.
    in_plan = {"plan_slug": house.plan.slug, "slug": house.plan.slug}
    place = addresses[0] if addresses else route.path(in_plan)
    allowed = house.client("leader").generic("PROPFIND", place)
    ids = [str(world.id_of(f"{slug} {what}")) for slug in ("solbakken", "kanariehaven") for what in THINGS]
    return Generator(
        route, rng, addresses, [*map(arguments_of, addresses), in_plan], said.forms[route.name],
        said.queries[route.name], "POST" in allowed.get("Allow", "POST"), ids,
    )  # fmt: skip


THINGS = ("actor 0", "actor 1", "actor 5", "contact 0", "contact 4", "work 0", "work 1", "resource 0", "area 0", "group 0",
          "leader", "staff", "support", "invitation", "draft", "talk 0", "talk 1", "interview 0", "interview 1",
          "note 0", "note 1", "promise open 0", "promise done 0", "need 0", "question 0", "match 0",
          "game 0", "game 1", "game 2", "seat 0 0", "seat 0 1", "seat 0 3", "place 0", "place 1", "place 2",
          "booking 0", "booking 1", "booking 2", "feed 0", "paper 0", "paper 1", "paper 2",
          "forum 0", "forum 1", "forum 2", "forum seat 0", "meeting 0", "meeting 2", "poll 0", "poll 1",
          "poll time 00", "guest 0", "item 0", "referral 0", "referral 1", "event 0", "event 1", "guest 0 0", "guest 0 4",
          "goal 0", "goal 1", "goal 2", "goal 3", "indicator 0", "indicator 2", "indicator 3", "story 0", "story 1",
          "entry 0", "value draft")  # fmt: skip


def arguments_of(path: str) -> dict[str, str]:
    """The arguments in a true address."""
    return {name: str(value) for name, value in resolve(urlsplit(path).path).kwargs.items()}


def role_for(name: str, rng: random.Random) -> str:
    """Mostly the leader, who may most; on the way in mostly nobody."""
    inside = (8, 1, 1) if ":" in name else (5, 1, 5)
    return rng.choices(("leader", "staff", ""), inside)[0]


@pytest.mark.parametrize("role", ["leader", ""])
def test_addresses_that_lead_nowhere_say_so(house, role):
    rng, broken = random.Random(f"{SEED} nowhere"), []
    drawn = ["/" + "/".join(rng.choices(odd_values.PATH_PARTS, k=4)) for _ in range(150)]
    for place in [*odd_values.ADDRESSES, *drawn]:
        answer = send(house.client(role), Sent("GET", place))
        broken += [answer.trouble] if answer.trouble else []
        assert answer.status in (200, 301, 302, 400, 404), place
    assert not broken, "\n\n".join(broken[:4])


@pytest.mark.parametrize("token", ["", "x", "a" * 64, "\x00", "æ" * 32])
def test_a_form_without_our_token_gets_the_page_about_it(house, token):
    client = world.client_of(house.plan, "leader", enforce_csrf_checks=True)
    sent = 0
    for name, paths in sorted(house.said.addresses.items()):
        if house.said.forms[name]:
            body = urlencoded([("csrfmiddlewaretoken", token)])
            answer = send(client, Sent("POST", min(paths), body, FORM))
            assert (answer.trouble, answer.status) == ("", 403), name
            sent += 1
    assert sent > 40
