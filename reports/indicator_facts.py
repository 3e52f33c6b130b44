"""What automatic indicators count: a plan's rows as facts, all dates days of Copenhagen. Plain Python."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ActorFact:
    """An actor in the registry. Whether it is active, and where, is known of today alone."""

    key: Hashable
    kind: str
    areas: frozenset
    is_active: bool
    created: date
    archived: date | None = None

    def is_there(self, day: date) -> bool:
        """Whether it stood in the registry at the end of that day."""
        return self.created <= day and (self.archived is None or self.archived > day)


@dataclass(frozen=True, slots=True)
class WorkFact:
    """A collaboration from `since` to and with `until`, with those who take part today and their kinds."""

    form: int
    since: date
    until: date | None
    actors: frozenset
    kinds: frozenset

    def runs(self, day: date) -> bool:
        """Whether it was going on that day."""
        return self.since <= day and (self.until is None or self.until >= day)


@dataclass(frozen=True, slots=True)
class ContactFact:
    """Somebody of us was in touch with an actor."""

    actor: Hashable
    on: date


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting that was held: of so many who are written down, so many came."""

    on: date
    came: int = 0
    written_down: int = 0


@dataclass(frozen=True, slots=True)
class InitiativeFact:
    """An initiative from `since` to and with `until`, and the day on which each partner came in."""

    since: date
    until: date | None = None
    partners: tuple[date, ...] = ()

    def runs(self, day: date) -> bool:
        """Whether it was going on that day."""
        return self.since <= day and (self.until is None or self.until >= day)


@dataclass(frozen=True, slots=True)
class ReferralFact:
    """An item that one forum sent to another, with the day by which the answer is due."""

    due: date
    answered: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that can be counted. `begins` is the day on which the plan came here; before it nobody wrote."""

    today: date
    begins: date
    actors: tuple[ActorFact, ...] = ()
    works: tuple[WorkFact, ...] = ()
    contacts: tuple[ContactFact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    # The day on which both sides had said yes.
    agreements: tuple[date, ...] = ()
    initiatives: tuple[InitiativeFact, ...] = ()
    referrals: tuple[ReferralFact, ...] = ()
