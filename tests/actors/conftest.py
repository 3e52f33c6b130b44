"""What several tests of actors begin with."""

import pytest

from tests import factories


@pytest.fixture
def workshop(plan):
    """An actor to talk with."""
    return factories.make_actor(plan, "Cykelværkstedet Kæden", kind="business")


@pytest.fixture
def talk(workshop):
    """A talk in which nothing was said yet."""
    return factories.make_talk(workshop)
