"""Dates, times and telephone numbers that must stay on one line. Plain Python."""

import re

from config.danish import MONTHS

# "kl. 17–20", "17.30–20", "kl. 9", "3.–10. december", "14. oktober 2026".
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?"
_DATE = rf"(?:\d{{1,2}}\.\s?–\s?)?\d{{1,2}}\. (?:{'|'.join(MONTHS)})(?: \d{{4}})?"
_PHONE = r"(?<!\d)(?:\+45 )?\d\d(?: \d\d){3}(?!\d)"
_WHOLE = re.compile(
    rf"{_PHONE}|{_DATE}|(?:kl\. ?)?{_CLOCK} ?[–-] ?{_CLOCK}(?!\d)|kl\. ?{_CLOCK}", re.IGNORECASE
)
NO_BREAK = "\u00a0"


def whole_parts(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, and of each whether it must stay on one line; there its blanks do not break."""
    parts, end = [], 0
    for match in _WHOLE.finditer(text):
        if match.start() > end:
            parts.append((text[end : match.start()], False))
        # A telephone number is copied and searched for with its blanks as they are.
        kept = match[0] if re.fullmatch(_PHONE, match[0]) else match[0].replace(" ", NO_BREAK)
        parts.append((kept, True))
        end = match.end()
    return [*parts, (text[end:], False)] if end < len(text) else parts
