"""Places for the tests of this folder."""

import pytest

from tests import factories


@pytest.fixture
def hall(plan):
    """The hall, which the house of the neighbourhood owns."""
    return factories.make_place(factories.make_actor(plan, "Medborgerhuset"), "Festsalen")


@pytest.fixture
def rosen(plan):
    """A society that borrows it."""
    return factories.make_actor(plan, "Kvindeforeningen Rosen", short_name="Rosen")
