"""On which days something comes back by somebody else's calendar (RFC 5545, RRULE). Plain Python.

Days, weeks, months and years with an interval, weekdays, a day of the month, a last day or a number of times:
what people's calendars make. Anything else is odd, and said to be.
"""

import calendar
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count, islice

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "WKST", "BYMONTH"}
INTERVAL_AT_MOST, NAMED_AT_MOST = 60, 31


class Odd(ValueError):
    """It comes back in a way that is not read here."""


class OutOfSteps(Exception):
    """There are more days to look at than one file may cost."""


@dataclass(slots=True)
class Steps:
    """How many days may still be looked at, for all the rules of a file together."""

    left: int = 100_000

    def take(self) -> None:
        """One more. Raises OutOfSteps."""
        if self.left < 1:
            raise OutOfSteps
        self.left -= 1


@dataclass(frozen=True, slots=True)
class Rule:
    """How it comes back; weekdays are (which in the month or 0, 0 for Monday)."""

    freq: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    until: date | None = None
    count: int | None = None


def rule_of(said: Mapping[str, Sequence]) -> Rule:
    """The rule as it stood in the file. Raises Odd."""
    said = {str(key).upper(): value for key, value in said.items()}
    freq = str(_one(said, "FREQ", "")).upper()
    if said.keys() - KNOWN or freq not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise Odd
    if "BYMONTH" in said and freq != "YEARLY":
        raise Odd
    interval, times, until = (
        int(_one(said, "INTERVAL", 1)),
        _one(said, "COUNT", None),
        _one(said, "UNTIL", None),
    )
    if not 1 <= interval <= INTERVAL_AT_MOST:
        raise Odd
    last = until.date() if isinstance(until, datetime) else until
    weekdays = _named(_weekday(str(word)) for word in said.get("BYDAY", ()))
    if (freq != "MONTHLY" and any(which for which, _ in weekdays)) or (freq == "YEARLY" and weekdays):
        raise Odd
    month_days = _named(int(day) for day in said.get("BYMONTHDAY", ()))
    return Rule(freq, interval, weekdays, month_days, last, int(times) if times is not None else None)


def _named(days: Iterable) -> tuple:
    """Each once. Raises Odd when they are more than anybody names."""
    found = tuple(dict.fromkeys(days))
    if len(found) > NAMED_AT_MOST:
        raise Odd
    return found


def _one(said: Mapping, name: str, default):
    found = said.get(name, default)
    return next(iter(found), default) if isinstance(found, list) else found


def _weekday(word: str) -> tuple[int, int]:
    which, day = word[:-2], word[-2:].upper()
    if day not in DAYS:
        raise Odd
    return int(which or 0), DAYS.index(day)


def days_of_rule(
    rule: Rule, first: date, upto: date, *, since: date | None = None, steps: Steps | None = None
) -> Iterator[date]:
    """The days from `first` on, which is always one of them, up to and with `upto`; or those from `since`.

    Raises OutOfSteps.
    """
    last, since = min(upto, rule.until or upto), max(first, since or first)
    # Those that are counted must be walked through from the first.
    days = _days(rule, first, since if rule.count is None else first, last, steps or Steps())
    yield from (day for day in islice(days, rule.count and max(rule.count, 0)) if day >= since)


def _days(rule: Rule, first: date, since: date, last: date, steps: Steps) -> Iterator[date]:
    """`first`, and the rule's other days, of which some before `since` may be left out."""
    if first <= last:
        yield first
    for number in count(_periods_before(rule, first, since)):
        start = _period(rule, first, number * rule.interval)
        if start > last:
            return
        for day in _perhaps(rule, first, start):
            steps.take()
            if first < day <= last and _fits(rule, first, day):
                yield day


def _periods_before(rule: Rule, first: date, since: date) -> int:
    """How many whole intervals lie before the one that `since` is in."""
    months = 12 * (since.year - first.year) + since.month - first.month
    whole = {
        "DAILY": (since - first).days, "WEEKLY": (_monday(since) - _monday(first)).days // 7,
        "MONTHLY": months, "YEARLY": months // 12,
    }  # fmt: skip
    return whole[rule.freq] // rule.interval


def _period(rule: Rule, first: date, by: int) -> date:
    """The first day of the day, week or month so many days, weeks, months or years after the first."""
    if rule.freq == "DAILY":
        return first + timedelta(days=by)
    if rule.freq == "WEEKLY":
        return _monday(first) + timedelta(weeks=by)
    years, month = divmod(first.month - 1 + (by if rule.freq == "MONTHLY" else 12 * by), 12)
    return date(first.year + years, month + 1, 1)


def _perhaps(rule: Rule, first: date, start: date) -> list[date]:
    """The days of the period that the rule may be about."""
    if rule.freq == "DAILY":
        return [start]
    if rule.freq == "WEEKLY":
        wanted = {weekday for _, weekday in rule.weekdays} or {first.weekday()}
        return [start + timedelta(days=weekday) for weekday in sorted(wanted)]
    length = calendar.monthrange(start.year, start.month)[1]
    return [start + timedelta(days=number) for number in range(length)]


def _fits(rule: Rule, first: date, day: date) -> bool:
    """Whether the rule that began on `first` has a time on `day` of one of its periods."""
    if rule.freq == "DAILY":
        return not rule.weekdays or any(day.weekday() == weekday for _, weekday in rule.weekdays)
    if rule.freq == "MONTHLY":
        return _is_day_of_month(rule, first, day)
    return rule.freq == "WEEKLY" or day.day == first.day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _is_day_of_month(rule: Rule, first: date, day: date) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    if rule.weekdays:
        from_start, from_end = (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)
        return any(
            day.weekday() == weekday and which in (0, from_start, from_end)
            for which, weekday in rule.weekdays
        )
    wanted = rule.month_days or (first.day,)
    return day.day in wanted or day.day - length - 1 in wanted
