"""The day of a run, which does not turn at midnight."""

from datetime import datetime, time

import pytest
import time_machine
from django.utils import timezone

# Read once. A module that counts days from it has its clock stand still, for the run may last into the next.
TODAY = timezone.localdate()


@pytest.fixture
def day_stands():
    """It is noon of TODAY in Copenhagen for as long as the test lasts."""
    noon = datetime.combine(TODAY, time(12), tzinfo=timezone.get_default_timezone())
    with time_machine.travel(noon, tick=False):
        yield
