"""What others have asked one member for, as things that wait: the title, why it stands there, one verb.

Plain Python; times are Copenhagen's. Which rows they are is found by reports.asked_queries, where each verb
leads is known to reports.todo_addresses, and the order is that of reports.todo.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from config.danish import capitalised, clock, count, long_date, number_word, since_when
from reports.todo import Kind, Todo, near_day

# An answer that is owed is shown from two weeks before its last day.
ANSWERS_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that was asked. `what` and `whom` are names as the kind needs them, see the sentences below.

    `begins` and `ends` are when it takes place or since when it has waited; `day` is the last day for it.
    """

    kind: Kind
    about: tuple[UUID, ...]
    what: str
    whom: str = ""
    begins: datetime | None = None
    ends: datetime | None = None
    day: date | None = None
    amount: int = 0
    # The kind's other side: an item that was sent back, one's own organisation's yes, and so on below.
    is_turned: bool = False


def todo_of(one: Asked, today: date) -> Todo:
    """The thing in words."""
    return WORDS[one.kind](one, today)


def span_told(begins: datetime, ends: datetime, today: date) -> str:
    """As in "torsdag 3. december kl. 16.00–18.00"; a span over midnight is told by its beginning."""
    end = f"–{clock(ends)}" if ends.date() == begins.date() else ""
    return f"{near_day(begins.date(), today)} kl. {clock(begins)}{end}"


def over_time(day: date, today: date) -> str:
    """How late it is: "3 dage over tid"; "" when it is not."""
    late = (today - day).days
    return f"{count(late, 'dag', 'dage')} over tid" if late > 0 else ""


def _approve(one: Asked, today: date) -> Todo:
    """`what` is the forum, `begins` the meeting, `ends` when the minutes were sent."""
    sent = since_when((today - one.ends.date()).days)
    why = f"Mødet {long_date(one.begins.date(), today)} · sendt {sent}"
    return Todo(Kind.APPROVE, f"Godkend referatet fra {one.what}", why, "Læs", one.about)


def _referral(one: Asked, today: date) -> Todo:
    """`what` is the item, `whom` who waits, `begins` since when."""
    if one.is_turned:
        why = f"{one.whom} mangler noget, før de kan svare"
        return Todo(Kind.REFERRAL, f"»{one.what}« er sendt retur", why, "Åbn", one.about, day=one.day)
    waits = f"har ventet siden {long_date(one.begins.date(), today)}"
    when = f"senest {near_day(one.day, today)}" if one.day else waits
    tag = over_time(one.day, today) if one.day else ""
    return Todo(
        Kind.REFERRAL, f"Svar {one.whom} om »{one.what}«", capitalised(when), "Svar", one.about, tag,
        is_late=bool(tag), day=one.day,
    )  # fmt: skip


def _agreement(one: Asked, today: date) -> Todo:
    """`what` is agreed between the two in `whom`; `day` is when it begins, `is_turned` one's own yes."""
    yes = "jeres ja" if one.is_turned else "et ja"
    tag = "begyndt uden ja" if one.day < today else ""
    when = "begyndte" if one.day < today else "begynder"
    return Todo(
        Kind.AGREEMENT, f"Aftalen om »{one.what}« mangler {yes}",
        f"{one.whom} · {when} {near_day(one.day, today)}", "Læs", one.about, tag,
        is_late=bool(tag), day=one.day,
    )  # fmt: skip


def _booking(one: Asked, today: date) -> Todo:
    """`what` is the place, `whom` who wants it; `amount` are the days of a series that wait together."""
    more = f" og {count(one.amount - 1, 'dag', 'dage')} mere" if one.amount > 1 else ""
    why = capitalised(span_told(one.begins, one.ends, today)) + more
    day = one.begins.date()
    return Todo(Kind.BOOKING, f"Må {one.whom} låne {one.what}?", why, "Svar", one.about, day=day)


def _invite(one: Asked, today: date) -> Todo:
    """`what` is the forum, `whom` the place of the meeting or ""."""
    why = capitalised(span_told(one.begins, one.ends, today)) + (f" · {one.whom}" if one.whom else "")
    return Todo(Kind.INVITE, f"Kommer du til {one.what}?", why, "Svar", one.about, day=one.begins.date())


def _poll(one: Asked, today: date) -> Todo:
    """`what` is the forum, `begins` the first of the times."""
    why = f"Den første mulige tid er {near_day(one.begins.date(), today)}"
    title = f"Hvornår kan du mødes i {one.what}?"
    return Todo(Kind.POLL, title, why, "Svar", one.about, day=one.begins.date())


def _listing(one: Asked, today: date) -> Todo:
    """`what` is the listing, `whom` whose it is."""
    title = f"»{one.what}« udløber {near_day(one.day, today)}"
    return Todo(Kind.LISTING, title, f"{one.whom} på ressourcebørsen", "Forny", one.about, day=one.day)


def _signup(one: Asked, today: date) -> Todo:
    """`what` is the event, `amount` how many wait for a place."""
    title = f"{capitalised(number_word(one.amount))} venter på plads til {one.what}"
    why = capitalised(span_told(one.begins, one.ends, today))
    return Todo(Kind.SIGNUP, title, why, "Se tilmeldte", one.about, day=one.begins.date())


def _rating(one: Asked, today: date) -> Todo:
    """`what` is the initiative; its group rated the basic conditions last on `day`, half a year ago."""
    why = f"Grundbetingelserne blev svaret på {long_date(one.day, today)}"
    return Todo(Kind.RATING, f"Se, hvad der har rykket sig i {one.what}", why, "Svar igen", one.about)


def _promise(one: Asked, today: date) -> Todo:
    """`what` was promised at a meeting of the forum `whom`, by one who has no contact log.

    `is_turned`: one who only looks in the forum, and cannot say that it is done.
    """
    tag, verb = over_time(one.day, today), "Åbn" if one.is_turned else "Klaret"
    return Todo(
        Kind.PROMISE, one.what, f"{one.whom} · senest {near_day(one.day, today)}", verb, one.about, tag,
        is_late=bool(tag), day=one.day,
    )  # fmt: skip


WORDS: dict[Kind, Callable[[Asked, date], Todo]] = {
    Kind.PROMISE: _promise,
    Kind.APPROVE: _approve,
    Kind.REFERRAL: _referral,
    Kind.AGREEMENT: _agreement,
    Kind.BOOKING: _booking,
    Kind.INVITE: _invite,
    Kind.POLL: _poll,
    Kind.LISTING: _listing,
    Kind.SIGNUP: _signup,
    Kind.RATING: _rating,
}
