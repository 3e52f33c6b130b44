"""What a field of the month's table began from, so that two who write see each other. Plain Python."""

from meetings.minutes_merge import mark
from reports.amounts import amount_text
from reports.value_import import Stored


def mark_of(stored: Stored | None) -> str:
    """A short mark of a figure with its note, and of nothing."""
    return mark("" if stored is None else f"{amount_text(stored.amount)}|{stored.note}")


def words_of(stored: Stored | None) -> str:
    """The figure as a person is told it: "12,5 (én uge lukket)", "ingenting"."""
    if stored is None:
        return "ingenting"
    return amount_text(stored.amount) + (f" ({stored.note})" if stored.note else "")
