"""Changes to the contact log: each in one transaction with its line in the audit log."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Membership, Plan, User
from actors.follow_up_actions import delete_follow_up, make_follow_up
from actors.models import Actor, Contact, ContactNote
from actors.submissions import live_submission
from actors.versions import mark_once


@dataclass(frozen=True)
class NextStep:
    """What was promised at the end of a contact."""

    what: str
    due: date
    responsible: Membership | None


@dataclass(frozen=True)
class Noted:
    """The line in the log; `fresh` is False for one that was already sent."""

    note: ContactNote
    fresh: bool


def log_contact(
    *,
    plan: Plan,
    by: User,
    actor: Actor,
    channel: str,
    on: date,
    text: str,
    person: Contact | None = None,
    step: NextStep | None = None,
    submission: uuid.UUID | None = None,
) -> Noted:
    """One line in the log, and the promise that came of it. The same submission twice makes one of each,
    unless the first was taken back.

    Raises ValueError when the actor is of another plan or the person of another actor.
    """
    if actor.plan_id != plan.pk or (person is not None and person.actor_id != actor.pk):
        raise ValueError("A contact is with an actor of its own plan, and with somebody there.")
    with transaction.atomic():
        sent = live_submission(plan.contactnotes, submission)
        note, fresh = ContactNote.objects.get_or_create(
            plan=plan,
            submission=sent,
            defaults={
                "actor": actor, "by": by, "person": person, "on": on, "channel": channel, "text": text,
            },
        )  # fmt: skip
        if fresh:
            record(plan=plan, by=by, verb="create", obj=note)
            _promise(note, by, step, sent)
    return Noted(note, fresh)


def _promise(note: ContactNote, by: User, step: NextStep | None, sent: uuid.UUID) -> None:
    """Write the next step, if there is one, as a promise about the same actor."""
    if step is not None:
        make_follow_up(
            plan=note.plan, by=by, what=step.what, due=step.due, responsible=step.responsible,
            actor=note.actor, note=note, submission=uuid.uuid5(sent, "next step"),
        )  # fmt: skip


def undo_contact(*, note: ContactNote, by: User, now: datetime) -> None:
    """Take back what was logged a moment ago: the line, and the promise as long as nobody kept it."""
    with transaction.atomic():
        delete_note(note=note, by=by, now=now)
        for follow_up in note.follow_ups.open():
            delete_follow_up(follow_up=follow_up, by=by, now=now)


def delete_note(*, note: ContactNote, by: User, now: datetime) -> None:
    """Take the line out of the log; what was promised still is. Harmless when repeated."""
    mark_once(row=note, by=by, verb="delete", deleted_at=now)


def restore_note(*, note: ContactNote, by: User) -> None:
    """Bring a deleted line back; harmless when repeated."""
    mark_once(row=note, by=by, verb="restore", deleted_at=None)
