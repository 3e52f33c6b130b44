"""Changes to talks and agreements. Whoever acts does it for one of the two sides: `Side`.

Every change locks the answer's row first, so that two who press at once come one after the other; the
mails go out when all of it is kept.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from actors.actions import StaleVersion
from actors.models import Actor
from exchange.models import Agreement, Answer, Direction, Listing, Message
from mapping.actions import log_collaboration
from mapping.models import Form

YES_FIELDS = ["giver_yes_at", "giver_yes_by", "taker_yes_at", "taker_yes_by"]


class TalkProblem(Exception):
    """A rule says no; the text is a plain Danish sentence."""


@dataclass(frozen=True)
class Side:
    """Who acts in a talk, for which of its two organisations; `by` is None for one with a link in a mail."""

    answer: Answer
    actor: Actor
    by: User | None = None

    @property
    def other(self) -> Actor:
        """The organisation on the other side."""
        listed = self.answer.listing.actor
        return self.answer.actor if self.actor == listed else listed

    @property
    def gives(self) -> bool:
        """Whether this side is the one that gives."""
        offers = self.answer.listing.direction == Direction.OFFER
        return (self.actor == self.answer.listing.actor) is offers


def giver_and_taker(answer: Answer) -> tuple[Actor, Actor]:
    """Who gives and who gets: an offer gives, a wish gets."""
    if answer.listing.direction == Direction.OFFER:
        return answer.listing.actor, answer.actor
    return answer.actor, answer.listing.actor


@transaction.atomic
def begin_talk(*, listing: Listing, actor: Actor, by: User) -> Answer:
    """The one talk of this organisation about this listing. Raises TalkProblem for one with itself."""
    if actor.pk == listing.actor_id:
        raise TalkProblem("Det er aktørens eget opslag. Vælg en anden aktør.")
    Listing.objects.select_for_update(no_key=True).get(pk=listing.pk)
    answer, is_new = Answer.objects.get_or_create(
        listing=listing, actor=actor, defaults={"plan_id": listing.plan_id, "created_by": by}
    )
    if is_new:
        record(plan=listing.plan, by=by, verb="create", obj=answer)
    return answer


@transaction.atomic
def say(*, side: Side, text: str, submission: uuid.UUID) -> tuple[Message, bool]:
    """One message, and whether it is new: the same submission twice is said once."""
    _lock(side.answer)
    there = Message.objects.filter(answer=side.answer, submission=submission).first()
    if there:
        return there, False
    message = Message.objects.create(
        plan_id=side.answer.plan_id, answer=side.answer, actor=side.actor, by=side.by, text=text,
        submission=submission,
    )  # fmt: skip
    record(plan=side.answer.plan, by=side.by, verb="create", obj=message)
    return message, True


@transaction.atomic
def write_agreement(*, side: Side, values: Mapping, version: int, now: datetime) -> Agreement:
    """The terms as this side writes them, which is its own yes; the other side is asked again.

    `version` 0 is for the first text. Raises StaleVersion when somebody else wrote in between, and
    TalkProblem when it has ended.
    """
    _lock(side.answer)
    now_standing = Agreement.objects.filter(answer=side.answer).first()
    if (now_standing.version if now_standing else 0) != version:
        raise StaleVersion
    giver, taker = giver_and_taker(side.answer)
    row = now_standing or Agreement(plan_id=side.answer.plan_id, answer=side.answer, giver=giver, taker=taker)
    _see_that_open(row)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if now_standing and not changed:
        return row
    for name, value in values.items():
        setattr(row, name, value)
    row.version = version + 1
    row.giver_yes_at = row.taker_yes_at = row.giver_yes_by = row.taker_yes_by = None
    _mark_yes(row, side, now)
    row.save()
    record(
        plan=side.answer.plan, by=side.by, verb="change" if now_standing else "create", obj=row,
        fields=changed if now_standing else [],
    )  # fmt: skip
    return row


@transaction.atomic
def say_yes(*, side: Side, version: int, now: datetime) -> bool:
    """This side's yes to the text it saw, and whether it is new: said twice it is said once.

    Raises StaleVersion when that is no longer the text.
    """
    _lock(side.answer)
    row = _agreement(side.answer)
    _see_that_open(row)
    if row.version != version:
        raise StaleVersion
    if (row.giver_yes_at if side.gives else row.taker_yes_at) is not None:
        return False
    _mark_yes(row, side, now)
    row.save(update_fields=YES_FIELDS)
    record(plan=side.answer.plan, by=side.by, verb="confirm", obj=row)
    return True


@transaction.atomic
def end_agreement(
    *, side: Side, ended_as: str, outcome: str, as_collaboration: bool, now: datetime
) -> Agreement | None:
    """How it ended, in one line; with one yes it also stands as a collaboration (ressourceudveksle).

    None when it had ended already. Raises TalkProblem when both have not said yes.
    """
    _lock(side.answer)
    row = _agreement(side.answer)
    if row.ended_at is not None:
        return None
    if row.giver_yes_at is None or row.taker_yes_at is None:
        raise TalkProblem("Begge sider skal have sagt ja, før aftalen kan slutte.")
    row.ended_at, row.ended_as, row.outcome = now, ended_as, outcome
    if as_collaboration:
        row.collaboration = log_collaboration(
            plan=row.plan, by=side.by, actors=[row.giver, row.taker], form=Form.EXCHANGE, about=row.what,
            since=row.starts_on, agreed_in_writing=True, submission=row.pk,
        ).collaboration  # fmt: skip
    row.version += 1
    row.save(update_fields=["ended_at", "ended_as", "outcome", "collaboration", "version"])
    record(plan=row.plan, by=side.by, verb="end", obj=row)
    return row


def _mark_yes(row: Agreement, side: Side, now: datetime) -> None:
    if side.gives:
        row.giver_yes_at, row.giver_yes_by = now, side.by
    else:
        row.taker_yes_at, row.taker_yes_by = now, side.by


def _lock(answer: Answer) -> None:
    Answer.objects.select_for_update(no_key=True).get(pk=answer.pk)


def _agreement(answer: Answer) -> Agreement:
    row = Agreement.objects.select_related("giver", "taker", "plan").filter(answer=answer).first()
    if row is None:
        raise TalkProblem("Der er ingen aftale endnu. Skriv den først.")
    return row


def _see_that_open(row: Agreement) -> None:
    if row.ended_at is not None:
        raise TalkProblem("Aftalen er slut og kan ikke rettes.")
