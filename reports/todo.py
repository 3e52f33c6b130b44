"""What waits on one colleague: which things, in which order, in which words.

Plain Python: the facts come as dataclasses, `today` is an argument, and who makes addresses of it knows the
rest. The order lets every kind be seen at the top: first what is late, then in rounds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

from config.danish import capitalised, count, join_names, long_date, number_word, weekday

# A promise is shown from a week before; a consent from a month before.
PROMISES_AHEAD = timedelta(days=7)
CONSENTS_AHEAD = timedelta(days=30)
# So many of a kind are shown each; the rest are one row together.
EACH_AT_MOST = 5
# So many promises in each round, one of every other kind.
PROMISES_A_ROUND = 3


class Kind(StrEnum):
    """What a thing is about, in the order of a round."""

    PROMISE = "promise"
    OVERBURDENED = "overburdened"
    FORGOTTEN = "forgotten"
    CONSENT = "consent"
    STALE = "stale"
    THIN = "thin"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing with its words. `about` are the ids that its address needs; `amount` is more than 1 in the
    row that stands for the rest of its kind."""

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
    today: date,
) -> list[Todo]:
    """Everything that waits, the most pressing first. The same facts give the same order."""
    profiles = sorted(profiles, key=lambda one: (one.confirmed_on or date.min, one.name, one.pk))
    kinds = (
        [_promise(one, today) for one in _due(promises, today)],
        [_strained(one) for one in sorted(strained, key=lambda one: (not one.is_mine, one.name, one.pk))],
        [_left(one) for one in sorted(left, key=lambda one: (not one.is_mine, -one.days, one.name, one.pk))],
        [_consent(one, today) for one in _ending(consents, today)],
        [_stale(one, today) for one in profiles if one.is_stale],
        [_thin(one) for one in profiles if one.is_thin and not one.is_stale],
    )
    return _in_rounds([_shortened(things) for things in kinds])


def _due(promises: Iterable[Promise], today: date) -> list[Promise]:
    near = [one for one in promises if one.due <= today + PROMISES_AHEAD]
    return sorted(near, key=lambda one: (one.due, one.what, one.pk))


def _ending(consents: Iterable[Consent], today: date) -> list[Consent]:
    near = [one for one in consents if one.until is None or one.until <= today + CONSENTS_AHEAD]
    return sorted(near, key=lambda one: (one.until or date.min, one.person, one.contact))


def _shortened(things: list[Todo]) -> list[Todo]:
    """The first few of a kind, and a row for the rest. What I have promised is never put together."""
    rest = things[EACH_AT_MOST:]
    if not rest or len(rest) == 1 or things[0].kind in (Kind.PROMISE, Kind.CONSENT):
        return things
    number = capitalised(number_word(len(rest)))
    title = {
        Kind.OVERBURDENED: f"{number} andre bærer for meget",
        Kind.FORGOTTEN: f"{number} andre er ved at blive glemt",
        Kind.STALE: f"{number} andre er ikke bekræftet i et år",
        Kind.THIN: f"{number} andre profiler er halvt tomme",
    }[rest[0].kind]
    return [*things[:EACH_AT_MOST], Todo(rest[0].kind, title, "", "Se listen", amount=len(rest))]


def _in_rounds(kinds: list[list[Todo]]) -> list[Todo]:
    """What is late first of all; then some of each kind, some more of each, and so on."""
    placed = []
    for order, things in enumerate(kinds):
        for place, thing in enumerate(things):
            share = PROMISES_A_ROUND if thing.kind == Kind.PROMISE else 1
            placed.append((-1 if thing.is_late else place // share, order, place, thing))
    return [thing for *_, thing in sorted(placed, key=lambda one: one[:3])]


# -- Each in words ------------------------------------------------------------------------------


def _promise(one: Promise, today: date) -> Todo:
    late = (today - one.due).days
    when = f"Senest {near_day(one.due, today)}"
    why = f"{one.actor} · {when[0].lower()}{when[1:]}" if one.actor else when
    tag = f"{count(late, 'dag', 'dage')} over tid" if late > 0 else ""
    return Todo(Kind.PROMISE, one.what, why, "Klaret", (one.pk,), tag, is_late=late > 0)


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


# -- The greeting -------------------------------------------------------------------------------

# From which time of day each greeting is said; before the first it is still evening.
GREETINGS = (
    (time(5), "God morgen"),
    (time(10), "God formiddag"),
    (time(12), "God eftermiddag"),
    (time(18), "God aften"),
)


def greeting(name: str, at: time) -> str:
    """As in "God morgen, Amina"; `at` is the time of day in Copenhagen."""
    words = [words for begins, words in GREETINGS if begins <= at]
    return f"{words[-1] if words else GREETINGS[-1][1]}, {name}"


def total(things: Iterable[Todo]) -> int:
    """How many things wait, those that share a row counted each."""
    return sum(thing.amount for thing in things)


def counting_sentence(number: int) -> str:
    """As in "Fem ting venter på dig."."""
    if number == 0:
        return "Intet venter på dig."
    return f"{capitalised(number_word(number))} ting venter på dig."
