"""Writes of collaborations: log, change, end, take up again, undo.

Each is one transaction with its audit entry. What cannot be done raises CollaborationError, whose text is a
Danish sentence for the user; nothing is written then.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import Plan, TargetGroup, User
from actors.models import Actor
from mapping.models import Collaboration, Form, Participation

# So long may the one who logged a collaboration take it back as if it never was.
UNDO_WITHIN = timedelta(hours=1)

TOO_FEW = "Vælg mindst to aktører"
STRANGERS = "Vælg aktører og målgrupper fra jeres egen helhedsplan"
COORDINATOR_OUTSIDE = "Vælg en tovholder blandt aktørerne"
ENDS_TOO_EARLY = "Slut skal være efter start"
ALREADY_ENDED = "Samarbejdet er allerede afsluttet"

# What `log_collaboration` and `change_collaboration` may set beside the actors and the target groups.
DETAILS = frozenset(
    {"form", "about", "coordinator", "since", "until", "frequency", "agreed_in_writing", "funded_by",
     "carried_on_by"}
)  # fmt: skip


class CollaborationError(Exception):
    """It cannot be written; str() is a Danish sentence that says why."""


class Stale(CollaborationError):
    """Somebody else saved in between; nothing was written."""


@dataclass(frozen=True)
class Logged:
    """The collaboration, and whether this call made it (False when the form was sent before)."""

    collaboration: Collaboration
    fresh: bool


def log_collaboration(
    *,
    plan: Plan,
    by: User | None,
    actors: Iterable[Actor],
    form: int,
    submission: uuid.UUID | None = None,
    target_groups: Iterable[TargetGroup] = (),
    **details,
) -> Logged:
    """Write one collaboration between two or more actors of the plan.

    `submission` is the id of the form that was sent: the second time it comes, the first collaboration is
    returned, also when both come at once. `details` are among DETAILS.
    """
    actors, target_groups = list(actors), list(target_groups)
    _check(plan, actors, target_groups, {**details, "form": form})
    if earlier := _sent_before(plan, submission):
        return Logged(earlier, fresh=False)
    try:
        with transaction.atomic():
            collaboration = Collaboration.objects.create(
                plan=plan, form=form, submission=submission, **details
            )
            _add_parts(collaboration, actors)
            collaboration.target_groups.set(target_groups)
            record(plan=plan, by=by, verb="create", obj=collaboration)
    except IntegrityError:
        # The same form came twice at once, and the other one was first.
        if earlier := _sent_before(plan, submission):
            return Logged(earlier, fresh=False)
        raise
    return Logged(collaboration, fresh=True)


@transaction.atomic
def change_collaboration(
    *,
    collaboration: Collaboration,
    by: User | None,
    version: int,
    actors: Iterable[Actor],
    target_groups: Iterable[TargetGroup],
    **details,
) -> list[str]:
    """Write the fields that differ and return their names, sorted; `details` are among DETAILS.

    Raises Stale if the collaboration is no longer at `version`, the one the user saw.
    """
    actors, target_groups = list(actors), list(target_groups)
    _check(collaboration.plan, actors, target_groups, details)
    # One statement tells and takes the turn, so two who save at once cannot both win.
    if not _take_turn(collaboration, version):
        raise Stale("Andre har rettet samarbejdet imens")
    collaboration.refresh_from_db()
    changed = [name for name, value in details.items() if getattr(collaboration, name) != value]
    for name in changed:
        setattr(collaboration, name, details[name])
    collaboration.save()
    changed += _set_actors(collaboration, actors) + _set_target_groups(collaboration, target_groups)
    if changed:
        record(plan=collaboration.plan, by=by, verb="change", obj=collaboration, fields=changed)
    return sorted(changed)


@transaction.atomic
def end_collaboration(*, collaboration: Collaboration, by: User | None, until: date, today: date) -> None:
    """Set the day it ended; it stays, with its history. An end after `today` is a plan, and allowed.

    Raises CollaborationError if it began after `until` or has ended already.
    """
    if collaboration.until and collaboration.until <= today:
        raise CollaborationError(ALREADY_ENDED)
    if collaboration.since and until < collaboration.since:
        raise CollaborationError(ENDS_TOO_EARLY)
    _set_until(collaboration, until)
    record(plan=collaboration.plan, by=by, verb="end", obj=collaboration, fields=["until"])


@transaction.atomic
def resume_collaboration(*, collaboration: Collaboration, by: User | None) -> None:
    """Take it up again: it has no end any more. Does nothing when it had none."""
    if collaboration.until is None:
        return
    _set_until(collaboration, None)
    record(plan=collaboration.plan, by=by, verb="resume", obj=collaboration, fields=["until"])


@transaction.atomic
def undo_log(*, collaboration: Collaboration, by: User, now: datetime, today: date) -> bool:
    """Take back what `by` logged a moment ago: delete it, and return True.

    A collaboration that somebody changed since, that another logged, or that is older than UNDO_WITHIN is
    history: it is ended `today` instead (nothing if it has ended), and False is returned.
    """
    if _is_own_and_fresh(collaboration, by, now):
        record(plan=collaboration.plan, by=by, verb="undo", obj=collaboration)
        collaboration.delete()
        return True
    if collaboration.until is None or collaboration.until > today:
        end_collaboration(collaboration=collaboration, by=by, until=today, today=today)
    return False


def _check(plan: Plan, actors: list[Actor], target_groups: list[TargetGroup], details: dict) -> None:
    """Raise for what no form should have let through; TypeError for a field that is not a detail."""
    if unknown := details.keys() - DETAILS:
        raise TypeError(f"Not fields of a collaboration: {sorted(unknown)}")
    if len({actor.pk for actor in actors}) < 2:
        raise CollaborationError(TOO_FEW)
    if any(thing.plan_id != plan.pk for thing in (*actors, *target_groups)):
        raise CollaborationError(STRANGERS)
    coordinator = details.get("coordinator")
    if coordinator and coordinator.pk not in {actor.pk for actor in actors}:
        raise CollaborationError(COORDINATOR_OUTSIDE)
    since, until = details.get("since"), details.get("until")
    if since and until and until < since:
        raise CollaborationError(ENDS_TOO_EARLY)
    if "form" in details:
        Form(details["form"])


def _sent_before(plan: Plan, submission: uuid.UUID | None) -> Collaboration | None:
    """The collaboration that this form made when it came the first time."""
    return plan.collaborations.filter(submission=submission).first() if submission else None


def _take_turn(collaboration: Collaboration, version: int) -> bool:
    """Count the version up, if it still is the one given."""
    same = Collaboration.objects.filter(pk=collaboration.pk, plan=collaboration.plan_id, version=version)
    return same.update(version=F("version") + 1) == 1


def _set_until(collaboration: Collaboration, until: date | None) -> None:
    """Write the end, and count the version up so that an open edit page notices."""
    collaboration.until, collaboration.version = until, F("version") + 1
    collaboration.save(update_fields=["until", "version", "updated_at"])
    collaboration.refresh_from_db(fields=["version"])


def _add_parts(collaboration: Collaboration, actors: Iterable[Actor]) -> None:
    """Give each of the actors, once, a part in the collaboration."""
    Participation.objects.bulk_create(
        Participation(plan_id=collaboration.plan_id, collaboration=collaboration, actor=actor)
        for actor in {actor.pk: actor for actor in actors}.values()
    )


def _set_actors(collaboration: Collaboration, actors: list[Actor]) -> list[str]:
    """Make these its actors; ["actors"] if that changed something."""
    before = set(collaboration.participations.values_list("actor_id", flat=True))
    after = {actor.pk for actor in actors}
    collaboration.participations.exclude(actor_id__in=after).delete()
    _add_parts(collaboration, [actor for actor in actors if actor.pk not in before])
    return ["actors"] if before != after else []


def _set_target_groups(collaboration: Collaboration, target_groups: list[TargetGroup]) -> list[str]:
    """Make these its target groups; ["target_groups"] if that changed something."""
    before = set(collaboration.target_groups.values_list("pk", flat=True))
    collaboration.target_groups.set(target_groups)
    return ["target_groups"] if before != {group.pk for group in target_groups} else []


def _is_own_and_fresh(collaboration: Collaboration, by: User, now: datetime) -> bool:
    """Whether `by` logged it within UNDO_WITHIN and nobody changed it since."""
    return (
        collaboration.version == 1
        and collaboration.created_at > now - UNDO_WITHIN
        and collaboration.plan.audit_entries.filter(
            verb="create", object_type="collaboration", object_id=str(collaboration.pk), by=by
        ).exists()
    )
