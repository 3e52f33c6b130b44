"""Writes to contact persons and their consent: atomic, audited, and the history only added to."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.audit import record, record_each
from accounts.models import User
from actors import consent
from actors.contact_cards import join_scope, split_scope
from actors.models import Actor, ConsentEvent, Contact

DETAILS = ("phone", "email")
# What the audit log calls each step; accounts.views.log puts them in words.
VERBS = {
    consent.State.ASKED: "consent_asked",
    consent.State.GIVEN: "consent_given",
    consent.State.REFUSED: "consent_refused",
    consent.State.WITHDRAWN: "consent_withdrawn",
    consent.State.EXPIRED: "consent_expired",
}
CONSENT_COLUMNS = ("consent_state", "consent_scope", "consent_until")


@transaction.atomic
def add_contact(*, actor: Actor, contact: Contact, by: User | None) -> Contact:
    """Save a new contact person at `actor`; nobody has asked them for consent yet."""
    contact.plan, contact.actor = actor.plan, actor
    contact.save()
    filled = [name for name in ("name", "role", *DETAILS, "source", "informed_on") if getattr(contact, name)]
    record(plan=actor.plan, by=by, verb="create", obj=contact, fields=filled)
    return contact


@transaction.atomic
def change_contact(*, contact: Contact, fields: Iterable[str], by: User | None) -> Contact:
    """Save the changed `fields` of a contact that the caller has locked; counts the version up."""
    changed = sorted(fields)
    if changed:
        contact.version += 1
        contact.save(update_fields=[*changed, "version"])
        record(plan=contact.plan, by=by, verb="change", obj=contact, fields=changed)
    return contact


@transaction.atomic
def delete_contact(*, contact: Contact, by: User | None, now: datetime) -> Contact:
    """Take the contact away from every page; it can come back until it is erased for good."""
    return _set_deleted(contact, now, verb="delete", by=by)


@transaction.atomic
def restore_contact(*, contact: Contact, by: User | None) -> Contact:
    """Undo of a deletion; harmless when repeated."""
    return _set_deleted(contact, None, verb="restore", by=by)


@transaction.atomic
def take_consent_step(
    *, contact: Contact, step: consent.Step, by: User | None, now: datetime, forget: bool = False
) -> Contact:
    """Write down one step of a contact's consent, and those that must have come before it.

    `now` is aware and decides what today is. With `forget`, stored phone and mail are removed.
    Returns the contact as it is then. Raises ConsentProblem, writing nothing, for a step that
    cannot be taken.
    """
    today = timezone.localdate(now)
    locked = contact.plan.contacts.select_for_update().get(pk=contact.pk)
    last = locked.consent_events.last()
    standing = standing_of(locked, last)
    at = last.at if last else None
    for one in consent.steps_to(standing, step, today):
        standing = consent.take_step(standing, one, today)
        writer = None if one.state == consent.State.EXPIRED else by
        at = _moment(one, at, now)
        _write_event(locked, one, standing, writer, at)
        record(plan=locked.plan, by=writer, verb=VERBS[one.state], obj=locked, fields=["consent_state"])
    _write_columns(locked, standing, by=by, forget=forget)
    return locked


def note_shown(*, contacts: Iterable[Contact], by: User) -> None:
    """Log that the phone or mail of these contacts, all of one plan, was shown to `by`.

    The log is how a person can later be told who saw their details.
    """
    shown = list(contacts)
    if shown:
        record_each(plan=shown[0].plan, by=by, verb="contact_shown", objects=shown)


def standing_of(contact: Contact, last: ConsentEvent | None) -> consent.Standing:
    """Where the contact's consent stands, as the rules want it; `last` is its newest event."""
    return consent.Standing(
        state=consent.State(contact.consent_state),
        scope=split_scope(contact.consent_scope),
        until=contact.consent_until if contact.consent_state == consent.State.GIVEN else None,
        since=timezone.localdate(last.at) if last else None,
    )


def _set_deleted(contact: Contact, moment: datetime | None, *, verb: str, by: User | None) -> Contact:
    locked = contact.plan.contacts.select_for_update().get(pk=contact.pk)
    if (locked.deleted_at is None) != (moment is None):
        locked.deleted_at = moment
        locked.version += 1
        locked.save(update_fields=["deleted_at", "version"])
        record(plan=locked.plan, by=by, verb=verb, obj=locked)
    return locked


def _moment(step: consent.Step, last: datetime | None, now: datetime) -> datetime:
    """When the step happened: now, or noon of an earlier day; always after the step before it."""
    if step.on == timezone.localdate(now):
        moment = now
    else:
        moment = timezone.make_aware(datetime.combine(step.on, time(12)))
    return moment if last is None or moment > last else last + timedelta(microseconds=1)


def _write_event(
    contact: Contact, step: consent.Step, standing: consent.Standing, by: User | None, at: datetime
) -> None:
    ConsentEvent.objects.create(
        plan=contact.plan,
        contact=contact,
        state=step.state,
        scope=join_scope(step.scope),
        method=step.method,
        text_version=step.text_version,
        by=by,
        at=at,
        until=standing.until,
    )


def _write_columns(contact: Contact, standing: consent.Standing, *, by: User | None, forget: bool) -> None:
    """Repeat the newest step on the contact itself, and remove phone and mail if asked to."""
    contact.consent_state = standing.state
    contact.consent_scope = join_scope(standing.scope)
    contact.consent_until = standing.until
    contact.version += 1
    removed = [name for name in DETAILS if forget and getattr(contact, name)]
    for name in removed:
        setattr(contact, name, "")
    contact.save(update_fields=[*CONSENT_COLUMNS, "version", *removed])
    if removed:
        record(plan=contact.plan, by=by, verb="change", obj=contact, fields=removed)
