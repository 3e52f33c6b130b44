"""How far an agreement has come, and what is said about it. Plain Python, reads no clock.

Expectations are settled before anything is lent (CFBU, "Helhedsplanernes samarbejde", the shared house whose
partners name missing talk about terms as what spoils it): what, in return for what, until when, who answers
for it, and what happens if it does not hold. Any change asks both for a new yes.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from config.danish import long_date


class Stage(StrEnum):
    """How far it has come."""

    WAITS_FOR_BOTH = "waits_for_both"
    WAITS_FOR_GIVER = "waits_for_giver"
    WAITS_FOR_TAKER = "waits_for_taker"
    AGREED = "agreed"
    RUNNING = "running"
    OVER = "over"
    DONE = "done"
    STOPPED = "stopped"


WAITING = frozenset({Stage.WAITS_FOR_BOTH, Stage.WAITS_FOR_GIVER, Stage.WAITS_FOR_TAKER})
ENDED = frozenset({Stage.DONE, Stage.STOPPED})


@dataclass(frozen=True, slots=True)
class Facts:
    """What the stage depends on; `ended_as` is "", "done" or "stopped"."""

    giver_said_yes: bool
    taker_said_yes: bool
    starts_on: date
    ends_on: date | None = None
    ended_as: str = ""


def stage(facts: Facts, today: date) -> Stage:
    """Where it stands on `today`; an agreement without an end runs until somebody ends it."""
    if facts.ended_as:
        return Stage(facts.ended_as)
    if not (facts.giver_said_yes or facts.taker_said_yes):
        return Stage.WAITS_FOR_BOTH
    if not facts.giver_said_yes:
        return Stage.WAITS_FOR_GIVER
    if not facts.taker_said_yes:
        return Stage.WAITS_FOR_TAKER
    if today < facts.starts_on:
        return Stage.AGREED
    if facts.ends_on is None or today <= facts.ends_on:
        return Stage.RUNNING
    return Stage.OVER


def sentence(at: Stage, *, giver: str, taker: str, starts_on: date, today: date) -> str:
    """What the page says of it: "Venter på ja fra Nabomødrene."."""
    return {
        Stage.WAITS_FOR_BOTH: f"Venter på ja fra {giver} og {taker}.",
        Stage.WAITS_FOR_GIVER: f"Venter på ja fra {giver}.",
        Stage.WAITS_FOR_TAKER: f"Venter på ja fra {taker}.",
        Stage.AGREED: f"Begge har sagt ja. Den begynder {long_date(starts_on, today)}.",
        Stage.RUNNING: "Begge har sagt ja. Aftalen gælder nu.",
        Stage.OVER: "Tiden er gået. Skriv, hvordan det gik.",
        Stage.DONE: "Aftalen er gennemført.",
        Stage.STOPPED: "Aftalen stoppede før tid.",
    }[at]
