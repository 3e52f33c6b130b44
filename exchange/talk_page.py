"""A talk as its page prints it, for one with a login and for one with a link alike. No writes."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.access import Permission, may
from accounts.models import Membership, User
from actors.models import Actor
from actors.representing import speaks_for
from exchange.agreeing import ENDED, WAITING, Facts, Stage, sentence, stage
from exchange.models import Agreement, Answer, Listing, MailLink
from exchange.talk_actions import Side


@dataclass(frozen=True, slots=True)
class Line:
    """One message as the reader sees it."""

    actor: Actor
    text: str
    at: datetime
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Deal:
    """The agreement as the reader sees it."""

    row: Agreement
    stage: Stage
    told: str
    waits: bool
    is_ended: bool
    giver_said_yes: bool
    taker_said_yes: bool


def sides_of(answer: Answer, membership: Membership, user: User) -> list[Side]:
    """The sides that the member may act for, the one behind the listing first; one query."""
    pair = [answer.listing.actor, answer.actor]
    own = set(speaks_for(membership).filter(pk__in=[one.pk for one in pair]).values_list("pk", flat=True))
    return [Side(answer, one, user) for one in pair if one.pk in own]


def lines_of(answer: Answer, ours: set) -> list[Line]:
    """The messages, oldest first; `ours` are the ids of those the reader speaks for."""
    said = answer.messages.select_related("actor")
    return [Line(one.actor, one.text, one.at, one.actor_id in ours) for one in said]


def deal_of(row: Agreement, today: date) -> Deal:
    """How far it has come, and what is said of it."""
    facts = Facts(
        row.giver_yes_at is not None, row.taker_yes_at is not None, row.starts_on, row.ends_on, row.ended_as
    )
    at = stage(facts, today)
    told = sentence(
        at, giver=row.giver.name, taker=row.taker.name, starts_on=row.starts_on, today=today
    )  # fmt: skip
    return Deal(row, at, told, at in WAITING, at in ENDED, facts.giver_said_yes, facts.taker_said_yes)


def links_of(answer: Answer, membership: Membership) -> list[MailLink]:
    """The newest link of each side that has one; for the team alone. One query, none for others."""
    if not may(membership, Permission.EXCHANGE_EDIT):
        return []
    newest = {}
    for link in answer.links.select_related("actor"):
        newest.setdefault(link.actor_id, link)
    return list(newest.values())


def agreement_of(answer: Answer) -> Agreement | None:
    """The agreement with both organisations; one query."""
    rows = Agreement.objects.select_related("giver", "taker", "collaboration")
    return rows.filter(answer=answer).first()


def talks_of(listing: Listing, membership: Membership, today: date) -> list[tuple[Answer, str]]:
    """(answer, where it stands) of the talks that the member takes part in; two queries."""
    own = speaks_for(membership)
    found = listing.answers.select_related("actor", "agreement__giver", "agreement__taker")
    if not own.filter(pk=listing.actor_id).exists():
        found = found.filter(actor__in=own)
    return [(one, _standing(one, today)) for one in found]


def _standing(answer: Answer, today: date) -> str:
    row = getattr(answer, "agreement", None)
    return deal_of(row, today).told if row else "I taler sammen."
