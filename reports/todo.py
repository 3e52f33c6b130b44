"""What waits on one colleague: which things, in which order, in which words.

Plain Python: the facts come as dataclasses, `today` is an argument, and who makes addresses of it knows the
rest. First what is late, then what is due today or tomorrow (`urgency`); the rest comes in rounds, so that
every kind is seen at the top.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from config.danish import capitalised, count, join_names, long_date, number_word, weekday

# A promise is shown from a week before; a consent from a month before.
PROMISES_AHEAD = timedelta(days=7)
CONSENTS_AHEAD = timedelta(days=30)
# So many of a kind are shown each; the rest are one row together.
EACH_AT_MOST = 5
# What is due so soon stands before all that has time.
NEAR = timedelta(days=1)
# So many promises in each round, one of every other kind.
PROMISES_A_ROUND = 3


class Kind(StrEnum):
    """What a thing is about, in the order of a round: what somebody waits for before all else."""

    PROMISE = "promise"
    APPROVE = "approve"
    REFERRAL = "referral"
    AGREEMENT = "agreement"
    BOOKING = "booking"
    INVITE = "invite"
    POLL = "poll"
    LISTING = "listing"
    SIGNUP = "signup"
    RATING = "rating"
    OVERBURDENED = "overburdened"
    FORGOTTEN = "forgotten"
    CONSENT = "consent"
    STALE = "stale"
    THIN = "thin"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing with its words. `about` are the ids that its address needs; `amount` is more than 1 in the
    row that stands for the rest of its kind; `day` is the last day that it can wait to, if it has one."""

    kind: Kind
    title: str
    why: str
    verb: str
    about: tuple[UUID, ...] = ()
    tag: str = ""
    is_late: bool = False
    amount: int = 1
    # Where an actor carries too much because we ask, the log says more than the collaborations.
    by_contacts: bool = False
    day: date | None = None


# Kinds whose things are never put together in one row: each is somebody's own business.
APART = frozenset(Kind) - {Kind.OVERBURDENED, Kind.FORGOTTEN, Kind.STALE, Kind.THIN}


@dataclass(frozen=True, slots=True)
class Promise:
    """What I have promised; `actor` is "" for a promise about nobody."""

    pk: UUID
    what: str
    due: date
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Strained:
    """An actor that carries too much, with why in sentences."""

    pk: UUID
    name: str
    why: str
    is_mine: bool = False
    by_contacts: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """An actor that is about to be forgotten, and for how many days."""

    pk: UUID
    name: str
    why: str
    days: int
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class Consent:
    """A yes that ends soon or has ended; `until` is its last day, None when nobody wrote it."""

    actor: UUID
    contact: UUID
    person: str
    actor_name: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile I look after: what is missing, and whether it is a year since somebody confirmed it."""

    pk: UUID
    name: str
    missing: tuple[str, ...] = ()
    is_thin: bool = False
    is_stale: bool = False
    confirmed_on: date | None = None


def todo_list(
    *,
    promises: Iterable[Promise] = (),
    strained: Iterable[Strained] = (),
    left: Iterable[Left] = (),
    consents: Iterable[Consent] = (),
    profiles: Iterable[Profile] = (),
    asked: Iterable[Todo] = (),
    today: date,
) -> list[Todo]:
    """Everything that waits, the most pressing first. The same facts give the same order.

    `asked` is what others have asked, in words already (reports.asked).
    """
    profiles = sorted(profiles, key=lambda one: (one.confirmed_on or date.min, one.name, one.pk))
    kinds = (
        [_promise(one, today) for one in _due(promises, today)],
        *_by_kind(asked),
        [_strained(one) for one in sorted(strained, key=lambda one: (not one.is_mine, one.name, one.pk))],
        [_left(one) for one in sorted(left, key=lambda one: (not one.is_mine, -one.days, one.name, one.pk))],
        [_consent(one, today) for one in _ending(consents, today)],
        [_stale(one, today) for one in profiles if one.is_stale],
        [_thin(one) for one in profiles if one.is_thin and not one.is_stale],
    )
    return _in_rounds([_shortened(things) for things in kinds], today)


def _by_kind(asked: Iterable[Todo]) -> list[list[Todo]]:
    """The things of each kind together, the first to be due first; those without a day last."""
    found: dict[Kind, list[Todo]] = {kind: [] for kind in Kind}
    for one in sorted(asked, key=lambda one: (one.day or date.max, one.title, one.about)):
        found[one.kind].append(one)
    return list(found.values())


def _due(promises: Iterable[Promise], today: date) -> list[Promise]:
    near = [one for one in promises if one.due <= today + PROMISES_AHEAD]
    return sorted(near, key=lambda one: (one.due, one.what, one.pk))


def _ending(consents: Iterable[Consent], today: date) -> list[Consent]:
    near = [one for one in consents if one.until is None or one.until <= today + CONSENTS_AHEAD]
    return sorted(near, key=lambda one: (one.until or date.min, one.person, one.contact))


def _shortened(things: list[Todo]) -> list[Todo]:
    """The first few of a kind, and a row for the rest; kinds that stand `APART` have no such row."""
    rest = things[EACH_AT_MOST:]
    if not rest or len(rest) == 1 or things[0].kind in APART:
        return things
    number = capitalised(number_word(len(rest)))
    title = {
        Kind.OVERBURDENED: f"{number} andre bærer for meget",
        Kind.FORGOTTEN: f"{number} andre er ved at blive glemt",
        Kind.STALE: f"{number} andre er ikke bekræftet i et år",
        Kind.THIN: f"{number} andre profiler er halvt tomme",
    }[rest[0].kind]
    return [*things[:EACH_AT_MOST], Todo(rest[0].kind, title, "", "Se listen", amount=len(rest))]


def _in_rounds(kinds: list[list[Todo]], today: date) -> list[Todo]:
    """In the order of `urgency`; what has time comes some of each kind, some more of each, and so on."""
    placed = []
    for order, things in enumerate(kinds):
        for place, thing in enumerate(things):
            share = PROMISES_A_ROUND if thing.kind == Kind.PROMISE else 1
            urgent = urgency(thing, today)
            when = (thing.day or today).toordinal() if urgent < Urgency.REST else place // share
            placed.append((urgent, when, order, place, thing))
    return [thing for *_, thing in sorted(placed, key=lambda one: one[:4])]


class Urgency(IntEnum):
    """The three steps of the list; inside the first two the earliest day comes first."""

    LATE = 0
    NEAR = 1
    REST = 2


def urgency(thing: Todo, today: date) -> Urgency:
    """How pressing a thing is: it is late, its last day is today or tomorrow, or it has time."""
    if thing.is_late:
        return Urgency.LATE
    return Urgency.NEAR if thing.day is not None and thing.day <= today + NEAR else Urgency.REST


def total(things: Iterable[Todo]) -> int:
    """How many things wait, those that share a row counted each."""
    return sum(thing.amount for thing in things)


# -- Each in words ------------------------------------------------------------------------------


def _promise(one: Promise, today: date) -> Todo:
    late = (today - one.due).days
    when = f"Senest {near_day(one.due, today)}"
    why = f"{one.actor} · {when[0].lower()}{when[1:]}" if one.actor else when
    tag = f"{count(late, 'dag', 'dage')} over tid" if late > 0 else ""
    return Todo(Kind.PROMISE, one.what, why, "Klaret", (one.pk,), tag, is_late=late > 0, day=one.due)


def near_day(day: date, today: date) -> str:
    """A day as one says it: "i dag", "i morgen", "onsdag 25. november"."""
    words = {0: "i dag", 1: "i morgen", -1: "i går"}.get((day - today).days)
    return words or f"{weekday(day)} {long_date(day, today)}"


def _strained(one: Strained) -> Todo:
    verb = "Se kontakter" if one.by_contacts else "Se samarbejder"
    return Todo(
        Kind.OVERBURDENED,
        f"{one.name} bærer for meget",
        one.why,
        verb,
        (one.pk,),
        by_contacts=one.by_contacts,
    )


def _left(one: Left) -> Todo:
    return Todo(Kind.FORGOTTEN, f"{one.name} er ved at blive glemt", one.why, "Log kontakt", (one.pk,))


def _consent(one: Consent, today: date) -> Todo:
    if one.until is None:
        why = "Samtykket er udløbet"
    else:
        word = "udløber" if one.until >= today else "udløb"
        why = f"Samtykket {word} {long_date(one.until, today)}"
    about = (one.actor, one.contact)
    return Todo(Kind.CONSENT, f"Forny samtykke fra {one.person}", f"{one.actor_name} · {why}", "Åbn", about)


def _stale(one: Profile, today: date) -> Todo:
    when = f"Sidst bekræftet {long_date(one.confirmed_on, today)}" if one.confirmed_on else "Aldrig bekræftet"
    return Todo(Kind.STALE, f"Passer det stadig om {one.name}?", when, "Bekræft", (one.pk,))


def _thin(one: Profile) -> Todo:
    why = f"Mangler {join_names(one.missing, limit=3)}"
    return Todo(Kind.THIN, f"{one.name} er halvt beskrevet", why, "Udfyld", (one.pk,))
