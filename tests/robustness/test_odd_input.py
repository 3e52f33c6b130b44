"""Whatever is sent to whichever address: never a 500, never a trace, never half a row.

The requests are drawn by a seeded generator from what the pages themselves say may be sent, so every new
form is in it. A failure prints the request and the seed, and the same run draws it again.
"""

import random
import traceback
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.urls import resolve

from tests.robustness import world
from tests.robustness.crawl import learn
from tests.robustness.generator import Generator, Sent
from tests.robustness.invariants import violations
from tests.robustness.routes import Route, Said, all_routes
from tests.robustness.sending import described

ROUTES = {route.name: route for route in all_routes()}
USUAL = 120
# Forms that write much are asked more; pages that cost much, less.
NUMBER = {
    "actors:create": 400, "actors:edit": 400, "mapping:log": 400, "mapping:edit": 400, "actors:contact_add": 300,
    "actors:contact_edit": 300, "actors:contact_consent": 300, "actors:list": 300, "mapping:list": 300,
    "mapping:map": 200, "mapping:import": 200, "accounts:plan_edit": 250, "accounts:terms": 250,
    "accounts:term_edit": 200, "actors:resources": 250, "actors:search": 200, "mapping:log_actors": 200,
    "reports:map": 16, "health": 40,
}  # fmt: skip
AT_LEAST = 10_000
SEED = 20261122


def number_of(name: str) -> int:
    """How many requests this route gets."""
    return NUMBER.get(name, USUAL)


def test_enough_is_sent():
    assert sum(number_of(name) for name in ROUTES) >= AT_LEAST


# What the pages say is the same in every test, since the plan has the same ids each time.
_said: list[Said] = []


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


@pytest.fixture
def house(db, settings):
    """Two plans under known ids; passwords are hashed quickly, since some thousand are tried."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    plan = world.make_world()
    world.make_world("kanariehaven", "Kanariehaven")
    if not _said:
        _said.append(learn(plan, ROUTES))
    return House(plan, _said[0], {})


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_no_input_breaks_a_route(house, name):
    seed = f"{SEED} {name}"
    rng = random.Random(seed)
    drawing = generator_of(house, ROUTES[name], rng)
    answers, broken = Counter(), []
    for number in range(number_of(name)):
        sent, role = drawing.draw(number), role_for(name, rng)
        status, trouble = send(house.client(role), sent)
        answers[status] += 1
        if trouble:
            broken.append(f"{role or 'nobody'}: {trouble}")
    print(f"{name}: {dict(answers)}")
    assert not broken, f"seed {seed!r}: {len(broken)} of {number_of(name)}\n\n" + "\n\n".join(broken[:4])
    assert sum(answers.values()) == number_of(name)
    assert violations() == []


def generator_of(house: House, route: Route, rng: random.Random) -> Generator:
    """The generator of a route's requests, with what the pages say of it."""
    said = house.said
    addresses = sorted(said.addresses[route.name])
    place = addresses[0] if addresses else route.path(dict.fromkeys(dict(route.arguments), "-"))
    allowed = house.client("leader").generic("PROPFIND", place)
    ids = [str(world.id_of(f"{slug} {what}")) for slug in ("solbakken", "kanariehaven") for what in THINGS]
    return Generator(
        route, rng, addresses, [*map(arguments_of, addresses), {"plan_slug": house.plan.slug}], said.forms[route.name],
        said.queries[route.name], "POST" in allowed.get("Allow", "POST"), ids,
    )  # fmt: skip


THINGS = ("actor 0", "actor 1", "actor 5", "contact 0", "contact 4", "work 0", "work 1", "resource 0", "area 0", "group 0",
          "leader", "staff", "support", "invitation", "draft")  # fmt: skip


def arguments_of(path: str) -> dict[str, str]:
    """The arguments in a true address."""
    return {name: str(value) for name, value in resolve(urlsplit(path).path).kwargs.items()}


def role_for(name: str, rng: random.Random) -> str:
    """Mostly the leader, who may most; on the way in mostly nobody."""
    inside = (8, 1, 1) if ":" in name else (5, 1, 5)
    return rng.choices(("leader", "staff", ""), inside)[0]


def send(client, sent: Sent) -> tuple[int, str]:
    """The status of the answer, and what was wrong with it ("" for nothing)."""
    headers = dict(sent.headers)
    if sent.cookie:
        own = "; ".join(f"{key}={morsel.value}" for key, morsel in client.cookies.items())
        headers["HTTP_COOKIE"] = "; ".join(filter(None, (own, sent.cookie)))
    told = described(sent.method, sent.path, headers, sent.content_type, sent.body)
    savepoint = transaction.savepoint()
    try:
        response = client.generic(sent.method, sent.path, sent.body, sent.content_type, **headers)
    except Exception:
        transaction.savepoint_rollback(savepoint)
        return 500, f"{told}\n{traceback.format_exc()[-3000:]}"
    trouble = ""
    if response.status_code >= 500 or response.exc_info:
        transaction.savepoint_rollback(savepoint)
        trouble = (
            "".join(traceback.format_exception(*response.exc_info))[-3000:] if response.exc_info else "a 5xx"
        )
    elif b"Traceback (most recent" in response.content:
        trouble = "a trace in the page"
    else:
        transaction.savepoint_commit(savepoint)
    return response.status_code, trouble and f"{told}\n  {response.status_code}\n{trouble}"
