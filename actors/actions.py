"""Changes to actors: each in one transaction with its line in the audit log."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import Plan, User
from actors.models import Actor, Competence, CompetenceKind, Interview, Need, Resource

# Fields of the form that are rows of their own: the form's name → the kind of competence.
LINES = {"competences": CompetenceKind.PROFESSIONAL, "strengths": CompetenceKind.STRENGTH}
MANY = ("areas", "target_groups", "wanted_target_groups")


class StaleVersion(Exception):
    """Somebody else saved the actor after the user opened it; nothing was written."""


class NameTaken(Exception):
    """Another actor of the plan got the name in the meantime; nothing was written."""


def submitted_id(owner: Plan | Actor, submission: uuid.UUID | None) -> uuid.UUID:
    """The id of the row that a form's submission makes: the same one each time it is sent.

    Mixed with the owner's id, so that nobody can point at what another plan or another actor has.
    """
    return uuid.uuid5(owner.pk, str(submission)) if submission else uuid.uuid4()


def create_actor(*, plan: Plan, by: User, values: Mapping, pk: uuid.UUID | None = None) -> Actor:
    """A new actor with `values`: fields of Actor by name, competences and strengths as lists of text.

    Raises NameTaken.
    """
    actor = Actor(pk=pk or uuid.uuid4(), plan=plan)
    with transaction.atomic():
        _write(actor, values, set(values))
        record(plan=plan, by=by, verb="create", obj=actor)
    return actor


def change_actor(*, actor: Actor, by: User, values: Mapping, changed: Iterable[str], version: int) -> Actor:
    """Write those of `values` that are `changed`, if the stored version is still `version`.

    Raises StaleVersion or NameTaken. With nothing changed nothing is written or recorded.
    """
    changed = set(changed)
    if not changed:
        return actor
    with transaction.atomic():
        # Takes the row and checks it in one statement, so that of two who save at once one is told.
        same = actor.plan.actors.filter(pk=actor.pk, version=version)
        if not same.update(version=F("version") + 1):
            raise StaleVersion
        actor.version = version + 1
        _write(actor, values, changed)
        record(plan=actor.plan, by=by, verb="change", obj=actor, fields=changed)
    return actor


def _write(actor: Actor, values: Mapping, changed: set[str]) -> None:
    """Save the changed fields of the actor, then what hangs on it."""
    own = changed.difference(MANY, LINES)
    for name in own:
        setattr(actor, name, values[name])
    try:
        with transaction.atomic():
            # A change writes its own columns alone: what a colleague just confirmed stays confirmed.
            actor.save(update_fields=None if actor._state.adding else own | {"updated_at"})
    except IntegrityError as error:
        raise NameTaken from error
    for name in changed.intersection(MANY):
        getattr(actor, name).set(values[name])
    for name in changed.intersection(LINES):
        _write_lines(actor, LINES[name], values[name])


def _write_lines(actor: Actor, kind: str, texts: list[str]) -> None:
    """Make `texts` the actor's competences of that kind; those that stay keep their row."""
    kept = actor.competences.filter(kind=kind)
    kept.exclude(text__in=texts).delete()
    there = set(kept.values_list("text", flat=True))
    Competence.objects.bulk_create(
        Competence(plan=actor.plan, actor=actor, kind=kind, text=text) for text in texts if text not in there
    )


def archive_actor(*, actor: Actor, by: User, now: datetime) -> None:
    """Put the actor away: out of lists, search, map and choices, with its history kept."""
    if actor.archived_at is None:
        _mark(actor, by, "archive", archived_at=now)


def restore_actor(*, actor: Actor, by: User) -> None:
    """Bring an archived actor back as it was."""
    _mark(actor, by, "restore", archived_at=None)


def confirm_actor(*, actor: Actor, by: User, on: date) -> None:
    """Somebody says that what stands about the actor is still true."""
    _mark(actor, by, "confirm", confirmed_on=on)


def take_back_confirmation(*, actor: Actor, by: User, before: date | None) -> None:
    """Undo a confirmation: the day is again the one it was `before`."""
    _mark(actor, by, "undo", confirmed_on=before)


def _mark(actor: Actor, by: User, verb: str, **field) -> None:
    """Set one field, unless it stands so already, and record it under `verb`."""
    ((name, value),) = field.items()
    if getattr(actor, name) == value:
        return
    setattr(actor, name, value)
    with transaction.atomic():
        actor.save(update_fields=[name, "updated_at"])
        record(plan=actor.plan, by=by, verb=verb, obj=actor, fields=[name])


def add_resource(
    *,
    actor: Actor,
    by: User,
    kind: str,
    text: str,
    pk: uuid.UUID | None = None,
    source: Interview | None = None,
) -> Resource:
    """Something the actor has. The same thing twice is one; `pk` is given when a removed one comes back."""
    return _add_thing(Resource, actor, by, pk, kind=kind, text=text, interview=source)


def remove_resource(*, resource: Resource, by: User) -> None:
    """Delete the resource."""
    _remove_thing(resource, by)


def add_need(
    *,
    actor: Actor,
    by: User,
    kind: str,
    text: str,
    pk: uuid.UUID | None = None,
    source: Interview | None = None,
) -> Need:
    """Something the actor lacks; as a resource."""
    return _add_thing(Need, actor, by, pk, kind=kind, text=text, interview=source)


def remove_need(*, need: Need, by: User) -> None:
    """Delete the need."""
    _remove_thing(need, by)


@transaction.atomic
def _add_thing(model: type, actor: Actor, by: User, pk: uuid.UUID | None, **values):
    """A row of the actor, unless the same words stand there already."""
    # One at a time, or two who add it at once would both find nothing.
    actor.plan.actors.select_for_update(no_key=True).get(pk=actor.pk)
    there = model.objects.filter(actor=actor, kind=values["kind"], text=values["text"]).first()
    if there:
        return there
    thing = model(pk=pk or uuid.uuid4(), plan=actor.plan, actor=actor, **values)
    thing.save(force_insert=True)
    record(plan=actor.plan, by=by, verb="restore" if pk else "create", obj=thing)
    return thing


@transaction.atomic
def _remove_thing(thing: Resource | Need, by: User) -> None:
    # Of several who press at once one does it, and the log tells of one.
    if type(thing).objects.filter(pk=thing.pk).delete()[0]:
        record(plan=thing.plan, by=by, verb="delete", obj=thing)
