"""The six-character code that lets a phone in: easy to read aloud, hard to guess.

28 letters and digits that are not taken for each other give 4.8 · 10⁸ codes; with the limits on wrong ones
in valuegame/guessing.py the chance of hitting one of twenty games in a day is below 0.1 %.
"""

import secrets

# No 0 and O, no 1, I and L, no 5 and S, no V beside U: none is heard or read as another.
LETTERS = "2346789ABCDEFGHJKMNPQRTUWXYZ"
LENGTH = 6


def new_code() -> str:
    """A code drawn at random."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def as_typed(text: str) -> str:
    """What somebody typed, as a code: without blanks and hyphens, in capitals. Not checked."""
    return "".join(text.split()).replace("-", "").upper()[: 2 * LENGTH]
