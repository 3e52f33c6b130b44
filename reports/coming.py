"""What is next: meetings, bookings, value games, events and talks, the soonest first. Plain Python.

Times are Copenhagen's; `now` is an argument.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from config.danish import MONTHS, capitalised, clock, weekday
from reports.todo import near_day

# So many are shown, and so far ahead one looks.
SHOWN = 5
# So many of them are bookings, as long as there is something else to show.
BOOKINGS_SHOWN = 2
AHEAD = timedelta(days=92)
# Within so many days the weekday says which day it is; after that the month.
A_WEEK = 7


class Sort(StrEnum):
    """What kind of thing it is."""

    MEETING = "meeting"
    BOOKING = "booking"
    GAME = "game"
    EVENT = "event"
    TALK = "talk"


# What stands before the name; a meeting is its forum.
LEADS = {Sort.GAME: "Værdispil: ", Sort.TALK: "Solskinssamtale: "}
# What the greeting counts as a meeting of today.
MET = frozenset({Sort.MEETING, Sort.GAME, Sort.TALK})


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing with a day. `begins` and `ends` are None for one that has no hour; `about` are its ids."""

    sort: Sort
    about: tuple[UUID, ...]
    name: str
    day: date
    begins: time | None = None
    ends: time | None = None
    where: str = ""

    @property
    def title(self) -> str:
        """What it is called in the list."""
        return f"{LEADS.get(self.sort, '')}{self.name}"

    def leaf(self, today: date) -> str:
        """What stands under the number of the day: "i dag", "fre." or "dec."."""
        days = (self.day - today).days
        near = {0: "i dag", 1: "i morgen"}.get(days)
        return near or (
            f"{weekday(self.day)[:3]}." if days < A_WEEK else f"{MONTHS[self.day.month - 1][:3]}."
        )

    def detail(self, today: date) -> str:
        """When on that day, and where: "10.00–12.00 · Salen"; with the weekday when the leaf has none."""
        days = (self.day - today).days
        named = weekday(self.day) if days >= A_WEEK else ""
        return capitalised(
            " · ".join(filter(None, (" ".join(filter(None, (named, self.hours))), self.where)))
        )

    def short(self, today: date) -> str:
        """The same with the day, for where no leaf says it: "I dag 10.00–12.00 · Salen"."""
        when = " ".join(filter(None, (near_day(self.day, today), self.hours)))
        return capitalised(" · ".join(filter(None, (when, self.where))))

    @property
    def hours(self) -> str:
        """As in "10.00–12.00", or "" for one that has no hour."""
        if self.begins is None:
            return ""
        return clock(self.begins) + (f"–{clock(self.ends)}" if self.ends else "")

    def sentence(self, today: date) -> str:
        """The whole in one line, for a mail: "Torsdag 3. december kl. 10.00–12.00: Bestyrelsen, Salen"."""
        hours = f" kl. {self.hours}" if self.hours else ""
        where = f", {self.where}" if self.where else ""
        return f"{capitalised(near_day(self.day, today))}{hours}: {self.title}{where}"


def next_ones(found: Iterable[Coming], now: datetime) -> list[Coming]:
    """Those that are not over at `now` and not too far ahead, the soonest first; without an hour before."""
    there = [one for one in found if not is_over(one, now) and one.day <= now.date() + AHEAD]
    return sorted(there, key=lambda one: (one.day, one.begins or time.min, one.title, one.about))


def shown_of(there: Sequence[Coming]) -> list[Coming]:
    """The first few of `there`, which is in order; bookings do not crowd out what one meets others at."""
    others = sum(one.sort is not Sort.BOOKING for one in there)
    bookings = [one for one in there if one.sort is Sort.BOOKING][: max(BOOKINGS_SHOWN, SHOWN - others)]
    return [one for one in there if one.sort is not Sort.BOOKING or one in bookings][:SHOWN]


def is_over(one: Coming, now: datetime) -> bool:
    """Whether it has ended: at its hour, else with its day. Over midnight it lasts the day out."""
    if one.day != now.date() or one.begins is None:
        return one.day < now.date()
    ends = one.ends if one.ends and one.ends > one.begins else None
    return ends is not None and ends <= now.time()


def meetings_today(found: Iterable[Coming], today: date) -> int:
    """How many one meets others at today; a place that is lent and a feast for all are none."""
    return sum(one.day == today and one.sort in MET for one in found)
