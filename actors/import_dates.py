"""Dates as people write them in a cell: a day, a month or only a year."""

import re
from calendar import monthrange
from datetime import date

from config.danish import fold

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Half a year as it is spoken of, by its first and last month.
SEASONS = {"foraar": (1, 6), "sommer": (6, 8), "efteraar": (7, 12), "vinter": (1, 3)}
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
# Two digits for the year, as in 1.3.98: up to here they are of this century.
LAST_SHORT_YEAR = 68

ISO = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?:[T ]\d\d:\d\d(:\d\d)?)?"
)
DANISH = re.compile(r"(?:(?P<day>\d{1,2})[-/. ]+)?(?P<month>\d{1,2})[-/. ]+(?P<year>\d{4}|\d\d)")
YEAR = re.compile(r"(?P<year>\d{4})")
NAMED = re.compile(r"(?:(?P<day>\d{1,2})\s+)?(?P<word>[a-z]{3,})\s+(?P<year>\d{4})")
# A hyphen also stands inside dates: between two years or with a blank before it, it means "to".
RANGE = re.compile(r"\s*(?:–|—|\btil\b|\bto\b|(?<=\d{4})-(?=\s*(?:\d{4}|$))|\s-(?=\s|\d{4}|$))\s*")


def parse_date(text, *, last=False):
    """Return the date that text means; ValueError if it means none.

    A month or a year alone is its first day, with last=True its last.
    """
    text = text.strip().strip(".").strip()
    for pattern in (ISO, YEAR, DANISH):
        match = pattern.fullmatch(text)
        if match:
            parts = match.groupdict()
            return _dated(parts["year"], parts.get("month"), parts.get("day"), last)
    return _parse_named(fold(text), last)


def parse_period(text):
    """Return (since, until) of a text such as "2019-2022" or "marts 2023 –"; until may be None."""
    start, *rest = RANGE.split(text.strip(), maxsplit=1)
    since = parse_date(start) if start else None
    until = parse_date(rest[0], last=True) if rest and rest[0] else None
    return since, until


def _parse_named(text, last):
    """Return the date of folded text with a month or season in words."""
    match = NAMED.fullmatch(text)
    if not match:
        raise ValueError(text)
    month = MONTHS.get(match["word"][:3])
    for season, months in SEASONS.items():
        if match["word"].startswith(season):
            month = months[-1 if last else 0]
    if month is None:
        raise ValueError(text)
    return _dated(match["year"], month, match["day"], last)


def _dated(year, month, day, last):
    """Return the date; ValueError outside the calendar or the years that make sense."""
    year = int(year)
    if year < 100:
        year += 2000 if year <= LAST_SHORT_YEAR else 1900
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(year)
    month = int(month) if month else 12 if last else 1
    if not 1 <= month <= 12:
        raise ValueError(month)
    day = int(day) if day else monthrange(year, month)[1] if last else 1
    return date(year, month, day)
