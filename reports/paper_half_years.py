"""How the network developed, half year by half year. Plain Python; `today` is an argument."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from config.danish import capitalised, count, number_word

AT_MOST = 8
FORMS = (1, 2, 3, 4, 5)
A_YEAR = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """One collaboration: its first day, the day it ended, its form, and who is in it."""

    begun: date
    ended: date | None
    form: int
    actors: tuple[str, ...]

    def went_on(self, half: "HalfYear") -> bool:
        """Whether it went on on any day of the half year; what ended on its first day did not."""
        return self.begun <= half.last and (self.ended is None or self.ended > half.first)


@dataclass(frozen=True, slots=True)
class HalfYear:
    """Six months. `last` is the last day that counts: today in the one that goes on."""

    first: date
    last: date

    @property
    def name(self) -> str:
        """As in "2. halvår 2026"."""
        return f"{1 if self.first.month == 1 else 2}. halvår {self.first.year}"

    @property
    def short(self) -> str:
        """As in "2/26", under a bar."""
        return f"{1 if self.first.month == 1 else 2}/{self.first.year % 100:02}"


@dataclass(frozen=True, slots=True)
class Counted:
    """One half year: how many went on in it, began and ended, and how many actors took part.

    What ended in December went on in the autumn; a look at the last day would miss it.
    """

    half: HalfYear
    going: int
    begun: int
    ended: int
    actors: int
    forms: tuple[int, ...]


def half_years(since: date, today: date, at_most: int = AT_MOST) -> list[HalfYear]:
    """Those from the one that `since` is in to today's, in order; the last `at_most` of them."""
    found, first = [], _first_of(min(since, today))
    while first <= today:
        following = _first_of(first + timedelta(days=190))
        found.append(HalfYear(first, min(following - timedelta(days=1), today)))
        first = following
    return found[-at_most:]


def _first_of(day: date) -> date:
    return date(day.year, 1 if day.month <= 6 else 7, 1)


def counted(facts: Iterable[Fact], halves: Iterable[HalfYear]) -> list[Counted]:
    """The numbers of each half year."""
    facts = list(facts)
    return [_counted(facts, half) for half in halves]


def _counted(facts: Sequence[Fact], half: HalfYear) -> Counted:
    going = [fact for fact in facts if fact.went_on(half)]
    return Counted(
        half, len(going),
        sum(half.first <= fact.begun <= half.last for fact in facts),
        sum(fact.ended is not None and half.first <= fact.ended <= half.last for fact in facts),
        len({actor for fact in going for actor in fact.actors}),
        tuple(sum(fact.form == form for fact in going) for form in FORMS),
    )  # fmt: skip


def development(rows: Sequence[Counted]) -> list[str]:
    """What became of it in a year, in sentences; empty while there is no year to look back on."""
    if len(rows) <= A_YEAR:
        return []
    now, before = rows[-1], rows[-1 - A_YEAR]
    return [
        f"{capitalised(count(now.going, 'samarbejde', 'samarbejder'))} har været i gang i {now.half.name}, "
        f"{compared(now.going, before.going)}.",
        f"{capitalised(count(now.actors, 'aktør', 'aktører'))} har været med, "
        f"{compared(now.actors, before.actors)}.",
        *_closer(now, before),
    ]


def compared(now: int, before: int) -> str:
    """As in "tre flere end året før"."""
    if now == before:
        return "det samme som året før"
    more = "flere" if now > before else "færre"
    return f"{number_word(abs(now - before))} {more} end året før"


def _closer(now: Counted, before: Counted) -> list[str]:
    """Whether more of it is of the two forms that commit most; said only where it moved."""
    close, then = sum(now.forms[3:]), sum(before.forms[3:])
    if close == then:
        return []
    more = "flere" if close > then else "færre"
    return [
        f"{capitalised(number_word(close, neuter=True))} af dem samordner eller samskaber,"
        f" {number_word(abs(close - then))} {more} end året før."
    ]
