"""What is to be sent about a meeting, and to whom it has been said already. Plain Python.

Each seat has one entry in a calendar, known by its UID. What it says is kept as a short text; when that text
is no longer what is true, whoever sits there is owed a mail, and the entry's SEQUENCE grows by one.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# Who has just been written to is not written to again.
REMIND_AGAIN = timedelta(hours=12)


class Letter(StrEnum):
    """Which mail is owed."""

    FIRST = "first"
    CHANGED = "changed"
    # Only the words differ, not the time: an answer still holds.
    REWORDED = "reworded"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class Said:
    """What the calendar entry says: aware times, and the rest as it is shown."""

    begin: datetime
    end: datetime
    title: str
    place: str = ""
    words: str = ""

    @property
    def when(self) -> str:
        """The times alone, in UTC."""
        return "-".join(f"{int(moment.timestamp()):x}" for moment in (self.begin, self.end))

    @property
    def key(self) -> str:
        """All of it in at most 64 signs, the times first."""
        rest = hashlib.sha256("\n".join((self.title, self.place, self.words)).encode()).hexdigest()
        return f"{self.when}-{rest[:32]}"


@dataclass(frozen=True, slots=True)
class Sent:
    """What one seat was last sent: `key` is "" before the first; `same_person` False when another sits there
    now than the one it was sent to."""

    key: str = ""
    called_off: bool = False
    same_person: bool = True


def letter_due(said: Said, sent: Sent, *, cancelled: bool, over: bool) -> Letter | None:
    """Which mail the one in the seat is owed; None when they know what there is to know.

    Nothing is sent about a meeting that is `over`, and nobody is told that a meeting is off to which they
    were never asked.
    """
    knows = bool(sent.key) and sent.same_person
    if over:
        return None
    if cancelled:
        return Letter.CALLED_OFF if knows and not sent.called_off else None
    if not knows:
        return Letter.FIRST
    if sent.called_off or not sent.key.startswith(f"{said.when}-"):
        return Letter.CHANGED
    return None if sent.key == said.key else Letter.REWORDED


def may_remind(sent_at: datetime | None, reminded_at: datetime | None, now: datetime) -> bool:
    """Whether one who has not answered may be written to again, `REMIND_AGAIN` after the last mail."""
    last = max((one for one in (sent_at, reminded_at) if one), default=None)
    return last is not None and now - last >= REMIND_AGAIN
