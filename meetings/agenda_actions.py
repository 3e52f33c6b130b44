"""Changes to meetings and their agendas. Each is one transaction.

Items that came from another forum go on and off agendas here alone, so that a referral always knows where it
stands; answers find the next agenda by themselves.
"""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from accounts.audit import record
from accounts.models import User
from actors.versions import change_row, mark_once
from meetings.answers import settle_answers
from meetings.locks import lock_chain
from meetings.models import AgendaItem, Forum, Meeting
from meetings.referral_actions import take_step
from meetings.referral_rules import Act, ReferralProblem

CLOSED = "Punktet er lagt væk. Hent det frem igen først."
HELD = "Mødet er slut eller aflyst. Vælg et andet møde."


# -- Meetings -------------------------------------------------------------------------------------


@transaction.atomic
def plan_meeting(
    *, forum: Forum, by: User, values: Mapping, now: datetime, submission: uuid.UUID | None = None
) -> Meeting:
    """A new meeting; answers that wait are put on it. The same submission twice makes one."""
    lock_chain(forum.plan)
    if submission and (there := forum.meetings.filter(submission=submission).first()):
        return there
    meeting = Meeting.objects.create(
        plan=forum.plan, forum=forum, created_by=by, submission=submission, **values
    )
    record(plan=forum.plan, by=by, verb="create", obj=meeting)
    settle_answers(forum, now)
    return meeting


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, by: User, values: Mapping, changed: Iterable[str], version: int, now: datetime
) -> None:
    """Write what was changed; answers follow to the next meeting. Raises StaleVersion."""
    lock_chain(meeting.plan)
    change_row(row=meeting, by=by, values=values, changed=changed, version=version)
    settle_answers(meeting.forum, now)


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: User, now: datetime) -> list[AgendaItem]:
    """Call it off. Its items wait in the backlog again and are given back; harmless when repeated."""
    lock_chain(meeting.plan)
    if not mark_once(row=meeting, by=by, verb="cancel", cancelled_at=now):
        return []
    items = list(meeting.items.open().filter(is_answer=False))
    for item in items:
        take_off(item=item, by=by, now=now)
    settle_answers(meeting.forum, now)
    return items


@transaction.atomic
def restore_meeting(*, meeting: Meeting, by: User, items: Iterable[AgendaItem], now: datetime) -> None:
    """Hold it after all, with those of `items` that still wait in the forum's backlog."""
    lock_chain(meeting.plan)
    if not mark_once(row=meeting, by=by, verb="restore", cancelled_at=None):
        return
    for item in items:
        if item.meeting_id is None and item.closed_at is None and meeting.begins_at > now:
            place(item=item, meeting=meeting, by=by, now=now)
    settle_answers(meeting.forum, now)


# -- Items ----------------------------------------------------------------------------------------


@transaction.atomic
def add_item(
    *, forum: Forum, by: User, values: Mapping, meeting: Meeting | None = None,
    submission: uuid.UUID | None = None,
) -> AgendaItem:  # fmt: skip
    """A new item, last on the meeting's agenda or in the backlog. The same submission twice makes one."""
    lock_chain(forum.plan)
    if submission and (there := forum.items.filter(submission=submission).first()):
        return there
    item = AgendaItem.objects.create(
        plan=forum.plan, forum=forum, meeting=meeting, created_by=by, submission=submission,
        position=_last(forum, meeting), **values,
    )  # fmt: skip
    record(plan=forum.plan, by=by, verb="create", obj=item)
    return item


def change_item(*, item: AgendaItem, by: User, values: Mapping, changed: Iterable[str], version: int) -> None:
    """Write what was changed. Raises StaleVersion."""
    change_row(row=item, by=by, values=values, changed=changed, version=version)


@transaction.atomic
def place(*, item: AgendaItem, meeting: Meeting, by: User, now: datetime) -> None:
    """Put the item last on the agenda of a meeting of its forum; harmless when it stands there.

    Raises ReferralProblem for a meeting that has begun or was cancelled, and for an item that is closed.
    """
    item = _locked(item)
    if meeting.forum_id != item.forum_id:
        raise ReferralProblem("Mødet hører til et andet forum.")
    if item.meeting_id == meeting.pk:
        return
    if item.closed_at:
        raise ReferralProblem(CLOSED)
    if meeting.cancelled_at or meeting.ends_at <= now:
        raise ReferralProblem(HELD)
    if item.referral_id and not item.is_answer:
        take_step(referral=item.referral, act=Act.PLACED, forum=item.forum, by=by, now=now, meeting=meeting)
        return
    _move(item, meeting, by)


@transaction.atomic
def take_off(*, item: AgendaItem, by: User, now: datetime) -> None:
    """Back to the backlog; an answer goes to the next agenda by itself. Harmless when repeated."""
    item = _locked(item)
    if item.meeting_id is None or item.closed_at:
        return
    if item.referral_id and not item.is_answer:
        take_step(referral=item.referral, act=Act.TAKEN_OFF, forum=item.forum, by=by, now=now)
        return
    _move(item, None, by)


@transaction.atomic
def shift(*, item: AgendaItem, up: bool, by: User) -> None:
    """One place up or down among those it stands with."""
    lock_chain(item.plan)
    beside = list(item.forum.items.filter(meeting=item.meeting_id, closed_at=item.closed_at))
    at = next((place for place, one in enumerate(beside) if one.pk == item.pk), 0)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(beside):
        return
    beside[at], beside[to] = beside[to], beside[at]
    for number, one in enumerate(beside):
        one.position = number
    AgendaItem.objects.bulk_update(beside, ["position"])
    record(plan=item.plan, by=by, verb="move", obj=item, fields=["position"])


@transaction.atomic
def let_go(*, item: AgendaItem, by: User, now: datetime) -> None:
    """Out of the backlog. Raises ReferralProblem for what another forum waits for."""
    item = _locked(item)
    if item.referral_id:
        raise ReferralProblem("Et andet forum venter på svar. Svar, eller send punktet videre eller retur.")
    mark_once(row=item, by=by, verb="archive", closed_at=now)


def bring_back(*, item: AgendaItem, by: User) -> None:
    """Into the backlog again."""
    if not item.referral_id:
        mark_once(row=item, by=by, verb="restore", closed_at=None)


def _locked(item: AgendaItem) -> AgendaItem:
    """The item as it stands, while nobody else can move it."""
    lock_chain(item.plan)
    rows = AgendaItem.objects.select_related("forum", "plan", "referral")
    return rows.get(pk=item.pk, plan=item.plan_id)


def _move(item: AgendaItem, meeting: Meeting | None, by: User) -> None:
    item.meeting, item.position = meeting, _last(item.forum, meeting)
    item.version += 1
    item.save(update_fields=["meeting", "position", "version"])
    record(plan=item.plan, by=by, verb="move", obj=item, fields=["meeting"])


def _last(forum: Forum, meeting: Meeting | None) -> int:
    """The place after the last one."""
    there = forum.items.filter(meeting=meeting).aggregate(last=Max("position"))["last"]
    return 0 if there is None else there + 1
