"""The guard at the free-text fields: finds CPR numbers before they are saved.

Personal identity numbers have no place in this tool, so a text is looked through on its first save and
the passages are marked. A calendar date is what tells a CPR number from other ten digits; the old modulus 11
check is not used, because numbers without it have been given out since 2007 (cpr.dk).

Plain Python: positions are counted in characters of the text as it was written.
"""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

FREE_TEXT_HINT = "Skriv ikke om enkeltpersoner eller beboere."
CPR_FOUND_MESSAGE = "Det ligner et CPR-nummer. Fjern det, eller sæt kryds ved »Det er ikke et CPR-nummer«."
CPR_NOT_ONE_LABEL = "Det er ikke et CPR-nummer"

# Replacement numbers (erstatningspersonnumre) carry the day of the month plus 60.
REPLACEMENT_DAY_SHIFT = 60
CPR_DIGITS = 10

# (seventh digit, lowest and highest two-digit year, century): the table in "Personnummeret i CPR" (cpr.dk).
CENTURIES = (
    ("0123", 0, 99, 1900),
    ("49", 0, 36, 2000),
    ("49", 37, 99, 1900),
    ("5678", 0, 57, 2000),
    ("5678", 58, 99, 1800),
)

# Written on folded text: any dash is "-", any digit 0-9, any blank " " (line breaks stay).
# A plus in front is a phone number, a digit on either side a longer number; 0045 begins the next phone.
_BEGIN = r"(?<![\d+])"
_DAY_MONTH = r"(?P<day>\d\d)(?P<gap> ?[-./]? ?)(?P<month>\d\d)(?P=gap)"
_SERIAL = r"(?!0045 ?\d)(?P<serial>\d{4})(?!\d)"
# 010165-1234, 01.01.65 1234, 01/01/65 - 1234: the date, one joint, four digits.
_USUAL = rf"{_BEGIN}{_DAY_MONTH}(?P<year>\d\d)\s{{0,3}}[-./_:]?\s{{0,3}}{_SERIAL}"
# 01-01-1965-1234: with the century written out only when something more than a blank is put between.
_WITH_CENTURY = rf"{_BEGIN}{_DAY_MONTH}(?P<century>18|19|20)(?P<year>\d\d)\s?[-./_:]\s?{_SERIAL}"


def _in_pairs(gap):
    """Return the pattern of 01 01 65 12 34 with that gap, and no further pair on either side (phones)."""
    alone = rf"(?<!\A\d\d{gap})(?<![^\d.:]\d\d{gap}){_BEGIN}"
    pairs = ("day", "month", "year")
    dated = gap.join(rf"(?P<{part}>\d\d)" for part in pairs)
    return rf"{alone}{dated}{gap}(?P<serial>\d\d{gap}\d\d)(?![-./: ]?\d)"


_SHAPES = tuple(
    re.compile(shape) for shape in (_USUAL, _WITH_CENTURY, *map(_in_pairs, (" ", "-", r"\.", "/")))
)


class Passage(NamedTuple):
    """Where something stands in a text: text[start:end]."""

    start: int
    end: int


def find_cpr(text):
    """Return the passages of text that look like CPR numbers, in order, without overlap.

    Positions count in the text as given. Digits of any script, wide and circled digits, all dashes and
    invisible marks between the digits are seen through.
    """
    folded, origins = _fold_digits(text)
    if sum(character.isdigit() for character in folded) < CPR_DIGITS:
        return ()
    found = sorted(span for shape in _SHAPES for span in _dated_matches(shape, folded))
    passages = []
    for start, end in found:
        if passages and origins[start] < passages[-1].end:
            continue
        passages.append(Passage(origins[start], origins[end - 1] + 1))
    return tuple(passages)


def _fold_digits(text):
    """Return text in plain digits, dashes and blanks, and for each of its characters the position in text."""
    characters, origins = [], []
    for position, original in enumerate(text):
        # One character at a time, so that each can be traced back after NFKC has made one into several.
        for character in unicodedata.normalize("NFKC", original):
            plain = _plain(character)
            characters.append(plain)
            origins += [position] * len(plain)
    return "".join(characters), origins


def _plain(character):
    """Return the digit, dash, blank or character itself; nothing for a mark that does not show."""
    if character.isascii():
        return " " if character == "\t" else character
    category = unicodedata.category(character)
    if category in ("Cf", "Mn", "Me"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd" or character in "−⁃":
        return "-"
    return " " if category == "Zs" else character


def _dated_matches(shape, folded):
    """Yield (start, end) for each match of shape whose date exists."""
    match = shape.search(folded)
    while match:
        if _is_dated(match.groupdict()):
            yield match.span()
            match = shape.search(folded, match.end())
        else:
            match = shape.search(folded, match.start() + 1)


def _is_dated(parts):
    """Whether day, month and year are a day of the century that the seventh digit stands for."""
    day, short_year = int(parts["day"]), int(parts["year"])
    century = _century(parts["serial"][0], short_year)
    if parts.get("century") and int(parts["century"]) * 100 != century:
        return False
    if day > REPLACEMENT_DAY_SHIFT:
        day -= REPLACEMENT_DAY_SHIFT
    try:
        date(century + short_year, int(parts["month"]), day)
    except ValueError:
        return False
    return True


def _century(seventh_digit, short_year):
    """Return the first year of the century, e.g. 1900."""
    return next(
        century
        for digits, lowest, highest, century in CENTURIES
        if seventh_digit in digits and lowest <= short_year <= highest
    )
