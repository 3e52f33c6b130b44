"""Words of reports: when their figures are from. Plain Python."""

from datetime import date, datetime

from config.danish import clock, days_ago


def figures_from(made_at: datetime, today: date) -> str:
    """As of when a report was read, by the clock on the wall: "Tal fra i går kl. 14.32"."""
    return f"Tal fra {days_ago((today - made_at.date()).days)} kl. {clock(made_at)}"
