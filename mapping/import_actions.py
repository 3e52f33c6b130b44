"""The whole import: actors and contacts, then collaborations; all of it or nothing.

The file goes through three steps that share one function, so that the preview shows what the import does:
`read_import` → the plan on screen → `run_import`.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from actors.guard import find_cpr
from actors.import_plan import CollaborationRow, ImportPlan
from actors.import_rules import plan_import
from actors.import_write import BATCH, known_names, write_actors
from actors.models import ImportDraft
from actors.spreadsheet import read_tables
from config.danish import fold
from mapping.models import Collaboration, Participation

DRAFT_LIVES = timedelta(days=1)


class ImportBlocked(Exception):
    """The file has rows that cannot be written; nothing was. `plan` holds the problems."""

    def __init__(self, plan: ImportPlan):
        super().__init__("Filen har fejl, der skal rettes først.")
        self.plan = plan


@dataclass(frozen=True)
class ImportResult:
    """How many rows were written."""

    new_actors: int
    known_actors: int
    contacts: int
    collaborations: int


def read_import(*, plan: Plan, data: bytes, file_name: str) -> ImportPlan:
    """What importing the file would do to the plan. Writes nothing.

    Raises SpreadsheetProblem, whose text is one Danish sentence, when the file cannot be read.
    """
    tables = read_tables(data, file_name)
    return plan_import(tables, known_names(plan), forbids=lambda text: bool(find_cpr(text)))


@transaction.atomic
def run_import(*, plan: Plan, by: User | None, import_plan: ImportPlan, today: date) -> ImportResult:
    """Write all of it. Raises ImportBlocked, having written nothing, while a problem blocks."""
    if import_plan.blocked:
        raise ImportBlocked(import_plan)
    # One import of a plan at a time: the second one sees what the first one wrote.
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    contacts_before = plan.contacts.count()
    ids = write_actors(plan=plan, rows=import_plan.actors, today=today)
    written = _write_collaborations(plan, import_plan.collaborations, _all_names(plan, import_plan, ids))
    record(plan=plan, by=by, verb="import", obj=plan, fields=[])
    return ImportResult(
        new_actors=len(import_plan.new_actors),
        known_actors=len(import_plan.known_actors),
        contacts=plan.contacts.count() - contacts_before,
        collaborations=written,
    )


def _all_names(plan: Plan, import_plan: ImportPlan, ids: dict) -> dict:
    """Folded name → id of all that a collaboration in the file may name; nothing when it names nobody."""
    return {**known_names(plan), **ids} if import_plan.collaborations else ids


def _write_collaborations(plan: Plan, rows: tuple[CollaborationRow, ...], ids: dict) -> int:
    """Write the collaborations the plan does not have (same actors, form, subject and start)."""
    there = _known_collaborations(plan) if rows else set()
    groups = {fold(group.name): group for group in plan.targetgroups.all()}
    made, parts, links = [], [], []
    through = Collaboration.target_groups.through
    for row in rows:
        actors = [ids[key] for key in dict.fromkeys(row.actors)]
        identity = (frozenset(actors), row.form, row.about, row.since)
        if identity in there:
            continue
        there.add(identity)
        collaboration = Collaboration(
            plan=plan,
            form=row.form,
            about=row.about,
            coordinator_id=ids[row.coordinator] if row.coordinator else None,
            since=row.since,
            until=row.until,
            frequency=row.frequency,
            agreed_in_writing=row.agreed_in_writing,
            funded_by=row.funded_by,
            carried_on_by=row.carried_on_by,
        )
        made.append(collaboration)
        parts += [Participation(plan=plan, collaboration=collaboration, actor_id=actor) for actor in actors]
        for name in dict.fromkeys(row.target_groups):
            if fold(name) not in groups:
                groups[fold(name)] = plan.targetgroups.create(name=name, position=len(groups))
            links.append(through(collaboration_id=collaboration.pk, targetgroup_id=groups[fold(name)].pk))
    Collaboration.objects.bulk_create(made, batch_size=BATCH)
    Participation.objects.bulk_create(parts, batch_size=BATCH)
    through.objects.bulk_create(links, batch_size=BATCH, ignore_conflicts=True)
    return len(made)


def _known_collaborations(plan: Plan) -> set[tuple]:
    """Actors, form, subject and start of every collaboration of the plan."""
    members: dict = {}
    for collaboration, actor in plan.participations.values_list("collaboration_id", "actor_id"):
        members.setdefault(collaboration, set()).add(actor)
    return {
        (frozenset(members.get(pk, ())), form, about, since)
        for pk, form, about, since in plan.collaborations.values_list("pk", "form", "about", "since")
    }


@transaction.atomic
def keep_draft(*, plan: Plan, by: User, data: bytes, file_name: str, now: datetime) -> ImportDraft:
    """Keep the file until it is answered; the user's earlier ones and yesterday's go."""
    plan.importdrafts.filter(by=by).delete()
    plan.importdrafts.filter(created_at__lt=now - DRAFT_LIVES).delete()
    return ImportDraft.objects.create(plan=plan, by=by, data=data, file_name=file_name[-120:], created_at=now)


def finish_draft(*, draft: ImportDraft, by: User, today: date) -> ImportResult:
    """Import the kept file and forget it, in one transaction.

    Raises ImportBlocked or SpreadsheetProblem with nothing written, ImportDraft.DoesNotExist when the
    draft was answered in the meantime.
    """
    import_plan = read_import(plan=draft.plan, data=bytes(draft.data), file_name=draft.file_name)
    with transaction.atomic():
        # Takes the row: of two who press at once, one finds it gone.
        locked = ImportDraft.objects.select_for_update().only("pk", "plan").get(pk=draft.pk)
        result = run_import(plan=draft.plan, by=by, import_plan=import_plan, today=today)
        locked.delete()
    return result
