"""Changes to initiatives, their partners and their sheets. Each is one transaction with its audit entry."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import Plan, User
from actors.actions import StaleVersion
from actors.models import Actor
from actors.versions import change_row, mark_once
from mapping.models import Initiative, Partner, PartnerPart, Phase
from mapping.models.sheets import Sheet

# What hangs on an initiative in tables of its own.
MANY = ("target_groups", "areas")


@transaction.atomic
def create_initiative(
    *, plan: Plan, by: User, values: Mapping, submission: uuid.UUID | None = None
) -> Initiative:
    """A new initiative, its coordinator a partner at once. The same submission twice makes one."""
    lock_plan(plan)
    if submission and (there := plan.initiatives.filter(submission=submission).first()):
        return there
    own = {name: value for name, value in values.items() if name not in MANY}
    initiative = Initiative.objects.create(plan=plan, submission=submission, **own)
    _set_many(initiative, values, MANY)
    record(plan=plan, by=by, verb="create", obj=initiative)
    _let_in(initiative, by)
    return initiative


@transaction.atomic
def change_initiative(
    *, initiative: Initiative, by: User, values: Mapping, changed: Iterable[str], version: int
) -> None:
    """Write those of `values` that are `changed`. Raises StaleVersion when the stored version is another."""
    changed = sorted(changed)
    if not changed:
        return
    same = Initiative.objects.filter(pk=initiative.pk, plan=initiative.plan_id, version=version)
    if not same.update(version=F("version") + 1):
        raise StaleVersion
    initiative.version = version + 1
    own = [name for name in changed if name not in MANY]
    for name in own:
        setattr(initiative, name, values[name])
    initiative.save(update_fields=[*own, "updated_at"])
    _set_many(initiative, values, [name for name in changed if name in MANY])
    record(plan=initiative.plan, by=by, verb="change", obj=initiative, fields=changed)
    _let_in(initiative, by)


class MovedMeanwhile(Exception):
    """Somebody else moved the initiative; the text is a Danish sentence, and nothing was written."""


@transaction.atomic
def move_phase(*, initiative: Initiative, by: User, to: Phase, seen: int) -> bool:
    """Another phase, from the one that the user saw; whether there was anything to do.

    Raises MovedMeanwhile when it stands in a third.
    """
    there = Initiative.objects.filter(pk=initiative.pk, plan=initiative.plan_id)
    if to != seen and there.filter(phase=seen).update(phase=to):
        initiative.refresh_from_db(fields=["phase"])
        record(plan=initiative.plan, by=by, verb="move", obj=initiative, fields=["phase"])
        return True
    initiative.refresh_from_db(fields=["phase"])
    if initiative.phase != to:
        where = initiative.get_phase_display()
        raise MovedMeanwhile(f"En kollega har flyttet {initiative.name} til {where} imens.")
    return False


def archive_initiative(*, initiative: Initiative, by: User, now: datetime) -> None:
    """Put it away with everything that hangs on it."""
    mark_once(row=initiative, by=by, verb="archive", archived_at=now)


def restore_initiative(*, initiative: Initiative, by: User) -> None:
    """Take it out again."""
    mark_once(row=initiative, by=by, verb="restore", archived_at=None)


# -- Partners ---------------------------------------------------------------------------------------


@transaction.atomic
def add_partner(*, initiative: Initiative, by: User, actor: Actor) -> Partner:
    """The actor takes part, once; one that was taken out comes back with what was said of it."""
    lock_plan(initiative.plan)
    partner = initiative.partners.filter(actor=actor).first()
    if partner is None:
        partner = Partner.objects.create(plan=initiative.plan, initiative=initiative, actor=actor)
        record(plan=initiative.plan, by=by, verb="create", obj=partner)
    elif partner.removed_at:
        mark_once(row=partner, by=by, verb="restore", removed_at=None)
    return partner


@transaction.atomic
def change_parts(*, partner: Partner, by: User, parts: Mapping[int, Mapping], version: int) -> None:
    """Write what the partner does in the phases given: {phase: {"role": …, "contribution": …, "gain": …}}.

    A phase of which nothing is said has no row. Raises StaleVersion when the stored version is another.
    """
    if not parts:
        return
    same = Partner.objects.filter(pk=partner.pk, plan=partner.plan_id, version=version)
    if not same.update(version=F("version") + 1):
        raise StaleVersion
    for phase, words in parts.items():
        if any(words.values()):
            PartnerPart.objects.update_or_create(
                partner=partner, phase=phase, defaults={"plan": partner.plan, **words}
            )
        else:
            partner.parts.filter(phase=phase).delete()
    record(plan=partner.plan, by=by, verb="change", obj=partner)


@transaction.atomic
def remove_partner(*, partner: Partner, by: User, now: datetime) -> None:
    """It takes no part any more; what it did stays told. A tovholder that leaves is none any more."""
    mark_once(row=partner, by=by, verb="remove", removed_at=now)
    lead = Initiative.objects.filter(pk=partner.initiative_id, coordinator=partner.actor_id)
    lead.update(coordinator=None, version=F("version") + 1)


@transaction.atomic
def restore_partner(*, partner: Partner, by: User, leads: bool = False) -> None:
    """It takes part again, and, with `leads`, as the tovholder that it was, unless there is another now."""
    mark_once(row=partner, by=by, verb="restore", removed_at=None)
    if leads:
        lead = Initiative.objects.filter(pk=partner.initiative_id, coordinator=None)
        lead.update(coordinator=partner.actor_id, version=F("version") + 1)


# -- Sheets -----------------------------------------------------------------------------------------


@transaction.atomic
def write_sheet(*, sheet: Sheet, by: User, values: Mapping, changed: Iterable[str], version: int) -> None:
    """Write the initiative's story, gains or agreement; `version` 0 is that there was none.

    Raises StaleVersion when somebody else wrote it in between.
    """
    plan = sheet.initiative.plan
    if version:
        change_row(row=sheet, by=by, values=values, changed=changed, version=version)
        return
    lock_plan(plan)
    if type(sheet).objects.filter(initiative=sheet.initiative).exists():
        raise StaleVersion
    for name, value in values.items():
        setattr(sheet, name, value)
    sheet.save(force_insert=True)
    record(plan=plan, by=by, verb="create", obj=sheet)


def lock_plan(plan: Plan) -> None:
    """Hold the plan's row, so that of two who make the same one waits for the other."""
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)


def _set_many(initiative: Initiative, values: Mapping, names: Iterable[str]) -> None:
    for name in names:
        if name in values:
            getattr(initiative, name).set(values[name])


def _let_in(initiative: Initiative, by: User) -> None:
    """Who coordinates takes part."""
    if initiative.coordinator:
        add_partner(initiative=initiative, by=by, actor=initiative.coordinator)
