"""Cells that a spreadsheet program would take for a formula get an apostrophe in CSV, and lose it again here.

Only CSV needs it: in an xlsx file each cell says itself that it is text.
"""

import re

# What may stand in front of the sign and be dropped by a program on opening: blanks, quotes, invisible marks.
_SKIPPED = "\\s\"'`´‘’‚“”„«»‹›＂＇\u00ad\u200b-\u200f\u2060\ufeff"
# The signs themselves, their fullwidth and small variants, the true minus; tab and line breaks in front.
_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫−"
_FORMULA = re.compile(f"[{_SKIPPED}]*[{_SIGNS}\t\r\n]")


def guard(text):
    """Return text with an apostrophe in front if it could be read as a formula."""
    return f"'{text}" if _is_risky(text) else text


def unguard(text):
    """Return text without the apostrophe that guard() put there; it takes back guard() for any text."""
    return text[1:] if text[:1] == "'" and _is_risky(text[1:]) else text


def _is_risky(text):
    return _FORMULA.match(text) is not None
