"""Both plans, and one walk per role that all tests of this package judge."""

import logging
from dataclasses import dataclass

import pytest
from django.test import override_settings

from tests.made_once import made_once
from tests.security.browsers import rolled_back
from tests.security.crawl import Visit
from tests.security.crawl import walk as walk_of
from tests.security.routes import WHO
from tests.security.world import World, make_world


@pytest.fixture(scope="package", autouse=True)
def _fast_and_quiet():
    """Slow hashes are Argon2's business; and thousands of refusals are what is wanted here."""
    noisy = [logging.getLogger(name) for name in ("django.request", "django.security.csrf")]
    before = [logger.level for logger in noisy]
    for logger in noisy:
        logger.setLevel(logging.CRITICAL)
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield
    for logger, level in zip(noisy, before, strict=True):
        logger.setLevel(level)


@pytest.fixture
def world(db) -> World:
    """Both plans, filled."""
    return make_world()


def pytest_collection_modifyitems(items):
    """Who judges a walk needs the test database to be there, though the walk itself is over."""
    for item in items:
        if "walk" in item.fixturenames:
            item.add_marker(pytest.mark.django_db)


@dataclass(frozen=True)
class Walk:
    """One role's way through all addresses. The rows it was made on are gone; `world` still tells of them."""

    who: str
    world: World
    visits: list[Visit]

    def of(self, whose: str) -> list[Visit]:
        """The visits to one's own plan, the other one, or the one with the other's rows."""
        return [visit for visit in self.visits if visit.whose == whose]


@pytest.fixture(scope="package", params=WHO)
def walk(request, django_db_setup, django_db_blocker, tmp_path_factory) -> Walk:
    """The walk of each role in turn; it is walked once, whichever processes its tests come to."""
    who = request.param
    return made_once(tmp_path_factory, f"walk-{who}", lambda: _walked(who, django_db_blocker))


def _walked(who: str, django_db_blocker) -> Walk:
    with django_db_blocker.unblock(), rolled_back():
        world = make_world()
        return Walk(who, world, walk_of(world, who))
