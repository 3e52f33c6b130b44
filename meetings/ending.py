"""Ending a forum: nothing it has open is lost, since each thing is first given a home."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from actors.versions import mark_once
from meetings.agenda_actions import let_go
from meetings.answers import settle_answers
from meetings.locks import lock_chain
from meetings.models import AgendaItem, Forum, Meeting, Referral, ReferralState
from meetings.referral_actions import take_step
from meetings.referral_rules import Act

MORE_CAME = "Der er kommet mere til imens. Vælg også, hvor det skal hen."
MEETINGS = "Forummet har møder, der kommer. Aflys dem først."


class EndingProblem(Exception):
    """It cannot be ended yet; the text is a plain Danish sentence."""


@dataclass(frozen=True)
class OpenEnds:
    """What a forum leaves: what others wait for, what it waits for, its items, and answers not heard."""

    received: list[Referral]
    sent: list[Referral]
    items: list[AgendaItem]
    answers: list[AgendaItem]
    meetings: list[Meeting]

    @property
    def all(self) -> list[Referral | AgendaItem]:
        """Everything that needs a home."""
        return [*self.received, *self.sent, *self.items, *self.answers]


def open_ends(forum: Forum, now: datetime) -> OpenEnds:
    """What needs a home before the forum can be ended. Five queries."""
    coming = list(forum.meetings.coming(now))
    rows = forum.plan.referrals.open().with_forums().order_by("due", "sent_at", "id")
    own = forum.items.open().select_related("referral__at_forum")
    untold = own.filter(meeting=None) | own.filter(meeting__begins_at__gt=now)
    return OpenEnds(
        list(rows.filter(at_forum=forum)), list(rows.filter(sender=forum)),
        list(own.filter(referral=None, meeting=None)), list(untold.answers()), coming,
    )  # fmt: skip


@transaction.atomic
def end_forum(*, forum: Forum, by: User, homes: Mapping[uuid.UUID, Forum | None], now: datetime) -> bool:
    """End the forum; `homes` says for each open thing which forum has it from now on. Whether it was open.

    None sends what was received back to who sent it, takes back what was sent, and lets items and answers go.
    Forums under it come under the one above. Raises EndingProblem while something has no home or a meeting
    is planned, and ReferralProblem for a home that cannot have it.
    """
    lock_chain(forum.plan)
    ends = open_ends(forum, now)
    if forum.plan.forums.standing().filter(pk=forum.pk).exists():
        if ends.meetings:
            raise EndingProblem(MEETINGS)
        if any(one.pk not in homes for one in ends.all):
            raise EndingProblem(MORE_CAME)
        _give_homes(forum, ends, homes, by, now)
    if not mark_once(row=forum, by=by, verb="end", ended_at=now):
        return False
    for child in forum.children.standing():
        child.parent_id, child.version = forum.parent_id, child.version + 1
        child.save(update_fields=["parent", "version"])
        record(plan=forum.plan, by=by, verb="change", obj=child, fields=["parent"])
    return True


def _give_homes(forum: Forum, ends: OpenEnds, homes: Mapping, by: User, now: datetime) -> None:
    step = {"forum": forum, "by": by, "now": now}
    for one in ends.received:
        if (home := homes[one.pk]) is not None:
            take_step(referral=one, act=Act.MOVED, to=home, **step)
        elif one.state != ReferralState.RETURNED:
            take_step(referral=one, act=Act.RETURNED, text=f"{forum.name} er nedlagt.", **step)
        else:
            raise EndingProblem(MORE_CAME)
    for one in ends.sent:
        if (home := homes[one.pk]) is not None:
            take_step(referral=one, act=Act.INHERITED, to=home, **step)
        else:
            take_step(referral=one, act=Act.TAKEN_BACK, text=f"{forum.name} er nedlagt.", **step)
    for item in (*ends.items, *ends.answers):
        _rehome(item, homes[item.pk], by, now)


def _rehome(item: AgendaItem, home: Forum | None, by: User, now: datetime) -> None:
    if home is None and not item.referral_id:
        let_go(item=item, by=by, now=now)
        return
    if home is None:
        item.closed_at, item.meeting = now, None
    else:
        item.forum, item.meeting, item.responsible = home, None, None
    item.version += 1
    item.save(update_fields=["forum", "meeting", "responsible", "closed_at", "version"])
    record(plan=item.plan, by=by, verb="move", obj=item, fields=["forum"])
    if home is not None and item.is_answer:
        settle_answers(home, now)


def restore_forum(*, forum: Forum, by: User) -> None:
    """Let it meet again; what was sent elsewhere stays there. Harmless when repeated."""
    mark_once(row=forum, by=by, verb="restore", ended_at=None)
