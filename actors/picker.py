"""What every picker of actors shares: one that can be chosen, and the search that finds others."""

from dataclasses import dataclass

from accounts.models import Plan
from actors.models import Actor
from config.danish import fold

# Few, so that a phone shows the rest of the form without scrolling.
SUGGESTED = 3
FOUND = 8


@dataclass(frozen=True, slots=True)
class Pick:
    """One actor that can be chosen, with a small line that says why it stands here."""

    actor: Actor
    why: str
    chosen: bool


def found_actors(plan: Plan, text: str) -> list[Actor]:
    """The best FOUND matches for what was typed; none for nothing typed."""
    # A text of signs alone would match everybody.
    if not fold(text):
        return []
    return list(plan.actors.active().matching(text).best_first(text)[:FOUND])
