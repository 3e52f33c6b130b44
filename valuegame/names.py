"""What an organisation is called on the wall: at most 24 letters, and no two alike. Plain Python."""

from collections.abc import Collection

LONGEST = 24


def seat_name(name: str, short_name: str = "", *, taken: Collection[str] = ()) -> str:
    """The short name, or the name cut between two words, or within the first word where it alone is longer.

    A name that is `taken` already gets a number.
    """
    wanted = short_name or name
    for number in range(1, len(taken) + 2):
        tail = f" {number}" if number > 1 else ""
        found = _cut(wanted, LONGEST - len(tail)) + tail
        if found not in taken:
            return found
    raise AssertionError("one of so many numbers is free")


def _cut(text: str, room: int) -> str:
    """`text` in `room` letters, with "…" where something was left out."""
    text = " ".join(text.split())
    if len(text) <= room:
        return text
    kept = text[: room - 1]
    if text[room - 1] != " " and " " in kept:
        kept = kept.rsplit(" ", 1)[0]
    return f"{kept.rstrip(' ,.-')}…"
