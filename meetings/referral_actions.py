"""Changes to what forums send each other. Each is one transaction, under the chain's lock.

The rules are in meetings.referral_rules; here the step is written down, the columns made to say the same, the
item put where it belongs, and the answer told.
"""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from accounts.audit import record
from accounts.models import Plan, User
from actors.actions import StaleVersion
from meetings import answers
from meetings.locks import lock_chain
from meetings.models import AgendaItem, Forum, Meeting, Referral, ReferralStep
from meetings.referral_rules import Act, ReferralProblem, Standing, State, Step, replay, send, take

ENDED = "{} er nedlagt. Vælg et andet forum."


@transaction.atomic
def send_referral(
    *, sender: Forum, to: Forum, by: User, values: Mapping, now: datetime,
    from_item: AgendaItem | None = None, submission: uuid.UUID | None = None,
) -> Referral:  # fmt: skip
    """Send an item to another forum, into whose backlog it comes. The same submission twice sends one.

    Raises ReferralProblem for a forum that cannot get it.
    """
    plan = sender.plan
    lock_chain(plan)
    if submission and (there := plan.referrals.filter(submission=submission).first()):
        return there
    standing = send(sender.pk, to.pk, now)
    _see_that_standing(plan, to)
    referral = Referral.objects.create(
        plan=plan, sender=sender, at_forum=to, since=now, sent_by=by, sent_at=now, from_item=from_item,
        submission=submission, **values,
    )  # fmt: skip
    step = Step(Act.SENT, sender.pk, now, to=to.pk)
    _write_step(referral, step, number=1, by=by, submission=submission)
    _keep_item(referral, standing, now)
    record(plan=plan, by=by, verb=Act.SENT, obj=referral)
    return referral


@transaction.atomic
def take_step(
    *, referral: Referral, act: Act, forum: Forum, by: User | None, now: datetime, to: Forum | None = None,
    meeting: Meeting | None = None, text: str = "", version: int | None = None,
    values: Mapping | None = None, submission: uuid.UUID | None = None,
) -> Referral:  # fmt: skip
    """One more step of the referral, done by `forum`; the same submission twice is one step.

    `values` are other words for its columns, for one that is sent again. Raises StaleVersion when somebody
    did something with it after `version`, and ReferralProblem for a step that cannot be taken.
    """
    plan = referral.plan
    lock_chain(plan)
    row = Referral.objects.select_related("plan").get(pk=referral.pk, plan=plan.pk)
    if submission and row.steps.filter(submission=submission).exists():
        return row
    if version is not None and row.version != version:
        raise StaleVersion
    if to is not None:
        _see_that_standing(plan, to)
    elif act in (Act.REOPENED, Act.SENT_AGAIN):
        _see_that_standing(plan, row.at_forum)
    before = standing_of(row)
    step = Step(act, forum.pk, now, to and to.pk, meeting and meeting.pk, text)
    after = take(before, step)
    number = row.steps.aggregate(last=Max("number"))["last"] + 1
    _write_step(row, step, number=number, by=by, submission=submission)
    _write_columns(row, after, now, values or {})
    _keep_item(row, after, now)
    _keep_answers(row, before, after, now)
    record(plan=plan, by=by, verb=act, obj=row, fields=values or ())
    return row


def standing_of(referral: Referral) -> Standing:
    """Where the referral stands by its steps. One query, none when they were fetched before."""
    return replay(
        Step(Act(one.act), one.forum_id, one.at, one.to_forum_id, one.meeting_id, one.text)
        for one in sorted(referral.steps.all(), key=lambda one: one.number)
    )


def _see_that_standing(plan: Plan, forum: Forum) -> None:
    """Raise ReferralProblem for a forum that was ended."""
    if not plan.forums.standing().filter(pk=forum.pk).exists():
        raise ReferralProblem(ENDED.format(forum.name))


def _write_step(
    referral: Referral, step: Step, *, number: int, by: User | None, submission: uuid.UUID | None
) -> None:
    ReferralStep.objects.create(
        plan=referral.plan, referral=referral, number=number, act=step.act, forum_id=step.forum,
        to_forum_id=step.to, meeting_id=step.meeting, text=step.text, by=by, at=step.at,
        submission=submission,
    )  # fmt: skip


def _write_columns(row: Referral, after: Standing, now: datetime, values: Mapping) -> None:
    """Make the columns say what the steps say."""
    for name, value in values.items():
        setattr(row, name, value)
    was_answered = row.state == State.ANSWERED
    row.state, row.sender_id, row.at_forum_id, row.since = (
        after.state, after.sender, after.at_forum, after.since,
    )  # fmt: skip
    if after.state != State.ANSWERED:
        row.answer, row.answered_at = "", None
    elif not was_answered:
        row.answer, row.answered_at = after.answer, now
    row.version += 1
    row.save()


def _keep_item(row: Referral, after: Standing, now: datetime) -> None:
    """One open item where an answer is owed, and none where none is."""
    owed_by = after.at_forum if after.state in (State.WAITING, State.ON_AGENDA) else None
    item = row.items.open().filter(is_answer=False).select_related("meeting").first()
    if item and item.forum_id != owed_by:
        # An agenda of the past keeps it; one to come does not.
        if item.meeting and item.meeting.begins_at > now:
            item.meeting = None
        item.closed_at = now
        item.version += 1
        item.save(update_fields=["meeting", "closed_at", "version"])
        item = None
    if owed_by is None:
        return
    item = item or AgendaItem(plan=row.plan, forum_id=owed_by, referral=row)
    item.kind, item.title = row.ask, row.title
    if item._state.adding or item.meeting_id != after.meeting:
        item.meeting_id, item.position = after.meeting, _after_last(owed_by, after.meeting)
        item.version += 0 if item._state.adding else 1
    item.save()


def _after_last(forum: uuid.UUID, meeting: uuid.UUID | None) -> int:
    there = AgendaItem.objects.filter(forum=forum, meeting=meeting).aggregate(last=Max("position"))["last"]
    return 0 if there is None else there + 1


def _keep_answers(row: Referral, before: Standing, after: Standing, now: datetime) -> None:
    """Tell the answer to those who are to hear it, and take it back when it does not hold any more."""
    if after.state == State.ANSWERED and before.state != State.ANSWERED:
        answers.tell(row, _standing_forums(row.plan, after.hears), now)
    elif before.state == State.ANSWERED and after.state != State.ANSWERED:
        answers.take_back(row, now)


def _standing_forums(plan: Plan, keys: Iterable) -> list[Forum]:
    """Those of the forums that have not been ended, in the same order."""
    rows = {forum.pk: forum for forum in plan.forums.standing().filter(pk__in=list(keys))}
    return [rows[key] for key in keys if key in rows]
