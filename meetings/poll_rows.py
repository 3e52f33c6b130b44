"""A poll as the rules want it, and as the page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from config.danish import capitalised, clock, long_date, weekday
from meetings.models import ForumSeat, Poll, PollReply, PollTime, SeatPart
from meetings.polls import Answer, Option, PollSeat, Standing, standings


@dataclass(frozen=True)
class TimeRow:
    """One time with how it stands, and the same in words: "Torsdag 3. december kl. 16.00–18.00"."""

    time: PollTime
    words: str
    standing: Standing


def time_words(time: PollTime, today) -> str:
    """The day and the hours."""
    begin, end = timezone.localtime(time.begins_at), timezone.localtime(time.ends_at)
    return f"{capitalised(weekday(begin))} {long_date(begin, today)} kl. {clock(begin)}–{clock(end)}"


def time_rows(poll: Poll, seats: Iterable[ForumSeat], today) -> list[TimeRow]:
    """All times, the best first, with the reasons. Two queries."""
    times = {time.pk: time for time in poll.times.all()}
    options = [Option(pk, time.begins_at, _short(time, today)) for pk, time in times.items()]
    asked = [
        PollSeat(seat.title, ((seat.pk, False), (seat.pk, True)), counts=seat.part != SeatPart.OBSERVER)
        for seat in seats
    ]
    said: dict = {}
    for time, seat, stand_in, reply in PollReply.objects.filter(time__poll=poll).values_list(
        "time", "seat", "is_stand_in", "reply"
    ):
        said.setdefault((seat, stand_in), {})[time] = Answer(reply)
    found = standings(options, asked, said, quorum=poll.quorum)
    return [TimeRow(times[one.option.key], time_words(times[one.option.key], today), one) for one in found]


def _short(time: PollTime, today) -> str:
    begin = timezone.localtime(time.begins_at)
    return f"{weekday(begin)} {long_date(begin, today)} kl. {clock(begin)}"
