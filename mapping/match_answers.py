"""When an answered suggestion stays away, and when it comes back. Plain Python; `today` is an argument."""

from dataclasses import dataclass
from datetime import date, timedelta

MEET, LATER, NO = "meet", "later", "no"
# How long "Ikke nu" lasts when nobody says anything else, and what is offered beside it.
LATER_DAYS = 30
LATER_CHOICES = ((14, "2 uger"), (30, "1 måned"), (91, "3 måneder"))
# A day further ahead than this is a slip of the finger.
LATER_AT_MOST = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Answered:
    """The newest answer to a pair, those taken back left out.

    `answer` is meet, later or no. `waiting`: the meeting that was planned has not been held yet.
    """

    answer: str
    fingerprint: str
    back_on: date | None = None
    waiting: bool = False


def is_hidden(answered: Answered | None, fingerprint: str, today: date) -> bool:
    """Whether a suggestion that rests on `fingerprint` stays away.

    "Ikke nu" waits for its day, whatever happens meanwhile. A no, and a meeting that was held, hold until the
    suggestion rests on something else. A meeting that is planned is awaited first.
    """
    if answered is None:
        return False
    if answered.answer == LATER:
        return answered.back_on is not None and today < answered.back_on
    return answered.waiting or answered.fingerprint == fingerprint
