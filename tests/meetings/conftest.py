"""A short chain, and a Monday in November."""

import pytest
import time_machine

from tests import factories
from tests.meetings.pages import TODAY


@pytest.fixture
def monday():
    """All pages think that it is Monday 30 November 2026, nine in the morning."""
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def time_machine_to():
    """Time jumps to a moment, and stands still there."""
    journeys = []

    def jump(moment: str) -> None:
        journey = time_machine.travel(moment, tick=False)
        journey.start()
        journeys.append(journey)

    yield jump
    for journey in reversed(journeys):
        journey.stop()


@pytest.fixture
def board(plan):
    """The board at the top."""
    return factories.make_forum(plan, "Bestyrelsen", kind="board")


@pytest.fixture
def group(plan, board):
    """The coordination group under it."""
    return factories.make_forum(plan, "Koordinationsgruppen", kind="coordination", parent=board)


@pytest.fixture
def east(plan, group):
    """A follow-up group under that."""
    return factories.make_forum(plan, "Følgegruppe Østhøj", parent=group)
