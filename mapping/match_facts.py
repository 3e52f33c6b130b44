"""What matching is told of each actor, and what it answers with: plain data, no rules.

Keys are the actors' ids as text. Nothing here holds a person: words are those that an organisation said.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from types import MappingProxyType


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something an actor has, lacks or is good at: its kind, and in the words it was written."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ValueWord:
    """Where one of the five values stands with an actor.

    `level` is 0–3, or None where words were written and no level chosen. `own`: the actor said so itself;
    else it is our estimate.
    """

    level: int | None = None
    own: bool = True
    gains: str = ""
    gives: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """One actor. `base` is inside, outside or "" (not known); `reaches` and `wants` are target groups."""

    key: str
    name: str
    kind: str
    base: str = ""
    specialised_in: str = ""
    daily: bool = False
    close: bool = False
    core: bool = False
    areas: frozenset[str] = frozenset()
    reaches: frozenset[str] = frozenset()
    wants: frozenset[str] = frozenset()
    has: tuple[Thing, ...] = ()
    lacks: tuple[Thing, ...] = ()
    skills: tuple[Thing, ...] = ()
    values: Mapping[int, ValueWord] = field(default_factory=lambda: MappingProxyType({}))


class Why(StrEnum):
    """What a reason is about. The first three carry a suggestion, the others support one."""

    NEED = "need"
    GROUP = "group"
    VALUE = "value"
    INTRODUCER = "introducer"
    AREA = "area"
    REACH = "reach"


CARRYING = frozenset({Why.NEED, Why.GROUP, Why.VALUE})


class Basis(StrEnum):
    """How we know that an actor wants or can give something.

    It said so itself, it stands in its profile, we think so, or the pattern says so.
    """

    OWN = "own"
    LISTED = "listed"
    ESTIMATE = "estimate"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why two actors may fit.

    `taker` is the key of the one who gains; "" where it is about both alike. `lacks` and `has` are the words
    of the taker and the giver, `names` the target groups or areas it is about, or the keys of who knows both.
    `level`, `wish` and `offer` belong to a value: how much the taker wants it, and how we know of either.
    """

    why: Why
    points: int
    taker: str = ""
    value: int = 0
    lacks: str = ""
    has: str = ""
    kind: str = ""
    names: tuple[str, ...] = ()
    level: int | None = None
    wish: str = ""
    offer: str = ""


TOLD = tuple(field.name for field in fields(Reason) if field.name != "points")


def _told(reason: Reason) -> str:
    """All that a reason says, as one text; its points are our business and not part of it."""
    said = [getattr(reason, name) for name in TOLD]
    return repr([str(part) if isinstance(part, str) else part for part in said])


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two actors that may gain from each other; `a` < `b`. `taker` gains by the first reason."""

    a: str
    b: str
    taker: str
    giver: str
    reasons: tuple[Reason, ...]
    score: int

    @property
    def value(self) -> int:
        """The value that the strongest reason is about."""
        return self.reasons[0].value

    @property
    def fingerprint(self) -> str:
        """What the suggestion rests on, as 64 hexadecimal digits.

        Only what carries it counts: a new acquaintance of both does not bring a dismissed pair back.
        """
        told = sorted(_told(reason) for reason in self.reasons if reason.why in CARRYING)
        return hashlib.sha256("\n".join(told).encode()).hexdigest()

    def other(self, key: str) -> str:
        """The actor that is suggested to `key`."""
        return self.b if key == self.a else self.a


@dataclass(frozen=True, slots=True)
class Suggested:
    """The suggestions, the best first, and how many pairs were looked at to find them."""

    suggestions: tuple[Suggestion, ...]
    looked_at: int
