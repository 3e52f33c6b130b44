"""Changes to sunshine talks: each in one transaction with its line in the audit log.

What is sent again changes nothing: a talk is begun under the id of its form, and a ray that says already
what is sent is left as it is, whatever version it was sent with.
"""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max

from accounts.audit import record
from accounts.models import Membership, User
from actors.actions import NameTaken, StaleVersion, submitted_id
from actors.models import Actor, Contact, Ray, Source, Talk
from actors.versions import mark_once, remove_once

# More than this nobody says in a talk; a page, a poster and a form for each must be made of them.
OWN_AT_MOST = 30


class TooManyValues(Exception):
    """The talk has OWN_AT_MOST values of the actor's own already."""


def begin_talk(
    *,
    actor: Actor,
    by: User,
    held_by: Membership,
    on: date,
    source: str = Source.TALK,
    submission: uuid.UUID | None = None,
) -> Talk:
    """A new talk, or the one that the same submission began and nobody has deleted since."""
    pk = submitted_id(actor.plan, submission)
    with transaction.atomic():
        # One at a time, so that two presses at once meet in the look-up.
        actor.plan.actors.select_for_update(no_key=True).get(pk=actor.pk)
        there = actor.plan.talks.filter(pk=pk).first()
        if there and there.actor_id == actor.pk and there.deleted_at is None:
            return there
        talk = Talk(
            pk=uuid.uuid4() if there else pk, plan=actor.plan, actor=actor, held_by=held_by, held_on=on,
            source=source,
        )  # fmt: skip
        talk.save(force_insert=True)
        record(plan=actor.plan, by=by, verb="create", obj=talk)
    return talk


def save_ray(
    *, talk: Talk, by: User, now: datetime, ray: Ray, said: Mapping[str, object], version: int
) -> Ray:
    """Write what is said in a ray, and return the row as it stands.

    `ray` says which: a row of the talk, or a new one with `value` or `name`. `version` is the one the user
    saw, 0 for a row that was not there. Raises StaleVersion when somebody else wrote meanwhile, NameTaken
    when the talk has another value of that name.
    """
    with transaction.atomic():
        _hold(talk)
        stands = _stored(talk, ray) or Ray(plan=talk.plan, talk=talk, value=ray.value, version=0)
        changed = [name for name, text in said.items() if getattr(stands, name) != text]
        if not changed:
            return stands
        if stands.version != version:
            raise StaleVersion
        _check_name(talk, stands, said)
        is_new = stands._state.adding
        for name, text in said.items():
            setattr(stands, name, text)
        stands.position = _place(talk, stands) if is_new else stands.position
        stands.version, stands.saved_at = version + 1, now
        stands.save()
        record(
            plan=talk.plan, by=by, verb="create" if is_new else "change", obj=stands,
            fields=[] if is_new else changed,
        )  # fmt: skip
        if "level" in changed:
            _tell_interview(talk)
    return stands


def add_own_value(*, talk: Talk, by: User, now: datetime, said: Mapping[str, object]) -> Ray:
    """One more value of the actor's own. The same one sent again is the one that is there.

    Raises NameTaken when the talk has one of that name that says something else, and TooManyValues.
    """
    with transaction.atomic():
        _hold(talk)
        there = talk.rays.filter(name=said["name"]).first()
        if there and all(getattr(there, name) == text for name, text in said.items()):
            return there
        if not there and talk.rays.filter(value__isnull=True).count() >= OWN_AT_MOST:
            raise TooManyValues
        return save_ray(talk=talk, by=by, now=now, ray=Ray(name=said["name"]), said=said, version=0)


def remove_own_value(*, ray: Ray, by: User) -> None:
    """Take a value of the actor's own out of its talk."""
    remove_once(row=ray, by=by)


def change_talk(
    *,
    talk: Talk,
    by: User,
    said: Mapping[str, object],
    present: Iterable[Contact] | None,
    offered: Iterable[uuid.UUID],
    version: int,
) -> Talk:
    """Write who was there, when, and how we know; `present` None leaves the persons as they are.

    Persons who were not among the `offered` ones stay. Raises StaleVersion when somebody else wrote
    meanwhile; the same again is harmless.
    """
    with transaction.atomic():
        _hold(talk)
        talk = talk.plan.talks.get(pk=talk.pk)
        changed = [name for name, text in said.items() if getattr(talk, name) != text]
        there, wanted = _persons(talk, present, offered)
        if there != wanted:
            changed.append("present")
        if not changed:
            return talk
        if talk.version != version:
            raise StaleVersion
        for name, text in said.items():
            setattr(talk, name, text)
        talk.version += 1
        talk.save()
        talk.present.set(wanted)
        record(plan=talk.plan, by=by, verb="change", obj=talk, fields=changed)
    return talk


def _persons(talk: Talk, present, offered) -> tuple[set, set]:
    """The ids of those who stand as present, and of those who are to."""
    there = set(talk.present.values_list("pk", flat=True))
    if present is None:
        return there, there
    return there, (there - set(offered)) | {contact.pk for contact in present}


def finish_talk(*, talk: Talk, by: User, now: datetime) -> None:
    """Somebody pressed Gem for the first time; harmless when repeated."""
    mark_once(row=talk, by=by, verb="change", finished_at=now)


@transaction.atomic
def delete_talk(*, talk: Talk, by: User, now: datetime) -> None:
    """Take the talk away with all its rays; kept until it is restored or cleared away."""
    _hold(talk)
    if mark_once(row=talk, by=by, verb="delete", deleted_at=now):
        _tell_interview(talk)


@transaction.atomic
def restore_talk(*, talk: Talk, by: User) -> None:
    """Bring a deleted talk back as it was."""
    _hold(talk)
    if mark_once(row=talk, by=by, verb="restore", deleted_at=None):
        _tell_interview(talk)


def _tell_interview(talk: Talk) -> None:
    """Its levels stand on the interview's page too: who has that open must be told that they changed."""
    talk.plan.interviews.filter(talk=talk).update(version=F("version") + 1)


def _hold(talk: Talk) -> None:
    """Whoever writes in the same talk waits, so that versions are compared one by one.

    An interview holds the actor while it writes in its talk; so does this, or both could wait for ever.
    """
    talk.plan.actors.select_for_update(no_key=True).get(pk=talk.actor_id)


def _stored(talk: Talk, ray: Ray) -> Ray | None:
    """The row that `ray` means as it stands now, or None while there is none.

    Raises StaleVersion for a value of the actor's own that was taken away meanwhile.
    """
    if ray.value is not None:
        return talk.rays.filter(value=ray.value).first()
    if ray._state.adding:
        return None
    stands = talk.rays.filter(pk=ray.pk).first()
    if stands is None:
        raise StaleVersion
    return stands


def _check_name(talk: Talk, ray: Ray, said: Mapping[str, object]) -> None:
    name = said.get("name")
    if name and talk.rays.exclude(pk=ray.pk).filter(name=name).exists():
        raise NameTaken


def _place(talk: Talk, ray: Ray) -> int:
    """The five by their number, the actor's own after them in the order they came."""
    if ray.value is not None:
        return ray.value
    last = talk.rays.filter(value__isnull=True).aggregate(last=Max("position"))["last"]
    return max(last or 0, 5) + 1
