"""Changes to promises: each in one transaction with its line in the audit log."""

import uuid
from datetime import date, datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Membership, Plan, User
from actors.models import Actor, ContactNote, FollowUp, Talk
from actors.submissions import live_submission
from actors.versions import mark_once


def make_follow_up(
    *,
    plan: Plan,
    by: User,
    what: str,
    due: date,
    responsible: Membership | None,
    actor: Actor | None = None,
    note: ContactNote | None = None,
    talk: Talk | None = None,
    submission: uuid.UUID | None = None,
) -> FollowUp:
    """A new promise. The same submission twice makes one, and gives back the one that is there; unless
    that one was deleted.

    Raises ValueError when actor, colleague, note or talk are of another plan.
    """
    if any(one is not None and one.plan_id != plan.pk for one in (actor, responsible, note, talk)):
        raise ValueError("A promise is about things of its own plan.")
    with transaction.atomic():
        follow_up, is_new = FollowUp.objects.get_or_create(
            plan=plan,
            submission=live_submission(plan.followups, submission),
            defaults={
                "actor": actor, "what": what, "due": due, "responsible": responsible, "note": note,
                "talk": talk, "created_by": by,
            },
        )  # fmt: skip
        if is_new:
            record(plan=plan, by=by, verb="create", obj=follow_up)
    return follow_up


def keep_follow_up(*, follow_up: FollowUp, by: User, now: datetime) -> None:
    """The promise is kept; harmless when repeated."""
    mark_once(row=follow_up, by=by, verb="done", done_at=now, done_by=by)


def reopen_follow_up(*, follow_up: FollowUp, by: User) -> None:
    """It waits again; harmless when repeated."""
    mark_once(row=follow_up, by=by, verb="undo", done_at=None, done_by=None)


def delete_follow_up(*, follow_up: FollowUp, by: User, now: datetime) -> None:
    """Take it off the list; kept until it is restored or cleared away."""
    mark_once(row=follow_up, by=by, verb="delete", deleted_at=now)


def restore_follow_up(*, follow_up: FollowUp, by: User) -> None:
    """Bring a deleted promise back."""
    mark_once(row=follow_up, by=by, verb="restore", deleted_at=None)
