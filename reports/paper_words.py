"""Where the long words of the field may break in a narrow column. Plain Python."""

import re

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
