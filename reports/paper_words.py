"""Words of reports: when their figures are from, and where long words may break. Plain Python."""

import re
from datetime import date, datetime

from config.danish import clock, days_ago

# First halves of compounds; what follows is a word of its own.
FIRST_HALVES = (
    "afdelings", "beskæftigelses", "boligsociale", "ejendoms", "familie", "følge", "helheds", "kompetence",
    "koordinations", "kvinde", "medarbejder", "medborger", "organisations", "ressource", "samarbejds",
    "sundheds", "ungdoms",
)  # fmt: skip
LONG = 14
WORD = re.compile(rf"\b\w{{{LONG},}}\b")
JOINT = re.compile(rf"^({'|'.join(FIRST_HALVES)})(?=\w{{4}})", re.IGNORECASE)


def soft_hyphened(text: str) -> str:
    """The text with a soft hyphen in its long compounds; short words stay as they are."""
    return WORD.sub(lambda word: JOINT.sub("\\1\N{SOFT HYPHEN}", word[0]), text)


def figures_from(made_at: datetime, today: date) -> str:
    """As of when a report was read, by the clock on the wall: "Tal fra i går kl. 14.32"."""
    return f"Tal fra {days_ago((today - made_at.date()).days)} kl. {clock(made_at)}"
