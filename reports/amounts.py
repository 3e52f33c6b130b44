"""Numbers as Danes write them, read and written. Plain Python.

An amount has at most two decimals and nine digits before the comma.
"""

import re
from decimal import Decimal

from config.danish import fold, number

MOST = Decimal(999_999_999)
DECIMALS = 2
ASK = "Skriv et tal, fx 1.250 eller 12,5"
# Of what somebody counts by hand.
NOT_BELOW_ZERO = "Skriv 0 eller mere"
# Of persons there is no half one.
WHOLE_ONES = "Skriv et helt tal, fx 12. Her tælles personer"
# Units that are people, as their first word says: "unge 18+", "børn i klubben".
_PERSONS = frozenset(
    fold(
        "ansatte beboere borgere brugere børn deltagere drenge elever forældre fremmødte frivillige gæster "
        "kvinder ledige medlemmer mennesker mødre mænd naboer personer piger seniorer tilmeldte unge voksne "
        "ældre"
    ).split()
)
# Signs for minus, and blanks that spreadsheets put between thousands or before a percent sign.
MINUS = str.maketrans(dict.fromkeys("−–—", "-"))
BLANKS = str.maketrans(dict.fromkeys(" \u00a0\u202f\u2009\t", ""))
WHOLE = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
DANISH = re.compile(rf"(?P<sign>[-+]?)(?P<whole>{WHOLE})(?:,(?P<part>\d+))?%?", re.ASCII)
# What a cell that holds a number is when it comes out of a spreadsheet file.
STORED = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d{1,3})?", re.ASCII | re.IGNORECASE)
DOT_FOR_COMMA = re.compile(r"[-+]?\d+\.\d{1,2}%?", re.ASCII)


class NotANumber(ValueError):
    """The text is no amount; the message is a Danish sentence."""


def read_amount(text: str) -> Decimal | None:
    """The amount that a person wrote, None for nothing. Raises NotANumber.

    Thousands may have dots or blanks, decimals have a comma, and a percent sign may stand behind.
    """
    cleaned = text.strip().translate(MINUS).translate(BLANKS)
    if not cleaned:
        return None
    found = DANISH.fullmatch(cleaned)
    if not found:
        dotted = DOT_FOR_COMMA.fullmatch(cleaned)
        raise NotANumber(f"Skriv komma før decimaler: {cleaned.replace('.', ',')}" if dotted else ASK)
    part = found["part"] or ""
    if len(part.rstrip("0")) > DECIMALS:
        raise NotANumber("Skriv højst to decimaler")
    return _bounded(f"{found['sign']}{found['whole'].replace('.', '')}.{part[:DECIMALS] or 0}")


def read_cell(text: str, *, is_text_file: bool) -> Decimal | None:
    """The same of a spreadsheet's cell: a workbook has a point in numbers, a text file a comma.

    More decimals than two are rounded in a workbook, since a formula made them. Raises NotANumber.
    """
    if is_text_file or not STORED.fullmatch(text.strip()) or len(text) > 40:
        return read_amount(text)
    amount = Decimal(text.strip())
    if amount.adjusted() > 20:
        raise NotANumber("Tallet er for stort")
    return _bounded(str(amount.quantize(Decimal(1).scaleb(-DECIMALS))))


def counts_persons(unit: str) -> bool:
    """Whether the unit is people: "unge", "Antal deltagere", "børn i klubben"; not "timer pr. barn"."""
    words = fold(unit).removeprefix("antal ").split()
    return bool(words) and words[0] in _PERSONS


def whole_persons(amount: Decimal | None) -> Decimal | None:
    """The amount, if so many persons can be there. Raises NotANumber."""
    if amount is not None and amount < 0:
        raise NotANumber(NOT_BELOW_ZERO)
    if amount is not None and amount != amount.to_integral_value():
        raise NotANumber(WHOLE_ONES)
    return amount


def _bounded(text: str) -> Decimal:
    if len(text) > 40 or abs(amount := Decimal(text)) > MOST:
        raise NotANumber("Tallet er for stort")
    # Not minus zero.
    return amount + 0


# What one of them is called: the units of what counts itself, and those that are near at hand.
ONE_OF = {
    "aftaler": "aftale", "aktører": "aktør", "deltagere": "deltager", "initiativer": "initiativ",
    "møder": "møde", "partnere": "partner", "samarbejder": "samarbejde",
}  # fmt: skip


def amount_text(amount: Decimal, unit: str = "") -> str:
    """As it is read on the page: "1.250", "12,5", "12 %", "12 deltagere", "1 deltager"."""
    decimals = max(-amount.normalize().as_tuple().exponent, 0)
    unit = ONE_OF.get(unit, unit) if amount == 1 else unit
    return f"{number(amount, min(decimals, DECIMALS))} {unit}".rstrip()
