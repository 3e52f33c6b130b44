"""Several write minutes at once: what of a save is written, and where two wrote the same field. Plain Python.

A text is known by its mark. A form says for each field the mark of the text it began from (`seen`), and of
the one it has been shown beside its own (`shown`).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Merged:
    """`write` are the fields to write: none as long as there are `contested` ones."""

    write: dict[str, str]
    contested: tuple[str, ...]


def mark(text: str) -> str:
    """A short mark of a text: the same text has the same, and any other another one."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def merge(
    *, stands: Mapping[str, str], typed: Mapping[str, str], seen: Mapping[str, str],
    shown: Mapping[str, str], both: bool = False,
) -> Merged:  # fmt: skip
    """What becomes of `typed` when `stands` is stored.

    A field that the user left alone stays as others wrote it. One that nobody else touched is written. One
    that somebody else wrote meanwhile is contested, until the user has been shown what stands and saves
    again: then it is written in its place, or with `both` after it.
    """
    write, contested = {}, []
    for name, text in typed.items():
        now = stands[name]
        if text == now or mark(text) == seen.get(name):
            continue
        if mark(now) == seen.get(name):
            write[name] = text
        elif mark(now) == shown.get(name):
            write[name] = "\n\n".join(filter(None, (now, text))) if both else text
        else:
            contested.append(name)
    return Merged({} if contested else write, tuple(contested))
