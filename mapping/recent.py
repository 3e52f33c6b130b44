"""Whom somebody is likely to log next: the actors that were touched last, each with a line that says why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from config.danish import since_when


@dataclass(frozen=True, slots=True)
class Touch:
    """Something that happened to an actor on a day: it was logged in a collaboration, or edited."""

    actor: UUID
    at: datetime
    day: date
    # True if the one who now asks did it; one's own doings come first.
    own: bool
    # What the collaboration was about; "" for one without a subject, None when the actor was edited.
    about: str | None = None


def suggest(touches: Iterable[Touch], *, today: date, limit: int) -> dict[UUID, str]:
    """At most `limit` actors, each with its why: own touches first, then logs, then edits, newest first.

    An import edits hundreds at once, so that an edit says less than a log does.
    """
    chosen: dict[UUID, str] = {}
    for touch in sorted(touches, key=_weight, reverse=True):
        if len(chosen) == limit:
            break
        chosen.setdefault(touch.actor, why(touch, today))
    return chosen


def _weight(touch: Touch) -> tuple:
    return touch.own, touch.about is not None, touch.at


def why(touch: Touch, today: date) -> str:
    """In words: "Logget i dag: Fritidsjob", "Rettet i går", "Logget for 5 dage siden"."""
    when = since_when((today - touch.day).days)
    if touch.about is None:
        return f"Rettet {when}"
    return f"Logget {when}: {touch.about}" if touch.about else f"Logget {when}"
