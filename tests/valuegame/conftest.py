"""Games for the tests of this folder."""

import pytest

from tests import factories


@pytest.fixture
def game(plan):
    """A game of Solbakken with four organisations, not opened yet."""
    return factories.make_game(plan)
