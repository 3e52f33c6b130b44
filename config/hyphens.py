"""Where the long words of Danish names may break. Plain Python."""

import re

# First halves of compounds; what follows is a word of its own.
FIRST_HALVES = (
    "afdelings", "beboer", "beskæftigelses", "boligsociale", "cykel", "ejendoms", "familie", "følge",
    "genbrugs", "helheds", "idræts", "kompetence", "koordinations", "kvinde", "medarbejder", "medborger",
    "organisations", "plejehjems", "ressource", "samarbejds", "sundheds", "ungdoms",
)  # fmt: skip
LONG = 13
WORD = re.compile(rf"\b\w{{{LONG},}}\b")
JOINT = re.compile(rf"^({'|'.join(FIRST_HALVES)})(?=\w{{4}})", re.IGNORECASE)


def soft_hyphened(text: str) -> str:
    """The text with a soft hyphen in its long compounds; short words stay as they are."""
    return WORD.sub(lambda word: JOINT.sub("\\1\N{SOFT HYPHEN}", word[0]), text)
