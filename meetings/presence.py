"""When each seat is to be at a meeting (delte møder): "Du er med 10.35–11.15."."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from meetings import timing
from meetings.models import AgendaItem, Meeting
from meetings.needs import needed_by_item


@dataclass(frozen=True)
class Part:
    """One seat's part of a meeting: from when to when, and in words when it is not all of it."""

    begin: datetime
    end: datetime
    words: str = ""


def parts_of(
    meeting: Meeting, items: Sequence[AgendaItem], seats: Iterable[UUID],
    needed: Mapping[UUID, frozenset[UUID]] | None = None,
) -> dict[UUID, Part]:  # fmt: skip
    """{seat: its part}. From the first to the last minute it is needed, or the whole meeting.

    `needed` is what `needed_by_item` says of the items, when the caller has asked.
    """
    whole = Part(meeting.begins_at, meeting.ends_at)
    needed = needed_by_item(items) if needed is None else needed
    if not any(needed.values()):
        return dict.fromkeys(seats, whole)
    rules = [
        timing.Item(one.kind, one.title, one.minutes, needed=needed.get(one.pk, frozenset())) for one in items
    ]
    begins = timezone.localtime(meeting.begins_at).time()
    return {seat: _part(whole, rules, seat, begins) for seat in seats}


def _part(whole: Part, items: Sequence[timing.Item], seat: UUID, begins) -> Part:
    spans = timing.needed_for(items, seat)
    words = timing.presence(items, seat, begins)
    if not spans or spans == (timing.Span(0, timing.schedule(items)[-1].end),):
        return Part(whole.begin, whole.end, "" if spans else words)
    first, last = timedelta(minutes=spans[0].begin), timedelta(minutes=spans[-1].end)
    begin, end = whole.begin + first, min(whole.begin + last, whole.end)
    return Part(begin, end, words) if begin < end else Part(whole.begin, whole.end, words)
