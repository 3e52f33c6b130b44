"""On which days something comes back by somebody else's calendar (RFC 5545, RRULE). Plain Python.

Days, weeks, months and years with an interval, weekdays, a day of the month, a last day or a number of times:
what people's calendars make. Anything else is odd, and said to be.
"""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "WKST", "BYMONTH"}


class Odd(ValueError):
    """It comes back in a way that is not read here."""


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
    interval, count, until = (
        int(_one(said, "INTERVAL", 1)),
        _one(said, "COUNT", None),
        _one(said, "UNTIL", None),
    )
    if interval < 1:
        raise Odd
    last = until.date() if isinstance(until, datetime) else until
    weekdays = tuple(_weekday(str(word)) for word in said.get("BYDAY", ()))
    if (freq != "MONTHLY" and any(which for which, _ in weekdays)) or (freq == "YEARLY" and weekdays):
        raise Odd
    month_days = tuple(int(day) for day in said.get("BYMONTHDAY", ()))
    return Rule(freq, interval, weekdays, month_days, last, int(count) if count is not None else None)


def _one(said: Mapping, name: str, default):
    found = said.get(name, default)
    return found[0] if isinstance(found, list) and found else found


def _weekday(word: str) -> tuple[int, int]:
    which, day = word[:-2], word[-2:].upper()
    if day not in DAYS:
        raise Odd
    return int(which or 0), DAYS.index(day)


def days_of_rule(rule: Rule, first: date, upto: date) -> Iterator[date]:
    """The days from `first` on, which is always one of them, up to and with `upto`."""
    day, found = first, 0
    while day <= min(upto, rule.until or upto) and (rule.count is None or found < rule.count):
        if day == first or fits(rule, first, day):
            found += 1
            yield day
        day += timedelta(days=1)


def fits(rule: Rule, first: date, day: date) -> bool:
    """Whether the rule that began on `first` has a time on `day`."""
    months = 12 * (day.year - first.year) + day.month - first.month
    if rule.freq == "DAILY":
        return (day - first).days % rule.interval == 0 and _is_weekday(rule, day, default=None)
    if rule.freq == "WEEKLY":
        weeks = (_monday(day) - _monday(first)).days // 7
        return weeks % rule.interval == 0 and _is_weekday(rule, day, default=first.weekday())
    if rule.freq == "MONTHLY":
        return months % rule.interval == 0 and _is_day_of_month(rule, first, day)
    return months % (12 * rule.interval) == 0 and day.day == first.day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _is_weekday(rule: Rule, day: date, default: int | None) -> bool:
    if not rule.weekdays:
        return default is None or day.weekday() == default
    return any(day.weekday() == weekday for _, weekday in rule.weekdays)


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
