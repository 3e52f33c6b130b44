"""Both plans, and one walk per role that all tests of this package judge."""

import logging
import pickle
from dataclasses import dataclass

import pytest
from django.test import override_settings

from tests.made_once import made_once
from tests.rolled_back import rolled_back, standing
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


@pytest.fixture(scope="package")
def standing_world(django_db_setup, django_db_blocker) -> World:
    """Both plans, filled, standing in the database for all tests of this package."""
    with standing(django_db_blocker):
        yield make_world()


@pytest.fixture
def world(standing_world, db) -> World:
    """Both plans as they were made, for this test alone to change."""
    return pickle.loads(pickle.dumps(standing_world))


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
def walk(request, standing_world, tmp_path_factory) -> Walk:
    """The walk of each role in turn; it is walked once, whichever processes its tests come to."""
    who = request.param
    return made_once(tmp_path_factory, f"walk-{who}", lambda: _walked(who, standing_world))


def _walked(who: str, world: World) -> Walk:
    with rolled_back():
        return Walk(who, world, walk_of(world, who))
