"""When a meeting is, in words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from config.danish import capitalised, clock, long_date, weekday
from meetings.models import Meeting


@dataclass(frozen=True)
class MeetingRow:
    """A meeting with its day and time in words: "Torsdag 3. december" and "kl. 16.00–18.00"."""

    meeting: Meeting
    day: str
    clock: str

    @property
    def short(self) -> str:
        """The day inside a sentence: "3. december"."""
        return self.day.split(" ", 1)[1]


def meeting_row(meeting: Meeting, today: date) -> MeetingRow:
    """The meeting as a page says it."""
    begin, end = timezone.localtime(meeting.begins_at), timezone.localtime(meeting.ends_at)
    day = f"{capitalised(weekday(begin))} {long_date(begin, today)}"
    return MeetingRow(meeting, day, f"kl. {clock(begin)}–{clock(end)}")


def day_of(moment: datetime, today: date) -> str:
    """The day in words: "3. december"."""
    return long_date(timezone.localdate(moment), today)
