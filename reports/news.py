"""What changed since a member looked last, in short sentences. Plain Python.

A change is a line of the audit log together with the row that it is about as it is now: what was undone is
told by nobody. The log says who did it, so that nobody is told of their own doings.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from config.danish import capitalised, clock, join_names, long_date, number_word, weekday

# Nobody catches up with more than this.
AT_MOST = timedelta(days=30)
SHOWN = 8
# More than so many of a sort share a line.
APART_AT_MOST = 2
NAMED = 3


class Topic(StrEnum):
    """What a change is about; the words are those of the audit log."""

    ACTOR = "actor"
    COLLABORATION = "collaboration"
    INITIATIVE = "initiative"
    FORUM = "forum"
    MEETING = "meeting"
    MINUTES = "minutessheet"
    REFERRAL = "referral"
    AGREEMENT = "agreement"
    LISTING = "listing"
    NOTICE = "notice"
    EVENT = "event"


# What is told of each: the verbs of the log. The rest is work in progress, or nobody's business.
TOLD: dict[Topic, frozenset[str]] = {
    Topic.ACTOR: frozenset({"create"}),
    Topic.COLLABORATION: frozenset({"create"}),
    Topic.INITIATIVE: frozenset({"create"}),
    Topic.FORUM: frozenset({"create"}),
    Topic.MEETING: frozenset({"create", "cancel"}),
    Topic.MINUTES: frozenset({"minutes_sent", "minutes_approved"}),
    Topic.REFERRAL: frozenset({"sent", "passed_on", "answered", "returned"}),
    Topic.AGREEMENT: frozenset({"confirm"}),
    Topic.LISTING: frozenset({"create"}),
    Topic.NOTICE: frozenset({"create"}),
    Topic.EVENT: frozenset({"create", "cancel"}),
}
# How several that changed alike are said together: "Fem nye aktører". What was called off, answered or sent
# back is told each by itself.
TOGETHER = {
    (Topic.ACTOR, "create"): "nye aktører",
    (Topic.COLLABORATION, "create"): "nye samarbejder",
    (Topic.INITIATIVE, "create"): "nye initiativer",
    (Topic.FORUM, "create"): "nye fora",
    (Topic.MEETING, "create"): "nye møder",
    (Topic.MINUTES, "minutes_sent"): "referater er sendt til godkendelse",
    (Topic.MINUTES, "minutes_approved"): "referater er godkendt",
    (Topic.REFERRAL, "sent"): "punkter er sendt til et andet forum",
    (Topic.LISTING, "create"): "nye opslag på ressourcebørsen",
    (Topic.NOTICE, "create"): "nye opslag til området",
    (Topic.EVENT, "create"): "nye arrangementer",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed. `name` and `whom` are as the sentences below use them; `day` is when it takes
    place, for what has a day."""

    topic: Topic
    verb: str
    pk: UUID
    at: datetime
    name: str
    whom: str = ""
    day: date | None = None
    # Whose page tells more, when it is not its own: the meeting of minutes, the talk of an agreement.
    page: UUID | None = None


@dataclass(frozen=True, slots=True)
class News:
    """One line: what is new, and the page it leads to, None when it tells of several."""

    text: str
    topic: Topic
    page: UUID | None
    at: datetime
    amount: int = 1


# How a row must stand for what was done with it to be still true.
HOLDS = {"cancel": "off", "answered": "answered", "returned": "returned", "minutes_approved": "approved"}


def still_true(verb: str, state: str) -> bool:
    """Whether what the log says is so still; what was called off is no longer new."""
    return state == HOLDS[verb] if verb in HOLDS else state != "off"


def seen_until(seen_at: datetime | None, joined_at: datetime, now: datetime) -> datetime:
    """From when on something is new: since the member's press, else since they came; never a month back."""
    return max(seen_at or joined_at, now - AT_MOST)


def since_told(since: datetime, now: datetime) -> str:
    """Since when, in Copenhagen: "Siden kl. 9.05" for today, else "Siden 3. december"."""
    day, today = since.date(), now.date()
    return f"Siden kl. {clock(since)}" if day == today else f"Siden {long_date(day, today)}"


def news_of(changes: Iterable[Change], today: date) -> list[News]:
    """The lines, the newest first. Of one thing only the last is told; many of a sort share a line."""
    last: dict[tuple[Topic, UUID], Change] = {}
    for one in sorted(changes, key=lambda one: (one.at, one.verb)):
        last[one.topic, one.pk] = one
    alike: dict[tuple[Topic, str], list[Change]] = {}
    for one in last.values():
        alike.setdefault((one.topic, one.verb), []).append(one)
    lines = [line for (topic, verb), found in alike.items() for line in _lines(topic, verb, found, today)]
    return sorted(lines, key=lambda line: (-line.at.timestamp(), line.text))


def total(lines: Iterable[News]) -> int:
    """How many things the lines tell of."""
    return sum(line.amount for line in lines)


def _lines(topic: Topic, verb: str, found: Sequence[Change], today: date) -> list[News]:
    if (topic, verb) not in TOGETHER or len(found) <= APART_AT_MOST:
        return [News(sentence(one, today), topic, one.page or one.pk, one.at) for one in found]
    newest = sorted(found, key=lambda one: (one.at, one.name), reverse=True)
    head = f"{capitalised(number_word(len(found)))} {TOGETHER[topic, verb]}"
    names = list(dict.fromkeys(one.name for one in newest))
    # Where one has no name, or two the same, the number says more.
    told = "" in names or len(names) < len(found)
    text = head if told else f"{head}: {join_names(names, limit=NAMED)}"
    return [News(text, topic, None, newest[0].at, len(found))]


def sentence(one: Change, today: date) -> str:
    """The change as a colleague would tell it."""
    return SENTENCES[one.topic](one, today)


def _when(day: date, today: date) -> str:
    return f"{weekday(day)} {long_date(day, today)}"


def _meeting(one: Change, today: date) -> str:
    when = _when(one.day, today)
    return f"Mødet i {one.name} {when} er aflyst" if one.verb == "cancel" else f"Nyt møde i {one.name} {when}"


def _minutes(one: Change, today: date) -> str:
    state = "godkendt" if one.verb == "minutes_approved" else "sendt til godkendelse"
    return f"Referatet fra {one.name} {long_date(one.day, today)} er {state}"


def _referral(one: Change, today: date) -> str:
    """`whom` is "from|to": who asked, and where the item is now."""
    asked, there = one.whom.split("|", 1)
    return {
        "answered": f"{there} har svaret på »{one.name}«",
        "returned": f"{there} har sendt »{one.name}« retur til {asked}",
    }.get(one.verb, f"{asked} har sendt »{one.name}« til {there}")


def _event(one: Change, today: date) -> str:
    when = _when(one.day, today)
    return f"{one.name} {when} er aflyst" if one.verb == "cancel" else f"Nyt arrangement: {one.name} {when}"


SENTENCES: dict[Topic, Callable[[Change, date], str]] = {
    Topic.ACTOR: lambda one, today: f"Ny aktør: {one.name}",
    Topic.COLLABORATION: lambda one, today: f"Nyt samarbejde: {one.name}" if one.name else "Nyt samarbejde",
    Topic.INITIATIVE: lambda one, today: f"Nyt initiativ: {one.name}",
    Topic.FORUM: lambda one, today: f"Nyt forum: {one.name}",
    Topic.MEETING: _meeting,
    Topic.MINUTES: _minutes,
    Topic.REFERRAL: _referral,
    Topic.AGREEMENT: lambda one, today: f"Aftalen om »{one.name}« er på plads: {one.whom}",
    Topic.LISTING: lambda one, today: f"Nyt på ressourcebørsen: {one.name} fra {one.whom}",
    Topic.NOTICE: lambda one, today: f"Nyt opslag: {one.name}",
    Topic.EVENT: _event,
}
